/** The dropped files side by side: what each is, where it goes, what it asks. */
import type { ImportSession } from '../../../shared/contract/api/imports.ts';
import { FileCard } from './FileCard.tsx';
import css from './FileCards.module.css';
import type { ImportState } from './useImport.ts';

export function FileCards({
  session,
  state,
}: {
  readonly session: ImportSession;
  readonly state: ImportState;
}) {
  return (
    <ul className={css['cards']}>
      {session.files.map((file) => (
        <li key={file.id}>
          <FileCard file={file} state={state} />
        </li>
      ))}
    </ul>
  );
}
