/** One client in one period: headlines, the course of the main figures, what moved, scores, what was written. */
import { useMemo } from 'react';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { spanOf } from '../../../shared/domain/period.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { DeliverButton, ImportButton, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { cx, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { Actions } from './Actions.tsx';
import { Annotations } from './Annotations.tsx';
import css from './dashboard.module.css';
import { Headlines } from './Headlines.tsx';
import { KraPanel } from './KraPanel.tsx';
import { MainChart } from './MainChart.tsx';
import { Moved } from './Moved.tsx';
import { Satisfied } from './Satisfied.tsx';
import { besideLabel, sameDays } from './spans.ts';
import { LinePanel, StackedPanel } from './SplitCharts.tsx';

export function DashboardScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('dashboard.get', {
    client: client.id,
    period: toDto(place.period),
    base: place.base,
  });
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  const partly = data?.running === true && data.span.units !== undefined;
  return (
    <Page
      title={t.dashboard.title}
      controls={
        <>
          <div className={css['place']}>
            <PlaceControls {...(partly && { periodLabel: format.span(data.span, 'long') })} />
          </div>
          {data !== undefined && <LikeForLike data={data} />}
        </>
      }
      actions={
        <>
          <ImportButton />
          <DeliverButton />
        </>
      }
    >
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        data !== undefined &&
        faces !== null && <Content data={data} faces={faces} dimmed={isPlaceholderData} />
      )}
    </Page>
  );
}

/**
 * What is compared, where the pickers do not say it: the first units of a running period against as many of the base, or
 * several periods together against several.
 */
function LikeForLike({ data }: { readonly data: Dashboard }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { span, baseSpan, running } = data;
  const units = running ? span.units : undefined;
  const several = units === undefined && !sameDays(span, spanOf(place.period));
  if (units === undefined && !several) return null;
  return (
    <span className={css['likeForLike']}>
      <span className={css['units']}>
        {units === undefined
          ? format.span(span, 'medium')
          : t.dashboard.units(units.done, units.of, cadenceWord(units.cadence, units.of, format.language))}
      </span>
      {baseSpan !== null && (
        <span className={css['against']}>{t.dashboard.likeForLike(besideLabel(baseSpan, span, format))}</span>
      )}
    </span>
  );
}

/** Heights in CSS pixels, near enough to tell which column is the longer one. */
function sideHeight(data: Dashboard): number {
  return (
    120 +
    28 * data.annotations.length +
    34 * data.actions.length +
    (data.satisfied === null ? 0 : 230) +
    (data.missing > 0 ? 60 : 0)
  );
}
function kraHeight(data: Dashboard): number {
  return 90 + 24 * data.kras.length;
}

function Content({
  data,
  faces,
  dimmed,
}: {
  readonly data: Dashboard;
  readonly faces: Faces;
  readonly dimmed: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  if (data.headlines.length === 0 && data.charts.length === 0) {
    return (
      <EmptyState
        centred
        title={t.dashboard.empty.title}
        action={
          <LinkButton kind="primary" to={place.href('kpis/catalogue')}>
            {t.dashboard.empty.action}
          </LinkButton>
        }
      >
        {t.dashboard.empty.text}
      </EmptyState>
    );
  }
  const main = data.charts.find((chart) => chart.kind === 'combo' || chart.kind === 'pace');
  const stacked = data.charts.find((chart) => chart.kind === 'stacked');
  const line = data.charts.find((chart) => chart.kind === 'line');
  const nothing = data.headlines.every((row) => row.now.state !== 'value');
  const last = isoOf(addDays(endOf(place.period), -1));
  const today = isoOf(place.today);
  // Where the right column outgrows the scores, a chart fills the left one.
  const beside = line !== undefined && sideHeight(data) - kraHeight(data) > 150;
  return (
    <div
      className={cx(css['dashboard'], main === undefined && css['chartless'], dimmed && css['dimmed'])}
      aria-busy={dimmed}
    >
      {nothing ? (
        <EmptyState
          title={t.dashboard.noFigures.title(format.period(place.period, 'long'))}
          action={<ImportButton />}
        >
          {t.dashboard.noFigures.text}
        </EmptyState>
      ) : (
        <Headlines rows={data.headlines} faces={faces} until={data.running ? data.span.to : null} />
      )}
      {main !== undefined && (
        <div className={css['main']}>
          <MainChart chart={main} data={data} faces={faces} />
        </div>
      )}
      <div className={css['moved']}>
        <Moved data={data} faces={faces} />
      </div>
      <div className={css['kras']}>
        <KraPanel data={data} />
        {beside && <LinePanel chart={line} faces={faces} />}
      </div>
      <aside className={css['side']}>
        {data.satisfied !== null && (
          <Satisfied satisfied={data.satisfied} running={data.running} faces={faces} />
        )}
        <Annotations annotations={data.annotations} day={last < today ? last : today} />
        <Actions actions={data.actions} />
        {data.missing > 0 && (
          <div className={css['missing']}>
            <span>{t.dashboard.missing(data.missing, format.period(place.period, 'long'))}</span>
            <LinkButton kind="link" size="small" to={place.href('figures')}>
              {t.dashboard.fill}
            </LinkButton>
          </div>
        )}
      </aside>
      <div className={css['pair']}>
        {stacked !== undefined && <StackedPanel chart={stacked} faces={faces} />}
        {line !== undefined && !beside && <LinePanel chart={line} faces={faces} />}
      </div>
    </div>
  );
}
