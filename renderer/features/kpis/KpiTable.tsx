/** A client's KPIs as rows under their key result area; below them those that are recorded but not shown. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { CatalogueDto, ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import { useCommand } from '../../api/index.ts';
import { useAppState, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon } from '../../ui/index.ts';
import css from './KpiTable.module.css';
import { targetOn, targetText } from './targets.ts';

export interface KpiTableProps {
  readonly kpis: readonly ClientKpi[];
  readonly targets: readonly TargetDto[];
  readonly kras: CatalogueDto['kras'];
  readonly chosen: number | null;
  readonly onChoose: (kpi: number) => void;
}

/** Beside the panel of one KPI there is room for what is compared, not for all of it. */
const wideOnly = css['wide'];

export function KpiTable(props: KpiTableProps) {
  const t = useT();
  const format = useFormat();
  const shown = props.kpis.filter((kpi) => kpi.shown);
  const hidden = props.kpis.filter((kpi) => !kpi.shown);
  const [open, setOpen] = useState(false);
  return (
    <table className={cx(css['table'], props.chosen !== null && css['narrow'])}>
      <thead>
        <tr>
          <th scope="col">{t.kpis.columns.kpi}</th>
          <th scope="col" className={wideOnly}>
            {t.kpis.columns.recorded}
          </th>
          <th scope="col" className={css['middle']}>
            {t.kpis.columns.headline}
          </th>
          <th scope="col" className={css['right']}>
            {t.kpis.columns.weight}
          </th>
          <th scope="col" className={css['target']}>
            {t.kpis.columns.target}
          </th>
          <th scope="col" className={cx(css['right'], wideOnly)}>
            {t.kpis.columns.figures}
          </th>
        </tr>
      </thead>
      {props.kras.map((kra) => {
        const rows = shown.filter((kpi) => kpi.definition.kra === kra.key);
        if (rows.length === 0) return null;
        return (
          <tbody key={kra.key}>
            <tr className={css['group']}>
              <th scope="rowgroup" colSpan={6}>
                {format.local(kra.name)} <span>{t.common.kpis(rows.length)}</span>
              </th>
            </tr>
            {rows.map((kpi) => (
              <KpiRow key={kpi.id} kpi={kpi} {...props} />
            ))}
          </tbody>
        );
      })}
      {hidden.length > 0 && (
        <tbody>
          <tr className={css['group']}>
            <th scope="rowgroup" colSpan={6}>
              <button
                type="button"
                className={css['fold']}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <Icon name={open ? 'chevronDown' : 'chevronRight'} />
                {t.kpis.hidden.title} <span>{t.common.kpis(hidden.length)}</span>
                <span>{t.kpis.hidden.text}</span>
              </button>
            </th>
          </tr>
          {open && hidden.map((kpi) => <HiddenRow key={kpi.id} kpi={kpi} />)}
        </tbody>
      )}
    </table>
  );
}

function Name({ kpi, all }: { readonly kpi: ClientKpi; readonly all?: readonly ClientKpi[] }) {
  const t = useT();
  const format = useFormat();
  const { definition } = kpi;
  const counter = all?.find((other) => other.definition.key === definition.counter);
  return (
    <>
      {/* Spaces between them, for whoever listens. */}
      {format.local(definition.name)}{' '}
      {definition.timeAggregation === 'formula' && <span className={css['mark']}>{t.kpis.computed}</span>}{' '}
      {kpi.own && <span className={css['mark']}>{t.kpis.ownMark}</span>}{' '}
      {definition.vanity && (
        <>
          <span className={css['tag']}>{t.kpis.vanity}</span>{' '}
          {counter && (
            <span className={css['mark']}>{t.kpis.counteredBy(format.local(counter.definition.name))}</span>
          )}
        </>
      )}
    </>
  );
}

