/**
 * The dropped files by owner: first those nobody knows the owner of, then each client's. Few files stand as cards side
 * by side; of many, those with nothing to do are one line each.
 */
import { useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/api/imports.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge } from '../../ui/index.ts';
import { useBook } from './book.tsx';
import { needsLook } from './fate.ts';
import { FileCard } from './FileCard.tsx';
import css from './Files.module.css';
import type { ImportActs } from './useImport.ts';
import { WhoseFiles } from './WhoseFiles.tsx';
import { ownerWords } from './words.ts';

/** Up to so many are all shown open. */
export const FEW = 4;

interface FilesProps {
  readonly session: ImportSession;
  readonly acts: ImportActs;
}

export function Files({ session, acts }: FilesProps) {
  const groups = Map.groupBy(session.files, (file) => file.owner.client);
  const known = [...groups].filter(([client]) => client !== null);
  const unknown = groups.get(null) ?? [];
  const bare = known.length === 1 && unknown.length === 0 && known[0]?.[0] === session.client;
  return (
    <div className={css['groups']}>
      {unknown.length > 0 && <WhoseFiles files={unknown} session={session} acts={acts} />}
      {known.map(([client, files]) => (
        <OwnerGroup key={client} client={client} files={files} bare={bare} session={session} acts={acts} />
      ))}
    </div>
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
      {!bare && (
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
  const few = session.files.length <= FEW;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const isOpen = (file: ImportFile): boolean => few || needsLook(file) || opened.has(file.id);
  const lines = files.filter((file) => !few && !needsLook(file));
  const all = lines.every((file) => opened.has(file.id));
  const card = (file: ImportFile) => (
    <li key={file.id}>
      <FileCard
        file={file}
        session={session}
        acts={acts}
        open={isOpen(file)}
        {...(!few &&
          !needsLook(file) && {
            onToggle: () => setOpened(toggled(opened, file.id)),
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
      {lines.length > 1 && (
        <Button
          kind="link"
          className={css['all']}
          onClick={() => setOpened(all ? new Set() : new Set(lines.map((file) => file.id)))}
        >
          {all ? t.imports.files.hideAll : t.imports.files.showAll}
        </Button>
      )}
    </>
  );
}

function toggled(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
