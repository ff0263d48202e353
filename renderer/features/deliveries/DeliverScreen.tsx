/**
 * Reports of several clients in one go: whose, for which period, in which formats, what to look at first; then how far
 * they are and what came of them. `?clients=1,4` chooses those.
 */
import { useSearch } from 'wouter';
import { isBase } from '../../../shared/domain/base.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import { useCall, useCallsInTurn } from '../../api/index.ts';
import { navigate, Page, useAppState } from '../../app/index.ts';
import { fitBase } from '../../i18n/base.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed, parsePeriod, periodParam, toDto } from '../../i18n/period.ts';
import { EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { BasePicker } from '../../ui/BasePicker.tsx';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import { useBatch } from './batch.ts';
import { BatchView } from './BatchView.tsx';
import { useChoices } from './choices.ts';
import css from './deliveries.module.css';
import { Notice } from './Notice.tsx';
import { PlanFoot } from './PlanFoot.tsx';
import { PlanTable, selectable } from './PlanTable.tsx';
import type { PlanRow } from './PlanTable.tsx';

export function DeliverScreen() {
  const batch = useBatch();
  const asked = new URLSearchParams(useSearch()).has('clients');
  // Who is sent here for certain clients is not shown what an earlier batch came to, once all of it is saved.
  const past = batch?.run === null && batch.made.every(({ handle }) => batch.saved.has(handle));
  return batch === null || (asked && past) ? <Plan /> : <BatchView batch={batch} />;
}

function Plan() {
  const t = useT();
  const format = useFormat();
  const { today: iso } = useAppState();
  const search = useSearch();
  const params = new URLSearchParams(search);
  const today = dayOfIso(iso);
  const period =
    parsePeriod(params.get('period'), defaultCalendar) ?? lastClosed('month', today, defaultCalendar);
  const named = params.get('base');
  const base = fitBase(named !== null && isBase(named) ? named : 'lastYear', period.cadence, defaultCalendar);
  const asked = params.get('clients');
  const wanted = asked === null ? null : new Set(asked.split(',').map(Number));
  const param = periodParam(period);
  const [choices, choose] = useChoices(`${param} ${asked ?? ''}`);
  const list = useCall('clients.list', {});
  const clients = list.data ?? [];
  const dto = toDto(period);
  const answers = useCallsInTurn(
    'deliveries.plan',
    clients.map(({ id, language }) => ({
      period: dto,
      base,
      client: id,
      language: choices.languages.get(id) ?? language,
    })),
  );
  const rows = clients.map((client, i): PlanRow => {
    const planned = answers[i]?.data?.[0] ?? null;
    const usual = wanted === null ? planned?.out.length === 0 : wanted.has(client.id);
    return {
      client,
      language: choices.languages.get(client.id) ?? client.language,
      chosen: choices.chosen.get(client.id) ?? usual,
      planned,
      error: answers[i]?.error ?? null,
    };
  });
  const set = (values: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(values)) next.set(key, value);
    // Another period, other clients: who was asked for was asked for in this one.
    if ('period' in values) next.delete('clients');
    navigate(`/deliver?${next.toString().replaceAll('%3A', ':')}`);
  };
  return (
    <Page
      title={t.deliveries.title}
      back="/"
      detail={t.deliveries.detail}
      controls={
        <>
          <PeriodPicker
            period={period}
            today={today}
            onChange={(next) => set({ period: periodParam(next) })}
          />
          <BasePicker base={base} period={period} onChange={(next) => set({ base: next })} />
        </>
      }
      foot={
        clients.length > 0 && (
          <PlanFoot
            rows={rows.filter((row) => selectable(row) && row.chosen)}
            period={dto}
            base={base}
            formats={choices.formats}
            onFormats={(formats) => choose({ formats })}
            onLeave={(left) =>
              choose({ chosen: new Map([...choices.chosen, ...left.map((id) => [id, false] as const)]) })
            }
          />
        )
      }
    >
      {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <EmptyState
          centred
          title={t.deliveries.nobody.title}
          action={
            <LinkButton to="/new" kind="primary">
              {t.deliveries.nobody.action}
            </LinkButton>
          }
        >
          {t.deliveries.nobody.text}
        </EmptyState>
      )}
      {clients.length > 0 && (
        <div className={css['screen']}>
          <Notice />
          <PlanTable
            rows={rows}
            at={{ period: param, base, words: format.period(period, 'long') }}
            onChoose={(ids, chosen) =>
              choose({ chosen: new Map([...choices.chosen, ...ids.map((id) => [id, chosen] as const)]) })
            }
            onLanguage={(id, language) => choose({ languages: new Map(choices.languages).set(id, language) })}
          />
        </div>
      )}
    </Page>
  );
}
