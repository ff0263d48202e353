/** The catalogue: every KPI that can be picked, found in two languages, with what it counts beside it. */
import { useMemo, useState } from 'react';
import type { CatalogueDto, ClientKpi } from '../../../shared/contract/api/kpis.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { asCallError, callOnce, useCall } from '../../api/index.ts';
import { Page, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Button,
  cx,
  EmptyState,
  ErrorPanel,
  Icon,
  LinkButton,
  searchable,
  Segmented,
  useToast,
} from '../../ui/index.ts';
import css from './CatalogueScreen.module.css';
import { DefinitionFacts } from './DefinitionFacts.tsx';
import panel from './KpiPanel.module.css';

type GroupBy = 'kra' | 'stage';
type Only = 'all' | 'picked' | 'vanity';

/** Words a KPI is found by: names, aliases and definitions of both languages, its key. */
function wordsOf(kpi: KpiDefinition): string {
  return searchable(
    [
      kpi.name.en,
      kpi.name.es,
      kpi.key,
      ...kpi.aliases.en,
      ...kpi.aliases.es,
      kpi.definition.en,
      kpi.definition.es,
    ].join(' '),
  );
}

export function CatalogueScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const catalogue = useCall('catalogue.get', {});
  const kpis = useCall('kpis.list', { client: client.id });
  const [query, setQuery] = useState('');
  const [groupBy, setGroupBy] = useState<GroupBy>('kra');
  const [only, setOnly] = useState<Only>('all');
  const data = catalogue.data;
  const index = useMemo(() => new Map(data?.kpis.map((kpi) => [kpi.key, wordsOf(kpi)])), [data]);
  const words = searchable(query).split(/\s+/).filter(Boolean);
  const shown = new Set(kpis.data?.filter((kpi) => kpi.shown).map((kpi) => kpi.definition.key));
  const found = (data?.kpis ?? []).filter(
    (kpi) =>
      words.every((word) => index.get(kpi.key)?.includes(word)) &&
      (only === 'all' || (only === 'picked' ? shown.has(kpi.key) : kpi.vanity)),
  );
  const chosen = data?.kpis.find((kpi) => kpi.key === place.param('key'));
  const error = catalogue.error ?? kpis.error;
  return (
    <Page
      title={t.kpis.catalogue.title}
      detail={t.kpis.catalogue.found(found.length)}
      back={place.href('kpis')}
      flush
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
              placeholder={t.kpis.catalogue.search}
              aria-label={t.kpis.catalogue.search}
              onChange={(event) => setQuery(event.target.value)}
            />
          </label>
          <Segmented
            label={t.kpis.catalogue.groupBy}
            value={groupBy}
            onChange={setGroupBy}
            items={[
              { value: 'kra', label: t.kpis.catalogue.byKra },
              { value: 'stage', label: t.kpis.catalogue.byStage },
            ]}
          />
          <Segmented
            label={t.kpis.catalogue.all}
            value={only}
            onChange={setOnly}
            items={[
              { value: 'all', label: t.kpis.catalogue.all },
              { value: 'picked', label: t.kpis.catalogue.picked, count: String(shown.size) },
              { value: 'vanity', label: t.kpis.catalogue.vanityOnly },
            ]}
          />
        </>
      }
      aside={data && <Chosen data={data} kpi={chosen} shown={shown} />}
    >
      {error && <ErrorPanel error={error} />}
      {data && found.length === 0 && (
        <div className={css['none']}>
          <EmptyState
            title={query === '' ? t.common.noMatch : t.kpis.catalogue.none(query)}
            action={<LinkButton to={place.href('kpis/own')}>{t.kpis.own}</LinkButton>}
          >
            {t.kpis.catalogue.noneText}
          </EmptyState>
        </div>
      )}
      {data && found.length > 0 && kpis.data && (
        <Groups
          data={data}
          found={found}
          groupBy={groupBy}
          shown={shown}
          mine={kpis.data}
          chosen={chosen?.key}
          onChoose={(key) => place.set({ key }, { replace: true })}
        />
      )}
    </Page>
  );
}

