/** "How was this made?" over the contract: operands as they were paired, channels, coverage, and the batches behind. */
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest';
import type { Made, Step } from '../../shared/contract/api/numbers.ts';
import { dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Cadence } from '../../shared/domain/time.ts';
import { tiktokOverviewZip } from '../fixtures/exports.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const october = { cadence: 'month', start: '2026-10-01' } as const;
const first = dayOf(2026, 10, 1);

interface Setting {
  readonly client: number;
  readonly kpis: ReadonlyMap<string, number>;
  readonly channels: readonly number[];
}

async function setting(
  kpis: readonly string[],
  channels: readonly string[],
  name = 'Larkbed',
): Promise<Setting> {
  const client = await app.call(
    'clients.create',
    clientInput({
      name,
      trade: 'Mattress maker',
      kpis: [...kpis],
      channels: channels.map((one) => ({ name: one, network: 'other' })),
    }),
  );
  const listed = await app.call('kpis.list', { client: client.id });
  const made = await app.call('channels.list', { client: client.id });
  return {
    client: client.id,
    kpis: new Map(listed.map((kpi) => [kpi.definition.key, kpi.id])),
    channels: made.map((channel) => channel.id),
  };
}

async function type(
  { client, kpis, channels }: Setting,
  kpi: string,
  channel: number,
  cadence: Cadence,
  values: readonly number[],
  from = first,
): Promise<number> {
  const { batch } = await app.call('figures.set', {
    client,
    edits: values.map((value, i) => ({
      kpi: kpis.get(kpi) ?? 0,
      channel: channels[channel] ?? 0,
      cadence,
      start: isoOf((from + i) as typeof first),
      value,
    })),
  });
  if (batch === null) throw new Error('nothing was written');
  return batch;
}

const made = ({ client, kpis }: Setting, kpi: string, more: object = {}): Promise<Made> =>
  app.call('numbers.made', {
    client,
    kpi: kpis.get(kpi) ?? 0,
    channel: null,
    period: october,
    base: 'previous',
    ...more,
  });

const stepOf = (answer: Made, kpi: string, channel?: string): Step => {
  const found = answer.steps.find(
    (step) => step.depth > 0 && step.kpi === kpi && (channel === undefined || step.channel === channel),
  );
  if (found === undefined) throw new Error(`no step of ${kpi} in ${JSON.stringify(answer.steps)}`);
  return found;
};

const flat = (value: number, n: number): number[] => Array.from({ length: n }, () => value);

