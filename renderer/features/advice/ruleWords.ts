/** A rule's name and the text an action from it begins with. A rule this version does not know keeps its own name. */
import type { Catalogue } from '../../i18n/en/index.ts';

type Rule = keyof Catalogue['advice']['rules'];

function isRule(rule: string, t: Catalogue): rule is Rule {
  return Object.hasOwn(t.advice.rules, rule);
}

export function ruleName(rule: string, t: Catalogue): string {
  return isRule(rule, t) ? t.advice.rules[rule] : rule;
}

export function proposal(rule: string, kpi: string, channel: string, t: Catalogue): string {
  return isRule(rule, t) ? t.advice.propose[rule](kpi, channel) : kpi;
}
