/** Columns of support cases, as signatures of help desks name them. */
import type { ColumnRole, ValueUnit } from '../../../../../shared/contract/imports/mapping.ts';
import type { CaseField } from '../cases/caseWords.ts';
import type { ColumnSpec, Names } from '../reports/signature.ts';

type Options = Pick<ColumnSpec, 'required' | 'telling'> & { readonly unit?: ValueUnit };

const roles: Readonly<Partial<Record<CaseField, ColumnRole>>> = {
  id: 'id',
  opened: 'date',
  kind: 'type',
  tags: 'dimension',
  cause: 'dimension',
  group: 'dimension',
  via: 'dimension',
  subject: 'personal',
  link: 'link',
};

/** A column that tells a part of a case. A subject is read for its kind alone and never kept. */
export function caseColumn(field: CaseField, names: Names | string, options: Options = {}): ColumnSpec {
  const role = roles[field] ?? 'value';
  return {
    role,
    field,
    names: typeof names === 'string' ? { en: names } : names,
    ...(role === 'dimension' ? { dimension: field === 'via' ? 'channel' : 'cause' } : {}),
    ...options,
  };
}

/** People's own data: known, and left out. */
export function personal(...names: string[]): ColumnSpec {
  return { role: 'personal', names: { en: names } };
}
