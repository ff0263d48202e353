/** The journal: what happened, what was decided, cases, evidence behind counts, and tags. The view is in the address. */
import { Link } from 'wouter';
import { Page, PlaceControls, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import { TagsView } from '../tags/index.ts';
import { ActionsView } from './actions/ActionsView.tsx';
import { AnnotationsView } from './annotations/AnnotationsView.tsx';
import { CasesView } from './cases/CasesView.tsx';
import { EvidenceView } from './evidence/EvidenceView.tsx';
import css from './journal.module.css';

const views = ['cases', 'annotations', 'actions', 'evidence', 'tags'] as const;
type View = (typeof views)[number];

/** Views that look at a period. */
const ofPeriods: ReadonlySet<View> = new Set(['cases', 'annotations', 'evidence']);

export function JournalScreen() {
  const t = useT();
  const place = usePlace();
  const view = views.find((one) => one === place.param('view')) ?? 'cases';
  return (
    <Page
      title={t.journal.title}
      flush
      controls={
        <>
          <nav className={css['tabs']} aria-label={t.journal.tabs.label}>
            {views.map((name) => (
              <Link
                key={name}
                href={place.href('journal', name === 'cases' ? {} : { view: name })}
                className={cx(css['tab'], view === name && css['here'])}
                aria-current={view === name ? 'page' : undefined}
              >
                {t.journal.tabs[name]}
              </Link>
            ))}
          </nav>
          {ofPeriods.has(view) && <PlaceControls noBase />}
        </>
      }
    >
      <Shown view={view} />
    </Page>
  );
}

function Shown({ view }: { readonly view: View }) {
  switch (view) {
    case 'cases':
      return <CasesView />;
    case 'annotations':
      return <AnnotationsView />;
    case 'actions':
      return <ActionsView />;
    case 'evidence':
      return <EvidenceView />;
    case 'tags':
      return <TagsView />;
  }
}
