import type { Catalogue } from '../en/index.ts';
import { plural } from '../messages.ts';

export const reports: Catalogue['reports'] = {
  title: 'Informe',
  pages: 'Páginas',
  preview: 'Vista previa del informe',
  delivered: 'Entregas',
  none: 'Aún no has entregado nada.',
  language: 'Idioma del informe',
  before: 'Antes de entregar',
  deliver: 'Entregar',
  checks: {
    coverage: (n: number) => `${n} KPI, bien cubiertos`,
    low: (n: number) => `${n} KPI con menos del 80\u202f% anotado`,
    missing: (n: number) => `${n} KPI sin cifra`,
    targets: 'Todos los KPI tienen meta',
    noTargets: (n: number) => `${n} KPI sin meta`,
    logo: 'Logo y color',
    noLogo: 'Sin logo: van las iniciales',
    author: (name: string) => `Preparado por ${name}`,
    noAuthor: 'Sin nombre de quien lo prepara',
    running: 'El periodo aún está en curso',
    staleText: (n: number) =>
      plural('es', n, {
        one: 'Una cifra del texto ha cambiado',
        other: `${n} cifras del texto han cambiado`,
      }),
    look: 'Ver',
    fill: 'Rellenar',
    set: 'Fijar',
    add: 'Añadir',
  },
  formats: {
    xlsx: { name: 'Libro', detail: '.xlsx, gráficos y fórmulas vivas' },
    csv: { name: 'Cifras', detail: '.csv, una cifra anotada por línea' },
  },
  make: (format: string) => `Hacer ${format.toLowerCase()}`,
  both: 'Hacer los dos',
  making: (format: string) => `Haciendo: ${format.toLowerCase()}`,
  saved: (name: string) => `Guardado: ${name}`,
  notSaved: (name: string) => `${name} está hecho, pero aún sin guardar.`,
  saveAgain: 'Guardar',
  fixed: 'Queda una copia fija de lo entregado.',
  empty: {
    title: (period: string) => `Nada que contar de ${period}`,
    text: 'El informe muestra lo que muestra el cuadro de mando. Elige antes los KPI y trae cifras.',
    action: 'Ir a los KPI',
  },
  paper: {
    summary: 'Resumen',
    scorecard: 'Cuadro de mando',
    scorecardMore: (n: number) => `Cuadro de mando, ${n}`,
    head: (period: string, base: string) =>
      base === '' ? `Informe de ${period}` : `Informe de ${period}, frente a ${base}`,
    since: (base: string) => `desde ${base}`,
    moved: 'Qué ha cambiado',
    nothingMoved: {
      usual: 'Todos los KPI, en su margen habitual.',
      tooEarly: 'Es pronto para distinguir un cambio del ruido: menos de 8 periodos anotados.',
    },
    actions: 'Próximas acciones',
    noActions: 'Ninguna prevista.',
    foot: (date: string, author: string) =>
      author === '' ? `Datos a ${date}.` : `Datos a ${date}. Preparado por ${author}.`,
    page: (n: number, of: number) => `${n} de ${of}`,
    overall: 'Puntuación global',
  },
};
