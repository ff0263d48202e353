/** The two screens for when there is nobody to talk to. */
import { useT } from '../i18n/index.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import css from './ErrorBoundary.module.css';

/** This window has no session, or nobody answers it any more; the latter may still change. */
export function SessionLost({ onRetry }: { readonly onRetry: (() => void) | undefined }) {
  const t = useT();
  return (
    <main className={css['broken']}>
      <h1>{t.errors.session.title}</h1>
      <p>{t.errors.session.text}</p>
      {onRetry && (
        <div className={css['actions']}>
          <Button onClick={onRetry}>{t.common.tryAgain}</Button>
        </div>
      )}
    </main>
  );
}

/** The first call failed. */
export function Unreachable({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
  return (
    <main className={css['unreachable']}>
      <h1 className="visually-hidden">{t.app.unreachable}</h1>
      <ErrorPanel error={error} onRetry={onRetry} />
    </main>
  );
}
