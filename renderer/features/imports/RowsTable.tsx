/** Every figure and what becomes of it: virtualised, loaded page by page, in groups by fate. */
import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ImportRow, ImportSession } from '../../../shared/contract/api/imports.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap, Segmented, Select } from '../../ui/index.ts';
import css from './RowsTable.module.css';
import { fateOrder, layoutOf } from './rowLayout.ts';
import type { Fate } from './rowLayout.ts';
import { useKpiFaces } from './useKpiFaces.ts';
import { useRows } from './useRows.ts';
import { reasonText, whereText } from './words.ts';

const ROW_HEIGHT = 26;
type Filter = 'differences' | Fate;
const filters: Readonly<Record<Filter, readonly Fate[]>> = {
  differences: ['changed', 'kept', 'added', 'refused'],
  added: ['added'],
  changed: ['changed'],
  kept: ['kept'],
  refused: ['refused'],
  unchanged: ['unchanged'],
};

export function RowsTable({ session }: { readonly session: ImportSession }) {
  const t = useT();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('differences');
  const [fileId, setFileId] = useState<number | null>(null);
  const file = session.files.find((one) => one.id === fileId) ?? null;
  const counts = file?.counts ?? session.counts;
  const layout = useMemo(() => layoutOf(counts, filters[filter]), [counts, filter]);
  const rowAt = useRows(session, filters[filter], file?.id ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: layout.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const count = (name: Filter): number => filters[name].reduce((n, fate) => n + counts[fate], 0);

  return (
    <section className={css['panel']} aria-label={t.imports.fates[filter]}>
      <div className={css['tools']}>
        <Segmented
          label={t.imports.show}
          value={filter}
          onChange={setFilter}
          items={(['differences', ...fateOrder] as const)
            .filter((name) => name === 'differences' || count(name) > 0 || name === filter)
            .map((name) => ({
              value: name,
              label: t.imports.fates[name],
              count: format.number(count(name), 0),
            }))}
        />
        {session.files.length > 1 && (
          <Select
            label={t.imports.filterFile}
            icon="filter"
            value={file ? String(file.id) : 'all'}
            onChange={(value) => setFileId(value === 'all' ? null : Number(value))}
            items={[
              { value: 'all', label: t.imports.allFiles },
              ...session.files.map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
        )}
      </div>
      {/* A scrolling region must be reachable by keyboard. */}
      <div
        className={css['scroll']}
        ref={scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="table"
        aria-rowcount={layout.length + 1}
        aria-label={t.imports.fates[filter]}
      >
        <div className={cx(css['row'], css['head'])} role="row" aria-rowindex={1}>
          <span role="columnheader" className={css['mark']}>
            <span className="visually-hidden">{t.imports.columns.fate}</span>
          </span>
          <span role="columnheader">{t.imports.columns.kpi}</span>
          <span role="columnheader">{t.imports.columns.channel}</span>
          <span role="columnheader">{t.imports.columns.period}</span>
          <span role="columnheader" className={css['figure']}>
            {t.imports.columns.book}
          </span>
          <span role="columnheader" className={css['figure']}>
            {t.imports.columns.file}
          </span>
          <span role="columnheader" className={css['figure']}>
            {t.imports.columns.diff}
          </span>
          <span role="columnheader">{t.imports.columns.where}</span>
          <span role="columnheader">{t.imports.columns.why}</span>
        </div>
        {layout.length === 0 ? (
          <p className={css['nothing']}>{t.imports.noRows}</p>
        ) : (
          <div role="rowgroup" className={css['body']} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const entry = layout.at(item.index);
              const style = { transform: `translateY(${item.start}px)` };
              if (entry?.kind === 'group') {
                return (
                  <div
                    key={item.key}
                    role="row"
                    aria-rowindex={item.index + 2}
                    className={cx(css['row'], css['group'])}
                    style={style}
                  >
                    <span role="cell">
                      <b>{t.imports.fates[entry.fate]}</b> {format.number(entry.count, 0)}{' '}
                      <span className={css['quiet']}>{t.imports.fateText[entry.fate]}</span>
                    </span>
                  </div>
                );
              }
              const line = entry ? rowAt(entry.offset) : undefined;
              return (
                <FigureLine
                  key={item.key}
                  row={line}
                  alone={line !== undefined && isAlone(session, line.file)}
                  index={item.index}
                  style={style}
                />
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}

const marks: Readonly<Record<Fate, string>> = {
  added: '+',
  changed: 'Δ',
  kept: '=',
  refused: '×',
  unchanged: '=',
};

function FigureLine({
  row,
  alone,
  index,
  style,
}: {
  readonly row: ImportRow | undefined;
  /** The file has one table only: a row number says enough. */
  readonly alone: boolean;
  readonly index: number;
  readonly style: { readonly transform: string };
}) {
  const t = useT();
  const format = useFormat();
  const face = useKpiFaces(row?.kpi);
  if (!row) return <div role="row" aria-rowindex={index + 2} className={css['row']} style={style} />;
  const value = (number: number | null): string | null =>
    number === null ? null : face ? format.value(number, face.unit) : format.number(number, 2);
  const before = value(row.before);
  const after = row.text === null ? value(row.after) : null;
  const diff =
    row.before !== null && row.after !== null && row.before !== row.after && face
      ? format.value(row.after - row.before, face.unit, { sign: true })
      : '';
  const period =
    row.cadence && row.start
      ? format.period({ cadence: row.cadence, start: row.start }, 'medium')
      : row.start
        ? `${t.imports.post}, ${format.date(row.start, 'medium')}`
        : '';
  const [table = '', place = ''] = splitWhere(row.where);
  return (
    <div role="row" aria-rowindex={index + 2} className={cx(css['row'], css[row.fate])} style={style}>
      <span role="cell" className={css['mark']}>
        <span className={css['badge']} aria-label={t.imports.fates[row.fate]} role="img">
          {marks[row.fate]}
        </span>
      </span>
      <span role="cell" className={css['strong']}>
        {face ? format.local(face.name) : row.kpi}
      </span>
      <span role="cell" className={css['quiet']}>
        {row.channel}
      </span>
      <span role="cell" title={row.detail ?? undefined}>
        {period} {row.detail && <span className={css['quiet']}>{row.detail}</span>}
      </span>
      <span role="cell" className={cx(css['figure'], row.fate === 'changed' && css['struck'])}>
        {before ?? (row.fate === 'added' ? <Gap width={36} /> : '')}
      </span>
      <span role="cell" className={cx(css['figure'], row.fate === 'kept' ? css['struck'] : css['new'])}>
        {after ?? row.text ?? ''}
      </span>
      <span role="cell" className={cx(css['figure'], css['quiet'])}>
        {row.fate === 'kept' ? '' : diff}
      </span>
      <span role="cell" className={css['quiet']} title={row.where}>
        {place ? t.imports.rowWhere(alone ? '' : table, place) : whereText(t, row.where, '')}
      </span>
      <span role="cell" className={css['quiet']} title={reasonText(t, row.reason, row.text)}>
        {reasonText(t, row.reason, row.text)}
      </span>
    </div>
  );
}

function isAlone(session: ImportSession, file: number): boolean {
  return (session.files.find((one) => one.id === file)?.tables.length ?? 0) < 2;
}

/** `Sales, 48` into its table and row; anything else stays whole. */
function splitWhere(where: string): readonly (string | undefined)[] {
  const found = /^(.*), (\d+)$/.exec(where);
  return found ? found.slice(1) : [];
}
