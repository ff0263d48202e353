import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

export const archives: Catalogue['archives'] = {
  handOver: 'Traspasar…',
  handOverTitle: (name: string) => `Traspasar ${name}`,
  handOverText:
    'Un archivo con todo lo de este cliente: KPI, canales, metas, cifras con cada importación, notas, casos, textos e informes enviados. Quien tenga Pulsebook puede recibirlo y seguir trabajando.',
  handOverCare:
    'El archivo no va cifrado. Envíalo solo a quien pueda verlo todo. El cliente se queda también aquí.',
  make: 'Hacer el archivo',
  saved: (file: string) => `${file} guardado`,
  notSaved: 'El archivo está hecho y aún sin guardar.',
  saveAgain: 'Guardarlo',
  takeIn: 'Recibir un cliente…',
  title: 'Recibir un cliente',
  empty: 'Ningún archivo elegido',
  emptyText:
    'Suelta un archivo .pulsebook en la ventana o elígelo. No se escribe nada hasta que hayas visto lo que trae.',
  choose: 'Elegir un archivo',
  chooseOther: 'Elegir otro archivo',
  reading: 'Leyendo el archivo',
  checking: 'Haciendo una copia',
  writing: 'Recibiendo',
  more: (n: number) => plural('es', n, { one: '1 archivo más después', other: `${n} archivos más después` }),
  sections: { who: 'Lo que trae', where: 'Dónde va' },
  facts: {
    span: 'Cifras',
    setUp: 'Ficha',
    work: 'Junto a las cifras',
    made: 'Hecho',
    file: 'Archivo',
  },
  noFigures: 'Sin cifras',
  from: (from: string, to: string) => `${from} a ${to}`,
  counts: {
    figures: (n: string, count: number) => plural('es', count, { one: `${n} cifra`, other: `${n} cifras` }),
    channels: (n: number) => plural('es', n, { one: '1 canal', other: `${n} canales` }),
    kpis: (n: number) => plural('es', n, { one: '1 KPI', other: `${n} KPI` }),
    targets: (n: number) => plural('es', n, { one: '1 meta', other: `${n} metas` }),
    batches: (n: number) =>
      plural('es', n, { one: '1 importación o cambio', other: `${n} importaciones y cambios` }),
    content: (n: number) => plural('es', n, { one: '1 publicación', other: `${n} publicaciones` }),
    cases: (n: number) => plural('es', n, { one: '1 caso', other: `${n} casos` }),
    evidence: (n: number) => plural('es', n, { one: '1 prueba', other: `${n} pruebas` }),
    annotations: (n: number) => plural('es', n, { one: '1 anotación', other: `${n} anotaciones` }),
    actions: (n: number) => plural('es', n, { one: '1 acción', other: `${n} acciones` }),
    texts: (n: number) => plural('es', n, { one: '1 texto de informe', other: `${n} textos de informe` }),
    deliverables: (n: number) =>
      plural('es', n, { one: '1 informe enviado', other: `${n} informes enviados` }),
  },
  nothingElse: 'Nada',
  madeBy: (date: string, by: string) => (by === '' ? date : `${date}, por ${by}`),
  version: (version: string) => `Pulsebook ${version}`,
  size: (mb: string) => `${mb} MB`,
  name: 'Nombre aquí',
  nameTaken: (free: string) => `Ya hay un cliente con ese nombre. ${free} está libre.`,
  nameNeeded: 'Necesita un nombre',
  hereTitle: 'Este cliente ya está aquí',
  hereUntil: (name: string, n: string, count: number, until: string) =>
    `${name}: ${plural('es', count, { one: `${n} cifra`, other: `${n} cifras` })}; la última, del ${until}.`,
  hereNewer: 'El que ya está tiene cifras más nuevas que el archivo.',
  hereEmpty: (name: string) => `${name}: sin cifras.`,
  instead: 'En su lugar',
  insteadText: (name: string) =>
    `${name} pasa a archivados con la fecha tras el nombre y lo conserva todo. Las próximas exportaciones van al que recibes.`,
  beside: 'A su lado, con otro nombre',
  besideText: 'Se quedan los dos. Las próximas exportaciones siguen yendo al que ya está.',
  accounts: (n: number) =>
    plural('es', n, {
      one: 'Una cuenta se queda con otro cliente',
      other: `${n} cuentas se quedan con otro cliente`,
    }),
  accountsText: (account: string, client: string) => `${account}: ${client}`,
  accountsWhy: 'Sus exportaciones siguen yendo adonde iban.',
  backup: 'Antes se hace una copia de seguridad.',
  take: 'Recibir',
  taken: (name: string, n: string, count: number) =>
    `${name} ya está aquí: ${plural('es', count, { one: `${n} cifra`, other: `${n} cifras` })}`,
};
