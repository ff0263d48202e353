/** Notes and texts of reports that a batch wrote: of a workbook that came back. */
import type { BatchDetail } from '../../../shared/contract/imports/batches.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Panel } from '../../ui/index.ts';
import { TextDiff, useNames } from '../returns/index.ts';
import log from './BatchLog.module.css';
import css from './BatchScreen.module.css';
import type { ImportBook } from './book.tsx';

interface WordsProps {
  readonly detail: BatchDetail;
  readonly book: ImportBook;
}

export function BatchWords({ detail, book }: WordsProps) {
  return (
    <>
      {detail.notes.length > 0 && <Notes detail={detail} book={book} />}
      {detail.texts.length > 0 && <Texts detail={detail} />}
    </>
  );
}

function Notes({ detail: { notes, batch }, book }: WordsProps) {
  const t = useT();
  const format = useFormat();
  const words = t.returns.batch;
  return (
    <Panel title={words.notes} detail={t.returns.text.legend} flush>
      <table className={log['table']}>
        <thead>
          <tr>
            <th scope="col">{t.returns.columns.kpi}</th>
            <th scope="col">{t.returns.columns.channel}</th>
            <th scope="col">{t.returns.columns.period}</th>
            <th scope="col">{words.note}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((note) => (
            <tr key={`${note.kpi} ${note.channel} ${note.start}`}>
              <td className={log['strong']}>{book.kpiName(batch.client, note.kpi)}</td>
              <td className={log['quiet']}>{note.channel ?? t.common.allChannels}</td>
              <td>{format.period({ cadence: note.cadence, start: note.start }, 'medium')}</td>
              <td className={css['words']}>
                <TextDiff was={note.before ?? ''} came={note.after ?? ''} here={null} remarks={false} />
              </td>
              <State shown={note.shown} live={batch.live} />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Texts({ detail: { texts, batch } }: { readonly detail: BatchDetail }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useNames();
  const words = t.returns.batch;
  return (
    <Panel title={words.texts} flush>
      <table className={log['table']}>
        <thead>
          <tr>
            <th scope="col">{words.section}</th>
            <th scope="col">{t.returns.about.report}</th>
            <th scope="col">{words.language}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {texts.map((text) => (
            <tr key={`${text.section} ${text.start} ${text.language}`}>
              <td className={log['strong']}>{nameOf({ kpi: null, kpiName: '', section: text.section })}</td>
              <td>{format.period({ cadence: text.cadence, start: text.start }, 'long')}</td>
              <td className={log['quiet']}>{t.common.languageNames[text.language]}</td>
              <State shown={text.shown} live={batch.live} />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Whether the words of the batch are those that stand there. */
function State({ shown, live }: { readonly shown: boolean; readonly live: boolean }) {
  const t = useT();
  const words = t.returns.batch;
  const text = shown ? words.stands : live ? words.changedSince : t.imports.log.takenBack;
  return <td className={cx(log['quiet'], !shown && css['fewer'])}>{text}</td>;
}
