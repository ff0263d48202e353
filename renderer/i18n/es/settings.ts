import type { Catalogue } from '../en/index.ts';

export const settings: Catalogue['settings'] = {
  title: 'Ajustes',
  look: {
    title: 'Idioma y tema',
    language: 'Idioma de la aplicación',
    languageHint: 'Los informes siguen el idioma de cada cliente.',
    theme: 'Tema',
    system: 'Sistema',
    light: 'Claro',
    dark: 'Oscuro',
  },
  reports: {
    title: 'Informes',
    preparedBy: 'Preparado por',
    preparedByHint: 'Va en las portadas: tu nombre o el de tu estudio.',
  },
  backup: {
    title: 'Copia de seguridad',
    text: 'Junto a tus cifras se guarda una copia de todo, cada día en que algo cambia.',
    last: (when: string) => `Última: ${when}`,
    never: 'Ninguna aún',
    now: 'Hacer una copia ahora',
    done: (size: string) => `Copia hecha, ${size}`,
  },
  archived: {
    title: 'Clientes archivados',
    none: 'Ninguno',
    since: (date: string) => `desde el ${date}`,
    restore: 'Recuperar',
    restored: (name: string) => `${name} vuelve a la lista`,
  },
  saved: 'Guardado',
  version: (v: string) => `Pulsebook ${v}`,
};
