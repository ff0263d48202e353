/** Consequences before the button, a part for each client: what goes in, whether it adds up, which numbers it moves. */
import type { ReactNode } from 'react';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import { ClientBadge } from '../../ui/index.ts';
import { EffectPart, Effects, Fact, Facts } from '../preview/index.ts';
import { useBook } from './book.tsx';
import { Checks } from './Checks.tsx';
import css from './Summary.module.css';
import { personalColumns } from './words.ts';

/** New KPIs named; the rest is counted. */
const MANY = 6;
type Part = ImportSession['parts'][number];

export function Summary({ session }: { readonly session: ImportSession }) {
  const t = useT();
  const several = session.parts.length > 1;
  const personal = [
    ...new Set(session.files.filter((file) => file.included).flatMap((file) => personalColumns(file))),
  ];
  return (
    <Effects
      label={t.imports.does.title}
      ledger={several ? t.imports.ledgerSeveral(session.parts.length) : t.imports.ledger}
    >
      <Checks session={session} loud />
      {session.parts.length === 0 && (
        <EffectPart title={t.imports.does.title}>
          <p className={css['quiet']}>{t.imports.does.nothing}</p>
        </EffectPart>
      )}
      {session.parts.map((part) => (
        <PartSummary key={part.client} part={part} session={session} several={several} />
      ))}
      {personal.length > 0 && (
        <EffectPart title={t.imports.does.personal}>
          <p>{personal.join(', ')}</p>
          <p className={css['quiet']}>{t.imports.does.personalText}</p>
        </EffectPart>
      )}
      <Checks session={session} />
    </Effects>
  );
}

function PartSummary({
  part,
  session,
  several,
}: {
  readonly part: Part;
  readonly session: ImportSession;
  readonly several: boolean;
}) {
  const t = useT();
  const book = useBook();
  const client = book.client(part.client);
  const format = book.format(part.client);
  const { counts } = part;
  const drafts = session.drafts.filter((one) => one.client === part.client);
  const drafted = new Set(drafts.map((one) => one.key));
  const newKpis = part.newKpis.filter((key) => !drafted.has(key));
  const line = (label: ReactNode, count: number): ReactNode => (
    <Fact term={label}>{format.number(count, 0)}</Fact>
  );
  return (
    <>
      <EffectPart
        title={
          <>
            {several && client && <ClientBadge client={client} />}
            {several ? t.imports.does.titleFor(part.name) : t.imports.does.title}
          </>
        }
      >
        <Facts>
          {line(t.imports.does.added, counts.added)}
          {line(t.imports.does.changed, counts.changed)}
          {counts.kept > 0 && line(t.imports.does.kept, counts.kept)}
          {counts.refused > 0 && line(t.imports.does.refused, counts.refused)}
          {line(<span className={css['quiet']}>{t.imports.does.unchanged}</span>, counts.unchanged)}
        </Facts>
        {part.newChannels.length > 0 && (
          <p className={css['note']}>
            {t.imports.does.newChannels(part.newChannels.length)}: <b>{part.newChannels.join(', ')}</b>
          </p>
        )}
        {drafts.length > 0 && (
          <p className={css['note']}>
            {t.imports.does.drafts(drafts.length)}:{' '}
            <b>{drafts.map((one) => format.local(one.name)).join(', ')}</b>
          </p>
        )}
        {newKpis.length > 0 && (
          <p className={css['note']}>
            {t.imports.does.newKpis(newKpis.length)}:{' '}
            {newKpis
              .slice(0, MANY)
              .map((key) => book.kpiName(part.client, key))
              .join(', ')}
            {newKpis.length > MANY && t.imports.does.more(newKpis.length - MANY)}.{' '}
            <span className={css['quiet']}>{t.imports.does.kpisKept}</span>
          </p>
        )}
      </EffectPart>
      {part.effect && counts.added + counts.changed > 0 && (
        <Effect client={part.client} effect={part.effect} />
      )}
    </>
  );
}

function Effect({
  client,
  effect,
}: {
  readonly client: number;
  readonly effect: NonNullable<Part['effect']>;
}) {
  const t = useT();
  const book = useBook();
  const format = book.format(client);
  const covered = effect.coverage.after !== effect.coverage.before;
  return (
    <EffectPart title={t.imports.effect.title(format.period(effect.period, 'long'))}>
      <Facts>
        {covered && (
          <Fact term={t.imports.effect.coverage}>
            <Turn before={effect.coverage.before || null} after={effect.coverage.after} />
          </Fact>
        )}
        {effect.rows.map(({ kpi, before, after }) => (
          <Fact key={kpi} term={book.kpiName(client, kpi)}>
            <Turn
              before={before === null ? null : book.value(client, kpi, before)}
              after={after === null ? '' : book.value(client, kpi, after)}
            />
          </Fact>
        ))}
      </Facts>
      {effect.rows.length === 0 && !covered && <p className={css['quiet']}>{t.imports.effect.nothing}</p>}
    </EffectPart>
  );
}

/** `1,491` struck, then `1,500`; said as before and after to whoever listens. */
function Turn({ before, after }: { readonly before: string | null; readonly after: string }) {
  const t = useT();
  return (
    <>
      {before !== null && (
        <>
          <span className="visually-hidden">{t.imports.effect.before} </span>
          <s className={css['before']}>{before}</s>{' '}
          <span className="visually-hidden">{t.imports.effect.after} </span>
        </>
      )}
      {after}
    </>
  );
}
