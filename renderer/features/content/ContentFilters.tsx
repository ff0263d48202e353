/** Which metric at which age, and of which items. */
import type { Output } from '../../../shared/contract/api.ts';
import type { Tag } from '../../../shared/contract/api/tags.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, SearchLine, Segmented, Select } from '../../ui/index.ts';
import { TagFilter } from '../tags/index.ts';
import css from './content.module.css';
import { ages } from './view.ts';
import type { ContentView } from './view.ts';

const any = 'any';

export function ContentFilters({
  data,
  view,
  tags,
  onChange,
}: {
  readonly data: Output<'content.list'>;
  readonly view: ContentView;
  readonly tags: readonly Tag[];
  readonly onChange: (change: Partial<ContentView>) => void;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.content;
  return (
    <search className={css['filters']} aria-label={words.filters}>
      <Combobox
        label={words.metric}
        value={String(data.metric)}
        onChange={(id) => onChange({ metric: Number(id) })}
        items={data.metrics.map(({ id, name }) => ({ value: String(id), label: format.local(name) }))}
      />
      <Segmented
        label={words.age}
        value={String(view.age)}
        onChange={(age) => onChange({ age: Number(age) })}
        items={ages.map((age) => ({ value: String(age), label: words.days(age) }))}
      />
      <Select
        label={words.channel}
        value={view.channel === null ? any : String(view.channel)}
        onChange={(id) => onChange({ channel: id === any ? null : Number(id), type: null })}
        items={[
          { value: any, label: words.anyChannel },
          ...data.channels.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {data.types.length > 0 && (
        <Select
          label={words.type}
          value={view.type ?? ''}
          onChange={(type) => onChange({ type: type === '' ? null : type })}
          items={[
            { value: '', label: words.anyType },
            ...data.types.map((type) => ({ value: type, label: type })),
          ]}
        />
      )}
      <Select
        label={words.when}
        value={view.inPeriod ? 'period' : any}
        onChange={(when) => onChange({ inPeriod: when === 'period' })}
        items={[
          { value: any, label: words.anyTime },
          { value: 'period', label: words.publishedIn(format.period(place.period, 'medium')) },
        ]}
      />
      <TagFilter
        tags={tags}
        value={view.tag === null ? 'all' : String(view.tag)}
        onChange={(tag) => onChange({ tag: tag === 'all' ? null : Number(tag) })}
      />
      <SearchLine label={words.search} value={view.text} onChange={(text) => onChange({ text })} />
      <span className={css['count']} role="status">
        {data.total === data.all ? words.count(data.all) : words.of(data.total, data.all)}
      </span>
    </search>
  );
}
