/** The help pages: the list of them at the left, one of them beside it. All of it is in the app; nothing is fetched. */
import { useContext } from 'react';
import { Link } from 'wouter';
import { navigate, Page, ShortcutsContext, useCommands } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, LinkButton } from '../../ui/index.ts';
import css from './help.module.css';
import { HelpText } from './HelpText.tsx';
import { helpPages, isHelpPage } from './pages.ts';

/** `page`: as the address names it; `null` or unknown: the first. */
export function HelpScreen({ page }: { readonly page: string | null }) {
  const t = useT();
  const openShortcuts = useContext(ShortcutsContext);
  const shown = isHelpPage(page) ? page : 'start';
  const at = helpPages.indexOf(shown);
  const next = helpPages[at + 1];
  const steps = [
    { id: 'next', name: next, icon: 'arrowRight' },
    { id: 'previous', name: helpPages[at - 1], icon: 'chevronLeft' },
  ] as const;
  useCommands(
    steps.flatMap(({ id, name, icon }) =>
      name === undefined
        ? []
        : [{ id, icon, label: t.app.palette.help(t.help.pages[name]), run: () => navigate(`/help/${name}`) }],
    ),
  );
  return (
    <Page title={t.help.title} detail={t.help.pages[shown]}>
      <div className={css['book']}>
        <nav className={css['contents']} aria-label={t.help.contents}>
          <ul>
            {helpPages.map((name) => (
              <li key={name}>
                <Link
                  href={`/help/${name}`}
                  className={cx(css['entry'], name === shown && css['here'])}
                  aria-current={name === shown ? 'page' : undefined}
                >
                  {t.help.pages[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <article className={css['page']} aria-labelledby="help-title">
          <h2 id="help-title" className={css['title']}>
            {t.help.pages[shown]}
          </h2>
          <HelpText page={shown} onShortcuts={openShortcuts} />
          {next !== undefined && (
            <p className={css['next']}>
              <LinkButton to={`/help/${next}`} icon="arrowRight">
                {t.help.pages[next]}
              </LinkButton>
            </p>
          )}
        </article>
      </div>
    </Page>
  );
}
