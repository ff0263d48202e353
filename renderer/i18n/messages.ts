/**
 * How catalogues are typed: English is written first, and every other language must have the same shape.
 * An entry is a text, or a function that makes one from values (plurals, names, figures).
 */
import type { Language } from '../../shared/domain/kpi.ts';

export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : Messages<T[K]>;
};

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  es: new Intl.PluralRules('es'),
};

/** The form of a text for a number of things. Spanish `many` (a million) reads as `other`. */
export function plural(
  language: Language,
  n: number,
  forms: { readonly one: string; readonly other: string },
): string {
  return rules[language].select(n) === 'one' ? forms.one : forms.other;
}
