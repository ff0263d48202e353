import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bestColumn,
  columnsOf,
  countsAfter,
  editsOf,
  lacking,
  nothingStands,
  standingOf,
} from '../../../renderer/features/kpis/quality/answers.ts';
import {
  nameOf,
  newTotal,
  nothingFilled,
  planOf,
  wayOf,
} from '../../../renderer/features/kpis/quality/wish.ts';
import type { Filled } from '../../../renderer/features/kpis/quality/wish.ts';
import { blank, definitionOf, inUnit, ownKpiOf } from '../../../renderer/features/kpis/ownKpi.ts';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { tallySurvey } from '../../../shared/domain/survey.ts';

const folder = new URL('../../../resources/catalogue/kpis/', import.meta.url);
const catalogue = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as KpiDefinition[],
);
const owned = (id: number, definition: KpiDefinition, own = false): ClientKpi => ({
  id,
  client: 1,
  definition: definitionOf(ownKpiOf({ definition }), definition.key, definition),
  shown: true,
  own,
  weight: 1,
  headline: null,
  figures: 0,
  targets: 0,
});
const client = (...keys: readonly string[]): ClientKpi[] =>
  keys.map((key, i) => {
    const definition = catalogue.find((kpi) => kpi.key === key);
    if (!definition) throw new Error(`the catalogue has no ${key}`);
    return owned(i + 1, definition);
  });

describe('pasted answers', () => {
  test('a column, a table with tabs, and decimal commas are told apart', () => {
    expect(columnsOf('9\n10\n')).toEqual([['9', '10']]);
    expect(columnsOf('Ana\t9\nLuis\t10')).toEqual([
      ['Ana', 'Luis'],
      ['9', '10'],
    ]);
    expect(columnsOf('8,5\n9,0')).toEqual([['8,5', '9,0']]);
    expect(columnsOf(' \n ')).toEqual([]);
  });
  test('blank lines keep their place, so that a line named is a line of the paste', () => {
    expect(tallySurvey(columnsOf('9\n\nx')[0] ?? [], 'nps').unread[0]?.place).toBe(3);
  });
  test('of several columns the one that reads best on the stated scale is opened', () => {
    const columns = columnsOf('Id\tScore\n1001\t9\n1002\t10\n1003\t2');
    expect(bestColumn(columns, 'nps')).toBe(1);
    expect(bestColumn([], 'nps')).toBe(0);
  });

  const recorded = (value: number): GridCell => ({ value, state: 'recorded' });
  test('what stands is only what was recorded for the period; finer figures are named apart', () => {
    expect(standingOf('recommend', () => undefined)).toEqual(nothingStands);
    const some = standingOf('recommend', (key) => (key === 'promoters' ? recorded(4) : undefined));
    expect(some).toEqual({ counts: { top: 4, middle: 0, bottom: 0 }, some: true, finer: false });
    expect(standingOf('recommend', () => ({ value: 4, state: 'rolled' }))).toMatchObject({
      some: false,
      finer: true,
    });
    expect(standingOf('recommend', () => ({ value: null, state: 'notApplicable' })).some).toBe(false);
  });
  test('they replace what stands, or are added to it', () => {
    const tally = tallySurvey(['9', '9', '3'], 'nps');
    const standing = { counts: { top: 4, middle: 1, bottom: 0 }, some: true, finer: false };
    expect(countsAfter(tally, standing, 'replace')).toEqual({ top: 2, middle: 0, bottom: 1 });
    expect(countsAfter(tally, standing, 'add')).toEqual({ top: 6, middle: 1, bottom: 1 });
    expect(countsAfter(tally, nothingStands, 'add')).toEqual({ top: 2, middle: 0, bottom: 1 });
  });
  test('each group becomes a figure; a group nobody chose is a counted zero', () => {
    const kpis = client('promoters', 'passives', 'detractors', 'nps');
    const at = { channel: 7, period: { cadence: 'month', start: '2026-10-01' } } as const;
    const counts = { top: 3, middle: 0, bottom: 1 };
    const edits = editsOf('recommend', counts, at, kpis);
    expect(edits.map((edit) => [edit.kpi, edit.value])).toEqual([
      [1, 3],
      [2, 0],
      [3, 1],
    ]);
    expect(edits.every((edit) => edit.channel === 7 && edit.start === '2026-10-01')).toBe(true);
    expect(lacking('recommend', kpis)).toEqual([]);
    expect(lacking('satisfaction', kpis)).toHaveLength(4);
    expect(() => editsOf('satisfaction', counts, at, kpis)).toThrow('satisfied_customers');
  });
});

