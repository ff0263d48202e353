/**
 * A figure that nobody recorded, explained where it stands: the formula in the client's own KPI names, each input with
 * its figure, or why it cannot be computed; and the way to the whole making.
 */
import type { Made, Step } from '../../../shared/contract/api/numbers.ts';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import { useCall } from '../../api/index.ts';
import { useClient, useMade, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, Gap, Icon, NotApplicable } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { readable } from '../made/stepWords.ts';
import { activeCell } from './activeCell.ts';
import css from './cards.module.css';
import type { FigureLine } from './lines.ts';
import type { Address } from './plan.ts';
import { columnHead } from './span.ts';
import { shownText, unitText } from './typed.ts';

/** Inputs listed; the whole making has them all. */
const INPUTS = 8;

export interface ComputedCardProps {
  readonly line: FigureLine;
  readonly channel: string;
  readonly at: Address;
  readonly cell: GridCell | undefined;
  readonly onClose: () => void;
}

export function ComputedCard({ line, channel, at, cell, onClose }: ComputedCardProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const client = useClient();
  const ask = useMade();
  const targets = useTargets();
  const { cadence, start } = at;
  const place = at.channel === null ? null : String(at.channel);
  const target = targets(line.kpi, place, { period: { cadence, start } });
  const { data } = useCall('numbers.made', {
    client: client.id,
    kpi: line.kpi.id,
    channel: at.channel,
    period: { cadence, start },
    base: 'previous',
  });
  const [name] = columnHead(toPeriod({ cadence, start }), format.calendar, language);
  // A name that says what is counted says it for the figure.
  const unit = unitText(line.unit, format.style);
  const words = t.figures.origin;
  const faces = data && makeFaces(data, format);
  const formula = data?.formula ?? null;
  const reason = cell?.state === 'notComputable' ? cell.reason : undefined;
  return (
    <div className={css['origin']}>
      <div className={css['originHead']}>
        {cell !== undefined && cell.value !== null && (
          <>
            <b className={css['value']}>{shownText(cell.value, line.unit, format.style)}</b>
            {!line.name.toLowerCase().includes(unit.toLowerCase()) && <span>{unit}</span>}
          </>
        )}
        <span className={css['what']}>{t.figures.rowOf(line.name, channel)}</span>
        <span className={css['quiet']}>{name}</span>
      </div>
      {formula !== null && faces ? (
        <p className={css['formula']}>
          <Icon name="formula" />
          <span>
            <b>{line.name}</b> = {readable(formulaOf(data, formula), faces, format)}
          </span>
        </p>
      ) : (
        <p className={css['quiet']}>{line.kpi.computed ? words.computed : words.together}</p>
      )}
      {reason && (
        <p className={css['reason']}>
          <Icon name="warning" />
          {t.status.value[reason]}
        </p>
      )}
      {data && faces && <Inputs made={data} faces={faces} />}
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

function formulaOf(made: Made, formula: string): string {
  const [root] = made.steps;
  return root?.text === undefined || root.text === '' ? formula : root.text;
}

/** The first level of the making: the formula's KPIs, or the channels, each with its figure. */
function Inputs({ made, faces }: { readonly made: Made; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const seen = new Set<string>();
  const inputs = made.steps.slice(1).filter((step) => {
    const key = `${step.kind} ${step.kpi ?? ''} ${step.channel ?? ''}`;
    const fits =
      made.formula === null
        ? step.kind === 'channel' && step.depth === 1
        : step.kind === 'operand' && step.kpi !== null;
    return fits && !seen.has(key) && seen.add(key);
  });
  if (inputs.length === 0) return null;
  return (
    <dl className={css['inputs']}>
      {inputs.slice(0, INPUTS).map((step, i) => (
        <div key={i}>
          <dt>{made.formula === null ? faces.channel(step.channel) : faces.name(step.kpi ?? '')}</dt>
          <dd>{figureOf(step)}</dd>
        </div>
      ))}
      {inputs.length > INPUTS && (
        <p className={css['quiet']}>{t.figures.origin.more(inputs.length - INPUTS)}</p>
      )}
    </dl>
  );

  function figureOf(step: Step) {
    const { measured } = step;
    const key = step.kpi ?? made.kpi.key;
    if (measured.value !== null) return format.value(measured.value, faces.unit(key));
    if (measured.state === 'notApplicable') return <NotApplicable />;
    const [reason] = measured.reasons;
    return (
      <>
        <Gap width={28} />{' '}
        <span className={css['quiet']}>{reason ? t.status.value[reason] : t.figures.states.missing}</span>
      </>
    );
  }
}
