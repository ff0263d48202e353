/**
 * Definition breaks: from a day on, a KPI's figures count something else.
 *
 * Rules: a side that has a break inside is mixed, and growth over it is withheld; so is growth from one definition to
 * another, unless the person gave the factor that turns the older values into the new definition: then the base is
 * rebased. A formula inherits the breaks of its inputs, a figure of content items those of what the items hold, which no factor of theirs can heal; a break of its own on the same
 * day stands for them.
 */
import type { DefinitionBreak } from './book.ts';
import type { Engine, Scope } from './engine.ts';
import { kpisIn } from './formula/ast.ts';
import { readFrom } from './logs/content.ts';
import { joinReasons } from './reading.ts';
import type { Reading } from './reading.ts';
import { isoOf } from './time.ts';
import type { Day, IsoDate } from './time.ts';

/** The breaks that a KPI's values on the given channels (`null`: all) stand on, oldest first. */
export function breaksOf(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
): readonly DefinitionBreak[] {
  const all = engine.breaksOf(kpi);
  if (all.length === 0 || channels === null) return all;
  return all.filter((one) => one.channel === null || channels.includes(one.channel));
}

/** A KPI's own breaks and those its inputs bring, oldest first. */
export function collectBreaks(engine: Engine, kpi: string): readonly DefinitionBreak[] {
  const own = engine.book.breaks(kpi);
  const days = new Set(own.map((one) => one.day));
  const inherited: DefinitionBreak[] = [];
  const visited = new Set([kpi]);
  const walk = (key: string): void => {
    const definition = engine.book.definition(key);
    const formula = definition === undefined ? null : engine.formulaOf(definition);
    const source = definition?.source;
    const inputs = [
      ...(formula === null ? [] : kpisIn(formula).keys()),
      ...(source?.log === 'content' ? readFrom(source.measure) : []),
      definition?.weightBy ?? '',
    ];
    for (const input of inputs) {
      if (input === '' || visited.has(input)) continue;
      visited.add(input);
      for (const one of engine.book.breaks(input)) {
        if (!days.has(one.day)) inherited.push({ ...one, factor: null });
      }
      walk(input);
    }
  };
  walk(kpi);
  return [...own, ...inherited].toSorted((a, b) => a.day - b.day);
}

/** True when the definition changed inside the scope: its value mixes two. */
export function isMixed(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  scope: Scope,
): boolean {
  return breaksOf(engine, kpi, channels).some((one) => one.day > scope.from && one.day < scope.to);
}

/** The newest break that makes the two sides incomparable; `null` when they can be compared. */
export function withheldSince(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  base: Scope,
  now: Scope,
): IsoDate | null {
  const from = Math.min(base.from, now.from);
  const to = Math.max(base.to, now.to);
  const between = breaksOf(engine, kpi, channels).filter((one) => one.day > from && one.day < to);
  const last = between.findLast(
    (one) => one.day < base.to || one.day > now.from || !isHealed(engine, kpi, channels, one),
  );
  return last === undefined ? null : isoOf(last.day);
}

/** A comparable base in the definition of the now side: multiplied by the factors of the breaks between them. */
export function rebased(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  base: Reading,
  baseScope: Scope,
  now: Scope,
): Reading {
  if (base.value === null) return base;
  const factor = factorBetween(engine, kpi, channels, baseScope.to, now.from);
  return factor === 1
    ? base
    : { ...base, value: base.value * factor, reasons: joinReasons(base.reasons, ['rebased']) };
}

/** What a value that ends by `from` is multiplied by to stand in the definition that holds on `to`. */
export function factorBetween(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  from: Day,
  to: Day,
): number {
  return breaksOf(engine, kpi, channels)
    .filter((one) => one.day >= from && one.day <= to && one.factor !== null)
    .reduce((product, one) => product * (one.factor ?? 1), 1);
}

/** True when older values can be turned into the new definition. A factor for one channel says nothing about several. */
export function isHealed(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  one: DefinitionBreak,
): boolean {
  if (one.factor === null) return false;
  return one.channel === null || (channels ?? engine.channelsOf(kpi)).length === 1;
}
