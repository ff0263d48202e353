/** The journal: one view for cases, one for the evidence behind counts. Which one is in the address. */
import { Link } from 'wouter';
import { Page, PlaceControls, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import { CasesView } from './CasesView.tsx';
import { EvidenceView } from './EvidenceView.tsx';
import css from './journal.module.css';

export function JournalScreen() {
  const t = useT();
  const place = usePlace();
  const view = place.param('view') === 'evidence' ? 'evidence' : 'cases';
  const tab = (name: 'cases' | 'evidence') => (
    <Link
      href={place.href('journal', name === 'cases' ? {} : { view: name })}
      className={cx(css['tab'], view === name && css['here'])}
      aria-current={view === name ? 'page' : undefined}
    >
      {t.journal.tabs[name]}
    </Link>
  );
  return (
    <Page
      title={t.journal.title}
      flush
      controls={
        <>
          <nav className={css['tabs']} aria-label={t.journal.tabs.label}>
            {tab('cases')}
            {tab('evidence')}
          </nav>
          <PlaceControls noBase />
        </>
      }
    >
      {view === 'cases' ? <CasesView /> : <EvidenceView />}
    </Page>
  );
}
