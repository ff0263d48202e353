/** The head of a group of rows: fate, how many, what it means; it opens and closes. */
import { useT } from '../../i18n/index.tsx';
import { GroupHead } from '../preview/index.ts';
import type { LinePlace } from '../preview/index.ts';
import type { Line } from './rowLayout.ts';

export function GroupRow({
  place,
  line,
  columns,
  onFold,
}: {
  readonly place: LinePlace;
  readonly line: Extract<Line, { readonly kind: 'group' }>;
  readonly columns: number;
  readonly onFold: (line: Line, open: boolean) => void;
}) {
  const t = useT();
  const name = t.imports.fates[line.fate];
  return (
    <GroupHead
      place={place}
      name={name}
      count={line.count}
      about={t.imports.fateText[line.fate]}
      open={line.open}
      label={line.open ? t.imports.rows.close(name) : t.imports.rows.open(name)}
      columns={columns}
      onFold={(open) => onFold(line, open)}
    />
  );
}
