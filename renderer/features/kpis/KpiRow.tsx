/** One KPI of the list, changed where it stands: level, cadence, headline, weight, owner, counter; its target with its lights. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Smart } from '../../../shared/contract/api/advice.ts';
import type { CatalogueDto, ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import { levels } from '../../../shared/domain/kpi.ts';
import { cadences } from '../../../shared/domain/time.ts';
import { useAppState, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon, sentence } from '../../ui/index.ts';
import { CellMenu } from './CellMenu.tsx';
import { headlinesOf, placed } from './headlines.ts';
import css from './KpiTable.module.css';
import { SmartBadge } from './SmartBadge.tsx';
import { targetOn, targetText } from './targets.ts';
import { useKpiChanges } from './useKpiChanges.ts';

/** Beside the panel of one KPI there is room for what is compared, not for all of it. */
const wideOnly = css['wide'];

export interface KpiRowProps {
  readonly kpi: ClientKpi;
  readonly kpis: readonly ClientKpi[];
  readonly targets: readonly TargetDto[];
  readonly smart: ReadonlyMap<number, readonly Smart[]>;
  readonly channelName: (id: string) => string;
  readonly catalogue: Pick<CatalogueDto, 'kras' | 'stages'>;
  readonly chosen: boolean;
  readonly picked: boolean;
  readonly onChoose: () => void;
  readonly onPick: (picked: boolean) => void;
}

export function KpiRow(props: KpiRowProps) {
  const { kpi, kpis, targets, smart, catalogue, chosen, picked, onChoose, onPick } = props;
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const place = usePlace();
  const change = useKpiChanges();
  const { definition } = kpi;
  const name = format.local(definition.name);
  const target = targetOn(targets, kpi.id, today);
  const lights = target && smart.get(target.id);
  const changed = t.kpis.changed;
  return (
    // The row answers the pointer; the keyboard uses the button on the name.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      className={cx(css['row'], chosen && css['chosen'])}
      onClick={(event) => {
        const hit = event.target instanceof Element ? event.target.closest('button, a, input, label') : null;
        if (hit === null && event.currentTarget.contains(event.target as Node)) onChoose();
      }}
    >
      <td className={css['pick']}>
        <label className={css['check']}>
          <span className="visually-hidden">{t.kpis.pick(name)}</span>
          <input type="checkbox" checked={picked} onChange={(event) => onPick(event.target.checked)} />
        </label>
      </td>
      <th scope="row">
        <button type="button" className={css['name']} aria-pressed={chosen} onClick={onChoose}>
          <KpiName kpi={kpi} />
        </button>
        {definition.vanity && <Counter kpi={kpi} kpis={kpis} />}
      </th>
      <td className={wideOnly}>
        <CellMenu
          label={t.kpis.levelOf(name)}
          value={definition.level}
          items={levels.map((value) => ({ value, label: sentence(t.kpis.levels[value]) }))}
          onChange={(level) => change([{ kpi: kpi.id, level }], changed.level(name, t.kpis.levels[level]))}
        />
      </td>
      <td className={wideOnly}>
        <CellMenu
          label={t.kpis.cadenceOf(name)}
          value={definition.cadence}
          items={cadences.map((value) => ({ value, label: sentence(t.kpis.recordedPer[value]) }))}
          onChange={(cadence) =>
            change([{ kpi: kpi.id, cadence }], changed.cadence(name, t.kpis.recordedPer[cadence]))
          }
        />
      </td>
      <td className={css['middle']}>
        <Headline kpi={kpi} kpis={kpis} />
      </td>
      <td className={css['right']}>
        <Weight
          kpi={kpi}
          label={t.kpis.weightOf(name)}
          onSave={(weight) =>
            change([{ kpi: kpi.id, weight }], changed.weight(name, format.number(weight, fraction(weight))))
          }
        />
      </td>
      <td className={css['target']}>
        {target ? (
          <Link
            className={css['goalLink']}
            href={place.href(`kpis/target/${kpi.id}`)}
            title={t.kpis.targetEditor.change}
          >
            {targetText(target, definition, format, t)}
          </Link>
        ) : (
          <Link
            className={css['link']}
            href={place.href(`kpis/target/${kpi.id}`)}
            aria-label={t.kpis.targetOf(name)}
          >
            {t.kpis.noTarget}
          </Link>
        )}
      </td>
      <td>
        {target && lights && (
          <SmartBadge
            smart={lights}
            name={name}
            context={{
              definition,
              cadence: target.cadence,
              channel: props.channelName,
              kpi: (key) => {
                const one = kpis.find((other) => other.definition.key === key);
                return one === undefined ? key : format.local(one.definition.name);
              },
              catalogue,
              format,
            }}
          />
        )}
      </td>
      <td className={wideOnly}>
        <Owner
          kpi={kpi}
          label={t.kpis.ownerOf(name)}
          onSave={(owner) => change([{ kpi: kpi.id, owner }], changed.owner(name, owner))}
        />
      </td>
      <td className={cx(css['right'], css['grey'], wideOnly)}>
        {definition.timeAggregation === 'formula' ? '–' : format.number(kpi.figures)}
      </td>
    </tr>
  );
}

const fraction = (n: number): number => (Number.isInteger(n) ? 0 : 1);

