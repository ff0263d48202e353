/**
 * The very hidden manifest: what makes the way back exact. Whose the workbook is in plain lines, then everything that is
 * read back as it went out (exchange/returned/carried.ts), packed, with a hash against damage. It is read back as
 * untrusted text.
 */
import { MANIFEST_FORMAT, MANIFEST_VERSION } from '../../returned/carried.ts';
import { carriedOf } from '../../returned/carry.ts';
import { pack } from '../../returned/packed.ts';
import type { Sheet } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import type { PlannedContext } from './context.ts';

/** `sheets`: all others of the workbook. */
export function manifestSheet(context: PlannedContext, sheets: readonly Sheet[]): SheetBuilder {
  const { model, titles, plan, words, table } = context;
  const sheet = new SheetBuilder(titles.manifest);
  const names = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  const { cells, sha256 } = pack(carriedOf(context, sheets));
  const lines: [string, string | number][] = [
    ['format', MANIFEST_FORMAT],
    ['version', MANIFEST_VERSION],
    ['schema', model.schema],
    ['client-uid', model.client.uid],
    ['client', model.client.name],
    ['language', model.language],
    ['period', `${model.period.cadence}|${model.period.start}`],
    ['period-label', model.period.label],
    ['base', `${model.base.kind}|${model.base.start ?? ''}`],
    ['prepared', model.preparedOn],
    ['figures-sheet', titles.figures],
    ['figures-table', table.name],
    ['figures-value', words.value],
    ['figures-key', words.key],
    ['figures-rows', plan.figures.rows.length],
    ['sha256', sha256],
    ...cells.map((cell): [string, string] => ['went-out', cell]),
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
