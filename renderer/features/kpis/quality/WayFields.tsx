/** The ways to count a quality, the most fitting first, and under them what the chosen one has to know. */
import { useId } from 'react';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { canBeTotal } from '../../../../shared/domain/quality/plan.ts';
import { waysFor } from '../../../../shared/domain/quality/propose.ts';
import { qualities } from '../../../../shared/domain/quality/qualities.ts';
import type { CountingWay } from '../../../../shared/domain/quality/qualities.ts';
import { cadences } from '../../../../shared/domain/time.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import {
  Combobox,
  cx,
  Field,
  FormPair,
  NumberInput,
  Segmented,
  Select,
  sentence,
  TextInput,
} from '../../../ui/index.ts';
import css from './quality.module.css';
import { nameOf, newTotal, wayOf } from './wish.ts';
import type { Filled } from './wish.ts';

interface WayProps {
  readonly filled: Filled;
  readonly kpis: readonly ClientKpi[];
  readonly catalogue: readonly KpiDefinition[];
  /** It was asked for once: what is missing is said. */
  readonly tried: boolean;
  readonly onChange: (change: Partial<Filled>) => void;
}

const usual = qualities.find((quality) => quality.key === 'loyalty');

export function WayFields(props: WayProps) {
  const t = useT();
  const group = useId();
  const { filled, onChange } = props;
  const chosen = wayOf(filled);
  const words = t.quality;
  return (
    <>
      <div className={css['ways']} role="radiogroup" aria-label={words.way.label}>
        {waysFor(filled.text).map((way) => (
          // Its words come from a variable, which the rule does not see.
          // oxlint-disable-next-line jsx-a11y/label-has-associated-control
          <label key={way} className={cx(css['way'], way === chosen && css['chosen'])}>
            <input
              type="radio"
              name={group}
              value={way}
              checked={way === chosen}
              onChange={() => onChange({ way, name: null })}
            />
            <span>
              <b>{words.ways[way].name}</b>
              <span className={css['grey']}>{words.ways[way].text}</span>
            </span>
          </label>
        ))}
      </div>
      {chosen === 'survey' ? (
        <SurveyChoice filled={filled} onChange={onChange} />
      ) : (
        <CountFields {...props} way={chosen} />
      )}
    </>
  );
}

function SurveyChoice({ filled, onChange }: Pick<WayProps, 'filled' | 'onChange'>) {
  const t = useT();
  return (
    <div className={css['survey']}>
      <Segmented
        label={t.quality.ways.survey.name}
        value={filled.survey}
        onChange={(survey) => onChange({ survey })}
        items={[
          { value: 'recommend', label: 'NPS' },
          { value: 'satisfaction', label: 'CSAT' },
        ]}
      />
      <p className={css['grey']}>{t.quality.survey[filled.survey]}</p>
    </div>
  );
}

function CountFields({
  filled,
  way,
  kpis,
  catalogue,
  tried,
  onChange,
}: WayProps & { readonly way: Exclude<CountingWay, 'survey'> }) {
  const t = useT();
  const format = useFormat();
  const words = t.quality.fields;
  const labels = {
    evidence: words.event,
    share: words.part,
    deeds: words.deed,
    until: words.timed,
    comments: words.comments,
  };
  const name = format.local(nameOf(filled));
  const example = usual?.examples[way];
  return (
    <>
      <TextInput
        label={labels[way]}
        value={name}
        maxLength={60}
        {...(example && { placeholder: format.local(example) })}
        {...(tried && name.trim() === '' && { error: t.kpis.form.nameNeeded })}
        onChange={(text) => onChange({ name: text })}
      />
      <FormPair>
        {way === 'share' && (
          <TotalField filled={filled} kpis={kpis} catalogue={catalogue} tried={tried} onChange={onChange} />
        )}
        {way === 'deeds' && (
          <NumberInput
            label={words.times}
            unit={{ kind: 'count', label: { en: words.timesUnit, es: words.timesUnit } }}
            value={filled.times}
            onChange={(times) =>
              typeof times === 'number' &&
              times >= 1 &&
              onChange({ times: Math.min(1000, Math.round(times)) })
            }
          />
        )}
        {way === 'share' && filled.total === newTotal && (
          <TextInput
            label={words.totalName}
            value={filled.totalName}
            maxLength={60}
            {...(tried && filled.totalName.trim() === '' && { error: t.kpis.form.nameNeeded })}
            onChange={(totalName) => onChange({ totalName })}
          />
        )}
        <Field label={words.cadence}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={filled.cadence}
              onChange={(cadence) => onChange({ cadence })}
              items={cadences.map((value) => ({ value, label: sentence(t.kpis.recordedPer[value]) }))}
            />
          )}
        </Field>
      </FormPair>
    </>
  );
}

/** Counts of the client first, then those of the catalogue, then one that is made for it. */
function TotalField({ filled, kpis, catalogue, tried, onChange }: WayProps) {
  const t = useT();
  const format = useFormat();
  const words = t.quality.fields;
  const own = kpis.map((kpi) => kpi.definition).filter(canBeTotal);
  const known = new Set(own.map((kpi) => kpi.key));
  const items = [...own, ...catalogue.filter((kpi) => canBeTotal(kpi) && !known.has(kpi.key))].map((kpi) => ({
    value: kpi.key,
    label: format.local(kpi.name),
    words: [...kpi.aliases.en, ...kpi.aliases.es].join(' '),
  }));
  return (
    <Field label={words.total} error={tried && filled.total === null ? words.totalNeeded : undefined}>
      {({ id }) => (
        <Combobox
          id={id}
          label={words.total}
          look="form"
          placeholder={t.kpis.form.choose}
          value={filled.total}
          onChange={(total) => onChange({ total })}
          items={[{ value: newTotal, label: words.newTotal }, ...items]}
        />
      )}
    </Field>
  );
}
