/** What goes with a client, counted, and what does not. */
import type { Output } from '../../../shared/contract/api.ts';
import type { CallError } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ErrorPanel } from '../../ui/index.ts';
import css from './Delete.module.css';

export function DeleteFacts({
  told: { data, error },
}: {
  readonly told: {
    readonly data: Output<'clients.deletion'> | undefined;
    readonly error: CallError | null;
  };
}) {
  const t = useT();
  const format = useFormat();
  const words = t.deletion;
  if (error !== null) return <ErrorPanel error={error} inline />;
  const n = (value: number): string => format.number(value, 0);
  // What there is none of is not said.
  const facts: readonly (readonly [title: string, count: number, text: string])[] =
    data === undefined
      ? []
      : [
          [
            words.facts.figures,
            1,
            data.span === null
              ? words.noFigures
              : words.span(
                  n(data.figures),
                  format.date(data.span.from, 'medium'),
                  format.date(data.span.to, 'medium'),
                ),
          ],
          [words.facts.imports, data.imports, n(data.imports)],
          [words.facts.content, data.content, n(data.content)],
          [words.facts.notes, data.notes, words.notesText(n(data.notes))],
          [words.facts.reports, data.reports, words.reportsText(n(data.reports))],
        ];
  return (
    <section className={css['part']}>
      <h3>{words.goes}</h3>
      {data === undefined ? (
        <p className={css['grey']} role="status">
          {words.looking}
        </p>
      ) : (
        <dl className={css['facts']}>
          {facts
            .filter(([, count]) => count > 0)
            .map(([title, , text]) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      )}
      <p className={css['grey']}>{words.elsewhere}</p>
    </section>
  );
}
