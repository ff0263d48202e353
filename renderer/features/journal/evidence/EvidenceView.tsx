/** Evidence: for a count that is no number by itself, each time it happened, with what there is to see. */
import { useRef, useState } from 'react';
import type { Output } from '../../../../shared/contract/api.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toDto } from '../../../i18n/period.ts';
import { Button, Combobox, EmptyState, ErrorPanel, Gap, LinkButton } from '../../../ui/index.ts';
import { CompleteUntil } from '../CompleteUntil.tsx';
import { EvidenceEntry } from './EvidenceEntry.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import css from '../journal.module.css';

type Kpis = Output<'evidence.kpis'>;
const page = 50;
/** As many as one answer holds. */
const mostRows = 500;

export function EvidenceView() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const { data: kpis, error, refetch } = useCall('evidence.kpis', { client: client.id });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!kpis) return null;
  const chosen = kpis.find((kpi) => String(kpi.id) === place.param('kpi')) ?? kpis[0];
  if (chosen === undefined) {
    return (
      <div className={css['empty']}>
        <EmptyState
          title={t.journal.empty.noKpi}
          centred
          action={
            <LinkButton to={place.href('kpis/catalogue')} kind="primary">
              {t.journal.empty.noKpiAction}
            </LinkButton>
          }
        >
          {t.journal.empty.noKpiText}
        </EmptyState>
      </div>
    );
  }
  return <EvidenceOf key={chosen.id} kpi={chosen} kpis={kpis} />;
}

function EvidenceOf({ kpi, kpis }: { readonly kpi: Kpis[number]; readonly kpis: Kpis }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const [limit, setLimit] = useState(page);
  const what = useRef<HTMLInputElement>(null);
  const { data, error, refetch } = useCall('evidence.list', {
    client: client.id,
    kpi: kpi.id,
    period: toDto(place.period),
    offset: 0,
    limit,
  });
  const more = data !== undefined && data.total > data.entries.length;
  return (
    <div className={css['view']}>
      <div className={css['kpi']}>
        <Combobox
          label={t.journal.fields.kpi}
          value={String(kpi.id)}
          onChange={(id) => place.set({ kpi: id })}
          items={kpis.map((one) => ({
            value: String(one.id),
            label: format.local(one.name),
            hint: t.journal.evidence.count(one.entries),
          }))}
        />
        {data && <span>{t.journal.evidence.count(data.total)}</span>}
        <CompleteUntil log="evidence" kpi={kpi.id} />
      </div>
      {data && <Counts counts={data.counts} cadence={place.period.cadence} />}
      {data && <EvidenceEntry kpi={kpi} channels={data.channels} what={what} />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <div className={css['empty']}>
          <EmptyState
            title={t.journal.empty.evidence}
            centred
            action={<Button onClick={() => what.current?.focus()}>{t.journal.empty.evidenceAction}</Button>}
          >
            {t.journal.empty.evidenceText}
          </EmptyState>
        </div>
      )}
      {data && data.total > 0 && <EvidenceTable entries={data.entries} channels={data.channels} />}
      {more && (
        <div className={css['more']}>
          {limit < mostRows ? (
            <Button onClick={() => setLimit(Math.min(limit + page, mostRows))}>{t.journal.list.more}</Button>
          ) : (
            t.journal.list.narrow
          )}
        </div>
      )}
    </div>
  );
}

function Counts({
  counts,
  cadence,
}: {
  readonly counts: Output<'evidence.list'>['counts'];
  readonly cadence: Parameters<typeof toDto>[0]['cadence'];
}) {
  const t = useT();
  const format = useFormat();
  const last = counts.length - 1;
  return (
    <table className={css['counts']} aria-label={t.journal.evidence.counts}>
      <thead>
        <tr>
          {counts.map(({ start }, i) => (
            <th key={start} scope="col" className={i === last ? css['now'] : undefined}>
              {format.period({ cadence, start }, 'axis')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {counts.map(({ start, value }, i) => (
            <td key={start} className={i === last ? css['now'] : undefined}>
              {value === null ? <Gap width={24} /> : format.number(value)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
