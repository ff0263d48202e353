import type { Catalogue } from '../en/index.ts';

export const scorecard: Catalogue['scorecard'] = {
  title: 'Cuadro de mando',
  by: { label: 'Agrupar por', kra: 'Área clave', stage: 'Etapa', channel: 'Canal' },
  filter: 'Ver solo estos estados',
  overall: 'Puntuación global',
  head: {
    kpi: 'KPI',
    channel: 'Canal',
    change: 'Cambio',
    goal: 'Meta',
    status: 'Estado',
    score: 'Puntuación',
    trend: '12 periodos',
    trendMonth: '12 meses',
    coverage: 'Cobertura',
  },
  covered: (share: string) => `peso cubierto ${share}`,
  allChannels: 'Todos',
  count: (n: number) => `${n} KPI`,
  open: (kpi: string) => `${kpi}: abrir en el explorador`,
  why: (kpi: string, word: string) => `${kpi}: ${word.toLowerCase()}. ¿Por qué?`,
  empty: {
    title: 'Aún no has elegido KPI',
    text: 'Elige por qué se trabaja para este cliente: del catálogo, o tuyos propios.',
    action: 'Elegir KPI',
  },
  noMatch: {
    title: 'Ningún KPI tiene estos estados',
    text: 'Quita un filtro para ver los demás.',
    action: 'Ver todos',
  },
  vanity: {
    title: (kpi: string) => `${kpi} está sin confirmar`,
    tag: 'KPI de vanidad',
    both: (change: string) =>
      `Cambia un ${change} y alcanza su meta, pero su KPI de contraste no lo respalda:`,
    plain: 'Alcanza su meta, pero su KPI de contraste no lo respalda:',
    while: (word: string) =>
      `Mientras siga así (${word.toLowerCase()}), cuenta como en riesgo y su puntuación no pasa de 6,6. Aparece así también en el libro.`,
    goal: (goal: string) => `meta ${goal}`,
    see: 'Ver el KPI de contraste',
    change: 'Cambiar el contraste',
  },
  reason: {
    coverage: (coverage: string) => `${coverage} con cifra.`,
    target: 'Fijar una meta',
    fill: 'Rellenar las cifras',
  },
};
