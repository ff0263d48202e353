/** A labelled place to type. The label stands above, the hint below, the error in place of the hint. */
import { useEffect, useId, useRef, useState } from 'react';
import type { InputHTMLAttributes, ReactNode, RefObject } from 'react';
import { useT } from '../i18n/index.tsx';
import { cx } from './cx.ts';
import css from './Field.module.css';
import { Icon } from './Icon.tsx';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly className?: string;
}

/** Label, hint and error around any control; the control gets its id and what describes it. */
export function Field({
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldProps & {
  readonly children: (ids: {
    readonly id: string;
    readonly labelId: string;
    readonly describedBy: string | undefined;
  }) => ReactNode;
}) {
  const t = useT();
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={cx(css['field'], className)}>
      <label id={`${id}-label`} htmlFor={id} className={css['label']}>
        {label}
        {optional && <span className={css['optional']}>{t.common.optional}</span>}
      </label>
      {children({ id, labelId: `${id}-label`, describedBy: below === undefined ? undefined : `${id}-below` })}
      {below !== undefined && (
        <p id={`${id}-below`} className={error === undefined ? css['hint'] : css['error']}>
          {error !== undefined && <Icon name="warning" />}
          {below}
        </p>
      )}
    </div>
  );
}

export interface TextInputProps
  extends
    FieldProps,
    Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'placeholder' | 'maxLength' | 'disabled' | 'onBlur' | 'onKeyDown' | 'spellCheck'
    > {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: RefObject<HTMLInputElement | null>;
  /** Where typing begins when the screen opens. */
  readonly takesFocus?: boolean;
  /** Grey words inside, at the right. */
  readonly suffix?: string;
  readonly type?: 'text' | 'search';
  readonly inputMode?: 'text' | 'decimal';
}

export function TextInput({
  label,
  hint,
  error,
  optional,
  className,
  value,
  onChange,
  ref,
  takesFocus = false,
  suffix,
  type = 'text',
  inputMode,
  ...rest
}: TextInputProps) {
  const own = useRef<HTMLInputElement>(null);
  const box = ref ?? own;
  const [first] = useState(takesFocus);
  useEffect(() => {
    if (first) box.current?.focus();
  }, [first, box]);
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      error={error}
      {...(optional && { optional })}
      {...(className && { className })}
    >
      {({ id, describedBy }) => (
        <span
          className={cx(css['box'], error !== undefined && css['wrong'], rest.disabled && css['disabled'])}
        >
          <input
            {...rest}
            ref={box}
            id={id}
            type={type}
            inputMode={inputMode}
            className={css['input']}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-invalid={error !== undefined}
            aria-describedby={describedBy}
            autoComplete="off"
          />
          {suffix !== undefined && suffix !== '' && <span className={css['suffix']}>{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly mono?: boolean;
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  value,
  onChange,
  rows = 3,
  maxLength,
  mono,
}: TextAreaProps) {
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      error={error}
      {...(optional && { optional })}
      {...(className && { className })}
    >
      {({ id, describedBy }) => (
        <textarea
          id={id}
          rows={rows}
          maxLength={maxLength}
          className={cx(css['area'], mono && css['mono'], error !== undefined && css['wrong'])}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy}
          spellCheck={!mono}
        />
      )}
    </Field>
  );
}

export interface SwitchProps {
  readonly label: string;
  /** The words stand elsewhere. */
  readonly hideLabel?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Switch({ label, hideLabel, checked, onChange, disabled }: SwitchProps) {
  return (
    <label className={css['switch']}>
      <span className={hideLabel ? 'visually-hidden' : css['switchLabel']}>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={css['track']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
