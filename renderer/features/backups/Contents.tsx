/** What a backup holds, client by client, beside what the book holds now where there is one. */
import type { BackupContents } from '../../../shared/contract/api/backups.ts';
import { momentFull } from '../../app/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { cx } from '../../ui/index.ts';
import { clientLines } from './compare.ts';
import type { ClientLine } from './compare.ts';
import css from './backups.module.css';

/** The book of now, as far as it is compared. */
export type BookNow = Pick<BackupContents, 'clients' | 'figures'>;

export interface ContentsProps {
  readonly contents: BackupContents;
  /** When it was made, as text. */
  readonly when: string;
  /** `null`: there is no book to compare with. */
  readonly now: BookNow | null;
}

export function Contents({ contents, when, now }: ContentsProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const words = t.backups;
  const lines = clientLines(contents.clients, now?.clients ?? []);
  return (
    <>
      {contents.lastChange !== null && (
        <p className={css['grey']}>{words.lastChange(momentFull(contents.lastChange, language))}</p>
      )}
      {lines.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <table className={css['contents']} aria-label={words.table(when)}>
          <thead>
            {now !== null && (
              <tr className={css['groups']}>
                <th scope="col" rowSpan={2}>
                  {words.client}
                </th>
                <th scope="colgroup" colSpan={3}>
                  {words.inIt}
                </th>
                <th scope="colgroup" colSpan={2} className={css['side']}>
                  {words.inBook}
                </th>
                <th scope="col" rowSpan={2} className={css['side']}>
                  {words.after}
                </th>
              </tr>
            )}
            <tr>
              {now === null && <th scope="col">{words.client}</th>}
              <th scope="col" className={css['right']}>
                {words.figures}
              </th>
              <th scope="col">{words.newest}</th>
              <th scope="col" className={css['right']}>
                {words.reports}
              </th>
              {now !== null && (
                <>
                  <th scope="col" className={cx(css['right'], css['side'])}>
                    {words.figures}
                  </th>
                  <th scope="col">{words.newest}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.name} line={line} compared={now !== null} />
            ))}
          </tbody>
          {lines.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <td className={css['right']}>{format.number(contents.figures)}</td>
                <td />
                <td className={css['right']}>
                  {format.number(contents.clients.reduce((sum, { reports }) => sum + reports, 0))}
                </td>
                {now !== null && (
                  <>
                    <td className={cx(css['right'], css['side'])}>{format.number(now.figures)}</td>
                    <td />
                    <td className={css['side']} />
                  </>
                )}
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </>
  );
}

function Line({ line, compared }: { readonly line: ClientLine; readonly compared: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = t.backups;
  const { name, archived, then, now } = line;
  const change = changeOf(line, t, format);
  return (
    <tr>
      <th scope="row">
        {name}
        {archived && <span className={css['faint']}> {words.archived}</span>}
      </th>
      <td className={css['right']}>{then === null ? '–' : format.number(then.figures)}</td>
      <td>{newestText(then, words.noFigures, format)}</td>
      <td className={css['right']}>{then === null ? '–' : format.number(then.reports)}</td>
      {compared && (
        <>
          <td className={cx(css['right'], css['side'])}>{now === null ? '–' : format.number(now.figures)}</td>
          <td>{newestText(now, words.noFigures, format)}</td>
          <td className={cx(css['side'], change.strong && css['strong'])}>{change.text}</td>
        </>
      )}
    </tr>
  );
}

function newestText(side: ClientLine['then'], none: string, format: Format): string {
  if (side === null) return '–';
  return side.until === null ? none : format.date(side.until, 'medium');
}

/** What putting the backup back does to a client; strong where something would be gone. */
export function changeOf(
  { then, now }: Pick<ClientLine, 'then' | 'now'>,
  t: Catalogue,
  format: Format,
): { readonly text: string; readonly strong: boolean } {
  const words = t.backups.changes;
  if (then === null) return { text: words.gone, strong: true };
  if (now === null) return { text: words.back, strong: false };
  const by = then.figures - now.figures;
  if (by === 0) return { text: words.same, strong: false };
  const n = format.number(Math.abs(by));
  return by < 0 ? { text: words.fewer(n, -by), strong: true } : { text: words.more(n, by), strong: false };
}
