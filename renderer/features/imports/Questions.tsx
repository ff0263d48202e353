/** What only the person can know: a choice for each question, sent as soon as all of a file's are made. */
import { useState } from 'react';
import type { ImportFile } from '../../../shared/contract/api/imports.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox } from '../../ui/index.ts';
import css from './Questions.module.css';
import type { ImportState } from './useImport.ts';
import { choiceHint, choiceText, questionText } from './words.ts';

type Question = ImportFile['questions'][number];

export function Questions({ file, state }: { readonly file: ImportFile; readonly state: ImportState }) {
  const t = useT();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const open = file.questions.filter((one) => one.code === 'kpi' && chosen[one.id] === undefined);
  const choose = (question: Question, choice: string): void => {
    const next = { ...chosen, [question.id]: choice };
    setChosen(next);
    if (file.questions.every((one) => next[one.id] !== undefined)) void state.answer(file.id, next);
  };
  return (
    <div className={css['list']}>
      {file.questions.map((question) => (
        <QuestionForm
          key={question.id}
          question={question}
          value={chosen[question.id] ?? question.answer}
          onChange={(choice) => choose(question, choice)}
        />
      ))}
      {open.length > 1 && (
        <Button
          kind="link"
          className={css['rest']}
          onClick={() =>
            void state.answer(file.id, {
              ...chosen,
              ...Object.fromEntries(open.map((one) => [one.id, 'ignore'])),
            })
          }
        >
          {t.imports.question.restOut}
        </Button>
      )}
    </div>
  );
}

interface FormProps {
  readonly question: Question;
  readonly value: string | null;
  readonly onChange: (choice: string) => void;
}

function QuestionForm({ question, value, onChange }: FormProps) {
  const t = useT();
  const format = useFormat();
  const kpis = useCall('catalogue.get', {}).data?.kpis;
  const nameOf = (key: string): string | undefined => {
    const kpi = kpis?.find((one) => one.key === key);
    return kpi && format.local(kpi.name);
  };
  const text = questionText(t, question);
  const choices = question.choices.map((choice) => ({
    ...choice,
    label: choiceText(t, format, question, choice, nameOf),
    note: choiceHint(t, choice),
  }));
  if (question.code === 'kpi') {
    const offered = new Set(choices.map((choice) => choice.id));
    const others = (kpis ?? [])
      .filter((kpi) => !offered.has(kpi.key))
      .map((kpi) => ({ value: kpi.key, label: format.local(kpi.name) }));
    return (
      <div className={css['question']}>
        <p className={css['text']}>{text}</p>
        <Combobox
          label={text}
          look="form"
          value={value}
          onChange={onChange}
          placeholder={t.imports.question.choose}
          items={[...choices.map((choice) => ({ value: choice.id, label: choice.label })), ...others]}
        />
      </div>
    );
  }
  return (
    <fieldset className={css['question']}>
      <legend className={css['text']}>{text}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className={css['choice']}>
          <input
            type="radio"
            name={question.id}
            checked={value === choice.id}
            onChange={() => onChange(choice.id)}
          />
          <span>{choice.label}</span>
          {choice.note && <span className={css['hint']}>{choice.note}</span>}
        </label>
      ))}
    </fieldset>
  );
}
