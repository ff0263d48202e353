/** A client with a rare name written everywhere a person can write something. */
import { strToU8 } from 'fflate';
import { isoOf, dayOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { metaDaily, tiktokOverviewZip, xOverview, instagramPosts } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import type { TestBackend } from './backend.ts';
import { clientInput } from './clientInput.ts';
import { october } from './returnedBook.ts';

export const RARE = 'Qwyzzbrunt';
/** What is looked for: the name, what the search index keeps of it, and words with accents beside it. */
export const rareWords: readonly string[] = [RARE, 'zzbrunt', 'Ñandúxo'];
export const rareName = `${RARE} Ñandúxo`;

const first = dayOf(2026, 10, 1);
const flat = <T>(value: T, n = 31): T[] => Array.from({ length: n }, () => value);

/** As a window hands a file over: its bytes come into the data folder. */
export async function sent(app: TestBackend, file: ExportFile): Promise<{ handle: string; name: string }> {
  const { transfers } = app.ctx;
  const handle = transfers.createUpload({ name: file.name, size: file.bytes.length, modified: 0 });
  await transfers.appendChunk(handle, 0, file.bytes);
  await transfers.finishUpload(handle);
  return { handle, name: file.name };
}

async function imported(app: TestBackend, client: number, ...files: ExportFile[]): Promise<number> {
  const handles = [];
  for (const { name, bytes } of files) handles.push(await sent(app, { name: `${RARE} ${name}`, bytes }));
  const { session } = await app.call('imports.open', { client, files: handles, job: 'import' });
  const { batches } = await app.call('imports.commit', { session, label: `${RARE} import` });
  return batches[0]?.id ?? 0;
}

/** Answers its number. */
export async function rareClient(app: TestBackend): Promise<number> {
  const { id: client } = await app.call(
    'clients.create',
    clientInput({
      name: `${RARE} before`,
      trade: `Trade of ${rareName}`,
      kpis: [
        'link_clicks',
        'video_views',
        'impressions',
        'queries_answered',
        'followers',
        'likes',
        'training_hours',
      ],
      channels: [{ network: 'discord', name: `${RARE} chat` }],
    }),
  );
  await app.call('clients.update', { client, name: rareName });
  const channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  await app.call('channels.update', { channel, name: `${RARE} talk`, handle: `@${RARE}` });
  await imported(app, client, metaDaily('Instagram link clicks', first, flat(3)));
  const views = flat({ views: 100, profileViews: 7, likes: 10, comments: 2, shares: 1 });
  const undone = await imported(app, client, tiktokOverviewZip(first, views));
  await imported(
    app,
    client,
    metaDaily('Instagram link clicks', first, flat(4)),
    xOverview(first, flat({ impressions: 50, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 })),
  );
  await app.call('imports.undo', { batch: undone });
  const posts = flat(0, 60).map((_, i) => ({
    id: `${RARE}${i}`,
    published: (first + (i % 30)) as Day,
    title: `${rareName} says hello, number ${i}`,
    likes: 12,
  }));
  const taken = await imported(app, client, instagramPosts(posts));
  await app.call('imports.undo', { batch: taken });
  await app.call('imports.redo', { batch: taken });
  const kpis = await app.call('kpis.list', { client });
  const kpi = (key: string): number => kpis.find((one) => one.definition.key === key)?.id ?? 0;
  const clicks = kpis.find((one) => one.definition.key === 'link_clicks');
  const instagram =
    (await app.call('channels.list', { client })).find((one) => one.network === 'instagram')?.id ?? 0;
  if (clicks === undefined) throw new Error('no clicks');
  await app.call('kpis.define', {
    client,
    definition: {
      ...clicks.definition,
      key: `own_${RARE.toLowerCase()}`,
      name: { en: `Clicks per ${RARE}`, es: `Clics por ${rareName}` },
      unit: { kind: 'number' },
      timeAggregation: 'formula',
      formula: 'link_clicks / impressions',
    },
  });
  await app.call('targets.set', {
    kpi: kpi('link_clicks'),
    channel: instagram,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-10-01',
    to: null,
    goal: 100,
    floor: 80,
  });
  await app.call('breaks.add', {
    kpi: kpi('impressions'),
    channel: null,
    day: '2026-09-01',
    factor: 2,
    note: `${rareName} counts otherwise`,
  });
  const cell = { kpi: kpi('link_clicks'), channel: instagram, cadence: 'day' } as const;
  for (const note of [`${rareName} was mentioned`, `Of ${RARE}`])
    await app.call('figures.set', { client, edits: [{ ...cell, start: '2026-10-03', value: 40, note }] });
  const entry = await app.call('cases.add', {
    client,
    channel: instagram,
    kind: 'complaint',
    opened: '2026-10-03T10:00',
    firstReply: '2026-10-03T11:00',
    resolved: null,
    escalated: false,
    sentiment: 'negative',
    cause: RARE,
    link: `https://example.com/${RARE}`,
    note: `${rareName} came late`,
  });
  const [logged] = await app.call('evidence.kpis', { client });
  if (logged !== undefined)
    await app.call('evidence.add', {
      client,
      kpi: logged.id,
      channel: null,
      day: '2026-10-05',
      what: `Training at ${rareName}`,
      link: null,
      note: RARE,
    });
  const about = { client, kpi: kpi('link_clicks') };
  await app.call('statusNotes.set', {
    ...about,
    channel: null,
    period: october,
    text: `${rareName} was closed`,
  });
  await app.call('annotations.add', {
    ...about,
    channel: instagram,
    day: '2026-10-05',
    text: `Campaign of ${rareName}`,
  });
  await app.call('actions.add', { ...about, text: `Answer ${rareName}`, owner: RARE, due: '2026-11-30' });
  const tag = await app.call('tags.create', { client, name: RARE, kind: 'partner' });
  await app.call('tags.put', { tag: tag.id, on: true, items: [], cases: [entry.id] });
  const report = { client, period: october, base: 'previous', language: 'en' } as const;
  for (const body of [`${rareName}: {{link_clicks@Instagram}}`, `Of ${rareName}: {{link_clicks}}`])
    await app.call('texts.set', { ...report, section: 'summary', body });
  const query = `kpi=${kpi('link_clicks')}&text=${RARE}`;
  await app.call('layouts.set', {
    client,
    layout: { screen: 'explorer', views: [{ name: rareName, query }] },
  });
  await app.call('app.setPlace', { at: `/c/${client}/content?text=${RARE}` });
  for (const format of ['csv', 'xlsx'] as const)
    await app.call('reports.make', { ...report, format, job: format });
  // Files that wait: one half uploaded, one being looked at, an archive made, one opened.
  app.ctx.transfers.createUpload({ name: `${RARE}.csv`, size: 10, modified: 0 });
  const waiting = await sent(app, {
    name: `${RARE}.csv`,
    bytes: strToU8(`Date,${RARE}\n${isoOf(first)},3\n`),
  });
  await app.call('imports.open', { client, files: [waiting], job: 'look' });
  const made = await app.call('archives.make', { client, job: 'archive' });
  await app.call('archives.open', { handle: made.handle, job: 'open' });
  const found = await app.call('search.find', { text: RARE, client: null, limit: 20 });
  if (found.hits.length === 0) throw new Error('the name is not found before');
  return client;
}
