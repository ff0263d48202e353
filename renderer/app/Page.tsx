/**
 * A screen: the bar (title, controls of the place, actions), what is in it, and, where it has them, a panel at
 * the right and a bar at the foot. Every screen is one `Page`, with one h1.
 */
import { useContext } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.tsx';
import { Button, IconButton, LinkButton } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Icon } from '../ui/Icon.tsx';
import { handOver, pickFiles } from './drop.ts';
import { navigate } from './location.ts';
import css from './Page.module.css';
import { PaletteContext } from './palette.ts';
import { shownKeys } from './shortcuts/keys.ts';
import { usePlace } from './place.ts';
import { useClient } from './state.ts';

const searchKeys = shownKeys('search', true) ?? '';

export interface PageProps {
  readonly title: string;
  /** Grey words after the title. */
  readonly detail?: ReactNode;
  /** An address to go back to: an arrow before the title. */
  readonly back?: string;
  /** Period, base and what else chooses what is seen. */
  readonly controls?: ReactNode;
  /** At the right end, the main one last. */
  readonly actions?: ReactNode;
  /** A line of tools under the bar. */
  readonly toolbar?: ReactNode;
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
  /** The content reaches the edges and scrolls by itself (grids, tables). */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Page({
  title,
  detail,
  back,
  controls,
  actions,
  toolbar,
  aside,
  foot,
  flush,
  children,
}: PageProps) {
  const t = useT();
  const openPalette = useContext(PaletteContext);
  return (
    <div className={css['page']}>
      <header className={css['bar']}>
        {back !== undefined && (
          <IconButton icon="chevronLeft" label={t.common.back} onClick={() => navigate(back)} />
        )}
        <h1 className={css['title']}>{title}</h1>
        {detail !== undefined && <div className={css['detail']}>{detail}</div>}
        {controls !== undefined && <div className={css['controls']}>{controls}</div>}
        <div className={css['right']}>
          <button
            type="button"
            className={css['search']}
            onClick={() => openPalette(true)}
            title={`${t.app.bar.search} ${searchKeys}`}
          >
            <Icon name="search" />
            <span className={css['searchText']}>{t.app.bar.search}</span>
            <KeyHint keys={searchKeys} />
          </button>
          {actions}
        </div>
      </header>
      {toolbar !== undefined && (
        <section className={css['toolbar']} aria-label={t.app.bar.tools}>
          {toolbar}
        </section>
      )}
      <div className={css['middle']}>
        <main id="content" className={cx(css['content'], flush && css['flush'])} tabIndex={-1}>
          {children}
        </main>
        {aside !== undefined && <aside className={css['aside']}>{aside}</aside>}
      </div>
      {foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
    </div>
  );
}

/** Opens the file choice and leads to the import screen of the client at hand. */
export function ImportButton({ primary }: { readonly primary?: boolean }) {
  const t = useT();
  const client = useClient();
  return (
    <Button
      icon="import"
      kind={primary ? 'primary' : 'secondary'}
      onClick={() => pickFiles((files) => handOver(client.id, files))}
    >
      {t.app.bar.import}
    </Button>
  );
}

/** Leads to the report of the period on screen. */
export function DeliverButton() {
  const t = useT();
  const place = usePlace();
  return (
    <LinkButton to={place.href('reports')} kind="primary" icon="file">
      {t.app.bar.deliver}
    </LinkButton>
  );
}
