/**
 * What each section found, as the title of its page. Only what the rules say is said: a status, a fired signal, a count,
 * a share; where they say nothing the section keeps its plain name.
 */
import { formatDate, formatNumber, formatValue } from '../../../../shared/domain/format.ts';
import type { Style } from '../../../../shared/domain/format.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type {
  ReportBreakdown,
  ReportContent,
  ReportModel,
  ReportRow,
  SectionKind,
} from '../../../../shared/domain/report.ts';
import { lowered } from '../../../../shared/domain/text/inside.ts';
import type { ClientBook } from '../book.ts';
import { headlineText } from './words.ts';

type Fixed = Exclude<SectionKind, 'area' | 'text'>;

interface Words {
  readonly names: Readonly<Record<Fixed, string>>;
  readonly text: string;
  readonly onGoal: (met: number, of: number) => string;
  readonly risk: (n: number) => string;
  readonly off: (n: number) => string;
  readonly noGoals: (n: number) => string;
  readonly allUsual: (name: string) => string;
  readonly best: (title: string, times: string, metric: string) => string;
  readonly leads: (title: string, value: string, metric: string) => string;
  readonly share: (member: string, share: string, kpi: string) => string;
  readonly planned: (n: number) => string;
  readonly first: (date: string) => string;
  readonly happened: (n: number) => string;
  readonly made: string;
}

export const findingWords: Readonly<Record<Language, Words>> = {
  en: {
    names: {
      cover: 'Cover',
      summary: 'Summary',
      scorecard: 'Scorecard',
      content: 'Content',
      breakdowns: 'Breakdowns',
      actions: 'Actions and events',
      definitions: 'Definitions',
      entry: 'Data entry',
    },
    text: 'Text',
    onGoal: (met, of) => `${met} of ${of} KPIs on goal`,
    risk: (n) => `${n} at risk`,
    off: (n) => `${n} off`,
    noGoals: (n) => (n === 1 ? 'One KPI, not judged yet' : `${n} KPIs, none judged yet`),
    allUsual: (name) => `${name}: all within the usual range`,
    best: (title, times, metric) => `“${title}” reached ${times} times its channel’s median in ${metric}`,
    leads: (title, value, metric) => `“${title}” leads with ${value} in ${metric}`,
    share: (member, share, kpi) => `${member}: ${share} of ${kpi}`,
    planned: (n) => (n === 1 ? '1 action planned' : `${n} actions planned`),
    first: (date) => `the first for ${date}`,
    happened: (n) => (n === 1 ? '1 event noted' : `${n} events noted`),
    made: 'How each number is made',
  },
  es: {
    names: {
      cover: 'Portada',
      summary: 'Resumen',
      scorecard: 'Cuadro de mando',
      content: 'Contenido',
      breakdowns: 'Desgloses',
      actions: 'Acciones y hechos',
      definitions: 'Definiciones',
      entry: 'Hoja de entrada',
    },
    text: 'Texto',
    onGoal: (met, of) => `${met} de ${of} KPI cumplen su meta`,
    risk: (n) => `${n} en riesgo`,
    off: (n) => `${n} fuera`,
    noGoals: (n) => (n === 1 ? 'Un KPI, aún sin valorar' : `${n} KPI, ninguno valorado aún`),
    allUsual: (name) => `${name}: todo en su margen habitual`,
    best: (title, times, metric) => `«${title}» llegó a ${times} veces la mediana de su canal en ${metric}`,
    leads: (title, value, metric) => `«${title}» va por delante: ${value} en ${metric}`,
    share: (member, share, kpi) => `${member}: ${share} de ${kpi}`,
    planned: (n) => (n === 1 ? 'Una acción prevista' : `${n} acciones previstas`),
    first: (date) => `la primera, para el ${date}`,
    happened: (n) => (n === 1 ? 'Un hecho anotado' : `${n} hechos anotados`),
    made: 'Cómo se hace cada cifra',
  },
};

const SHORT = 60;

/** The scorecard's: how many KPIs are on goal, of those that were judged. */
export function scorecardFinding(counts: ReportModel['counts'], rows: number, language: Language): string {
  const w = findingWords[language];
  const met = (counts.met ?? 0) + (counts.onPace ?? 0);
  const risk = (counts.atRisk ?? 0) + (counts.unconfirmed ?? 0) + (counts.behind ?? 0);
  const off = (counts.off ?? 0) + (counts.wellBehind ?? 0);
  const judged = met + risk + off;
  if (judged === 0) return w.noGoals(rows);
  return [w.onGoal(met, judged), risk > 0 ? w.risk(risk) : '', off > 0 ? w.off(off) : '']
    .filter(Boolean)
    .join(', ');
}

/** A stage's or key result area's: what met and missed its goal, else what moved, else that nothing did. */
export function areaFinding(
  book: ClientBook,
  name: string,
  rows: readonly ReportRow[],
  style: Style,
): string {
  const judged = rows.filter((row) => ['met', 'off'].includes(row.judgement.status));
  if (judged.length > 0) return headlineText(book, rows, style);
  const told = rows.filter((row) => row.signal.none === undefined);
  const quiet = told.length === rows.length && told.every((row) => row.signal.rule === undefined);
  return quiet && rows.length > 0 ? findingWords[style.language].allUsual(name) : name;
}

export function contentFinding(content: ReportContent | null, style: Style): string {
  const w = findingWords[style.language];
  const [best] = content?.top ?? [];
  if (content === null || best === undefined || best.title === '') return w.names.content;
  const title = best.title.length > SHORT ? `${best.title.slice(0, SHORT - 1).trimEnd()}…` : best.title;
  const metric = lowered(content.metric, style.language);
  return best.ratio !== null && best.ratio > 1
    ? w.best(title, formatNumber(best.ratio, style, 1), metric)
    : w.leads(title, formatValue(best.value, content.unit, style), metric);
}

export function breakdownFinding(breakdowns: readonly ReportBreakdown[], style: Style): string {
  const w = findingWords[style.language];
  const [first] = breakdowns;
  const top = first?.members.toSorted((a, b) => b.share - a.share)[0];
  if (first === undefined || top === undefined) return w.names.breakdowns;
  return w.share(
    top.name,
    formatValue(top.share, { kind: 'percent' }, style),
    lowered(first.kpi, style.language),
  );
}

export function actionsFinding(actions: ReportModel['actions'], events: number, language: Language): string {
  const w = findingWords[language];
  if (actions.length === 0) return events > 0 ? w.happened(events) : w.names.actions;
  const due = actions.flatMap((action) => action.due ?? []).toSorted()[0];
  const first = due === undefined ? '' : w.first(formatDate(due, language, 'long'));
  return [w.planned(actions.length), first].filter(Boolean).join(', ');
}