interface GroupsProps {
  readonly data: CatalogueDto;
  readonly found: readonly KpiDefinition[];
  readonly groupBy: GroupBy;
  readonly shown: ReadonlySet<string>;
  readonly mine: readonly ClientKpi[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

function Groups({ data, found, groupBy, shown, mine, chosen, onChoose }: GroupsProps) {
  const t = useT();
  const format = useFormat();
  const groups = groupBy === 'kra' ? data.kras : data.stages;
  return (
    <div className={css['groups']}>
      {groups.map((group) => {
        const rows = found.filter((kpi) => kpi[groupBy] === group.key);
        if (rows.length === 0) return null;
        return (
          <section key={group.key}>
            <header className={css['group']}>
              <h2>{format.local(group.name)}</h2>
              <span>{t.common.kpis(rows.length)}</span>
              <p>{format.local(group.description)}</p>
            </header>
            <ul>
              {rows.map((kpi) => (
                // The row answers the pointer; the keyboard uses the button on the name.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
                <li
                  key={kpi.key}
                  className={cx(css['row'], chosen === kpi.key && css['chosen'])}
                  onClick={() => onChoose(kpi.key)}
                >
                  <button type="button" className={css['name']} aria-pressed={chosen === kpi.key}>
                    {format.local(kpi.name)}{' '}
                    {kpi.vanity && <span className={css['tag']}>{t.kpis.vanity}</span>}{' '}
                    {kpi.timeAggregation === 'formula' && (
                      <span className={css['mark']}>{t.kpis.computed}</span>
                    )}
                  </button>
                  <span className={css['definition']}>{format.local(kpi.definition)}</span>
                  <PickButton kpi={kpi} shown={shown} mine={mine} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function PickButton({
  kpi,
  shown,
  mine,
}: {
  readonly kpi: KpiDefinition;
  readonly shown: ReadonlySet<string>;
  readonly mine: readonly ClientKpi[];
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const name = format.local(kpi.name);
  const picked = shown.has(kpi.key);
  const setShown = async (value: boolean): Promise<void> => {
    const own = mine.find((one) => one.definition.key === kpi.key);
    if (own) await callOnce('kpis.update', { kpi: own.id, shown: value });
  };
  const toggle = async (): Promise<void> => {
    setBusy(true);
    try {
      if (picked) {
        await setShown(false);
        toast({ text: t.kpis.hiddenNow(name), undo: () => void setShown(true) });
      } else {
        const after = await callOnce('kpis.add', { client: client.id, keys: [kpi.key] });
        const further = after.filter(
          (one) => !mine.some((before) => before.id === one.id) && one.definition.key !== kpi.key,
        ).length;
        const added = after.find((one) => one.definition.key === kpi.key);
        toast({
          text: further === 0 ? t.kpis.catalogue.added(name) : t.kpis.catalogue.addedWith(name, further),
          ...(added && { undo: () => void callOnce('kpis.update', { kpi: added.id, shown: false }) }),
        });
      }
    } catch (error) {
      toast({ text: t.errors.codes[asCallError(error).code].what });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={css['pick']}>
      <Button
        size="small"
        kind={picked ? 'ghost' : 'secondary'}
        icon={picked ? 'check' : 'plus'}
        aria-pressed={picked}
        aria-label={`${picked ? t.kpis.catalogue.pickedMark : t.kpis.catalogue.pick}: ${name}`}
        disabled={busy}
        onClick={(event) => {
          event.stopPropagation();
          void toggle();
        }}
      >
        {picked ? t.kpis.catalogue.pickedMark : t.kpis.catalogue.pick}
      </Button>
    </span>
  );
}

function Chosen({
  data,
  kpi,
  shown,
}: {
  readonly data: CatalogueDto;
  readonly kpi: KpiDefinition | undefined;
  readonly shown: ReadonlySet<string>;
}) {
  const t = useT();
  const format = useFormat();
  if (kpi === undefined) return <p className={css['hint']}>{t.kpis.catalogue.choose}</p>;
  const nameOf = (
    list: readonly { readonly key: string; readonly name: { readonly en: string; readonly es: string } }[],
    key: string | undefined,
  ): string | undefined => {
    const one = list.find((item) => item.key === key);
    return one && format.local(one.name);
  };
  const other = format.language === 'en' ? 'es' : 'en';
  const counter = nameOf(data.kpis, kpi.counter);
  return (
    <div className={panel['panel']}>
      <header>
        <h2>{format.local(kpi.name)}</h2>
        <p className={panel['grey']} lang={other}>
          {kpi.name[other]}
          {shown.has(kpi.key) && ` · ${t.kpis.catalogue.pickedMark}`}
        </p>
      </header>
      <DefinitionFacts
        definition={kpi}
        counterName={counter}
        area={nameOf(data.kras, kpi.kra) ?? kpi.kra}
        stage={nameOf(data.stages, kpi.stage) ?? kpi.stage}
      />
      {kpi.evidence && <p className={panel['grey']}>{t.kpis.catalogue.evidence}</p>}
    </div>
  );
}
