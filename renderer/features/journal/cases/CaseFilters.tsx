/** What of the case log is shown. */
import type { Tag } from '../../../../shared/contract/api/tags.ts';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import { caseKinds } from '../../../../shared/domain/kpi.ts';
import type { CaseKind } from '../../../../shared/domain/kpi.ts';
import { usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Segmented, Select, SearchLine } from '../../../ui/index.ts';
import { TagFilter } from '../../tags/index.ts';
import css from '../journal.module.css';

export interface CaseFilter {
  readonly state: 'all' | 'open' | 'resolved';
  readonly kind: CaseKind | 'all';
  /** A channel's id, `none` or `all`. */
  readonly channel: string;
  /** Only those opened in the period of the place. */
  readonly inPeriod: boolean;
  /** A tag's id, or `all`. */
  readonly tag: string;
  readonly text: string;
}

export const noFilter: CaseFilter = {
  state: 'all',
  kind: 'all',
  channel: 'all',
  inPeriod: false,
  tag: 'all',
  text: '',
};

export function CaseFilters({
  filter,
  onChange,
  channels,
  tags,
  count,
}: {
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
  readonly channels: readonly ChannelFace[];
  readonly tags: readonly Tag[];
  readonly count: string;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.journal.list;
  const set = (change: Partial<CaseFilter>): void => onChange({ ...filter, ...change });
  return (
    <search className={css['filters']} aria-label={words.filters}>
      <Segmented
        label={words.state}
        value={filter.state}
        onChange={(state) => set({ state })}
        items={(['all', 'open', 'resolved'] as const).map((value) => ({ value, label: words[value] }))}
      />
      <Select
        label={t.journal.fields.kind}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
        items={[
          { value: 'all', label: words.anyKind },
          ...caseKinds.map((kind) => ({ value: kind, label: t.journal.kinds[kind] })),
        ]}
      />
      <Select
        label={t.journal.fields.channel}
        value={filter.channel}
        onChange={(channel) => set({ channel })}
        items={[
          { value: 'all', label: words.anyChannel },
          ...channels.map((channel) => ({ value: channel.id, label: channel.name })),
          { value: 'none', label: t.journal.fields.noChannel },
        ]}
      />
      <Select
        label={words.when}
        value={filter.inPeriod ? 'period' : 'any'}
        onChange={(when) => set({ inPeriod: when === 'period' })}
        items={[
          { value: 'any', label: words.anyTime },
          { value: 'period', label: words.openedIn(format.period(place.period, 'medium')) },
        ]}
      />
      <TagFilter tags={tags} value={filter.tag} onChange={(tag) => set({ tag })} />
      <SearchLine label={words.search} value={filter.text} onChange={(text) => set({ text })} />
      <span className={css['count']} role="status">
        {count}
      </span>
    </search>
  );
}
