/** One client in one period, on cards that the person arranges: figures, charts, what moved, scores, what was written. */
import { useMemo, useState } from 'react';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import type { DashboardCard } from '../../../shared/contract/layouts/dashboard.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { spanOf } from '../../../shared/domain/period.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { DeliverButton, ImportButton, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Button, EmptyState, ErrorPanel, LinkButton, useToast } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { AddCard } from './board/AddCard.tsx';
import { withCard } from './board/arrange.ts';
import { Board } from './board/Board.tsx';
import type { BoardCard } from './board/Board.tsx';
import { heightOf } from './board/sizes.ts';
import { useArranged } from './board/useArranged.ts';
import { contentOf, nameOf } from './cards/contentOf.tsx';
import css from './dashboard.module.css';
import { besideLabel, sameDays } from './spans.ts';

export function DashboardScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('dashboard.get', {
    client: client.id,
    period: toDto(place.period),
    base: place.base,
  });
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  const partly = data?.running === true && data.span.units !== undefined;
  return (
    <Page
      title={t.dashboard.title}
      controls={
        <>
          <div className={css['place']}>
            <PlaceControls {...(partly && { periodLabel: format.span(data.span, 'long') })} />
          </div>
          {data !== undefined && <LikeForLike data={data} />}
        </>
      }
      actions={
        <>
          <ImportButton />
          <DeliverButton />
        </>
      }
    >
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        data !== undefined &&
        faces !== null && <Content data={data} faces={faces} dimmed={isPlaceholderData} />
      )}
    </Page>
  );
}

/**
 * What is compared, where the pickers do not say it: the first units of a running period against as many of the base, or
 * several periods together against several.
 */
function LikeForLike({ data }: { readonly data: Dashboard }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { span, baseSpan, running } = data;
  const units = running ? span.units : undefined;
  const several = units === undefined && !sameDays(span, spanOf(place.period));
  if (units === undefined && !several) return null;
  return (
    <span className={css['likeForLike']}>
      <span className={css['units']}>
        {units === undefined
          ? format.span(span, 'medium')
          : t.dashboard.units(units.done, units.of, cadenceWord(units.cadence, units.of, format.language))}
      </span>
      {baseSpan !== null && (
        <span className={css['against']}>{t.dashboard.likeForLike(besideLabel(baseSpan, span, format))}</span>
      )}
    </span>
  );
}

function Content({
  data,
  faces,
  dimmed,
}: {
  readonly data: Dashboard;
  readonly faces: Faces;
  readonly dimmed: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const arranged = useArranged(client.id);
  const [adding, setAdding] = useState(false);
  const { cards, arrange } = arranged;
  const last = isoOf(addDays(endOf(place.period), -1));
  const today = isoOf(place.today);
  const day = last < today ? last : today;
  // Cards are built once for each arrangement and answer: a chart is drawn again only when its own data change.
  const shown = useMemo(() => {
    const onText = (id: string, text: string): void =>
      arrange((cards ?? []).map((one) => (one.kind === 'text' && one.id === id ? { ...one, text } : one)));
    return (cards ?? []).flatMap((card): BoardCard[] => {
      const content = contentOf(card, { data, faces, day, onText });
      return content === null
        ? []
        : [
            {
              card,
              content,
              name: nameOf(card, data, faces, t, format),
              height: heightOf(card, data),
              quiet: quiet.has(card.kind) && card.size === 'small',
            },
          ];
    });
  }, [cards, data, faces, day, arrange, t, format]);
  if (cards === null) return null;
  const none = data.kpis.length === 0 || (data.headlines.length === 0 && data.charts.length === 0);
  if (none && !cards.some((card) => card.kind === 'kpi' || card.kind === 'text')) {
    return (
      <EmptyState
        centred
        title={t.dashboard.empty.title}
        action={
          <LinkButton kind="primary" to={place.href('kpis/catalogue')}>
            {t.dashboard.empty.action}
          </LinkButton>
        }
      >
        {t.dashboard.empty.text}
      </EmptyState>
    );
  }
  const add = (card: DashboardCard, name: string): void => {
    setAdding(false);
    arrange(withCard(cards, card));
    toast({ text: t.dashboard.board.added(name), undo: () => arrange(cards) });
  };
  const reset = (): void => {
    arranged.reset();
    toast({ text: t.dashboard.board.reset, undo: () => arrange(cards) });
  };
  const addButton = (
    <Button icon="plus" disabled={cards.length >= MOST} onClick={() => setAdding(true)}>
      {t.dashboard.board.add}
    </Button>
  );
  const nothing = data.headlines.length > 0 && data.headlines.every((row) => row.now.state !== 'value');
  return (
    <>
      {nothing && (
        <div className={css['nothing']}>
          <EmptyState
            title={t.dashboard.noFigures.title(format.period(place.period, 'long'))}
            action={<ImportButton />}
          >
            {t.dashboard.noFigures.text}
          </EmptyState>
        </div>
      )}
      {arranged.problem !== null && <ErrorPanel inline error={arranged.problem} />}
      {shown.length === 0 ? (
        <EmptyState centred title={t.dashboard.board.nothing.title} action={addButton}>
          {t.dashboard.board.nothing.text}
        </EmptyState>
      ) : (
        <Board
          cards={cards}
          shown={shown}
          dimmed={dimmed}
          onArrange={arrange}
          tail={
            <>
              {addButton}
              {arranged.own && (
                <Button kind="link" size="small" onClick={reset}>
                  {t.dashboard.board.standard}
                </Button>
              )}
              {cards.length >= MOST && <span className={css['full']}>{t.dashboard.board.full}</span>}
            </>
          }
        />
      )}
      {adding && <AddCard cards={cards} kpis={data.kpis} onAdd={add} onClose={() => setAdding(false)} />}
    </>
  );
}

/** As many as a layout may hold. */
const MOST = 60;

/** Short lists: where two stand under each other they share a sheet. */
const quiet: ReadonlySet<string> = new Set(['satisfied', 'annotations', 'actions', 'missing']);
