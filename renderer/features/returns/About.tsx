/** Whose workbook it is, of what and when, and in one sentence what came back in it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { clientHref, momentDate, momentText } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { ClientBadge, Icon, sentence } from '../../ui/index.ts';
import css from './About.module.css';
import { countsOf } from './rows.ts';
import { cameText } from './words.ts';

export function About({
  returned,
  client,
}: {
  readonly returned: Returned;
  /** `null`: its client is not in this book. */
  readonly client: Client | null;
}) {
  const t = useT();
  const format = useFormat();
  const { workbook, cells, fileName } = returned;
  const words = t.returns.about;
  const came = cameText(t, format, countsOf(cells));
  return (
    <section className={css['about']} aria-label={words.title}>
      <dl className={css['facts']}>
        <Fact term={words.client}>
          {client ? (
            <span className={css['client']}>
              <ClientBadge client={client} />
              {client.name}
              {client.name !== workbook.client && (
                <span className={css['quiet']}>{words.named(workbook.client)}</span>
              )}
            </span>
          ) : (
            words.named(workbook.client)
          )}
        </Fact>
        <Fact term={words.report}>{sentence(format.period(workbook.period, 'long'))}</Fact>
        <Fact term={words.made}>
          {workbook.madeAt === null ? (
            <span className={css['quiet']}>{words.madeUnknown}</span>
          ) : (
            format.date(momentDate(workbook.madeAt), 'medium')
          )}
        </Fact>
        <Fact term={words.file}>{fileName}</Fact>
      </dl>
      {cells.length > 0 && client && (
        <p className={css['came']}>
          <b>{sentence(came)}.</b> <span className={css['quiet']}>{t.returns.meaning}</span>
        </p>
      )}
      {!returned.own && client && (
        <p className={css['remark']}>
          <Icon name="info" /> {t.returns.otherBook}
        </p>
      )}
      <Before returned={returned} />
    </section>
  );
}

/** The same bytes came in before. */
function Before({ returned: { before, client } }: { readonly returned: Returned }) {
  const t = useT();
  const language = useLanguage();
  if (before === null) return null;
  return (
    <p className={css['remark']}>
      <Icon name="info" />
      <span>
        {t.returns.before(momentText(before.at, language))}{' '}
        {client !== null && (
          <Link className={css['link']} href={clientHref(client, `imports/${before.batch}`)}>
            {t.returns.seeBatch(before.batch)}
          </Link>
        )}
      </span>
    </p>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
