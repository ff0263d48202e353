/** How far back the chart reaches: a preset, or days a person chooses. */
import { useState } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, Icon, Popover } from '../../ui/index.ts';
import { presets } from './span.ts';
import type { DaySpan, Preset, SpanChoice } from './span.ts';
import css from './toolbar.module.css';

export interface SpanPickerProps {
  readonly value: SpanChoice;
  /** The days it comes to. */
  readonly days: DaySpan;
  readonly onPreset: (preset: Preset) => void;
  readonly onDays: (days: DaySpan) => void;
}

export function SpanPicker({ value, days, onPreset, onDays }: SpanPickerProps) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.span;
  const [open, setOpen] = useState(false);
  const text =
    value.preset === null
      ? format.span({ cadence: 'day', from: value.from, to: value.to }, 'medium')
      : words.preset[value.preset];
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      bare
      label={words.label}
      trigger={
        <Button aria-label={`${words.label}: ${text}`} icon="calendar" className={css['pick'] ?? ''}>
          {text}
          <Icon name="chevronDown" />
        </Button>
      }
    >
      <div className={css['spans']}>
        <div className={css['presets']} role="group" aria-label={words.label}>
          {presets.map((preset) => (
            <button
              key={preset}
              type="button"
              aria-pressed={value.preset === preset}
              className={css['preset']}
              onClick={() => {
                onPreset(preset);
                setOpen(false);
              }}
            >
              {words.preset[preset]}
            </button>
          ))}
        </div>
        <OwnDays
          start={days}
          onDays={(next) => {
            onDays(next);
            setOpen(false);
          }}
        />
      </div>
    </Popover>
  );
}

function OwnDays({ start, onDays }: { readonly start: DaySpan; readonly onDays: (days: DaySpan) => void }) {
  const t = useT();
  const words = t.explorer.span;
  const [from, setFrom] = useState(start.from);
  const [to, setTo] = useState(start.to);
  const wrong = from !== '' && to !== '' && to < from;
  return (
    <form
      className={css['ownDays']}
      aria-label={words.own}
      onSubmit={(event) => {
        event.preventDefault();
        if (from !== '' && to !== '' && !wrong) onDays({ from, to });
      }}
    >
      <DateInput label={words.from} value={from} onChange={setFrom} />
      <DateInput label={words.to} value={to} onChange={setTo} error={wrong ? words.order : undefined} />
      <Button submit size="small">
        {words.show}
      </Button>
    </form>
  );
}
