/** The catalogue: every KPI that can be picked, found in two languages, with what it counts beside it; picked one by one or many. */
import { useMemo, useRef, useState } from 'react';
import { useCall } from '../../../api/index.ts';
import { Page, useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, Icon, LinkButton, Segmented } from '../../../ui/index.ts';
import { CatalogueFilters } from './CatalogueFilters.tsx';
import { CatalogueList } from './CatalogueList.tsx';
import { CatalogueFirst, CataloguePane } from './CataloguePane.tsx';
import css from './catalogue.module.css';
import { broughtBy, comesAlong, filtersOn, noFilter, passes, search } from './search.ts';
import type { CatalogueFilter } from './search.ts';
import { usePicking } from './usePicking.ts';

type GroupBy = 'kra' | 'stage';
type Only = 'all' | 'lacking' | 'picked';

export function CatalogueScreen() {
  const t = useT();
  const format = useFormat();
  const reader = useLanguage();
  const client = useClient();
  const place = usePlace();
  const words = t.kpis.catalogue;
  const catalogue = useCall('catalogue.get', {});
  const sources = useCall('catalogue.sources', {}).data;
  const channels = useCall('channels.list', { client: client.id }).data ?? [];
  const kpis = useCall('kpis.list', { client: client.id });
  const [query, setQuery] = useState(place.param('q') ?? '');
  const [groupBy, setGroupBy] = useState<GroupBy>('kra');
  const [only, setOnly] = useState<Only>('all');
  const [filter, setFilter] = useState<CatalogueFilter>(() => ({
    ...noFilter,
    kra: place.param('kra') ?? null,
    stage: place.param('stage') ?? null,
  }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const { data } = catalogue;
  const mine = kpis.data;
  const has = useMemo(() => new Set(mine?.map((kpi) => kpi.definition.key)), [mine]);
  const shown = useMemo(
    () => new Set(mine?.filter((kpi) => kpi.shown).map((kpi) => kpi.definition.key)),
    [mine],
  );
  const picking = usePicking(mine ?? []);
  const found = useMemo(() => {
    if (data === undefined) return { kpis: [], near: false };
    const brought =
      filter.network === null || sources === undefined ? null : broughtBy(data, sources, filter.network);
    const { kpis: all, near } = search(data, query, reader);
    return {
      near,
      kpis: all.filter(
        (kpi) =>
          passes(kpi, filter, brought) && (only === 'all' || shown.has(kpi.key) === (only === 'picked')),
      ),
    };
  }, [data, sources, query, reader, filter, only, shown]);
  const chosen = data?.kpis.find((kpi) => kpi.key === place.param('key'));
  // What was added meanwhile is ticked no longer.
  const picked = [...ticked].filter((key) => !shown.has(key));
  const along = data === undefined ? [] : comesAlong(data, picked, has);
  const nameOf = (key: string): string | undefined => {
    const kpi = data?.kpis.find((one) => one.key === key);
    return kpi && format.local(kpi.name);
  };
  const error = catalogue.error ?? kpis.error;
  const tick = (keys: readonly string[], on: boolean): void => {
    const next = new Set(ticked);
    for (const key of keys)
      if (on) next.add(key);
      else next.delete(key);
    setTicked(next);
  };
  const inputs = along.filter((one) => one.why === 'input').map((one) => nameOf(one.key) ?? one.key);
  const counters = along.filter((one) => one.why === 'counter').map((one) => nameOf(one.key) ?? one.key);
  return (
    <Page
      title={words.title}
      detail={words.found(found.kpis.length)}
      back={place.href('kpis')}
      flush
      actions={
        <LinkButton to={place.href('kpis/own')} icon="formula">
          {t.kpis.own}
        </LinkButton>
      }
      toolbar={
        <>
          <label className={css['search']}>
            <Icon name="search" />
            <input
              type="search"
              // The screen is for searching: typing can begin at once.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              value={query}
              placeholder={words.search}
              aria-label={words.search}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                list.current?.querySelector<HTMLElement>('[data-step]')?.focus();
              }}
            />
          </label>
          <Segmented
            label={words.groupBy}
            value={groupBy}
            onChange={setGroupBy}
            items={[
              { value: 'kra', label: words.byKra },
              { value: 'stage', label: words.byStage },
            ]}
          />
          <Segmented
            label={words.all}
            value={only}
            onChange={setOnly}
            items={[
              { value: 'all', label: words.all },
              { value: 'lacking', label: words.lacking },
              { value: 'picked', label: words.picked, count: String(shown.size) },
            ]}
          />
          {data && <CatalogueFilters data={data} filter={filter} channels={channels} onChange={setFilter} />}
        </>
      }
      aside={
        data &&
        (chosen ? (
          <CataloguePane
            data={data}
            kpi={chosen}
            sources={(sources ?? []).filter((source) => source.kpi === chosen.key)}
            picked={shown.has(chosen.key)}
            along={comesAlong(data, [chosen.key], has)}
            nameOf={nameOf}
          />
        ) : (
          <CatalogueFirst data={data} shown={shown} onTick={(keys) => tick(keys, true)} />
        ))
      }
      {...(picked.length > 0 && {
        foot: (
          <>
            <p className={css['foot']} aria-live="polite">
              <strong>{words.ticked(picked.length)}</strong>{' '}
              {inputs.length > 0 && <span>{words.withInputs(inputs.join(', '))}</span>}{' '}
              {counters.length > 0 && <span>{words.withCounters(counters.join(', '))}</span>}
            </p>
            <Button kind="ghost" size="large" onClick={() => setTicked(new Set())}>
              {words.untick}
            </Button>
            <Button
              kind="primary"
              size="large"
              busy={picking.busy}
              onClick={() => void picking.add(picked, nameOf).then((done) => done && setTicked(new Set()))}
            >
              {words.addMany(picked.length)}
            </Button>
          </>
        ),
      })}
    >
      {error && <ErrorPanel error={error} />}
      {data && found.kpis.length === 0 && (
        <div className={css['none']}>
          <EmptyState
            title={query.trim() === '' ? t.common.noMatch : words.none(query)}
            action={
              filtersOn(filter) > 0 || only !== 'all' ? (
                <Button
                  onClick={() => {
                    setFilter(noFilter);
                    setOnly('all');
                  }}
                >
                  {words.allFilters}
                </Button>
              ) : (
                <LinkButton to={place.href('kpis/own')}>{t.kpis.own}</LinkButton>
              )
            }
          >
            {words.noneText}
          </EmptyState>
        </div>
      )}
      {data && found.kpis.length > 0 && mine && (
        <div ref={list}>
          <CatalogueList
            data={data}
            found={found}
            query={query}
            groupBy={groupBy}
            shown={shown}
            ticked={ticked}
            busy={picking.busy}
            chosen={chosen?.key}
            onChoose={(key) => place.set({ key }, { replace: true })}
            onTick={tick}
            onAdd={(key) => void picking.add([key], nameOf)}
            onHide={(key) => picking.hide(key, nameOf(key) ?? key)}
          />
        </div>
      )}
    </Page>
  );
}
