/**
 * A status, and where there is more to say the reason in a sheet beside it: why a vanity KPI is unconfirmed, why
 * there is no goal, what is missing.
 */
import { Link } from 'wouter';
import type { ReactNode } from 'react';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Popover, StatusMark, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './scorecard.module.css';

export interface StatusCellProps {
  readonly row: ScoreRow;
  readonly faces: Faces;
  readonly onOpenChange: (open: boolean) => void;
}

export function StatusCell({ row, faces, onOpenChange }: StatusCellProps) {
  const t = useT();
  const { judgement } = row;
  const content = explain(row, faces);
  if (content === null) return <StatusWord status={judgement.status} />;
  const name = faces.name(row.kpi);
  return (
    <Popover
      arrow
      align="center"
      label={t.scorecard.why(name, t.status.words[judgement.status])}
      onOpenChange={onOpenChange}
      trigger={
        <button
          type="button"
          className={css['why']}
          aria-label={t.scorecard.why(name, t.status.words[judgement.status])}
        >
          <StatusWord status={judgement.status} />
        </button>
      }
    >
      {content}
    </Popover>
  );
}

function explain(row: ScoreRow, faces: Faces): ReactNode {
  const { judgement, now } = row;
  if (judgement.status === 'unconfirmed' && judgement.counter !== undefined)
    return <Vanity row={row} counter={judgement.counter} faces={faces} />;
  const told =
    judgement.reason !== undefined ||
    now.reasons.length > 0 ||
    judgement.status === 'noTarget' ||
    judgement.status === 'noData';
  return told ? <Reasons row={row} faces={faces} /> : null;
}

function Vanity({
  row,
  counter,
  faces,
}: {
  readonly row: ScoreRow;
  readonly counter: NonNullable<ScoreRow['judgement']['counter']>;
  readonly faces: Faces;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const name = faces.name(row.kpi);
  const unit = faces.unit(counter.kpi);
  const { vanity } = t.scorecard;
  const status = t.status.words[counter.status];
  const by = format.change(row.change, faces.unit(row.kpi)).text.replace(/^[+\u2212-]/u, '');
  const { kind, difference = 0 } = row.change;
  const told =
    kind !== 'change' || difference === 0
      ? vanity.plain(status)
      : difference > 0
        ? vanity.rose(by, status)
        : vanity.fell(by, status);
  const [kpi, own] = [faces.kpi(counter.kpi), faces.kpi(row.kpi)];
  return (
    <div className={css['sheet']}>
      <div className={css['sheetHead']}>
        <StatusMark status="unconfirmed" />
        <strong>{t.scorecard.vanity.title(name)}</strong>
        <span className={css['tag']}>{t.scorecard.vanity.tag}</span>
      </div>
      <p>{told}</p>
      <div className={css['counter']}>
        <StatusMark status={counter.status} />
        <span className="visually-hidden">{t.status.words[counter.status]}</span>
        <span>{faces.name(counter.kpi)}</span>
        <strong>{counter.value === null ? t.status.words.noData : format.value(counter.value, unit)}</strong>
        {counter.goal !== undefined && (
          <span className={css['grey']}>{t.scorecard.vanity.goal(format.value(counter.goal, unit))}</span>
        )}
      </div>
      <p>{t.scorecard.vanity.while(t.status.words[counter.status])}</p>
      <p className={css['links']}>
        {kpi !== undefined && own !== undefined && (
          <>
            <Link
              href={place.href('explorer', {
                kpi: String(own.id),
                with: String(kpi.id),
                channel: row.channel ?? undefined,
              })}
            >
              {t.scorecard.vanity.see}
            </Link>
            <Link href={place.href('kpis', { kpi: String(own.id), edit: 'counter' })}>
              {t.scorecard.vanity.change}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

function Reasons({ row, faces }: { readonly row: ScoreRow; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { judgement, now } = row;
  const kpi = faces.kpi(row.kpi);
  const lines = [
    ...(judgement.reason === undefined ? [] : [t.status.judgement[judgement.reason]]),
    ...now.reasons.map((reason) => t.status.value[reason]),
    ...(now.coverage === undefined || now.coverage.recorded >= now.coverage.expected
      ? []
      : [t.scorecard.reason.coverage(format.coverage(now.coverage))]),
  ];
  if (lines.length === 0)
    lines.push(
      judgement.status === 'noTarget' ? t.status.judgement.noTargetForPeriod : t.status.value.nothingRecorded,
    );
  const missing = now.state !== 'value' || judgement.reason === 'lowCoverage';
  return (
    <div className={css['sheet']}>
      <div className={css['sheetHead']}>
        <StatusMark status={judgement.status} />
        <strong>{t.status.words[judgement.status]}</strong>
      </div>
      {[...new Set(lines)].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={css['links']}>
        {missing ? (
          <Link href={place.href('figures')}>{t.scorecard.reason.fill}</Link>
        ) : (
          <Link href={place.href(kpi === undefined ? 'kpis' : `kpis/target/${kpi.id}`)}>
            {t.scorecard.reason.target}
          </Link>
        )}
      </p>
    </div>
  );
}
