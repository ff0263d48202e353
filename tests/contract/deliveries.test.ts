/** Reports of many clients over the contract: what to look at before they go out, the making of all, the .zip, the mail. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import type { Input, Output } from '../../shared/contract/api.ts';
import type { Attention } from '../../shared/domain/attention.ts';
import type { Localised } from '../../shared/domain/kpi.ts';
import { clientInput } from '../support/clientInput.ts';
import { testBackend } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { ownKpi } from '../support/ownKpi.ts';

let app: TestBackend;
beforeEach(async () => {
  app = await testBackend();
});
afterEach(() => app.stop());

const october = { cadence: 'month', start: '2026-10-01' } as const;
const asked = { period: october, base: 'previous' } as const;
const file = (handle: string): string => path.join(app.dir, 'transfer', handle);

interface Made {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
}

/** A client whose link clicks are recorded day by day over October 2026, but for the last `less` days. */
async function clientNamed(
  name: string,
  over: Partial<Input<'clients.create'>> = {},
  less = 0,
): Promise<Made> {
  const { id: client } = await app.call(
    'clients.create',
    clientInput({
      name,
      kpis: ['link_clicks'],
      channels: [{ network: 'instagram', name: 'Instagram' }],
      ...over,
    }),
  );
  const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  const kpi =
    (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'link_clicks')?.id ?? 0;
  if (kpi !== 0)
    await app.call('figures.set', {
      client,
      edits: Array.from({ length: 31 - less }, (_, i) => ({
        kpi,
        channel,
        cadence: 'day' as const,
        start: `2026-10-${String(i + 1).padStart(2, '0')}`,
        value: 3,
      })),
    });
  return { client, kpi, channel };
}

const named = (): Promise<unknown> => app.call('app.setSettings', { preparedBy: 'Ana Ruiz' });

