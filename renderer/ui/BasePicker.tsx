/** What the period is compared with. */
import { baseKinds } from '../../shared/domain/results.ts';
import type { BaseKind } from '../../shared/domain/results.ts';
import type { Cadence } from '../../shared/domain/time.ts';
import { useT } from '../i18n/index.tsx';
import css from './BasePicker.module.css';
import { Select } from './Select.tsx';

export interface BasePickerProps {
  readonly base: BaseKind;
  readonly onChange: (base: BaseKind) => void;
  readonly cadence: Cadence;
}

export function BasePicker({ base, onChange, cadence }: BasePickerProps) {
  const t = useT();
  const words: Readonly<Record<BaseKind, string>> = {
    lastYear: t.common.base.lastYear,
    previous: t.common.base.previous[cadence],
    none: t.common.base.none,
  };
  const order: readonly BaseKind[] = ['lastYear', 'previous', 'none'];
  return (
    <div className={css['base']}>
      <span className={css['word']}>{t.common.base.against}</span>
      <Select
        label={t.common.base.choose}
        value={base}
        onChange={onChange}
        items={order
          .filter((b) => baseKinds.includes(b) && !(cadence === 'year' && b === 'previous'))
          .map((value) => ({ value, label: words[value] }))}
      />
    </div>
  );
}
