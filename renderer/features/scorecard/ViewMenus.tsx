/** Two small sheets over the scorecard: what is left out, and which columns stand there. */
import type { ChannelFace } from '../../../shared/contract/values.ts';
import { scorecardColumns } from '../../../shared/contract/layouts/scorecard.ts';
import type { ScorecardColumn } from '../../../shared/contract/layouts/scorecard.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, IconButton, Popover, TextInput } from '../../ui/index.ts';
import { furtherFilters, noFilter, overAll } from './rows.ts';
import type { Filter } from './rows.ts';
import css from './menus.module.css';

export function FilterMenu({
  filter,
  channels,
  onChange,
}: {
  readonly filter: Filter;
  /** Those that have a row. */
  readonly channels: readonly ChannelFace[];
  readonly onChange: (filter: Filter) => void;
}) {
  const t = useT();
  const words = t.scorecard.filters;
  const further = furtherFilters(filter);
  const flip = (channel: string): void => {
    const next = new Set(filter.channels);
    if (!next.delete(channel)) next.add(channel);
    onChange({ ...filter, channels: next });
  };
  return (
    <Popover
      align="end"
      label={words.label}
      trigger={
        <IconButton
          icon="filter"
          label={further === 0 ? words.label : words.labelOn(further)}
          pressed={further > 0}
        />
      }
    >
      <div className={css['sheet']}>
        <TextInput
          label={words.name}
          type="search"
          value={filter.text}
          onChange={(text) => onChange({ ...filter, text })}
        />
        <fieldset className={css['list']}>
          <legend>{t.scorecard.head.channel}</legend>
          {[{ id: overAll, name: words.overAll }, ...channels].map((channel) => (
            <Check
              key={channel.id}
              label={channel.name}
              checked={filter.channels.has(channel.id)}
              onChange={() => flip(channel.id)}
            />
          ))}
        </fieldset>
        <Check
          label={words.vanity}
          checked={filter.vanityOnly}
          onChange={() => onChange({ ...filter, vanityOnly: !filter.vanityOnly })}
        />
        <div className={css['foot']}>
          <Button
            kind="link"
            size="small"
            disabled={further === 0}
            onClick={() => onChange({ ...noFilter, statuses: filter.statuses })}
          >
            {t.scorecard.noMatch.action}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

export function ColumnMenu({
  columns,
  usual,
  onChange,
}: {
  readonly columns: readonly ScorecardColumn[];
  readonly usual: readonly ScorecardColumn[];
  readonly onChange: (columns: ScorecardColumn[]) => void;
}) {
  const t = useT();
  const { head, columns: words } = t.scorecard;
  const names: Readonly<Record<ScorecardColumn, string>> = { ...head, base: words.base };
  return (
    <Popover
      align="end"
      label={words.label}
      trigger={<IconButton icon="columns" label={words.label} pressed={false} />}
    >
      <div className={css['sheet']}>
        <fieldset className={css['list']}>
          <legend>{words.label}</legend>
          {scorecardColumns.map((column) => (
            <Check
              key={column}
              label={names[column]}
              checked={columns.includes(column)}
              onChange={() =>
                onChange(
                  scorecardColumns.filter((one) =>
                    one === column ? !columns.includes(one) : columns.includes(one),
                  ),
                )
              }
            />
          ))}
        </fieldset>
        <div className={css['foot']}>
          <Button kind="link" size="small" onClick={() => onChange([...usual])}>
            {words.usual}
          </Button>
        </div>
      </div>
    </Popover>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}) {
  return (
    <label className={css['check']}>
      <input type="checkbox" checked={checked} onChange={onChange} />
      {label}
    </label>
  );
}
