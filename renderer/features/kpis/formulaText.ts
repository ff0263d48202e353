/** A formula and what is to be said of it, in words. Pure. */
import type { FormulaRemark } from '../../../shared/contract/api/kpis.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { sentence } from '../../ui/sentence.ts';

type Side = NonNullable<FormulaRemark['sides']>[number];

/** The formula with names in the place of keys, and the signs of a calculation; for reading, not for typing. */
export function inNames(formula: string, nameOf: (key: string) => string | undefined): string {
  const signs: ReadonlyMap<string, string> = new Map([
    ['*', '×'],
    ['-', '−'],
    ['<=', '≤'],
    ['>=', '≥'],
    ['!=', '≠'],
  ]);
  return formula
    .replaceAll(/[A-Za-z_]\w*|<=|>=|!=|[-*]/g, (piece) => signs.get(piece) ?? nameOf(piece) ?? piece)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** What a part of a formula is: "money", "a count (posts)", "a ratio". */
export function sideWords(side: Side, t: Catalogue, format: Format): string {
  const { kind, label, of } = side;
  const words = t.kpis.sides;
  if (kind === 'ratio' || kind === 'moneyPerItem' || kind === 'durationPerItem' || kind === 'rate')
    return words[kind];
  if (label !== undefined) return words.counted(format.local(label));
  if (kind === 'rating' && of !== undefined) return words.ratingOf(format.number(of));
  return t.kpis.units[kind];
}

/** A remark in words. */
export function remarkText(remark: FormulaRemark, t: Catalogue, format: Format): string {
  const words = t.kpis.problems;
  const [left, right] = (remark.sides ?? []).map((side) => sideWords(side, t, format));
  switch (remark.code) {
    case 'empty':
    case 'tooLong':
    case 'tooDeep':
    case 'unexpectedEnd':
    case 'unclosed':
    case 'unopened':
    case 'comparisonOutsideIf':
      return words[remark.code];
    case 'unexpectedCharacter':
    case 'badNumber':
    case 'unexpected':
    case 'decimalComma':
    case 'percentSign':
    case 'unknownFunction':
    case 'argumentCount':
    case 'unknownKpi':
    case 'displayName':
    case 'cycle':
    case 'listComma':
    case 'thousandsPoint':
      return words[remark.code](remark.text);
    case 'unitsDiffer':
    case 'unitsUnclear':
    case 'unitDeclared':
    case 'unitUnlikely':
      return sentence(words[remark.code](left ?? '', right ?? ''));
    case 'hundredfold':
    case 'hundredth':
      return words[remark.code];
  }
}

/** The words of a button that declares another unit. */
export function unitChoice(unit: Unit, t: Catalogue, format: Format): string {
  return t.kpis.problems.declare(
    sideWords({ kind: unit.kind, ...(unit.of !== undefined && { of: unit.of }) }, t, format),
  );
}
