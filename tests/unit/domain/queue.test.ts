/** What waits for a person, in order. */
import { expect, it } from 'vitest';
import { byDeadline } from '../../../shared/domain/queue.ts';

it('goes by deadline, without one last, then by how many KPIs wait', () => {
  const queue = [
    { deadline: null, waits: 9 },
    { deadline: '2026-11-13', waits: 1 },
    { deadline: '2026-11-10', waits: 1 },
    { deadline: '2026-11-13', waits: 4 },
    { deadline: null, waits: 12 },
  ];
  expect(queue.toSorted(byDeadline).map(({ deadline, waits }) => `${deadline ?? '-'} ${waits}`)).toEqual([
    '2026-11-10 1',
    '2026-11-13 4',
    '2026-11-13 1',
    '- 12',
    '- 9',
  ]);
});
