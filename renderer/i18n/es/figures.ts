import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

const figuresOf = (n: number): string => plural('es', n, { one: '1 cifra', other: `${n} cifras` });

export const figures: Catalogue['figures'] = {
  title: 'Cifras',
  addKpi: 'Añadir KPI',
  cadence: 'Columnas',
  columns: { kpi: 'KPI', channel: 'Canal', unit: 'Unidad', cover: 'Datos', coverDetail: 'anotados' },
  grid: 'Cifras por KPI y periodo',
  all: 'Todos',
  na: 'n/a',
  span: {
    choose: 'Elegir qué se ve',
    earlier: 'Antes',
    later: 'Después',
    previous: 'Periodos anteriores',
    next: 'Periodos siguientes',
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
  undo: 'Deshacer',
  redo: 'Rehacer',
  undone: (cells: number) =>
    plural('es', cells, { one: '1 cifra retirada', other: `${cells} cifras retiradas` }),
  redone: (cells: number) =>
    plural('es', cells, { one: '1 cifra repuesta', other: `${cells} cifras repuestas` }),
  undoKept: (kept: number) =>
    plural('es', kept, {
      one: 'Se conserva 1 cambio posterior',
      other: `Se conservan ${kept} cambios posteriores`,
    }),
  nothingToUndo: 'Esto ya se había retirado en otro sitio',
  missing: (n: number) => plural('es', n, { one: 'Falta 1', other: `Faltan ${n}` }),
  noneMissing: 'No falta ninguna',
  nextMissing: 'Ir a la siguiente cifra que falta',
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
    computed: 'calculada',
    rolled: 'de cifras más finas',
    notExpected: 'no se espera',
    notComputable: 'no calculable',
    refused: 'no aceptada',
  },
  stats: {
    cells: (n: number) => plural('es', n, { one: '1 celda', other: `${n} celdas` }),
    sum: 'Suma',
    mean: 'Media',
    least: 'Mínimo',
    most: 'Máximo',
    recorded: 'Anotadas',
    of: (n: number, all: number) => `${n} de ${all}`,
  },
  refusal: {
    notNumber: 'Esto no es un número. Escribe uno, N si no aplica, o déjalo vacío.',
    notDuration: 'Escríbelo con su unidad: 3 h 20 min',
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
  batch: (n: number) => figuresOf(n),
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
    open: 'Abrir la importación',
    again: (value: string) => `Volver a usar ${value}`,
    none: 'Nadie ha anotado esta cifra.',
    finerOf: (recorded: number, expected: number, word: string) =>
      `${recorded} de ${expected} ${word} anotados`,
  },
  note: {
    title: 'Nota',
    label: (cell: string) => `Nota sobre ${cell}`,
    placeholder: '¿Qué pasó aquí?',
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
