/** The views of a client's KPIs: as a list, with the targets of a year, and as what they cover. */
import { Link } from 'wouter';
import { usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import css from './KpiTabs.module.css';

export type KpiTab = 'list' | 'targets' | 'coverage';

export function KpiTabs({ at }: { readonly at: KpiTab }) {
  const t = useT();
  const place = usePlace();
  const tab = (name: KpiTab, to: string) => (
    <Link
      href={to}
      className={cx(css['tab'], at === name && css['here'])}
      aria-current={at === name ? 'page' : undefined}
    >
      {t.kpis.tabs[name]}
    </Link>
  );
  return (
    <nav className={css['tabs']} aria-label={t.kpis.tabs.label}>
      {tab('list', place.href('kpis'))}
      {tab('targets', place.href('kpis/targets'))}
      {tab('coverage', place.href('kpis/coverage'))}
    </nav>
  );
}
