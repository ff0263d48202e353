/**
 * What the named rules propose for a client, the most urgent first, each with the figures that fired it; beside it the
 * actions that were decided, and what came of them.
 */
import { useMemo, useState } from 'react';
import type { Recommendation } from '../../../shared/contract/api/advice.ts';
import type { Output } from '../../../shared/contract/api.ts';
import { useCall } from '../../api/index.ts';
import { Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Button, cx, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import css from './advice.module.css';
import { Followed } from './Followed.tsx';
import { Proposal } from './Proposal.tsx';

const urgencies = ['now', 'soon', 'watch'] as const satisfies readonly Recommendation['urgency'][];

export function AdviceScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const [withDismissed, setWithDismissed] = useState(false);
  const list = useCall('recommendations.list', {
    client: client.id,
    period: toDto(place.period),
    base: place.base,
  });
  const actions = useCall('actions.list', { client: client.id });
  const kpis = useCall('kpis.list', { client: client.id });
  const error = list.error ?? actions.error ?? kpis.error;
  const { data } = list;
  const owner = actions.data?.findLast((action) => action.owner !== '')?.owner ?? '';
  return (
    <Page
      title={t.advice.title}
      controls={<PlaceControls />}
      {...(actions.data && kpis.data && { aside: <Followed actions={actions.data} kpis={kpis.data} /> })}
    >
      {error ? (
        <ErrorPanel error={error} onRetry={() => void list.refetch()} />
      ) : data === undefined || kpis.data === undefined ? null : kpis.data.length === 0 ? (
        <EmptyState
          centred
          title={t.advice.empty.noKpis}
          action={
            <LinkButton kind="primary" to={place.href('kpis/catalogue')}>
              {t.advice.empty.pick}
            </LinkButton>
          }
        >
          {t.advice.empty.noKpisText}
        </EmptyState>
      ) : kpis.data.every((kpi) => kpi.figures === 0) && data.items.length + data.dismissed === 0 ? (
        <EmptyState
          centred
          title={t.advice.empty.noFigures}
          action={
            <LinkButton kind="primary" to={place.href('imports')}>
              {t.advice.empty.bring}
            </LinkButton>
          }
        >
          {t.advice.empty.noFiguresText}
        </EmptyState>
      ) : (
        <div
          className={cx(css['advice'], list.isPlaceholderData && css['dimmed'])}
          aria-busy={list.isPlaceholderData}
        >
          <Open data={data} owner={owner} />
          {data.dismissed > 0 && (
            <section className={css['dismissed']} aria-label={t.advice.dismissedCount(data.dismissed)}>
              <p>
                <span>{t.advice.dismissedCount(data.dismissed)}</span>
                <Button
                  kind="link"
                  size="small"
                  aria-expanded={withDismissed}
                  onClick={() => setWithDismissed(!withDismissed)}
                >
                  {withDismissed ? t.advice.hideDismissed : t.advice.showDismissed}
                </Button>
              </p>
              {withDismissed && (
                <div className={css['group']}>
                  <Items data={data} items={data.hidden} owner={owner} isDismissed />
                </div>
              )}
            </section>
          )}
        </div>
      )}
    </Page>
  );
}

type List = Output<'recommendations.list'>;

function Open({ data, owner }: { readonly data: List; readonly owner: string }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const waiting = data.items.filter((item) => item.action === null);
  if (waiting.length === 0) {
    const answered = data.items.length > 0 || data.dismissed > 0;
    return (
      <EmptyState title={t.advice.empty.title}>
        {answered ? t.advice.empty.allAnswered : t.advice.empty.text(format.period(place.period, 'long'))}
      </EmptyState>
    );
  }
  return urgencies.map((urgency) => {
    const items = waiting.filter((item) => item.urgency === urgency);
    if (items.length === 0) return null;
    return (
      <section key={urgency} className={css['group']} aria-label={t.advice.urgency[urgency]}>
        <header>
          <h2>{t.advice.urgency[urgency]}</h2>
          <span>{t.advice.counts(items.length, new Set(items.map((item) => item.kpi)).size)}</span>
        </header>
        <Items data={data} items={items} owner={owner} isDismissed={false} />
      </section>
    );
  });
}

function Items({
  data,
  items,
  owner,
  isDismissed,
}: {
  readonly data: List;
  readonly items: readonly Recommendation[];
  readonly owner: string;
  readonly isDismissed: boolean;
}) {
  const format = useFormat();
  const faces = useMemo(() => makeFaces(data, format), [data, format]);
  const keys = useMemo(() => new Map(data.kpis.map((kpi) => [kpi.id, kpi.key])), [data]);
  return (
    <ul>
      {items.map((item) => (
        <Proposal
          key={item.mark}
          item={item}
          faces={faces}
          kpi={keys.get(item.kpi) ?? ''}
          owner={owner}
          isDismissed={isDismissed}
        />
      ))}
    </ul>
  );
}
