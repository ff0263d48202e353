/** How big cards begin, and about how high they are, so that lanes end together. */
import type { CardSize, DashboardCard, StandingCard } from '../../../../shared/contract/layouts/dashboard.ts';
import type { Dashboard } from '../../../../shared/contract/api/views.ts';

export const standingSizes: Readonly<Record<StandingCard, CardSize>> = {
  headlines: 'large',
  main: 'medium',
  moved: 'small',
  kras: 'medium',
  satisfied: 'small',
  annotations: 'small',
  actions: 'small',
  channels: 'medium',
  course: 'small',
  content: 'small',
  missing: 'small',
  coverage: 'small',
};

const CHART = 300;

/** CSS pixels, near enough. */
export function heightOf(card: DashboardCard, data: Dashboard): number {
  const lines = (n: number, each: number, head = 48): number => head + Math.max(1, n) * each;
  const narrow = card.size === 'small';
  switch (card.kind) {
    case 'headlines':
      return narrow ? data.headlines.length * 110 : 220;
    case 'main':
    case 'channels':
    case 'course':
      return CHART;
    case 'moved':
      return lines(data.moved.length, narrow ? 58 : 50, 52);
    case 'kras':
      return data.kras.every((kra) => kra.score.status === 'noTarget') ? 90 : lines(data.kras.length, 25, 84);
    case 'satisfied':
      return 216;
    case 'annotations':
      return lines(data.annotations.length, narrow ? 30 : 25);
    case 'actions':
      return lines(data.actions.filter((action) => !action.done).length, narrow ? 36 : 26);
    case 'missing':
      return lines(Math.min(5, data.gaps.length), 22, 44);
    case 'content':
      return lines(4, 42);
    case 'coverage':
      return lines(6, 28);
    case 'text':
      return 60 + Math.ceil(card.text.length / (narrow ? 44 : 100)) * 20;
    case 'kpi':
      return card.show === 'number' ? 116 : card.show === 'breakdown' ? lines(7, 30) : CHART;
  }
}
