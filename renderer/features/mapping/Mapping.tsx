/** One table of one file: the sheet with what becomes of it, the place to say otherwise, and what comes of that. */
import { useEffect, useRef, useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { ColumnMapping, TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { commandKey, navigate, Page } from '../../app/index.ts';
import { importsHref, mappingHref } from '../../app/hrefs.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, ErrorPanel } from '../../ui/index.ts';
import { Aside } from './Aside.tsx';
import type { Tab } from './Aside.tsx';
import { columnOf, headedBy, openLabels, wholeOf, withColumn, withoutRest } from './draft.ts';
import css from './mapping.module.css';
import { MappingFoot, MappingTools } from './MappingBars.tsx';
import { Preview } from './Preview.tsx';
import { rowsOf } from './RowsEditor.tsx';
import { Sheet } from './Sheet.tsx';
import type { SheetHandle } from './Sheet.tsx';
import { forget, keptOf, useDraft } from './useDraft.ts';
import { useKpis } from './useKpis.ts';
import { useNarrow } from './useNarrow.ts';
import { useTable } from './useTable.ts';
import { isOpen, sameReading } from './words.ts';

export interface MappingProps {
  readonly session: ImportSession;
  readonly file: ImportFile;
  readonly table: string;
  /** Whose import it is; `null`: one of several clients. */
  readonly client: number | null;
  /** Whose file it is, where that is known. */
  readonly owner: number | null;
  readonly onSession: (session: ImportSession) => void;
}

export function Mapping({ session, file, table, client, owner, onSession }: MappingProps) {
  const t = useT();
  const at = { session: session.session, file: file.id, table };
  const draft = useDraft(at);
  const found = useTable(at, null);
  const live = useTable(at, draft.now);
  const kpis = useKpis(owner, session.drafts);
  const [tab, setTab] = useState<Tab | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallError | null>(null);
  const aside = useRef<HTMLDivElement>(null);
  const sheet = useRef<SheetHandle>(null);

  const view = (draft.now === null ? found.view : live.view) ?? found.view;
  const pending = draft.now === null ? found.pending : live.pending;
  // What is guessed of a reading is known once it was read.
  const begun = found.view && (file.mappedBy === null ? openLabels(found.view.mapping) : found.view.mapping);
  const mapping =
    draft.now === null
      ? begun
      : live.view === null || live.pending
        ? draft.now
        : wholeOf(draft.now, live.view.mapping);
  const error = (draft.now === null ? found.error : live.error) ?? failed;
  const back = importsHref(client, '', { session: session.session });

  const change = (to: (before: TableMapping) => TableMapping): void => {
    if (mapping === null) return;
    // What is open stays open, whatever the change answers.
    setTab(shownTab);
    setPicked(shownColumn);
    draft.push(to(mapping));
  };
  const pick = (index: number): void => {
    setPicked(index);
    setTab('column');
    aside.current?.focus();
  };

  const use = async (): Promise<void> => {
    if (mapping === null || busy) return;
    setBusy(true);
    setFailed(null);
    const open =
      view === null
        ? []
        : rowsOf(view, mapping)
            .labels.filter((one) => one.open)
            .map((one) => one.label);
    try {
      // What was said of the file's other tables goes with it.
      for (const other of file.tables) {
        const place = { ...at, table: other.name };
        const reading = other.name === table ? withoutRest(mapping, open) : keptOf(place).now;
        if (reading !== null) await callOnce('imports.map', { ...place, mapping: reading });
        forget(place);
      }
      navigate(back);
    } catch (thrown) {
      setFailed(asCallError(thrown));
      setBusy(false);
    }
  };
  const guess = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      onSession(await callOnce('imports.map', { ...at, mapping: null }));
      // Back from here leads to the reading left, not to the guess again.
      if (draft.now === null && mapping !== null) draft.push(mapping);
      draft.push(null);
      found.again();
    } catch (thrown) {
      setFailed(asCallError(thrown));
    }
    setBusy(false);
  };
  const narrow = useNarrow();
  useKeys(draft.undo, draft.redo, () => void use());

  const mappable = file.tables.filter((one) => one.mappable);
  const reasonsOf = (column: ColumnMapping): Reasons => {
    const before = found.view && reasonsIn(found.view, column);
    // What a recipe says, the person said for an earlier file.
    if (before && file.mappedBy === 'recipe' && before[0]?.code === 'person') return [{ code: 'recipe' }];
    return before ?? (view && reasonsIn(view, column)) ?? [{ code: 'person' }];
  };
  // Where only the person can help, the screen opens there.
  const first = mapping?.columns.find(
    (column) => (column.role === 'metric' && column.kpi === null) || isOpen(column.role, reasonsOf(column)),
  );
  const unknown = view !== null && mapping !== null && rowsOf(view, mapping).labels.some((one) => one.open);
  const shownTab = tab ?? (first !== undefined ? 'column' : unknown ? 'rows' : 'sheet');
  const shownColumn = picked ?? first?.index ?? null;
  const settle = (index: number, header: string, to: Partial<ColumnMapping>): void =>
    change((before) => withColumn(before, index, header, to));

  const panel = view !== null && mapping !== null && (
    <Aside
      ref={aside}
      tab={shownTab}
      onTab={setTab}
      column={shownColumn}
      onColumn={setPicked}
      onLeave={() => sheet.current?.toStrip(shownColumn ?? 0)}
      view={view}
      mapping={mapping}
      kpis={kpis}
      session={session}
      owner={owner}
      onSession={onSession}
      onChange={change}
      onColumnChange={settle}
    />
  );

  return (
    <Page
      title={t.mapping.title}
      detail={file.name}
      back={back}
      flush
      toolbar={
        <MappingTools
          tables={mappable.map((one) => one.name)}
          table={table}
          onTable={(next) => navigate(mappingHref(client, session.session, file.id, next), { replace: true })}
          draft={draft}
        />
      }
      {...(!narrow && { aside: panel })}
      foot={
        <MappingFoot
          narrow={narrow}
          none={view !== null && view.figures === 0 && !pending}
          busy={busy}
          guessable={draft.now !== null || file.mappedBy !== null}
          usable={mapping !== null}
          onBack={() => navigate(back)}
          onGuess={() => void guess()}
          onUse={() => void use()}
        />
      }
    >
      <div className={css['work']}>
        {error && (
          <div className={css['error']}>
            <ErrorPanel error={error} inline />
          </div>
        )}
        {view === null || mapping === null ? (
          !error && <p className={css['reading']}>{t.mapping.sheet.reading}</p>
        ) : (
          <>
            <Sheet
              ref={sheet}
              view={view}
              mapping={mapping}
              kpis={kpis}
              picked={shownTab === 'column' ? shownColumn : null}
              reasonsOf={reasonsOf}
              onPick={pick}
              onHeader={(line) => change((before) => headedBy(before, line))}
              onChange={change}
            />
            {narrow && <aside className={css['panel']}>{panel}</aside>}
            <div className={cx(pending && css['lagging'])} aria-busy={pending}>
              <Preview view={view} file={file} kpis={kpis} />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

type Reasons = TableView['columns'][number]['reasons'];

/** Why a view reads a column so; `null` where it reads it otherwise. */
function reasonsIn(view: TableView, column: ColumnMapping): Reasons | null {
  const seen = view.columns.find((one) => one.index === column.index && one.header === column.header);
  return seen && sameReading(column, columnOf(view.mapping, column.index, column.header))
    ? seen.reasons
    : null;
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? target.type === 'text' || target.type === 'search'
    : target instanceof HTMLTextAreaElement;

/** Ctrl or Cmd with Enter, Z and Shift Z. Where one types, Z is the text's own. */
function useKeys(undo: (() => void) | null, redo: (() => void) | null, use: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!commandKey(event)) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        use();
      } else if (event.key.toLowerCase() === 'z' && !writes(event.target)) {
        event.preventDefault();
        if (event.shiftKey) redo?.();
        else undo?.();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
