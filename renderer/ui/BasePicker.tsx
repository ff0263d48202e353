/**
 * What the period is compared with: a list of bases with the days each comes to, and below it the number or the days a
 * base asks for. Whatever is chosen applies at once; a base that asks for something leaves the list open.
 */
import { useState } from 'react';
import { parseBase, withWeekdays } from '../../shared/domain/base.ts';
import type { BaseKind } from '../../shared/domain/base.ts';
import { baseLabel, nowLabel } from '../../shared/domain/baseWords.ts';
import { sidesOf } from '../../shared/domain/bases.ts';
import { isoOf } from '../../shared/domain/time.ts';
import type { Calendar, IsoDate, Period } from '../../shared/domain/time.ts';
import { beginWith, canAlign, choiceOf, choicesFor, rollingPresets, withCount } from '../i18n/base.ts';
import type { BaseChoice } from '../i18n/base.ts';
import { useFormat } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import css from './BasePicker.module.css';
import { DateInput } from './DateInput.tsx';
import { Switch, TextInput } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Popover } from './Popover.tsx';
import { Segmented } from './Segmented.tsx';
import { sentence } from './sentence.ts';

export interface BasePickerProps {
  readonly base: BaseKind;
  readonly onChange: (base: BaseKind) => void;
  readonly period: Period;
  /** Few words in the button. */
  readonly tight?: boolean;
}

const MOST = 400;
const asks: readonly BaseChoice[] = ['ago', 'rolling', 'custom'];

export function BasePicker({ base, onChange, period, tight = false }: BasePickerProps) {
  const t = useT();
  const { calendar, language } = useFormat();
  const [open, setOpen] = useState(false);
  const label = baseLabel(base, period, calendar, language, tight ? 'short' : 'choice');
  return (
    <div className={css['base']}>
      <span className={css['word']}>{t.common.base.against}</span>
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={t.common.base.choose}
        bare
        trigger={
          <button type="button" className={css['button']} aria-label={`${t.common.base.choose}: ${label}`}>
            <span className={css['value']}>{label}</span>
            <Icon name="chevronDown" />
          </button>
        }
      >
        <BaseList base={base} period={period} onChange={onChange} onDone={() => setOpen(false)} />
      </Popover>
    </div>
  );
}

interface BaseListProps extends Omit<BasePickerProps, 'tight'> {
  readonly onDone: () => void;
}

function BaseList({ base, period, onChange, onDone }: BaseListProps) {
  const t = useT();
  const { calendar, language } = useFormat();
  const words = t.common.base;
  const chosen = choiceOf(base);
  const spanOf = (one: BaseKind): string => baseLabel(one, period, calendar, language, 'span');
  const choose = (choice: BaseChoice): void => {
    onChange(beginWith(choice, base, period, calendar));
    if (!asks.includes(choice)) onDone();
  };
  const name = (choice: BaseChoice): string => {
    if (choice === 'ago' || choice === 'rolling') return words[choice][period.cadence];
    if (choice === 'custom') return words.custom;
    return sentence(baseLabel(choice, period, calendar, language, 'choice'));
  };
  const now = sentence(nowLabel(base, period, calendar, language, 'long'));
  const then = baseLabel(base, period, calendar, language, 'long');
  const lengths = chosen === 'custom' ? unequalDays(base, period, calendar) : null;
  return (
    <div className={css['sheet']}>
      <div role="group" aria-label={words.choose}>
        {choicesFor(period.cadence, calendar).map((choice) => {
          const own = choice === chosen;
          const plain = !asks.includes(choice);
          return (
            <div key={choice}>
              <button type="button" className={css['row']} aria-pressed={own} onClick={() => choose(choice)}>
                <span className={css['name']}>{name(choice)}</span>
                {(own || plain) && (
                  <span className={css['span']}>
                    {spanOf(own ? base : beginWith(choice, base, period, calendar))}
                  </span>
                )}
                <span className={css['check']}>{own && <Icon name="check" />}</span>
              </button>
              {own && (choice === 'ago' || choice === 'rolling') && (
                <Count base={base} period={period} onChange={onChange} />
              )}
              {own && choice === 'custom' && <FreeDays base={base} onChange={onChange} />}
            </div>
          );
        })}
      </div>
      {canAlign(base, period.cadence) && (
        <div className={css['align']}>
          <Switch
            label={words.sameWeekdays}
            checked={parseBase(base)?.weekdays === true}
            onChange={(on) => onChange(withWeekdays(base, on))}
          />
          <p>{words.sameWeekdaysText}</p>
        </div>
      )}
      <p className={css['sides']}>
        {then === '' ? words.noSides(now) : words.sides(now, then)}
        {lengths !== null && ` ${words.lengths(lengths.now, lengths.base)}`}
      </p>
    </div>
  );
}

