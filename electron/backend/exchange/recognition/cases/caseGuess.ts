/**
 * A client's own log of cases: opened, first reply, resolved, type, channel, in English, Spanish or Portuguese.
 *
 * Taken for one only where columns named so hold moments: a sheet of counts by month has the same words over numbers.
 */
import type { Block } from '../tables/blocks.ts';
import type { CaseField } from './caseWords.ts';
import { kindIn } from './caseWords.ts';
import { cellText } from '../cells.ts';
import { fold } from '../fold.ts';
import { look } from '../sheets/looks.ts';
import type { Look } from '../sheets/looks.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { minuteOf } from './moments.ts';
import { isPersonal } from './protected.ts';

/** Folded names, whole. Joining words are left out before a name is looked up. */
const names: readonly (readonly [CaseField, RegExp])[] = [
  [
    'opened',
    /^(?:(?:date|day|time)? ?(?:opened|created|received|open)(?: (?:at|date|time))?|(?:fecha|hora|data)? ?(?:apertura|creacion|entrada|recepcion|alta|consulta|queja|caso|contacto|abertura|criacao)|abiert[oa]|cread[oa]|recibid[oa]|abert[oa])$/,
  ],
  [
    'firstReplyTime',
    /^(?:(?:first|1st|1a|initial) (?:reply|response|answer) time|(?:time|tiempo|tempo) (?:to )?(?:(?:first|primera|primeira) )?(?:reply|response|answer|respuesta|resposta)|(?:reply|response) time)(?: (?:in )?(?:minute|minuto|hour|hora|min|h|hr))?$/,
  ],
  [
    'firstReply',
    /^(?:(?:date|fecha|hora|data)? ?(?:first|1st|1a|initial|primer|primera|primeira)? ?(?:reply|response|answer|respuesta|contestacion|resposta)(?: (?:at|date))?|(?:first )?(?:replied|answered|responded)(?: at)?|respondid[oa]|contestad[oa])$/,
  ],
  [
    'resolutionTime',
    /^(?:(?:full )?(?:resolution|handling) time|time (?:to )?(?:resolution|resolve|close)|(?:tiempo|tempo) (?:resolucion|cierre|resolucao))(?: (?:in )?(?:minute|minuto|hour|hora|min|h|hr))?$/,
  ],
  [
    'resolved',
    /^(?:(?:date|fecha|hora|data)? ?(?:resolved|solved|closed|resolution|closing|close|cierre|resolucion|solucion|resolucao|fechamento)(?: (?:at|date))?|resuelt[oa]|cerrad[oa]|solucionad[oa]|resolvid[oa]|fechad[oa])$/,
  ],
  [
    'kind',
    /^(?:(?:case|ticket|query|request|contact) )?(?:type|kind)$|^tipo(?: (?:caso|consulta|solicitud|contacto|incidencia|ticket))?$|^clase$/,
  ],
  [
    'cause',
    /^(?:cause|reason|topic|category|root cause|motivo|causa|tema|categoria|razon|assunto principal)$/,
  ],
  ['status', /^(?:status|state|estado|situacion|situacao)$/],
  ['escalated', /^(?:escalated|escalation|escalado|escalada|escalamiento)$/],
  ['priority', /^(?:priority|prioridad|prioridade|urgencia|urgency)$/],
  [
    'satisfaction',
    /^(?:sentiment|satisfaction|satisfaction score|csat|rating|sentimiento|satisfaccion|valoracion|tono|sentimento|satisfacao)$/,
  ],
  [
    'via',
    /^(?:channel|network|via|source|medium|platform|canal|red|red social|medio|plataforma|origen|origem|rede)$/,
  ],
  ['tags', /^(?:tag|label|etiqueta)$/],
  ['group', /^(?:group|team|grupo|equipo|equipe)$/],
  [
    'id',
    /^(?:id|case|ticket|number|no|num|n|caso|numero|ref|reference|referencia|folio)(?: (?:id|no|num|n|number|numero|caso|ticket|case))?$|^(?:n|no|num|numero) (?:caso|ticket|consulta)$/,
  ],
  ['link', /^(?:link|url|enlace|permalink)$/],
];

const joining = new Set([
  'de',
  'del',
  'la',
  'el',
  'los',
  'of',
  'the',
  'on',
  'a',
  'da',
  'do',
  'y',
  'and',
  'e',
]);
const plainDate = /^(?:date|fecha|data|day|dia|timestamp)$/;
const clockName = /^(?:time|hora|hour)(?: (?:entrada|apertura|opened))?$/;

/** Nobody's log of cases is wider; sheets with dates as columns are. */
const mostColumns = 80;

