/** Limits that begin anew: proposed where a level has shifted, told and taken back where a person did it. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import css from './Course.module.css';
import type { Finding } from './findings.ts';

export interface RestartProps {
  readonly data: Explorer;
  readonly findings: readonly Finding[];
  readonly onRestart: (day: string) => void;
  readonly onTakeBack: (start: Explorer['limitStarts'][number]) => void;
}

export function Restart({ data, findings, onRestart, onTakeBack }: RestartProps) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.limits;
  const at = shiftedAt(data, findings);
  return (
    <>
      {data.limitStarts.map((one) => (
        <p key={one.id} className={css['started']}>
          <span>{words.doneBy(format.date(one.day, 'medium'))}</span>
          <Button kind="link" size="small" onClick={() => onTakeBack(one)}>
            {words.takeBack}
          </Button>
        </p>
      ))}
      {at !== null && (
        <p className={css['suggest']}>
          <span>{words.suggest(format.period({ cadence: data.tested.cadence, start: at }, 'medium'))}</span>
          <Button kind="link" size="small" onClick={() => onRestart(at)}>
            {words.do}
          </Button>
        </p>
      )}
    </>
  );
}

/** Where the newest run on one side began, when enough of it is there to draw limits from; of a level's net change none. */
function shiftedAt(data: Explorer, findings: readonly Finding[]): string | null {
  if (data.tested.net) return null;
  const run = findings.findLast((finding) => finding.rule === 'eightOneSide');
  const start = run === undefined ? undefined : data.tested.starts[run.from];
  if (run === undefined || start === undefined) return null;
  const after = data.tested.values.slice(run.from).filter((value) => value !== null).length;
  const known = data.limitStarts.some((one) => one.day >= start);
  return after >= 8 && !known && run.from > 0 ? start : null;
}
