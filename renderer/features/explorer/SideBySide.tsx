/** The kind "small multiples": channels, members of a split, or the KPIs of the same area. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { memberName } from '../../../shared/domain/members.ts';
import { usePlace } from '../../app/index.ts';
import type { SlotState } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { EmptyState } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { dimensionWord } from './dimensionWord.ts';
import css from './explorer.module.css';
import { Multiples } from './Multiples.tsx';
import type { Multiple } from './Multiples.tsx';
import type { ExplorerState } from './useExplorer.ts';

interface SideBySideProps {
  readonly state: ExplorerState;
  readonly data: Explorer;
  readonly faces: Faces;
}

export function SideBySide({ state, data, faces }: SideBySideProps) {
  const t = useT();
  const items = useItems({ state, data, faces });
  const own = state.choice.own || state.multiples === 'kra';
  const { split } = state.choice;
  if (items.every((item) => item.values.every((value) => value === null)))
    return (
      <div className={css['nothing']}>
        <EmptyState
          title={
            split?.by === 'dim'
              ? t.explorer.parts.none(dimensionWord(t, split.dimension))
              : t.explorer.noPoints(t.explorer.byStep[data.cadence])
          }
        >
          {split?.by === 'dim' ? t.explorer.parts.noneText : t.explorer.noPointsText}
        </EmptyState>
      </div>
    );
  return (
    <>
      {state.multiples !== 'kra' && (
        <p className={css['left']}>
          {own ? t.explorer.multiples.ownDetail : t.explorer.multiples.sameDetail}
        </p>
      )}
      <Multiples items={items} own={own} height={84} />
    </>
  );
}

function useItems({ state, data, faces }: SideBySideProps): Multiple[] {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { unit } = data.kpi;
  const figure = (values: readonly (number | null)[], of = unit) => {
    const newest = values.findLast((value) => value !== null);
    return newest === undefined || newest === null ? null : <strong>{format.value(newest, of)}</strong>;
  };
  const ofPoints = (points: readonly { readonly value: number | null; readonly state: SlotState }[]) => ({
    values: points.map((point) => point.value),
    states: points.map((point) => point.state),
  });
  const belowOf = (values: readonly (number | null)[], cadence: Explorer['cadence']): { below?: string } => {
    if (values.every((value) => value === null))
      return { below: t.explorer.noPoints(t.explorer.byStep[cadence]) };
    return cadence === data.cadence ? {} : { below: t.explorer.per[cadence] };
  };
  if (state.multiples === 'kra' && state.choice.split === null)
    return (state.beside?.series ?? []).map((one): Multiple => {
      const { values, states } = ofPoints(one.points);
      return {
        key: one.kpi.key,
        name: format.local(one.kpi.name),
        href: place.href('explorer', { kpi: String(one.kpi.id), step: one.cadence }),
        unit: one.kpi.unit,
        values,
        states,
        figure: figure(values, one.kpi.unit),
        ...belowOf(values, one.cadence),
      };
    });
  if (state.choice.split?.by === 'dim') {
    const split = state.breakdown?.split ?? null;
    if (split === null || split.dimension !== state.choice.split.dimension) return [];
    return split.members.map((member): Multiple => ({
      key: member.code,
      name: memberName(split.dimension, member.code, format.language),
      unit,
      values: member.values,
      figure: figure(member.values),
    }));
  }
  return data.byChannel.map((one): Multiple => {
    const { values, states } = ofPoints(one.points);
    return {
      key: one.channel,
      name: faces.channel(one.channel) ?? one.channel,
      href: place.href('explorer', { kpi: String(data.kpi.id), channel: one.channel, step: data.cadence }),
      unit,
      values,
      states,
      figure: figure(values),
    };
  });
}
