/** Surveys over the contract: counts by day, days without answers, NPS and satisfaction, remembered questions, undo. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import type { ImportSession } from '../../shared/contract/imports/session.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
let client: number;
beforeEach(async () => {
  app = await testBackend();
  ({ id: client } = await app.call(
    'clients.create',
    clientInput({
      language: 'es',
      numberFormat: '1.234,5',
      currency: 'EUR',
      kpis: ['promoters', 'passives', 'detractors', 'nps', 'survey_responses'],
    }),
  ));
});
afterEach(() => app.stop());

async function open(name: string, text: string): Promise<ImportSession> {
  const place = path.join(app.dir, name);
  writeFileSync(place, text);
  const { handle } = await app.ctx.transfers.adopt(place);
  return app.call('imports.open', { client, files: [{ handle, name }], job: 'test' });
}
const commit = async ({ session }: ImportSession): Promise<number> =>
  (await app.call('imports.commit', { session })).batches[0]?.id ?? 0;

const question = '¿Con qué probabilidad nos recomendarías?';
const form = (...answers: [string, string][]): string =>
  [
    'Marca temporal,Correo electrónico,' + question,
    ...answers.map(([at, score]) => `${at},ada@example.com,${score}`),
  ].join('\n');
const october = form(
  ['13/10/2026 9:00:00', '10'],
  ['13/10/2026 9:30:00', '9'],
  ['13/10/2026 11:00:00', '3'],
  ['16/10/2026 8:00:00', '8'],
);

const measured = async (key: string, period: Input<'scorecard.get'>['period']) => {
  const { groups } = await app.call('scorecard.get', { client, period, base: 'previous', groupBy: 'kra' });
  return groups.flatMap((group) => group.rows).find((row) => row.kpi === key)?.now;
};
const month = { cadence: 'month', start: '2026-10-01' } as const;
const day = (start: string) => ({ cadence: 'day', start }) as const;

describe('answers of a form', () => {
  it('become counts, and the score is made of them', async () => {
    const session = await open('Encuesta (respuestas).csv', october);
    expect(session.files[0]).toMatchObject({ status: 'recognised', platform: 'google-forms', figures: 8 });
    await commit(session);
    expect((await measured('nps', month))?.value).toBe(25);
    expect((await measured('survey_responses', month))?.value).toBe(4);
    expect((await measured('nps', day('2026-10-13')))?.value).toBeCloseTo(100 / 3, 9);
  });

  it('leave a day without answers at zero inside their range, without a score, and unknown outside of it', async () => {
    await commit(await open('f.csv', october));
    expect((await measured('promoters', day('2026-10-14')))?.value).toBe(0);
    expect((await measured('survey_responses', day('2026-10-15')))?.value).toBe(0);
    expect((await measured('nps', day('2026-10-14')))?.value).toBeNull();
    expect((await measured('promoters', day('2026-10-17')))?.value).toBeNull();
    expect((await measured('promoters', day('2026-10-12')))?.value).toBeNull();
  });

  it('of a later export change the days that got more answers; any of the two can be taken back', async () => {
    const first = await commit(await open('f.csv', october));
    const more = `${october}\n16/10/2026 23:00:00,,2\n20/10/2026 10:00:00,,9`;
    const session = await open('g.csv', more);
    expect(session.counts).toMatchObject({ added: 4, changed: 2, kept: 0 });
    const second = await commit(session);
    expect((await measured('nps', month))?.value).toBeCloseTo((100 * (3 - 2)) / 6, 9);
    await app.call('imports.undo', { batch: first });
    expect((await measured('nps', month))?.value).toBeCloseTo((100 * (3 - 2)) / 6, 9);
    await app.call('imports.undo', { batch: second });
    expect((await measured('nps', month))?.value).toBeNull();
    expect((await measured('promoters', day('2026-10-14')))?.value).toBeNull();
    await app.call('imports.redo', { batch: first });
    expect((await measured('nps', month))?.value).toBe(25);
  });

  it('name nobody anywhere in the preview', async () => {
    const session = await open('f.csv', october);
    const { rows } = await app.call('imports.rows', {
      session: session.session,
      fates: ['added', 'refused'],
      file: null,
      offset: 0,
      limit: 100,
    });
    expect(rows).toHaveLength(8);
    expect(JSON.stringify([session, rows])).not.toContain('ada@example.com');
  });
});

describe('a form whose scale nobody states', () => {
  const stars = (date: string) =>
    `Marca temporal,¿Qué tan satisfecho estás?\n${date} 9:00:00,5\n${date} 10:00:00,3\n`;

  it('is asked about once: the next file of the form is read so by itself', async () => {
    const session = await open('octubre.csv', stars('13/10/2026'));
    const file = session.files[0];
    expect(file?.status).toBe('needs-answers');
    const [asked] = file?.questions ?? [];
    expect(asked).toMatchObject({ code: 'survey', params: { ask: 'scale' } });
    const answered = await app.call('imports.answer', {
      session: session.session,
      file: file?.id ?? 0,
      answers: { [asked?.id ?? '']: 'five' },
    });
    expect(answered.files[0]?.status).toBe('recognised');
    await commit(answered);
    const next = await open('noviembre.csv', stars('09/11/2026'));
    expect(next.files[0]?.questions.find(({ code }) => code === 'survey')?.answer).toBe('five');
  });
});
