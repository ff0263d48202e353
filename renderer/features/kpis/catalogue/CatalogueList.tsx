/**
 * Found KPIs: under their area or stage, or best first while something is searched for. Up and down go from name to name.
 */
import type { KeyboardEvent } from 'react';
import type { CatalogueDto } from '../../../../shared/contract/api/kpis.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import { Button, cx } from '../../../ui/index.ts';
import css from './catalogue.module.css';
import { foundBy } from './search.ts';
import type { Found } from './search.ts';

export interface CatalogueListProps {
  readonly data: CatalogueDto;
  readonly found: Found;
  readonly query: string;
  readonly groupBy: 'kra' | 'stage';
  /** On the client's list. */
  readonly shown: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  readonly busy: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onTick: (keys: readonly string[], on: boolean) => void;
  readonly onAdd: (key: string) => void;
  readonly onHide: (key: string) => void;
}

function step(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const row = event.target instanceof Element ? event.target.closest('li') : null;
  const at = stops.findIndex((one) => one.closest('li') === row);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

export function CatalogueList(props: CatalogueListProps) {
  const { data, found, query, groupBy } = props;
  const t = useT();
  const format = useFormat();
  const words = t.kpis.catalogue;
  const rows = (kpis: readonly KpiDefinition[]) => (
    <ul>
      {kpis.map((kpi) => (
        <Row key={kpi.key} kpi={kpi} {...props} />
      ))}
    </ul>
  );
  return (
    // Arrow keys are a second way between buttons that have their own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={css['groups']} onKeyDown={step}>
      {query.trim() === '' ? (
        data[groupBy === 'kra' ? 'kras' : 'stages'].map((group) => {
          const kpis = found.kpis.filter((kpi) => kpi[groupBy] === group.key);
          if (kpis.length === 0) return null;
          return (
            <section key={group.key}>
              <header className={css['group']}>
                <h2>{format.local(group.name)}</h2>
                <span>{t.common.kpis(kpis.length)}</span>
                <p>{format.local(group.description)}</p>
              </header>
              {rows(kpis)}
            </section>
          );
        })
      ) : (
        <section>
          <header className={css['group']}>
            <h2>{found.near ? words.near(query.trim()) : words.results}</h2>
            <span>{t.common.kpis(found.kpis.length)}</span>
          </header>
          {rows(found.kpis)}
        </section>
      )}
    </div>
  );
}

function Row({
  kpi,
  query,
  shown,
  ticked,
  busy,
  chosen,
  onChoose,
  onTick,
  onAdd,
  onHide,
}: CatalogueListProps & { readonly kpi: KpiDefinition }) {
  const t = useT();
  const format = useFormat();
  const reader = useLanguage();
  const words = t.kpis.catalogue;
  const name = format.local(kpi.name);
  const picked = shown.has(kpi.key);
  const by = foundBy(kpi, query, reader);
  return (
    // The row answers the pointer; the keyboard uses the button on the name.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      className={cx(css['row'], chosen === kpi.key && css['chosen'])}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, label') === null)
          onChoose(kpi.key);
      }}
    >
      <label className={css['check']}>
        <span className="visually-hidden">{t.kpis.pick(name)}</span>
        <input
          type="checkbox"
          disabled={picked}
          checked={picked || ticked.has(kpi.key)}
          onChange={(event) => onTick([kpi.key], event.target.checked)}
        />
      </label>
      <button
        type="button"
        className={css['name']}
        aria-pressed={chosen === kpi.key}
        data-step=""
        onClick={() => onChoose(kpi.key)}
      >
        {name} {kpi.vanity && <span className={css['tag']}>{t.kpis.vanity}</span>}{' '}
        {kpi.timeAggregation === 'formula' && <span className={css['mark']}>{t.kpis.computed}</span>}{' '}
        {by !== null && <span className={css['mark']}>{words.foundBy(by)}</span>}
      </button>
      <span className={css['definition']}>{format.local(kpi.definition)}</span>
      <span className={css['pick']}>
        <Button
          size="small"
          kind={picked ? 'ghost' : 'secondary'}
          icon={picked ? 'check' : 'plus'}
          aria-pressed={picked}
          aria-label={`${picked ? words.pickedMark : words.pick}: ${name}`}
          // Not disabled while it works: the focus stays, and arrows go on from here.
          aria-disabled={busy}
          onClick={() => {
            if (!busy) (picked ? onHide : onAdd)(kpi.key);
          }}
        >
          {picked ? words.pickedMark : words.pick}
        </Button>
      </span>
    </li>
  );
}
