/** The catalogue as the window sees it. */
import type { CatalogueDto, CatalogueSource } from '../../../shared/contract/api/kpis.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import type { Signature } from '../exchange/recognition/reports/signature.ts';
import { signatures } from '../exchange/recognition/signatures/index.ts';

export function catalogueDto(catalogue: Catalogue): CatalogueDto {
  const names = ({ key, name, description }: Catalogue['kras'][number] | Catalogue['stages'][number]) => ({
    key,
    name,
    description,
  });
  return {
    kras: catalogue.kras.map(names),
    stages: catalogue.stages.map(names),
    kpis: [...catalogue.kpis] as CatalogueDto['kpis'],
    templates: catalogue.templates.map((template) => ({
      key: template.key,
      name: template.name,
      description: template.description,
      channels: [...template.channels],
      headlines: template.headlines.map(({ kpi, why }) => ({ kpi, why })),
      kpis: [...template.kpis],
    })),
  };
}

/** The exports that bring a KPI, by platform; what a person must confirm the first time counts, too. */
export function catalogueSources(): CatalogueSource[] {
  interface Found {
    readonly reports: Set<string>;
    readonly networks: Set<string>;
  }
  const found = new Map<string, Map<string, Found>>();
  for (const signature of signatures) {
    const { network } = signature;
    for (const kpi of kpisOf(signature)) {
      const platforms = found.get(kpi) ?? new Map<string, Found>();
      found.set(kpi, platforms);
      const one = platforms.get(signature.platform) ?? { reports: new Set(), networks: new Set() };
      platforms.set(signature.platform, one);
      one.reports.add(signature.report);
      for (const each of typeof network === 'string' ? [network] : network.oneOf) one.networks.add(each);
    }
  }
  return [...found].flatMap(([kpi, platforms]) =>
    [...platforms].map(([platform, { reports, networks }]) => ({
      kpi,
      platform,
      reports: [...reports],
      networks: [...networks],
    })),
  );
}

function kpisOf({ columns, titleMetrics = [], counts }: Signature): readonly string[] {
  return [
    ...columns.flatMap((column) => (column.kpi === undefined ? [] : [column.kpi])),
    ...titleMetrics.flatMap((metric) => [metric.kpi, ...Object.values(metric.kpiOn ?? {})]),
    ...(counts === undefined ? [] : [counts]),
  ];
}
