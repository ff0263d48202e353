/** The boxes of a target being written down, and how the three statuses will fall. What is typed lives with the screen. */
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { targetKinds } from '../../../shared/domain/kpi.ts';
import { cadences } from '../../../shared/domain/time.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { DateInput, Field, NumberInput, Select, StatusWord } from '../../ui/index.ts';
import { hasFloor } from './target/draft.ts';
import type { Draft, Flaw } from './target/draft.ts';
import css from './TargetForm.module.css';
import { growth, isGrowth, judged } from './targets.ts';

export interface TargetFormProps {
  readonly id: string;
  readonly kpi: ClientKpi;
  readonly channels: readonly Channel[];
  readonly counterName: string | undefined;
  readonly draft: Draft;
  /** Shown once somebody tried to set it. */
  readonly flaws: readonly Flaw[];
  readonly tried: boolean;
  /** First day of the period on screen at a cadence. */
  readonly firstDay: (cadence: Cadence) => IsoDate;
  /** Offered as the start of a way to a goal. */
  readonly newest: number | null;
  readonly onChange: (next: Partial<Draft>) => void;
  readonly onSubmit: () => void;
}

const ALL = 'all';

export function TargetForm(props: TargetFormProps) {
  const { id: formId, kpi, channels, draft, flaws, tried, onChange } = props;
  const t = useT();
  const words = t.kpis.target;
  const { definition } = kpi;
  const unit = isGrowth(draft.kind) ? growth : definition.unit;
  const wrong = (flaw: Flaw, text: string): string | undefined =>
    tried && flaws.includes(flaw) ? text : undefined;
  return (
    <form
      id={formId}
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <h2>{t.kpis.targetEditor.form}</h2>
      <Field label={words.kind}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={draft.kind}
            onChange={(kind) =>
              onChange({
                kind,
                // A share to grow by is no value to reach: neither stands in for the other.
                ...(isGrowth(kind) !== isGrowth(draft.kind) && { goal: null, floor: null }),
                ...(kind === 'baseline' && draft.baseline === null && { baseline: props.newest }),
              })
            }
            items={targetKinds.map((value) => ({ value, label: words.kinds[value] }))}
          />
        )}
      </Field>
      <div className={css['two']}>
        <NumberInput
          {...(isGrowth(draft.kind) && { className: css['whole'] ?? '' })}
          label={draft.kind === 'between' ? words.goalFrom : isGrowth(draft.kind) ? words.growth : words.goal}
          unit={unit}
          value={draft.goal ?? null}
          onChange={(goal) => onChange({ goal })}
          error={wrong('goal', words.goalNeeded)}
        />
        {draft.kind === 'between' && (
          <NumberInput
            label={words.goalTo}
            unit={unit}
            value={draft.goalTo ?? null}
            onChange={(goalTo) => onChange({ goalTo })}
            error={flaws.includes('order') ? words.orderWrong : wrong('goalTo', words.goalNeeded)}
          />
        )}
        {draft.kind === 'baseline' && (
          <NumberInput
            label={words.baseline}
            unit={unit}
            value={draft.baseline ?? null}
            onChange={(baseline) => onChange({ baseline })}
            error={wrong('baseline', t.kpis.targetEditor.baselineNeeded)}
          />
        )}
        {hasFloor(draft.kind) && (
          <NumberInput
            label={words.floor}
            optional
            unit={unit}
            value={draft.floor ?? null}
            onChange={(floor) => onChange({ floor })}
          />
        )}
        <Field label={words.cadence}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={draft.cadence}
              onChange={(cadence) => onChange({ cadence, from: props.firstDay(cadence) })}
              items={cadences
                .slice(cadences.indexOf(definition.cadence))
                .map((value) => ({ value, label: t.common.cadence[value] }))}
            />
          )}
        </Field>
        <Field label={words.channel}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={draft.channel === null ? ALL : String(draft.channel)}
              onChange={(channel) => onChange({ channel: channel === ALL ? null : Number(channel) })}
              items={[
                { value: ALL, label: t.common.all },
                ...channels.map((channel) => ({ value: String(channel.id), label: channel.name })),
              ]}
            />
          )}
        </Field>
        <DateInput label={words.from} value={draft.from} onChange={(from) => onChange({ from })} />
        <DateInput
          label={words.to}
          optional={draft.kind !== 'baseline'}
          value={draft.to}
          onChange={(to) => onChange({ to })}
          error={
            flaws.includes('toBefore') ? t.kpis.targetEditor.toBefore : wrong('toMissing', words.toNeeded)
          }
        />
      </div>
      <Statuses {...props} />
      <button type="submit" hidden />
    </form>
  );
}

/** What will be met, at risk and off, in the figures of the draft. */
function Statuses({ draft, kpi, counterName }: TargetFormProps) {
  const t = useT();
  const format = useFormat();
  const { kind, goal, goalTo, floor } = draft;
  const { definition } = kpi;
  if (goal === undefined || goalTo === undefined || floor === undefined) return null;
  const falls = judged({ kind, goal, goalTo, floor: hasFloor(kind) ? floor : null }, definition, format, t);
  if (falls === null) return null;
  return (
    <div className={css['judged']}>
      <h3>{t.kpis.target.judged}</h3>
      <dl>
        <dt>
          <StatusWord status="met" />
        </dt>
        <dd>{falls.met}</dd>
        <dt>
          <StatusWord status="atRisk" />
        </dt>
        <dd>{falls.risk}</dd>
        <dt>
          <StatusWord status="off" />
        </dt>
        <dd>{falls.off}</dd>
      </dl>
      {falls.text !== undefined && <p>{falls.text}</p>}
      {definition.vanity && counterName !== undefined && <p>{t.kpis.target.vanityText(counterName)}</p>}
    </div>
  );
}
