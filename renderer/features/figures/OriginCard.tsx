/** Where a figure comes from: who said it and when, in which file, and what was said before. */
import { useState } from 'react';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { useCall } from '../../api/index.ts';
import { momentText, useClient, useMade, usePlace, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { activeCell } from './activeCell.ts';
import css from './cards.module.css';
import { editLogOf } from './editLog.ts';
import type { CellAt, FigureLine } from './lines.ts';
import { holding, sourceOf } from './originWords.ts';
import type { Claim } from './originWords.ts';
import { columnHead } from './span.ts';
import { editText, shownText, unitText } from './typed.ts';
import type { Stated } from './typed.ts';

/** Older statements shown at first; the rest is the figure's history. */
const OLDER = 1;

export interface OriginCardProps {
  readonly line: FigureLine;
  readonly channel: string;
  readonly at: CellAt;
  /** `null`: computed, nothing can be written. */
  readonly place: CellAt | null;
  readonly onClose: () => void;
}

export function OriginCard({ line, channel, at, place, onClose }: OriginCardProps) {
  const [whole, setWhole] = useState(false);
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const client = useClient();
  const { href } = usePlace();
  const ask = useMade();
  const targets = useTargets();
  const { data } = useCall('figures.origin', at);
  if (!data) return <p className={css['quiet']}>{t.common.loading}</p>;
  const words = t.figures.origin;
  const now = holding(data);
  const earlier = data.claims.filter((claim) => claim !== now);
  const older = whole ? earlier : earlier.slice(0, OLDER);
  const before = earlier.find((claim) => claim.live && statement(claim) !== (now && statement(now)));
  const period = toPeriod(at);
  const [name, date] = columnHead(period, format.calendar, language);
  const cell = now && textOf(now);
  const use = (value: Stated): void => {
    if (place)
      void editLogOf(client.id).write(
        [{ ...place, value, text: editText(value, line.unit, format.style) }],
        t.figures.cellOf(line.name, channel, `${name} ${date}`),
      );
    onClose();
  };
  return (
    <div className={css['origin']}>
      <div className={css['originHead']}>
        {cell !== undefined && <b className={css['value']}>{cell}</b>}
        {cell !== undefined && now?.value !== null && <span>{unitText(line.unit, format.style)}</span>}
        <span className={css['what']}>{t.figures.rowOf(line.name, channel)}</span>
        <span className={css['quiet']}>{name}</span>
      </div>
      {!now && !data.finer && <p className={css['quiet']}>{line.editable ? words.none : words.computed}</p>}
      <dl className={css['facts']}>
        {now && (
          <>
            <dt>{words.from}</dt>
            <dd>{words.by(sourceOf(now, t), momentText(now.at, language))}</dd>
            {now.kind === 'import' && now.label !== '' && (
              <>
                <dt>{words.file}</dt>
                <dd className={css['file']}>{now.label}</dd>
              </>
            )}
          </>
        )}
        {older.length > 0 && (
          <>
            <dt>{words.before}</dt>
            <dd>
              {older.map((claim) => (
                <p key={`${claim.batch} ${claim.at}`}>
                  <s>{textOf(claim)}</s>{' '}
                  {words.by(sourceOf(claim, t).toLowerCase(), momentText(claim.at, language))}
                  {!claim.live && words.takenBack}
                </p>
              ))}
            </dd>
          </>
        )}
        {data.finer && (
          <>
            <dt>{words.finer}</dt>
            <dd>
              {words.finerOf(
                data.finer.recorded,
                data.finer.expected,
                cadenceWord(data.finer.cadence, data.finer.expected, language),
              )}
            </dd>
          </>
        )}
        {data.note !== null && (
          <>
            <dt>{t.figures.note.title}</dt>
            <dd className={css['noteText']}>{data.note}</dd>
          </>
        )}
      </dl>
      {(!now || now.kind === 'import' || (place && before) || earlier.length > OLDER) && (
        <div className={css['links']}>
          {!now && (
            <Button
              kind="link"
              onClick={() => {
                onClose();
                const { cadence, start } = at;
                const target = targets(line.kpi, String(at.channel), { period: { cadence, start } });
                if (target) ask(target, activeCell());
              }}
            >
              {t.made.ask}
            </Button>
          )}
          {now?.kind === 'import' && (
            <LinkButton kind="link" to={href('imports', { batch: String(now.batch) })}>
              {words.open}
            </LinkButton>
          )}
          {earlier.length > OLDER && (
            <Button kind="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
              {whole ? words.shorter : words.history(earlier.length)}
            </Button>
          )}
          {place && before && (
            <Button kind="link" onClick={() => use(statement(before))}>
              {words.again(textOf(before))}
            </Button>
          )}
        </div>
      )}
    </div>
  );

  function textOf(claim: Claim): string {
    if (claim.value !== null) return shownText(claim.value, line.unit, format.style);
    return claim.notApplicable ? t.figures.na : t.figures.origin.cleared;
  }
}

function statement(claim: Claim): Stated {
  return claim.notApplicable ? 'na' : claim.value;
}
