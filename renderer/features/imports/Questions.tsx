/**
 * What only the person can know. An answer is taken at once and stays on the card, to be changed; other files that ask
 * the same can have it too.
 */
import { useEffect, useRef, useState } from 'react';
import type { ImportFile, ImportSession } from '../../../shared/contract/imports/session.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { useBook } from './book.tsx';
import { openQuestions, othersAsking } from './fate.ts';
import { QuestionForm } from './QuestionForm.tsx';
import css from './Questions.module.css';
import { answerText, questionText, shortQuestion } from './questionWords.ts';
import type { ImportActs } from './useImport.ts';

type Question = ImportFile['questions'][number];

interface QuestionsProps {
  readonly file: ImportFile;
  /** Another file of it may ask the same. */
  readonly session: ImportSession;
  readonly acts: ImportActs;
}

export function Questions({ file, session, acts }: QuestionsProps) {
  const t = useT();
  // Answered questions that are open again, with the answer they had: another one closes them.
  const [changing, setChanging] = useState<ReadonlyMap<string, string>>(new Map());
  const [box, stay] = useStay();
  if (file.questions.length === 0) return null;
  const open = openQuestions(file);
  const columns = open.filter((one) => one.code === 'kpi');
  const isOpen = ({ id, answer }: Question): boolean => answer === null || changing.get(id) === answer;
  return (
    <div ref={box} className={css['list']}>
      {file.questions.map((question, at) =>
        question.answer === null || isOpen(question) ? (
          <QuestionForm
            key={question.id}
            file={file}
            session={session}
            question={question}
            onAnswer={(answer) => {
              stay(at);
              if (answer !== question.answer) acts.answer(file.id, { [question.id]: answer });
              else setChanging(new Map([...changing].filter(([id]) => id !== question.id)));
            }}
          />
        ) : (
          <Answered
            key={question.id}
            file={file}
            session={session}
            question={question}
            answer={question.answer}
            acts={acts}
            onChange={() => {
              stay(at);
              setChanging(new Map(changing).set(question.id, question.answer ?? ''));
            }}
          />
        ),
      )}
      {columns.length > 1 && (
        <Button
          kind="link"
          className={css['rest']}
          onClick={() => acts.answer(file.id, Object.fromEntries(columns.map((one) => [one.id, 'ignore'])))}
        >
          {t.imports.question.restOut}
        </Button>
      )}
    </div>
  );
}

/** The focus stays with a question when what had it makes room: from its choices to its answer, and back. */
function useStay() {
  const box = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    if (document.activeElement !== document.body) {
      // Gone somewhere else meanwhile.
      if (!box.current?.contains(document.activeElement)) place.current = null;
      return;
    }
    const question = box.current?.children[place.current];
    place.current = null;
    question?.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  });
  return [box, (at: number) => void (place.current = at)] as const;
}

/** `Year: 2025 · Change`, and the way to give other files the same answer. */
function Answered({
  file,
  session,
  question,
  answer,
  acts,
  onChange,
}: QuestionsProps & {
  readonly question: Question;
  readonly answer: string;
  readonly onChange: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const book = useBook();
  const others = othersAsking(session.files, file, question);
  const platform = platformName(file.platform).split(' ')[0] ?? '';
  return (
    <div className={css['answered']}>
      <p>
        <span className={css['hint']}>{shortQuestion(t, question)}:</span>{' '}
        {answerText(t, format, question, answer, (key) => book.kpiName(file.owner.client, key))}{' '}
        <Button
          kind="link"
          onClick={onChange}
          aria-label={t.imports.question.changeOf(questionText(t, file, question))}
        >
          {t.imports.question.change}
        </Button>
      </p>
      {others.length > 0 && (
        <Button
          size="small"
          className={css['rest']}
          onClick={() => {
            for (const other of others) acts.answer(other.file, { [other.question]: answer });
          }}
        >
          {t.imports.question.same(others.length, platform)}
        </Button>
      )}
    </div>
  );
}
