/**
 * Members of dimensions under one name: the same group of people is called differently by each platform.
 */
import { bare } from '../../../../../shared/domain/cells/text.ts';

const genders: ReadonlyMap<string, string> = new Map(
  Object.entries({
    female: 'female',
    females: 'female',
    women: 'female',
    woman: 'female',
    mujeres: 'female',
    mujer: 'female',
    femenino: 'female',
    mulheres: 'female',
    mulher: 'female',
    f: 'female',
    male: 'male',
    males: 'male',
    men: 'male',
    man: 'male',
    hombres: 'male',
    hombre: 'male',
    masculino: 'male',
    homens: 'male',
    homem: 'male',
    m: 'male',
    other: 'other',
    others: 'other',
    otro: 'other',
    otros: 'other',
    outro: 'other',
    outros: 'other',
    'user-specified': 'other',
    unknown: 'unknown',
    desconocido: 'unknown',
    desconhecido: 'unknown',
    u: 'unknown',
  }),
);

/** `18–24 years` -> `18-24`; `Women` -> `female`; anything else as the file writes it. */
export function memberName(dimension: string, text: string): string {
  if (dimension === 'gender') return genders.get(bare(text)) ?? text;
  if (dimension === 'age') return ageName(text);
  return text;
}

export function ageName(text: string): string {
  const m = /^(\d{1,2})\s?[-–—]\s?(\d{1,2})(?:\s*(?:years?|años|anos|ans))?$/i.exec(text.trim());
  if (m) return `${m[1] ?? ''}-${m[2] ?? ''}`;
  const open = /^(\d{2})\s?\+(?:\s*(?:years?|años|anos|ans))?$/i.exec(text.trim());
  return open ? `${open[1] ?? ''}+` : text;
}
