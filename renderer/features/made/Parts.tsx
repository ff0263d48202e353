/** What a number is made of: each part with its figure, how much of it is recorded, and where it comes from. */
import type { Made, Step } from '../../../shared/contract/api/numbers.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap, NotApplicable } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './made.module.css';
import { rowsOf } from './rows.ts';
import type { MadeRow } from './rows.ts';
import { Sources } from './Sources.tsx';
import { notesOf, plain, readable } from './stepWords.ts';
import { deeperInto } from './targets.ts';

const ENOUGH = 0.8;

export interface PartsProps {
  readonly made: Made;
  readonly faces: Faces;
  readonly target: NumberTarget;
  readonly onDeeper: (target: NumberTarget, from: HTMLElement) => void;
}

export function Parts({ made, faces, target, onDeeper }: PartsProps) {
  const t = useT();
  const words = t.made;
  const rows = rowsOf(made);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{words.parts}</h3>
      <table className={css['parts']} aria-label={words.rows}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.parts}</span>
            </th>
            <th scope="col" className={css['num']}>
              {words.figure}
            </th>
            <th scope="col" className={css['num']}>
              {words.recorded}
            </th>
            <th scope="col">{words.from}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.index} row={row} made={made} faces={faces} target={target} onDeeper={onDeeper} />
          ))}
          <Total made={made} />
        </tbody>
      </table>
    </section>
  );
}

function Row({ made, row, faces, target, onDeeper }: PartsProps & { readonly row: MadeRow }) {
  const { step, index, depth, again } = row;
  const t = useT();
  const format = useFormat();
  const deeper = deeperInto(step, made, target);
  const label = labelOf(step, made, faces, format, t.made);
  const notes = again ? [] : notesOf(made, index, faces, format, t);
  const counts = step.used !== null || step.kind === 'weight' || step.measured.value === null;
  const indent = { paddingInlineStart: depth * 12 };
  // A sum of several parts was neither recorded nor brought by a file: its formula takes the whole width.
  if (step.kind === 'part' && deeper === null && notes.length === 0 && !again)
    return (
      <tr className={cx(!counts && css['idle'])}>
        <th scope="row" colSpan={4} style={indent} className={css['piece']}>
          {label} <span className={css['equals']}>=</span>{' '}
          <strong className={css['strong']}>
            <Figure step={step} faces={faces} />
          </strong>
        </th>
      </tr>
    );
  return (
    <>
      <tr className={cx(notes.length > 0 && css['noted'], !counts && css['idle'])}>
        <th scope="row" style={indent} className={cx(step.kind === 'part' && css['piece'])}>
          {deeper === null ? (
            label
          ) : (
            <button
              type="button"
              className={css['deeper']}
              title={t.made.ask}
              onClick={(event) => onDeeper(deeper, event.currentTarget)}
            >
              {label}
            </button>
          )}
        </th>
        <td className={cx(css['num'], css['strong'])}>
          <Figure step={step} faces={faces} />
        </td>
        <td className={cx(css['num'], css['grey'])}>{!again && <Recorded step={step} />}</td>
        <td>
          {again ? (
            <span className={css['grey']}>{t.made.again}</span>
          ) : (
            <Sources step={step} made={made} target={target} />
          )}
        </td>
      </tr>
      {notes.length > 0 && (
        <tr className={css['note']}>
          <td colSpan={4} style={indent}>
            {notes.join(' ')}
          </td>
        </tr>
      )}
    </>
  );
}

/** Channels and what they come to together, as a sum below the line. */
function Total({ made }: { readonly made: Made }) {
  const t = useT();
  const format = useFormat();
  const [root, ...rest] = made.steps;
  const channels = rest.filter((step) => step.depth === 1 && step.kind === 'channel');
  if (root?.over?.kind !== 'channels' || channels.length < 2 || root.measured.value === null) return null;
  const { coverage } = root.measured;
  return (
    <tr className={css['total']}>
      <th scope="row">{t.made.all}</th>
      <td className={cx(css['num'], css['strong'])}>{format.value(root.measured.value, made.kpi.unit)}</td>
      <td className={cx(css['num'], css['grey'])}>
        {coverage === undefined ? '' : `${coverage.recorded}/${coverage.expected}`}
      </td>
      <td className={css['grey']}>{t.made.inside}</td>
    </tr>
  );
}

function labelOf(
  step: Step,
  made: Made,
  faces: Faces,
  format: ReturnType<typeof useFormat>,
  words: ReturnType<typeof useT>['made'],
): string {
  const channel = faces.channel(step.channel);
  switch (step.kind) {
    case 'part':
    case 'constant':
      return readable(step.text, faces, format);
    case 'weight':
      return words.weight(faces.name(step.kpi ?? ''));
    case 'channel':
      return channel ?? words.fromLog;
    case 'number':
      return channel ?? faces.channel(made.channel) ?? words.all;
    case 'operand': {
      const name = faces.name(step.kpi ?? '');
      return channel === null || made.channel !== null ? name : `${name}, ${channel}`;
    }
  }
}

function Figure({ step, faces }: { readonly step: Step; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const { measured } = step;
  const value = measured.value ?? step.used;
  if (value !== null)
    return step.kpi === null ? plain(value, format) : format.value(value, faces.unit(step.kpi));
  if (measured.state === 'notApplicable') return <NotApplicable />;
  const [reason] = measured.reasons;
  return <Gap width={32} {...(reason !== undefined && { label: t.status.value[reason] })} />;
}

function Recorded({ step }: { readonly step: Step }) {
  const format = useFormat();
  const { coverage, asOf } = step.measured;
  if (asOf !== undefined) return format.date(asOf, 'short');
  if (coverage === undefined || step.kind === 'part') return '';
  const short = coverage.expected > 0 && coverage.recorded / coverage.expected < ENOUGH;
  return (
    <span className={cx(short && css['short'])} title={format.coverage(coverage)}>
      {coverage.recorded}/{coverage.expected}
    </span>
  );
}
