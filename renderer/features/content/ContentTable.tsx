/** Items as a table: one metric at the age, beside the median of the channel, and what else was read of them last. */
import type { Output } from '../../../shared/contract/api.ts';
import type { ContentItemDto } from '../../../shared/contract/api/content.ts';
import type { Tag } from '../../../shared/contract/api/tags.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon, useToast } from '../../ui/index.ts';
import { TagPicker } from '../tags/index.ts';
import css from './content.module.css';
import { AtAgeCell, StandingCell } from './cells.tsx';
import { copyText } from './copyText.ts';
import type { ContentView, Sort } from './view.ts';

type Change = (change: Partial<ContentView>) => void;

export function ContentTable({
  data,
  metric,
  view,
  tags,
  onChange,
}: {
  readonly data: Output<'content.list'>;
  readonly metric: KpiFace;
  readonly view: ContentView;
  /** All the client's. */
  readonly tags: readonly Tag[];
  readonly onChange: Change;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.content.columns;
  const channels = new Map(data.channels.map(({ id, name }) => [id, name]));
  const faces = new Map(data.metrics.map((face) => [face.id, face]));
  const head = (sort: Sort, label: string) => (
    <SortHead sort={sort} label={label} view={view} onChange={onChange} />
  );
  return (
    <table className={css['table']} aria-label={t.content.list}>
      <thead>
        <tr>
          <th scope="col" className={css['item']}>
            {words.item}
          </th>
          {head('published', words.published)}
          {head('value', words.metric(format.local(metric.name), view.age))}
          {head('ratio', words.median)}
          <th scope="col" className={css['others']}>
            {words.others}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((item) => (
          <tr key={item.id} className={css['row']}>
            <th scope="row" className={css['item']}>
              <Title item={item} />
              <div className={cx(css['below'], css['kind'])}>
                {[channels.get(item.channel), item.type].filter((word) => word != null).join(' · ')}
                <TagPicker
                  all={tags}
                  borne={item.tags}
                  of={{ items: [item.id] }}
                  name={item.title === '' ? t.content.untitled : item.title}
                />
              </div>
            </th>
            <td className={item.published === null ? css['grey'] : undefined}>
              {item.published === null ? t.content.noDate : format.date(item.published, 'medium')}
            </td>
            <td className={css['number']}>
              <AtAgeCell at={item.at} unit={metric.unit} />
            </td>
            <td>
              <StandingCell standing={item.standing} />
            </td>
            <td className={css['others']}>
              <Others others={item.others} faces={faces} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SortHead({
  sort,
  label,
  view,
  onChange,
}: {
  readonly sort: Sort;
  readonly label: string;
  readonly view: ContentView;
  readonly onChange: Change;
}) {
  const t = useT();
  const here = view.sort === sort;
  const down = view.order === 'down';
  return (
    <th
      scope="col"
      className={sort === 'value' ? css['number'] : undefined}
      aria-sort={here ? (down ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={cx(css['sort'], here && css['sorted'])}
        aria-label={t.content.sortBy(label)}
        onClick={() => onChange({ sort, order: here && down ? 'up' : 'down' })}
      >
        {label}
        {here && <Icon name={down ? 'chevronDown' : 'chevronUp'} />}
      </button>
    </th>
  );
}

/** The title copies the link: the app opens nothing outside of itself. */
function Title({ item: { title, link } }: { readonly item: ContentItemDto }) {
  const t = useT();
  const toast = useToast();
  const shown = title === '' ? t.content.untitled : title;
  if (link === null) return <div className={cx(css['title'], title === '' && css['grey'])}>{shown}</div>;
  return (
    <button
      type="button"
      className={cx(css['title'], css['link'])}
      aria-label={t.content.copy(shown)}
      title={link}
      onClick={() => {
        copyText(link);
        toast({ text: t.content.copied });
      }}
    >
      {shown}
    </button>
  );
}

function Others({
  others,
  faces,
}: {
  readonly others: ContentItemDto['others'];
  readonly faces: ReadonlyMap<number, KpiFace>;
}) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const byDay = Map.groupBy(others, ({ asOf }) => asOf);
  return [...byDay].map(([day, read]) => (
    <div key={day}>
      {read.map(({ kpi, value }) => {
        const face = faces.get(kpi);
        return (
          face && (
            <span key={kpi} className={css['other']}>
              {format.local(face.name)} <b>{format.value(value, face.unit)}</b>
            </span>
          )
        );
      })}
      <span className={css['other']}>
        {t.status.asOf(format.date(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'medium'))}
      </span>
    </div>
  ));
}
