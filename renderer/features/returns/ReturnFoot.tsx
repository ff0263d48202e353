/** The bar with the one button: how many cells are taken, and leaving it all as it is. */
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { shortcut } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Icon } from '../../ui/index.ts';
import css from './Return.module.css';

export function ReturnFoot({
  returned,
  taking,
  onTake,
  onLeave,
}: {
  readonly returned: Returned;
  readonly taking: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const all = returned.cells.length;
  const taken = returned.cells.filter((cell) => cell.taken).length;
  const text = format.number(taken, 0);
  return (
    <>
      <p className={css['fate']} role="status">
        {taken === 0 ? (
          t.returns.foot.none
        ) : (
          <span className={css['can']}>
            <Icon name="check" /> {t.returns.foot.chosen(taken, all, text, format.number(all, 0))}
          </span>
        )}
      </p>
      <Button kind="ghost" onClick={onLeave} disabled={taking}>
        {t.returns.leave}
      </Button>
      <Button
        kind="primary"
        size="large"
        keys={shortcut(t.common.enterKey)}
        busy={taking}
        disabled={taken === 0}
        onClick={onTake}
      >
        {taking ? t.returns.taking : taken === 0 ? t.returns.takeNone : t.returns.take(taken, text)}
      </Button>
    </>
  );
}
