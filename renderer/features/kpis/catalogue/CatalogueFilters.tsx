/** What the catalogue is narrowed by: area, stage, level, how it is recorded, vanity, and what a channel's exports bring. */
import type { Channel } from '../../../../shared/contract/api/clients.ts';
import type { CatalogueDto } from '../../../../shared/contract/api/kpis.ts';
import { levels } from '../../../../shared/domain/kpi.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Field, Popover, Select, sentence, Switch } from '../../../ui/index.ts';
import css from './catalogue.module.css';
import { filtersOn, noFilter } from './search.ts';
import type { CatalogueFilter, How } from './search.ts';

const ANY = 'any';
const hows = ['typed', 'computed', 'evidence'] as const satisfies readonly How[];

export function CatalogueFilters({
  data,
  filter,
  channels,
  onChange,
}: {
  readonly data: CatalogueDto;
  readonly filter: CatalogueFilter;
  readonly channels: readonly Channel[];
  readonly onChange: (filter: CatalogueFilter) => void;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.catalogue.filters;
  const on = filtersOn(filter);
  const networks = [...new Map(channels.map((channel) => [channel.network, channel.name]))];
  const field = (
    label: string,
    value: string | null,
    items: readonly { readonly value: string; readonly label: string }[],
    set: (value: string | null) => CatalogueFilter,
  ) => (
    <Field label={label}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={value ?? ANY}
          onChange={(next) => onChange(set(next === ANY ? null : next))}
          items={[{ value: ANY, label: words.any }, ...items]}
        />
      )}
    </Field>
  );
  return (
    <Popover
      align="end"
      label={words.label}
      trigger={
        <Button icon="filter" aria-pressed={on > 0}>
          {on === 0 ? words.label : words.labelOn(on)}
        </Button>
      }
    >
      <div className={css['filters']}>
        {field(
          t.kpis.panel.area,
          filter.kra,
          data.kras.map((kra) => ({ value: kra.key, label: format.local(kra.name) })),
          (kra) => ({ ...filter, kra }),
        )}
        {field(
          t.kpis.panel.stage,
          filter.stage,
          data.stages.map((stage) => ({ value: stage.key, label: format.local(stage.name) })),
          (stage) => ({ ...filter, stage }),
        )}
        {field(
          t.kpis.panel.level,
          filter.level,
          levels.map((level) => ({ value: level, label: sentence(t.kpis.levels[level]) })),
          (level) => ({ ...filter, level }),
        )}
        {field(
          words.how,
          filter.how,
          hows.map((how) => ({ value: how, label: words.hows[how] })),
          (how) => ({ ...filter, how: hows.find((one) => one === how) ?? null }),
        )}
        {networks.length > 0 &&
          field(
            words.network,
            filter.network,
            networks.map(([network, name]) => ({ value: network, label: name })),
            (network) => ({ ...filter, network }),
          )}
        <Switch
          label={t.kpis.catalogue.vanityOnly}
          checked={filter.vanity}
          onChange={(vanity) => onChange({ ...filter, vanity })}
        />
        <div>
          <Button kind="link" size="small" disabled={on === 0} onClick={() => onChange(noFilter)}>
            {t.kpis.catalogue.allFilters}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
