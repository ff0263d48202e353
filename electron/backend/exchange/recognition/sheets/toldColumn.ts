/** A column of a table as the contract tells it. */
import type { ImportColumn } from '../../../../../shared/contract/imports/session.ts';
import type { TableColumn } from '../../model.ts';

export function toldColumn(column: TableColumn): ImportColumn {
  return {
    index: column.index,
    header: column.header,
    role: column.role,
    kpi: column.kpi ?? null,
    unit: column.unit ?? null,
    dimension: column.dimension ?? null,
    reasons: (column.reasons ?? []).map(({ code, params }) =>
      params === undefined ? { code } : { code, params: { ...params } },
    ),
  };
}
