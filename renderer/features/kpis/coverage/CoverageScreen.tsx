/** What a client's KPIs cover: key result areas by stages, every gap drawn as one, and what would fill it. */
import type { Matrix } from '../../../../shared/contract/api/advice.ts';
import { useCall } from '../../../api/index.ts';
import { Page, PlaceControls, useClient, usePlace } from '../../../app/index.ts';
import { toDto } from '../../../i18n/period.ts';
import { useT } from '../../../i18n/index.tsx';
import { cx, ErrorPanel, LinkButton } from '../../../ui/index.ts';
import { KpiTabs } from '../KpiTabs.tsx';
import tabs from '../KpiTabs.module.css';
import { CoverageLegend, CoverageTable } from './CoverageTable.tsx';
import css from './Coverage.module.css';
import { Gaps } from './Gaps.tsx';

export function CoverageScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('coverage.matrix', {
    client: client.id,
    period: toDto(place.period),
  });
  return (
    <Page
      title={t.kpis.title}
      controls={
        <>
          <PlaceControls noBase />
          {data && <span className={tabs['counts']}>{t.kpis.coverage.counts(...filled(data))}</span>}
        </>
      }
      flush
      toolbar={
        <>
          <KpiTabs at="coverage" />
          <CoverageLegend />
        </>
      }
      actions={
        <LinkButton to={place.href('kpis/catalogue')} kind="primary" icon="plus">
          {t.kpis.add}
        </LinkButton>
      }
      {...(data && { aside: <Gaps matrix={data} /> })}
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={cx(isPlaceholderData && css['dimmed'])} aria-busy={isPlaceholderData}>
          <CoverageTable matrix={data} />
        </div>
      )}
    </Page>
  );
}

/** Fields with a KPI in them, of all. */
function filled(matrix: Matrix): [filled: number, all: number] {
  return [
    matrix.cells.filter((cell) => cell.kpis.length > 0).length,
    matrix.kras.length * matrix.stages.length,
  ];
}
