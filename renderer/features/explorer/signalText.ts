/** A finding in words: when, what, and for runs the rule behind it. */
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';
import type { Finding } from './findings.ts';

export interface FindingWords {
  readonly text: string;
  /** Grey, after it. */
  readonly rule: string | null;
}

export function findingWords(
  finding: Finding,
  starts: readonly IsoDate[],
  cadence: Cadence,
  unit: Unit,
  format: Format,
  t: Catalogue,
): FindingWords {
  const name = (index: number): string => {
    const start = starts[index];
    return start === undefined ? '' : format.period({ cadence, start }, 'medium');
  };
  const words = t.explorer.signal;
  const when =
    finding.from === finding.to ? name(finding.to) : words.between(name(finding.from), name(finding.to));
  const above = finding.side === 'above';
  switch (finding.rule) {
    case 'outside':
      return {
        text: words.outside(when, finding.value === null ? '' : format.value(finding.value, unit), above),
        rule: finding.near ? words.alsoNear : null,
      };
    case 'eightOneSide':
      return {
        text: words.run(when, finding.run, above),
        rule: finding.near ? `${words.runRule} ${words.alsoNear}` : words.runRule,
      };
    case 'threeOfFour':
      return { text: words.near(when, above), rule: null };
  }
}
