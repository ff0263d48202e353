/** One file: its fate in words, its questions, its place. Open it is a card, closed one line. */
import { useId } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import { ClientFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { cx, Icon, IconButton, sentence } from '../../ui/index.ts';
import { Card, CardName } from '../preview/index.ts';
import { useBook } from './book.tsx';
import { openQuestions, standingOf } from './fate.ts';
import css from './FileCard.module.css';
import { FileName } from './FileName.tsx';
import { FileFacts, FileLine } from './FileFacts.tsx';
import { FateOf, FileFoot } from './FileFoot.tsx';
import { Problems, Warnings } from './FileWarnings.tsx';
import { Questions } from './Questions.tsx';
import type { ImportActs } from './useImport.ts';
import { languageName, reportName } from './words.ts';

export interface FileCardProps {
  readonly file: ImportFile;
  readonly session: ImportSession;
  readonly acts: ImportActs;
  readonly open: boolean;
  /** Given where a card can be made a line and back. */
  readonly onToggle?: () => void;
}

export function FileCard(props: FileCardProps) {
  const book = useBook();
  const owner = book.client(props.file.owner.client);
  return owner ? (
    <ClientFormat client={owner}>
      <Face {...props} />
    </ClientFormat>
  ) : (
    <Face {...props} />
  );
}

function Face({ file, session, acts, open, onToggle }: FileCardProps) {
  const t = useT();
  const language = useLanguage();
  const title = useId();
  const standing = standingOf(file);
  const asks = file.included && file.status !== 'refused' && openQuestions(file).length > 0;
  const head = sentence(
    [
      platformName(file.platform) || (file.status === 'mapped' && t.imports.file.ownSheet),
      reportName(t, file.report),
      languageName(language, file.language),
    ]
      .filter(Boolean)
      .join(', '),
  );
  if (!open) {
    return (
      <article className={cx(css['line'], standing === 'left' && css['out'])} aria-labelledby={title}>
        {onToggle ? (
          <IconButton
            icon="chevronRight"
            label={t.imports.file.details(file.name)}
            aria-expanded={false}
            onClick={onToggle}
          />
        ) : (
          <Icon name="file" />
        )}
        <span className={css['lineName']}>
          <CardName id={title}>
            <FileName name={file.name} />
          </CardName>
          {head && <span className={css['quiet']}>{head}</span>}
        </span>
        <FileLine file={file} />
        <FateOf file={file} />
      </article>
    );
  }
  return (
    <Card
      asks={standing === 'asks' || standing === 'whose'}
      faint={standing === 'left'}
      mark={
        onToggle ? (
          <IconButton
            className={css['fold'] ?? ''}
            icon="chevronDown"
            label={t.imports.file.details(file.name)}
            aria-expanded
            onClick={onToggle}
          />
        ) : (
          <Icon name="file" />
        )
      }
      name={<FileName name={file.name} />}
      head={head}
      foot={<FileFoot file={file} client={session.client} session={session.session} acts={acts} />}
    >
      <Warnings file={file} client={session.client} acts={acts} />
      {file.status === 'refused' ? (
        <Problems file={file} />
      ) : (
        <>
          <Questions file={file} session={session} acts={acts} />
          {!asks && <FileFacts file={file} acts={acts} />}
          {file.errors.length > 0 && <Problems file={file} />}
        </>
      )}
    </Card>
  );
}
