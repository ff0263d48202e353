/**
 * Snapshots of earlier schemas. Of schema 1, before reports had sections: what went out then was a workbook with a cover,
 * a summary, a scorecard, a sheet for each key result area that had charts, and the definitions. Of schema 2: the
 * summary was plain lines, nothing was asked of the client, and the file could not come back.
 *
 * Invariant: no figure or text is added, changed or lost; only names of sections are.
 */
import type { Language } from './kpi.ts';
import type { ReportArea, ReportKpi, ReportModel, ReportSection } from './report.ts';

type EarlierKpi = Omit<ReportKpi, 'sources' | 'breaks'>;

export type SecondReportModel = Omit<ReportModel, 'schema' | 'client' | 'summary' | 'kpis' | 'entry'> & {
  readonly schema: 2;
  readonly client: Omit<ReportModel['client'], 'uid'>;
  readonly summary: readonly string[];
  readonly kpis: readonly EarlierKpi[];
};

export type FirstReportModel = Omit<
  SecondReportModel,
  'schema' | 'pagesOf' | 'sections' | 'areas' | 'content' | 'breakdowns'
> & { readonly schema: 1 };

const names: Readonly<
  Record<Language, Readonly<Record<'cover' | 'summary' | 'scorecard' | 'definitions', string>>>
> = {
  en: { cover: 'Cover', summary: 'Summary', scorecard: 'Scorecard', definitions: 'Definitions' },
  es: { cover: 'Portada', summary: 'Resumen', scorecard: 'Cuadro de mando', definitions: 'Definiciones' },
};

export function fromSecond(second: SecondReportModel): ReportModel {
  return {
    ...second,
    schema: 3,
    client: { ...second.client, uid: '' },
    summary: second.summary.map((text) => [{ text, token: null, stale: false }]),
    kpis: second.kpis.map((kpi) => ({ ...kpi, sources: [], breaks: [] })),
    entry: [],
  };
}

export function fromFirst(first: FirstReportModel): ReportModel {
  const words = names[first.language];
  const areas = first.groups.flatMap((group): ReportArea[] => {
    const charts = first.charts.filter((chart) => chart.kra === group.key).map((chart) => chart.id);
    if (charts.length === 0) return [];
    const kpis = [...new Set(group.rows.map((row) => row.kpi))];
    return [{ section: `kra:${group.key}`, name: group.name, score: group.score, kpis, charts }];
  });
  const fixed = (kind: 'cover' | 'summary' | 'scorecard' | 'definitions', title: string): ReportSection => ({
    id: kind,
    kind,
    name: words[kind],
    title,
    shown: true,
    empty: null,
  });
  return fromSecond({
    ...first,
    schema: 2,
    pagesOf: 'kra',
    sections: [
      fixed('cover', first.headline),
      fixed('summary', first.headline),
      fixed('scorecard', words.scorecard),
      ...areas.map(({ section, name }): ReportSection => ({
        id: section,
        kind: 'area',
        name,
        title: name,
        shown: true,
        empty: null,
      })),
      fixed('definitions', words.definitions),
    ],
    areas,
    content: null,
    breakdowns: [],
  });
}
