/** The number of a row of the sheet, and what can be said of the row: it names the columns, it is no total. */
import type { TableView } from '../../../shared/contract/imports/table.ts';
import { useT } from '../../i18n/index.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { Change } from './Aside.tsx';
import { withTotal } from './draft.ts';
import css from './sheet.module.css';

export interface RowMenuProps {
  readonly line: number;
  readonly role: TableView['sample'][number]['role'];
  /** The word the row is known by; empty where it has none. */
  readonly label: string;
  /** It looks like a total and is read as figures. */
  readonly counted: boolean;
  readonly place: string;
  readonly active: boolean;
  readonly onHeader: () => void;
  readonly onChange: Change;
}

export function RowMenu({ line, role, label, counted, place, active, onHeader, onChange }: RowMenuProps) {
  const t = useT();
  const words = t.mapping.sheet;
  const what = role === 'data' ? '' : words[role];
  return (
    <div role="rowheader" aria-colindex={1} className={css['number']}>
      <Menu
        trigger={
          <button
            type="button"
            data-place={place}
            tabIndex={active ? 0 : -1}
            aria-label={[words.rowMenu(line), what].filter(Boolean).join(', ')}
            title={what || undefined}
            className={css['numberButton']}
          >
            {line}
          </button>
        }
        groups={[
          [
            {
              id: 'header',
              label: words.headerHere,
              icon: 'columns',
              disabled: role === 'header',
              onSelect: onHeader,
            },
            ...(role === 'total' && label !== ''
              ? [
                  {
                    id: 'not-total',
                    label: words.notTotal,
                    icon: 'bars' as const,
                    onSelect: () => onChange((before) => withTotal(before, label, false)),
                  },
                ]
              : []),
            ...(counted
              ? [
                  {
                    id: 'total',
                    label: words.isTotal,
                    icon: 'formula' as const,
                    onSelect: () => onChange((before) => withTotal(before, label, true)),
                  },
                ]
              : []),
          ],
        ]}
      />
    </div>
  );
}
