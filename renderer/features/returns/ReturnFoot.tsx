/** The bar with the one button: how many cells are taken, and leaving it all as it is. */
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { TakeFoot } from '../preview/index.ts';

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
    <TakeFoot
      can={taken === 0 ? null : t.returns.foot.chosen(taken, all, text, format.number(all, 0))}
      cannot={null}
      detail={taken === 0 ? t.returns.foot.none : ''}
      leave={{ text: t.returns.leave, disabled: taking, press: onLeave }}
      take={{
        text: taking ? t.returns.taking : taken === 0 ? t.returns.takeNone : t.returns.take(taken, text),
        busy: taking,
        disabled: taken === 0,
        press: onTake,
      }}
    />
  );
}
