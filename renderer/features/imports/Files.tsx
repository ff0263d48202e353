/**
 * The dropped files by owner: first those nobody knows the owner of, then each client's. Few files stand as cards side
 * by side; of many, those with nothing to do are one line each.
 */
import { useId, useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge } from '../../ui/index.ts';
import { ReturnedCard } from '../returns/index.ts';
import { useBook } from './book.tsx';
import { needsLook } from './fate.ts';
import { FileCard } from './FileCard.tsx';
import css from './Files.module.css';
import type { ImportActs } from './useImport.ts';
import { WhoseFiles } from './WhoseFiles.tsx';
import { ownerWords } from './words.ts';

/** So many stand side by side, all of them open. */
export const fitting = (): number => (innerWidth < 1400 ? 3 : 4);

interface FilesProps {
  readonly session: ImportSession;
  readonly acts: ImportActs;
}

export function Files({ session, acts }: FilesProps) {
  const groups = Map.groupBy(
    session.files.filter((file) => !file.returned),
    (file) => file.owner.client,
  );
  const known = [...groups].filter(([client]) => client !== null);
  const unknown = groups.get(null) ?? [];
  const bare = known.length === 1 && unknown.length === 0 && known[0]?.[0] === session.client;
  return (
    <div className={css['groups']}>
      <ReturnedFiles session={session} />
      {unknown.length > 0 && <WhoseFiles files={unknown} session={session} acts={acts} />}
      {known.map(([client, files]) => (
        <OwnerGroup key={client} client={client} files={files} bare={bare} session={session} acts={acts} />
      ))}
    </div>
  );
}

/** Workbooks of ours: looked at one by one, each on its own screen. */
function ReturnedFiles({ session }: Pick<FilesProps, 'session'>) {
  const t = useT();
  const title = useId();
  const came = session.files.filter((file) => file.returned);
  if (came.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <header className={css['owner']}>
        <h2 id={title}>{t.returns.card.list}</h2>
      </header>
      <ul className={css['cards']}>
        {came.map(({ id, name, returned }) => (
          <li key={id}>
            {returned && <ReturnedCard handle={returned.handle} name={name} session={session} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnerGroup({
  client,
  files,
  bare,
  session,
  acts,
}: FilesProps & {
  readonly client: number | null;
  readonly files: readonly ImportFile[];
  /** All files are the client's on whose screen this is: no head. */
  readonly bare: boolean;
}) {
  const t = useT();
  const book = useBook();
  const owner = book.client(client);
  const name = owner?.name ?? '';
  return (
    <section aria-label={bare ? t.imports.files.title : t.imports.owner.of(name)}>
      {bare ? (
        <h2 className="visually-hidden">{t.imports.files.title}</h2>
      ) : (
        <header className={css['owner']}>
          {owner && <ClientBadge client={owner} size={20} />}
          <h2>{name}</h2>
          <span className={css['why']}>
            {[...new Set(files.map((file) => ownerWords(t, file.owner)))].join('; ')}
          </span>
        </header>
      )}
      <FileGrid files={files} session={session} acts={acts} />
    </section>
  );
}

export function FileGrid({ files, session, acts }: FilesProps & { readonly files: readonly ImportFile[] }) {
  const t = useT();
  const few = session.files.length <= fitting();
  const [turned, setTurned] = useState<ReadonlyMap<number, boolean>>(new Map());
  // A file that asked stays open once answered: its answer can be changed, and given to others.
  const byItself = (file: ImportFile): boolean => needsLook(file) || file.questions.length > 0;
  const isOpen = (file: ImportFile): boolean =>
    few || needsLook(file) || (turned.get(file.id) ?? byItself(file));
  const foldable = few ? [] : files.filter((file) => !needsLook(file));
  const all = foldable.every(isOpen);
  const card = (file: ImportFile) => (
    <li key={file.id}>
      <FileCard
        file={file}
        session={session}
        acts={acts}
        open={isOpen(file)}
        {...(foldable.includes(file) && {
          onToggle: () => setTurned(new Map(turned).set(file.id, !isOpen(file))),
        })}
      />
    </li>
  );
  const cards = files.filter(isOpen);
  const closed = files.filter((file) => !isOpen(file));
  return (
    <>
      {cards.length > 0 && <ul className={css['cards']}>{cards.map(card)}</ul>}
      {closed.length > 0 && <ul className={css['lines']}>{closed.map(card)}</ul>}
      {foldable.length > 1 && (
        <Button
          kind="link"
          className={css['all']}
          onClick={() => setTurned(new Map(foldable.map((file) => [file.id, !all])))}
        >
          {all ? t.imports.files.hideAll : t.imports.files.showAll}
        </Button>
      )}
    </>
  );
}
