/** The foot of a file's card: how it stands, whether it is taken, how it is read. */
import { useState } from 'react';
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import { mappingHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon, LinkButton } from '../../ui/index.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { openQuestions, standingOf } from './fate.ts';
import type { Standing } from './fate.ts';
import css from './FileCard.module.css';
import type { ImportActs } from './useImport.ts';

interface FootProps {
  readonly file: ImportFile;
  readonly client: number | null;
  readonly session: string;
  readonly acts: ImportActs;
}

export function FileFoot({ file, client, session, acts }: FootProps) {
  const t = useT();
  const [columns, setColumns] = useState(false);
  const table = file.tables.find((one) => one.mappable);
  return (
    <>
      <FateOf file={file} />
      <span className={css['links']}>
        {file.status !== 'refused' && (
          <Button kind="link" onClick={() => acts.include(file.id, !file.included)}>
            {file.included ? t.imports.file.exclude : t.imports.file.include}
          </Button>
        )}
        {table ? (
          <LinkButton kind="link" to={mappingHref(client, session, file.id, table.name)}>
            {t.imports.file.mapping}
          </LinkButton>
        ) : (
          file.tables.length > 0 && (
            <Button kind="link" onClick={() => setColumns(true)}>
              {t.imports.file.mapping}
            </Button>
          )
        )}
      </span>
      <ColumnsDialog file={file} open={columns} onClose={() => setColumns(false)} />
    </>
  );
}

const faces = {
  ready: ['check', 'isReady'],
  asks: ['question', 'isOpen'],
  whose: ['question', 'isOpen'],
  blocked: ['close', 'isOut'],
  refused: ['close', 'isOut'],
  left: ['minus', 'isLeft'],
  returned: ['question', 'isOpen'],
} as const satisfies Readonly<Record<Standing, readonly [icon: string, look: string]>>;

/** How the file stands, in a word with its mark. */
export function FateOf({ file }: { readonly file: ImportFile }) {
  const t = useT();
  const standing = standingOf(file);
  // A guess that waits for a look is no tick.
  const guessed = standing === 'ready' && file.mappedBy === null && file.status === 'mapped';
  const [icon, look] = faces[guessed ? 'asks' : standing];
  return (
    <span className={cx(css['standing'], css[look])}>
      <Icon name={icon} /> {standingText(t, file, standing)}
    </span>
  );
}

function standingText(t: Catalogue, file: ImportFile, standing: Standing): string {
  const words = t.imports.file;
  switch (standing) {
    case 'refused':
      return words.refused;
    case 'blocked':
      return words.blocked;
    case 'whose':
      return words.whose;
    case 'left':
      return words.left;
    case 'returned':
      return t.returns.card.what;
    case 'asks':
      return words.questions(openQuestions(file).length);
    case 'ready':
      if (file.mappedBy === 'person') return words.byPerson;
      if (file.mappedBy === 'recipe') return words.byRecipe;
      return file.status === 'mapped' ? words.guessed : words.ready;
    default:
      return standing satisfies never;
  }
}
