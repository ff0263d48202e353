/** The formula check as it travels: known KPIs in, remarks with positions out. */
import type { FormulaCheckDto, FormulaRemark } from '../../../shared/contract/api/kpis.ts';
import { kpisIn } from '../../../shared/domain/formula/ast.ts';
import type { FormulaError, FormulaWarning } from '../../../shared/domain/formula/ast.ts';
import type { FormulaCheck, KnownKpis } from '../../../shared/domain/formula/check.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';

/** The KPIs a formula of their client may name. */
export function knownKpis(kpis: readonly { readonly definition: KpiDefinition }[]): KnownKpis {
  const definitions = new Map(kpis.map((kpi) => [kpi.definition.key, kpi.definition]));
  return { definition: (key) => definitions.get(key), keys: () => definitions.keys() };
}

export function checkDto(check: FormulaCheck): FormulaCheckDto {
  const warnings = check.warnings.map(remarkDto);
  if (!check.ok) {
    return { ok: false, problems: check.errors.map(remarkDto), warnings, kpis: [], kind: null, unit: null };
  }
  const kpis = [...kpisIn(check.formula).keys()];
  return { ok: true, problems: [], warnings, kpis, kind: check.kind, unit: check.unit };
}

function remarkDto(remark: FormulaError | FormulaWarning): FormulaRemark {
  const { code, at, length, text = '', suggestion, sides, units } = remark;
  return {
    code,
    at,
    length,
    text,
    message: remarkMessage(remark),
    ...(suggestion !== undefined && { suggestion }),
    ...(sides !== undefined && { sides: [...sides] }),
    ...(units !== undefined && { units: [...units] }),
  };
}

/** English, for logs and the command line. */
export function remarkMessage(remark: FormulaError | FormulaWarning): string {
  const { code, at, text, suggestion, sides } = remark;
  const about = text ?? sides?.map((side) => side.kind).join(' and ') ?? '';
  const hint = suggestion === undefined ? '' : `, did you mean ${suggestion}?`;
  const path = 'path' in remark && remark.path !== undefined ? ` (${remark.path.join(' > ')})` : '';
  return `${code} at ${at + 1}: ${about}${hint}${path}`;
}
