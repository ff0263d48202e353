/** Last part of an own KPI's form: bounds of its values, who answers for it, and what is to be kept in mind. */
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useT } from '../../i18n/index.tsx';
import { FormPair, FormSection, NumberInput, TextArea, TextInput } from '../../ui/index.ts';
import { boundsFit } from './ownKpi.ts';
import type { OwnKpi } from './ownKpi.ts';

export function BoundsSection({
  own,
  unit,
  onChange,
}: {
  readonly own: OwnKpi;
  readonly unit: Unit;
  readonly onChange: (change: Partial<OwnKpi>) => void;
}) {
  const t = useT();
  const words = t.kpis.form;
  const fit = boundsFit(own);
  const bound = (field: 'min' | 'max' | 'step', label: string, hint: string) => (
    <NumberInput
      // The box is read in the unit: another one begins anew.
      key={`${field} ${unit.kind}`}
      label={label}
      optional
      hint={hint}
      unit={unit}
      value={own[field]}
      {...(!fit && field !== 'step' && { error: words.boundsWrong })}
      onChange={(value) => value !== undefined && onChange({ [field]: value })}
    />
  );
  return (
    <FormSection title={words.sections.bounds} text={words.boundsText}>
      <FormPair>
        {bound('min', words.min, words.minHint)}
        {bound('max', words.max, words.maxHint)}
        {bound('step', words.step, words.stepHint)}
        <TextInput
          label={words.owner}
          optional
          value={own.owner}
          maxLength={120}
          onChange={(owner) => onChange({ owner })}
        />
      </FormPair>
      <TextArea
        label={words.notes}
        optional
        hint={words.notesHint}
        rows={2}
        maxLength={2000}
        value={own.notes}
        onChange={(notes) => onChange({ notes })}
      />
    </FormSection>
  );
}
