/** What importers say in codes, in the person's words. */
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import { importProblemCodes } from '../../../shared/contract/imports/codes.ts';
import type { ImportProblemCode } from '../../../shared/contract/imports/codes.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { Catalogue } from '../../i18n/en/index.ts';

export function reportName(t: Catalogue, report: string | null): string {
  const names: Readonly<Record<string, string>> = t.imports.reports;
  return report === null ? '' : (names[report] ?? '');
}

/** The language of a report in the reader's: recognition knows more of them than the window speaks. */
export function languageName(reader: Language, language: string | null): string {
  return language === null ? '' : (new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? '');
}

function isProblemCode(code: string): code is ImportProblemCode {
  return (importProblemCodes as readonly string[]).includes(code);
}

export function problemText(
  t: Catalogue,
  problem: {
    readonly code: string;
    readonly message: string;
    readonly detail?: Readonly<Record<string, string | number>>;
  },
): string {
  return isProblemCode(problem.code)
    ? t.imports.problems[problem.code](problem.detail ?? {})
    : problem.message;
}

/** Reasons of refused rows are problem codes too; others are listed reasons. */
export function reasonText(t: Catalogue, reason: string | null, text: string | null): string {
  if (reason === null) return '';
  const known: Readonly<Record<string, string>> = t.imports.reasons;
  if (known[reason]) return known[reason];
  return isProblemCode(reason) ? t.imports.problems[reason]({ text: text ?? '' }) : '';
}

/** Where a problem is, without the file's own name: `fila 2, columna «Tasa»`. Readers say it in English. */
export function whereText(t: Catalogue, where: string, file: string): string {
  const rest = where.startsWith(file) ? where.slice(file.length).replace(/^, /, '') : where;
  return rest
    .replaceAll(/sheet “([^”]*)”/g, (_, name: string) => t.imports.where.sheet(name))
    .replaceAll(/column “([^”]*)”/g, (_, name: string) => t.imports.where.column(name))
    .replaceAll(/row (\d+)/g, (_, row: string) => t.imports.where.row(row));
}

/** How it is known whose a file is. */
export function ownerWords(t: Catalogue, owner: ImportFile['owner']): string {
  return owner.why === 'account' ? t.imports.owner.account(owner.account ?? '') : t.imports.owner[owner.why];
}

/** Housekeeping that changes nothing for the person. */
const unremarkable: ReadonlySet<string> = new Set([
  'separator-line',
  'system-file-skipped',
  'empty-sheet-skipped',
  'sheet-without-cells',
]);

/** What is worth knowing of how a file was read, each thing once. */
export function noteTexts(t: Catalogue, file: ImportFile): readonly string[] {
  const words: Readonly<Record<string, string>> = t.imports.notes;
  const networks: Readonly<Record<string, string>> = t.common.networks;
  return [
    ...new Set(
      file.notes
        .filter(({ code }) => !unremarkable.has(code) && words[code] !== undefined)
        .filter(({ code }) => code !== 'personal-left-out' || personalColumns(file).length === 0)
        .map(({ code, detail }) => {
          const network = detail === undefined ? undefined : networks[detail];
          return network === undefined ? (words[code] ?? '') : `${words[code]}: ${network}`;
        }),
    ),
  ];
}

/** Headers of columns with people's data, which stay out. */
export function personalColumns(file: ImportFile): readonly string[] {
  return [
    ...new Set(
      file.tables.flatMap((table) =>
        table.columns.filter((column) => column.role === 'personal').map((column) => column.header),
      ),
    ),
  ];
}

/** What a batch is called: imports by their files, others by what they are. */
export function batchLabel(t: Catalogue, batch: Pick<Batch, 'id' | 'kind' | 'label'>): string {
  if (batch.label) return batch.label;
  return batch.kind === 'import' ? t.imports.batch.title(batch.id) : t.imports.log[batch.kind];
}
