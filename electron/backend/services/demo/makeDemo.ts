/**
 * The demo workspace: three clients in different trades with 18 months of figures up to today.
 *
 * One transaction: everything or nothing, told to the window only once it is in. Everything goes through the services
 * a person's own work goes through, so that rules, ledger and claims are the same; each channel's figures are one batch
 * of the kind `demo` and can be taken back like an import. The figures depend on today's date alone.
 */
import { addDays, isoOf } from '../../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day } from '../../../../shared/domain/time.ts';
import { insertBatch, setCounts } from '../../../store/queries/batches.ts';
import { addFigures, noteSpan } from '../../../store/queries/claims.ts';
import { saveNote } from '../../../store/queries/figures.ts';
import { allKpis } from '../../../store/queries/kpis.ts';
import { cadenceCode, transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { resourcesDir } from '../../resources.ts';
import { recordBatch } from '../batches.ts';
import { loadBook } from '../book.ts';
import { createChannel } from '../channels.ts';
import { createClient } from '../clientSetup.ts';
import { addAnnotation } from '../annotations.ts';
import { addAction, setDone } from '../journal.ts';
import { addFromCatalogue, changeKpi } from '../kpis.ts';
import { scopesOf } from '../scopes.ts';
import { setTarget } from '../targets.ts';
import { writeBreakdowns } from './breakdowns.ts';
import { contentKpis, writePosts } from './content.ts';
import { loadInputs } from './inputs.ts';
import { writeLogs } from './logs.ts';
import type { DemoClient, Patterns } from './inputs.ts';
import { idOf } from './made.ts';
import type { Made } from './made.ts';
import { markUrl } from './mark.ts';
import { makeSeries } from './series.ts';
import type { MadeSeries } from './series.ts';
import { timelineOf } from './timeline.ts';

/** Fills an empty workbook with the demo clients. Throws `client-name-taken` when one of them is there already. */
export function makeDemo(ctx: WriteContext): void {
  const { patterns, clients } = loadInputs(resourcesDir());
  const quiet: WriteContext = { ...ctx, emit: () => {} };
  transact(ctx.store, () => {
    for (const client of clients) makeClient(quiet, client, patterns);
  });
  changed(
    ctx,
    null,
    'clients',
    'channels',
    'kpis',
    'targets',
    'figures',
    'content',
    'imports',
    'journal',
    'logs',
    'tags',
    'texts',
  );
}

function makeClient(ctx: WriteContext, demo: DemoClient, patterns: Patterns): void {
  const calendar: Calendar = {
    weekStart: demo.client.weekStart,
    fiscalYearStart: demo.client.fiscalYearStart,
  };
  const timeline = timelineOf(todayOf(ctx), calendar);
  const series = makeSeries(demo, patterns, timeline);
  const client = createClient(ctx, {
    ...demo.client,
    kpis: demo.kpis.map((kpi) => kpi.key),
    channels: [],
    logo: demo.mark ? markUrl(demo.mark, demo.client.color) : null,
  }).id;
  const channels = new Map(
    demo.channels.map(({ key, network, name, handle }) => [
      key,
      createChannel(ctx, { client, network, name, handle }).id,
    ]),
  );
  const recorded = new Set([...series.map((one) => one.kpi), ...contentKpis(demo)]);
  const kpis = addFromCatalogue(ctx, client, [...recorded], { shown: false, batch: null });
  const made: Made = { client, channels, kpis, timeline };
  arrangeKpis(ctx, demo, made);
  for (const channel of demo.channels) {
    const own = series.filter((one) => one.channel === channel.key);
    if (own.length > 0) writeBatch(ctx, demo, made, `${demo.batchLabel}: ${channel.name}`, own);
  }
  for (const posts of demo.content ?? []) {
    const channel = idOf(channels, posts.channel);
    writePosts(ctx, posts, { client, channel, kpi: (key) => idOf(kpis, key), timeline });
  }
  writeNotes(ctx, demo, made, series);
  setTargets(ctx, demo, made);
  writeJournal(ctx, demo, made);
  writeLogs(ctx, demo, made);
}

/** Headlines and weights where they are not already as wanted. */
function arrangeKpis(ctx: WriteContext, demo: DemoClient, made: Made): void {
  const rows = new Map(allKpis(ctx.store, made.client).map((row) => [row.key, row]));
  for (const { key, weight = 1 } of demo.kpis) {
    const row = rows.get(key);
    const at = demo.headlines.indexOf(key);
    const headline = at === -1 ? null : at;
    if (row && (row.headline !== headline || row.weight !== weight))
      changeKpi(ctx, { kpi: row.id, headline, weight });
  }
}

function writeBatch(
  ctx: WriteContext,
  demo: DemoClient,
  made: Made,
  label: string,
  all: readonly MadeSeries[],
): void {
  let added = all.reduce((sum, one) => sum + one.figures.size, 0);
  const counts = (): string => JSON.stringify({ added, changed: 0, unchanged: 0, kept: 0, refused: 0 });
  const batch = insertBatch(ctx.store, {
    uid: newUid(),
    client: made.client,
    kind: 'demo',
    label,
    at: momentOf(ctx),
    counts: counts(),
  });
  recordBatch(ctx, batch);
  for (const series of all) {
    const kpi = idOf(made.kpis, series.kpi);
    const channel = idOf(made.channels, series.channel);
    const cadence = cadenceCode(series.cadence);
    const days = [...series.figures.keys()];
    addFigures(ctx.store, batch, {
      client: made.client,
      kpi,
      channel,
      cadence,
      days,
      values: [...series.figures.values()],
      flags: days.map(() => 0),
    });
    const [first] = days;
    const last = days.at(-1);
    if (first !== undefined && last !== undefined)
      noteSpan(ctx.store, batch, kpi, channel, cadence, first, last);
    added += writeBreakdowns(ctx, demo, made, series, batch);
  }
  setCounts(ctx.store, batch, counts());
}

/** Notes stand beside figures from the start: nothing that a person did, so nothing to take back. */
function writeNotes(ctx: WriteContext, demo: DemoClient, made: Made, series: readonly MadeSeries[]): void {
  const write = (kpi: string, channel: string, cadence: Cadence, day: Day, text: string): void =>
    saveNote(ctx.store, {
      client: made.client,
      kpi: idOf(made.kpis, kpi),
      channel: idOf(made.channels, channel),
      cadence: cadenceCode(cadence),
      day,
      text,
      at: momentOf(ctx),
    });
  for (const { kpi, channel, cadence, notes } of series)
    for (const { day, text } of notes) write(kpi, channel, cadence, day, text);
  for (const { kpi, channel, month, text } of demo.notes)
    write(kpi, channel, 'month', made.timeline.month(month).start, text);
}

function setTargets(ctx: WriteContext, demo: DemoClient, made: Made): void {
  const book = loadBook(ctx, made.client);
  const channelOf = (target: DemoClient['targets'][number]): number | null => {
    if (typeof target.channel === 'string') return idOf(made.channels, target.channel);
    const shown = target.channel === null ? null : (scopesOf(book, target.kpi)[0] ?? null);
    return shown === null ? null : Number(shown);
  };
  const startOf = (month: number): string => isoOf(made.timeline.month(month).start);
  for (const target of demo.targets.toSorted((a, b) => a.from - b.from)) {
    setTarget(ctx, {
      kpi: idOf(made.kpis, target.kpi),
      channel: channelOf(target),
      kind: target.kind,
      cadence: 'month',
      from: startOf(target.from),
      to: target.to === undefined ? null : startOf(target.to),
      goal: target.goal,
      ...(target.goalTo === undefined ? {} : { goalTo: target.goalTo }),
      ...(target.baseline === undefined ? {} : { baseline: target.baseline }),
    });
  }
}

function writeJournal(ctx: WriteContext, demo: DemoClient, made: Made): void {
  const kpiOf = (key: string | undefined): number | null => (key === undefined ? null : idOf(made.kpis, key));
  for (const { month, day, text, kpi, channel } of demo.annotations) {
    addAnnotation(ctx, {
      client: made.client,
      day: isoOf(addDays(made.timeline.month(month).start, day - 1)),
      text,
      kpi: kpiOf(kpi),
      channel: channel === undefined ? null : idOf(made.channels, channel),
    });
  }
  for (const { text, owner, dueIn, kpi, done } of demo.actions) {
    const due = isoOf(addDays(made.timeline.today, dueIn));
    const action = addAction(ctx, { client: made.client, text, kpi: kpiOf(kpi), owner, due });
    if (done === true) setDone(ctx, { action: action.id, done: true });
  }
}
