/** What is said of a figure over all channels: nobody recorded it, so it leads to how it was made. */
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useMade, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button } from '../../ui/index.ts';
import { activeCell } from './activeCell.ts';
import css from './cards.module.css';
import type { FigureLine } from './lines.ts';
import { columnHead } from './span.ts';
import type { GridCadence } from './span.ts';
import { shownText, unitText } from './typed.ts';

export interface ComputedCardProps {
  readonly line: FigureLine;
  readonly cell: GridCell | undefined;
  readonly cadence: GridCadence;
  readonly start: IsoDate;
  readonly onClose: () => void;
}

export function ComputedCard({ line, cell, cadence, start, onClose }: ComputedCardProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const ask = useMade();
  const targets = useTargets();
  const [name] = columnHead(toPeriod({ cadence, start }), format.calendar, language);
  // A name that says what is counted says it for the figure.
  const unit = unitText(line.unit, format.style);
  const target = targets(line.kpi, null, { period: { cadence, start } });
  return (
    <div className={css['origin']}>
      <div className={css['originHead']}>
        {cell !== undefined && cell.value !== null && (
          <>
            <b className={css['value']}>{shownText(cell.value, line.unit, format.style)}</b>
            {!line.name.toLowerCase().includes(unit.toLowerCase()) && <span>{unit}</span>}
          </>
        )}
        <span className={css['what']}>{t.figures.rowOf(line.name, line.channel)}</span>
        <span className={css['quiet']}>{name}</span>
      </div>
      <p className={css['quiet']}>{t.figures.origin.computed}</p>
      <div className={css['links']}>
        <Button
          kind="link"
          onClick={() => {
            onClose();
            if (target) ask(target, activeCell());
          }}
        >
          {t.made.ask}
        </Button>
      </div>
    </div>
  );
}
