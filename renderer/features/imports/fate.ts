/** What stands between a file and the book. Pure. */
import type { ImportFile } from '../../../shared/contract/imports/session.ts';

export type Standing = 'ready' | 'asks' | 'whose' | 'blocked' | 'refused' | 'left' | 'returned';

export function standingOf(file: ImportFile): Standing {
  if (file.returned) return 'returned';
  if (file.status === 'refused') return 'refused';
  if (!file.included) return 'left';
  if (file.owner.client === null) return 'whose';
  if (file.otherClient) return 'blocked';
  return file.status === 'needs-answers' ? 'asks' : 'ready';
}

/** Something on the card waits for the person, or is worth a look before the button. */
export function needsLook(file: ImportFile): boolean {
  const standing = standingOf(file);
  return standing !== 'ready' && standing !== 'left' ? true : file.sameAs !== null;
}

/** Questions that are still open. */
export function openQuestions(file: ImportFile): ImportFile['questions'] {
  return file.questions.filter((question) => question.answer === null);
}

type Question = ImportFile['questions'][number];

/** What a question is about; the rest of its parameters says where it was asked. */
const alike = ['column', 'currency', 'own', 'platform', 'report', 'ask'] as const;

/** Two files ask the same: one answer can serve both. */
function asksTheSame(a: Question, b: Question): boolean {
  return (
    a.code === b.code &&
    a.input === b.input &&
    alike.every((name) => a.params[name] === b.params[name]) &&
    a.choices.length === b.choices.length &&
    a.choices.every((choice, i) => choice.id === b.choices[i]?.id)
  );
}

/** Other files of the same platform and owner that still ask what this one asks, each with its own question. */
export function othersAsking(
  files: readonly ImportFile[],
  file: ImportFile,
  question: Question,
): readonly { readonly file: number; readonly question: string }[] {
  return files.flatMap((other) => {
    if (other.id === file.id || other.platform !== file.platform || other.owner.client !== file.owner.client)
      return [];
    if (!other.included || other.status === 'refused') return [];
    const same = openQuestions(other).find((one) => asksTheSame(one, question));
    return same ? [{ file: other.id, question: same.id }] : [];
  });
}
