/** The sheet at the right: its title, the way back, and the making of whatever was asked about. */
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useCall } from '../../api/index.ts';
import type { MadeTarget, NumberTarget, ScoreTarget } from '../../app/index.ts';
import { ClientFormat, useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, ErrorPanel, IconButton } from '../../ui/index.ts';
import css from './made.module.css';
import { NumberMaking } from './NumberMaking.tsx';
import { ScoreMaking } from './ScoreMaking.tsx';
import { useMaking } from './useMaking.ts';

export interface MadeSheetProps {
  readonly target: MadeTarget;
  /** What was shown before going deeper. */
  readonly before: MadeTarget | null;
  readonly onDeeper: (target: MadeTarget) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function MadeSheet({ target, before, onDeeper, onBack, onClose }: MadeSheetProps) {
  const t = useT();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  /** What was pressed goes away with the number it stood in. */
  const toTop = (): void => {
    body.current?.scrollTo({ top: 0 });
    title.current?.focus({ preventScroll: true });
  };
  const deeper = (next: MadeTarget): void => {
    onDeeper(next);
    toTop();
  };
  const back = (): void => {
    onBack();
    toTop();
  };
  return (
    // The key is heard wherever in the sheet the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="dialog"
      aria-modal="false"
      aria-labelledby={id}
      className={css['sheet']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={css['bar']}>
        <h2 id={id} ref={title} tabIndex={-1}>
          {target.of === 'score' ? t.made.scoreTitle : t.made.title}
        </h2>
        <IconButton icon="close" label={t.made.close} onClick={onClose} />
      </header>
      <div ref={body} className={css['scroll']}>
        <OfClient id={target.client}>
          {before !== null && <Back to={before} onBack={back} />}
          {target.of === 'number' ? (
            <OfNumber target={target} onDeeper={deeper} />
          ) : (
            <OfScore target={target} onDeeper={deeper} />
          )}
        </OfClient>
      </div>
    </div>
  );
}

/** Figures in the format of the client they are of, which need not be the one on screen. */
function OfClient({ id, children }: { readonly id: number; readonly children: ReactNode }) {
  const client = useCall('clients.get', { client: id });
  return client.data === undefined ? null : <ClientFormat client={client.data}>{children}</ClientFormat>;
}

function OfNumber({
  target,
  onDeeper,
}: {
  readonly target: NumberTarget;
  readonly onDeeper: (target: MadeTarget) => void;
}) {
  const { data, error, isPlaceholderData, refetch } = useMaking(target);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.kpi.id !== target.kpi) return null;
  return (
    <div className={cx(isPlaceholderData && css['dimmed'])} aria-busy={isPlaceholderData}>
      <NumberMaking made={data} target={target} onDeeper={onDeeper} />
    </div>
  );
}

function OfScore({
  target,
  onDeeper,
}: {
  readonly target: ScoreTarget;
  readonly onDeeper: (target: MadeTarget) => void;
}) {
  const { client, period, base, groupBy } = target;
  const { data, error, isPlaceholderData, refetch } = useCall('scorecard.get', {
    client,
    period,
    base,
    groupBy,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className={cx(isPlaceholderData && css['dimmed'])} aria-busy={isPlaceholderData}>
      <ScoreMaking card={data} target={target} onDeeper={onDeeper} />
    </div>
  );
}

function Back({ to, onBack }: { readonly to: MadeTarget; readonly onBack: () => void }) {
  const t = useT();
  const name = useNameOf(to);
  return (
    <Button kind="ghost" size="small" icon="chevronLeft" className={css['back']} onClick={onBack}>
      {name === null ? t.common.back : t.made.back(name)}
    </Button>
  );
}

/** The name of a number as the way back tells it; `null` while it is not known. */
function useNameOf(target: MadeTarget): string | null {
  const t = useT();
  const format = useFormat();
  const { data } = useMaking(target.of === 'number' ? target : null);
  if (target.of === 'score') return t.made.score.back;
  return data === undefined ? null : format.local(data.kpi.name);
}
