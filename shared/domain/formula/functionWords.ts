/**
 * Other names people know the functions by: those of spreadsheets in English and Spanish, and plain words. They are
 * not accepted, they are answered: "there is no `suma`, did you mean `sum`?".
 */
import { formulaFunctions } from './ast.ts';
import type { FormulaFunction } from './ast.ts';
import { nearest } from './nearest.ts';

const words: Readonly<Record<FormulaFunction, string>> = {
  sum: 'suma sumar total add',
  mean: 'average avg media promedio prom promediar',
  min: 'minimum minimo menor least lowest',
  max: 'maximum maximo mayor most highest',
  abs: 'absolute absoluto',
  round: 'redondear redondeo redond rnd',
  if: 'si iif when case',
  coalesce: 'ifnull ifna iferror nvl sierror sind default orelse',
  prev: 'previous before lag last anterior previo',
  yoy: 'lastyear yearago year anioanterior anoanterior interanual',
  change: 'growth delta diff increase cambio variacion crecimiento',
};

const byWord: ReadonlyMap<string, FormulaFunction> = new Map(
  formulaFunctions.flatMap((name) => words[name].split(' ').map((word) => [word.toLowerCase(), name])),
);

/** Lower case without accents. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The function a word means: by another name it goes by, or by its spelling. */
export function functionMeant(word: string): FormulaFunction | undefined {
  const plain = folded(word);
  const known = byWord.get(plain) ?? byWord.get(plain.replaceAll('_', ''));
  if (known !== undefined) return known;
  const close = nearest(plain, [...formulaFunctions, ...byWord.keys()]);
  return formulaFunctions.find((name) => name === close) ?? byWord.get(close ?? '');
}
