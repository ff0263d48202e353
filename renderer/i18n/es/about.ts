import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

export const about: Catalogue['about'] = {
  version: (v: string) => `Versión ${v}`,
  what: 'Un libro de KPI para quien cuida comunidades: las cifras de varios clientes, qué ha cambiado y por qué, e informes que el cliente puede abrir, dar por buenos y presentar.',
  stays: 'Todo se queda en este equipo. No hay cuenta, ni servidor, ni telemetría, ni red.',
  privacy: 'Qué se guarda y dónde',
  help: 'Ayuda',
  copyVersion: 'Copiar la versión',
  copied: 'Copiada',
  licences: {
    title: 'De qué está hecho',
    text: 'Pulsebook se apoya en el trabajo de otros. Aquí está todo lo que va con él y la licencia de cada cosa, tal como vino.',
    count: (n: number) => plural('es', n, { one: '1 componente', other: `${n} componentes` }),
    found: (n: number, of: number) => `${n} de ${of}`,
    search: 'Nombre o licencia',
    none: (text: string) => `Ningún componente ni licencia se llama «${text}»`,
    table: 'Componentes y sus licencias',
    name: 'Componente',
    version: 'Versión',
    licence: 'Licencia',
    place: 'Dónde',
    places: {
      bundled: 'en los archivos de la aplicación',
      module: 'al lado, tal como vino',
      runtime: 'lo que la hace funcionar',
    },
    textOf: (name: string) => `Licencia de ${name}`,
    from: 'Viene de',
  },
};
