/** A formula, checked while it is typed: what is wrong, where, and what was probably meant. */
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox, Icon, TextArea } from '../../ui/index.ts';
import css from './OwnKpiScreen.module.css';

type Problem = Output<'kpis.checkFormula'>['problems'][number];

const PAUSE = 250;

export interface FormulaFieldProps {
  readonly client: number;
  /** Key of the KPI it belongs to: a formula must not lead back to it. */
  readonly own: string;
  readonly kpis: readonly ClientKpi[];
  readonly value: string;
  readonly onChange: (formula: string) => void;
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Words for a code of the formula check; the backend's own (English) for one this catalogue does not know. */
function problemText(problem: Problem, t: Catalogue): string {
  const words: Readonly<Record<string, string | ((text: string) => string) | undefined>> = t.kpis.problems;
  const text = words[problem.code];
  return text === undefined ? problem.message : typeof text === 'string' ? text : text(problem.text);
}

export function FormulaField({ client, own, kpis, value, onChange }: FormulaFieldProps) {
  const t = useT();
  const format = useFormat();
  const settled = useSettled(value);
  const box = useRef<HTMLDivElement>(null);
  const check = useCall(
    'kpis.checkFormula',
    settled.trim() === '' ? null : { client, key: own, formula: settled },
  ).data;
  const current = settled === value ? check : undefined;
  const nameOf = (key: string): string => {
    const kpi = kpis.find((one) => one.definition.key === key);
    return kpi ? format.local(kpi.definition.name) : key;
  };
  const insert = (key: string): void => {
    const area = box.current?.querySelector('textarea');
    const at = area?.selectionEnd ?? value.length;
    const gap = at > 0 && !/[\s(]$/.test(value.slice(0, at)) ? ' ' : '';
    onChange(`${value.slice(0, at)}${gap}${key}${value.slice(at)}`);
    area?.focus();
  };
  return (
    <div ref={box} className={css['formula']}>
      <TextArea
        label={t.kpis.form.formulaLabel}
        hint={t.kpis.form.formulaHint}
        mono
        rows={3}
        maxLength={2000}
        value={value}
        onChange={onChange}
      />
      <div className={css['tools']}>
        <Combobox
          label={t.kpis.form.insert}
          placeholder={t.kpis.form.insert}
          value={null}
          onChange={insert}
          items={kpis
            .filter((kpi) => kpi.definition.key !== own)
            .map((kpi) => ({
              value: kpi.definition.key,
              label: format.local(kpi.definition.name),
              hint: kpi.definition.key,
            }))}
        />
        {current?.ok && (
          <span className={css['ok']}>
            <Icon name="check" />
            {t.kpis.form.formulaOk}
            {current.kpis.length > 0 && (
              <span className={css['grey']}>{t.kpis.form.reads(current.kpis.map(nameOf).join(', '))}</span>
            )}
          </span>
        )}
      </div>
      {current && !current.ok && (
        <ul className={css['problems']} role="alert">
          {current.problems.map((problem) => (
            <li key={`${problem.code} ${problem.at}`}>
              <Icon name="warning" />
              <span>
                {problemText(problem, t)}{' '}
                <span className={css['grey']}>{t.kpis.problems.at(format.number(problem.at + 1))}</span>
              </span>
              {problem.suggestion !== undefined && (
                <Button
                  kind="link"
                  onClick={() =>
                    onChange(
                      value.slice(0, problem.at) +
                        problem.suggestion +
                        value.slice(problem.at + problem.length),
                    )
                  }
                >
                  {t.kpis.problems.suggestion(problem.suggestion)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
