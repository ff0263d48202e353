/** A workbook of ours among other dropped files: whose and of what, how much of it differs, and the way to look. */
import { Link } from 'wouter';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { clientHref, returnedHref } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ErrorPanel, Icon, LinkButton, sentence } from '../../ui/index.ts';
import { Card, CardFacts, Fact } from '../preview/index.ts';
import { useOpened } from './opened.ts';
import type { Opened } from './opened.ts';
import css from './ReturnedCard.module.css';

type Read = Exclude<Opened, { readonly state: 'reading' | 'failed' }>;
type Dropped = Pick<ImportSession, 'session' | 'client'>;

export function ReturnedCard({
  handle,
  name,
  session,
}: {
  readonly handle: string;
  readonly name: string;
  readonly session: Dropped;
}) {
  const t = useT();
  const format = useFormat();
  const opened = useOpened(handle);
  const read =
    opened === undefined || opened.state === 'reading' || opened.state === 'failed' ? null : opened;
  return (
    <Card
      asks={read?.state === 'open' && read.returned.cells.length > 0}
      mark={<Icon name="file" />}
      name={name}
      head={t.returns.card.what}
      foot={read && <Foot opened={read} name={name} session={session} />}
    >
      {read ? (
        <CardFacts>
          <Fact term={t.returns.card.of}>{read.returned.workbook.client}</Fact>
          <Fact term={t.returns.card.report}>
            {sentence(format.period(read.returned.workbook.period, 'long'))}
          </Fact>
        </CardFacts>
      ) : opened?.state === 'failed' ? (
        <ErrorPanel error={opened.error} inline />
      ) : (
        <p className={css['quiet']} role="status">
          {t.imports.reading}
        </p>
      )}
    </Card>
  );
}

function Foot({
  opened,
  name,
  session,
}: {
  readonly opened: Read;
  readonly name: string;
  readonly session: Dropped;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.returns.card;
  const { returned } = opened;
  const { cells } = returned;
  const from = { drop: session.session, of: session.client === null ? undefined : String(session.client) };
  if (opened.state === 'taken') {
    return (
      <>
        <span className={css['done']}>
          <Icon name="check" /> {words.taken}
        </span>
        <Link className={css['link']} href={clientHref(opened.client, `imports/${opened.batch}`)}>
          {t.returns.seeBatch(opened.batch)}
        </Link>
      </>
    );
  }
  return (
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
  );
}
