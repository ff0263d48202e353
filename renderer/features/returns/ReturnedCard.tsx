/** A workbook of ours among other dropped files: whose and of what, how much of it differs, and the way to look. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { clientHref, returnedHref } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, ErrorPanel, Icon, LinkButton, sentence } from '../../ui/index.ts';
import { useOpened } from './opened.ts';
import type { Opened } from './opened.ts';
import css from './ReturnedCard.module.css';

export function ReturnedCard({
  handle,
  name,
  session,
}: {
  readonly handle: string;
  readonly name: string;
  readonly session: Pick<ImportSession, 'session' | 'client'>;
}) {
  const t = useT();
  const title = useId();
  const opened = useOpened(handle);
  const waits = opened?.state === 'open' && opened.returned.cells.length > 0;
  return (
    <article className={cx(css['card'], waits && css['asks'])} aria-labelledby={title}>
      <Icon name="file" />
      <div className={css['body']}>
        <h3 id={title} className={css['name']}>
          {name}
        </h3>
        <p className={css['head']}>{t.returns.card.what}</p>
        {opened === undefined || opened.state === 'reading' ? (
          <p className={css['quiet']} role="status">
            {t.imports.reading}
          </p>
        ) : opened.state === 'failed' ? (
          <ErrorPanel error={opened.error} inline />
        ) : (
          <Facts opened={opened} name={name} session={session} />
        )}
      </div>
    </article>
  );
}

function Facts({
  opened,
  name,
  session,
}: {
  readonly opened: Exclude<Opened, { readonly state: 'reading' | 'failed' }>;
  readonly name: string;
  readonly session: Pick<ImportSession, 'session' | 'client'>;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.returns.card;
  const { returned } = opened;
  const { workbook, cells } = returned;
  const from = { drop: session.session, of: session.client === null ? undefined : String(session.client) };
  return (
    <>
      <dl className={css['facts']}>
        <Fact term={words.of}>{workbook.client}</Fact>
        <Fact term={words.report}>{sentence(format.period(workbook.period, 'long'))}</Fact>
      </dl>
      <p className={css['foot']}>
        {opened.state === 'taken' ? (
          <>
            <span className={css['done']}>
              <Icon name="check" /> {words.taken}
            </span>
            <Link className={css['link']} href={clientHref(opened.client, `imports/${opened.batch}`)}>
              {t.returns.seeBatch(opened.batch)}
            </Link>
          </>
        ) : (
          <>
            <span className={cells.length === 0 ? css['quiet'] : css['waits']}>
              {cells.length === 0
                ? words.nothing
                : returned.client === null
                  ? t.returns.whose.title
                  : words.differ(cells.length, format.number(cells.length, 0))}
            </span>
            <LinkButton size="small" to={returnedHref(returned.client, returned.session, from)}>
              {words.look} <span className="visually-hidden">{name}</span>
            </LinkButton>
          </>
        )}
      </p>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
