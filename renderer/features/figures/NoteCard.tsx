/** The note of the cell under the pointer. The whole text is also in the line over the grid and in the cell's origin. */
import { useCall } from '../../api/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { useFormat } from '../../i18n/format.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { cx, Icon } from '../../ui/index.ts';
import type { Box } from './geometry.ts';
import css from './grid.module.css';
import type { CellAt } from './lines.ts';
import { columnHead } from './span.ts';

export function NoteCard({ at, box }: { readonly at: CellAt; readonly box: Box }) {
  const t = useT();
  const language = useLanguage();
  const { calendar } = useFormat();
  const { data } = useCall('figures.origin', at);
  if (!data || data.note === null) return null;
  const [name, date] = columnHead(toPeriod(at), calendar, language);
  return (
    <div
      className={cx(css['bubble'], css['noteCard'])}
      role="note"
      style={{ left: box.left, top: box.top + box.height + 4 }}
    >
      <p className={css['noteHead']}>
        <Icon name="note" />
        {t.figures.note.title}
        <span>{at.cadence === 'week' || at.cadence === 'day' ? date : `${name} ${date}`}</span>
      </p>
      {data.note}
    </div>
  );
}
