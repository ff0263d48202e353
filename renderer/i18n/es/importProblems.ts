import { fileKinds } from './fileKinds.ts';
import type { Catalogue } from '../en/index.ts';

export const importProblems: Catalogue['imports']['problems'] = {
  'empty-file': () => 'El archivo está vacío. Expórtalo de nuevo.',
  'not-a-spreadsheet': (d) => {
    const kind = fileKinds[String(d['kind'] ?? '')];
    const is =
      kind === undefined ? 'Esto no es una hoja de cálculo' : `Esto es ${kind}, no una hoja de cálculo`;
    return `${is}. Suelta CSV, TSV, Excel, OpenDocument o un ZIP con ellos.`;
  },
  'password-protected': () =>
    'El archivo tiene contraseña. Ábrelo, guarda una copia sin ella y suelta la copia.',
  damaged: () => 'El archivo está dañado o incompleto. Descárgalo de nuevo.',
  'too-large': () => 'El archivo es mayor de lo que se puede leer de una vez. Exporta un periodo más corto.',
  'file-unreadable': () => 'No se puede abrir el archivo. Ciérralo en otros programas y suéltalo de nuevo.',
  'xml-entities': () =>
    'El archivo trae definiciones XML que ningún programa de hojas escribe. Guárdalo como XLSX y suelta ese.',
  'no-data': () => 'No hay nada en sus celdas. Expórtalo de nuevo con un periodo que tenga cifras.',
  'zip-bomb': () =>
    'Al descomprimirse ocuparía muchísimo más de lo que pesa. Descomprímelo tú y suelta los archivos que necesites.',
  'zip-unsafe-path': () => 'El ZIP nombra archivos fuera de su carpeta. Descárgalo de nuevo.',
  'zip-damaged': () => 'El ZIP está dañado o incompleto. Descárgalo de nuevo.',
  'zip-unsupported': () => 'Este tipo de ZIP no se puede leer. Descomprímelo tú y suelta los archivos.',
  'zip-too-deep': () => 'Hay ZIP dentro de ZIP dentro de ZIP. Descomprime los de dentro y suéltalos.',
  'zip-empty': () => 'El ZIP no contiene archivos. Descárgalo de nuevo.',
  timeout: (d) => `La lectura pasó de ${d['seconds'] ?? 10} s y se detuvo. Exporta un periodo más corto.`,
  'too-much-memory': () =>
    'La lectura necesitaba demasiada memoria y se detuvo. Guarda como CSV la hoja que necesites y suéltala.',
  'reader-crashed': () => 'La lectura falló. Guarda una copia como CSV y suéltala.',
  cancelled: () => 'Se canceló la lectura.',
  'unknown-header': (d) =>
    d['header'] === undefined
      ? 'Ningún informe conocido tiene estas columnas.'
      : `No se conoce la columna «${d['header']}».`,
  'no-table': () => 'No hay ninguna tabla: falta una fila de títulos con cifras debajo.',
  'no-rows': () => 'Hay títulos pero no filas. Expórtalo de nuevo con un periodo que tenga cifras.',
  'no-dates': () =>
    'Ninguna columna trae fechas, así que las cifras no tienen lugar en el tiempo. Exporta por días.',
  'no-figures': () => 'Ninguna columna trae cifras que se puedan importar.',
  'excel-damaged-decimals': (d) =>
    `Los decimales se convirtieron en fechas${d['text'] === undefined ? '' : ` («${d['text']}»)`}. No se ha leído nada. Expórtalo de nuevo y suéltalo aquí sin abrirlo.`,
  'ids-rounded': () =>
    'Un programa de hojas redondeó los números de las publicaciones. Expórtalo de nuevo y suéltalo sin abrirlo.',
  'dates-ambiguous': (d) => `Las fechas se pueden leer de dos maneras («${d['text'] ?? ''}»).`,
  'dates-impossible': (d) => `«${d['text'] ?? ''}» no es una fecha.`,
  'numbers-mixed': (d) => `La columna escribe los decimales de dos maneras («${d['text'] ?? ''}»).`,
  'value-unreadable': (d) => `«${d['text'] ?? ''}» no es una cifra`,
  'row-without-date': () => 'Cifras sin fecha',
  'row-without-id': () => 'Sin identificador ni enlace para reconocerla la próxima vez',
  'duplicate-row': () => 'Otra fila da una cifra para el mismo día',
  'own-workbook': () => 'Este libro lo hizo Pulsebook. Ábrelo solo para ver qué cambió en él, celda a celda.',
  'unsupported-report': () => 'Este informe aún no trae nada que se pueda importar.',
};

export const importNotes: Catalogue['imports']['notes'] = {
  'encoding-guessed': 'Juego de caracteres deducido',
  'encoding-damaged': 'Algunas letras ya venían dañadas',
  'separator-line': 'Línea sep= omitida',
  'unwrapped-lines': 'Líneas envueltas por Excel, corregidas',
  'unclosed-quote': 'Unas comillas no se cerraron',
  'rows-gap': 'Se omite un gran hueco entre filas',
  'columns-gap': 'Se omite un gran hueco entre columnas',
  'hidden-sheet': 'Hoja oculta omitida',
  'sheet-without-cells': 'Hoja sin celdas',
  'empty-sheet-skipped': 'Hoja vacía omitida',
  'sheet-unreadable': 'No se pudo leer una hoja',
  'dates-1904': 'Las fechas cuentan desde 1904',
  'system-file-skipped': 'Archivo del sistema omitido',
  'inner-file-refused': 'Se rechazó un archivo de dentro',
  'network-from-siblings': 'Red deducida de los archivos vecinos',
  'snapshot-of-export': 'Con la fecha de la exportación',
  'snapshot-of-range': 'Con la fecha final de su periodo',
  'table-left-out': 'Se omite una tabla sin cifras',
  'network-of-client': 'Red deducida de los canales del cliente',
  'network-of-words': 'Red deducida de palabras que solo ella usa',
  'year-of-file': 'Año tomado de la fecha del archivo',
  'personal-left-out': 'Datos de personas, fuera',
  'format-from-memory': 'Formato conocido solo por descripción',
  converted: 'Dinero convertido con tu cambio',
  'times-by-day': 'Tiempos contados por días: una columna no lleva la hora',
};
