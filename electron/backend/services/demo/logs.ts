/** Cases, evidence, tags and commentary of a demo client, told from today backwards. */
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { itemsOf } from '../../../store/queries/content.ts';
import type { WriteContext } from '../../context.ts';
import { addCase } from '../logs/cases.ts';
import { addEvidence } from '../logs/evidence.ts';
import { createTag, putTags } from '../tags.ts';
import { setText } from '../texts/write.ts';
import type { DemoClient } from './inputs.ts';
import { idOf } from './made.ts';
import type { Made } from './made.ts';

type DemoCase = NonNullable<DemoClient['cases']>[number];

/** Call after everything else of the client is there: texts say what its figures say. */
export function writeLogs(ctx: WriteContext, demo: DemoClient, made: Made): void {
  const borne = writeCases(ctx, demo.cases ?? [], made);
  const items = itemsOf(ctx.store, made.client);
  for (const { name, kind, posts } of demo.tags) {
    const tag = createTag(ctx, { client: made.client, name, kind });
    putTags(ctx, {
      tag: tag.id,
      on: true,
      items: items.filter(({ title }) => posts.some((word) => title.includes(word))).map((item) => item.id),
      cases: borne.get(name) ?? [],
    });
  }
  for (const { kpi, channel, ago, ...words } of demo.evidence ?? [])
    addEvidence(ctx, {
      client: made.client,
      kpi: idOf(made.kpis, kpi),
      channel: idOf(made.channels, channel),
      day: isoOf((made.timeline.today - ago) as Day),
      ...words,
    });
  for (const { section, text } of demo.texts)
    setText(ctx, {
      client: made.client,
      period: { cadence: 'month', start: isoOf(made.timeline.month(0).start) },
      base: 'lastYear',
      language: demo.client.language,
      section,
      body: text,
      approve: 'all',
    });
}

/** Ids of the cases that name a tag, by its name. */
function writeCases(ctx: WriteContext, cases: readonly DemoCase[], made: Made): Map<string, number[]> {
  const borne = new Map<string, number[]>();
  for (const one of cases) {
    const opened = `${isoOf((made.timeline.today - one.ago) as Day)}T${one.time}`;
    const { id } = addCase(ctx, {
      client: made.client,
      kind: one.kind,
      channel: idOf(made.channels, one.channel),
      opened,
      firstReply: one.reply === null ? null : later(opened, one.reply),
      resolved: one.resolved === null ? null : later(opened, one.resolved * 60),
      escalated: one.escalated,
      sentiment: one.sentiment,
      cause: one.cause,
      link: null,
      note: one.note,
    });
    for (const tag of one.tags) borne.set(tag, [...(borne.get(tag) ?? []), id]);
  }
  return borne;
}

/** A civil moment so many minutes later. */
function later(moment: string, minutes: number): string {
  return new Date(Date.parse(`${moment}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
