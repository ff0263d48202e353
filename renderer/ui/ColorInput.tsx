/** A colour: the system's own picker and the six digits beside it. */
import css from './ColorInput.module.css';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export interface ColorInputProps extends FieldProps {
  /** `#rrggbb`, or what has been typed so far. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

export function ColorInput({ value, onChange, ...field }: ColorInputProps) {
  return (
    <Field {...field}>
      {({ id, describedBy }) => (
        <span className={css['box']}>
          <input
            type="color"
            className={css['swatch']}
            aria-label={field.label}
            value={isColor(value) ? value : '#000000'}
            onChange={(event) => onChange(event.target.value)}
          />
          <input
            id={id}
            className={css['digits']}
            value={value}
            maxLength={7}
            spellCheck={false}
            aria-invalid={!isColor(value)}
            aria-describedby={describedBy}
            onChange={(event) =>
              onChange(
                event.target.value.startsWith('#') || event.target.value === ''
                  ? event.target.value
                  : `#${event.target.value}`,
              )
            }
          />
        </span>
      )}
    </Field>
  );
}
