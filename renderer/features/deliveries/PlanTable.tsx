/** Every client of the portfolio: what its report would rest on, what to look at first, what went out, and whether it is made. */
import { Link } from 'wouter';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { reportFormats } from '../../../shared/contract/api/reports.ts';
import type { Planned } from '../../../shared/contract/api/deliveries.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { CallError } from '../../api/index.ts';
import { clientHref, momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ClientBadge, cx, ErrorPanel, Select } from '../../ui/index.ts';
import { ofOne } from './attention.ts';
import { AttentionList } from './AttentionList.tsx';
import css from './deliveries.module.css';

export interface PlanRow {
  readonly client: Client;
  readonly language: Language;
  readonly chosen: boolean;
  /** `null`: on its way, or (`error`) not to be had. */
  readonly planned: Planned | null;
  readonly error: CallError | null;
}

export interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  readonly at: { readonly period: string; readonly base: string; readonly words: string };
  readonly onChoose: (clients: readonly number[], chosen: boolean) => void;
  readonly onLanguage: (client: number, language: Language) => void;
}

export const selectable = (row: PlanRow): boolean => row.planned !== null && row.planned.empty === null;

export function PlanTable({ rows, at, onChoose, onLanguage }: PlanTableProps) {
  const t = useT();
  const words = t.deliveries.columns;
  const able = rows.filter(selectable);
  const chosen = able.filter((row) => row.chosen).length;
  return (
    <div className={css['sheet']}>
      <table className={css['table']} aria-label={words.label}>
        <colgroup>
          <col className={css['colTick']} />
          <col className={css['colClient']} />
          <col className={css['colHas']} />
          <col />
          <col className={css['colOut']} />
          <col className={css['colLanguage']} />
        </colgroup>
        <thead>
          <tr>
            <td>
              <label className={css['tick']}>
                <span className="visually-hidden">{words.all}</span>
                <input
                  ref={(box) => {
                    if (box) box.indeterminate = chosen > 0 && chosen < able.length;
                  }}
                  type="checkbox"
                  disabled={able.length === 0}
                  checked={able.length > 0 && chosen === able.length}
                  onChange={() =>
                    onChoose(
                      able.map((row) => row.client.id),
                      chosen < able.length,
                    )
                  }
                />
              </label>
            </td>
            <th scope="col">{words.client}</th>
            <th scope="col">{words.has}</th>
            <th scope="col">{words.attention}</th>
            <th scope="col">{words.out}</th>
            <th scope="col">{words.language}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.client.id} row={row} at={at} onChoose={onChoose} onLanguage={onLanguage} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  at,
  onChoose,
  onLanguage,
}: { readonly row: PlanRow } & Pick<PlanTableProps, 'at' | 'onChoose' | 'onLanguage'>) {
  const t = useT();
  const words = t.deliveries;
  const { client, language, planned, error } = row;
  const able = selectable(row);
  return (
    <tr className={cx(!able && css['unable'])} aria-busy={planned === null && error === null}>
      <td>
        <label className={css['tick']}>
          <span className="visually-hidden">{words.columns.choose(client.name)}</span>
          <input
            type="checkbox"
            disabled={!able}
            checked={able && row.chosen}
            onChange={() => onChoose([client.id], !row.chosen)}
          />
        </label>
      </td>
      <th scope="row">
        <div className={css['client']}>
          <ClientBadge client={client} size={26} />
          <Link href={clientHref(client.id, 'reports', { period: at.period, base: at.base, lang: language })}>
            {client.name}
          </Link>
        </div>
      </th>
      <td className={css['has']}>{planned !== null && words.has(planned.valued, planned.kpis)}</td>
      <td>
        {error !== null && <ErrorPanel inline error={error} />}
        {planned !== null &&
          (planned.empty === null ? (
            <AttentionList
              attention={ofOne(planned.attention)}
              place={{ client: client.id, period: at.period, base: at.base, language }}
              clientName={client.name}
            />
          ) : (
            <Empty why={planned.empty} client={client} words={at.words} />
          ))}
      </td>
      <td>{planned !== null && <WentOut planned={planned} at={at} />}</td>
      <td>
        <Select
          label={words.columns.languageOf(client.name)}
          value={language}
          disabled={!able}
          onChange={(next) => onLanguage(client.id, next)}
          items={languages.map((value) => ({ value, label: t.app.palette.language[value] }))}
        />
      </td>
    </tr>
  );
}

/** Why there is nothing to report, and where that is mended. */
function Empty({
  why,
  client,
  words,
}: {
  readonly why: NonNullable<Planned['empty']>;
  readonly client: Client;
  readonly words: string;
}) {
  const t = useT();
  const { empty, attention } = t.deliveries;
  const [text, to, mend] =
    why === 'noKpis'
      ? [empty.noKpis, clientHref(client.id, 'kpis/catalogue'), empty.pick]
      : [empty.noFigures(words), clientHref(client.id, 'imports'), empty.bring];
  return (
    <p className={css['empty']}>
      {text}{' '}
      <Link href={to}>
        {mend}
        <span className="visually-hidden">{attention.mend(client.name)}</span>
      </Link>
    </p>
  );
}

/** Days on which something went out, newest first; of each format the newest of the day. */
function WentOut({ planned, at }: { readonly planned: Planned; readonly at: PlanTableProps['at'] }) {
  const t = useT();
  const format = useFormat();
  const { out, client } = planned;
  if (out.length === 0) return <span className={css['grey']}>{t.deliveries.notOut}</span>;
  const days = [...Map.groupBy(out, (one) => momentDate(one.at))].slice(0, 2);
  return (
    <ul className={css['out']}>
      {days.map(([day, list]) => {
        const date = format.date(day, 'short');
        const newest = reportFormats.flatMap((kind) => list.find((one) => one.format === kind) ?? []);
        return (
          <li key={day}>
            <span>{date}</span>{' '}
            {newest.map((one) => {
              const name = t.reports.formats[one.format].name;
              return (
                <Link
                  key={one.id}
                  href={clientHref(client.id, 'reports', {
                    period: at.period,
                    base: at.base,
                    out: String(one.id),
                  })}
                  aria-label={t.deliveries.reopen(client.name, name, date)}
                >
                  {name}
                </Link>
              );
            })}
          </li>
        );
      })}
    </ul>
  );
}
