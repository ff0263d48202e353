/** What the pasted answers give: the counts, the result of the three, and every answer that was not read. */
import { surveyGroups, surveyKpis, surveyResult } from '../../../../shared/domain/survey.ts';
import type { UnreadAnswer } from '../../../../shared/domain/survey.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Icon, Segmented } from '../../../ui/index.ts';
import css from './answers.module.css';
import type { Answers } from './useAnswers.ts';

const percent = { kind: 'percent' } as const;
const plain = { kind: 'count' } as const;
const mostListed = 100;

export function AnswersPreview({ answers }: { readonly answers: Answers }) {
  const t = useT();
  const format = useFormat();
  const words = t.quality.answers;
  const { tally, set, standing, after } = answers;
  if (answers.text.trim() === '')
    return (
      <section className={css['preview']} aria-label={words.counts}>
        <p className={css['grey']}>{words.nothing}</p>
      </section>
    );
  const keys = surveyKpis[set];
  const result = surveyResult(after, set);
  const unit = answers.unitOf(keys.result);
  const found = [
    words.n(tally.n),
    ...(answers.afterAll > tally.n ? [words.all(answers.afterAll)] : []),
    ...(tally.blank > 0 ? [words.blank(tally.blank)] : []),
    ...(tally.unread.length > 0 ? [words.unreadCount(tally.unread.length)] : []),
  ];
  return (
    <section className={css['preview']} aria-label={words.counts}>
      <div>
        <p className={css['grey']}>{answers.nameOf(keys.result)}</p>
        {result !== null && unit ? (
          <p className={css['result']}>
            {format.value(result, unit)} <span>{format.words(unit)}</span>
          </p>
        ) : (
          <p className={css['none']}>{words.noneRead}</p>
        )}
        <p className={css['grey']}>{found.join(', ')}</p>
      </div>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{words.columns.group}</th>
            <th scope="col">{words.columns.answers}</th>
            {standing.some ? (
              <>
                <th scope="col">{words.columns.there}</th>
                <th scope="col">{words.columns.after}</th>
              </>
            ) : (
              <th scope="col">{words.columns.share}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {surveyGroups.map((group) => (
            <tr key={group}>
              <th scope="row">{answers.nameOf(keys[group])}</th>
              <td>{format.value(tally.counts[group], plain)}</td>
              {standing.some ? (
                <>
                  <td className={css['was']}>{format.value(standing.counts?.[group] ?? 0, plain)}</td>
                  <td className={css['will']}>{format.value(after[group], plain)}</td>
                </>
              ) : (
                <td className={css['was']}>
                  {tally.n > 0 && format.value(tally.counts[group] / tally.n, percent)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {standing.some && (
        <div className={css['mode']}>
          <span className={css['grey']}>{words.mode}</span>
          <Segmented
            label={words.mode}
            value={answers.mode}
            onChange={answers.setMode}
            items={[
              { value: 'replace', label: words.replace },
              { value: 'add', label: words.addUp },
            ]}
          />
        </div>
      )}
      {standing.finer && <Remark text={words.finer} />}
      {tally.unread.length > 0 && <Unread list={tally.unread} />}
      {answers.missing.length > 0 && <p className={css['grey']}>{words.toAdd(answers.missing.join(', '))}</p>}
    </section>
  );
}

function Remark({ text }: { readonly text: string }) {
  return (
    <p className={css['remark']}>
      <Icon name="info" />
      {text}
    </p>
  );
}

function Unread({ list }: { readonly list: readonly UnreadAnswer[] }) {
  const t = useT();
  const words = t.quality.answers;
  return (
    <div>
      <h3 id="answers-unread" className={cx(css['remark'], css['warn'])}>
        <Icon name="warning" />
        {words.unreadTitle}
      </h3>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={css['unread']} aria-labelledby="answers-unread" tabIndex={0}>
        {list.slice(0, mostListed).map((one) => (
          <li key={one.place}>
            <span>{words.line(one.place)}</span>
            <b>{one.text}</b>
            <span>{words.faults[one.why]}</span>
          </li>
        ))}
        {list.length > mostListed && <li>{words.more(list.length - mostListed)}</li>}
      </ul>
    </div>
  );
}
