/** `reports`: the reports of all clients, or of those named, for one period; a folder for each, and the mail beside. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import type { Attention } from '../../../shared/domain/attention.ts';
import { sentFormats } from '../../../shared/contract/api/reports.ts';
import { listClients } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import type { WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { safeFileName } from '../saveFile.ts';
import { deliverAll } from '../services/deliveries/make.ts';
import { deliveryMessage } from '../services/deliveries/message.ts';
import { createNames } from '../services/deliveries/names.ts';
import { deliveriesPlan } from '../services/deliveries/plan.ts';
import { periodDto } from '../services/periods.ts';
import { writeReport } from '../services/reports/make.ts';
import { namedClient } from './import.ts';
import { withBook } from './open.ts';
import { oneOf, readBase, readPeriod } from './report.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command } from './command.ts';

const JOB = 'command-line';
type Format = (typeof sentFormats)[number];

export const reportsCommand: Command = (args, { out, err, printer }) => {
  const folder = path.resolve(args.need('out'));
  const base = readBase(args.text('base') ?? 'lastYear');
  const lang = args.text('lang');
  const wanted = lang === undefined ? undefined : oneOf<Language>('lang', lang, languages);
  const formats = readFormats(args.text('format') ?? 'xlsx');
  const text = args.need('period');
  // Each client's own calendar decides where it begins: only the day it holds is the same for all.
  const period = periodDto(readPeriod(text, defaultCalendar));
  const work = async (ctx: WriteContext): Promise<void> => {
    const clients = chosen(ctx, args.texts('client'));
    const places = new Map<number, string>();
    const names = createNames();
    for (const client of clients) places.set(client.id, path.join(folder, names.take(folderOf(client))));
    const items = clients.map((client) => ({
      client: client.id,
      language: wanted ?? client.language,
      formats: [...formats],
    }));
    const planned = items.map((item) => {
      const [plan] = deliveriesPlan(ctx, { period, base, client: item.client, language: item.language });
      return { ...item, name: plan?.client.name ?? '', plan };
    });
    const empty = planned.filter((one) => one.plan?.empty !== null);
    for (const one of empty)
      err(
        `${one.name}: report-empty: ${one.plan?.empty === 'noKpis' ? 'no KPIs on the scorecard' : 'no figures in this period'}\n`,
      );
    const going = planned.filter((one) => one.plan?.empty === null);
    const { made, failed } =
      going.length === 0
        ? { made: [], failed: [] }
        : await ctx.jobs.run(JOB, (job) =>
            deliverAll(
              ctx,
              { period, base, items: going },
              async (resolved, { format, name }, signal) => {
                const place = places.get(resolved.report.client) ?? folder;
                makeFolder(place);
                const target = path.join(place, name);
                const deliverable = await writeReport(ctx, resolved, { format, path: target, name }, signal);
                out(`${target}: ${deliverable.bytes} bytes\n`);
                return { deliverable, handle: target };
              },
              job,
            ),
          );
    for (const one of failed) err(`${one.name}: ${one.format}: ${one.code}: ${one.message}\n`);
    for (const { client, language } of args.flag('messages') ? going : []) {
      const sent = made
        .filter((one) => one.deliverable.client === client)
        .map((one) => one.deliverable.format);
      const place = places.get(client);
      if (sent.length === 0 || place === undefined) continue;
      const { subject, body } = deliveryMessage(ctx, { client, period, base, language, formats: sent });
      const file = path.join(place, language === 'es' ? 'mensaje.txt' : 'message.txt');
      writeFileSync(file, `${subject}\n\n${body}\n`);
      out(`${file}\n`);
    }
    const looked = going.filter((one) => (one.plan?.attention.length ?? 0) > 0);
    out(
      `${made.length} made, ${failed.length} failed, ${empty.length} without figures, ${looked.length} to look at\n`,
    );
    for (const one of looked)
      out(`  ${one.name}: ${(one.plan?.attention ?? []).map(attentionWords).join('; ')}\n`);
    if (failed.length > 0)
      throw new Refusal([`${failed.length} of ${made.length + failed.length} files failed`]);
    if (made.length === 0) throw new Refusal(['nothing was made']);
  };
  return withBook(args.need('data'), work, printer);
};

function makeFolder(place: string): void {
  try {
    mkdirSync(place, { recursive: true });
  } catch (error) {
    throw new CallError('path-invalid', error instanceof Error ? error.message : String(error));
  }
}

function readFormats(text: string): readonly Format[] {
  const asked = text.split(',').map((one) => one.trim().toLowerCase());
  const unknown = asked.find((one) => !sentFormats.some((format) => format === one));
  if (unknown !== undefined) throw new UsageError(`--format takes ${sentFormats.join(', ')}, not ${unknown}`);
  return sentFormats.filter((format) => asked.includes(format));
}

function chosen(ctx: WriteContext, names: readonly string[]): readonly ClientRow[] {
  if (names.length > 0) return [...new Set(names)].map((name) => namedClient(ctx, name));
  const all = listClients(ctx.store, false);
  if (all.length === 0) throw new Refusal(['there are no clients']);
  return all;
}

function folderOf({ name }: ClientRow): string {
  return safeFileName(name.replaceAll(/[\\/]/g, ' '));
}

function attentionWords(one: Attention): string {
  switch (one.kind) {
    case 'staleText':
      return `${one.count} figures in texts have changed`;
    case 'untranslatedText':
      return `not written in this language: ${one.sections.join(', ')}`;
    case 'untranslatedNames':
      return `not translated: ${one.names.join(', ')}`;
    case 'otherLanguage':
      return `${one.notes.length} notes in the other language`;
    case 'coverage':
      return `coverage under 80 %: ${one.kpis.join(', ')}`;
    case 'missing':
      return `no value: ${one.kpis.join(', ')}`;
    case 'unexplained':
      return `off without a reason: ${one.kpis.join(', ')}`;
    case 'running':
      return 'the period is still running';
    case 'noAuthor':
      return 'nobody is named as author';
  }
}
