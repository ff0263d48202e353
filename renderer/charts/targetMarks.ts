/** What stands on the chart of a target besides its figures: the band under the goal, names, status shapes, the forecast. */
import { formatValue } from '../../shared/domain/format.ts';
import type { Status } from '../../shared/domain/results.ts';
import { textWidth } from './frame.ts';
import { goalRuns } from './model.ts';
import type { Mark } from './overlay.ts';
import { goalMarks } from './parts.ts';
import type { Scale } from './scale.ts';
import type { TargetInput } from './target.ts';
import type { ChartTheme } from './theme.ts';

type Shape = Pick<Extract<Mark, { readonly kind: 'status' }>, 'shape' | 'color' | 'solid'>;

/** The shape of a status; `null` for the ones that judge nothing. */
export function shapeOf(status: Status | null, theme: ChartTheme): Shape | null {
  switch (status) {
    case 'met':
    case 'onPace':
      return { shape: 'circle', color: theme.met, solid: status === 'met' };
    case 'atRisk':
    case 'unconfirmed':
    case 'behind':
      return { shape: 'triangle', color: theme.risk, solid: status !== 'behind' };
    case 'off':
    case 'wellBehind':
      return { shape: 'diamond', color: theme.off, solid: status === 'off' };
    case null:
    case 'tooEarly':
    case 'incomplete':
    case 'noData':
    case 'notApplicable':
    case 'noTarget':
      return null;
  }
}

/** Goal to floor, one band per stretch of equal ones; under a range, a band outside each edge. */
export function bands(input: TargetInput, theme: ChartTheme): Mark[] {
  const { goals, floors, goalTos } = input;
  const marks: Mark[] = [];
  let from = 0;
  for (let i = 1; i <= input.slots.length; i += 1) {
    const same =
      i < input.slots.length &&
      goals[i] === goals[from] &&
      floors[i] === floors[from] &&
      goalTos[i] === goalTos[from];
    if (same) continue;
    const [goal, floor, to] = [goals[from] ?? null, floors[from] ?? null, goalTos[from] ?? null];
    const band = (one: number, other: number): Mark => ({
      kind: 'band',
      from,
      to: i,
      top: Math.max(one, other),
      bottom: Math.min(one, other),
      fill: theme.line1,
    });
    if (goal !== null && floor !== null) {
      marks.push(band(goal, floor));
      if (to !== null) marks.push(band(to, to + (goal - floor)));
    }
    from = i;
  }
  return marks;
}

/** The floor's own line, thin, named once where the goal's name leaves room. */
export function floorMarks(input: TargetInput, perPixel: number, perSlot: number, theme: ChartTheme): Mark[] {
  const { floors, words, values } = input;
  const marks: Mark[] = floors.flatMap((floor, i): Mark[] => {
    if (floor === null) return [];
    const before = floors[i - 1];
    const points: [number, number][] = before === null || before === undefined ? [] : [[i, before]];
    points.push([i, floor], [i + 1, floor]);
    return [{ kind: 'path', points, color: theme.limit, width: 1 }];
  });
  const at = floors.findLastIndex((floor) => floor !== null);
  const [floor, goal] = [floors[at], input.goals[at]];
  if (floor === null || floor === undefined || goal === null || goal === undefined) return marks;
  if (Math.abs(goal - floor) < 2 * perPixel) return marks;
  const below = floor <= goal;
  const text = input.floorLabel(formatValue(floor, values.unit, words.style));
  return [...marks, endWords(floors, at, text, theme.ink3, perSlot, below ? 'low' : 'high', theme)];
}

/**
 * Words at the end of a stepped line: right of it where the plot goes on without it, else over its last steps, on the
 * side away from the band.
 */
function endWords(
  steps: readonly (number | null)[],
  at: number,
  text: string,
  color: string,
  perSlot: number,
  side: 'low' | 'high',
  theme: ChartTheme,
): Mark {
  const shared = { kind: 'text', x: at + 1, text, color, halo: theme.surface } as const;
  const level = steps[at] ?? 0;
  if ((steps.length - 1 - at) * perSlot > textWidth(text) + 8)
    return { ...shared, y: level, dx: 5, dy: side === 'low' ? 7 : -7, align: 'left' };
  const y = clearOf(steps, at, text, perSlot, side);
  return { ...shared, y, dx: -4, dy: side === 'low' ? 10 : -9, align: 'right' };
}

/** The height at which words that end with slot `at` clear the steps they stand over: the outermost of those. */
function clearOf(
  steps: readonly (number | null)[],
  at: number,
  text: string,
  perSlot: number,
  side: 'low' | 'high',
): number {
  const from = Math.max(0, at + 1 - Math.ceil((textWidth(text) + 4) / Math.max(1, perSlot)));
  const under = steps.slice(from, at + 1).filter((step) => step !== null);
  return side === 'low' ? Math.min(...under) : Math.max(...under);
}

/** The goal's line; one that moves from period to period is named at its end, clear of its own steps. */
export function goalLine(input: TargetInput, scale: Scale, perSlot: number, theme: ChartTheme): Mark[] {
  const { goals, floors, words, values } = input;
  const marks = goalMarks(goals, scale, values.unit, input.goalLabel, words, theme);
  const at = goals.findLastIndex((goal) => goal !== null);
  const goal = goals[at];
  if (goalRuns(goals).length <= 4 || goal === null || goal === undefined) return marks;
  const above = goal >= (floors[at] ?? goal);
  const text = input.goalLabel(formatValue(goal, values.unit, words.style));
  return [
    ...marks.filter((mark) => mark.kind !== 'text'),
    endWords(goals, at, text, theme.ink2, perSlot, above ? 'high' : 'low', theme),
  ];
}

/** Dotted where the running period is heading, over its band. */
export function forecastMarks(input: TargetInput, theme: ChartTheme): Mark[] {
  const { forecast, running } = input;
  if (forecast === null || running === null) return [];
  const { value, low, high } = forecast;
  const [from, to] = [running + 0.14, running + 0.86];
  return [
    ...(low === undefined || high === undefined
      ? []
      : [{ kind: 'band', from, to, top: high, bottom: low, fill: theme.nowPale } satisfies Mark]),
    {
      kind: 'path',
      points: [
        [from, value],
        [to, value],
      ],
      color: theme.now,
      width: 2,
      dash: [2, 2],
    },
  ];
}
