/**
 * The calculation over a book: what the rules of `values.ts` answer, remembered per book, since a book never changes.
 */
import type { Book } from './book.ts';
import { collectBreaks } from './breaks.ts';
import type { Engine, Scope } from './engine.ts';
import { kpisIn } from './formula/ast.ts';
import type { Formula } from './formula/ast.ts';
import { inferKind, kindOfDefinition, operandKind } from './formula/infer.ts';
import { parseFormula } from './formula/parse.ts';
import type { KpiDefinition } from './kpi.ts';
import { logChannels } from './logs/reading.ts';
import { without } from './reading.ts';
import type { Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { cadences } from './time.ts';
import { indexTracks } from './tracks.ts';
import { readFormula, readRecorded } from './values.ts';

const engines = new WeakMap<Book, Engine>();

/** The calculation over a book; the same book always has the same one. */
export function engineOf(book: Book): Engine {
  const known = engines.get(book);
  if (known !== undefined) return known;
  const engine = makeEngine(book);
  engines.set(book, engine);
  return engine;
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}

function childOf<K, V>(parent: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = parent.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  parent.set(key, made);
  return made;
}

/** A scope as one number: cadence, first day and length (under 2,800 years) are all that tells scopes apart. */
function keyOf({ period, from, to }: Scope): number {
  return (from * 0x10_00_00 + (to - from)) * cadences.length + cadences.indexOf(period.cadence);
}

function makeEngine(book: Book): Engine {
  const readings = new Map<string, Map<string, Map<number, Reading>>>();
  const formulas = new Map<KpiDefinition, Formula | null>();
  /** Formula KPIs being evaluated; meeting one again means that it needs itself. */
  const open = new Set<string>();
  const kindsOpen = new Set<string>();

  const formulaOf = (definition: KpiDefinition): Formula | null => {
    if (definition.timeAggregation !== 'formula' || definition.formula === undefined) return null;
    const known = formulas.get(definition);
    if (known !== undefined) return known;
    const parsed = parseFormula(definition.formula);
    const formula = parsed.ok ? parsed.formula : null;
    formulas.set(definition, formula);
    return formula;
  };

  const kindOf = (kpi: string): ValueKind => {
    const definition = book.definition(kpi);
    if (definition === undefined || kindsOpen.has(kpi)) return 'ratio';
    return kindOfDefinition(definition, () => {
      const formula = formulaOf(definition);
      if (formula === null) return 'ratio';
      kindsOpen.add(kpi);
      const kind = inferKind(formula, engine.operandKindOf);
      kindsOpen.delete(kpi);
      return kind;
    });
  };

  const operandKindOf = (kpi: string): ValueKind => {
    const definition = book.definition(kpi);
    const kind = engine.kindOf(kpi);
    return definition === undefined ? kind : operandKind(definition, kind);
  };

  const recordedOn = (kpi: string): readonly string[] => {
    const definition = book.definition(kpi);
    const logged = definition === undefined ? [] : logChannels(book, definition);
    return [...new Set([...engine.tracks(kpi).keys(), ...logged])].toSorted();
  };

  const channelsOf = (kpi: string): readonly string[] => {
    const found = new Set<string>();
    const visited = new Set<string>();
    const walk = (key: string): void => {
      if (visited.has(key)) return;
      visited.add(key);
      for (const channel of engine.recordedOn(key)) found.add(channel);
      const definition = book.definition(key);
      const formula = definition === undefined ? null : formulaOf(definition);
      if (formula === null) return;
      for (const operand of kpisIn(formula).keys()) walk(operand);
    };
    walk(kpi);
    return [...found].toSorted();
  };

  const rememberedReadings = (kpi: string, channels: readonly string[] | null): Map<number, Reading> => {
    const ofKpi = childOf(readings, kpi);
    // No channel id is empty, so "all channels" cannot be taken for one.
    return childOf(
      ofKpi,
      channels === null ? '' : channels.length === 1 ? (channels[0] ?? '') : channels.join('\u0000'),
    );
  };

  const read = (kpi: string, channels: readonly string[] | null, scope: Scope): Reading => {
    const known = rememberedReadings(kpi, channels);
    const key = keyOf(scope);
    const reading = known.get(key);
    if (reading !== undefined) return reading;
    const definition = book.definition(kpi);
    if (definition === undefined) return without('notComputable', 'ratio', ['unknownKpi']);
    if (definition.timeAggregation !== 'formula') {
      const made = readRecorded(engine, definition, channels, scope);
      known.set(key, made);
      return made;
    }
    if (open.has(kpi)) return without('notComputable', 'ratio', ['cycle']);
    open.add(kpi);
    try {
      const made = readFormula(engine, definition, channels, scope);
      // What was read while another formula was open may rest on "cycle": keep only what stands by itself.
      if (open.size === 1 || !made.reasons.includes('cycle')) known.set(key, made);
      return made;
    } finally {
      open.delete(kpi);
    }
  };

  const engine: Engine = {
    book,
    tracks: remembered((kpi: string) => indexTracks(book, kpi)),
    trackedOn: remembered((kpi: string) => [...engine.tracks(kpi).keys()].toSorted()),
    recordedOn: remembered(recordedOn),
    channelsOf: remembered(channelsOf),
    formulaOf,
    kindOf: remembered(kindOf),
    operandKindOf: remembered(operandKindOf),
    breaksOf: remembered((kpi: string) => collectBreaks(engine, kpi)),
    read,
  };
  return engine;
}
