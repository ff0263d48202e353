/** The table as it stands, taken along: copied as cells, or saved as a CSV file. */
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import { errorCodes } from '../../../shared/contract/codes.ts';
import { csvOf, tsvOf } from '../../../shared/domain/delimited.ts';
import type { DelimitedCell } from '../../../shared/domain/delimited.ts';
import { fileName, saveBytes } from '../../charts/export/save.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { IconButton, useToast } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import { htmlOf } from './table.ts';

export interface TakeMenuProps {
  /** Asked for when something is taken. */
  readonly cells: () => readonly (readonly DelimitedCell[])[];
  /** Parts of the file's name. */
  readonly name: readonly string[];
}

/** Both kinds of clipboard text, as an answer to a copy that the page starts itself: no permission is asked for. */
function copyTable(text: string, html: string): boolean {
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', answer, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', answer, { capture: true });
  }
}

export function TakeMenu({ cells, name }: TakeMenuProps) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const words = t.scorecard.take;
  const failed = (code: unknown): void => {
    const known = errorCodes.find((one): one is ErrorCode => one === code) ?? 'internal';
    toast({ text: `${t.errors.codes[known].what} ${t.errors.codes[known].todo}` });
  };
  const copy = (): void => {
    const table = cells();
    const done = copyTable(tsvOf(table, format.style.numberFormat), htmlOf(table, format));
    toast({ text: done ? words.copied : t.charts.export.notCopied });
  };
  const save = async (): Promise<void> => {
    const as = fileName(name, 'csv');
    const bytes = new TextEncoder().encode(csvOf(cells(), format.style.numberFormat));
    const result = await saveBytes(bytes, as);
    if (result.outcome === 'saved') toast({ text: t.charts.export.saved(result.name ?? as) });
    else if (result.outcome === 'failed') failed(result.code);
  };
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="export" label={words.label} />}
      groups={[
        [
          { id: 'copy', label: words.copy, icon: 'copy', onSelect: copy },
          {
            id: 'csv',
            label: words.csv,
            icon: 'export',
            onSelect: () => {
              save().catch((error: unknown) => failed(error instanceof Error ? error.message : undefined));
            },
          },
        ],
      ]}
    />
  );
}
