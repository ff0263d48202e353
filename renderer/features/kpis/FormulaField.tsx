/** A formula, checked while it is typed: what is wrong, where, and what was probably meant. */
import { useRef, useState } from 'react';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, Field, Icon } from '../../ui/index.ts';
import { FormulaInput } from './FormulaInput.tsx';
import { FormulaRemarks } from './FormulaRemarks.tsx';
import { accepted } from './formulaCompletion.ts';
import css from './OwnKpiScreen.module.css';
import { useSettled } from '../../ui/useSettled.ts';

export interface FormulaFieldProps {
  readonly client: number;
  /** Key of the KPI it belongs to: a formula must not lead back to it. */
  readonly own: string;
  /** As declared: what the formula gives is held against it. */
  readonly unit: Unit;
  readonly kpis: readonly ClientKpi[];
  readonly value: string;
  readonly onChange: (formula: string) => void;
  readonly onUnit: (unit: Unit) => void;
}

export function FormulaField({ client, own, unit, kpis, value, onChange, onUnit }: FormulaFieldProps) {
  const t = useT();
  const format = useFormat();
  const settled = useSettled(value);
  const [choosing, setChoosing] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCall(
    'kpis.checkFormula',
    settled.trim() === '' ? null : { client, key: own, formula: settled, unit },
  );
  const current = settled === value && !choosing && !check.isPlaceholderData ? check.data : undefined;
  const remarked = current !== undefined && current.problems.length + current.warnings.length > 0;
  const choices = kpis
    .filter((kpi) => kpi.definition.key !== own)
    .map(({ definition: d }) => ({
      key: d.key,
      name: format.local(d.name),
      words: [...d.aliases.en, ...d.aliases.es, d.name.en, d.name.es].join(' '),
    }));
  const put = (text: string, caret: number): void => {
    onChange(text);
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const insert = (key: string): void => {
    const at = area.current?.selectionEnd ?? value.length;
    const made = accepted(value, { from: at, to: at, candidates: [] }, { kind: 'kpi', text: key, name: key });
    put(made.text, made.caret);
  };
  return (
    <div className={css['formula']}>
      <Field
        label={t.kpis.form.formulaLabel}
        // What is to be said of the formula stands in its place.
        {...(!remarked && { hint: t.kpis.form.formulaHint })}
      >
        {({ id, describedBy }) => (
          <FormulaInput
            ref={area}
            id={id}
            describedBy={describedBy}
            invalid={current?.ok === false}
            value={value}
            onChange={onChange}
            kpis={choices}
            onOpen={setChoosing}
          />
        )}
      </Field>
      {current !== undefined &&
        [
          { remarks: current.problems, wrong: true },
          { remarks: current.warnings, wrong: false },
        ].map(
          ({ remarks, wrong }) =>
            remarks.length > 0 && (
              <FormulaRemarks
                key={String(wrong)}
                remarks={remarks}
                wrong={wrong}
                length={value.length}
                onRepair={({ at, length }, suggestion) =>
                  put(value.slice(0, at) + suggestion + value.slice(at + length), at + suggestion.length)
                }
                onUnit={onUnit}
              />
            ),
        )}
      <div className={css['tools']}>
        <Combobox
          label={t.kpis.form.insert}
          placeholder={t.kpis.form.insert}
          value={null}
          onChange={insert}
          items={choices.map(({ key, name, words }) => ({ value: key, label: name, hint: key, words }))}
        />
        {current?.ok && (
          <span className={css['ok']}>
            <Icon name="check" />
            {t.kpis.form.formulaOk}
          </span>
        )}
      </div>
    </div>
  );
}
