/**
 * What was just done, with a way back. Never for what stays true.
 *
 * The newest three are shown: what was done last is what a person wants back. Each is gone after eight seconds; none goes while the pointer or the
 * focus is on any of them. F6 leads to the newest (`focusNewestToast`); the focus goes back where it was when it closes.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';
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
const SHOWN = 3;
const REGION = 'toasts';

/** Shows a toast. */
export function useToast(): (toast: ToastContent) => void {
  return useContext(ToastContext);
}

/** Puts the focus on the newest message; nothing happens when there is none. */
export function focusNewestToast(): void {
  const lines = document.querySelectorAll<HTMLElement>(`#${REGION} [data-toast]`);
  lines
    .item(lines.length - 1)
    ?.querySelector('button')
    ?.focus();
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [held, setHeld] = useState(false);
  const next = useRef(0);
  const from = useRef<Element | null>(null);
  const show = useCallback((toast: ToastContent) => {
    next.current += 1;
    const id = next.current;
    setToasts((old) => [...old, { ...toast, id }].slice(-SHOWN));
  }, []);
  const close = useCallback((id: number) => {
    const inside = document.activeElement?.closest(`#${REGION}`) != null;
    setToasts((old) => old.filter((toast) => toast.id !== id));
    if (!inside) return;
    setHeld(false);
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
  }, []);
  const region = useMemo(() => {
    const onFocus = (event: FocusEvent<HTMLElement>): void => {
      setHeld(true);
      if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
        from.current = event.relatedTarget;
    };
    return (
      <div
        id={REGION}
        className={css['region']}
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={onFocus}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
        }}
      >
        <div className={css['list']} role="status" aria-live="polite" aria-label={t.common.messages}>
          {toasts.map((toast) => (
            <ToastLine key={toast.id} toast={toast} held={held} onClose={close} />
          ))}
        </div>
      </div>
    );
  }, [toasts, held, close, t]);
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}

function ToastLine({
  toast,
  held,
  onClose,
}: {
  readonly toast: Toast;
  readonly held: boolean;
  readonly onClose: (id: number) => void;
}) {
  const t = useT();
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onClose(toast.id), LIFE);
    return () => clearTimeout(timer);
  }, [held, onClose, toast.id]);
  const act = toast.action ?? (toast.undo && { label: t.common.undo, run: toast.undo });
  return (
    <div className={css['toast']} data-toast="">
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
