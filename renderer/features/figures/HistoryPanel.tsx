/** Beside the grid: what was typed, pasted and filled, newest first, with the way back to any step. */
import { useState } from 'react';
import type { EditStep } from '../../../shared/contract/api/figures.ts';
import { useCall } from '../../api/index.ts';
import { momentText, useClient } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, cx, EmptyState, ErrorPanel, IconButton } from '../../ui/index.ts';
import css from './panels.module.css';

const PAGE = 50;

export interface HistoryPanelProps {
  /** To a step, so that it is the newest that stands; `null`: before the first. */
  readonly onTravel: (to: number | null) => void;
  readonly onClose: () => void;
}

export function HistoryPanel({ onTravel, onClose }: HistoryPanelProps) {
  const t = useT();
  const client = useClient();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useCall('figures.history', { client: client.id, limit });
  const words = t.figures.history;
  const now = data?.undo?.batch ?? null;
  return (
    <section className={css['panel']} aria-label={words.title}>
      <header className={css['bar']}>
        <h2>{words.title}</h2>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      <p className={css['quiet']}>{words.hint}</p>
      {error && <ErrorPanel error={error} inline />}
      {data?.steps.length === 0 && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      <ol className={css['list']}>
        {data?.steps.map((step) => (
          <Step key={step.batch} step={step} now={step.batch === now} onTravel={onTravel} />
        ))}
      </ol>
      {data?.more === true && (
        <Button kind="ghost" onClick={() => setLimit(Math.min(500, limit + PAGE))}>
          {words.more}
        </Button>
      )}
      {data && !data.more && data.steps.length > 0 && now !== null && (
        <Button kind="ghost" icon="undo" onClick={() => onTravel(null)}>
          {words.beforeFirst}
        </Button>
      )}
    </section>
  );
}

function Step({
  step,
  now,
  onTravel,
}: {
  readonly step: EditStep;
  readonly now: boolean;
  readonly onTravel: (to: number) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const words = t.figures.history;
  const what = step.label === '' ? words.counts(step.figures, step.notes) : step.label;
  return (
    <li className={cx(css['item'], !step.live && css['gone'])} aria-current={now ? 'step' : undefined}>
      <span className={css['go']}>
        <span className={css['name']}>{what}</span>
        <span className={css['quiet']}>
          {momentText(step.at, language)}
          {step.undoneAt !== null && `, ${words.undone(momentText(step.undoneAt, language))}`}
          {now && `, ${words.now}`}
        </span>
      </span>
      {!now && (
        <Button size="small" kind="ghost" title={words.toHere(what)} onClick={() => onTravel(step.batch)}>
          {step.live ? words.back : words.forth}
        </Button>
      )}
    </li>
  );
}
