/** What to look at before a report goes out, from the report model alone. Pure; worded by Checks.tsx. */
import type { ReportModel } from '../../../shared/domain/report.ts';

export type CheckKind =
  | 'coverage'
  | 'low'
  | 'missing'
  | 'targets'
  | 'noTargets'
  | 'logo'
  | 'noLogo'
  | 'author'
  | 'noAuthor'
  | 'running'
  | 'staleText';

export interface Check {
  readonly kind: CheckKind;
  readonly ok: boolean;
  readonly count: number;
}

const ENOUGH = 0.8;

export function checksOf(
  model: Pick<ReportModel, 'groups' | 'client' | 'preparedBy' | 'running' | 'commentary'>,
): Check[] {
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
  const changed = model.commentary.reduce((sum, text) => sum + text.changed, 0);
  const checks: Check[] = [];
  if (changed > 0) checks.push({ kind: 'staleText', ok: false, count: changed });
  if (model.running) checks.push({ kind: 'running', ok: false, count: 0 });
  if (low === 0 && missing === 0) checks.push({ kind: 'coverage', ok: true, count: rows.length });
  if (low > 0) checks.push({ kind: 'low', ok: false, count: low });
  if (missing > 0) checks.push({ kind: 'missing', ok: false, count: missing });
  checks.push(
    noTargets === 0
      ? { kind: 'targets', ok: true, count: rows.length }
      : { kind: 'noTargets', ok: false, count: noTargets },
  );
  checks.push(
    model.client.logo === null
      ? { kind: 'noLogo', ok: false, count: 0 }
      : { kind: 'logo', ok: true, count: 0 },
  );
  checks.push(
    model.preparedBy === ''
      ? { kind: 'noAuthor', ok: false, count: 0 }
      : { kind: 'author', ok: true, count: 0 },
  );
  return checks;
}
