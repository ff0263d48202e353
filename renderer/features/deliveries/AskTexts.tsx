/** Texts of several clients hold figures that changed since they were approved: what is to go out is asked first. */
import { useState } from 'react';
import { Link } from 'wouter';
import { asCallError, callOnce, useCallsInTurn } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { clientHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import { Button, ClientBadge, Dialog, ErrorPanel } from '../../ui/index.ts';
import type { Batch } from './batch.ts';
import css from './deliveries.module.css';
import type { PlanRow } from './PlanTable.tsx';
import { settleTexts } from './settle.ts';

export interface AskTextsProps {
  /** Clients whose texts hold such figures. */
  readonly rows: readonly PlanRow[];
  readonly period: Batch['period'];
  readonly base: Batch['base'];
  readonly onClose: () => void;
  readonly onLeave: () => void;
  /** Told once every text says what is meant. */
  readonly onSettled: () => void;
}

export function AskTexts({ rows, period, base, onClose, onLeave, onSettled }: AskTextsProps) {
  const t = useT();
  const words = t.deliveries.ask;
  const [settling, setSettling] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const places = rows.map(({ client, language }) => ({ client: client.id, period, base, language }));
  const texts = useCallsInTurn('texts.list', places);
  const known = texts.every((one) => one.data !== undefined);
  const gone = rows.filter((_, i) =>
    texts[i]?.data?.some((text) => text.stale.some((one) => one.state === 'gone')),
  );
  const settle = async (): Promise<void> => {
    setSettling(true);
    setProblem(null);
    try {
      for (const place of places) {
        // One client after the other, each as its texts are by now.
        // oxlint-disable-next-line no-await-in-loop
        await settleTexts(place, await callOnce('texts.list', place), 'update');
      }
      onSettled();
    } catch (error) {
      setProblem(asCallError(error));
      setSettling(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title(rows.length)}
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            {words.look}
          </Button>
          <Button disabled={settling} onClick={onLeave}>
            {words.leave(rows.length)}
          </Button>
          {gone.length === 0 && (
            <Button kind="primary" disabled={!known} busy={settling} onClick={() => void settle()}>
              {words.update}
            </Button>
          )}
        </>
      }
    >
      <p>{gone.length > 0 ? words.gone(gone.map((row) => row.client.name).join(', ')) : words.text}</p>
      <ul className={css['asked']}>
        {rows.map(({ client, language, planned }) => {
          const stale = planned?.attention.find((one) => one.kind === 'staleText');
          if (stale?.kind !== 'staleText') return null;
          const param = periodParam(toPeriod(period));
          return (
            <li key={client.id}>
              <ClientBadge client={client} />
              <Link
                href={clientHref(client.id, 'reports', {
                  period: param,
                  base,
                  lang: language,
                  text: stale.section,
                })}
              >
                {client.name}
              </Link>
              <span className={css['grey']}>{words.figures(stale.count)}</span>
            </li>
          );
        })}
      </ul>
      {problem !== null && <ErrorPanel inline error={problem} />}
    </Dialog>
  );
}