export function KpiName({ kpi }: { readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const { definition } = kpi;
  return (
    <>
      {/* Spaces between them, for whoever listens. */}
      {format.local(definition.name)}{' '}
      {definition.timeAggregation === 'formula' && <span className={css['mark']}>{t.kpis.computed}</span>}{' '}
      {kpi.own && <span className={css['mark']}>{t.kpis.ownMark}</span>}{' '}
      {definition.vanity && <span className={css['tag']}>{t.kpis.vanity}</span>}
    </>
  );
}

function Counter({ kpi, kpis }: { readonly kpi: ClientKpi; readonly kpis: readonly ClientKpi[] }) {
  const t = useT();
  const format = useFormat();
  const change = useKpiChanges();
  const name = format.local(kpi.definition.name);
  const counters = kpis.filter((one) => one.id !== kpi.id && !one.definition.vanity && one.shown);
  const now = kpis.find((one) => one.definition.key === kpi.definition.counter);
  const words = now ? format.local(now.definition.name) : t.kpis.noCounter;
  return (
    <CellMenu
      label={t.kpis.counterOf(name)}
      value={kpi.definition.counter ?? ''}
      none={words}
      said={t.kpis.counteredBy(words)}
      items={counters.map((one) => ({ value: one.definition.key, label: format.local(one.definition.name) }))}
      onChange={(counter) => {
        const next = kpis.find((one) => one.definition.key === counter);
        change(
          [{ kpi: kpi.id, counter }],
          t.kpis.changed.counter(name, next ? format.local(next.definition.name) : counter),
        );
      }}
    >
      <span className={css['counter']}>{t.kpis.counteredBy(words)}</span>
    </CellMenu>
  );
}

/** Its place among the headlines, changed by a menu of places. */
function Headline({ kpi, kpis }: { readonly kpi: ClientKpi; readonly kpis: readonly ClientKpi[] }) {
  const t = useT();
  const format = useFormat();
  const change = useKpiChanges();
  const name = format.local(kpi.definition.name);
  const all = headlinesOf(kpis);
  const rank = all.findIndex((one) => one.id === kpi.id);
  const places = all.length + (rank < 0 ? 1 : 0);
  return (
    <CellMenu
      label={t.kpis.headlineOf(name)}
      value={rank < 0 ? 'none' : String(rank)}
      items={[
        ...Array.from({ length: places }, (_, i) => {
          const there = all[i];
          return {
            value: String(i),
            label: t.kpis.headlinePlace(i + 1),
            ...(there !== undefined && there.id !== kpi.id && { hint: format.local(there.definition.name) }),
          };
        }),
        { value: 'none', label: t.kpis.headlineNone },
      ]}
      onChange={(value) => {
        const at = value === 'none' ? null : Number(value);
        change(
          placed(kpis, kpi, at),
          at === null ? t.kpis.changed.headlineOff(name) : t.kpis.changed.headline(name, at + 1),
        );
      }}
    >
      <span className={cx(css['headline'], rank >= 0 && css['on'])}>
        {rank < 0 ? <Icon name="plus" /> : rank + 1}
      </span>
    </CellMenu>
  );
}

interface BoxProps<V> {
  readonly kpi: ClientKpi;
  readonly label: string;
  readonly onSave: (value: V) => void;
}

/** 0 to 100; saved when the box is left or Enter is pressed. */
function Weight({ kpi, label, onSave }: BoxProps<number>) {
  const format = useFormat();
  const stored = String(kpi.weight).replace('.', format.style.numberFormat === '1,234.5' ? '.' : ',');
  return (
    <Box
      label={label}
      stored={stored}
      decimal
      onSave={(text) => {
        const weight = Number(text.replace(',', '.'));
        if (text.trim() !== '' && weight >= 0 && weight <= 100 && weight !== kpi.weight) onSave(weight);
      }}
    />
  );
}

function Owner({ kpi, label, onSave }: BoxProps<string>) {
  const stored = kpi.definition.owner ?? '';
  return (
    <Box
      label={label}
      stored={stored}
      onSave={(text) => text.trim() !== stored && onSave(text.trim().slice(0, 120))}
    />
  );
}

function Box({
  label,
  stored,
  decimal = false,
  onSave,
}: {
  readonly label: string;
  readonly stored: string;
  readonly decimal?: boolean;
  readonly onSave: (text: string) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  return (
    <input
      className={cx(css['box'], decimal && css['weight'])}
      aria-label={label}
      title={decimal ? undefined : stored}
      inputMode={decimal ? 'decimal' : 'text'}
      value={text ?? stored}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => {
        if (text !== null) onSave(text);
        setText(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(null);
      }}
    />
  );
}

export function HiddenRow({ kpi }: { readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const change = useKpiChanges();
  const name = format.local(kpi.definition.name);
  return (
    <tr className={css['row']}>
      <td className={css['pick']} />
      <th scope="row" className={css['grey']}>
        <KpiName kpi={kpi} />
      </th>
      <td className={wideOnly} />
      <td className={cx(css['grey'], wideOnly)}>{sentence(t.kpis.recordedPer[kpi.definition.cadence])}</td>
      <td />
      <td />
      <td className={css['target']}>
        <Button
          kind="link"
          onClick={() => change([{ kpi: kpi.id, shown: true }], t.kpis.changed.shown(name))}
        >
          {t.kpis.hidden.show}
        </Button>
      </td>
      <td />
      <td className={wideOnly} />
      <td className={cx(css['right'], css['grey'], wideOnly)}>{format.number(kpi.figures)}</td>
    </tr>
  );
}
