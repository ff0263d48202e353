/** The reader's language: `useT()` gives the whole catalogue, `useLanguage()` its code. */
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '../../shared/domain/kpi.ts';
import { en } from './en/index.ts';
import type { Catalogue } from './en/index.ts';
import { es } from './es/index.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en, es };
const LanguageContext = createContext<Language>('en');

export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useT(): Catalogue {
  return catalogues[useLanguage()];
}

/** The catalogue of a language, outside of components. */
export function messagesOf(language: Language): Catalogue {
  return catalogues[language];
}

/** The language of the system, for what is shown before settings are known. */
export function systemLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}