describe('how a number was made', () => {
  it('pairs clicks with reach: 500 of 10,000, not of 31,000, each with the batch it was typed in', async () => {
    const at = await setting(['reach', 'link_clicks', 'click_through_rate'], ['Instagram']);
    const reach = await type(at, 'reach', 0, 'day', flat(1000, 31));
    const clicks = await type(at, 'link_clicks', 0, 'day', flat(50, 10));
    await app.call('kpis.define', {
      client: at.client,
      definition: {
        key: 'click_rate',
        name: { en: 'Click rate', es: 'Tasa de clics' },
        definition: { en: 'Clicks over reach', es: 'Clics sobre alcance' },
        unit: { kind: 'percent' },
        direction: 'up',
        timeAggregation: 'formula',
        channelAggregation: 'formula',
        formula: 'link_clicks / reach',
        kra: 'engagement',
        stage: 'engagement',
        level: 'operational',
        cadence: 'month',
        vanity: false,
        aliases: { en: [], es: [] },
        target: { kind: 'atLeast' },
      },
    });
    const listed = await app.call('kpis.list', { client: at.client });
    const own = listed.find((kpi) => kpi.definition.key === 'click_rate');
    const answer = await made(
      { ...at, kpis: new Map([...at.kpis, ['click_rate', own?.id ?? 0]]) },
      'click_rate',
    );
    expect(answer.measured.value).toBeCloseTo(0.05, 12);
    expect(answer.formula).toBe('link_clicks / reach');
    expect(stepOf(answer, 'link_clicks')).toMatchObject({
      measured: { value: 500 },
      sources: [{ batch: clicks, kind: 'edit', figures: 10 }],
    });
    expect(stepOf(answer, 'reach')).toMatchObject({
      measured: { value: 10_000 },
      paired: { units: 10, cadence: 'day' },
      sources: [{ batch: reach, kind: 'edit', figures: 10 }],
    });
  });

  it('adds 10,000 of the 31st and 5,000 of the 30th, each figure with its day and its batch', async () => {
    const at = await setting(['followers'], ['Instagram', 'Facebook']);
    const one = await type(at, 'followers', 0, 'day', [10_000], dayOf(2026, 10, 31));
    const two = await type(at, 'followers', 1, 'day', [5000], dayOf(2026, 10, 30));
    const answer = await made(at, 'followers');
    expect(answer.measured).toMatchObject({ value: 15_000, asOf: '2026-10-30' });
    const [instagram, facebook] = at.channels.map((id) => stepOf(answer, 'followers', String(id)));
    expect(instagram).toMatchObject({
      used: 10_000,
      measured: { asOf: '2026-10-31' },
      sources: [{ batch: one, figures: 1 }],
    });
    expect(facebook).toMatchObject({
      used: 5000,
      measured: { asOf: '2026-10-30' },
      sources: [{ batch: two, figures: 1 }],
    });
  });

  it('names each import and what was typed over it, with the coverage', async () => {
    const at = await setting(['video_views', 'link_clicks'], []);
    const days = Array.from({ length: 23 }, () => ({
      views: 100,
      profileViews: 7,
      likes: 10,
      comments: 2,
      shares: 1,
    }));
    const handle = await app.upload(tiktokOverviewZip(first, days));
    const session = await app.call('imports.open', { client: at.client, files: [handle], job: 'test' });
    const [batch] = (await app.call('imports.commit', { session: session.session })).batches;
    assert(batch);
    const channels = (await app.call('channels.list', { client: at.client })).map((channel) => channel.id);
    const typed = await type({ ...at, channels }, 'video_views', 0, 'day', [500]);
    const answer = await made(at, 'video_views');
    const step = answer.steps.find((one) => one.sources.length > 0);
    expect(answer.measured).toMatchObject({
      value: 22 * 100 + 500,
      coverage: { recorded: 23, expected: 31 },
    });
    expect(step?.sources).toMatchObject([
      { batch: batch.id, kind: 'import', figures: 22 },
      { batch: typed, kind: 'edit', figures: 1 },
    ]);
  });

  it('answers for the base and for the days of a step, without a comparison', async () => {
    const at = await setting(['link_clicks'], ['Instagram', 'Web']);
    await type(at, 'link_clicks', 0, 'day', flat(3, 31));
    await type(at, 'link_clicks', 1, 'month', [7]);
    await type(at, 'link_clicks', 1, 'month', [5], dayOf(2026, 9, 1));
    const base = await made(at, 'link_clicks', { side: 'base' });
    expect(base).toMatchObject({ measured: { value: 5 }, span: { from: '2026-09-01' }, comparison: null });
    const whole = await made(at, 'link_clicks');
    expect(whole.comparison).toMatchObject({ now: { value: 100 }, base: { value: 5 } });
    const web = stepOf(whole, 'link_clicks', String(at.channels[1]));
    const { units: _units, ...span } = web.span;
    const deeper = await made(at, 'link_clicks', { at: { span, channels: [at.channels[1] ?? 0] } });
    expect(deeper).toMatchObject({
      measured: { value: 7 },
      steps: [{ over: { kind: 'exact' } }],
      comparison: null,
    });
  });

  it('refuses a KPI of another client, a channel it does not have, and days that end before they begin', async () => {
    const at = await setting(['link_clicks'], ['Web']);
    const other = await setting(['link_clicks'], ['Web'], 'Northline');
    const kpi = at.kpis.get('link_clicks');
    const ask = async (more: object): Promise<unknown> => {
      const answer = await app.reply('numbers.made', {
        client: at.client,
        kpi,
        channel: null,
        period: october,
        base: 'none',
        ...more,
      });
      return answer.ok ? 'answered' : answer.error.code;
    };
    expect(await ask({ kpi: other.kpis.get('link_clicks') })).toBe('kpi-not-found');
    expect(await ask({ channel: other.channels[0] })).toBe('channel-not-found');
    const span = { cadence: 'day', from: '2026-10-09', to: '2026-10-01' };
    expect(await ask({ at: { span, channels: null } })).toBe('period-invalid');
  });
});
