/** The answers file of `inspect` and `import`: question id to choice id. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Answers } from '../exchange/model.ts';
import { UsageError } from './command.ts';

const schema = z.record(z.string(), z.string());

/** Throws `UsageError` when the file is not there or not of that form. */
export function readAnswers(file: string | undefined): Answers {
  if (file === undefined) return {};
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`--answers ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
