/**
 * What a help desk's words say about a case: its kind, whether it was escalated, how the person felt, what it was about.
 *
 * Only sure words count: a text that says nothing leaves a case a query, not escalated, without sentiment or cause.
 * Words are folded (`fold`): without accents, capitals, punctuation and plural endings.
 */
import type { CaseKind } from '../../../../../shared/domain/kpi.ts';
import { readAnswer } from '../../../../../shared/domain/survey.ts';
import { fold } from '../fold.ts';

/** The parts of a case that columns tell. Times end in `Time`: they count from the opening. */
export const caseFields = [
  'id',
  'opened',
  'openedClock',
  'firstReply',
  'firstReplyTime',
  'resolved',
  'resolutionTime',
  'kind',
  'tags',
  'cause',
  'group',
  'groupStations',
  'priority',
  'status',
  'escalated',
  'satisfaction',
  'subject',
  'via',
  'link',
] as const;
export type CaseField = (typeof caseFields)[number];

const kindWords: readonly (readonly [CaseKind, RegExp])[] = [
  [
    'violation',
    /\b(?:violation|guideline violation|infraccion|incumplimiento|moderation|moderacion|abuse|abuso|violacao|infracao)\b/,
  ],
  ['conflict', /\b(?:conflict|conflicto|dispute|disputa|conflito)\b/],
  ['complaint', /\b(?:complaint|complain|queja|reclamacion|reclamo|reclamacao|queixa)\b/],
  [
    'query',
    /\b(?:question|query|querie|consulta|pregunta|duda|inquiry|enquiry|inquirie|enquirie|pergunta|duvida)\b/,
  ],
];

/** The kind that a type or a tag names; `undefined`: it names none. */
export function kindIn(text: string): CaseKind | undefined {
  const folded = fold(text.replaceAll('_', ' '));
  return folded === '' ? undefined : kindWords.find(([, words]) => words.test(folded))?.[0];
}

/** The kind a subject states; an everyday "question" in it proves nothing, as everyone has one. */
export function kindInSubject(text: string): CaseKind | undefined {
  const kind = kindIn(text);
  return kind === 'complaint' ? kind : undefined;
}

const escalation = /\b(?:escalat\w*|escalad\w*|escalamiento|escalonad\w*)\b/;
const raisedGroup =
  /\b(?:tier|level|nivel|l|n) ?(?:2|3|two|three|ii|iii)\b|\bsecond line\b|\bsegund[ao] (?:linea|nivel)\b/;

export function isEscalation(text: string): boolean {
  const folded = fold(text.replaceAll('_', ' '));
  return escalation.test(folded) && !/\b(?:not?|sin|nunca|never|un)\b/.test(folded);
}

/** A group that takes over what the first line hands on. */
export function isRaisedGroup(text: string): boolean {
  return raisedGroup.test(fold(text)) || isEscalation(text);
}

const yes = /^(?:yes|si|true|verdadero|1|x|y|sim|escalated|escalado|escalada)$/;

/** A column of its own for it: yes, sí, x. */
export function saysYes(text: string): boolean {
  return yes.test(fold(text)) || text.trim() === '✓' || isEscalation(text);
}

const good =
  /^(?:good|great|happy|extremely happy|very happy|positive|positivo|positiva|bien|bueno|buena|bom|boa)(?: with comment| con comentario)?$/;
const bad =
  /^(?:bad|not good|unhappy|extremely unhappy|very unhappy|negative|negativo|negativa|mal|malo|mala|ruim)(?: with comment| con comentario)?$/;
const even = /^(?:okay|ok|neutral|neutro|neutra|regular)$/;

/** What was said of the handling, or how the person felt; offered and unanswered ratings say nothing. */
export function sentimentIn(text: string): 'positive' | 'neutral' | 'negative' | undefined {
  const folded = fold(text);
  if (folded === '') return undefined;
  if (good.test(folded)) return 'positive';
  if (bad.test(folded)) return 'negative';
  if (even.test(folded)) return 'neutral';
  const worded = readAnswer(text, 'words');
  const answer = worded.is === 'read' ? worded : readAnswer(text, 'five');
  if (answer.is !== 'read') return undefined;
  return answer.group === 'top' ? 'positive' : answer.group === 'middle' ? 'neutral' : 'negative';
}

const done =
  /^(?:solved|closed|resolved|resuelto|resuelta|cerrado|cerrada|solucionado|solucionada|hecho|done|resolvido|fechado)\b/;

export function isDone(status: string): boolean {
  return done.test(fold(status));
}

/** Tags that a help desk sets by itself, or that say how a case was handled and not what it was about. */
const handling =
  /^(?:web|mail|email|chat|phone|api|vip|csat|closed by merge|merge|merged|auto|automation|bot|spam|test|urgent|urgente|high|low|normal|new|open|pending|solved|closed|duplicate|follow up|followup|en|es|pt|english|spanish|espanol)$/;
/** Groups that everything passes through. */
const everyone =
  /^(?:support|customer support|customer service|customer care|soporte|atencion al cliente|atencion|help desk|helpdesk|general|default|team|equipo|tier 1|level 1|nivel 1|suporte|atendimento)$/;

/** What tags say a case was about: the first that is neither a kind nor about its handling. */
export function causeInTags(text: string): string | undefined {
  for (const tag of tagsIn(text)) {
    const words = tag.replaceAll(/[_-]+/g, ' ').trim();
    const folded = fold(words);
    if (folded === '' || /^\d+$/.test(folded) || handling.test(folded)) continue;
    if (kindIn(words) !== undefined || isEscalation(words)) continue;
    return words;
  }
  return undefined;
}

/** `late_delivery vip`, `late delivery, vip`, `["late_delivery"]`: the single tags. */
export function tagsIn(text: string): string[] {
  const plain = text.replaceAll(/[[\]"']/g, '');
  return plain
    .split(/[,;|]/.test(plain) ? /[,;|]/ : /\s+/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

export function causeInGroup(text: string): string | undefined {
  const folded = fold(text);
  return folded === '' || everyone.test(folded) || isRaisedGroup(text) ? undefined : text;
}
