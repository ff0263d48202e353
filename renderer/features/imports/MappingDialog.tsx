/** How each column of a file was read. */
import type { ImportFile } from '../../../shared/contract/api/imports.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Dialog } from '../../ui/index.ts';
import css from './MappingDialog.module.css';

interface MappingProps {
  readonly file: ImportFile;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function MappingDialog({ file, open, onClose }: MappingProps) {
  const t = useT();
  const format = useFormat();
  const kpis = useCall('catalogue.get', {}).data?.kpis;
  const roles: Readonly<Record<string, string>> = t.imports.file.roles;
  const meaning = (column: ImportFile['tables'][number]['columns'][number]): string => {
    const kpi = kpis?.find((one) => one.key === column.kpi);
    return kpi ? format.local(kpi.name) : (roles[column.role] ?? column.role);
  };
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
              {table.columns.map((column, at) => (
                <tr key={`${column.header} ${String(at)}`}>
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
