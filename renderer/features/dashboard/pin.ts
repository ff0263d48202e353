/** "Pin to dashboard" for any screen that shows a KPI: put there at the end, undone by the toast. */
import { cardId } from '../../../shared/contract/layouts/dashboard.ts';
import type { KpiCard, KpiShow } from '../../../shared/contract/layouts/dashboard.ts';
import { useClient } from '../../app/state.ts';
import { useT } from '../../i18n/index.tsx';
import type { MenuItem } from '../../ui/Menu.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { withCard } from './board/arrange.ts';
import { useArranged } from './board/useArranged.ts';

const size = { number: 'small', trend: 'medium', breakdown: 'small', channels: 'medium' } as const;

export function pinned(kpi: number, channel: number | null, show: KpiShow): KpiCard {
  return { kind: 'kpi', size: size[show], kpi, channel, show };
}

export interface Pinnable {
  readonly kpi: number;
  /** `null`: all channels. */
  readonly channel: number | null;
  /** Told in the toast. */
  readonly name: string;
  readonly show: KpiShow;
}

/** An item for a menu; disabled while the dashboard is not known and when the card stands there already. */
export function usePinItem({ kpi, channel, name, show }: Pinnable): MenuItem {
  const t = useT();
  const toast = useToast();
  const { id } = useClient();
  const { cards, own, arrange, reset } = useArranged(id);
  const card = pinned(kpi, channel, show);
  const there = cards?.some((one) => cardId(one) === cardId(card)) === true;
  return {
    id: 'pin',
    label: there ? t.dashboard.pin.there : t.dashboard.pin.pin,
    icon: there ? 'check' : 'grid',
    disabled: cards === null || there,
    onSelect: () => {
      if (cards === null) return;
      arrange(withCard(cards, card));
      toast({ text: t.dashboard.pin.done(name), undo: () => (own ? arrange(cards) : reset()) });
    },
  };
}
