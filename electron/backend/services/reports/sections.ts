/**
 * The sections of a report in the person's order, with what each found and why it would be empty.
 *
 * Invariants: every section there can be is named once, left-out ones too, so that they can be brought back; a section
 * the layout does not know stands behind the one it always follows.
 */
import type { LayoutSection, ReportLayout } from '../../../../shared/contract/layouts/report.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { EmptyReason, PagesOf, ReportModel, ReportSection } from '../../../../shared/domain/report.ts';
import { isRecorded } from '../../../../shared/domain/report.ts';
import { findingWords } from './findings.ts';

/** What the pages in the middle are of where nobody said otherwise. */
export const usualPages: PagesOf = 'stage';

/** What each section found, by its id. */
export type Findings = Readonly<Record<string, string>>;

type Parts = Omit<ReportModel, 'sections'>;

export function reportSections(
  model: Parts,
  layout: ReportLayout | null,
  findings: Findings,
): ReportSection[] {
  const known = layout?.sections ?? [];
  return ordered(usual(model), known).map((id): ReportSection => {
    const own = known.find((one) => one.section === id);
    const name = nameOf(model, id, own);
    return {
      id,
      kind: kindOf(id),
      name,
      title: findings[id] ?? name,
      // Nobody is asked to fill in a sheet unless the person wants it.
      shown: own?.shown ?? id !== 'entry',
      empty: emptyReason(model, id),
    };
  });
}

/** Ids in the order they have where nobody changed it. */
function usual({ areas }: Parts): string[] {
  return [
    'cover',
    'summary',
    'scorecard',
    ...areas.map((area) => area.section),
    'content',
    'breakdowns',
    'actions',
    'definitions',
    'entry',
  ];
}

function ordered(always: readonly string[], known: readonly LayoutSection[]): string[] {
  const list = [...new Set(known.map((one) => one.section))].filter(
    (id) => id.startsWith('text:') || always.includes(id),
  );
  for (const [i, id] of always.entries()) {
    if (list.includes(id)) continue;
    const before = always.slice(0, i).findLast((one) => list.includes(one));
    list.splice(before === undefined ? 0 : list.indexOf(before) + 1, 0, id);
  }
  return list;
}

function kindOf(id: string): ReportSection['kind'] {
  if (id.startsWith('text:')) return 'text';
  return isFixed(id) ? id : 'area';
}

type Fixed = keyof (typeof findingWords)[Language]['names'];

function isFixed(id: string): id is Fixed {
  return id in findingWords.en.names;
}

function nameOf({ areas, language }: Parts, id: string, own: LayoutSection | undefined): string {
  const words = findingWords[language];
  if (isFixed(id)) return words.names[id];
  const area = areas.find((one) => one.section === id);
  if (area !== undefined) return area.name;
  return own?.title?.[language] ?? own?.title?.en ?? own?.title?.es ?? words.text;
}

function emptyReason(model: Parts, id: string): EmptyReason | null {
  const written = model.commentary.some((text) => text.section === id && text.paragraphs.length > 0);
  const area = model.areas.find((one) => one.section === id);
  if (area !== undefined) {
    const rows = model.groups.flatMap((group) => group.rows).filter((row) => area.kpis.includes(row.kpi));
    return rows.some(isRecorded) || written ? null : 'noFigures';
  }
  if (written) return null;
  if (id.startsWith('text:')) return 'noText';
  switch (id) {
    case 'content':
      return model.content === null ? 'noContent' : null;
    case 'breakdowns':
      return model.breakdowns.length === 0 ? 'noBreakdowns' : null;
    case 'entry':
      return model.entry.length === 0 ? 'nothingToFill' : null;
    case 'actions':
      return model.actions.length === 0 && model.annotations.length === 0 ? 'noActions' : null;
    default:
      return null;
  }
}
