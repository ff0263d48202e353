/**
 * Takes a batch back, or puts it back: first it says what will happen, then it does, then it says what did. No batch is
 * ever gone, so nothing here asks twice.
 */
import { useState } from 'react';
import type { Batch, BatchDetail } from '../../../shared/contract/imports/batches.ts';
import { asCallError, callOnce, useCall } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Popover, useToast } from '../../ui/index.ts';
import css from './Settle.module.css';
import { useImportBook } from './book.tsx';
import type { ImportBook } from './book.tsx';

export function Settle({ batch, look }: { readonly batch: Batch; readonly look: 'link' | 'button' }) {
  const t = useT();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallError | null>(null);
  const word = batch.live ? t.imports.log.takeBack : t.imports.log.putBack;
  const turn = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      const done = await callOnce(batch.live ? 'imports.undo' : 'imports.redo', { batch: batch.id });
      setOpen(false);
      toast({
        text: batch.live ? t.imports.log.undone(batch.id, done.keptLater) : t.imports.log.redone(batch.id),
      });
    } catch (thrown) {
      setFailed(asCallError(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={batch.live ? t.imports.settle.undoTitle(batch.id) : t.imports.settle.redoTitle(batch.id)}
      trigger={
        <Button
          kind={look === 'link' ? 'link' : 'secondary'}
          {...(look === 'button' && { icon: batch.live ? 'undo' : 'redo' })}
          aria-label={`${word}: ${t.imports.log.batch} ${batch.id}`}
        >
          {word}
        </Button>
      }
    >
      <div className={css['sheet']}>
        <h3>{batch.live ? t.imports.settle.undoTitle(batch.id) : t.imports.settle.redoTitle(batch.id)}</h3>
        <Consequences batch={batch} />
        {failed && <ErrorPanel error={failed} inline />}
        <div className={css['foot']}>
          <Button kind="ghost" onClick={() => setOpen(false)}>
            {t.common.cancel}
          </Button>
          <Button busy={busy} onClick={() => void turn()}>
            {batch.live ? t.imports.settle.undo : t.imports.settle.redo}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

function Consequences({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const [client] = useState(() => [batch.client]);
  const book = useImportBook(client);
  const detail = useCall('imports.batch', { batch: batch.id }).data;
  if (!detail) return <p className={css['quiet']}>{t.common.loading}</p>;
  return (
    <ul className={css['list']}>
      {linesOf(t, format, book, detail).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function linesOf(t: Catalogue, format: Format, book: ImportBook, detail: BatchDetail): readonly string[] {
  const words = t.imports.settle;
  const count = (n: number): string => format.number(n, 0);
  const written = detail.figures.reduce((n, one) => n + one.cells, 0);
  const shown = detail.figures.reduce((n, one) => n + one.shown, 0);
  const said = saidText(t, detail);
  if (!detail.batch.live)
    return [
      written > 0 && words.back(written, count(written)),
      said && t.returns.batch.comeBack(said),
      words.backNewer,
    ].filter((line): line is string => line !== false && line !== '');
  const made = [...detail.kpis.map((key) => book.kpiName(detail.batch.client, key)), ...detail.channels].join(
    ', ',
  );
  return [
    shown > 0 ? words.leave(shown, count(shown)) : words.leaveNone,
    said && t.returns.batch.goBack(said),
    detail.laterTotal > 0 && words.stay(detail.laterTotal, count(detail.laterTotal)),
    detail.items > 0 && words.items(count(detail.items)),
    detail.cases > 0 && words.cases(count(detail.cases)),
    made && words.makes(made),
    words.can,
  ].filter((line): line is string => line !== false && line !== '');
}

/** `2 notes and 1 text`, of a workbook that came back; empty where there are none. */
function saidText(t: Catalogue, { notes, texts }: BatchDetail): string {
  const words = t.returns.batch;
  return [
    notes.length > 0 && words.countNotes(notes.length),
    texts.length > 0 && words.countTexts(texts.length),
  ]
    .filter((one) => one !== false)
    .join(t.returns.batch.and);
}
