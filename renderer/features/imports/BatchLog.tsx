/** Everything that came in, newest first; each has its page, and can be taken back and put back on any day. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import { asCallError, useCall } from '../../api/index.ts';
import { clientHref, momentText, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { cx, ErrorPanel, Panel, Segmented } from '../../ui/index.ts';
import css from './BatchLog.module.css';
import { Settle } from './Settle.tsx';
import { batchLabel } from './words.ts';

const columns = ['number', 'when', 'what', 'added', 'changed', 'same', 'refused', 'state'] as const;
const figures: ReadonlySet<string> = new Set(['added', 'changed', 'same', 'refused']);

export function BatchLog() {
  const t = useT();
  const client = useClient();
  const [kind, setKind] = useState<'imports' | 'all'>('imports');
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
      {data.length === 0 ? (
        <p className={css['empty']}>
          {t.imports.log.empty}. <span>{t.imports.log.emptyText}</span>
        </p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={cx(figures.has(column) && css['figure'])}>
                  {t.imports.log.columns[column]}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t.imports.log.takeBack}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
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

function BatchRow({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const { pointed, ref } = usePointedAt(batch.id);
  const { counts } = batch;
  const count = (n: number): string => (n === 0 ? '' : format.number(n, 0));
  const platforms = [...new Set(batch.files.map((file) => platformName(file.platform)).filter(Boolean))].join(
    ', ',
  );
  return (
    <tr ref={ref} className={cx(!batch.live && css['dead'], pointed && css['pointed'])}>
      <td className={css['number']}>{batch.id}</td>
      <td className={css['when']}>{momentText(batch.at, language)}</td>
      <td>
        <Link className={css['label']} href={clientHref(batch.client, `imports/${batch.id}`)}>
          {batchLabel(t, batch)}
        </Link>{' '}
        {platforms && <span className={css['quiet']}>{platforms}</span>}
      </td>
      <td className={css['figure']}>{count(counts.added)}</td>
      <td className={css['figure']}>{count(counts.changed)}</td>
      <td className={cx(css['figure'], css['quiet'])}>{count(counts.unchanged)}</td>
      <td className={css['figure']}>{count(counts.refused)}</td>
      <td className={css['quiet']}>{batch.live ? t.imports.log.inBook : t.imports.log.takenBack}</td>
      <td className={css['do']}>
        <Settle batch={batch} look="link" />
      </td>
    </tr>
  );
}
