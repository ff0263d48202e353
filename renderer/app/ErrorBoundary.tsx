/** Catches what a screen throws while it is drawn: the rest of the window stays, and says what to do. */
import { Component, useState } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { asCallError } from '../api/errors.ts';
import { useT } from '../i18n/index.tsx';
import { Button } from '../ui/Button.tsx';
import css from './ErrorBoundary.module.css';
import { navigate } from './location.ts';

interface Props {
  readonly children: ReactNode;
  /** A change of it shows the children again. */
  readonly place?: string;
}
interface State {
  readonly error: unknown;
  readonly place: string | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Broken error={this.state.error} onAgain={() => this.setState({ error: undefined })} />;
  }
}

function Broken({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const t = useT();
  const { code, logId } = asCallError(error);
  const [copied, setCopied] = useState(false);
  // No figures and no names of clients: the place and what was thrown.
  const details = [
    `${code}${logId === undefined ? '' : ` ${logId}`}`,
    location.hash.split('?', 1)[0],
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ].join('\n');
  return (
    <main id="content" className={css['broken']} tabIndex={-1}>
      <div role="alert">
        <h1>{t.errors.boundary.title}</h1>
        <p>{t.errors.boundary.text}</p>
      </div>
      <div className={css['actions']}>
        <Button kind="primary" onClick={onAgain}>
          {t.errors.boundary.again}
        </Button>
        <Button
          onClick={() => {
            navigate('/');
            onAgain();
          }}
        >
          {t.errors.boundary.home}
        </Button>
      </div>
      <Button
        kind="link"
        icon="copy"
        onClick={() => {
          void navigator.clipboard.writeText(details).then(
            () => setCopied(true),
            () => undefined,
          );
        }}
      >
        {t.errors.boundary.copy}
      </Button>
      <span className={css['copied']} role="status">
        {copied ? t.errors.boundary.copied : ''}
      </span>
      <details className={css['more']}>
        <summary>{t.errors.boundary.details}</summary>
        <pre className={css['details']}>{details}</pre>
      </details>
      <p className={css['code']}>
        {logId === undefined ? t.errors.code(code) : `${t.errors.code(code)}. ${t.errors.logId(logId)}`}
      </p>
    </main>
  );
}