/** The columns of a case log, or `null` where the table is none. */
export function guessCases(block: Block): Mapping | null {
  const width = block.header.length;
  if (!block.headed || block.rows.length === 0 || width < 3 || width > mostColumns) return null;
  const looks = block.header.map((header, index) => look(block, header, index));
  const fields = new Map<CaseField, Look>();
  for (const one of looks) {
    const field = fieldOf(one, block);
    if (field !== undefined && !fields.has(field)) fields.set(field, one);
  }
  const strong = fields.has('opened');
  const date = looks.find((one) => plainDate.test(one.folded) && one.dates >= 0.6);
  if (!strong && date) fields.set('opened', date);
  const opened = fields.get('opened');
  if (!opened) return null;
  const clock = looks[opened.index + 1];
  if (clock && clockName.test(clock.folded) && isClock(block, clock.index)) fields.set('openedClock', clock);
  if (!isLog(block, fields, strong)) return null;
  const byIndex = new Map([...fields].map(([field, one]) => [one.index, field] as const));
  return {
    platform: 'generic',
    report: 'case log',
    kind: 'cases',
    language: languageOf(looks),
    recognised: false,
    network: 'support',
    columns: looks.map((one) => columnOf(one, byIndex.get(one.index), block)),
  };
}

/**
 * Replies, or openings with an end and a kind that is told: nothing else is sure to be a log of cases (a plan of tasks
 * has a beginning, an end and a type too).
 */
function isLog(block: Block, fields: ReadonlyMap<CaseField, Look>, strong: boolean): boolean {
  const replied = fields.has('firstReply') || (fields.has('firstReplyTime') && (strong || fields.has('id')));
  const ended = fields.has('resolved') || fields.has('resolutionTime') || fields.has('status');
  const kind = fields.get('kind') ?? fields.get('cause');
  const told =
    (kind !== undefined &&
      block.rows.some((row) => kindIn(cellText(row[kind.index] ?? null)) !== undefined)) ||
    kindIn(block.sheet) !== undefined ||
    kindIn(block.name) !== undefined;
  if (replied) return ended || kind !== undefined || fields.has('via') || fields.has('id');
  return told && (fields.has('resolved') || (ended && (strong || fields.has('id'))));
}

function fieldOf(one: Look, block: Block): CaseField | undefined {
  const plain = one.folded
    .split(' ')
    .filter((word) => !joining.has(word))
    .join(' ');
  const found = names.find(([, words]) => words.test(plain))?.[0];
  if (found === undefined) return undefined;
  switch (found) {
    case 'opened':
    case 'firstReply':
    case 'resolved':
      return one.dates >= 0.6 ? found : undefined;
    case 'firstReplyTime':
    case 'resolutionTime':
      return one.numeric >= 0.6 ? found : undefined;
    case 'id':
      return one.dates < 0.6 && one.distinct >= Math.min(block.rows.length, 60) * 0.9 ? found : undefined;
    case 'kind':
    case 'cause':
    case 'status':
    case 'priority':
    case 'via':
    case 'tags':
    case 'group':
      return one.numeric < 0.5 && one.length <= 60 ? found : undefined;
    default:
      return found;
  }
}

function isClock(block: Block, index: number): boolean {
  const filled = block.rows.filter((row) => cellText(row[index] ?? null) !== '');
  const clocks = filled.filter((row) => minuteOf(row[index] ?? null) !== undefined);
  return filled.length > 0 && clocks.length / filled.length >= 0.6;
}

function columnOf(one: Look, field: CaseField | undefined, block: Block): MappedColumn {
  const { index, header } = one;
  if (field === undefined)
    return { index, header, role: isPersonal(block, header, index) ? 'personal' : 'ignored' };
  const reasons = [{ code: 'name' as const }];
  switch (field) {
    case 'opened':
      return { index, header, field, role: 'date', reasons };
    case 'firstReplyTime':
    case 'resolutionTime':
      return { index, header, field, role: 'value', reasons, unit: unitOf(header) };
    case 'id':
      return { index, header, field, role: 'id', reasons };
    case 'link':
      return { index, header, field, role: 'link', reasons };
    case 'kind':
      return { index, header, field, role: 'type', reasons };
    case 'via':
      return { index, header, field, role: 'dimension', dimension: 'channel', reasons };
    case 'cause':
    case 'tags':
    case 'group':
      return { index, header, field, role: 'dimension', dimension: 'cause', reasons };
    default:
      return { index, header, field, role: 'value', reasons };
  }
}

function unitOf(header: string): 'minutes' | 'hours' | 'clock' {
  const folded = ` ${fold(header)} `;
  if (/ (?:minute|minuto|min) /.test(folded)) return 'minutes';
  return / (?:hour|hora|hr|h) /.test(folded) ? 'hours' : 'clock';
}

function languageOf(looks: readonly Look[]): string | null {
  const text = ` ${looks.map((one) => one.folded).join(' ')} `;
  if (/ (?:fecha|apertura|respuesta|resuelto|resuelta|cierre|cerrado|queja|motivo) /.test(text)) return 'es';
  if (/ (?:data|abertura|resposta|resolvido|fechamento|assunto) /.test(text)) return 'pt';
  return / (?:opened|created|reply|response|resolved|closed|date) /.test(text) ? 'en' : null;
}
