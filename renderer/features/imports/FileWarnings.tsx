/** What is wrong with a file, and what is worth knowing before it goes in: each with what to do. */
import { Link } from 'wouter';
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import { clientHref, momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Icon } from '../../ui/index.ts';
import css from './FileCard.module.css';
import type { ImportActs } from './useImport.ts';
import { problemText, whereText } from './words.ts';

/** So many are listed; a file wrong in every row says so once. */
const LISTED = 4;

export function Problems({ file }: { readonly file: ImportFile }) {
  const t = useT();
  return (
    <ul className={css['reasons']}>
      {file.errors.slice(0, LISTED).map((error) => (
        <li key={`${error.code} ${error.where}`}>
          {problemText(t, error)}
          {error.where !== file.name && (
            <span className={css['where']}> {whereText(t, error.where, file.name)}</span>
          )}
        </li>
      ))}
      {file.errors.length > LISTED && (
        <li className={css['where']}>{t.imports.file.more(file.errors.length - LISTED)}</li>
      )}
    </ul>
  );
}

interface WarningProps {
  readonly file: ImportFile;
  /** Where the files were dropped. */
  readonly client: number | null;
  readonly acts: ImportActs;
}

export function Warnings({ file, client, acts }: WarningProps) {
  if (file.otherClient) return <OtherClient file={file} other={file.otherClient} acts={acts} />;
  const owner = file.owner.client ?? client;
  return file.sameAs && owner !== null ? <SameFile file={file} same={file.sameAs} owner={owner} /> : null;
}

/** An account of another client: blocked, with the two ways out. */
function OtherClient({
  file,
  other,
  acts,
}: {
  readonly file: ImportFile;
  readonly other: NonNullable<ImportFile['otherClient']>;
  readonly acts: ImportActs;
}) {
  const t = useT();
  return (
    <div className={css['warning']}>
      <Icon name="warning" />
      <div>
        <p>{t.imports.file.other(other.account, other.name)}</p>
        <Button size="small" className={css['ways']} onClick={() => acts.assign([file.id], other.client)}>
          {t.imports.file.otherDo(other.name)}
        </Button>
      </div>
    </div>
  );
}

function SameFile({
  file,
  same,
  owner,
}: {
  readonly file: ImportFile;
  readonly same: NonNullable<ImportFile['sameAs']>;
  readonly owner: number;
}) {
  const t = useT();
  const format = useFormat();
  const at = format.date(momentDate(same.at), 'medium');
  const nothing = file.counts.added + file.counts.changed === 0;
  return (
    <div className={css['warning']}>
      <Icon name="warning" />
      <p>
        {same.live ? t.imports.file.same(same.batch, at) : t.imports.file.sameTakenBack(same.batch, at)}{' '}
        {same.live && nothing && t.imports.file.sameNothing}{' '}
        <Link className={css['link']} href={clientHref(owner, `imports/${same.batch}`)}>
          {t.imports.file.seeBatch(same.batch)}
        </Link>
      </p>
    </div>
  );
}
