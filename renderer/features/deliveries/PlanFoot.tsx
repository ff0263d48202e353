/** What is made for all of them, and the one button. Figures in texts that changed are asked about first. */
import { useEffect, useState } from 'react';
import { sentFormats } from '../../../shared/contract/api/reports.ts';
import { commandKey, navigate, shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import { Button } from '../../ui/index.ts';
import { AskTexts } from './AskTexts.tsx';
import { filesOf, startBatch } from './batch.ts';
import type { Batch, BatchItem } from './batch.ts';
import type { SentFormat } from './choices.ts';
import css from './deliveries.module.css';
import type { PlanRow } from './PlanTable.tsx';

export interface PlanFootProps {
  /** Chosen, and with something to report. */
  readonly rows: readonly PlanRow[];
  readonly period: Batch['period'];
  readonly base: Batch['base'];
  readonly formats: readonly SentFormat[];
  readonly onFormats: (formats: readonly SentFormat[]) => void;
  /** Told of clients that are to be left out. */
  readonly onLeave: (clients: readonly number[]) => void;
}

export function PlanFoot({ rows, period, base, formats, onFormats, onLeave }: PlanFootProps) {
  const t = useT();
  const words = t.deliveries;
  const [asking, setAsking] = useState(false);
  const stale = rows.filter((row) => row.planned?.attention.some((one) => one.kind === 'staleText'));
  const items = rows.map((row): BatchItem => ({
    client: { id: row.client.id, name: row.client.name },
    language: row.language,
    formats,
  }));
  const off = items.length === 0 || formats.length === 0;
  const begin = (): void => {
    startBatch({ period, base, items });
    // What it comes to is shown here, whoever the address asked for.
    navigate(`/deliver?period=${periodParam(toPeriod(period))}&base=${base}`, { replace: true });
  };
  const start = (): void => {
    if (off) return;
    if (stale.length > 0) setAsking(true);
    else begin();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.key !== 'Enter' || event.defaultPrevented || asking) return;
      event.preventDefault();
      start();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <>
      <fieldset className={css['formats']}>
        <legend>{words.formats}</legend>
        {sentFormats.map((format) => (
          <label key={format}>
            <input
              type="checkbox"
              checked={formats.includes(format)}
              onChange={() =>
                onFormats(
                  sentFormats.filter((one) =>
                    one === format ? !formats.includes(one) : formats.includes(one),
                  ),
                )
              }
            />
            {t.reports.formats[format].name}
          </label>
        ))}
      </fieldset>
      <p className={css['will']} role="status">
        {formats.length === 0
          ? words.noFormat
          : items.length === 0
            ? words.noneChosen
            : words.willMake(filesOf(items))}
      </p>
      <Button kind="primary" size="large" keys={shortcut(t.common.enterKey)} disabled={off} onClick={start}>
        {items.length === 0 ? words.makeNone : words.make(items.length)}
      </Button>
      {asking && (
        <AskTexts
          rows={stale}
          period={period}
          base={base}
          onClose={() => setAsking(false)}
          onLeave={() => {
            setAsking(false);
            onLeave(stale.map((row) => row.client.id));
          }}
          onSettled={() => {
            setAsking(false);
            begin();
          }}
        />
      )}
    </>
  );
}