describe('before reports go out', () => {
  let one: Made;
  const look = async (over: Partial<Input<'deliveries.plan'>> = {}): Promise<readonly Attention[]> =>
    (await app.call('deliveries.plan', { ...asked, client: one.client, ...over }))[0]?.attention ?? [];

  beforeEach(async () => {
    await named();
    one = await clientNamed('Larkbed');
  });

  it('nothing is to be looked at where all is well, and what has gone out is told', async () => {
    expect(await app.call('deliveries.plan', asked)).toMatchObject([
      {
        client: { name: 'Larkbed', language: 'en' },
        empty: null,
        kpis: 1,
        valued: 1,
        attention: [],
        out: [],
      },
    ]);
    const { deliverable } = await app.call('reports.make', {
      client: one.client,
      ...asked,
      language: 'en',
      format: 'csv',
      job: 'make',
    });
    const [planned] = await app.call('deliveries.plan', asked);
    expect(planned?.out).toMatchObject([{ id: deliverable.id, format: 'csv', language: 'en' }]);
    const [before] = await app.call('deliveries.plan', {
      ...asked,
      period: { cadence: 'month', start: '2026-09-01' },
    });
    expect(before).toMatchObject({ empty: 'noFigures', valued: 0, attention: [], out: [] });
  });

  it('says who has nothing to report', async () => {
    await clientNamed('Nothing picked', { kpis: [] });
    const plan = await app.call('deliveries.plan', asked);
    expect(plan.map(({ client, empty, kpis }) => [client.name, empty, kpis])).toEqual([
      ['Larkbed', null, 1],
      ['Nothing picked', 'noKpis', 0],
    ]);
  });

  it('a figure of a text that has changed since', async () => {
    const text = { client: one.client, ...asked, language: 'en', section: 'summary' } as const;
    await app.call('texts.set', { ...text, body: 'Clicks: {{link_clicks}}.' });
    expect(await look()).toEqual([]);
    const edits = [
      { kpi: one.kpi, channel: one.channel, cadence: 'day' as const, start: '2026-10-05', value: 40 },
    ];
    await app.call('figures.set', { client: one.client, edits });
    expect(await look()).toEqual([{ kind: 'staleText', count: 1, section: 'summary' }]);
    // Of another base, or of a page that is left out, it is no matter.
    expect(await look({ base: 'lastYear' })).toEqual([]);
    await app.call('layouts.set', {
      client: one.client,
      layout: { screen: 'report', pages: 'stage', sections: [{ section: 'summary', shown: false }] },
    });
    expect(await look()).toEqual([]);
  });

  it('a text that only the other language has', async () => {
    const text = { client: one.client, ...asked, language: 'en', section: 'summary' } as const;
    await app.call('texts.set', { ...text, body: 'A quiet month.' });
    expect(await look({ language: 'es' })).toEqual([{ kind: 'untranslatedText', sections: ['Resumen'] }]);
    await app.call('texts.set', { ...text, language: 'es', body: 'Un mes tranquilo.' });
    expect(await look({ language: 'es' })).toEqual([]);
  });

  it('names and units that were written in one language', async () => {
    const words = async (language: 'en' | 'es'): Promise<readonly string[]> =>
      (await look({ language })).flatMap((found) => (found.kind === 'untranslatedNames' ? found.names : []));
    const define = (key: string, name: Localised, label?: string): Promise<unknown> =>
      app.call('kpis.define', {
        client: one.client,
        definition: ownKpi(key, {
          name,
          definition: { en: 'Counted by hand.', es: 'Counted by hand.' },
          unit: { kind: 'count', ...(label === undefined ? {} : { label: { en: label, es: label } }) },
        }),
      });
    await define('shop_visits', { en: 'Visits to the shop', es: 'Visits to the shop' });
    await define('own_orders', { en: 'Pedidos de la web', es: 'Pedidos de la web' }, 'seguidores');
    await define('own_score', { en: 'NPS', es: 'NPS' }, 'leads');
    await define('own_both', { en: 'Orders', es: 'Pedidos' });
    expect(await words('es')).toEqual(['Visits to the shop']);
    expect(await words('en')).toEqual(['Pedidos de la web', 'seguidores']);

    const { kras } = await app.call('clients.groups', { client: one.client });
    const renamed = kras.map((kra) =>
      kra.key === ownKpi('').kra ? { ...kra, name: { ...kra.name, es: 'La tribu' } } : kra,
    );
    await app.call('clients.setGroups', { client: one.client, kras: renamed });
    expect(await words('es')).toEqual(['Visits to the shop']);
    expect(await words('en')).toContain('La tribu');
    await app.call('layouts.set', {
      client: one.client,
      layout: {
        screen: 'report',
        pages: 'stage',
        sections: [{ section: 'text:outlook', shown: true, title: { en: 'Outlook' } }],
      },
    });
    expect(await words('es')).toContain('Outlook');
  });

  it('what was typed once for all reports and reads as the other language', async () => {
    const text = 'Preparar la campaña de Navidad con los socios';
    await app.call('actions.add', { client: one.client, kpi: null, text, owner: '', due: null });
    expect(await look()).toEqual([{ kind: 'otherLanguage', notes: [text] }]);
    expect(await look({ language: 'es' })).toEqual([]);
  });

  it('values on too few figures, and none at all', async () => {
    const thin = await clientNamed('Thin', { kpis: ['link_clicks', 'video_views'] }, 10);
    const [planned] = await app.call('deliveries.plan', { ...asked, client: thin.client });
    expect(planned).toMatchObject({ kpis: 2, valued: 1 });
    const kinds = Object.fromEntries((planned?.attention ?? []).map((found) => [found.kind, found]));
    expect(kinds['missing']).toMatchObject({ count: 1, kpis: ['Video views'] });
    // Days after the last figure are not due yet; a gap inside them is.
    const edits = Array.from({ length: 8 }, (_, i) => ({
      kpi: thin.kpi,
      channel: thin.channel,
      cadence: 'day' as const,
      start: `2026-10-${String(i + 5).padStart(2, '0')}`,
      value: null,
    }));
    await app.call('figures.set', { client: thin.client, edits });
    expect(
      (await app.call('deliveries.plan', { ...asked, client: thin.client }))[0]?.attention,
    ).toContainEqual({ kind: 'coverage', count: 1, kpis: ['Link clicks'] });
  });

  it('a goal that was missed and about which nobody wrote', async () => {
    await app.call('targets.set', {
      kpi: one.kpi,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 900,
    });
    expect(await look()).toEqual([{ kind: 'unexplained', count: 1, kpis: ['Link clicks'] }]);
    await app.call('statusNotes.set', {
      client: one.client,
      kpi: one.kpi,
      channel: one.channel,
      period: october,
      text: 'Ads were paused.',
    });
    expect(await look()).toEqual([]);
  });

  it('a period that still runs, and an author without a name', async () => {
    await app.call('app.setSettings', { preparedBy: '' });
    const running = await look({ period: { cadence: 'quarter', start: '2026-11-02' } });
    expect(running.map((found) => found.kind)).toEqual(expect.arrayContaining(['running', 'noAuthor']));
  });

  it('is asked of each client’s own calendar', async () => {
    const fiscal = await clientNamed('Fiscal', { fiscalYearStart: 2 });
    // October belongs to the quarter from August here, and to the one from October there.
    const quarter = { cadence: 'quarter', start: '2026-11-20' } as const;
    const plan = await app.call('deliveries.plan', { period: quarter, base: 'previous' });
    expect(plan.map(({ client, empty }) => [client.name, empty])).toEqual([
      ['Larkbed', null],
      ['Fiscal', 'noFigures'],
    ]);
    expect(fiscal.client).toBe(plan[1]?.client.id);
  });
});

