/** "Whose is this file?": one answer for as many of the files as are ticked. */
import { useId, useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import { useBook } from './book.tsx';
import { ClientChoice } from './ClientChoice.tsx';
import { FileCard } from './FileCard.tsx';
import css from './WhoseFiles.module.css';
import type { ImportActs } from './useImport.ts';

interface WhoseProps {
  readonly files: readonly ImportFile[];
  readonly session: ImportSession;
  readonly acts: ImportActs;
}

export function WhoseFiles({ files, session, acts }: WhoseProps) {
  const t = useT();
  const { clients } = useBook();
  const title = useId();
  const [out, setOut] = useState<ReadonlySet<number>>(new Set());
  const asked = files.filter((file) => file.status !== 'refused');
  const chosen = asked.filter((file) => !out.has(file.id)).map((file) => file.id);
  const assign = (client: number): void => {
    acts.assign(chosen, client);
    // Those that are left are asked about afresh.
    setOut(new Set());
  };
  const flip = (id: number): void => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  return (
    <section className={css['panel']} aria-labelledby={title}>
      <header className={css['head']}>
        <h2 id={title}>{asked.length === 1 ? t.imports.files.unknownOne : t.imports.files.unknown}</h2>
        <p className={css['text']}>{t.imports.files.unknownText}</p>
      </header>
      <div className={css['choices']}>
        <ClientChoice
          clients={clients}
          label={t.imports.files.choose}
          labelledBy={title}
          disabled={chosen.length === 0}
          onChoose={assign}
        />
      </div>
      <ul className={css['files']}>
        {files.map((file) => (
          <li key={file.id} className={css['file']}>
            {asked.length > 1 && file.status !== 'refused' && (
              <input
                type="checkbox"
                className={css['tick']}
                aria-label={t.imports.files.select(file.name)}
                checked={!out.has(file.id)}
                onChange={() => flip(file.id)}
              />
            )}
            <FileCard file={file} session={session} acts={acts} open={file.status === 'refused'} />
          </li>
        ))}
      </ul>
    </section>
  );
}
