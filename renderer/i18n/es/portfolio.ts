import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

export const portfolio: Catalogue['portfolio'] = {
  title: 'Todos los clientes',
  summary: {
    clients: (n: number) => plural('es', n, { one: 'cliente', other: 'clientes' }),
    needs: (n: number) => plural('es', n, { one: 'cosa pendiente', other: 'cosas pendientes' }),
    signals: (n: number, period: string) =>
      plural('es', n, { one: `cliente con señal en ${period}`, other: `clientes con señal en ${period}` }),
    coverage: (n: number) =>
      plural('es', n, {
        one: 'cliente con cobertura bajo el 80\u202f%',
        other: 'clientes con cobertura bajo el 80\u202f%',
      }),
  },
  columns: {
    client: 'Cliente',
    score: 'Puntuación',
    change: (period: string) => `vs. ${period}`,
    trend: '12 meses',
    counts: 'KPI por estado',
    coverage: (_period: string, short: string) => `Cobertura ${short}`,
    moved: 'Lo que más ha cambiado',
    needs: 'Pendiente',
    report: 'Último informe',
  },
  moved: {
    none: 'Sin señal: en su margen habitual',
    above: (kpi: string) => `${kpi}, sobre su límite superior`,
    below: (kpi: string) => `${kpi}, bajo su límite inferior`,
    runAbove: (kpi: string, n: number) => `${kpi}: ${n} seguidos sobre el centro`,
    runBelow: (kpi: string, n: number) => `${kpi}: ${n} seguidos bajo el centro`,
    nearUpper: (kpi: string) => `${kpi}, cerca de su límite superior`,
    nearLower: (kpi: string) => `${kpi}, cerca de su límite inferior`,
    tooFew: (n: number) => `Pocos puntos para límites: ${n} de 8`,
  },
  nothing: 'Nada',
  score: (value: string) => `puntuación ${value}`,
  noReport: 'Ninguno aún',
  made: (date: string) => `hecho el ${date}`,
  first: {
    title: 'Primero, esto',
    detail: 'el mes cerrado, antes que nada',
    all: (n: number) => `Ver ${n}`,
    fewer: 'Ver menos',
    nothing: 'Hoy no tienes nada pendiente',
    nothingText: 'Están todas las cifras del mes cerrado, cada KPI tiene su meta y ningún estado está fuera.',
  },
  need: {
    missing: (n: number, period: string) =>
      plural('es', n, { one: `Falta 1 cifra de ${period}`, other: `Faltan ${n} cifras de ${period}` }),
    off: (n: number, period: string) =>
      plural('es', n, { one: `1 KPI está fuera en ${period}`, other: `${n} KPI están fuera en ${period}` }),
    offNamed: (kpi: string, period: string) => `${kpi}, fuera en ${period}`,
    noTargets: (n: number) =>
      plural('es', n, { one: '1 KPI no tiene meta', other: `${n} KPI no tienen meta` }),
    noKpis: 'Aún no hay KPI elegidos',
    noFigures: 'Aún no hay cifras',
    lowCoverage: (period: string) => `Menos del 80\u202f% de ${period} está anotado`,
  },
  detail: {
    missing: 'escríbelas o importa su exportación',
    off: 'mira por qué y apunta qué vas a hacer',
    noTargets: 'sin meta no hay estado ni puntuación',
    noKpis: 'elige qué cuenta para este cliente',
    noFigures: 'suelta aquí las primeras exportaciones',
    lowCoverage: 'los cambios llevan aviso',
  },
  short: {
    missing: (n: number) => plural('es', n, { one: 'falta 1 cifra', other: `faltan ${n} cifras` }),
    off: (n: number) => `${n} fuera`,
    noTargets: (n: number) => `${n} sin meta`,
    noKpis: 'aún sin KPI',
    noFigures: 'aún sin cifras',
    lowCoverage: 'bajo el 80\u202f%',
  },
  fix: {
    missing: 'Rellenar',
    off: 'Mirar',
    noTargets: 'Fijar metas',
    noKpis: 'Elegir KPI',
    noFigures: 'Importar',
    lowCoverage: 'Rellenar',
  },
  reports: {
    title: 'Informes',
    notMade: 'Sin hacer',
    none: 'Sin cifras aún',
    open: 'Abrir',
    make: 'Hacer',
    made: (done: number, of: number) => `${done} de ${of} hechos`,
  },
  empty: {
    title: 'Aún no hay clientes',
    text: 'Añade el primero: su nombre, sus canales y qué cuenta para él. Las cifras vienen después.',
    action: 'Nuevo cliente',
  },
};
