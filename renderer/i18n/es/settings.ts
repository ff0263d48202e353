import type { Catalogue } from '../en/index.ts';

export const settings: Catalogue['settings'] = {
  title: 'Ajustes',
  rooms: {
    label: 'Apartados de los ajustes',
    general: 'General',
    backups: 'Copias de seguridad',
    privacy: 'Privacidad y tus datos',
    about: 'Acerca de Pulsebook',
  },
  /** What else the rooms are found by in the search. */
  roomWords: {
    general: 'preferencias opciones',
    backups: 'restaurar recuperar deshacer cifras perdidas guardar disco otro equipo',
    privacy: 'carpeta guarda almacenamiento telemetría red registro eliminar borrar desinstalar mudar',
    about: 'versión licencias código abierto',
  },
  look: {
    title: 'Idioma y aspecto',
    language: 'Idioma de la aplicación',
    languageHint: 'Los informes siguen el idioma de cada cliente.',
    theme: 'Tema',
    system: 'Sistema',
    light: 'Claro',
    dark: 'Oscuro',
    density: 'Filas',
    compact: 'Compactas',
    comfortable: 'Amplias',
    motion: 'El movimiento sigue el ajuste de tu sistema: con movimiento reducido nada se mueve.',
  },
  keys: {
    title: 'Teclado',
    text: 'Ctrl K, o ⌘K en un Mac, vale siempre.',
    single: 'Atajos de una tecla, como G y luego D',
  },
  reports: {
    title: 'Informes',
    preparedBy: 'Preparado por',
    preparedByHint: 'Va en las portadas: tu nombre o el de tu estudio.',
  },
  archived: {
    title: 'Clientes archivados',
    none: 'Ninguno',
    since: (date: string) => `desde el ${date}`,
    restore: 'Recuperar',
    restored: (name: string) => `${name} vuelve a la lista`,
  },
  saved: 'Guardado',
};
