/**
 * LibreOffice as a second opinion: opens a workbook headless, recalculates every formula on loading (its default
 * is to trust cached results), and saves it as another file. A profile of its own per call keeps it apart from a
 * running office and from other tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as XLSX from 'xlsx';

const candidates = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Path of LibreOffice, or `null` where it is not installed. */
export const soffice: string | null = candidates.find((path) => existsSync(path)) ?? null;

/** Recalculate on load: 0 always, 1 never, 2 ask. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook, or the deck, converted by LibreOffice, as bytes. Throws with its output when it makes no file. */
export function convert(bytes: Uint8Array, format: 'xlsx' | 'pdf', kind: 'xlsx' | 'pptx' = 'xlsx'): Buffer {
  const [made] = convertAll([bytes], format, kind);
  if (made === undefined) throw new Error('LibreOffice made no file');
  return made;
}

/** Several files in one run of LibreOffice, in their order: starting it costs more than most files do. */
export function convertAll(
  files: readonly Uint8Array[],
  format: 'xlsx' | 'pdf',
  kind: 'xlsx' | 'pptx' = 'xlsx',
): Buffer[] {
  if (soffice === null) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'pulsebook-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings);
    const sources = files.map((bytes, index) => {
      const source = join(folder, `book${index}.${kind}`);
      writeFileSync(source, bytes);
      return source;
    });
    const run = spawnSync(
      soffice,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        join(folder, 'out'),
        ...sources,
      ],
      { encoding: 'utf8', timeout: 120_000 + 30_000 * files.length },
    );
    return files.map((_, index) => {
      const made = join(folder, 'out', `book${index}.${format}`);
      if (!existsSync(made)) throw new Error(`LibreOffice made no file: ${run.stdout} ${run.stderr}`);
      return readFileSync(made);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly cached: unknown;
  readonly recalculated: unknown;
}

export interface Comparison {
  readonly formulas: number;
  readonly differences: readonly Difference[];
  /** Largest relative difference of numbers. */
  readonly largest: number;
}

/** Every formula's cached result against what LibreOffice makes of it. Empty texts and empty cells are one. */
export function compareRecalculated(bytes: Uint8Array, converted = convert(bytes, 'xlsx')): Comparison {
  const before = XLSX.read(bytes, { cellFormula: true });
  const after = XLSX.read(converted, { cellFormula: true });
  const differences: Difference[] = [];
  let formulas = 0;
  let largest = 0;
  for (const name of before.SheetNames) {
    for (const [cell, content] of Object.entries(before.Sheets[name] ?? {})) {
      if (cell.startsWith('!') || typeof content.f !== 'string') continue;
      formulas += 1;
      const cached: unknown = content.v ?? '';
      const recalculated: unknown = (after.Sheets[name]?.[cell] as XLSX.CellObject | undefined)?.v ?? '';
      if (typeof cached === 'number' && typeof recalculated === 'number') {
        const off =
          Math.abs(cached - recalculated) / Math.max(1e-9, Math.abs(cached), Math.abs(recalculated));
        if (cached !== recalculated) largest = Math.max(largest, off);
        if (off > 1e-9 && cached !== recalculated)
          differences.push({ sheet: name, cell, formula: content.f, cached, recalculated });
      } else if (cached !== recalculated) {
        differences.push({ sheet: name, cell, formula: content.f, cached, recalculated });
      }
    }
  }
  return { formulas, differences, largest };
}
