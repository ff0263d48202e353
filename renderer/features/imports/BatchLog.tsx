/** Everything that came in, newest first; each can be taken back and put back on any day. */
import { useState } from 'react';
import type { Batch } from '../../../shared/contract/api/imports.ts';
import { asCallError, callOnce, useCall } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { momentText, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, cx, ErrorPanel, Panel, Segmented, useToast } from '../../ui/index.ts';
import css from './BatchLog.module.css';
import { platformName } from './words.ts';

export function BatchLog() {
  const t = useT();
  const client = useClient();
  const [kind, setKind] = useState<'imports' | 'all'>('imports');
  const [failed, setFailed] = useState<CallError | null>(null);
  const { data, error } = useCall('imports.list', {
    client: client.id,
    kinds: kind === 'imports' ? ['import', 'demo'] : ['import', 'demo', 'edit'],
  });
  if (error) return <ErrorPanel error={asCallError(error)} />;
  if (!data) return null;
  return (
    <Panel
      title={t.imports.log.title}
      detail={data.length > 0 ? t.imports.log.detail : undefined}
      flush
      actions={
        <Segmented
          label={t.imports.log.show}
          value={kind}
          onChange={setKind}
          items={[
            { value: 'imports', label: t.imports.log.onlyImports },
            { value: 'all', label: t.imports.log.everything },
          ]}
        />
      }
    >
      {failed && <ErrorPanel error={failed} inline />}
      {data.length === 0 ? (
        <p className={css['empty']}>
          {t.imports.log.empty}. <span>{t.imports.log.emptyText}</span>
        </p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t.imports.log.columns.number}</th>
              <th scope="col">{t.imports.log.columns.when}</th>
              <th scope="col">{t.imports.log.columns.what}</th>
              <th scope="col" className={css['figure']}>
                {t.imports.log.columns.added}
              </th>
              <th scope="col" className={css['figure']}>
                {t.imports.log.columns.changed}
              </th>
              <th scope="col" className={css['figure']}>
                {t.imports.log.columns.same}
              </th>
              <th scope="col" className={css['figure']}>
                {t.imports.log.columns.refused}
              </th>
              <th scope="col">{t.imports.log.columns.state}</th>
              <th scope="col">
                <span className="visually-hidden">{t.imports.log.takeBack}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((batch) => (
              <BatchRow key={batch.id} batch={batch} onError={setFailed} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** A batch that another screen points at comes into view, marked. */
function usePointedAt(batch: number): {
  readonly pointed: boolean;
  readonly ref: (row: HTMLTableRowElement | null) => void;
} {
  const pointed = usePlace().param('batch') === String(batch);
  return { pointed, ref: (row) => void (pointed && row?.scrollIntoView({ block: 'nearest' })) };
}

function BatchRow({
  batch,
  onError,
}: {
  readonly batch: Batch;
  readonly onError: (error: CallError | null) => void;
}) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const { pointed, ref } = usePointedAt(batch.id);
  const turn = async (): Promise<void> => {
    setBusy(true);
    onError(null);
    try {
      const done = await callOnce(batch.live ? 'imports.undo' : 'imports.redo', { batch: batch.id });
      toast({
        text: batch.live ? t.imports.log.undone(batch.id, done.keptLater) : t.imports.log.redone(batch.id),
      });
    } catch (thrown) {
      onError(asCallError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const { counts } = batch;
  const count = (n: number): string => (n === 0 ? '' : format.number(n, 0));
  const platforms = [...new Set(batch.files.map((file) => platformName(file.platform)).filter(Boolean))].join(
    ', ',
  );
  const label = batch.kind === 'import' ? batch.label : batch.label || t.imports.log[batch.kind];
  return (
    <tr ref={ref} className={cx(!batch.live && css['dead'], pointed && css['pointed'])}>
      <td className={css['number']}>{batch.id}</td>
      <td className={css['quiet']}>{momentText(batch.at, language)}</td>
      <td>
        <span className={css['label']}>{label}</span>{' '}
        {platforms && <span className={css['quiet']}>{platforms}</span>}
      </td>
      <td className={css['figure']}>{count(counts.added)}</td>
      <td className={css['figure']}>{count(counts.changed)}</td>
      <td className={cx(css['figure'], css['quiet'])}>{count(counts.unchanged)}</td>
      <td className={css['figure']}>{count(counts.refused)}</td>
      <td className={css['quiet']}>{batch.live ? t.imports.log.inBook : t.imports.log.takenBack}</td>
      <td className={css['do']}>
        <Button
          kind="link"
          busy={busy}
          onClick={() => void turn()}
          aria-label={`${batch.live ? t.imports.log.takeBack : t.imports.log.putBack}: ${t.imports.log.batch} ${batch.id}`}
        >
          {batch.live ? t.imports.log.takeBack : t.imports.log.putBack}
        </Button>
      </td>
    </tr>
  );
}