/** Days on both sides where there are more on one: a sum over them says little. */
function unequalDays(
  base: BaseKind,
  period: Period,
  calendar: Calendar,
): { readonly now: number; readonly base: number } | null {
  const sides = sidesOf(period, base, calendar);
  if (sides.base === null) return null;
  const days = { now: sides.now.to - sides.now.from, base: sides.base.to - sides.base.from };
  return days.now === days.base ? null : days;
}

/** How many periods ago, or together. Typing applies with Enter or on leaving, so that 1 of 12 is never asked for. */
function Count({ base, period, onChange }: Pick<BasePickerProps, 'base' | 'period' | 'onChange'>) {
  const t = useT();
  const parsed = parseBase(base);
  const n = parsed?.kind === 'ago' || parsed?.kind === 'rolling' ? parsed.n : 1;
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const apply = (next: number): void => {
    setText(null);
    setWrong(false);
    if (next !== n) onChange(withCount(base, next, period.cadence));
  };
  const settle = (): void => {
    if (text === null) return;
    const typed = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : 0;
    if (typed < 1 || typed > MOST) setWrong(true);
    else apply(typed);
  };
  const presets = rollingPresets[period.cadence];
  return (
    <div className={css['asked']}>
      {parsed?.kind === 'rolling' && (
        <Segmented
          label={t.common.base.rolling[period.cadence]}
          value={String(n)}
          onChange={(value) => apply(Number(value))}
          items={presets.map((value) => ({ value: String(value), label: String(value) }))}
        />
      )}
      <TextInput
        className={css['count'] ?? ''}
        label={t.common.base.howMany}
        inputMode="decimal"
        maxLength={3}
        value={text ?? String(n)}
        error={wrong ? t.common.base.countWrong : undefined}
        onChange={setText}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          apply(Math.min(MOST, Math.max(1, n + (event.key === 'ArrowUp' ? 1 : -1))));
        }}
      />
    </div>
  );
}

/** First and last day, both included; asked for once they make sense together. */
function FreeDays({ base, onChange }: Pick<BasePickerProps, 'base' | 'onChange'>) {
  const t = useT();
  const parsed = parseBase(base);
  const [draft, setDraft] = useState<{ readonly from: IsoDate; readonly to: IsoDate } | null>(null);
  if (parsed?.kind !== 'custom') return null;
  const { from, to } = draft ?? { from: isoOf(parsed.from), to: isoOf(parsed.to) };
  const set = (next: { readonly from: IsoDate; readonly to: IsoDate }): void => {
    const whole = next.from !== '' && next.to !== '' && next.from <= next.to;
    setDraft(whole ? null : next);
    if (whole) onChange(`custom:${next.from}..${next.to}`);
  };
  return (
    <div className={css['asked']}>
      <DateInput label={t.common.base.firstDay} value={from} onChange={(value) => set({ from: value, to })} />
      <DateInput
        label={t.common.base.lastDay}
        value={to}
        onChange={(value) => set({ from, to: value })}
        error={from !== '' && to !== '' && to < from ? t.common.base.daysOrder : undefined}
      />
    </div>
  );
}
