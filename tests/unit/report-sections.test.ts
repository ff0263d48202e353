/** Sections of a report as they are arranged, figures asked for while writing, and the periods a figure may be of. */
import { describe, expect, test } from 'vitest';
import { otherPeriods } from '../../renderer/features/reports/editor/periods.ts';
import {
  asFor,
  layoutOf,
  moved,
  switched,
  titled,
  without,
  withText,
} from '../../renderer/features/reports/sections/layout.ts';
import { asksForFigure, inserted, textOfSection } from '../../renderer/features/reports/texts.ts';
import type { ReportLayout } from '../../shared/contract/layouts/report.ts';
import type { ReportSection } from '../../shared/domain/report.ts';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';

const section = (id: string, kind: ReportSection['kind'], shown = true): ReportSection => ({
  id,
  kind,
  name: id,
  title: id,
  shown,
  empty: null,
});
const sections = [
  section('cover', 'cover'),
  section('summary', 'summary', false),
  section('stage:loyalty', 'area'),
  section('text:outlook', 'text'),
  section('actions', 'actions'),
];
const stored: ReportLayout = {
  screen: 'report',
  pages: 'stage',
  sections: [
    { section: 'kra:growth', shown: false },
    { section: 'text:outlook', shown: true, title: { en: 'Outlook' } },
  ],
};
const layout = layoutOf({ sections, pagesOf: 'stage' }, stored);
const order = (of: ReportLayout): string[] => of.sections.map((one) => one.section);

describe('a layout', () => {
  test('is what is on screen; titles and sections of the other kind of pages stay', () => {
    expect(order(layout)).toEqual([...sections.map((one) => one.id), 'kra:growth']);
    expect(layout.sections.find((one) => one.section === 'summary')?.shown).toBe(false);
    expect(layout.sections.find((one) => one.section === 'kra:growth')?.shown).toBe(false);
    expect(layout.sections.find((one) => one.section === 'text:outlook')?.title).toEqual({ en: 'Outlook' });
  });

  test('is moved, switched, and changed without touching what it was', () => {
    expect(order(moved(layout, 'actions', 0)).slice(0, 2)).toEqual(['actions', 'cover']);
    expect(moved(layout, 'nowhere', 0)).toEqual(layout);
    expect(switched(layout, 'cover', false).sections[0]?.shown).toBe(false);
    expect(order(without(layout, 'text:outlook'))).not.toContain('text:outlook');
    expect(layout.sections[0]?.shown).toBe(true);
  });

  test('takes a free text before the actions, with a title for each language', () => {
    const more = withText(layout, 'text:next', 'Next', 'en');
    expect(order(more).indexOf('text:next')).toBe(order(more).indexOf('actions') - 1);
    const both = titled(more, 'text:next', 'Lo siguiente', 'es');
    expect(both.sections.find((one) => one.section === 'text:next')?.title).toEqual({
      en: 'Next',
      es: 'Lo siguiente',
    });
  });

  test('of another client comes without its free texts', () => {
    expect(order(asFor(layout))).not.toContain('text:outlook');
  });
});

test('the scorecard opens the text of a key result area that is printed on it, the cover none', () => {
  const commentary = [{ section: 'kra:growth', kra: 'growth', name: 'Growth', paragraphs: [], changed: 0 }];
  const scorecard = section('scorecard', 'scorecard');
  const model = { sections: [...sections, scorecard], commentary };
  expect(textOfSection(model, scorecard)).toBe('kra:growth');
  expect(textOfSection(model, section('cover', 'cover'))).toBeNull();
  expect(textOfSection(model, section('summary', 'summary'))).toBe('summary');
});

test('an @ or / asks for a figure where a word begins, not in an address', () => {
  expect(asksForFigure('We had @', 8)).toBe(true);
  expect(asksForFigure('/', 1)).toBe(true);
  expect(asksForFigure('«@', 2)).toBe(true);
  expect(asksForFigure('ana@', 4)).toBe(false);
  expect(asksForFigure('and/', 4)).toBe(false);
  expect(inserted('We had ', '{{reach}}', 7, 7)).toEqual({ text: 'We had {{reach}}', caret: 16 });
});

test('other periods are named once: those before, the running one, quarters and years around', () => {
  const calendar = { weekStart: 1, fiscalYearStart: 1 } as const;
  const october = { cadence: 'month', start: dayOf(2026, 10, 1) } as const;
  const list = otherPeriods(october, dayOf(2026, 11, 10), calendar);
  const names = list.map((period) => `${period.cadence}:${isoOf(period.start)}`);
  expect(names[0]).toBe('month:2026-11-01');
  expect(names).toContain('month:2025-10-01');
  expect(names).toContain('quarter:2026-10-01');
  expect(names).toContain('year:2025-01-01');
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('month:2026-10-01');
  // Nothing of a period that has not begun.
  const early = otherPeriods(october, addDays(october.start, 20), calendar);
  expect(early.map((period) => isoOf(period.start))).not.toContain('2026-11-01');
});
