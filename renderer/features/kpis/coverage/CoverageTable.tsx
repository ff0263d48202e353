/** Key result areas by stages: each field holds its KPIs with what they lack, an empty one is hatched. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Matrix } from '../../../../shared/contract/api/advice.ts';
import type { KpiFace } from '../../../../shared/contract/values.ts';
import { usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, cx, gapClass, Icon } from '../../../ui/index.ts';
import type { IconName } from '../../../ui/Icon.tsx';
import css from './Coverage.module.css';

type CellKpi = Matrix['cells'][number]['kpis'][number];

/** Icons, not shapes: a status is something else. `null` is drawn as the hatch of missing figures. */
const marks: Readonly<Record<CellKpi['state'], IconName | null>> = {
  ok: 'check',
  noTarget: 'target',
  stale: 'clock',
  noFigures: null,
  hidden: 'eye',
};

export function CoverageTable({ matrix }: { readonly matrix: Matrix }) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.coverage;
  const place = usePlace();
  const faces = new Map(matrix.kpis.map((kpi) => [kpi.id, kpi]));
  const gapOf = (axis: 'kra' | 'stage', key: string) =>
    matrix.gaps.find((gap) => gap.axis === axis && gap.key === key)?.kind;
  return (
    <table className={css['table']} aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col" className={css['area']}>
            {words.area}
          </th>
          {matrix.stages.map((stage) => (
            <th key={stage.key} scope="col">
              {format.local(stage.name)}
              <GapWord kind={gapOf('stage', stage.key)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.kras.map((kra) => (
          <tr key={kra.key}>
            <th scope="row" className={css['area']}>
              {format.local(kra.name)}
              <GapWord kind={gapOf('kra', kra.key)} />
            </th>
            {matrix.stages.map((stage) => {
              const cell = matrix.cells.find((one) => one.kra === kra.key && one.stage === stage.key);
              const kpis = cell?.kpis ?? [];
              return (
                <td key={stage.key} className={cx(kpis.length === 0 && gapClass)}>
                  {kpis.length === 0 ? (
                    <Link
                      className={css['fill']}
                      href={place.href('kpis/catalogue', { kra: kra.key, stage: stage.key })}
                      aria-label={words.empty(format.local(kra.name), format.local(stage.name))}
                      title={words.fillFrom}
                    >
                      <Icon name="plus" />
                    </Link>
                  ) : (
                    <Cell kpis={kpis} faces={faces} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Those on the list first; the others are counted, and named on asking. */
function Cell({
  kpis,
  faces,
}: {
  readonly kpis: readonly CellKpi[];
  readonly faces: ReadonlyMap<number, KpiFace>;
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  const hidden = kpis.filter((kpi) => kpi.state === 'hidden');
  const shown = all ? kpis : kpis.filter((kpi) => kpi.state !== 'hidden');
  return (
    <>
      {shown.length > 0 && (
        <ul className={css['cell']}>
          {shown.map((kpi) => {
            const face = faces.get(kpi.kpi);
            return face === undefined ? null : <Kpi key={kpi.kpi} face={face} state={kpi.state} />;
          })}
        </ul>
      )}
      {hidden.length > 0 && (
        <Button kind="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          <span className={css['state']}>{t.kpis.coverage.hiddenCount(hidden.length)}</span>
        </Button>
      )}
    </>
  );
}

/** What the marks say; the words stand beside all but the one that lacks nothing. */
export function CoverageLegend() {
  const t = useT();
  const words = t.kpis.coverage;
  return (
    <ul className={css['legend']} aria-label={words.legendLabel}>
      {(['ok', 'noTarget', 'stale', 'noFigures'] as const).map((state) => (
        <li key={state} className={css[state]}>
          <Mark state={state} />
          {words.legend[state]}
        </li>
      ))}
      <li>
        <span className={cx(css['field'], gapClass)} />
        {words.legend.empty}
      </li>
    </ul>
  );
}

function Mark({ state }: { readonly state: CellKpi['state'] }) {
  const mark = marks[state];
  return (
    <span className={css['mark']}>
      {mark === null ? <span className={cx(css['missing'], gapClass)} /> : <Icon name={mark} />}
    </span>
  );
}

function GapWord({ kind }: { readonly kind: Matrix['gaps'][number]['kind'] | undefined }) {
  const t = useT();
  if (kind === undefined) return null;
  return (
    <span className={css['gapWord']}>
      <Icon name="warning" />
      {t.kpis.coverage.gapWord[kind]}
    </span>
  );
}

function Kpi({ face, state }: { readonly face: KpiFace; readonly state: CellKpi['state'] }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  return (
    <li className={cx(css['kpi'], css[state])}>
      <Mark state={state} />
      <span className={css['words']}>
        <Link href={place.href('kpis', { kpi: String(face.id) })} className={css['name']}>
          {format.local(face.name)}
        </Link>{' '}
        {face.vanity && <span className={css['tag']}>{t.kpis.vanity}</span>}{' '}
        <span className={state === 'ok' ? 'visually-hidden' : css['state']}>
          {t.kpis.coverage.states[state]}
        </span>
      </span>
    </li>
  );
}