type Item = Input<'deliveries.make'>['items'][number];

describe('all reports in one go', () => {
  const make = (items: readonly Item[]): Promise<Output<'deliveries.make'>> =>
    app.call('deliveries.make', { ...asked, items: [...items], job: 'all' });

  it(
    'makes a file that opens for each client, language and format, and keeps what went out',
    { timeout: 60_000 },
    async () => {
      const [a, b, c] = [
        await clientNamed('Larkbed'),
        await clientNamed('Olivo', { language: 'es' }),
        await clientNamed('Northline: "Labs"?'),
      ];
      const { made, failed, cancelled } = await make([
        { client: a.client, language: 'en', formats: ['xlsx', 'csv'] },
        { client: b.client, language: 'es', formats: ['xlsx'] },
        { client: c.client, language: 'en', formats: ['csv'] },
        { client: c.client, language: 'en', formats: ['csv'] },
      ]);
      expect({ failed, cancelled }).toEqual({ failed: [], cancelled: false });
      expect(made.map((one) => [one.client, one.deliverable.fileName])).toEqual([
        ['Larkbed', 'Larkbed, report 2026-10.xlsx'],
        ['Larkbed', 'Larkbed, figures 2026-10.csv'],
        ['Olivo', 'Olivo, informe 2026-10.xlsx'],
        ['Northline: "Labs"?', 'Northline_ _Labs__, figures 2026-10.csv'],
        ['Northline: "Labs"?', 'Northline_ _Labs__, figures 2026-10 (2).csv'],
      ]);
      for (const one of made) {
        const bytes = readFileSync(file(one.handle));
        expect(bytes).toHaveLength(one.deliverable.bytes);
        const opens =
          one.deliverable.format === 'xlsx'
            ? read(bytes).SheetNames.length > 3
            : bytes.toString('utf8').includes('link_clicks');
        expect(opens).toBe(true);
      }
      const kept = await app.call('reports.list', { client: b.client });
      expect(kept).toEqual(made.filter((one) => one.client === 'Olivo').map((one) => one.deliverable));
      const steps = app.events.flatMap((event) =>
        event.type === 'progress' && event.job === 'all' && event.phase === 'writing' ? [event] : [],
      );
      expect(steps.map((step) => step.done)).toEqual(
        steps.map((step) => step.done).toSorted((x, y) => x - y),
      );
      expect(steps.at(-1)).toMatchObject({ done: 5, total: 5 });
      expect(new Set(steps.map((step) => step.item))).toEqual(
        new Set(['Larkbed', 'Olivo', 'Northline: "Labs"?']),
      );
    },
  );

  it('tells a client that fails, by format, and lets the others out', { timeout: 30_000 }, async () => {
    const a = await clientNamed('Larkbed');
    const bare = await clientNamed('Bare', { kpis: [] });
    const { made, failed } = await make([
      { client: bare.client, language: 'en', formats: ['csv', 'xlsx'] },
      { client: 999, language: 'en', formats: ['csv'] },
      { client: a.client, language: 'en', formats: ['csv'] },
    ]);
    expect(made.map((one) => one.client)).toEqual(['Larkbed']);
    expect(failed.map(({ name, format, code }) => [name, format, code])).toEqual([
      ['Bare', 'csv', 'report-empty'],
      ['Bare', 'xlsx', 'report-empty'],
      ['', 'csv', 'client-not-found'],
    ]);
    expect(await app.call('reports.list', { client: bare.client })).toEqual([]);
  });

  it(
    'tells every file that the disk would not take, and keeps none of them',
    { timeout: 30_000 },
    async () => {
      const a = await clientNamed('Larkbed');
      rmSync(path.join(app.dir, 'transfer'), { recursive: true, force: true });
      const output = app.ctx.transfers.createOutput.bind(app.ctx.transfers);
      // A place that is no longer there when the thread comes to write: as a stick that was pulled out.
      Object.assign(app.ctx.transfers, {
        createOutput: (name: string) => ({ ...output(name), path: path.join(app.dir, 'gone', 'away') }),
      });
      const { made, failed } = await make([{ client: a.client, language: 'en', formats: ['csv'] }]);
      expect(made).toEqual([]);
      expect(failed).toMatchObject([{ name: 'Larkbed', format: 'csv', code: 'path-invalid' }]);
      expect(await app.call('reports.list', { client: a.client })).toEqual([]);
    },
  );

  it('stops between and within files: what was made stays and is told', { timeout: 30_000 }, async () => {
    const clients = [];
    for (let i = 0; i < 5; i += 1) clients.push(await clientNamed(`Client ${i}`));
    const items = clients.map(({ client }) => ({
      client,
      language: 'en' as const,
      formats: ['csv' as const],
    }));
    const all = make(items);
    const first = new Promise<void>((done) => {
      const timer = setInterval(() => {
        if (!app.events.some((event) => event.type === 'progress' && event.done === 1)) return;
        clearInterval(timer);
        done();
      }, 1);
    });
    await first;
    await app.call('jobs.cancel', { job: 'all' });
    const { made, failed, cancelled } = await all;
    expect(cancelled).toBe(true);
    expect(failed).toEqual([]);
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(5);
    const kept = await Promise.all(clients.map(({ client }) => app.call('reports.list', { client })));
    const ids = (list: readonly { readonly id: number }[]): Set<number> => new Set(list.map((one) => one.id));
    expect(ids(kept.flat())).toEqual(ids(made.map((one) => one.deliverable)));
    for (const one of made) expect(existsSync(file(one.handle))).toBe(true);
  });
});

