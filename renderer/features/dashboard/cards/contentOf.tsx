/** What a card shows; `null` where it has nothing to show now, so that it leaves no place. */
import type { ReactNode } from 'react';
import type { Dashboard } from '../../../../shared/contract/api/views.ts';
import type { DashboardCard, StandingCard } from '../../../../shared/contract/layouts/dashboard.ts';
import type { Catalogue } from '../../../i18n/en/index.ts';
import type { Format } from '../../../i18n/format.tsx';
import type { Faces } from '../../../ui/faces.ts';
import { Actions } from '../Actions.tsx';
import { Annotations } from '../Annotations.tsx';
import { Headlines } from '../Headlines.tsx';
import { KraPanel } from '../KraPanel.tsx';
import { MainChart } from '../MainChart.tsx';
import { Moved } from '../Moved.tsx';
import { Satisfied } from '../Satisfied.tsx';
import { LinePanel, StackedPanel } from '../SplitCharts.tsx';
import css from './cards.module.css';
import { KpiCard } from './KpiCard.tsx';
import { ContentCard, CoverageCard, MissingCard } from './ListCards.tsx';
import { TextCard } from './TextCard.tsx';

export interface CardData {
  readonly data: Dashboard;
  readonly faces: Faces;
  /** Day offered for a new annotation. */
  readonly day: string;
  readonly onText: (id: string, text: string) => void;
}

export function contentOf(card: DashboardCard, given: CardData): ReactNode {
  const { data, faces } = given;
  switch (card.kind) {
    case 'kpi':
      return <KpiCard card={card} kpi={data.kpis.find((one) => one.id === card.kpi)} faces={faces} />;
    case 'text':
      return <TextCard text={card.text} onChange={(text) => given.onText(card.id, text)} />;
    default:
      return standing(card, given);
  }
}

function standing(
  card: Extract<DashboardCard, { kind: StandingCard }>,
  { data, faces, day }: CardData,
): ReactNode {
  const chart = (...kinds: readonly string[]) => data.charts.find((one) => kinds.includes(one.kind));
  switch (card.kind) {
    case 'headlines':
      return data.headlines.every((row) => row.now.state !== 'value') ? null : (
        <Headlines rows={data.headlines} faces={faces} until={data.running ? data.span.to : null} />
      );
    case 'main': {
      const main = chart('combo', 'pace');
      return main === undefined ? null : <MainChart chart={main} data={data} faces={faces} />;
    }
    case 'moved':
      return <Moved data={data} faces={faces} />;
    case 'kras':
      return data.kras.length === 0 ? null : <KraPanel data={data} />;
    case 'satisfied':
      return data.satisfied === null ? null : (
        <Sheet>
          <Satisfied satisfied={data.satisfied} running={data.running} faces={faces} />
        </Sheet>
      );
    case 'annotations':
      return (
        <Sheet>
          <Annotations annotations={data.annotations} day={day} />
        </Sheet>
      );
    case 'actions':
      return (
        <Sheet>
          <Actions actions={data.actions} />
        </Sheet>
      );
    case 'channels': {
      const stacked = chart('stacked');
      return stacked === undefined ? null : <StackedPanel chart={stacked} faces={faces} />;
    }
    case 'course': {
      const line = chart('line');
      return line === undefined ? null : <LinePanel chart={line} faces={faces} />;
    }
    case 'content':
      return <ContentCard size={card.size} />;
    case 'missing':
      return data.missing === 0 ? null : <MissingCard data={data} faces={faces} />;
    case 'coverage':
      return <CoverageCard />;
  }
}

function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={css['sheet']}>{children}</div>;
}

/** A card's name, as its menu and the reader of the screen know it. */
export function nameOf(
  card: DashboardCard,
  data: Dashboard,
  faces: Faces,
  t: Catalogue,
  format: Format,
): string {
  switch (card.kind) {
    case 'kpi': {
      const kpi = data.kpis.find((one) => one.id === card.kpi);
      const name = kpi === undefined ? t.dashboard.picker.kpi : format.local(kpi.name);
      const channel = card.channel === null ? null : faces.channel(String(card.channel));
      const shown = t.dashboard.picker.shows[card.show].toLowerCase();
      return `${name}, ${channel ?? t.common.allChannelsWord}, ${shown}`;
    }
    case 'text':
      return card.text === '' ? t.dashboard.cards.text : firstWords(card.text);
    default:
      return t.dashboard.cards[card.kind];
  }
}

function firstWords(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length <= 40 ? line : `${line.slice(0, 39).trimEnd()}…`;
}
