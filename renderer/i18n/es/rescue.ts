import type { Catalogue } from '../en/index.ts';

export const rescue: Catalogue['rescue'] = {
  label: 'No se pueden abrir tus datos',
  troubles: {
    'store-damaged': {
      title: 'El archivo con tus cifras está dañado',
      text: 'Pulsebook lo ha notado al comprobarlo y no lo ha abierto, para no empeorar nada. Las copias son archivos aparte y no se han tocado.',
      todo: 'Recupera una copia. Lo que se hizo después habrá que repetirlo; el archivo dañado se conserva al lado, byte por byte.',
    },
    'store-newer': {
      title: 'Estos datos los guardó un Pulsebook más nuevo',
      text: 'Esta versión es anterior y no lo entendería todo, así que no ha cambiado nada. No se ha perdido nada.',
      todo: 'Actualiza Pulsebook y ábrelo de nuevo: todo sigue ahí.',
    },
    'store-foreign': {
      title: 'Hay otro archivo en el lugar de tus datos',
      text: 'El archivo pulsebook.db de la carpeta no es de Pulsebook. No se ha abierto y sigue como estaba.',
      todo: 'Si está ahí por error, muévelo a otro sitio, pon el tuyo en su lugar y reinténtalo. O recupera una copia: el otro archivo se conserva al lado.',
    },
    'read-only': {
      title: 'No se puede escribir en la carpeta de tus cifras',
      text: 'Pulsebook guarda cada cifra según la escribes, así que no abre nada donde no pueda escribir. No ha cambiado nada ni se ha perdido nada.',
      todo: 'Date permiso de escritura en la carpeta y reinténtalo.',
    },
    'disk-full': {
      title: 'El disco está lleno',
      text: 'Pulsebook necesita algo de sitio para abrir tus datos. No ha cambiado nada ni se ha perdido nada.',
      todo: 'Haz sitio en el disco y reinténtalo. Eliminar copias que ya no necesites también hace sitio.',
    },
  },
  alone: {
    text: 'Pulsebook lo ha notado al comprobarlo y no lo ha abierto, para no empeorar nada.',
    todo: 'Si guardaste una copia en otro sitio, tráela. Si no, empieza de cero; el archivo dañado se conserva al lado, byte por byte.',
  },
  again: 'Reintentar',
  trying: 'Intentando abrir tus datos',
  still: 'Sigue igual.',
  looking: 'Buscando la última copia entera',
  newest: 'Última copia entera',
  put: 'Recuperar esta copia',
  others: 'Otras copias',
  all: 'Copias de seguridad',
  instead: 'Seguir con esta versión de todos modos',
  insteadText:
    'Recupera una copia que esta versión sepa leer. Lo que hizo la versión más nueva desde entonces no está en ella; su archivo se conserva al lado y se abre otra vez tras actualizar.',
  none: 'No hay ninguna copia en la carpeta',
  begin: {
    title: 'Empezar de cero',
    text: 'Cuando no hay nada que recuperar. El archivo que no se puede abrir se conserva al lado con otro nombre, y las copias se quedan; empiezas sin clientes ni cifras.',
    action: 'Empezar de cero…',
    confirm: '¿Empezar de cero?',
    steps: {
      file: 'El archivo que no se puede abrir recibe otro nombre y se queda en la carpeta, byte por byte.',
      book: 'Pulsebook se abre vacío: sin clientes, sin cifras y sin ajustes.',
      backups: 'Las copias se quedan. Cualquiera se puede recuperar otro día, en los ajustes.',
    },
    run: 'Empezar de cero',
  },
  folder: 'Carpeta de tus cifras',
  backupsFolder: 'Carpeta de las copias',
  version: (v: string) => `Pulsebook ${v}`,
};
