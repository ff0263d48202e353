/** The headline figures: value, change with its base beside it, status with its goal, twelve periods. */
import { Link } from 'wouter';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import { MadeNumber, usePlace, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, NotApplicable, Sparkline, StatusWord } from '../../ui/index.ts';
import { isMarked } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './Headlines.module.css';

import { CardMenu } from './board/card.tsx';

type HeadlineRow = Dashboard['headlines'][number];

/** Recorded periods under which a line shows no course: a stroke or a dot alone says nothing. */
const LEAST_COURSE = 3;

export interface HeadlinesProps {
  readonly rows: readonly HeadlineRow[];
  readonly faces: Faces;
  /** Last day the screen's heading names; a headline that ends earlier says so. `null`: the period is closed. */
  readonly until: string | null;
}

export function Headlines({ rows, faces, until }: HeadlinesProps) {
  const t = useT();
  return (
    <div className={css['place']}>
      <ul className={css['strip']} aria-label={t.dashboard.headlines}>
        {rows.map((row) => (
          <li key={`${row.kpi} ${row.channel}`} className={css['cell']}>
            <Headline row={row} faces={faces} until={until} />
          </li>
        ))}
      </ul>
      <CardMenu corner />
    </div>
  );
}

export function Headline({
  row,
  faces,
  until,
  spark = 72,
}: {
  readonly row: HeadlineRow;
  readonly faces: Faces;
  readonly until: string | null;
  /** Width of the small chart. */
  readonly spark?: number;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const unit = faces.unit(row.kpi);
  const name = faces.name(row.kpi);
  const kpi = faces.kpi(row.kpi);
  const href = place.href('explorer', {
    kpi: kpi === undefined ? undefined : String(kpi.id),
    channel: row.channel ?? undefined,
  });
  const base = row.base.value;
  const targets = useTargets();
  return (
    <div className={css['tile']}>
      <Link href={href} className={css['name']} title={t.dashboard.openExplorer(name)}>
        {name} <span className={css['channel']}>{faces.channel(row.channel) ?? t.dashboard.allShort}</span>
      </Link>
      <span className={css['figures']}>
        <span className={css['value']}>
          <MadeNumber target={targets(kpi, row.channel)} className={css['made'] ?? ''}>
            <Figure
              row={row}
              text={row.now.value === null ? '' : format.value(row.now.value, unit)}
              words={apart(format.words(unit), name)}
            />
          </MadeNumber>
        </span>
        {row.trend.filter((value) => value !== null).length >= LEAST_COURSE && (
          <Sparkline values={row.trend} goals={row.goals} width={spark} />
        )}
      </span>
      <span className={css['change']}>
        <MadeNumber
          target={targets(kpi, row.channel, { about: 'change' })}
          className={css['made'] ?? ''}
          aside
        >
          <ChangeText
            change={row.change}
            unit={unit}
            {...(isMarked(row, place) && { signal: row.signal })}
            strong
            {...(row.change.kind === 'notComparable' && row.change.since !== undefined
              ? { against: t.status.change.since(format.date(row.change.since, 'short')) }
              : base !== null &&
                row.change.kind !== 'noBase' && { against: t.status.change.vs(format.value(base, unit)) })}
          />
        </MadeNumber>
      </span>
      <span className={css['status']}>
        <StatusWord status={row.judgement.status} />
        <Aside row={row} faces={faces} />
        {until !== null && row.now.state === 'value' && row.until < until && (
          <span className={css['aside']}>{t.dashboard.until(format.date(row.until, 'short'))}</span>
        )}
      </span>
    </div>
  );
}

/** Unit words, unless the KPI's own name says them already. */
function apart(words: string, name: string): string {
  return name.toLowerCase().includes(words.toLowerCase()) ? '' : words;
}

function Figure({
  row,
  text,
  words,
}: {
  readonly row: ScoreRow;
  readonly text: string;
  readonly words: string;
}) {
  switch (row.now.state) {
    case 'value':
      return (
        <>
          <span className={css['figure']}>{text}</span>
          {words !== '' && <span className={css['words']}>{words}</span>}
        </>
      );
    case 'notApplicable':
      return <NotApplicable />;
    case 'missing':
    case 'notComputable':
      return <Gap width={72} />;
  }
}

/** The goal; beside it why the status is held back, and what part of the span is recorded where it is not all. */
function Aside({ row, faces }: { readonly row: ScoreRow; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const { judgement, now } = row;
  const { coverage } = now;
  const goal = format.goal(judgement, faces.unit(row.kpi)).replace(/^\u2265\u202f/, '');
  const partly = coverage !== undefined && coverage.recorded < coverage.expected;
  return (
    <span className={css['aside']}>
      {judgement.status === 'unconfirmed' && judgement.counter !== undefined ? (
        <span>
          {t.dashboard.counterOff(
            faces.name(judgement.counter.kpi),
            t.status.words[judgement.counter.status].toLowerCase(),
          )}
        </span>
      ) : (
        goal !== '' && <span>{t.status.goal(goal)}</span>
      )}
      {partly && <span className={css['chip']}>{format.coverage(coverage)}</span>}
    </span>
  );
}
