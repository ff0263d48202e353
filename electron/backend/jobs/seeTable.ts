/**
 * Tables for the mapping screen in the parser process. A person changes a mapping many times in a row, so the rows of
 * the last file looked at are kept until another kind of job comes; of a long file that is its head.
 */
import { stat } from 'node:fs/promises';
import type { ReadFile } from '../exchange/model.ts';
import type { OpenedFile } from '../exchange/readers/openFile.ts';
import type { InspectContext } from '../exchange/recognition/inspect.ts';
import { tableView } from '../exchange/recognition/sheets/tableView.ts';
import type { TableSight } from '../exchange/recognition/sheets/tableView.ts';
import type { FileToRead, TableToSee } from './protocol.ts';

interface TableReader {
  readonly see: (file: FileToRead, what: TableToSee, context: InspectContext) => Promise<TableSight | null>;
  readonly forget: () => void;
}

export function createTableReader(open: (file: FileToRead) => Promise<OpenedFile>): TableReader {
  let kept: { readonly key: string; readonly read: ReadFile } | undefined;
  return {
    async see(file, { file: name, table, mapping }, context) {
      const key = await keyOf(file);
      if (kept?.key !== key) {
        kept = undefined;
        const { read, stream } = await open(file);
        const sheets =
          stream === undefined
            ? read.sheets
            : read.sheets.map((sheet) => ({ ...sheet, more: sheet.more ?? 1 }));
        kept = { key, read: { ...read, sheets } };
      }
      return tableView(kept.read, name, table, mapping, context);
    },
    forget() {
      kept = undefined;
    },
  };
}

/** A file by its place, length and last change. */
async function keyOf({ path, name }: FileToRead): Promise<string> {
  const found = await stat(path).then(
    ({ size, mtimeMs }) => `${size}|${mtimeMs}`,
    () => 'gone',
  );
  return `${path}|${name}|${found}`;
}
