/** The inputs of a number: figure, how much of the period is recorded, and which import or hand it came from. */
import { Link } from 'wouter';
import type { Explorer } from '../../../shared/contract/api/views.ts';
import { momentDate, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './Made.module.css';

export function MadeInputs({ data, faces }: { readonly data: Explorer; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const { made } = data;
  const words = t.explorer.made;
  const several = new Set(made.inputs.map((input) => input.kpi)).size > 1 || made.formula !== null;
  if (made.inputs.length === 0) return null;
  return (
    <section>
      <h3>{words.inputs}</h3>
      <table className={css['inputs']}>
        <thead>
          <tr>
            <th scope="col">{several ? words.kpi : words.channel}</th>
            <th scope="col" className={css['num']}>
              {words.figure}
            </th>
            <th scope="col" className={css['num']}>
              {words.coverage}
            </th>
            <th scope="col">{words.from}</th>
          </tr>
        </thead>
        <tbody>
          {made.inputs.map((input) => {
            const channel = faces.channel(input.channel);
            const { coverage, value } = input.measured;
            return (
              <tr key={`${input.kpi} ${input.channel}`}>
                <th scope="row">
                  {several
                    ? faces.name(input.kpi) + (channel === null ? '' : `, ${channel}`)
                    : (channel ?? words.all)}
                </th>
                <td className={cx(css['num'], css['strong'])}>
                  {value === null ? <Gap width={32} /> : format.value(value, faces.unit(input.kpi))}
                </td>
                <td className={cx(css['num'], css['grey'])}>
                  {coverage === undefined ? '–' : `${coverage.recorded}/${coverage.expected}`}
                </td>
                <td>
                  <Origins input={input} computed={faces.kpi(input.kpi)?.computed ?? false} />
                </td>
              </tr>
            );
          })}
          {!several && made.inputs.length > 1 && (
            <tr className={css['total']}>
              <th scope="row">{words.all}</th>
              <td className={cx(css['num'], css['strong'])}>
                {made.now.value === null ? <Gap width={32} /> : format.value(made.now.value, data.kpi.unit)}
              </td>
              <td className={cx(css['num'], css['grey'])}>
                {made.now.coverage === undefined
                  ? '–'
                  : `${made.now.coverage.recorded}/${made.now.coverage.expected}`}
              </td>
              <td className={css['grey']}>{words.computed}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Origins({
  input,
  computed,
}: {
  readonly input: Explorer['made']['inputs'][number];
  readonly computed: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.explorer.made;
  const [first, ...rest] = input.batches;
  if (first === undefined)
    return <span className={css['grey']}>{computed ? words.computed : words.nothing}</span>;
  return (
    <span
      className={css['origin']}
      title={input.batches
        .map((batch) => `${batch.label}, ${format.date(momentDate(batch.at), 'medium')}`)
        .join('\n')}
    >
      {first.kind === 'import' ? (
        <Link href={place.href('imports', { batch: String(first.batch) })}>{words.import(first.batch)}</Link>
      ) : (
        <span>{first.kind === 'edit' ? words.typed : first.label}</span>
      )}
      <span className={css['grey']}>{format.date(momentDate(first.at), 'short')}</span>
      {rest.length > 0 && <span className={css['grey']}>{words.more(rest.length)}</span>}
    </span>
  );
}
