/** What to look at before a report goes out, and what is well with it. Pure; worded by Checks.tsx. */
import type { Attention } from '../../../shared/domain/attention.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { contrast } from '../../ui/accent.ts';

export type Check =
  /** By the rules of every delivery (shared/domain/attention.ts). */
  | { readonly ok: false; readonly kind: 'attention'; readonly one: Attention }
  /** Of this report's look and set-up; none of it is wrong in the client's hands. */
  | { readonly ok: false; readonly kind: 'noTargets' | 'noLogo' | 'faint'; readonly count: number }
  | {
      readonly ok: true;
      readonly kind: 'coverage' | 'notes' | 'targets' | 'logo' | 'author';
      readonly count: number;
    };

/** Graphics on white paper (WCAG 2.2, 1.4.11). */
const VISIBLE = 3;

type Looked = Pick<ReportModel, 'groups' | 'client'>;

/** `attention`: what the delivery's own rules found; undefined while that is not known. */
export function checksOf(model: Looked, attention: readonly Attention[] | undefined): Check[] {
  const rows = model.groups.flatMap((group) => group.rows);
  const known = new Set(attention?.map((one) => one.kind));
  const well = (...kinds: readonly Attention['kind'][]): boolean =>
    attention !== undefined && kinds.every((kind) => !known.has(kind));
  const checks: Check[] = (attention ?? []).map((one) => ({ ok: false, kind: 'attention', one }));
  if (well('coverage', 'missing')) checks.push({ kind: 'coverage', ok: true, count: rows.length });
  const off = rows.filter((row) => row.judgement.status === 'off').length;
  if (off > 0 && well('unexplained')) checks.push({ kind: 'notes', ok: true, count: off });
  const noTargets = rows.filter((row) => row.judgement.status === 'noTarget').length;
  checks.push(
    noTargets > 0
      ? { kind: 'noTargets', ok: false, count: noTargets }
      : { kind: 'targets', ok: true, count: rows.length },
  );
  const faint = contrast(model.client.color, '#ffffff') < VISIBLE;
  if (faint) checks.push({ kind: 'faint', ok: false, count: 1 });
  if (model.client.logo === null) checks.push({ kind: 'noLogo', ok: false, count: 1 });
  else if (!faint) checks.push({ kind: 'logo', ok: true, count: 1 });
  if (well('noAuthor')) checks.push({ kind: 'author', ok: true, count: 1 });
  return checks;
}
