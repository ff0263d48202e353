/** The sheet as a whole: how it is laid out, which row names the columns, how dates and decimals are written. */
import { useId } from 'react';
import type { TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { cadences } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed, toDto, toPeriod } from '../../i18n/period.ts';
import { Button, Combobox, Field, Select } from '../../ui/index.ts';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { AsideProps, Change } from './Aside.tsx';
import css from './aside.module.css';
import { Examples } from './Examples.tsx';
import { headedBy } from './draft.ts';
import { reshaped } from './reshape.ts';
import { ShapePicture } from './ShapePicture.tsx';
import { useNetworks } from './useNetworks.ts';

/** Rows offered for names. */
const most = 15;
const shapes = ['series', 'wide', 'long'] as const;

export function SheetEditor({ view, mapping, kpis, owner, onChange }: AsideProps) {
  const t = useT();
  const format = useFormat();
  const words = t.mapping.layout;
  const name = useId();
  const networks = useNetworks(owner);
  const date = mapping.columns.find((column) => column.role === 'date');
  const dated = mapping.shape === 'wide' || date !== undefined;
  const days = view.columns.find((column) => column.index === date?.index)?.samples.every(isBareDay) ?? false;
  // Only what reads differently helps to choose.
  const numbers = (view.numbers?.examples ?? []).filter((one) => one.point !== one.comma);
  return (
    <div className={css['part']}>
      <fieldset className={css['shapes']}>
        <legend>{words.shape}</legend>
        {shapes.map((shape) => (
          <label key={shape} className={css['shape']}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              checked={mapping.shape === shape}
              onChange={() => onChange((before) => reshaped(before, shape, view.columns, kpis.meant))}
            />
            <span className={css['shapeFace']}>
              <ShapePicture shape={shape} />
              <span>
                <strong>{words.shapes[shape]}</strong>
                <span className={css['quiet']}>{words.shapeTexts[shape]}</span>
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <HeaderField view={view} mapping={mapping} onChange={onChange} />
      {(!dated || days || mapping.period !== null) && (
        <PeriodField label={days ? words.periodOfDays : words.period} mapping={mapping} onChange={onChange} />
      )}
      {dated && (
        <Field label={words.covers[mapping.shape]}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={mapping.cadence ?? 'dates'}
              onChange={(value: Cadence | 'dates') =>
                onChange((before) => ({ ...before, cadence: value === 'dates' ? null : value }))
              }
              items={[
                { value: 'dates', label: words.asDates },
                ...cadences.map((value) => ({ value, label: words.cadences[value] })),
              ]}
            />
          )}
        </Field>
      )}
      {view.dates !== null && view.dates.examples.length > 0 && (
        <Examples
          label={words.dates}
          value={mapping.dateOrder ?? view.dates.order}
          onChange={(dateOrder) => onChange((before) => ({ ...before, dateOrder }))}
          choices={(['dmy', 'mdy'] as const).map((value) => ({ value, label: words.orders[value] }))}
          examples={view.dates.examples.slice(0, 3).map(({ text, ...read }) => ({ text, read }))}
          show={(day) => (day === null ? null : format.date(day, 'medium'))}
          nothing={words.noDate}
        />
      )}
      {view.numbers !== null && numbers.length > 0 && (
        <Examples
          label={words.decimal}
          value={mapping.decimal ?? view.numbers.decimal}
          onChange={(decimal) => onChange((before) => ({ ...before, decimal }))}
          choices={(['.', ','] as const).map((value) => ({ value, label: words.decimals[value] }))}
          examples={numbers
            .slice(0, 3)
            .map(({ text, point, comma }) => ({ text, read: { '.': point, ',': comma } }))}
          show={(n) => (n === null ? null : format.number(n, digitsOf(n)))}
          nothing={words.noNumber}
        />
      )}
      <Field label={words.network}>
        {({ id }) => (
          <Combobox
            id={id}
            label={words.network}
            look="form"
            value={mapping.network ?? ''}
            onChange={(value) => onChange((before) => ({ ...before, network: value === '' ? null : value }))}
            items={[{ value: '', label: words.networkFound }, ...networks]}
          />
        )}
      </Field>
    </div>
  );
}

/** A day of a month without its month. */
function isBareDay(cell: string): boolean {
  return /^(?:[1-9]|[12]\d|3[01])$/.test(cell.trim());
}

/** As many decimals as the number has, four at most. */
function digitsOf(n: number): number {
  for (let digits = 0; digits < 4; digits += 1) if (Number(n.toFixed(digits)) === n) return digits;
  return 4;
}

function HeaderField({ view, mapping, onChange }: Pick<AsideProps, 'view' | 'mapping' | 'onChange'>) {
  const t = useT();
  const words = t.mapping.layout;
  const found = view.sample.find((row) => row.role === 'header')?.line;
  // Names stand above the figures, or in one of their first rows.
  const figures = view.sample.findIndex((row) => row.role === 'data');
  const rows = view.sample
    .slice(0, figures < 0 ? most : Math.min(most, figures + 3))
    .filter((row) => row.role !== 'total');
  const first = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== '')
      .slice(0, 3)
      .join(' · ');
  return (
    <Field label={words.header}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={mapping.headerLine === null ? 'found' : String(mapping.headerLine)}
          onChange={(value) =>
            onChange((before) => headedBy(before, value === 'found' ? null : Number(value)))
          }
          items={[
            {
              value: 'found',
              label: words.headerFound(
                mapping.headerLine === null && found !== undefined ? String(found) : '',
              ),
            },
            ...rows.map((row) => ({
              value: String(row.line),
              label: words.row(String(row.line)),
              hint: first(row.cells),
            })),
            { value: '0', label: words.noHeader },
          ]}
        />
      )}
    </Field>
  );
}

function PeriodField({
  label,
  mapping,
  onChange,
}: {
  readonly label: string;
  readonly mapping: TableMapping;
  readonly onChange: Change;
}) {
  const t = useT();
  const format = useFormat();
  const { today: iso } = useAppState();
  const words = t.mapping.layout;
  const today = dayOfIso(iso);
  return (
    <div className={css['period']} role="group" aria-label={label}>
      <p className={css['label']}>{label}</p>
      {mapping.period === null ? (
        <div className={css['line']}>
          <span className={css['quiet']}>{words.periodNone}</span>
          <Button
            size="small"
            icon="calendar"
            onClick={() =>
              onChange((before) => ({
                ...before,
                period: toDto(lastClosed('month', today, format.calendar)),
              }))
            }
          >
            {words.periodSay}
          </Button>
        </div>
      ) : (
        <>
          <PeriodPicker
            period={toPeriod(mapping.period)}
            today={today}
            allowed={['day', 'week', 'month', 'quarter', 'year']}
            onChange={(period) => onChange((before) => ({ ...before, period: toDto(period) }))}
          />
          <Button kind="link" onClick={() => onChange((before) => ({ ...before, period: null }))}>
            {words.periodForget}
          </Button>
        </>
      )}
    </div>
  );
}