describe('the helper', () => {
  const filled = (part: Partial<Filled>): Filled => ({ ...nothingFilled, ...part });
  const kpis = client('members');

  test('proposes a way and a name for a known quality, in both languages', () => {
    const wish = filled({ text: 'thought leadership' });
    expect(wayOf(wish)).toBe('evidence');
    expect(nameOf(wish)).toEqual({
      en: 'Invitations to speak or write',
      es: 'Invitaciones a hablar o escribir',
    });
    expect(planOf(wish, kpis, catalogue, 'es')?.kpi.key).toBe('invitaciones_a_hablar_o_escribir');
  });
  test('makes nothing of a quality it has no name for, nor of a share without a total', () => {
    expect(planOf(filled({ text: 'sparkle' }), kpis, catalogue, 'en')).toBeNull();
    const share = filled({ text: 'trust', way: 'share' });
    expect(planOf(share, kpis, catalogue, 'en')).toBeNull();
    expect(planOf({ ...share, total: newTotal }, kpis, catalogue, 'en')).toBeNull();
    expect(planOf({ ...share, total: 'members' }, kpis, catalogue, 'en')?.kpi.formula).toBe(
      'members_who_say_they_feel_safe / members',
    );
    expect(
      planOf({ ...share, total: newTotal, totalName: 'Answers' }, kpis, catalogue, 'en')?.counts,
    ).toHaveLength(2);
  });
  test('uses a count again that it made before', () => {
    const share = filled({ text: 'trust', way: 'share', total: 'members' });
    const [part] = planOf(share, kpis, catalogue, 'en')?.counts ?? [];
    if (!part) throw new Error('no count was planned');
    const again = planOf(share, [...kpis, owned(9, part, true)], catalogue, 'en');
    expect(again?.counts[0]?.key).toBe(part.key);
    // One of the catalogue's own is never taken for it.
    expect(planOf(share, [...kpis, owned(9, part, false)], catalogue, 'en')?.counts[0]?.key).toBe(
      `${part.key}_2`,
    );
  });
  test('every plan comes through the editor as it is', () => {
    for (const way of ['evidence', 'deeds', 'until', 'share', 'comments'] as const) {
      const plan = planOf(filled({ text: 'loyal community', way, total: 'members' }), kpis, catalogue, 'en');
      if (!plan) throw new Error(`no plan for ${way}`);
      for (const kpi of [plan.kpi, ...plan.counts])
        expect(definitionOf(ownKpiOf({ definition: kpi }), kpi.key, kpi)).toEqual(kpi);
    }
  });
});

describe('an own KPI counted from evidence', () => {
  const own = { ...blank, name: { en: 'Talks', es: 'Charlas' }, evidence: true, overTime: 'last' } as const;
  test('is a count that is added up, whatever was chosen before', () => {
    expect(definitionOf(own, 'talks')).toMatchObject({
      evidence: true,
      timeAggregation: 'sum',
      channelAggregation: 'sum',
    });
    expect(definitionOf({ ...own, unit: 'percent' }, 'talks')).not.toHaveProperty('evidence');
    expect(definitionOf({ ...own, computed: true, formula: 'reach' }, 'talks')).not.toHaveProperty(
      'evidence',
    );
  });
  test('stays one when it is edited; bounds go with another unit', () => {
    const before = { ...definitionOf(own, 'talks'), min: 0 };
    const read = ownKpiOf({ definition: before });
    expect(definitionOf(read, 'talks', before)).toMatchObject({ evidence: true, min: 0 });
    expect(definitionOf({ ...read, ...inUnit(read, 'points') }, 'talks', before)).not.toHaveProperty('min');
  });
});
