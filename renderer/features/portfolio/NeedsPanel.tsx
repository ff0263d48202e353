/** What needs the person first, each with a way to the place that mends it; and beside it the exports that are due. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { useCall } from '../../api/index.ts';
import { useAppState } from '../../app/index.ts';
import { makeFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, Icon, Panel, Segmented } from '../../ui/index.ts';
import { ExportsDue } from './ExportsDue.tsx';
import { needDetail, needHref, needIcons, needText } from './needs.ts';
import type { NeedLine, NeedWords } from './needs.ts';
import css from './NeedsPanel.module.css';

const SHOWN = 8;
const tabs = ['needs', 'exports'] as const;
type Tab = (typeof tabs)[number];

export interface NeedsPanelProps {
  readonly lines: readonly NeedLine[];
  readonly period: PeriodDto;
}

export function NeedsPanel({ lines, period }: NeedsPanelProps) {
  const t = useT();
  const { today } = useAppState();
  const [tab, setTab] = useState<Tab>('needs');
  const [all, setAll] = useState(false);
  const answer = useCall('due.list', { client: null }).data;
  const due = answer?.items.filter((item) => item.since <= today) ?? [];
  const words = t.portfolio.first;
  return (
    <Panel
      title={tab === 'needs' ? words.title : words.exports}
      detail={tab === 'needs' && lines.length > 0 ? words.detail : undefined}
      flush
      actions={
        <span className={css['tools']}>
          {tab === 'needs' && lines.length > SHOWN && (
            <Button kind="link" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? words.fewer : words.all(lines.length)}
            </Button>
          )}
          {answer && answer.items.length + answer.stopped.length > 0 && (
            <Segmented
              label={words.tabs}
              value={tab}
              onChange={setTab}
              items={[
                { value: 'needs', label: t.portfolio.columns.needs, count: String(lines.length) },
                { value: 'exports', label: words.exports, count: String(due.length) },
              ]}
            />
          )}
        </span>
      }
    >
      {tab === 'needs' ? (
        <Lines
          lines={all ? lines : lines.slice(0, SHOWN)}
          period={period}
          placeOf={(id) => answer?.guides.find((guide) => guide.id === id)?.place}
        />
      ) : (
        answer && <ExportsDue answer={answer} due={due} />
      )}
    </Panel>
  );
}

type PlaceOf = NeedWords['placeOf'];

function Lines({ lines, period, placeOf }: NeedsPanelProps & { readonly placeOf: PlaceOf }) {
  const t = useT();
  if (lines.length === 0) {
    return (
      <p className={css['nothing']}>
        <b>{t.portfolio.first.nothing}</b> {t.portfolio.first.nothingText}
      </p>
    );
  }
  return (
    <ul className={css['list']} aria-label={t.portfolio.first.list}>
      {lines.map((line, i) => (
        // Two needs of a client can be alike in all but their place in the queue.
        // oxlint-disable-next-line react/no-array-index-key
        <Line
          key={`${line.row.client.id} ${line.need.kind} ${i}`}
          line={line}
          period={period}
          placeOf={placeOf}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly line: NeedLine;
  readonly period: PeriodDto;
  readonly placeOf: PlaceOf;
}

function Line({ line: { row, need }, period, placeOf }: LineProps) {
  const t = useT();
  const language = useLanguage();
  const { today } = useAppState();
  // Figures of a client are written as that client writes them.
  const words = { t, format: makeFormat(language, row.client), today, placeOf };
  const text = needText(need, words);
  return (
    <li>
      <span className={css['icon']}>
        <Icon name={needIcons[need.kind]} />
      </span>
      <ClientBadge client={row.client} />
      <span className={css['client']}>{row.client.name}</span>
      <span className={css['what']}>
        <b>{text}</b> <span>{needDetail(need, row, words)}</span>
      </span>
      <Link href={needHref(row.client.id, need, period)} className={css['fix']}>
        {t.portfolio.fix[need.kind]}
        <span className="visually-hidden">
          : {row.client.name}, {text}
        </span>
      </Link>
    </li>
  );
}
