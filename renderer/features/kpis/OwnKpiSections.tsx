/** Two parts of an own KPI's form: how its figures are made, and where it belongs. */
import type { CatalogueDto, ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { channelAggregations, levels, stageKeys, timeAggregations } from '../../../shared/domain/kpi.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Combobox,
  Field,
  FormPair,
  FormSection,
  Segmented,
  Select,
  sentence,
  Switch,
} from '../../ui/index.ts';
import { FormulaField } from './FormulaField.tsx';
import { countsEvidence, inUnit } from './ownKpi.ts';
import type { OwnKpi } from './ownKpi.ts';
import css from './OwnKpiScreen.module.css';

interface SectionProps {
  readonly own: OwnKpi;
  /** The client's other KPIs. */
  readonly kpis: readonly ClientKpi[];
  /** The form was sent once: what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (change: Partial<OwnKpi>) => void;
}

export function MadeSection({
  own,
  ownKey,
  unit,
  kpis,
  tried,
  onChange,
}: SectionProps & { readonly ownKey: string; readonly unit: Unit }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const words = t.kpis.form;
  const byEvidence = countsEvidence(own);
  return (
    <FormSection title={words.sections.made}>
      <Field label={words.source}>
        {() => (
          <div>
            <Segmented
              label={words.source}
              value={own.computed ? 'formula' : byEvidence ? 'evidence' : 'typed'}
              onChange={(how) =>
                onChange({
                  computed: how === 'formula',
                  evidence: how === 'evidence',
                  ...(how === 'evidence' && inUnit(own, 'count')),
                })
              }
              items={[
                { value: 'typed', label: words.typed },
                { value: 'evidence', label: t.quality.source.evidence },
                { value: 'formula', label: words.formula },
              ]}
            />
          </div>
        )}
      </Field>
      {own.computed ? (
        <FormulaField
          client={client.id}
          own={ownKey}
          unit={unit}
          kpis={kpis}
          value={own.formula}
          onChange={(formula) => onChange({ formula })}
          onUnit={({ kind, of = own.of }) => onChange({ ...inUnit(own, kind), of })}
        />
      ) : byEvidence ? (
        <p className={css['grey']}>{t.quality.source.hint}</p>
      ) : (
        <FormPair>
          <Field label={words.overTime}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                value={own.overTime}
                onChange={(overTime) => onChange({ overTime })}
                items={timeAggregations
                  .filter((a) => a !== 'formula')
                  .map((value) => ({ value, label: sentence(t.kpis.overTime[value]) }))}
              />
            )}
          </Field>
          <Field label={words.overChannels}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                value={own.overChannels}
                onChange={(overChannels) => onChange({ overChannels })}
                items={channelAggregations
                  .filter((a) => a !== 'formula')
                  .map((value) => ({ value, label: sentence(t.kpis.overChannels[value]) }))}
              />
            )}
          </Field>
          {(own.overTime === 'weightedMean' || own.overChannels === 'weightedMean') && (
            <Field label={words.weightBy} error={tried && own.weightBy === null ? words.choose : undefined}>
              {({ id }) => (
                <Combobox
                  id={id}
                  label={words.weightBy}
                  look="form"
                  placeholder={words.choose}
                  value={own.weightBy}
                  onChange={(weightBy) => onChange({ weightBy })}
                  items={kpis.map((kpi) => ({
                    value: kpi.definition.key,
                    label: format.local(kpi.definition.name),
                  }))}
                />
              )}
            </Field>
          )}
        </FormPair>
      )}
    </FormSection>
  );
}

export function PlaceSection({
  own,
  ownKey,
  catalogue,
  kpis,
  tried,
  onChange,
}: SectionProps & { readonly ownKey: string; readonly catalogue: CatalogueDto }) {
  const t = useT();
  const format = useFormat();
  const held = kpis.filter((kpi) => kpi.definition.counter === ownKey);
  const words = t.kpis.form;
  return (
    <FormSection title={words.sections.place}>
      <Field label={words.kra}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={own.kra}
            onChange={(kra) => onChange({ kra })}
            items={catalogue.kras.map((kra) => ({ value: kra.key, label: format.local(kra.name) }))}
          />
        )}
      </Field>
      <FormPair>
        <Field label={words.stage}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={own.stage}
              onChange={(stage) => onChange({ stage })}
              items={stageKeys.map((value) => ({ value, label: sentence(t.kpis.stages[value]) }))}
            />
          )}
        </Field>
        <Field label={words.level}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={own.level}
              onChange={(level) => onChange({ level })}
              items={levels.map((value) => ({ value, label: sentence(t.kpis.levels[value]) }))}
            />
          )}
        </Field>
      </FormPair>
      <div className={css['vanity']}>
        <Switch
          label={words.vanity}
          checked={own.vanity}
          // What stands wrong already can be put right.
          disabled={held.length > 0 && !own.vanity}
          onChange={(vanity) => onChange({ vanity })}
        />
        <p className={css['grey']}>
          {held.length === 0
            ? words.vanityHint
            : words.vanityHeld(held.map((kpi) => format.local(kpi.definition.name)).join(', '))}
        </p>
        {own.vanity && (
          <Field
            label={words.counter}
            error={tried && own.counter === null ? words.counterNeeded : undefined}
          >
            {({ id }) => (
              <Combobox
                id={id}
                label={words.counter}
                look="form"
                placeholder={words.choose}
                value={own.counter}
                onChange={(counter) => onChange({ counter })}
                items={kpis
                  .filter((kpi) => !kpi.definition.vanity)
                  .map((kpi) => ({
                    value: kpi.definition.key,
                    label: format.local(kpi.definition.name),
                  }))}
              />
            )}
          </Field>
        )}
      </div>
    </FormSection>
  );
}
