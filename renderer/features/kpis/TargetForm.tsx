/** A target being written down, with how it will be judged beside it. */
import { useState } from 'react';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import type { Input } from '../../../shared/contract/api.ts';
import { targetKinds } from '../../../shared/domain/kpi.ts';
import type { TargetKind } from '../../../shared/domain/kpi.ts';
import { cadences, isoOf, periodAt } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import { useCommand } from '../../api/index.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, ErrorPanel, Field, NumberInput, Select, StatusWord } from '../../ui/index.ts';
import css from './KpiPanel.module.css';
import { dayAfter, growth, isGrowth, judged } from './targets.ts';

/** `undefined`: what stands in the box is no number. */
type Typed = number | null | undefined;

interface Draft {
  readonly kind: TargetKind;
  readonly goal: Typed;
  readonly goalTo: Typed;
  readonly floor: Typed;
  readonly baseline: Typed;
  readonly channel: string;
  readonly cadence: Cadence;
  readonly from: string;
  readonly to: string;
}

export interface TargetFormProps {
  readonly kpi: ClientKpi;
  readonly channels: readonly Channel[];
  readonly current: readonly TargetDto[];
  readonly counterName: string | undefined;
}

const ALL = 'all';

export function TargetForm({ kpi, channels, current, counterName }: TargetFormProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { definition } = kpi;
  const newest = current.toSorted((a, b) => b.from.localeCompare(a.from))[0];
  const cadence: Cadence =
    newest?.cadence ??
    (definition.cadence === 'day' || definition.cadence === 'week' ? 'month' : definition.cadence);
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: newest?.kind ?? definition.target.kind,
    goal: newest?.goal ?? definition.target.goal ?? null,
    goalTo: newest?.goalTo ?? null,
    floor: newest?.floor ?? null,
    baseline: newest?.baseline ?? null,
    channel: newest?.channel ? String(newest.channel) : ALL,
    cadence,
    from: isoOf(periodAt(cadence, place.period.start, format.calendar).start),
    to: '',
  }));
  const [tried, setTried] = useState(false);
  const set = useCommand('targets.set');
  const change = (next: Partial<Draft>): void => setDraft({ ...draft, ...next });
  const words = t.kpis.target;

  const unit = isGrowth(draft.kind) ? growth : definition.unit;
  const wrongOrder =
    draft.kind === 'between' &&
    typeof draft.goal === 'number' &&
    typeof draft.goalTo === 'number' &&
    draft.goalTo < draft.goal;
  const toMissing = draft.kind === 'baseline' && draft.to === '';
  const input = toInput(kpi.id, draft);
  const preview =
    draft.goal === undefined || draft.floor === undefined || draft.goalTo === undefined
      ? null
      : judged(
          { kind: draft.kind, goal: draft.goal, goalTo: draft.goalTo, floor: draft.floor },
          definition,
          format,
          t,
        );

  const submit = (): void => {
    setTried(true);
    if (input === null || wrongOrder || toMissing) return;
    set.mutate(input, { onSuccess: () => setTried(false) });
  };

  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{current.length === 0 ? words.set : words.change}</h3>
      <Field label={words.kind}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={draft.kind}
            onChange={(kind) =>
              change({ kind, ...(isGrowth(kind) !== isGrowth(draft.kind) && { goal: null, floor: null }) })
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
          onChange={(goal) => change({ goal })}
          error={tried && draft.goal === null ? words.goalNeeded : undefined}
        />
        {draft.kind === 'between' && (
          <NumberInput
            label={words.goalTo}
            unit={unit}
            value={draft.goalTo ?? null}
            onChange={(goalTo) => change({ goalTo })}
            error={
              wrongOrder ? words.orderWrong : tried && draft.goalTo === null ? words.goalNeeded : undefined
            }
          />
        )}
        {draft.kind === 'baseline' && (
          <NumberInput
            label={words.baseline}
            optional
            unit={unit}
            value={draft.baseline ?? null}
            onChange={(baseline) => change({ baseline })}
          />
        )}
        {(draft.kind === 'atLeast' || draft.kind === 'atMost') && (
          <NumberInput
            label={words.floor}
            optional
            unit={unit}
            value={draft.floor ?? null}
            onChange={(floor) => change({ floor })}
          />
        )}
        <Field label={words.cadence}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={draft.cadence}
              onChange={(next) =>
                change({
                  cadence: next,
                  from: isoOf(periodAt(next, place.period.start, format.calendar).start),
                })
              }
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
              value={draft.channel}
              onChange={(channel) => change({ channel })}
              items={[
                { value: ALL, label: t.common.all },
                ...channels.map((c) => ({ value: String(c.id), label: c.name })),
              ]}
            />
          )}
        </Field>
        <DateInput label={words.from} value={draft.from} onChange={(from) => change({ from })} />
        <DateInput
          label={words.to}
          optional={draft.kind !== 'baseline'}
          value={draft.to}
          onChange={(to) => change({ to })}
          error={tried && toMissing ? words.toNeeded : undefined}
        />
      </div>
      {preview && (
        <div className={css['judged']}>
          <h4>{words.judged}</h4>
          <dl>
            <dt>
              <StatusWord status="met" />
            </dt>
            <dd>{preview.met}</dd>
            <dt>
              <StatusWord status="atRisk" />
            </dt>
            <dd>{preview.risk}</dd>
            <dt>
              <StatusWord status="off" />
            </dt>
            <dd>{preview.off}</dd>
          </dl>
          {preview.text !== undefined && <p>{preview.text}</p>}
          {definition.vanity && counterName !== undefined && <p>{words.vanityText(counterName)}</p>}
        </div>
      )}
      {set.error && <ErrorPanel error={set.error} inline />}
      <div>
        <Button submit busy={set.isPending}>
          {current.length === 0 ? words.set : words.change}
        </Button>
      </div>
    </form>
  );
}

/** What the contract takes of a draft; `null` while it is not whole. */
function toInput(kpi: number, draft: Draft): Input<'targets.set'> | null {
  const { kind, goal, goalTo, floor, baseline, cadence, from, to, channel } = draft;
  if (
    typeof goal !== 'number' ||
    goalTo === undefined ||
    floor === undefined ||
    baseline === undefined ||
    from === ''
  )
    return null;
  if (kind === 'between' && goalTo === null) return null;
  return {
    kpi,
    channel: channel === ALL ? null : Number(channel),
    kind,
    cadence,
    from,
    to: to === '' ? null : dayAfter(to),
    goal,
    ...(kind === 'between' && goalTo !== null && { goalTo }),
    ...((kind === 'atLeast' || kind === 'atMost') && floor !== null && { floor }),
    ...(kind === 'baseline' && baseline !== null && { baseline }),
  };
}
