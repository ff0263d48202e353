/**
 * A target as it is typed into one cell of the bulk editor, and back as text. Pure.
 *
 * One number is the goal: at least it where more is better, at most it where less is. `≥` and `≤` say otherwise. `40 to 50`
 * is a range, `+10 %` grows on last year, and what follows a `/` is the floor: `12,000 / 10,800`.
 */
import type { TargetDto } from '../../../../shared/contract/api/kpis.ts';
import type { KpiDefinition, TargetKind } from '../../../../shared/domain/kpi.ts';
import type { Style } from '../../../../shared/domain/format.ts';
import type { Format } from '../../../i18n/format.tsx';
import type { Catalogue } from '../../../i18n/en/index.ts';
import { parseTyped, typedText } from '../../../ui/index.ts';
import { growth } from '../targets.ts';

/** What a cell asks, apart from where and when. */
export interface Ask {
  readonly kind: TargetKind;
  readonly goal: number;
  readonly goalTo?: number;
  readonly floor?: number;
  readonly baseline?: number;
}

type Shape = Pick<KpiDefinition, 'unit' | 'direction'>;

const range = /^(.+?)\s*(?:\.\.|…|–|—|\s(?:a|to|y|and)\s)\s*(.+)$/iu;
const hyphen = /^([\d.,\s]+)-([\d.,\s]+%?)$/u;
const grown = /^([+\-\u2212]\s*[\d.,]+)\s*%$/u;

/** `null` for nothing, `undefined` where it is no target. */
export function parseAsk(text: string, kpi: Shape, style: Style): Ask | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  const number = (part: string): number | undefined => parseTyped(part, kpi.unit, style) ?? undefined;
  // A share that grows by a share would be read two ways: there, a signed number is a value.
  const share = kpi.unit.kind === 'percent' ? null : grown.exec(bare);
  if (share !== null) {
    const goal = parseTyped(share[1]?.replaceAll(/\s/g, '') ?? '', growth, style);
    return typeof goal === 'number' ? { kind: 'growLastYear', goal } : undefined;
  }
  const span = range.exec(bare) ?? (kpi.unit.kind === 'duration' ? null : hyphen.exec(bare));
  if (span !== null) {
    const [goal, goalTo] = [number(span[1] ?? ''), number(span[2] ?? '')];
    // `40 to 50 %`: the sign behind stands for both.
    return goal === undefined || goalTo === undefined || goalTo <= goal
      ? undefined
      : { kind: 'between', goal, goalTo };
  }
  const sign = /^(≥|>=|≤|<=)/u.exec(bare)?.[0] ?? '';
  const [first = '', second, ...rest] = bare.slice(sign.length).split('/');
  if (rest.length > 0) return undefined;
  const goal = number(first);
  if (goal === undefined || (sign === '' && kpi.direction === 'range')) return undefined;
  const most = sign === '' ? kpi.direction === 'down' : sign === '≤' || sign === '<=';
  const kind = most ? 'atMost' : 'atLeast';
  if (second === undefined) return { kind, goal };
  const floor = number(second);
  return floor === undefined || (most ? floor <= goal : floor >= goal) ? undefined : { kind, goal, floor };
}

/** What a target asks, without where and when. */
export function askOf(target: TargetDto): Ask {
  const { kind, goal, goalTo, floor, baseline } = target;
  return {
    kind,
    goal,
    ...(goalTo !== undefined && { goalTo }),
    ...(floor !== undefined && { floor }),
    ...(baseline !== undefined && { baseline }),
  };
}

export function sameAsk(a: Ask | null, b: Ask | null): boolean {
  return (
    a === b ||
    (a !== null &&
      b !== null &&
      a.kind === b.kind &&
      a.goal === b.goal &&
      a.goalTo === b.goalTo &&
      a.floor === b.floor &&
      a.baseline === b.baseline)
  );
}

/** The sign a goal of this kind needs beside it: none where the KPI's own direction says it. */
function signOf(kind: TargetKind, kpi: Shape): string {
  if (kind === 'atLeast') return kpi.direction === 'up' ? '' : '≥';
  if (kind === 'atMost') return kpi.direction === 'down' ? '' : '≤';
  return '';
}

/** As it stands to be typed over. A way from a baseline has no text: it is changed in its own editor. */
export function typedAsk(ask: Ask | null, kpi: Shape, style: Style): string {
  if (ask === null || ask.kind === 'baseline') return '';
  const number = (value: number): string => {
    const text = typedText(value, kpi.unit, style);
    return kpi.unit.kind === 'percent' ? `${text}\u202f%` : text;
  };
  if (ask.kind === 'growLastYear' || ask.kind === 'growPrevious') {
    const sign = ask.goal < 0 ? '' : '+';
    return `${sign}${typedText(ask.goal, growth, style)}\u202f%`;
  }
  if (ask.kind === 'between')
    return `${number(ask.goal)} ${style.language === 'es' ? 'a' : 'to'} ${number(ask.goalTo ?? ask.goal)}`;
  const floor = ask.floor === undefined ? '' : ` / ${number(ask.floor)}`;
  return `${signOf(ask.kind, kpi)}${number(ask.goal)}${floor}`;
}

/** As it stands in the cell, in the client's format; the floor apart. */
export function shownAsk(ask: Ask, kpi: Shape, format: Format, t: Catalogue): string {
  const value = (n: number): string => format.value(n, kpi.unit);
  switch (ask.kind) {
    case 'atLeast':
    case 'atMost': {
      const sign = signOf(ask.kind, kpi);
      return `${sign}${sign && '\u202f'}${value(ask.goal)}`;
    }
    case 'between':
      return t.kpis.bulk.range(value(ask.goal), value(ask.goalTo ?? ask.goal));
    case 'growPrevious':
    case 'growLastYear':
      return format.value(ask.goal, growth, { sign: true });
    case 'baseline':
      return `→ ${value(ask.goal)}`;
  }
}
