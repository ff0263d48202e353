/**
 * A KPI on its way from the helper to the editor. Kept for as long as the window lives and named in the address, so
 * that back and forward find it again.
 */
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';

const drafts: KpiDefinition[] = [];

/** Keeps a draft; the word goes into the address as `draft`. */
export function keepDraft(definition: KpiDefinition): string {
  return String(drafts.push(definition));
}

/** The draft an address names; `undefined` once the window was loaded anew. */
export function draftAt(word: string | undefined): KpiDefinition | undefined {
  return drafts[Number(word ?? 0) - 1];
}
