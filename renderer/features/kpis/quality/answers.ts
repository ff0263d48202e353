/** Pasted answers of a survey as counts, and the figures they become. Pure. */
import type { FigureEdit, GridCell } from '../../../../shared/contract/api/figures.ts';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { PeriodDto } from '../../../../shared/contract/values.ts';
import {
  addSurveyCounts,
  noSurveyCounts,
  surveyGroups,
  surveyKpis,
  tallySurvey,
} from '../../../../shared/domain/survey.ts';
import type {
  SurveyCounts,
  SurveyGroup,
  SurveyScale,
  SurveySet,
  SurveyTally,
} from '../../../../shared/domain/survey.ts';
import { parseBlock } from '../../figures/clipboard.ts';

export type Columns = readonly (readonly string[])[];

/** Pasted text by column; blank lines stay in their place, so that a line number is that of the paste. */
export function columnsOf(text: string): Columns {
  if (text.trim() === '') return [];
  const rows = parseBlock(text);
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? ''));
}

/** The column that reads best on the scale the person stated: what a paste of several opens with. */
export function bestColumn(columns: Columns, scale: SurveyScale): number {
  const read = columns.map((column) => tallySurvey(column, scale).n);
  return Math.max(0, read.indexOf(Math.max(...read)));
}

/** What stands where the counts go. */
export interface Standing {
  /** Recorded for exactly the period; `null`: not all of them are. */
  readonly counts: SurveyCounts | null;
  readonly some: boolean;
  /** Finer figures add up to a value there. */
  readonly finer: boolean;
}

export const nothingStands: Standing = { counts: null, some: false, finer: false };

/** `cell`: that of a KPI (by key), channel and period, where there is one. */
export function standingOf(set: SurveySet, cell: (key: string) => GridCell | undefined): Standing {
  const cells = surveyGroups.map((group) => cell(surveyKpis[set][group]));
  const values = cells.map((one) => (one?.state === 'recorded' ? one.value : null));
  const [top = null, middle = null, bottom = null] = values;
  return {
    counts:
      top === null && middle === null && bottom === null
        ? null
        : { top: top ?? 0, middle: middle ?? 0, bottom: bottom ?? 0 },
    some: values.some((value) => value !== null),
    finer: cells.some((one) => one?.state === 'rolled' && one.value !== null),
  };
}

export type Mode = 'replace' | 'add';

/** The counts as they will stand. */
export function countsAfter(tally: SurveyTally, standing: Standing, mode: Mode): SurveyCounts {
  return mode === 'add' ? addSurveyCounts(standing.counts ?? noSurveyCounts, tally.counts) : tally.counts;
}

/** Keys of the set that the client lacks. */
export function lacking(set: SurveySet, kpis: readonly ClientKpi[]): readonly string[] {
  const has = new Set(kpis.map((kpi) => kpi.definition.key));
  return Object.values(surveyKpis[set]).filter((key) => !has.has(key));
}

/** One figure for each group; a group nobody chose is a counted zero. */
export function editsOf(
  set: SurveySet,
  counts: SurveyCounts,
  at: { readonly channel: number; readonly period: PeriodDto },
  kpis: readonly ClientKpi[],
): FigureEdit[] {
  const id = (group: SurveyGroup): number => {
    const key = surveyKpis[set][group];
    const kpi = kpis.find((one) => one.definition.key === key);
    if (!kpi) throw new Error(`the client has no ${key}`);
    return kpi.id;
  };
  return surveyGroups.map((group) => ({
    kpi: id(group),
    channel: at.channel,
    cadence: at.period.cadence,
    start: at.period.start,
    value: counts[group],
  }));
}
