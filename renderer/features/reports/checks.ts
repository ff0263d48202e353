/** What to look at before a report goes out, from the report model alone. Pure; worded by Checks.tsx. */
import { printedTexts } from '../../../shared/domain/report.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { contrast } from '../../ui/accent.ts';

export type CheckKind =
  | 'coverage'
  | 'low'
  | 'missing'
  | 'targets'
  | 'noTargets'
  | 'notes'
  | 'noNotes'
  | 'logo'
  | 'noLogo'
  | 'faint'
  | 'author'
  | 'noAuthor'
  | 'running'
  | 'staleText'
  | 'translation';

export interface Check {
  readonly kind: CheckKind;
  readonly ok: boolean;
  readonly count: number;
}

const ENOUGH = 0.8;
/** Graphics on white paper (WCAG 2.2, 1.4.11). */
const VISIBLE = 3;

type Looked = Pick<ReportModel, 'groups' | 'client' | 'preparedBy' | 'running' | 'commentary' | 'sections'>;

/** `untranslated`: texts that the other language has and this one lacks. */
export function checksOf(model: Looked, untranslated = 0): Check[] {
  const rows = model.groups.flatMap((group) => group.rows);
  const low = rows.filter((row) => {
    const { coverage, state } = row.now;
    return (
      state === 'value' &&
      coverage !== undefined &&
      coverage.expected > 0 &&
      coverage.recorded / coverage.expected < ENOUGH
    );
  }).length;
  const missing = rows.filter((row) => row.now.state === 'missing').length;
  const noTargets = rows.filter((row) => row.judgement.status === 'noTarget').length;
  const off = rows.filter((row) => row.judgement.status === 'off');
  const noNotes = off.filter((row) => row.why === undefined).length;
  const changed = printedTexts(model).reduce((sum, text) => sum + text.changed, 0);
  const checks: Check[] = [];
  const bad = (kind: CheckKind, count: number): void => {
    if (count > 0) checks.push({ kind, ok: false, count });
  };
  bad('staleText', changed);
  bad('running', model.running ? 1 : 0);
  if (low === 0 && missing === 0) checks.push({ kind: 'coverage', ok: true, count: rows.length });
  bad('low', low);
  bad('missing', missing);
  bad('noNotes', noNotes);
  if (off.length > 0 && noNotes === 0) checks.push({ kind: 'notes', ok: true, count: off.length });
  bad('noTargets', noTargets);
  if (noTargets === 0) checks.push({ kind: 'targets', ok: true, count: rows.length });
  bad('translation', untranslated);
  const faint = contrast(model.client.color, '#ffffff') < VISIBLE;
  bad('faint', faint ? 1 : 0);
  if (model.client.logo === null) checks.push({ kind: 'noLogo', ok: false, count: 0 });
  else if (!faint) checks.push({ kind: 'logo', ok: true, count: 0 });
  checks.push(
    model.preparedBy === ''
      ? { kind: 'noAuthor', ok: false, count: 0 }
      : { kind: 'author', ok: true, count: 0 },
  );
  return checks;
}

/** KPIs that are off and of which nobody said why, in the scorecard's order. */
export function offWithoutNote(model: Pick<ReportModel, 'groups' | 'kpis'>): string[] {
  const names = new Map(model.kpis.map((kpi) => [kpi.key, kpi.name]));
  return model.groups
    .flatMap((group) => group.rows)
    .filter((row) => row.judgement.status === 'off' && row.why === undefined)
    .map((row) => names.get(row.kpi) ?? row.kpi);
}
