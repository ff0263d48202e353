/** One question: choices with what speaks for each, a list of KPIs, or something typed. */
import { useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import { useCall } from '../../api/index.ts';
import { mappingHref } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox, LinkButton } from '../../ui/index.ts';
import { useBook } from './book.tsx';
import { PeriodAnswer } from './PeriodAnswer.tsx';
import css from './Questions.module.css';
import { choiceHint, choiceText, questionText } from './questionWords.ts';
import { RateAnswer } from './RateAnswer.tsx';

export interface QuestionFormProps {
  readonly file: ImportFile;
  readonly session: ImportSession;
  readonly question: ImportFile['questions'][number];
  readonly onAnswer: (answer: string) => void;
}

export function QuestionForm(props: QuestionFormProps) {
  const { file, question } = props;
  // The choice shows at once; reading the file again takes a moment.
  const [given, setGiven] = useState<string | null>(null);
  const onAnswer = (answer: string): void => {
    setGiven(answer);
    props.onAnswer(answer);
  };
  const t = useT();
  const format = useFormat();
  const book = useBook();
  if (question.code === 'kpi') return <KpiQuestion {...props} />;
  if (question.code === 'mapping') return <MappingQuestion {...props} />;
  return (
    <fieldset className={css['question']}>
      <legend className={css['text']}>{questionText(t, file, question)}</legend>
      {question.code === 'confirm' && <p className={css['hint']}>{t.imports.question.confirmText}</p>}
      {question.choices.map((choice) => {
        const note = choiceHint(t, choice);
        return (
          <label key={choice.id} className={css['choice']}>
            <input
              type="radio"
              name={`${file.id} ${question.id}`}
              checked={(given ?? question.answer) === choice.id}
              onChange={() => onAnswer(choice.id)}
            />
            <span className={css['said']}>
              <span>
                {choiceText(t, format, question, choice, (key) => book.kpiName(file.owner.client, key))}
              </span>
              {note && <span className={css['hint']}>{note}</span>}
            </span>
          </label>
        );
      })}
      {question.input === 'number' && <RateAnswer {...props} />}
      {question.input === 'period' && <PeriodAnswer {...props} />}
    </fieldset>
  );
}

/** Nothing in a table is known: its own screen asks what its columns are. */
function MappingQuestion({ file, session, question, onAnswer }: QuestionFormProps) {
  const t = useT();
  const table = String(question.params['table'] ?? file.tables[0]?.name ?? '');
  return (
    <div className={css['question']}>
      <p className={css['text']}>{questionText(t, file, question)}</p>
      <p className={css['hint']}>{t.imports.question.mappingText}</p>
      <div className={css['typed']}>
        <LinkButton size="small" to={mappingHref(session.client, session.session, file.id, table)}>
          {t.imports.question.mappingGo}
        </LinkButton>
        {question.choices.some((choice) => choice.id === 'leave') && (
          <Button kind="link" onClick={() => onAnswer('leave')}>
            {t.imports.question.leaveTable}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Which KPI a column is: the likely ones first, then the whole catalogue. */
function KpiQuestion({ file, question, onAnswer }: QuestionFormProps) {
  const t = useT();
  const format = useFormat();
  const book = useBook();
  const kpis = useCall('catalogue.get', {}).data?.kpis ?? [];
  const text = questionText(t, file, question);
  const offered = new Set(question.choices.map((choice) => choice.id));
  const likely = question.choices.map((choice) => ({
    value: choice.id,
    label: choiceText(t, format, question, choice, (key) => book.kpiName(file.owner.client, key)),
  }));
  const others = kpis
    .filter((kpi) => !offered.has(kpi.key))
    .map((kpi) => ({
      value: kpi.key,
      label: format.local(kpi.name),
      words: `${kpi.name.en} ${kpi.name.es}`,
    }));
  return (
    <div className={css['question']}>
      <p className={css['text']}>{text}</p>
      <Combobox
        label={text}
        look="form"
        value={question.answer}
        onChange={onAnswer}
        placeholder={t.imports.question.choose}
        items={[...likely, ...others]}
      />
    </div>
  );
}
