/** When reports are due, with the next one as an example. */
import { addDays, endOf, isoOf, weekdayOf } from '../../../shared/domain/time.ts';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed } from '../../i18n/period.ts';
import { Field, FormPair, NumberInput, Select } from '../../ui/index.ts';
import type { Draft } from './draft.ts';

export function ScheduleFields({
  draft,
  onChange,
}: {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const weekdays: Readonly<Record<number, string>> = t.app.weekdays;
  const { reportCadence: cadence, reportAfter: after } = draft;
  const example = (): string => {
    if (cadence === null) return t.clients.schedule.none;
    const period = lastClosed(cadence, dayOfIso(today), draft);
    const due = addDays(endOf(period), after - 1);
    return t.clients.schedule.example(
      format.period(period, 'long'),
      weekdays[weekdayOf(due)] ?? '',
      format.date(isoOf(due), 'long'),
    );
  };
  return (
    <>
      <FormPair>
        <Field label={t.clients.schedule.every}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={cadence ?? 'none'}
              onChange={(value) => onChange({ reportCadence: value === 'none' ? null : value })}
              items={(['week', 'month', 'quarter', 'year', 'none'] as const).map((value) => ({
                value,
                label: t.clients.schedule.cadences[value],
              }))}
            />
          )}
        </Field>
        {cadence !== null && (
          <NumberInput
            label={t.clients.schedule.after}
            unit={{ kind: 'count', label: { en: 'days', es: 'días' } }}
            value={after}
            onChange={(value) =>
              typeof value === 'number' &&
              onChange({ reportAfter: Math.min(90, Math.max(0, Math.round(value))) })
            }
          />
        )}
      </FormPair>
      <p aria-live="polite">{example()}</p>
    </>
  );
}
