import type { Catalogue } from '../en/index.ts';

export const charts: Catalogue['charts'] = {
  asTable: 'Ver como tabla',
  asChart: 'Ver como gráfico',
  noData: 'sin dato',
  notApplicable: 'n/a',
  goal: 'Meta',
  goalLine: (goal: string) => `meta ${goal}`,
  period: 'Periodo',
  others: 'Otros canales',
  points: (chart: string) => `Puntos de: ${chart}`,
  point: (period: string, rows: string) => `${period}: ${rows}`,
  caption: (client: string, now: string, base: string) =>
    base === '' ? `${client} · ${now}` : `${client} · ${now} · frente a ${base}`,
  export: {
    menu: (chart: string) => `Gráfico: ${chart}`,
    png: 'Guardar como PNG (2x)',
    svg: 'Guardar como SVG',
    csv: 'Guardar los datos como CSV',
    copyPicture: 'Copiar la imagen',
    copyData: 'Copiar los datos',
    saved: (name: string) => `Guardado: ${name}`,
    copiedPicture: 'Imagen copiada',
    copiedData: 'Datos copiados: pégalos en una hoja de cálculo',
    notCopied: 'Esta ventana no puede usar el portapapeles. Guárdalo como archivo.',
    seconds: 'segundos',
  },
};