describe('several files as one .zip', () => {
  const output = (name: string, text: string): string => {
    const { handle, path: place } = app.ctx.transfers.createOutput(name);
    writeFileSync(place, text);
    return handle;
  };

  it('has a folder for each client, no name twice and none that leads out of it, and opens', async () => {
    const handles = ['one', 'two', 'three', 'four', 'é'].map((text) => output('a.csv', text));
    const [a = '', b = '', c = '', d = '', e = ''] = handles;
    const packed = await app.call('deliveries.pack', {
      files: [
        { handle: a, name: 'Larkbed/report.csv' },
        { handle: b, name: 'larkbed/REPORT.csv' },
        { handle: c, name: '../../etc/pass:wd' },
        { handle: d, name: '/..\\con/..' },
        { handle: e, name: 'Cafés Doña Inés/informe.csv' },
      ],
      name: 'Reports 2026-10',
      job: 'pack',
    });
    expect(packed.name).toBe('Reports 2026-10.zip');
    const bytes = readFileSync(file(packed.handle));
    expect(bytes).toHaveLength(packed.bytes);
    const files = unzipSync(bytes);
    expect(Object.entries(files).map(([name, body]) => [name, strFromU8(body)])).toEqual([
      ['Larkbed/report.csv', 'one'],
      ['larkbed/REPORT (2).csv', 'two'],
      ['etc/pass_wd', 'three'],
      ['_con', 'four'],
      ['Cafés Doña Inés/informe.csv', 'é'],
    ]);
    const again = await app.call('deliveries.pack', {
      files: [{ handle: a, name: 'x.csv' }],
      name: 'x.zip',
      job: 'pack',
    });
    const third = await app.call('deliveries.pack', {
      files: [{ handle: a, name: 'x.csv' }],
      name: 'x.zip',
      job: 'pack',
    });
    expect(readFileSync(file(third.handle)).equals(readFileSync(file(again.handle)))).toBe(true);
  });

  it('is refused where a file’s time is over', async () => {
    const handle = output('a.csv', 'one');
    rmSync(file(handle));
    const files = [{ handle, name: 'a.csv' }];
    expect(await app.reply('deliveries.pack', { files, name: 'a', job: 'pack' })).toMatchObject({
      ok: false,
      error: { code: 'handle-expired' },
    });
  });
});

describe('the mail', () => {
  it('speaks of the report as it is, in its language', async () => {
    await named();
    const { client } = await clientNamed('Olivo', { language: 'es', numberFormat: '1.234,5' });
    await app.call('actions.add', {
      client,
      kpi: null,
      text: 'Aprobar el presupuesto.',
      owner: 'Cliente',
      due: '2026-11-15',
    });
    const { subject, body } = await app.call('deliveries.message', {
      client,
      ...asked,
      language: 'es',
      formats: ['xlsx', 'pdf'],
    });
    expect(subject).toBe('Olivo: informe de octubre de 2026');
    expect(body.split('\n\n')).toEqual([
      'Hola:',
      'Te adjunto el informe de octubre de 2026 en Excel y PDF.',
      'En resumen:\n- Clics en enlaces: 93.',
      'De tu parte me falta:\n- «Aprobar el presupuesto», para el 15 de noviembre',
      'Si tienes cualquier duda, responde a este correo y lo vemos.',
      'Un saludo,\nAna Ruiz',
    ]);
    expect(body).not.toContain('%');
  });
});
