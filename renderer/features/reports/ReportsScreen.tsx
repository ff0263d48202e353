/** The report of a period: its pages as the client will get them, what to check, and the files that go out. */
import { useMemo } from 'react';
import type { Deliverable } from '../../../shared/contract/api/reports.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { momentText, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { cx, EmptyState, ErrorPanel, Icon, LinkButton, Segmented } from '../../ui/index.ts';
import { Checks } from './Checks.tsx';
import { Commentary } from './Commentary.tsx';
import { Deliver } from './Deliver.tsx';
import { scorecardPages } from './pages.ts';
import { pageId, Paper } from './Paper.tsx';
import { TextDetails } from './PaperText.tsx';
import css from './reports.module.css';
import { sectionsOf } from './texts.ts';
import { TextSections } from './TextSections.tsx';
import { useDelivery } from './useDelivery.ts';

export function ReportsScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const language: Language = languages.find((one) => one === place.param('lang')) ?? client.language;
  const what = useMemo(
    () => ({ client: client.id, period: toDto(place.period), base: place.base, language }),
    [client.id, place.period, place.base, language],
  );
  const { data, error, isPlaceholderData, refetch } = useCall('reports.model', what);
  const earlier = useCall('reports.list', { client: client.id });
  const delivery = useDelivery(what);
  const empty = data !== undefined && data.groups.length === 0;
  const texts = useCall('texts.list', what).data;
  const details = useMemo(
    () => ({ texts: texts ?? [], language: format.language }),
    [texts, format.language],
  );
  const open =
    data === undefined || empty
      ? null
      : (sectionsOf(data).find((section) => section.id === place.param('text')) ?? null);
  const pages = useMemo(() => (data === undefined ? 0 : scorecardPages(data).length), [data]);
  return (
    <Page title={t.reports.title} flush controls={<PlaceControls />}>
      <div className={cx(css['screen'], open !== null && css['writing'])}>
        <nav className={css['left']} aria-label={t.reports.pages}>
          <h2>{t.reports.pages}</h2>
          <ul className={css['pages']}>
            {Array.from({ length: empty ? 0 : pages + 1 }, (_, i) => (
              <li key={pageId(i)}>
                <button
                  type="button"
                  className={css['page']}
                  onClick={() => document.querySelector(`#${pageId(i)}`)?.scrollIntoView({ block: 'start' })}
                >
                  <span>
                    {i === 0
                      ? t.reports.paper.summary
                      : i === 1
                        ? t.reports.paper.scorecard
                        : t.reports.paper.scorecardMore(i)}
                  </span>
                  <span className={css['pageNumber']}>{i + 1}</span>
                </button>
              </li>
            ))}
          </ul>
          {data !== undefined && !empty && (
            <TextSections
              model={data}
              open={open?.id ?? null}
              onOpen={(text) => place.set({ text: text === open?.id ? undefined : text })}
            />
          )}
          <Earlier list={earlier.data ?? []} />
        </nav>
        <div className={cx(css['middle'], isPlaceholderData && css['dimmed'])} aria-busy={isPlaceholderData}>
          {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
          {empty && (
            <EmptyState
              centred
              title={t.reports.empty.title(format.period(place.period, 'long'))}
              action={<LinkButton to={place.href('kpis')}>{t.reports.empty.action}</LinkButton>}
            >
              {t.reports.empty.text}
            </EmptyState>
          )}
          {!error && data !== undefined && !empty && (
            <TextDetails value={details}>
              <Paper model={data} />
            </TextDetails>
          )}
        </div>
        {open === null ? (
          <aside className={css['right']}>
            <section className={css['block']}>
              <h2>{t.reports.language}</h2>
              <Segmented
                fill
                label={t.reports.language}
                value={language}
                onChange={(lang) => place.set({ lang })}
                items={languages
                  .toSorted((a, b) => Number(b === client.language) - Number(a === client.language))
                  .map((value) => ({ value, label: ownName(value) }))}
              />
            </section>
            {data !== undefined && !empty && <Checks model={data} />}
            <Deliver delivery={delivery} disabled={data === undefined || empty} />
          </aside>
        ) : (
          <Commentary
            key={`${language} ${open.id}`}
            report={what}
            section={open.id}
            name={open.name ?? t.texts.summary}
            onClose={() => place.set({ text: undefined })}
          />
        )}
      </div>
    </Page>
  );
}

/** A language in its own words, the same for every reader. */
function ownName(language: Language): string {
  return language === 'es' ? 'Español' : 'English';
}

function Earlier({ list }: { readonly list: readonly Deliverable[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className={css['earlier']}>
      <h2>{t.reports.delivered}</h2>
      {list.length === 0 && <p className={css['grey']}>{t.reports.none}</p>}
      <ul>
        {list.map((one) => (
          <li key={one.id} title={one.fileName}>
            <Icon name="lock" />
            <span className={css['earlierWords']}>
              <span>
                {format.period(one.period, 'medium')}{' '}
                <span className={css['grey']}>
                  .{one.format}, {one.language}
                </span>
              </span>
              <span className={css['grey']}>{momentText(one.at, format.language)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
