/** The manifest of a workbook that came back: found by what stands in its first cell, read line by line as a stranger's text. */
import { isBase } from '../../../../shared/domain/base.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { languages } from '../../../../shared/domain/kpi.ts';
import { cadences, parseIso } from '../../../../shared/domain/time.ts';
import { MANIFEST_VERSION } from './carried.ts';
import type { Carried } from './carried.ts';
import { asCarried } from './carriedSchema.ts';
import type { ManifestHead } from './found.ts';
import type { Grid } from './grid.ts';
import { unpack } from './packed.ts';

const LONGEST = 200;
const MOST_LINES = 20_000;

export interface Manifest {
  readonly version: number;
  readonly carried: Carried | null;
  /** `null`: it does not say whose it is, or of when. */
  readonly head: ManifestHead | null;
  /** What the sheet of figures was called. */
  readonly figures: string;
}

/** `made`: the document's own date. */
export function readManifest(grid: Grid, made: string | null): Manifest {
  const lines = new Map<string, string>();
  const cells: string[] = [];
  for (let row = 0; row < Math.min(grid.rows, MOST_LINES); row += 1) {
    const [key, value] = [grid.text(row, 0), String(grid.at(row, 1)?.value ?? '')];
    if (key === 'went-out') cells.push(value);
    else if (!lines.has(key)) lines.set(key, value.slice(0, LONGEST));
  }
  const line = (key: string): string => lines.get(key) ?? '';
  const version = Number(line('version'));
  const carried = version > MANIFEST_VERSION ? null : asCarried(unpack({ cells, sha256: line('sha256') }));
  return { version, carried, head: headOf(carried, line, made), figures: line('figures-sheet') };
}

/** What is carried has been checked against its hash: it counts for more than the lines beside it. */
function headOf(
  carried: Carried | null,
  line: (key: string) => string,
  made: string | null,
): ManifestHead | null {
  if (carried !== null) {
    const { client, language, period, base, preparedOn } = carried;
    const { label, ...when } = period;
    const at = made ?? momentOf(preparedOn);
    return { uid: client.uid, client: client.name, language, period: when, label, base, made: at };
  }
  const [word = '', start = ''] = line('period').split('|');
  const cadence = cadences.find((one) => one === word);
  const language = languages.find((one) => one === line('language'));
  if (cadence === undefined || language === undefined || parseIso(start) === undefined) return null;
  return {
    uid: line('client-uid'),
    client: line('client'),
    language,
    period: { cadence, start },
    label: line('period-label') || start,
    base: baseOf(line('base').split('|')[0] ?? ''),
    made: made ?? momentOf(line('prepared')),
  };
}

function baseOf(text: string): BaseKind {
  return text.length <= 80 && isBase(text) ? text : 'none';
}

function momentOf(day: string): string | null {
  return parseIso(day) === undefined ? null : `${day}T12:00:00.000Z`;
}
