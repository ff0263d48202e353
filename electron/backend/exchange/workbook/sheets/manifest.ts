/**
 * The very hidden manifest: what makes the way back exact. Ids behind the names, the row keys' parts, a hash of
 * the model against damage. It is read back as untrusted text.
 */
import { createHash } from 'node:crypto';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import type { PlannedContext } from './context.ts';

export function manifestSheet(context: PlannedContext): SheetBuilder {
  const { model, titles, plan, words, table } = context;
  const sheet = new SheetBuilder(titles.manifest);
  const names = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  const lines: [string, string | number][] = [
    ['format', 'pulsebook-workbook'],
    ['version', 1],
    ['schema', model.schema],
    ['model-sha256', createHash('sha256').update(JSON.stringify(model)).digest('hex')],
    ['language', model.language],
    ['client', model.client.name],
    ['period', `${model.period.cadence}|${model.period.start}`],
    ['base', `${model.base.kind}|${model.base.start ?? ''}`],
    ['figures-sheet', titles.figures],
    ['figures-table', table.name],
    ['figures-value', words.value],
    ['figures-key', words.key],
    ['figures-rows', plan.figures.rows.length],
  ];
  for (const [id, slug] of plan.figures.slugs)
    lines.push([`channel|${slug}`, `${id}|${names.get(id) ?? id}`]);
  for (const kpi of model.kpis) lines.push([`kpi|${kpi.key}`, kpi.name]);
  lines.forEach(([key, value], row) => {
    sheet.put(row, 0, key);
    sheet.put(row, 1, value);
  });
  sheet.width(0, 1, 40);
  sheet.look({ veryHidden: true });
  return sheet;
}
