/** Reads an archive into a staging: what it says it is first, then its rows one by one, each checked. */
import { z } from 'zod';
import { ArchiveError } from '../../../store/archive/error.ts';
import { ARCHIVE_FORMAT, archiveLimits, OLDEST_SCHEMA } from '../../../store/archive/format.ts';
import type { ArchiveHead } from '../../../store/archive/format.ts';
import { createStaging } from '../../../store/archive/staging.ts';
import type { Staging } from '../../../store/archive/staging.ts';
import { migrations } from '../../../store/migrations/index.ts';
import { momentSchema } from '../../../../shared/contract/values.ts';
import { checkRows } from './checkRows.ts';
import { linesOf } from './lines.ts';

const count = z.number().int().min(0);

const headSchema = z.object({
  pulsebook: z.literal('client'),
  format: count,
  schema: count,
  app: z.string().max(40),
  at: momentSchema.max(40),
  by: z.string().max(200),
  client: z.string().max(80),
  rows: count,
}) satisfies z.ZodType<ArchiveHead>;
const tableSchema = z.strictObject({
  table: z.string().max(60),
  columns: z.array(z.string().max(60)).max(60),
});
const endSchema = z.strictObject({ end: count });

export interface ReadTask {
  readonly path: string;
  /** Where the staging is made. */
  readonly staging: string;
}

/** The staging is whole and sound when this answers. Throws `ArchiveError`. */
export async function readArchive(task: ReadTask, progress: (packed: number) => void): Promise<ArchiveHead> {
  let head: ArchiveHead | null = null;
  let staging: Staging | null = null;
  let rows = 0;
  let ended = false;
  try {
    for await (const lines of linesOf(task.path, progress))
      for (const line of lines) {
        if (head === null) {
          head = headOf(line);
          staging = createStaging(task.staging, head.schema);
          continue;
        }
        if (ended) throw new ArchiveError('archive-damaged', 'lines behind the last');
        const value = valueOf(line);
        if (Array.isArray(value)) {
          rows += 1;
          if (rows > archiveLimits.rows)
            throw new ArchiveError('archive-too-large', `more than ${rows} rows`);
          staging?.add(value);
        } else if (isEnd(value, rows)) ended = true;
        else {
          const table = tableSchema.safeParse(value);
          if (!table.success) throw new ArchiveError('archive-damaged', 'a line that is no row and no table');
          staging?.table(table.data.table, table.data.columns);
        }
      }
    if (head === null) throw new ArchiveError('archive-foreign', 'an empty file');
    if (!ended || staging === null || rows !== head.rows)
      throw new ArchiveError('archive-damaged', `${rows} of ${head.rows} rows`);
    staging.settle();
    checkRows(staging);
    return head;
  } finally {
    staging?.close();
  }
}

/** What the file says it is; whatever is no archive of ours, or a later one, ends here. */
function headOf(line: string): ArchiveHead {
  const parsed = line.length > archiveLimits.head ? null : headSchema.safeParse(jsonOf(line));
  if (parsed === null || !parsed.success)
    throw new ArchiveError('archive-foreign', 'its first line is not that of an archive');
  const { format, schema } = parsed.data;
  if (format > ARCHIVE_FORMAT || schema > migrations.length)
    throw new ArchiveError(
      'archive-newer',
      `format ${format}, schema ${schema}; this version knows ${ARCHIVE_FORMAT} and ${migrations.length}`,
    );
  if (format < 1 || schema < OLDEST_SCHEMA)
    throw new ArchiveError('archive-damaged', `no archive was ever written at schema ${schema}`);
  return parsed.data;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function valueOf(line: string): unknown {
  const value = jsonOf(line);
  if (value === undefined) throw new ArchiveError('archive-damaged', 'a line that cannot be read');
  return value;
}

function isEnd(value: unknown, rows: number): boolean {
  const end = endSchema.safeParse(value);
  if (!end.success) return false;
  if (end.data.end !== rows) throw new ArchiveError('archive-damaged', `${rows} of ${end.data.end} rows`);
  return true;
}
