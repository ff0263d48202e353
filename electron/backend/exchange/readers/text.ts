/** Small words shared by the readers: names, sizes, and what is said about an encoding. */
import type { ReadNote } from '../model.ts';
import { note } from './codes.ts';
import type { EncodingGuess } from './encoding.ts';

/** The last part of a path, whichever way its slashes lean. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A file's name without folder and ending, as a delimited file's sheet is called. */
export function stem(name: string): string {
  const base = baseName(name);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

export function encodingNotes(guess: EncodingGuess): ReadNote[] {
  if (guess.guessed) return [note('encoding-guessed', undefined, guess.encoding)];
  return guess.damaged ? [note('encoding-damaged', undefined, guess.encoding)] : [];
}
