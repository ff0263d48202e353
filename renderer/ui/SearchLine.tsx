/** The line a list is searched with. */
import { Icon } from './Icon.tsx';
import css from './SearchLine.module.css';

export function SearchLine({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label className={css['search']}>
      <Icon name="search" />
      <input
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={label}
        aria-label={label}
        maxLength={200}
      />
    </label>
  );
}
