import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

const figuresOf = (n: number): string => plural('es', n, { one: '1 cifra', other: `${n} cifras` });
const doneTo = (n: number, one: string, other: string): string =>
  plural('es', n, { one: `1 cifra ${one}`, other: `${n} cifras ${other}` });
const screens = {
  day: '1 mes',
  week: 'Una pantalla',
  month: 'Una pantalla',
  quarter: 'Una pantalla',
} as const;
const years = {
  day: ['1 año', '2 años'],
  week: ['1 año', '2 años'],
  month: ['2 años', '3 años'],
  quarter: ['3 años', '5 años'],
} as const;

export const figures: Catalogue['figures'] = {
  title: 'Cifras',
  addKpi: 'Añadir KPI',
  cadence: 'Columnas',
  columns: { kpi: 'KPI', channel: 'Canal', unit: 'Unidad', cover: 'Datos', coverDetail: 'anotados' },
  grid: 'Cifras por KPI y periodo',
  gridByChannel: 'Cifras por KPI y canal',
  view: { label: 'Vista', periods: 'Periodos', channels: 'Canales' },
  all: 'Todos',
  channelsWord: 'los canales',
  na: 'n/a',
  span: {
    choose: 'Elegir qué se ve',
    earlier: 'Antes',
    later: 'Después',
    previous: 'Periodos anteriores',
    next: 'Periodos siguientes',
    reach: 'Hasta cuándo atrás',
    reaches: {
      screen: (by: keyof typeof screens): string => screens[by],
      year: (by: keyof typeof years): string => years[by][0],
      years: (by: keyof typeof years): string => years[by][1],
    },
  },
  kpis: (n: number) => `${n} KPI`,
  someKpis: (n: number, of: number) => `${n} de ${of} KPI`,
  filter: {
    label: 'Mostrar solo',
    placeholder: 'KPI o canal',
    clear: 'Mostrar todo',
    none: 'Ningún KPI ni canal se llama así',
  },
  computedRows: 'Filas calculadas',
  allChannels: 'Todos los canales',
  allChannelsHint: 'Una fila por canal, también donde aún no hay nada anotado',
  undoOf: (what: string, keys: string) => `Deshacer: ${what} (${keys})`,
  redoOf: (what: string, keys: string) => `Rehacer: ${what} (${keys})`,
  undone: 'Deshecho',
  redone: 'Rehecho',
  undoKept: (kept: number) =>
    plural('es', kept, {
      one: 'Se conserva 1 cambio posterior',
      other: `Se conservan ${kept} cambios posteriores`,
    }),
  nothingToUndo: 'Nada que deshacer',
  nothingToRedo: 'Nada que rehacer',
  missing: (n: number) => plural('es', n, { one: 'Falta 1', other: `Faltan ${n}` }),
  noneMissing: 'No falta ninguna',
  nextMissing: 'Qué falta; F8 lleva a la siguiente',
  hints: {
    type: 'Escribe un número,',
    zero: 'si es cero,',
    na: 'si no aplica,',
    missing: 'si falta,',
    note: 'para una nota',
  },
  keys: { delete: 'Supr', note: 'Mayús F2', origin: 'Alt ↓' },
  coverage: (recorded: number, expected: number) => `${recorded}/${expected}`,
  cellOf: (name: string, channel: string, period: string) => `${name}, ${channel}, ${period}`,
  rowOf: (name: string, channel: string) => `${name}, ${channel}`,
  openExplorer: 'Abrir en el explorador',
  states: {
    missing: 'falta',
    zero: 'cero',
    notApplicable: 'no aplica',
    note: 'nota',
    changed: 'cambió',
    provisional: 'provisional',
    unusual: 'muy fuera de su margen habitual',
    computed: 'calculada',
    rolled: 'hecha con cifras más detalladas',
    notExpected: 'no se espera',
    notComputable: 'no calculable',
  },
  stats: {
    cells: (n: number) => plural('es', n, { one: '1 celda', other: `${n} celdas` }),
    sum: 'Suma',
    mean: 'Media',
    least: 'Mínimo',
    most: 'Máximo',
    recorded: 'Anotadas',
    of: (n: number, all: number) => `${n} de ${all}`,
    tooMany: 'demasiadas para sumarlas',
  },
  unusual: (above: boolean, from: string, to: string) =>
    `${above ? 'Muy por encima' : 'Muy por debajo'} de su margen habitual, de ${from} a ${to}`,
  refusal: {
    notNumber: 'Esto no es un número. Escribe uno, N si no aplica, o déjalo vacío.',
    notDuration: 'Escríbelo con su unidad: 3 h 20 min',
    sheetError: 'Es un error de la hoja de la que viene, no una cifra. Escribe una, o N si no aplica.',
    notWhole: 'Esto se cuenta: es un número entero.',
    offStep: (step: string) => `Va de ${step} en ${step}.`,
    tooSmall: (limit: string) => `No puede ser menos de ${limit}.`,
    tooLarge: (limit: string) => `No puede ser más de ${limit}.`,
    computed: 'Esta fila se calcula. Cambia las cifras de las que sale.',
    otherUnit: 'Esta fila tiene otra unidad que la de origen.',
    kept: (text: string) => `Escribiste ${text}. No se ha guardado.`,
  },
  notTaken: (n: number) =>
    `${plural('es', n, { one: '1 cifra no aceptada', other: `${n} cifras no aceptadas` })}. Las celdas marcadas dicen por qué`,
  passedOver: (n: number) =>
    plural('es', n, {
      one: '1 celda calculada se ha dejado igual',
      other: `${n} celdas calculadas se han dejado igual`,
    }),
  outside: (n: number) =>
    plural('es', n, {
      one: '1 celda pegada no cabía en la cuadrícula',
      other: `${n} celdas pegadas no cabían en la cuadrícula`,
    }),
  tooMany: (n: number, most: number) =>
    `${n} cifras son demasiadas de una vez. No se ha cambiado nada: toma ${most} como mucho.`,
  stillComing: 'Las cifras de esta selección aún están llegando. Vuelve a copiar en un momento.',
  tooLargeToCopy: 'Esta selección es demasiado grande para copiarla. Toma 50 000 celdas como mucho.',
  heads: {
    columns: (head: string) =>
      `La primera fila son encabezados y ninguno es una columna de aquí (${head}). Muestra esos periodos o pega sin esa fila. No se ha cambiado nada.`,
    rows: (name: string) =>
      `La primera columna son nombres y ninguno es una fila de aquí (${name}). Pega solo las cifras. No se ha cambiado nada.`,
    severalRows: (name: string) =>
      `${name} son varias filas aquí. Añade una columna con el canal o pega solo las cifras. No se ha cambiado nada.`,
  },
  astray: (n: number, names: string) =>
    plural('es', n, {
      one: `1 fila o columna no está aquí: ${names}`,
      other: `${n} filas o columnas no están aquí: ${names}`,
    }),
  did: {
    typed: (n: number) => doneTo(n, 'escrita', 'escritas'),
    pasted: (n: number) => doneTo(n, 'pegada', 'pegadas'),
    filled: (n: number) => doneTo(n, 'rellenada', 'rellenadas'),
    cleared: (n: number) => doneTo(n, 'borrada', 'borradas'),
    stated: (n: number) => doneTo(n, 'que no aplica', 'que no aplican'),
    noted: (cell: string) => `Nota sobre ${cell}`,
  },
  told: {
    saved: (cell: string, text: string) => `${cell}: ${text}`,
    copied: (n: number) => plural('es', n, { one: '1 celda copiada', other: `${n} celdas copiadas` }),
  },
  find: {
    title: 'Buscar en la cuadrícula',
    placeholder: 'KPI, canal o cifra',
    none: 'No aparece',
    hits: (at: number, of: number) =>
      at === 0 ? plural('es', of, { one: '1 resultado', other: `${of} resultados` }) : `${at} de ${of}`,
    next: 'Siguiente',
    previous: 'Anterior',
  },
  history: {
    title: 'Lo que se ha escrito',
    hint: 'Lo más nuevo primero. Las importaciones no cuentan aquí y se quedan como están.',
    none: 'Aún no hay nada escrito',
    noneHint: 'Lo que escribas, pegues y rellenes se lista aquí y se puede deshacer cualquier otro día.',
    counts: (values: number, notes: number) =>
      [
        values > 0 ? figuresOf(values) : '',
        notes > 0 ? plural('es', notes, { one: '1 nota', other: `${notes} notas` }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    now: 'aquí estás',
    undone: (when: string) => `deshecho ${when}`,
    back: 'Volver aquí',
    forth: 'Avanzar hasta aquí',
    toHere: (what: string) => `Como estaba después de: ${what}`,
    beforeFirst: 'Antes de la primera',
    more: 'Mostrar anteriores',
  },
  owed: {
    title: 'Aún hace falta',
    period: 'Mes',
    checking: 'Comprobando',
    missing: (n: number) => plural('es', n, { one: 'Falta 1 cifra', other: `Faltan ${n} cifras` }),
    nothing: 'Están todas las cifras que se esperan.',
    recorded: (n: number, of: number) => `${n} de ${of} anotadas`,
    notes: (n: number) => plural('es', n, { one: '1 nota', other: `${n} notas` }),
    whyAsked: 'Estos KPI están fuera. Una frase sobre el porqué irá junto a ellos en el informe.',
    writeOne: 'Escribir por qué',
    open: 'fuera, se pide una nota',
    written: 'fuera, con nota',
    write: (period: string) => `Fuera en ${period}: escribe por qué`,
    change: (period: string) => `Fuera en ${period}: tu nota`,
    whyLabel: (name: string, period: string) => `Por qué ${name} está fuera en ${period}`,
    whyHint: 'Qué ha pasado y qué se hace al respecto',
    naHint: (name: string, channel: string) => `Decir que ${name}, ${channel} no aplica en estos periodos`,
    stop: 'No pedir más',
    stopHint: (name: string, channel: string) => `No pedir más ${name}, ${channel}, desde este periodo`,
    stopped: (name: string, channel: string) => `${name}, ${channel} ya no se pide`,
    unasked: 'Ya no se pide',
    since: (date: string) => `desde el ${date}`,
    again: 'Volver a pedir',
  },
  fill: 'Tirador de relleno',
  origin: {
    by: (who: string, when: string) => `${who}, ${when}`,
    title: 'De dónde sale',
    from: 'De',
    file: 'Archivo',
    before: 'Antes',
    finer: 'Sale de',
    import: (batch: number) => `Importación ${batch}`,
    edit: 'Escrita por ti',
    demo: 'Cifras de muestra',
    takenBack: ', retirada',
    cleared: 'borrada',
    computed: 'Calculada',
    together: 'Todos los canales juntos',
    more: (n: number) => `y ${n} más`,
    history: (n: number) => `Historial (${n})`,
    shorter: 'Más corto',
    open: 'Abrir la importación',
    again: (value: string) => `Volver a usar ${value}`,
    none: 'Nadie ha anotado esta cifra.',
    finerOf: (recorded: number, expected: number, word: string) =>
      `${recorded} de ${expected} ${word} anotados`,
  },
  note: {
    title: 'Nota',
    label: (cell: string) => `Nota sobre ${cell}`,
    remove: 'Quitar la nota',
  },
  empty: {
    kpis: {
      title: 'Aún no hay KPI',
      text: 'Elige qué cuenta para este cliente. Después podrás escribir o importar aquí sus cifras.',
    },
    channels: {
      title: 'Aún no hay ningún canal',
      text: 'Una cifra es de un canal: una red, la web, la tienda. Ponle nombre al primero.',
      network: 'Red o sitio',
      name: 'Nombre',
      make: 'Crear el canal',
    },
    rows: { title: 'Nada que mostrar', text: 'Ninguna fila cumple lo que pides.' },
  },
};
