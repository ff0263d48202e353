/**
 * Words of columns and rows that hold no figures of their own: totals, means, changes, goals, notes. They are worked
 * out from the figures or wished for, so none of them is ever imported; only totals are held against the sums.
 */
import { bare, isTotalText, tidy } from '../../../../../shared/domain/cells/text.ts';

export type SummaryKind = 'total' | 'mean' | 'change' | 'before' | 'goal' | 'note';

const longest = 60;

/** `TOTAL 2025`, `Total general`, `Acumulado`, `YTD`. */
const totals =
  /^(?:(?:gran |grand |sub ?-?)?totals?(?: general| anual| mes| periodo| year| trimestre| acumulado)?|totales|acumulad[oa]s?(?: anual| del? ano)?|cumulative|accumulated|ytd|year to date|suma(?: total)?|sum|overall)(?: (?:del? )?(?:ano |q[1-4] ?|t[1-4] ?)?(?:19|20)?\d{2})?$/;
const means =
  /^(?:media|medias|mean|average|averages|avg\.?|promedio|promedios|mediana|median|prom\.?)(?: (?:mensual|diaria?|semanal|anual|monthly|daily|weekly|total|(?:19|20)\d{2}))?$/;
const changes =
  /^(?:%|pct|δ ?%?|var\.?|var\.? ?%|% ?var\.?|% ?variacion|variacion ?%?|variacion .{2,24}|variaciones|diff?\.?|dif\.?|diferencia|difference|delta|change|% ?change|change ?%|cambio ?%?|% ?cambio|evolucion ?%?|trend|tendencia|crecimiento ?%?|% ?crecimiento|growth ?%?|% ?growth|mom|yoy|wow|qoq|% ?(?:mom|yoy|wow|qoq)|(?:mom|yoy|wow|qoq) ?%|(?:%|pct|var\.?|variacion|cambio|diferencia|difference|change) ?(?:vs\.?|respecto|frente|sobre) .{2,30}|vs\.? .{2,30}|(?:comparado|respecto|frente) (?:con|al?) .{2,30}|compared to .{2,30})$/;
const goals =
  /^(?:objetivos?|metas?|targets?|goals?|presupuesto|budget|forecast|prevision|previsto|planned|plan|% ?(?:objetivo|meta|cumplimiento|target|goal|logro)|cumplimiento ?%?|consecucion ?%?|logro ?%?|achievement ?%?|(?:objetivo|meta|target|goal) .{2,24}|.{2,24} (?:objetivo|meta|target|goal))$/;
const before =
  /^(?:(?:mes|periodo|ano|semana|trimestre) (?:anterior|pasad[oa]|previ[oa])|previous(?: (?:month|period|week|year|quarter))?|last (?:month|period|week|year|quarter)|anterior|prior(?: (?:month|period|year))?)$/;
const notes =
  /^(?:notas?|notes?|comentarios? (?:y notas|internos?)|observacion(?:es)?|remarks?|obs\.?|comments? and notes)$/;

/** What a label says a row or column is, when it is no figure; undefined for everything else. */
export function summaryKind(label: string): SummaryKind | undefined {
  if (label.length === 0 || label.length > longest) return undefined;
  const known = judged.get(label);
  if (known !== undefined) return known === null ? undefined : known;
  const kind = judge(label);
  if (judged.size >= mostJudged) judged.clear();
  judged.set(label, kind ?? null);
  return kind;
}

/** The same labels stand in row after row. */
const judged = new Map<string, SummaryKind | null>();
const mostJudged = 20_000;

function judge(label: string): SummaryKind | undefined {
  const text = bare(tidy(label))
    .replace(/[:()[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  if (isTotalText(label) || totals.test(text)) return 'total';
  if (means.test(text)) return 'mean';
  if (changes.test(text)) return 'change';
  if (goals.test(text)) return 'goal';
  if (before.test(text)) return 'before';
  return notes.test(text) ? 'note' : undefined;
}

/** Words that say "the figures themselves" beside a goal or a change: `Real`, `Actual`. */
const actualWords = /(?:^|\s)(?:real(?:es)?|actual(?:es)?|result(?:ado)?s?|logrado|dato|valor|value|cifra)$/i;

/** `Alcance real` -> `Alcance`; a label that says nothing else stays. */
export function withoutActual(label: string): string {
  const rest = label.replace(actualWords, '').replace(/[\s\-–:|/]+$/, '');
  return rest === '' ? label : rest;
}

/** Whether a label is only such a word. */
export function isActualWord(label: string): boolean {
  return actualWords.test(label.trim()) && withoutActual(label.trim()) === label.trim();
}

/** Whether a label says that it adds up others, beside naming what: `Total seguidores`, `Seguidores totales`. */
export function saysTotal(label: string): boolean {
  return /(?:^|\s)(?:total(?:es)?|totals?|overall|conjunto|suma|global|todas? las redes|all networks|all channels)(?:\s|$)/.test(
    bare(tidy(label)),
  );
}
