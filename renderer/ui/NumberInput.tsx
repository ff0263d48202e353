/**
 * A number typed in the client's format and the KPI's unit: `12,5` with `%` behind it is 0.125, `3 h 20 min` is
 * seconds. Nothing typed is `null`; what is no number is said and gives `undefined` to the form.
 */
import { useEffect, useState } from 'react';
import type { Unit } from '../../shared/domain/kpi.ts';
import { currencySymbol } from '../../shared/domain/format.ts';
import { useFormat } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import { TextInput } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { parseTyped, typedText } from './typed.ts';

export interface NumberInputProps extends FieldProps {
  readonly unit: Unit;
  readonly value: number | null;
  /** `undefined`: what stands there is no number. */
  readonly onChange: (value: number | null | undefined) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** Long words ("interactions") would take the figure's place in a narrow box. */
function shortOnly(words: string): string {
  return words.length <= 6 ? words : '';
}

export function NumberInput({ unit, value, onChange, error, ...rest }: NumberInputProps) {
  const t = useT();
  const { style, words } = useFormat();
  const [text, setText] = useState(() => typedText(value, unit, style));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (value !== undefined && parseTyped(text, unit, style) !== value)
      setText(typedText(value, unit, style));
    // Only a value set from outside rewrites the box; typing never does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [value, unit.kind, style]);
  const suffix =
    unit.kind === 'percent'
      ? '%'
      : unit.kind === 'money'
        ? currencySymbol(style.currency)
        : shortOnly(words(unit));
  return (
    <TextInput
      {...rest}
      value={text}
      inputMode="decimal"
      suffix={suffix}
      error={
        error ??
        (wrong ? (unit.kind === 'duration' ? t.common.notADuration : t.common.notANumber) : undefined)
      }
      onChange={(next) => {
        setText(next);
        const parsed = parseTyped(next, unit, style);
        if (parsed !== undefined) setWrong(false);
        onChange(parsed);
      }}
      onBlur={() => setWrong(parseTyped(text, unit, style) === undefined)}
    />
  );
}