function KpiRow({ kpi, kpis, targets, chosen, onChoose }: KpiTableProps & { readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const update = useCommand('kpis.update');
  const place = usePlace();
  const target = targetOn(targets, kpi.id, today);
  const name = format.local(kpi.definition.name);
  const headlines = kpis.flatMap((other) => (other.headline === null ? [] : [other.headline]));
  const last = headlines.length === 0 ? -1 : Math.max(...headlines);
  const rank = kpi.headline === null ? 0 : headlines.filter((n) => n <= (kpi.headline ?? 0)).length;
  const headline = kpi.headline === null ? t.kpis.headlineOn(name) : t.kpis.headlineAt(name, rank);
  return (
    // The row answers the pointer; the keyboard uses the button on the name.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr className={cx(css['row'], chosen === kpi.id && css['chosen'])} onClick={() => onChoose(kpi.id)}>
      <th scope="row">
        <button type="button" className={css['name']} aria-pressed={chosen === kpi.id}>
          <Name kpi={kpi} all={kpis} />
        </button>
      </th>
      <td className={cx(css['grey'], wideOnly)}>{t.kpis.recordedPer[kpi.definition.cadence]}</td>
      <td className={css['middle']} onClick={(event) => event.stopPropagation()}>
        <button
          type="button"
          className={cx(css['headline'], kpi.headline !== null && css['on'])}
          aria-pressed={kpi.headline !== null}
          aria-label={headline}
          title={headline}
          onClick={() => update.mutate({ kpi: kpi.id, headline: kpi.headline === null ? last + 1 : null })}
        >
          {kpi.headline === null ? <Icon name="plus" /> : rank}
        </button>
      </td>
      <td className={css['right']} onClick={(event) => event.stopPropagation()}>
        <Weight
          kpi={kpi}
          label={t.kpis.weightOf(name)}
          onSave={(weight) => update.mutate({ kpi: kpi.id, weight })}
        />
      </td>
      <td className={css['target']}>
        {target ? (
          targetText(target, kpi.definition, format, t)
        ) : (
          <Link
            className={css['link']}
            href={place.href(`kpis/target/${kpi.id}`)}
            aria-label={t.kpis.targetOf(name)}
            onClick={(event) => event.stopPropagation()}
          >
            {t.kpis.noTarget}
          </Link>
        )}
      </td>
      <td className={cx(css['right'], css['grey'], wideOnly)}>
        {kpi.definition.timeAggregation === 'formula' ? '–' : format.number(kpi.figures)}
      </td>
    </tr>
  );
}

/** 0 to 100; saved when the box is left or Enter is pressed. */
function Weight({
  kpi,
  label,
  onSave,
}: {
  readonly kpi: ClientKpi;
  readonly label: string;
  readonly onSave: (weight: number) => void;
}) {
  const format = useFormat();
  const stored = String(kpi.weight).replace('.', format.style.numberFormat === '1,234.5' ? '.' : ',');
  const [text, setText] = useState<string | null>(null);
  const save = (): void => {
    const weight = Number((text ?? stored).replace(',', '.'));
    if (text !== null && text.trim() !== '' && weight >= 0 && weight <= 100 && weight !== kpi.weight)
      onSave(weight);
    setText(null);
  };
  return (
    <input
      className={css['weight']}
      aria-label={label}
      inputMode="decimal"
      value={text ?? stored}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setText(null);
      }}
    />
  );
}

function HiddenRow({ kpi }: { readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const update = useCommand('kpis.update');
  return (
    <tr className={css['row']}>
      <th scope="row" className={css['grey']}>
        <Name kpi={kpi} />
      </th>
      <td className={cx(css['grey'], wideOnly)}>{t.kpis.recordedPer[kpi.definition.cadence]}</td>
      <td />
      <td />
      <td className={css['target']}>
        <Button
          kind="link"
          disabled={update.isPending}
          onClick={() => update.mutate({ kpi: kpi.id, shown: true })}
        >
          {t.kpis.hidden.show}
        </Button>
      </td>
      <td className={cx(css['right'], css['grey'], wideOnly)}>{format.number(kpi.figures)}</td>
    </tr>
  );
}
