/** What cannot be read in a text: which token, where, and what was probably meant. */
import type { TextProblem } from '../../../../shared/contract/api/texts.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import css from './Commentary.module.css';

export interface TextProblemsProps {
  readonly problems: readonly TextProblem[];
  readonly onMend: (problem: TextProblem) => void;
}

export function TextProblems({ problems, onMend }: TextProblemsProps) {
  const t = useT();
  const format = useFormat();
  const words = t.texts.problems;
  if (problems.length === 0) return null;
  return (
    <div role="alert" aria-label={words.list}>
      <ul className={css['problems']}>
        {problems.map((problem) => {
          const text = words[problem.code];
          return (
            <li key={`${problem.code} ${problem.at}`}>
              <Icon name="warning" />
              <span>
                {typeof text === 'string' ? text : text(problem.text)}{' '}
                <span className={css['grey']}>{words.at(format.number(problem.at + 1))}</span>{' '}
                {problem.suggestion !== undefined && (
                  <Button kind="link" onClick={() => onMend(problem)}>
                    {words.suggestion(problem.suggestion)}
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
