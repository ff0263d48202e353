/**
 * Whether a catalogue keeps its own promises: every reference leads somewhere, every word to one KPI only,
 * every text exists in both languages, every formula can be worked out.
 *
 * Each problem is one English sentence that names the entry; an empty list is a sound catalogue.
 */
import { foldWords, spelling, wordsOf } from './catalogue.ts';
import type { Catalogue, Template } from './catalogue.ts';
import type { FormulaError, FormulaWarning } from './formula/ast.ts';
import { checkFormula } from './formula/check.ts';
import type { KpiDefinition, Localised } from './kpi.ts';
import { languages } from './kpi.ts';

type Keyed = { readonly key: string };

/** Problems of a catalogue, in catalogue order. */
export function checkCatalogue(catalogue: Catalogue): string[] {
  const byKey = new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi]));
  return [
    ...repeatedKeys('KRA', catalogue.kras),
    ...repeatedKeys('stage', catalogue.stages),
    ...repeatedKeys('KPI', catalogue.kpis),
    ...repeatedKeys('template', catalogue.templates),
    ...[...catalogue.kras, ...catalogue.stages, ...catalogue.templates].flatMap((item) => [
      ...checkText(item.key, 'name', item.name),
      ...checkText(item.key, 'description', item.description),
    ]),
    ...catalogue.kpis.flatMap((kpi) => checkKpi(kpi, byKey, catalogue)),
    ...sharedWords(catalogue.kpis),
    ...catalogue.templates.flatMap((template) => checkTemplate(template, byKey)),
  ];
}

function repeatedKeys(what: string, items: readonly Keyed[]): string[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }) => {
    if (seen.has(key)) return [`${what} ${key} is there twice`];
    seen.add(key);
    return [];
  });
}

function checkText(key: string, field: string, text: Localised): string[] {
  return languages.filter((l) => text[l].trim() === '').map((l) => `${key}: ${field} is missing in ${l}`);
}

function checkKpi(
  kpi: KpiDefinition,
  byKey: ReadonlyMap<string, KpiDefinition>,
  { kras, stages }: Catalogue,
): string[] {
  const problems = [
    ...checkText(kpi.key, 'name', kpi.name),
    ...checkText(kpi.key, 'definition', kpi.definition),
  ];
  if (kpi.unit.label) problems.push(...checkText(kpi.key, 'unit', kpi.unit.label));
  const say = (problem: string) => problems.push(`${kpi.key}: ${problem}`);
  for (const l of languages) if (kpi.aliases[l].length === 0) say(`no alias in ${l}`);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(kpi.key)) say('key is not snake_case');
  if (!kras.some((kra) => kra.key === kpi.kra)) say(`unknown KRA ${kpi.kra}`);
  if (!stages.some((stage) => stage.key === kpi.stage)) say(`unknown stage ${kpi.stage}`);
  if (kpi.unit.kind === 'rating' && kpi.unit.of === undefined) say('a rating without the top of its scale');
  if (kpi.min !== undefined && kpi.max !== undefined && kpi.min >= kpi.max) say('min is not below max');

  const computed = kpi.formula !== undefined;
  if (computed !== (kpi.timeAggregation === 'formula')) say('formula and time aggregation disagree');
  if (computed !== (kpi.channelAggregation === 'formula')) say('formula and channel aggregation disagree');
  if (kpi.formula !== undefined) {
    const known = { definition: (key: string) => byKey.get(key), keys: () => byKey.keys() };
    const checked = checkFormula(kpi.formula, known, kpi.key, kpi.unit);
    for (const remark of [...(checked.ok ? [] : checked.errors), ...checked.warnings]) {
      say(`formula: ${wordRemark(remark)}`);
    }
  }

  const weighted = kpi.timeAggregation === 'weightedMean' || kpi.channelAggregation === 'weightedMean';
  if (weighted && kpi.weightBy === undefined) say('weighted mean without weightBy');
  if (!weighted && kpi.weightBy !== undefined) say('weightBy without a weighted mean');
  if (kpi.weightBy !== undefined && !byKey.has(kpi.weightBy))
    say(`weightBy names unknown KPI ${kpi.weightBy}`);

  if (kpi.vanity !== (kpi.counter !== undefined)) say('a vanity KPI and a counter belong together');
  if (kpi.counter !== undefined) {
    const counter = byKey.get(kpi.counter);
    if (!counter) say(`counter ${kpi.counter} is unknown`);
    else if (counter.vanity) say(`counter ${kpi.counter} is itself vanity`);
  }
  return problems;
}

/**
 * The one word whose plural is another thing: "engagement" is people who are engaged, "engagements" are their
 * acts. As spelt they still belong to one KPI each.
 */
const pluralsApart: ReadonlySet<string> = new Set(['engagement']);

/** A word that two entries claim: nobody could say which of them a spreadsheet means. */
function sharedWords(kpis: readonly KpiDefinition[]): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const kpi of kpis) {
    for (const word of wordsOf(kpi)) {
      const folded = foldWords(word);
      const claim = pluralsApart.has(folded) ? spelling(word) : folded;
      const owner = owners.get(claim) ?? kpi.key;
      if (claim === '') problems.push(`${kpi.key}: an empty alias`);
      else if (owner !== kpi.key) problems.push(`"${word}" is a word of ${owner} and of ${kpi.key}`);
      owners.set(claim, owner);
    }
  }
  return problems;
}

function wordRemark(remark: FormulaError | FormulaWarning): string {
  const { code, at, text, sides } = remark;
  const path = 'path' in remark ? remark.path?.join(' > ') : undefined;
  const units = sides?.map((side) => side.kind).join(' and ');
  return [code, path ?? text ?? units, `at ${at}`].filter((part) => part !== undefined).join(' ');
}

function checkTemplate(template: Template, byKey: ReadonlyMap<string, KpiDefinition>): string[] {
  const heads = template.headlines.flatMap(({ kpi, why }, i) => [
    ...(template.kpis[i] === kpi
      ? []
      : [`template ${template.key}: headline ${kpi} is not KPI ${i + 1} of its list`]),
    ...(byKey.get(kpi)?.vanity === true ? [`template ${template.key}: headline ${kpi} is vanity`] : []),
    ...checkText(`template ${template.key}`, `why ${kpi}`, why),
  ]);
  const listed = template.kpis.flatMap((key, i) => {
    const kpi = byKey.get(key);
    if (!kpi) return [`template ${template.key}: unknown KPI ${key}`];
    if (template.kpis.indexOf(key) < i) return [`template ${template.key}: ${key} is there twice`];
    if (kpi.counter !== undefined && !template.kpis.includes(kpi.counter)) {
      return [`template ${template.key}: ${key} is vanity and its counter ${kpi.counter} is not there`];
    }
    return [];
  });
  return [...heads, ...listed];
}
