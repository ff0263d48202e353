/** How the number of the chosen period was made, beside its course. */
import type { Made as Making } from '../../../shared/contract/api/numbers.ts';
import { useMade } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { IconButton } from '../../ui/index.ts';
import { NumberMaking } from '../made/index.ts';
import css from './Made.module.css';

export interface MadeProps {
  /** `undefined` while it is asked for. */
  readonly made: Making | undefined;
  readonly target: NumberTarget;
  readonly onClose: () => void;
}

export function Made({ made, target, onClose }: MadeProps) {
  const t = useT();
  const open = useMade();
  return (
    <div className={css['made']}>
      <header className={css['head']}>
        <h2>{t.made.title}</h2>
        <IconButton icon="close" label={t.explorer.panel.hide} onClick={onClose} />
      </header>
      {made !== undefined && <NumberMaking made={made} target={target} onDeeper={open} embedded />}
    </div>
  );
}
