/** A batch under way, and what came of it: client by client, with what to do next. */
import { useState } from 'react';
import { useCall, useCallsInTurn } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { asCallError } from '../../api/index.ts';
import { Page } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import { Button, ErrorPanel, ProgressBar, useToast } from '../../ui/index.ts';
import { ofOne } from './attention.ts';
import { cancelBatch, endBatch, filesOf, missingOf, noteSaved, tryAgain } from './batch.ts';
import type { Batch, Made } from './batch.ts';
import { BatchSummary } from './BatchSummary.tsx';
import { BatchTable } from './BatchTable.tsx';
import type { BatchRow } from './BatchTable.tsx';
import css from './deliveries.module.css';
import { MessageDialog } from './MessageDialog.tsx';
import { saveError, saveFiles } from './saveFiles.ts';

export function BatchView({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const words = t.deliveries;
  const { run, items, made, failed, saved, period, base } = batch;
  const clients = useCall('clients.list', { archived: false }).data ?? [];
  // What there is to look at is of now: it goes once it is mended.
  const plans = useCallsInTurn(
    'deliveries.plan',
    items.map(({ client, language }) => ({ period, base, client: client.id, language })),
  );
  const [problem, setProblem] = useState<CallError | null>(null);
  const [letter, setLetter] = useState<number | null>(null);
  const long = format.period(period, 'long');
  const unsaved = made.filter(({ handle }) => !saved.has(handle));
  const missing = filesOf(missingOf(batch));
  const rows = items.map((item, i): BatchRow => ({
    item,
    client: clients.find((one) => one.id === item.client.id) ?? null,
    made: made.filter(({ deliverable }) => deliverable.client === item.client.id),
    failed: failed.filter((one) => one.client === item.client.id),
    attention: ofOne(plans[i]?.data?.[0]?.attention ?? []),
  }));
  const letters = rows
    .filter((row) => row.made.length > 0)
    .map(({ item, made: files }) => ({
      client: item.client,
      language: item.language,
      formats: files.map(({ deliverable }) => deliverable.format),
    }));

  const save = async (files: readonly Made[]): Promise<void> => {
    setProblem(null);
    try {
      const result = await saveFiles(
        files.map(({ handle, deliverable }) => ({ handle, name: deliverable.fileName })),
        words.after.archive(long),
      );
      if (result.outcome === 'failed') setProblem(saveError(result.code));
      if (result.outcome !== 'saved') return;
      const done = files.filter((_, i) => result.files[i]?.outcome === 'saved');
      noteSaved(done.map((one) => one.handle));
      const failure = result.files.find((one) => one.outcome === 'failed');
      if (failure !== undefined) setProblem(saveError(failure.code));
      if (done.length > 0)
        toast({
          text:
            result.name === undefined
              ? t.reports.saved(result.files[0]?.name ?? '')
              : words.after.saved(done.length, result.name),
        });
    } catch (error) {
      setProblem(asCallError(error));
    }
  };

  return (
    <Page
      title={words.title}
      back="/"
      detail={words.of(long)}
      foot={
        run === null ? (
          <>
            <p className={css['will']}>
              {unsaved.length > 0 ? words.after.unsaved(unsaved.length) : words.after.kept}
            </p>
            <Button kind="ghost" onClick={endBatch}>
              {words.after.another}
            </Button>
            {missing > 0 && <Button onClick={tryAgain}>{words.after.again(missing)}</Button>}
            {letters.length > 0 && (
              <Button kind={unsaved.length > 0 ? 'secondary' : 'primary'} onClick={() => setLetter(0)}>
                {words.after.messages}
              </Button>
            )}
            {made.length > 0 && (
              <Button
                kind={unsaved.length > 0 ? 'primary' : 'secondary'}
                icon="import"
                onClick={() => void save(unsaved.length > 0 ? unsaved : made)}
              >
                {words.after.saveAll(unsaved.length > 0 ? unsaved.length : made.length)}
              </Button>
            )}
          </>
        ) : (
          <div className={css['progress']}>
            <ProgressBar
              label={
                run.cancelling
                  ? words.run.cancelling
                  : run.done === 0
                    ? words.run.starting
                    : words.run.making(Math.min(run.done + 1, filesOf(run.items)), filesOf(run.items))
              }
              fraction={run.done / filesOf(run.items)}
              detail={words.run.going}
              {...(!run.cancelling && { onCancel: cancelBatch })}
            />
          </div>
        )
      }
    >
      <div className={css['screen']}>
        {run === null && (
          <BatchSummary batch={batch} attention={rows.filter((row) => row.attention.length > 0).length} />
        )}
        {batch.problem !== null && <ErrorPanel error={batch.problem} onRetry={tryAgain} />}
        {problem !== null && <ErrorPanel error={problem} />}
        <BatchTable
          batch={batch}
          rows={rows}
          place={{ period: periodParam(toPeriod(period)), base }}
          onSave={(file) => void save([file])}
          onMessage={(client) => setLetter(letters.findIndex((one) => one.client.id === client))}
        />
      </div>
      {letter !== null && (
        <MessageDialog
          period={period}
          base={base}
          letters={letters}
          first={letter}
          onClose={() => setLetter(null)}
        />
      )}
    </Page>
  );
}
