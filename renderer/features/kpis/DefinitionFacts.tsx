/** What a KPI counts and how it behaves, as a list of facts. */
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import css from './DefinitionFacts.module.css';
import { inNames } from './formulaText.ts';

export interface DefinitionFactsProps {
  readonly definition: KpiDefinition;
  readonly counterName: string | undefined;
  /** Names of area and stage, where they are not on screen already. */
  readonly area?: string;
  readonly stage?: string;
  /** Names of the KPIs a formula holds. */
  readonly nameOf: (key: string) => string | undefined;
  /** Without aliases. */
  readonly short?: boolean;
}

export function DefinitionFacts({
  definition,
  counterName,
  area,
  stage,
  nameOf,
  short,
}: DefinitionFactsProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.panel;
  const label = format.words(definition.unit);
  const other = format.language === 'en' ? 'es' : 'en';
  const aliases = [...definition.aliases[format.language], ...definition.aliases[other]].filter(
    (word) => !word.includes('_'),
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    [
      words.unit,
      `${t.kpis.units[definition.unit.kind]}${label && definition.unit.kind === 'count' ? `, ${label}` : ''}`,
    ],
    [words.direction, t.kpis.directions[definition.direction]],
    [words.recorded, t.kpis.recordedPer[definition.cadence]],
    [
      words.over,
      definition.timeAggregation === 'formula'
        ? t.kpis.overTime.formula
        : `${t.kpis.overTime[definition.timeAggregation]}; ${t.kpis.overChannels[definition.channelAggregation]}`,
    ],
    [words.area, area],
    [words.stage, stage],
    [words.level, short ? undefined : t.kpis.levels[definition.level]],
    [words.aliases, short || aliases.length === 0 ? undefined : aliases.slice(0, 8).join(', ')],
  ];
  return (
    <div className={css['facts']}>
      {format.local(definition.definition) !== '' && (
        <p className={css['definition']}>{format.local(definition.definition)}</p>
      )}
      {definition.vanity && (
        <p className={css['vanity']}>
          {counterName === undefined ? t.kpis.vanityAlone : t.kpis.vanityWhy(counterName)}
        </p>
      )}
      {definition.formula !== undefined && (
        <p className={css['formula']}>
          <b>{format.local(definition.name)}</b> = {inNames(definition.formula, nameOf)}
        </p>
      )}
      <dl className={css['list']}>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
