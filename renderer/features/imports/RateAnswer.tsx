/** `1 USD = [0.92] EUR`: typed in the client's number format, sent with a point. */
import { useId, useState } from 'react';
import type { Style } from '../../../shared/domain/format.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, parseTyped, typedText } from '../../ui/index.ts';
import type { QuestionFormProps } from './QuestionForm.tsx';
import css from './Questions.module.css';
import { currenciesOf } from './questionWords.ts';

const plain = { kind: 'number' } as const;

/** In the client's format; what begins with a zero is a fraction, whatever its sign: `0,019` is never nineteen. */
function rateOf(text: string, style: Style): number | null | undefined {
  return /^\s*0[.,]\d+\s*$/.test(text) ? Number(text.replace(',', '.')) : parseTyped(text, plain, style);
}

export function RateAnswer({ question, onAnswer }: QuestionFormProps) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const { from, to } = currenciesOf(question, format.style.currency);
  const [text, setText] = useState(() =>
    question.answer === null ? '' : typedText(Number(question.answer), plain, format.style),
  );
  const value = rateOf(text, format.style);
  const [asked, setAsked] = useState(false);
  const wrong = asked && !(typeof value === 'number' && value > 0);
  const send = (): void => {
    setAsked(true);
    if (typeof value === 'number' && value > 0) onAnswer(String(value));
  };
  return (
    <form
      className={css['typed']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <span className={css['rate']}>
        <label htmlFor={id}>{t.imports.question.rate(from)}</label>
        <input
          id={id}
          className={css['box']}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={wrong}
          aria-describedby={`${id}-below`}
          onChange={(event) => setText(event.target.value)}
        />
        <span>{to}</span>
      </span>
      <Button size="small" submit>
        {t.imports.question.takeRate}
      </Button>
      <p id={`${id}-below`} className={wrong ? css['wrong'] : css['hint']}>
        {wrong ? t.imports.question.ratePositive : t.imports.question.rateHint}
      </p>
    </form>
  );
}
