/** The scorecard as cells for a file or the clipboard: figures at full precision, a percentage as 4.8, a gap as nothing. */
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import { inertText } from '../../../shared/domain/delimited.ts';
import type { DelimitedCell } from '../../../shared/domain/delimited.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Faces } from '../../ui/faces.ts';
import { noteOn } from './rows.ts';

export interface TableParts {
  readonly groups: Scorecard['groups'];
  readonly faces: Faces;
  readonly notes: readonly StatusNote[];
  /** Names of the period and of its base; `null` without one. */
  readonly now: string;
  readonly then: string | null;
  readonly groupName: string;
}

const inHundreds = (value: number): number => Number((value * 100).toPrecision(12));

function cell(value: number | null | undefined, unit: Unit): DelimitedCell {
  if (value === null || value === undefined) return null;
  return unit.kind === 'percent' ? inHundreds(value) : value;
}

function unitName(unit: Unit, format: Format, t: Catalogue): string {
  if (unit.kind === 'percent') return '%';
  if (unit.kind === 'money') return format.style.currency;
  return unit.kind === 'duration' ? t.charts.export.seconds : format.words(unit);
}

/** One line of heads, then one row for each KPI, its group in the first column. */
export function cellsOf(parts: TableParts, format: Format, t: Catalogue): DelimitedCell[][] {
  const { groups, faces, notes, now, then } = parts;
  const { head } = t.scorecard;
  const heads = [
    parts.groupName,
    head.kpi,
    head.channel,
    t.scorecard.take.unit,
    now,
    ...(then === null ? [] : [then, `${head.change} (%)`]),
    head.goal,
    head.status,
    head.score,
    head.weight,
    head.coverage,
    head.note,
  ];
  const rows = groups.flatMap((group) =>
    group.rows.map((row): DelimitedCell[] => {
      const unit = faces.unit(row.kpi);
      const { goal, goalTo, status, score } = row.judgement;
      const coverage = row.now.coverage;
      return [
        format.local(group.name),
        faces.name(row.kpi),
        faces.channel(row.channel) ?? t.scorecard.allChannels,
        unitName(unit, format, t),
        row.now.state === 'notApplicable' ? t.status.words.notApplicable : cell(row.now.value, unit),
        ...(then === null
          ? []
          : [
              cell(row.base.value, unit),
              row.change.ratio === undefined ? null : inHundreds(row.change.ratio),
            ]),
        // A range is words: two numbers fit in no one cell.
        goalTo === undefined ? cell(goal, unit) : format.goal(row.judgement, unit),
        t.status.words[status],
        score ?? null,
        row.weight,
        coverage === undefined ? null : format.coverage(coverage),
        noteOn(row, notes, faces)?.text ?? null,
      ];
    }),
  );
  return [heads, ...rows];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The same cells as a table for mails and documents, numbers in the client's format. */
export function htmlOf(cells: readonly (readonly DelimitedCell[])[], format: Format): string {
  const shown = (value: DelimitedCell): string =>
    value === null
      ? ''
      : typeof value === 'number'
        ? format.number(value, Number.isInteger(value) ? 0 : Math.abs(value) < 100 ? 2 : 1)
        : escaped(inertText(value));
  const line = (row: readonly DelimitedCell[], tag: 'th' | 'td'): string =>
    `<tr>${row.map((one) => `<${tag}${typeof one === 'number' ? ' align="right"' : ''}>${shown(one)}</${tag}>`).join('')}</tr>`;
  const [head = [], ...rows] = cells;
  return `<table><thead>${line(head, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`;
}
