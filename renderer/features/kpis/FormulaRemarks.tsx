/** What is to be said of a formula: what is wrong, what is unlikely, and the repair of either as a button. */
import type { FormulaRemark } from '../../../shared/contract/api/kpis.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon } from '../../ui/index.ts';
import { remarkText, unitChoice } from './formulaText.ts';
import css from './OwnKpiScreen.module.css';

export interface FormulaRemarksProps {
  readonly remarks: readonly FormulaRemark[];
  /** They keep the formula from being saved. */
  readonly wrong: boolean;
  /** Length of the formula: a remark on all of it names no position. */
  readonly length: number;
  readonly onRepair: (remark: FormulaRemark, suggestion: string) => void;
  readonly onUnit: (unit: Unit) => void;
  /** Selects the stretch in the text. */
  readonly onShow: (remark: FormulaRemark) => void;
}

export function FormulaRemarks({ remarks, wrong, length, onRepair, onUnit, onShow }: FormulaRemarksProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.problems;
  return (
    <div role={wrong ? 'alert' : 'status'}>
      <ul className={cx(css['problems'], !wrong && css['warnings'])}>
        {remarks.map((remark) => {
          const { code, at, suggestion } = remark;
          const whole = at === 0 && remark.length >= length;
          return (
            <li key={`${code} ${at}`}>
              <Icon name="warning" />
              <div>
                <p>
                  {remarkText(remark, t, format)}
                  {!whole && (
                    <>
                      {' '}
                      <Button kind="link" onClick={() => onShow(remark)}>
                        {words.at(format.number(at + 1))}
                      </Button>
                    </>
                  )}
                </p>
                <div className={css['repairs']}>
                  {suggestion !== undefined && (
                    <Button kind="link" onClick={() => onRepair(remark, suggestion)}>
                      {whole && length > 0 ? words.write(suggestion) : words.suggestion(suggestion)}
                    </Button>
                  )}
                  {remark.units?.map((unit) => (
                    <Button key={unit.kind} kind="link" onClick={() => onUnit(unit)}>
                      {unitChoice(unit, t, format)}
                    </Button>
                  ))}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
