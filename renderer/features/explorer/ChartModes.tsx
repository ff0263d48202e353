/** Choices that belong to one kind of chart, and the scale of a heat map. */
import { usePlace } from '../../app/index.ts';
import { rangeOf } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Segmented } from '../../ui/index.ts';
import css from './explorer.module.css';
import type { Drawing } from './useDrawing.ts';
import type { ExplorerState } from './useExplorer.ts';

export function ChartModes({ state }: { readonly state: ExplorerState }) {
  const t = useT();
  const place = usePlace();
  const { kind, choice, heat, heatModes, multiples, multiplesModes } = state;
  const replace = { replace: true };
  if (kind === 'heat' && heatModes.length > 1)
    return (
      <div className={css['modes']}>
        <Segmented
          label={t.explorer.heat.label}
          value={heat}
          onChange={(next) => place.set({ heat: next, zoom: undefined, at: undefined }, replace)}
          items={heatModes.map((value) => ({ value, label: t.explorer.heat[value] }))}
        />
      </div>
    );
  if (kind === 'stacked')
    return (
      <div className={css['modes']}>
        <Segmented
          label={t.explorer.amount.label}
          value={choice.share ? 'share' : 'value'}
          onChange={(next) => place.set({ share: next === 'share' ? '1' : undefined }, replace)}
          items={[
            { value: 'value', label: t.explorer.amount.value },
            { value: 'share', label: t.explorer.amount.share },
          ]}
        />
      </div>
    );
  if (kind === 'multiples')
    return (
      <div className={css['modes']}>
        {multiplesModes.length > 1 && (
          <Segmented
            label={t.explorer.multiples.label}
            value={multiples}
            onChange={(next) => place.set({ of: next }, replace)}
            items={multiplesModes.map((value) => ({
              value,
              label: value === 'kra' ? t.explorer.multiples.area : t.explorer.multiples.parts,
            }))}
          />
        )}
        {multiples === 'kra' ? (
          <span className={css['left']}>{t.explorer.multiples.ownOnly}</span>
        ) : (
          <Segmented
            label={t.explorer.multiples.scale}
            value={choice.own ? 'own' : 'same'}
            onChange={(next) => place.set({ scale: next === 'own' ? 'own' : undefined }, replace)}
            items={[
              { value: 'same', label: t.explorer.multiples.same },
              { value: 'own', label: t.explorer.multiples.own },
            ]}
          />
        )}
      </div>
    );
  return null;
}

export function HeatScale({ heat }: { readonly heat: NonNullable<Drawing['heat']> }) {
  const t = useT();
  const format = useFormat();
  const unit = heat.rows[0]?.unit;
  const [low, high] = rangeOf(heat.rows);
  return (
    <p className={css['scale']}>
      <span className={css['ramp']} role="img" aria-label={t.explorer.heat.lightToDark} />
      {heat.scale === 'row' || unit === undefined
        ? t.explorer.heat.scaleRow
        : t.explorer.heat.from(format.value(low, unit), format.value(high, unit))}
    </p>
  );
}
