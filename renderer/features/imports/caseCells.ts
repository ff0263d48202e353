/** A support case in a row of the preview: what it is and, where the file changes nothing of it, how it stands. Pure. */
import type { ImportRow } from '../../../shared/contract/imports/session.ts';
import type { Catalogue } from '../../i18n/en/index.ts';

interface CaseCells {
  readonly name: string;
  /** Empty where its changes are told. */
  readonly state: string;
}

export function caseCells(t: Catalogue, one: NonNullable<ImportRow['case']>): CaseCells {
  const { open, resolved } = t.journal.list;
  return {
    name: t.journal.kinds[one.kind],
    state: one.changes.length > 0 ? '' : one.resolved === null ? open : resolved,
  };
}
