/**
 * What was just done, with a way back. Gone after eight seconds (paused under the pointer or focus); never for what
 * stays true.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.tsx';
import { Button, IconButton } from './Button.tsx';
import css from './Toast.module.css';

export interface ToastContent {
  readonly text: string;
  readonly undo?: () => void;
  /** Another action than undo. */
  readonly action?: { readonly label: string; readonly run: () => void };
}
interface Toast extends ToastContent {
  readonly id: number;
}

const ToastContext = createContext<(toast: ToastContent) => void>(() => undefined);
const LIFE = 8000;

/** Shows a toast. */
export function useToast(): (toast: ToastContent) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const show = useCallback((toast: ToastContent) => {
    next.current += 1;
    const id = next.current;
    setToasts((old) => [...old.slice(-2), { ...toast, id }]);
  }, []);
  const close = useCallback((id: number) => setToasts((old) => old.filter((toast) => toast.id !== id)), []);
  const region = useMemo(
    () => (
      <div className={css['region']} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    ),
    [toasts, close],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}

function ToastLine({ toast, onClose }: { readonly toast: Toast; readonly onClose: (id: number) => void }) {
  const t = useT();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onClose(toast.id), LIFE);
    return () => clearTimeout(timer);
  }, [held, onClose, toast.id]);
  const act = toast.action ?? (toast.undo && { label: t.common.undo, run: toast.undo });
  return (
    <div
      className={css['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {act && (
        <Button
          kind="link"
          onClick={() => {
            act.run();
            onClose(toast.id);
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton icon="close" label={t.common.close} onClick={() => onClose(toast.id)} />
    </div>
  );
}
