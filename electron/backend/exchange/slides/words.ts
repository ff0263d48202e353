/** The words that only the slides say, in both languages; the others are the workbook's. */
import type { Language } from '../../../../shared/domain/kpi.ts';

const en = {
  reportFor: (period: string): string => `Report for ${period}`,
  against: (base: string): string => `against ${base}`,
  preparedBy: (author: string): string => `Prepared by ${author}`,
  running: 'The period is still running',
  continued: (name: string, part: number): string =>
    part === 2 ? `${name}, continued` : `${name}, continued (${part - 1})`,
  score: (score: string): string => `Score ${score}`,
  scoreFrom: (score: string, base: string): string => `Score ${score}, from ${base}`,
  from: 'from',
  goal: 'goal',
  moved: 'What moved',
  commentary: 'Commentary',
  signal: 'Signal: outside its usual range',
  lowCoverage: 'Coverage under 80\u202f%',
  overall: 'All areas',
  kpis: (n: number): string => (n === 1 ? '1 KPI' : `${n} KPIs`),
  ofWeight: (share: string): string => `${share} of weight`,
  data: 'Data',
  others: 'Others',
  rest: (n: number): string => (n === 1 ? '1 other' : `${n} others`),
  by: (dimension: string): string => `by ${dimension.toLowerCase()}`,
  item: 'Post',
  untitled: 'Without a title',
  published: 'Published',
  ofMedian: 'Of median',
  times: (n: string): string => `${n} ×`,
  top: 'What did best',
  bottom: 'What did least',
  contentNote: (n: number, age: number): string =>
    `${n === 1 ? '1 post' : `${n} posts`} of the period, each at ${age} days after it was published; the median is its channel’s.`,
  provisional: (age: number): string => `* Not ${age} days old yet.`,
  what: 'What',
  who: 'Who',
  due: 'Due',
  actions: 'Next actions',
  events: 'Events',
  day: 'Day',
  event: 'What happened',
  table: 'Table',
  members: 'Members',
  value: 'Value',
  layouts: { cover: 'Title slide', plain: 'Finding', notes: 'Notes' },
};

export type SlideWords = typeof en;

const es: SlideWords = {
  reportFor: (period) => `Informe de ${period}`,
  against: (base) => `frente a ${base}`,
  preparedBy: (author) => `Preparado por ${author}`,
  running: 'El periodo aún está en curso',
  continued: (name, part) => (part === 2 ? `${name}, continuación` : `${name}, continuación (${part - 1})`),
  score: (score) => `Puntuación ${score}`,
  scoreFrom: (score, base) => `Puntuación ${score}, desde ${base}`,
  from: 'desde',
  goal: 'meta',
  moved: 'Qué ha cambiado',
  commentary: 'Comentario',
  signal: 'Señal: fuera de su margen habitual',
  lowCoverage: 'Cobertura inferior al 80\u202f%',
  overall: 'Todas las áreas',
  kpis: (n) => `${n} KPI`,
  ofWeight: (share) => `${share} del peso`,
  data: 'Datos',
  others: 'Otros',
  rest: (n) => (n === 1 ? 'Otro' : `Otros ${n}`),
  by: (dimension) => `por ${dimension.toLowerCase()}`,
  item: 'Publicación',
  untitled: 'Sin título',
  published: 'Publicada',
  ofMedian: 'De la mediana',
  times: (n) => `${n} ×`,
  top: 'Lo que mejor ha ido',
  bottom: 'Lo que menos ha ido',
  contentNote: (n, age) =>
    `${n === 1 ? 'Una publicación' : `${n} publicaciones`} del periodo, cada una a los ${age} días de publicarse; la mediana es la de su canal.`,
  provisional: (age) => `* Aún no tiene ${age} días.`,
  what: 'Qué',
  who: 'Quién',
  due: 'Para',
  actions: 'Próximas acciones',
  events: 'Hechos',
  day: 'Día',
  event: 'Qué pasó',
  table: 'Tabla',
  members: 'Miembros',
  value: 'Valor',
  layouts: { cover: 'Diapositiva de título', plain: 'Hallazgo', notes: 'Notas' },
};

const all: Readonly<Record<Language, SlideWords>> = { en, es };

export function slideWordsOf(language: Language): SlideWords {
  return all[language];
}
