/** Cells of the sheet read in two ways, side by side: one sees which is right, and chooses it above the column. */
import { useId } from 'react';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import css from './aside.module.css';

export interface ExamplesProps<V extends string, R> {
  readonly label: string;
  /** In force; `null`: not settled. */
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly examples: readonly { readonly text: string; readonly read: Readonly<Record<V, R>> }[];
  /** `null`: it cannot be read so. */
  readonly show: (read: R) => string | null;
  readonly nothing: string;
}

export function Examples<V extends string, R>({
  label,
  value,
  onChange,
  choices,
  examples,
  show,
  nothing,
}: ExamplesProps<V, R>) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={css['examples']}>
      <legend>{label}</legend>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.mapping.layout.written}</th>
            {choices.map((choice) => (
              <th key={choice.value} scope="col">
                <label className={css['choice']}>
                  <input
                    type="radio"
                    name={name}
                    checked={choice.value === value}
                    onChange={() => onChange(choice.value)}
                  />
                  {choice.label}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {examples.map(({ text, read }) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              {choices.map((choice) => {
                const shown = show(read[choice.value]);
                return (
                  <td
                    key={choice.value}
                    className={cx(choice.value === value && css['chosen'], shown === null && css['quiet'])}
                  >
                    {shown ?? nothing}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
