/** A making in words: what a formula says with names for keys, and what is to be said of a step. Pure. */
import type { Made, Step } from '../../../shared/contract/api/numbers.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Faces } from '../../ui/faces.ts';

const signs: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
};

/** A formula in keys as people read it: names, and the signs of a calculation. Numbers in the reader's format. */
export function readable(text: string, faces: Faces, format: Format): string {
  return text.replaceAll(/[A-Za-z_]\w*|\d+(?:\.\d+)?|<=|>=|!=|[-*/]/g, (piece) => {
    if (/^\d/.test(piece)) return plain(Number(piece), format);
    return signs[piece] ?? (faces.kpi(piece) === undefined ? piece : faces.name(piece));
  });
}

/** A number without a unit, as short as it can be told. */
export function plain(value: number, format: Format): string {
  const size = Math.abs(value);
  const digits = Number.isInteger(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4;
  return format.number(value, digits);
}

/** The unit that begins on a day. */
export function unitName(cadence: Cadence, start: IsoDate, format: Format): string {
  return cadence === 'day' ? format.date(start, 'medium') : format.period({ cadence, start }, 'medium');
}

/** How the number itself was put together. */
export function ruleOf(made: Made, format: Format, t: Catalogue): readonly string[] {
  const [root, ...rest] = made.steps;
  const words = t.made;
  if (root === undefined || root.over === null) return [];
  const { over } = root;
  switch (over.kind) {
    case 'time':
    case 'exact':
    case 'log':
    case 'peak':
      return overWords(root, rest, format, t);
    case 'channels': {
      const parts = rest.filter((step) => step.depth === 1 && step.kind === 'channel');
      const [only] = parts;
      return only !== undefined && parts.length === 1
        ? [...overWords(only, [], format, t), words.oneChannel]
        : [words.each[made.kpi.timeAggregation], words.channels[over.how]];
    }
    case 'rebased':
      return [words.rebased(plain(over.factor, format))];
    case 'formula':
    case 'operation':
    case 'function':
      return [
        words.computed,
        ...(made.steps.some((step) => step.paired !== null) ? [words.ratio] : []),
        ...overWords(root, rest, format, t),
      ];
  }
}

/** How a step was put together, where that is not plain to see; `parts`: the steps that follow it. */
function overWords(step: Step, parts: readonly Step[], format: Format, t: Catalogue): readonly string[] {
  const { over } = step;
  const words = t.made;
  const [first] = parts;
  switch (over?.kind) {
    case 'time': {
      const at =
        over.at === null || over.cadence === null
          ? []
          : [words.heldOn(unitName(over.cadence, over.at, format))];
      return [words.time[over.how](over.figures, over.cadence), ...at];
    }
    case 'exact':
      return [words.exact];
    case 'log':
      return logWords(over, t);
    case 'peak':
      return first === undefined
        ? []
        : [words.peak[over.how](unitName(over.cadence, first.span.from, format))];
    case 'function':
      switch (over.name) {
        case 'if':
          return over.taken === null ? [] : [over.taken === 1 ? words.holds : words.holdsNot];
        case 'prev':
          return first === undefined ? [] : [words.prev(format.span(first.span, 'medium'))];
        case 'yoy':
          return first === undefined ? [] : [words.yoy(format.span(first.span, 'medium'))];
        default:
          return [];
      }
    default:
      return [];
  }
}

/** What was counted in a log; of content items at one age also what is left out. */
function logWords(
  { log, entries, age, left = 0 }: Extract<Step['over'], { readonly kind: 'log' }>,
  t: Catalogue,
): readonly string[] {
  if (age === undefined) return [t.made.log[log](entries)];
  const { items } = t.made;
  return [...(entries === 0 ? [] : [items.middle(entries, age)]), ...(left === 0 ? [] : [items.left(left)])];
}

/** What is said below a step. `siblings`: the step above and all steps, in order. */
export function notesOf(
  made: Made,
  index: number,
  faces: Faces,
  format: Format,
  t: Catalogue,
): readonly string[] {
  const step = made.steps[index];
  if (step === undefined || step.depth === 0) return [];
  const words = t.made;
  const above = parentOf(made.steps, index);
  const unit = step.kpi === null ? null : faces.unit(step.kpi);
  const notes: string[] = [];
  const plainSum = step.over?.kind === 'time' && (step.over.how === 'sum' || step.over.how === 'last');
  if (!(step.kind === 'channel' && plainSum) && step.paired === null)
    notes.push(...overWords(step, made.steps.slice(index + 1), format, t));
  if (step.paired !== null) {
    const { units, cadence, whole } = step.paired;
    const said = `${units} ${cadenceWord(cadence, units, format.language)}`;
    notes.push(
      whole === null || unit === null
        ? words.pairedNone(said)
        : words.paired(said, format.value(whole, unit)),
    );
  }
  if (above?.over?.kind === 'function' && above.over.name === 'coalesce') {
    notes.push(
      step.used === null
        ? words.notTaken
        : siblingsBefore(made.steps, index) > 0
          ? words.taken
          : words.takenFirst,
    );
  } else if (isCondition(made.steps, index)) notes.push(words.condition);
  else if (step.used === null && step.measured.value !== null && step.kind !== 'weight')
    notes.push(words.notCounted);
  if (step.used !== null && step.measured.value === null && step.measured.asOf !== undefined)
    notes.push(words.carried(format.date(step.measured.asOf, 'medium')));
  if (step.kind !== 'part' && above?.over?.kind !== 'peak' && isMoved(step, made) && !isMoved(above, made))
    notes.push(words.during(format.span(step.span, 'medium')));
  for (const reason of step.measured.reasons)
    if (reason !== 'partial' && reason !== 'nothingRecorded' && reason !== 'missingInput')
      notes.push(`${t.status.value[reason]}.`);
  return notes;
}

function isMoved(step: Step | undefined, made: Made): boolean {
  return step !== undefined && (step.span.from !== made.span.from || step.span.to !== made.span.to);
}

function parentOf(steps: readonly Step[], index: number): Step | undefined {
  const depth = steps[index]?.depth ?? 0;
  return steps.slice(0, index).findLast((one) => one.depth === depth - 1);
}

function siblingsBefore(steps: readonly Step[], index: number): number {
  const depth = steps[index]?.depth ?? 0;
  let count = 0;
  for (const one of steps.slice(0, index).toReversed()) {
    if (one.depth < depth) break;
    if (one.depth === depth) count += 1;
  }
  return count;
}

/** The first argument of an `if`. */
export function isCondition(steps: readonly Step[], index: number): boolean {
  const above = parentOf(steps, index);
  return above?.over?.kind === 'function' && above.over.name === 'if' && siblingsBefore(steps, index) === 0;
}
