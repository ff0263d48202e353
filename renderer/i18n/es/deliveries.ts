import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

const reports = (n: number): string => plural('es', n, { one: '1 informe', other: `${n} informes` });
const files = (n: number): string => plural('es', n, { one: '1 archivo', other: `${n} archivos` });
const clients = (n: number): string => plural('es', n, { one: '1 cliente', other: `${n} clientes` });

export const deliveries: Catalogue['deliveries'] = {
  title: 'Entregar',
  detail: 'Informes de varios clientes de una vez',
  of: (period: string) => `Informes, ${period}`,
  columns: {
    label: 'Informes de todos los clientes',
    all: 'Elegir a todos los clientes que tienen cifras',
    choose: (client: string) => `Hacer el informe de ${client}`,
    client: 'Cliente',
    has: 'Tiene',
    attention: 'Míralo antes de entregar',
    out: 'Ya entregado',
    language: 'Idioma',
    languageOf: (client: string) => `Idioma del informe de ${client}`,
    state: 'Estado',
    files: 'Archivos',
  },
  has: (n: number, of: number) => `${n} de ${of} KPI`,
  nothingToSee: 'Nada',
  notOut: 'Aún no',
  reopen: (client: string, format: string, date: string) =>
    `${client}: ${format} del ${date}, como se entregó`,
  empty: {
    noKpis: 'Sin KPI en su cuadro de mando.',
    noFigures: (period: string) => `Sin cifras en ${period}.`,
    pick: 'Elegir KPI',
    bring: 'Traer cifras',
  },
  saveOne: (format: string, client: string) => `${format}, ${client}: guardar`,
  nobody: {
    title: 'Ningún cliente al que entregar',
    text: 'Un informe necesita un cliente con KPI y cifras.',
    action: 'Nuevo cliente',
  },
  attention: {
    untranslatedNames: (n: number, language: string) =>
      plural('es', n, {
        one: `Un nombre no está en ${language}`,
        other: `${n} nombres no están en ${language}`,
      }),
    otherLanguage: (n: number) =>
      plural('es', n, {
        one: 'Una nota está en el otro idioma',
        other: `${n} notas están en el otro idioma`,
      }),
    coverage: (kpi: string) => `${kpi}: menos del 80\u202f% anotado`,
    missing: (kpi: string) => `${kpi}: sin cifra`,
    mend: (client: string) => `: ${client}`,
  },
  noAuthor: 'Tus informes no dicen quién los prepara.',
  nameAuthor: 'Añadir un nombre',
  formats: 'Hacer',
  noFormat: 'Elige al menos uno: libro, PDF o diapositivas.',
  noneChosen: 'Elige al menos un cliente.',
  make: (n: number) => `Hacer ${reports(n)}`,
  makeNone: 'Hacer informes',
  willMake: (n: number) => files(n),
  ask: {
    title: (n: number) =>
      n === 1
        ? 'Han cambiado cifras del texto de un cliente'
        : `Han cambiado cifras de los textos de ${n} clientes`,
    text: 'Desde que diste por buenos estos textos se han anotado otras cifras. ¿Qué se entrega?',
    figures: (n: number) => plural('es', n, { one: 'una cifra', other: `${n} cifras` }),
    look: 'Mirarlo antes',
    leave: (n: number) => (n === 1 ? 'Dejarlo fuera' : `Dejar fuera estos ${n}`),
    update: 'Actualizar y hacer',
    gone: (whose: string) =>
      `Una cifra del texto de ${whose} ya no está. Quítala del texto o deja fuera a ese cliente.`,
  },
  run: {
    making: (done: number, of: number) => `Haciendo el archivo ${done} de ${of}`,
    starting: 'Preparando los informes',
    cancelling: 'Cancelando',
    states: {
      waiting: 'En espera',
      making: 'En curso',
      made: 'Hecho',
      some: (n: number, of: number) => `${n} de ${of} archivos hechos`,
      failed: 'No se ha podido hacer',
      cancelled: 'Cancelado antes de hacerse',
    },
    going: 'Puedes seguir trabajando: continúa mientras estás en otras pantallas.',
  },
  after: {
    made: (n: number, of: number) =>
      `${plural('es', n, { one: '1 archivo hecho', other: `${n} archivos hechos` })}, para ${clients(of)}`,
    none: 'No se ha hecho nada',
    cancelled: 'Cancelado. Lo hecho hasta entonces se conserva.',
    failed: (n: number) =>
      plural('es', n, {
        one: '1 archivo no se ha podido hacer',
        other: `${n} archivos no se han podido hacer`,
      }),
    attention: (n: number) => `${clients(n)} con algo que mirar`,
    unsaved: (n: number) =>
      plural('es', n, { one: '1 archivo aún sin guardar', other: `${n} archivos aún sin guardar` }),
    saveAll: (n: number) =>
      plural('es', n, { one: 'Guardar el archivo', other: `Guardar los ${n} archivos` }),
    saved: (n: number, where: string) =>
      `${plural('es', n, { one: '1 archivo guardado', other: `${n} archivos guardados` })}: ${where}`,
    isSaved: 'guardado',
    again: (n: number) =>
      plural('es', n, { one: 'Probar otra vez con 1 archivo', other: `Probar otra vez con ${n} archivos` }),
    messages: 'Mensajes',
    another: 'Volver a todos los clientes',
    kept: 'De cada informe entregado queda una copia fija con su cliente.',
    archive: (period: string) => `Informes ${period}`,
  },
  message: {
    open: 'Mensaje',
    openOf: (client: string) => `Mensaje para ${client}`,
    title: (client: string) => `Mensaje para ${client}`,
    count: (at: number, of: number) => `${at} de ${of}`,
    language: 'Idioma del mensaje',
    subject: 'Asunto',
    body: 'Mensaje',
    copySubject: 'Copiar asunto',
    copyBody: 'Copiar mensaje',
    copiedSubject: 'Asunto copiado: pégalo en el correo',
    copiedBody: 'Mensaje copiado: pégalo en el correo',
    notCopied: 'No se ha podido copiar. Selecciona el texto y cópialo con el teclado.',
    hint: 'Lo que cambies aquí no se guarda. Los archivos los adjuntas tú.',
    reset: 'Como se propuso',
    next: (client: string) => `Siguiente: ${client}`,
    previous: 'Anterior',
  },
};
