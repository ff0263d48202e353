/** How each column of a known report was read: there is nothing to choose in it. */
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import { Dialog } from '../../ui/index.ts';
import { useBook } from './book.tsx';
import css from './ColumnsDialog.module.css';

interface ColumnsProps {
  readonly file: ImportFile;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ColumnsDialog({ file, open, onClose }: ColumnsProps) {
  const t = useT();
  const book = useBook();
  const roles: Readonly<Record<string, string>> = t.imports.file.roles;
  const meaning = ({ kpi, role }: ImportFile['tables'][number]['columns'][number]): string =>
    kpi === null ? (roles[role] ?? role) : book.kpiName(file.owner.client, kpi);
  return (
    <Dialog open={open} onClose={onClose} title={t.imports.file.mappingOf(file.name)} wide>
      <div className={css['tables']}>
        {file.tables.map((table, i) => (
          <table key={`${table.name} ${String(i)}`} className={css['table']}>
            <caption>{table.name}</caption>
            <thead>
              <tr>
                <th scope="col">{t.imports.file.column}</th>
                <th scope="col">{t.imports.file.becomes}</th>
              </tr>
            </thead>
            <tbody>
              {table.columns.map((column) => (
                <tr key={column.index}>
                  <td>{column.header}</td>
                  <td className={column.kpi === null ? css['quiet'] : undefined}>{meaning(column)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Dialog>
  );
}
