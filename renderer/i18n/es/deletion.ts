import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

export const deletion: Catalogue['deletion'] = {
  title: 'Eliminar este cliente',
  text: 'Con sus cifras, textos e informes, para siempre.',
  open: 'Eliminar…',
  openNamed: (name: string) => `Eliminar ${name}…`,
  ask: (name: string) => `¿Eliminar ${name} para siempre?`,
  looking: 'Mirando en tus datos y en las copias',
  goes: 'Lo que se elimina',
  facts: {
    figures: 'Cifras',
    imports: 'Importaciones',
    content: 'Publicaciones',
    notes: 'Notas',
    reports: 'Informes',
  },
  noFigures: 'Ninguna',
  span: (n: string, from: string, to: string) => `${n}, del ${from} al ${to}`,
  notesText: (n: string) => `${n} entre textos, notas, acciones, casos y evidencias`,
  reportsText: (n: string) => `${n} en el registro, tal como salieron`,
  elsewhere: 'Los archivos guardados en otro sitio de este equipo, o enviados a alguien, no se tocan.',
  instead: 'En el archivo no estorba, y vuelve con un clic.',
  insteadArchived: 'En el archivo ya no estorba.',
  archive: 'Archivarlo',
  handOver: 'Traspasarlo antes…',
  backups: 'Sus copias de seguridad',
  holding: (n: number) =>
    n === 0
      ? 'Ninguna copia lo contiene'
      : plural('es', n, { one: '1 copia lo contiene', other: `${n} copias lo contienen` }),
  keep: 'Conservarlas y hacer una más ahora',
  keepText: 'Al recuperar una de ellas vuelve el cliente, con todo lo demás como estaba entonces.',
  purge: 'Quitarlo también de todas las copias',
  purgeText: 'Nada en Pulsebook podrá recuperarlo. Las copias conservan todo lo demás.',
  unreadable: 'Una copia que no se pueda leer se elimina.',
  keptBooks: (n: number) =>
    plural('es', n, {
      one: 'También se elimina 1 archivo dañado que se había apartado.',
      other: `También se eliminan ${n} archivos dañados que se habían apartado.`,
    }),
  type: (name: string) => `Escribe ${name} para confirmarlo`,
  differs: 'Letra por letra, también las mayúsculas',
  confirm: 'Eliminar para siempre',
  phases: {
    reading: 'Haciendo la última copia',
    writing: 'Eliminando y escribiendo tus datos de nuevo',
    comparing: 'Quitándolo de las copias',
  },
  backupOf: (n: number, total: number) => `${n} de ${total}`,
  done: (name: string) => `${name} se ha eliminado`,
  later: (name: string) =>
    `${name} se ha eliminado. Aún quedan restos que no se han podido quitar: Pulsebook lo sigue intentando, también en el próximo inicio.`,
};
