/** Which period a table without dates is of: week, month, quarter or year. */
import { useState } from 'react';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed, parsePeriod, periodParam } from '../../i18n/period.ts';
import { Button } from '../../ui/index.ts';
import { PeriodPicker } from '../../ui/PeriodPicker.tsx';
import type { QuestionFormProps } from './QuestionForm.tsx';
import css from './Questions.module.css';

export function PeriodAnswer({ question, onAnswer }: QuestionFormProps) {
  const t = useT();
  const format = useFormat();
  const today = dayOfIso(useAppState().today);
  const [period, setPeriod] = useState(
    () => parsePeriod(question.answer, format.calendar) ?? lastClosed('month', today, format.calendar),
  );
  return (
    <div className={css['typed']}>
      <PeriodPicker
        period={period}
        onChange={setPeriod}
        today={today}
        allowed={['week', 'month', 'quarter', 'year']}
      />
      <Button size="small" onClick={() => onAnswer(periodParam(period))}>
        {t.imports.question.itIsOf(format.period(period, 'long'))}
      </Button>
    </div>
  );
}
