/** A formula, checked while it is typed: what is wrong, where, and what was probably meant. */
import { useMemo, useRef, useState } from 'react';
import type { ClientKpi, FormulaRemark } from '../../../shared/contract/api/kpis.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, Field, Icon } from '../../ui/index.ts';
import { FormulaInput } from './FormulaInput.tsx';
import { FormulaRemarks } from './FormulaRemarks.tsx';
import { accepted } from './formulaCompletion.ts';
import { namesFor } from './formulaNames.ts';
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
  const names = useMemo(
    () => namesFor(kpis.map(({ definition: d }) => ({ key: d.key, name: format.local(d.name) }))),
    [kpis, format],
  );
  // What stands in the box: names are put in where a formula comes from outside, never under the typing hand.
  const [text, setText] = useState(() => names.shown(value));
  const { formula: typed, placeOf } = names.keyed(text);
  if (typed !== value) setText(names.shown(value));
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
      insert: names.shownKey(d.key),
      words: [...d.aliases.en, ...d.aliases.es, d.name.en, d.name.es].join(' '),
    }));
  const write = (next: string): void => {
    setText(next);
    onChange(names.keyed(next).formula);
  };
  const select = (from: number, to: number): void => {
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(from, to));
  };
  const insert = (key: string): void => {
    const at = area.current?.selectionEnd ?? text.length;
    const shown = names.shownKey(key);
    const made = accepted(
      text,
      { from: at, to: at, candidates: [] },
      { kind: 'kpi', text: shown, key, name: key },
    );
    write(made.text);
    select(made.caret, made.caret);
  };
  /** A remark on the keyed formula, at its place in what is shown and in its words. */
  const shownRemark = (remark: FormulaRemark): FormulaRemark => {
    const at = placeOf(remark.at);
    return {
      ...remark,
      at,
      length: Math.max(placeOf(remark.at + remark.length) - at, 0),
      text: names.shown(remark.text).replaceAll(/[[\]]/g, ''),
      ...(remark.suggestion !== undefined && { suggestion: names.shown(remark.suggestion) }),
    };
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
            value={text}
            onChange={write}
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
                remarks={remarks.map(shownRemark)}
                wrong={wrong}
                length={text.length}
                onRepair={({ at, length }, suggestion) => {
                  write(text.slice(0, at) + suggestion + text.slice(at + length));
                  select(at + suggestion.length, at + suggestion.length);
                }}
                onShow={({ at, length }) => select(at, at + Math.max(length, 1))}
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
