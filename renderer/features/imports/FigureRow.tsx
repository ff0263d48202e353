/** One figure: old and new side by side with their difference, where it stands in the file, and why it fares so. */
import type { ImportRow, ImportSession } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { Button, ClientBadge, cx, Gap } from '../../ui/index.ts';
import { Cell, Line } from '../preview/index.ts';
import type { LinePlace } from '../preview/index.ts';
import { useBook } from './book.tsx';
import { caseCells } from './caseCells.ts';
import type { Fate } from './rowLayout.ts';
import css from './RowsTable.module.css';
import { reasonText, whereText } from './words.ts';

const marks: Readonly<Record<Fate, string>> = {
  added: '+',
  changed: 'Δ',
  kept: '=',
  refused: '×',
  unchanged: '=',
};

/** Yours until you took the file's. */
export function isTaken(row: ImportRow): boolean {
  return row.fate === 'changed' && (row.reason === 'your-edit' || row.reason === 'newer-export');
}

interface FigureRowProps {
  readonly place: LinePlace;
  /** `undefined`: on its way. */
  readonly row: ImportRow | undefined;
  readonly session: ImportSession;
  /** Rows of several files are shown together. */
  readonly several: boolean;
  readonly onTurn: (row: ImportRow) => void;
}

export function FigureRow({ place, row, session, several, onTurn }: FigureRowProps) {
  const t = useT();
  const book = useBook();
  if (!row) return <Line place={place} />;
  const file = session.files.find((one) => one.id === row.file);
  const client = file?.owner.client ?? null;
  const owner = session.parts.length > 1 ? book.client(client) : undefined;
  const cells = row.case && caseCells(t, row.case);
  const name = cells?.name ?? (row.kpi && book.kpiName(client, row.kpi));
  const value = (number: number | null): string | null =>
    number === null ? null : book.value(client, row.kpi, number);
  const before = cells ? '' : value(row.before);
  const after = cells ? cells.state : row.text === null ? value(row.after) : null;
  const differs = row.before !== null && row.after !== null && row.before !== row.after;
  const period = periodOf(t, book.format(client), row);
  const taken = isTaken(row);
  const blocked = file?.otherClient != null;
  const reason = blocked
    ? t.imports.file.blocked
    : taken
      ? t.imports.reasons.taken
      : reasonText(t, row.reason, row.text);
  const where = placeOf(t, row, file);
  const what = [name, row.channel, period].filter(Boolean).join(', ');
  return (
    <Line place={place} className={cx(css[row.fate], blocked && css['out'])}>
      <Cell look="mark">
        <span className={css['badge']} aria-label={t.imports.fates[row.fate]} role="img">
          {marks[row.fate]}
        </span>
      </Cell>
      <Cell look="strong">
        {owner ? (
          <span className={css['whose']}>
            <ClientBadge client={owner} />
            <span>
              <span className="visually-hidden">{owner.name}, </span>
              {name}
            </span>
          </span>
        ) : (
          name
        )}
      </Cell>
      <Cell look="quiet">{row.channel}</Cell>
      <Cell>
        {period}
        {row.detail && row.fate !== 'refused' && !row.case && (
          <span className={css['about']} title={row.detail}>
            {row.detail}
          </span>
        )}
      </Cell>
      <Cell look="figure" className={row.fate === 'changed' ? css['struck'] : undefined}>
        {before ?? (row.fate === 'added' ? <Gap width={36} /> : '')}
      </Cell>
      <Cell look="figure" className={row.fate === 'kept' ? css['struck'] : css['new']}>
        {after ?? row.text ?? ''}
      </Cell>
      <Cell look="figure" className={css['quiet']}>
        {differs && row.before !== null && row.after !== null
          ? book.value(client, row.kpi, row.after - row.before, true)
          : ''}
      </Cell>
      <Cell look="quiet">
        {where.line}
        {where.table && <span className={css['file']}>{where.table}</span>}
        {several && row.fate === 'refused' && <span className={css['file']}>{file?.name}</span>}
      </Cell>
      <Cell look="quiet">
        {row.case?.changes.map((change) => (
          <span key={change.field} className={css['change']}>
            {caseChange(t, book.format(client), change)}
          </span>
        ))}
        {reason}{' '}
        {row.fate === 'kept' && !blocked && (
          <Button
            kind="link"
            className={css['turn']}
            tabIndex={-1}
            aria-label={t.imports.rows.takeOf(what)}
            onClick={() => onTurn(row)}
          >
            {t.imports.rows.take}
          </Button>
        )}
        {taken && (
          <Button
            kind="link"
            className={css['turn']}
            tabIndex={-1}
            aria-label={t.imports.rows.keepOf(what)}
            onClick={() => onTurn(row)}
          >
            {t.imports.rows.keep}
          </Button>
        )}
      </Cell>
    </Line>
  );
}

function periodOf(t: Catalogue, format: Format, row: ImportRow): string {
  const { cadence, start } = row;
  if (row.case && start) return t.imports.caseOpened(format.date(start, 'medium'));
  if (cadence && start) return format.period({ cadence, start }, 'medium');
  return start ? `${t.imports.post}, ${format.date(start, 'medium')}` : '';
}

type CaseChange = NonNullable<ImportRow['case']>['changes'][number];

/** `Resolved: not yet, now 5 Oct 2026 14:00`. */
function caseChange(t: Catalogue, format: Format, { field, before, after }: CaseChange): string {
  const words: Readonly<Record<string, string>> = {
    ...t.journal.kinds,
    ...t.journal.sentiments,
    yes: t.imports.yes,
    no: t.imports.no,
  };
  const said = (value: string | null): string => {
    if (value === null) return t.imports.caseNone;
    const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(value);
    return moment ? `${format.date(moment[1] ?? '', 'medium')} ${moment[2] ?? ''}` : (words[value] ?? value);
  };
  return t.imports.caseChange(t.journal.fields[field], said(before), said(after));
}

/** Where in its file: `Sales, 48` is table and row; the table is named where there are several with figures. */
function placeOf(
  t: Catalogue,
  row: ImportRow,
  file: ImportSession['files'][number] | undefined,
): { readonly line: string; readonly table: string } {
  const found = /^(.*), (\d+)$/.exec(row.where);
  if (!found) {
    // The column's name stands in the row already.
    const bare = row.where.replace(`, column “${row.kpi}”`, '');
    return { line: whereText(t, bare, file?.name ?? ''), table: '' };
  }
  const [, table = '', line = ''] = found;
  const tables = file?.tables.filter((one) => one.rows > 0) ?? [];
  return { line: t.imports.where.row(line), table: tables.length < 2 ? '' : table };
}
