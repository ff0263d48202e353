/** Beside the differences: what is wrong with the file, what taking does, and what is never taken. */
import type { ReactNode } from 'react';
import { returnedKinds } from '../../../shared/contract/api/returns.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { EffectPart, EffectWarning, Effects, Fact, Facts } from '../preview/index.ts';
import css from './Consequences.module.css';
import { countsOf } from './rows.ts';
import { problemText } from './words.ts';

export function Consequences({ returned }: { readonly returned: Returned }) {
  const t = useT();
  const { cells, same } = returned;
  const words = t.returns.does;
  const taken = cells.filter((cell) => cell.taken);
  const counts = countsOf(taken);
  const present = countsOf(cells);
  const replaces = taken.filter((cell) => cell.reason === 'changedHere').length;
  return (
    <Effects label={words.title} ledger={t.returns.foot.ledger}>
      <Problems problems={returned.problems} />
      <EffectPart title={words.title}>
        <Facts>
          {returnedKinds
            .filter((kind) => present[kind] > 0)
            .map((kind) => (
              <Count key={kind} label={words[kind]} n={counts[kind]} />
            ))}
          {replaces > 0 && <Count label={words.replaces} n={replaces} />}
          <Count label={words.left} n={cells.length - taken.length} />
          <Count label={<span className={css['quiet']}>{words.same}</span>} n={same} />
        </Facts>
      </EffectPart>
      <Overwritten returned={returned} />
    </Effects>
  );
}

function Count({ label, n }: { readonly label: ReactNode; readonly n: number }) {
  const format = useFormat();
  return <Fact term={label}>{format.number(n, 0)}</Fact>;
}

/** What is wrong with the file as a whole, each thing once, and what to do about it. */
export function Problems({ problems }: Pick<Returned, 'problems'>) {
  const t = useT();
  if (problems.length === 0) return null;
  const gone = problems.some(({ code }) => code !== 'manifestDamaged');
  return (
    <EffectWarning title={t.returns.problems.title} role="status">
      <ul>
        {[...new Set(problems.map((problem) => problemText(t, problem)))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {gone && <p>{t.returns.problems.todo}</p>}
    </EffectWarning>
  );
}

/** Cells of formulas that somebody typed over: listed, closed, never taken. */
export function Overwritten({
  returned: { overwritten, overwrittenTotal },
}: {
  readonly returned: Returned;
}) {
  const t = useT();
  const format = useFormat();
  if (overwrittenTotal === 0) return null;
  const words = t.returns.overwritten;
  const said = (value: string | number | null): string =>
    value === null
      ? t.returns.rows.empty
      : typeof value === 'number'
        ? format.number(value, digitsOf(value))
        : value;
  const rest = overwrittenTotal - overwritten.length;
  return (
    <details className={css['details']}>
      <summary>{words.title(overwrittenTotal, format.number(overwrittenTotal, 0))}</summary>
      <p className={css['quiet']}>{words.text}</p>
      <ul>
        {overwritten.map(({ sheet, cell, was, came }) => (
          <li key={`${sheet} ${cell}`} className={css['over']}>
            <span className={css['where']}>
              {sheet}, {cell}
            </span>
            <span>
              {said(was)} <span className="visually-hidden">{words.to}</span>
              <span aria-hidden="true">→</span> <s>{said(came)}</s>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={css['quiet']}>{words.more(format.number(rest, 0))}</p>}
    </details>
  );
}

/** Results of formulas have no unit here: as many decimals as tell them apart. */
function digitsOf(value: number): number {
  return Number.isInteger(value) ? 0 : Math.abs(value) < 1 ? 4 : 2;
}
