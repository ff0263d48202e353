/** What needs the person first, each with a way to the place that mends it. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, Icon, Panel } from '../../ui/index.ts';
import { needHref, needIcons, needText, spoken } from './needs.ts';
import type { NeedLine } from './needs.ts';
import css from './NeedsPanel.module.css';

const SHOWN = 8;

export function NeedsPanel({
  lines,
  period,
}: {
  readonly lines: readonly NeedLine[];
  readonly period: PeriodDto;
}) {
  const t = useT();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const catalogue = useCall('catalogue.get', {}).data;
  const nameOf = (key: string): string | undefined => {
    const kpi = catalogue?.kpis.find((k) => k.key === key);
    return kpi && format.local(kpi.name);
  };
  if (lines.length === 0) {
    return (
      <Panel title={t.portfolio.first.nothing}>
        <p className={css['nothing']}>{t.portfolio.first.nothingText}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t.portfolio.first.title}
      detail={t.portfolio.first.detail}
      flush
      actions={
        lines.length > SHOWN && (
          <Button kind="link" onClick={() => setAll(!all)}>
            {all ? t.portfolio.first.fewer : t.portfolio.first.all(lines.length)}
          </Button>
        )
      }
    >
      <ul className={css['list']}>
        {(all ? lines : lines.slice(0, SHOWN)).map(({ row, need }) => (
          <li key={`${row.client.id} ${need.kind} ${need.kpi ?? ''} ${need.channel ?? ''}`}>
            <span className={css['icon']}>
              <Icon name={needIcons[need.kind]} />
            </span>
            <ClientBadge client={row.client} />
            <span className={css['client']}>{row.client.name}</span>
            <span className={css['what']}>
              <b>{needText(need, spoken(need.period ?? period, format), t, nameOf)}</b>{' '}
              {t.portfolio.detail[need.kind]}
            </span>
            <Link href={needHref(row.client.id, need, period)} className={css['fix']}>
              {t.portfolio.fix[need.kind]}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
