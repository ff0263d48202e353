/** The head of a group of differences: what kind, on which sheet, how many; it is taken whole, opens and closes. */
import { useT } from '../../i18n/index.tsx';
import { GroupHead } from '../preview/index.ts';
import type { LinePlace } from '../preview/index.ts';
import { chosenOf } from './rows.ts';
import type { Group } from './rows.ts';
import { Tick } from './Tick.tsx';

export function GroupLine({
  place,
  group,
  open,
  columns,
  onFold,
  onTake,
}: {
  readonly place: LinePlace;
  readonly group: Group;
  readonly open: boolean;
  readonly columns: number;
  readonly onFold: (open: boolean) => void;
  readonly onTake: (take: boolean) => void;
}) {
  const t = useT();
  const { kind, sheet, cells } = group;
  const name = t.returns.kinds[kind];
  const full = `${name}, ${t.returns.onSheet(sheet)}`;
  const written = kind === 'note' || kind === 'text';
  return (
    <GroupHead
      place={place}
      name={name}
      count={cells.length}
      about={[t.returns.onSheet(sheet), written ? t.returns.text.legend : t.returns.kindText[kind]].join(
        ', ',
      )}
      open={open}
      label={open ? t.returns.rows.close(full) : t.returns.rows.open(full)}
      columns={columns}
      onFold={onFold}
      mark={<Tick chosen={chosenOf(cells)} label={t.returns.rows.takeGroup(full)} onTake={onTake} />}
    />
  );
}
