import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

export const advice: Catalogue['advice'] = {
  title: 'Recomendaciones',
  counts: (n: number, kpis: number) =>
    `${plural('es', n, { one: '1 propuesta', other: `${n} propuestas` })} sobre ${kpis} KPI`,
  urgency: { now: 'Ahora', soon: 'Pronto', watch: 'Para vigilar' },
  rules: {
    goalMissed: 'Meta no cumplida, con señal',
    offTwice: 'Fuera dos veces seguidas',
    signalBadSide: 'Señal en el lado malo',
    vanityUnconfirmed: 'Cumplido, pero sin confirmar',
    forecastMisses: 'Va camino de no cumplir',
    trendWorsening: 'Empeora, aunque aún cumple',
    neverReached: 'Meta nunca alcanzada',
    alwaysReached: 'Meta siempre alcanzada',
    figuresMissing: 'Faltan cifras',
    lowCoverage: 'Muy poco anotado',
    channelBehind: 'Un canal va con retraso',
    noTarget: 'Se anota y no se valora',
    breakNotRebased: 'Cambió la definición, sin factor',
    learnFromPeak: 'Un pico del que aprender',
    furthestFromTarget: 'Lejos de su meta',
  },
  propose: {
    goalMissed: (kpi: string) => `Averiguar por qué ${kpi} no cumplió y acordar un cambio`,
    offTwice: (kpi: string) => `Acordar un plan para que ${kpi} vuelva a su meta`,
    signalBadSide: (kpi: string) => `Averiguar qué movió ${kpi}`,
    vanityUnconfirmed: (kpi: string) => `Revisar el contraste de ${kpi} antes de darlo por cumplido`,
    forecastMisses: (kpi: string) => `Decidir qué puede llevar aún ${kpi} a su meta`,
    trendWorsening: (kpi: string) => `Frenar la caída de ${kpi} mientras aún cumple`,
    neverReached: (kpi: string) => `Ajustar la meta de ${kpi} a lo que alcanza su historial`,
    alwaysReached: (kpi: string) => `Pedir más a ${kpi}: siempre alcanza su meta`,
    figuresMissing: (kpi: string) => `Traer las cifras que faltan de ${kpi}`,
    lowCoverage: (kpi: string) => `Completar las cifras de ${kpi}`,
    channelBehind: (kpi: string, channel: string) => `Volver a exportar ${channel}, para ${kpi}`,
    noTarget: (kpi: string) => `Fijar una meta para ${kpi}`,
    breakNotRebased: (kpi: string) => `Buscar el factor entre ${kpi} de antes y de ahora`,
    learnFromPeak: (kpi: string) => `Anotar qué hizo destacar ${kpi} y repetirlo`,
    furthestFromTarget: (kpi: string) => `Acordar un primer paso para ${kpi}`,
  },
  because: {
    missed: (value: string, period: string, goal: string, status: string) =>
      `${value} en ${period}, meta ${goal}: ${status}.`,
    missedBefore: (value: string, period: string, goal: string, status: string) =>
      `Antes, ${value} en ${period}, meta ${goal}: ${status}.`,
    met: (value: string, period: string, goal: string) => `${value} en ${period}, meta ${goal}: cumplido.`,
    outside: (value: string, period: string, limit: string, above: boolean) =>
      `${value} en ${period}, ${above ? 'sobre su límite superior' : 'bajo su límite inferior'} de ${limit}.`,
    run: (n: string, centre: string, period: string, above: boolean) =>
      `${n} seguidos ${above ? 'sobre' : 'bajo'} el centro de ${centre}, hasta ${period}.`,
    near: (limit: string, period: string, above: boolean) =>
      `Tres de cuatro más cerca del límite ${above ? 'superior' : 'inferior'} de ${limit} que del centro, hasta ${period}.`,
    missedBeforeShort: (period: string, value: string, status: string) =>
      `${period}: ${value}, también ${status}.`,
    metShort: (goal: string) => `Meta ${goal}: cumplido.`,
    outsideShort: (limit: string, above: boolean) =>
      `${above ? 'Sobre su límite superior' : 'Bajo su límite inferior'} de ${limit}.`,
    net: 'Cambio neto:',
    counter: (kpi: string, status: string) => `Su contraste ${kpi}: ${status}.`,
    counterValue: (kpi: string, value: string, period: string, goal: string, status: string) =>
      `Su contraste ${kpi}: ${value} en ${period}${goal === '' ? '' : `, meta ${goal}`}: ${status}.`,
    counterMissing: 'Ningún KPI le hace de contraste.',
    forecast: (value: string, band: string, period: string, goal: string) =>
      `${period} va camino de ${value}${band === '' ? '' : ` (${band})`}, meta ${goal}.`,
    band: (low: string, high: string) => `de ${low} a ${high}`,
    daysLeft: (n: number, of: number) =>
      plural('es', n, { one: `Queda 1 día de ${of}.`, other: `Quedan ${n} días de ${of}.` }),
    trend: (slope: string, per: string, n: string, p: string) =>
      `Tendencia de ${slope} ${per} en ${n} (${p}).`,
    reached: (n: number, of: string) => `Alcanzada en ${n} de ${of}.`,
    usual: (median: string) => `Lo habitual: ${median}.`,
    usualGoal: (median: string, goal: string) => `Lo habitual: ${median}; la meta es ${goal}.`,
    nothing: (period: string) => `Nada anotado en ${period}.`,
    recordedOf: (coverage: string, period: string) => `${coverage} en ${period}.`,
    lag: (channel: string, days: string) => `${channel} acaba ${days} antes que los demás canales.`,
    lagLast: (channel: string, days: string, last: string) =>
      `${channel} acaba el ${last}, ${days} antes que los demás canales.`,
    recorded: (value: string, period: string) => `${value} en ${period}, sin meta con que valorarlo.`,
    break: (date: string) => `La definición cambió el ${date}: no se da crecimiento a través del cambio.`,
    breakNote: (date: string, note: string) =>
      `La definición cambió el ${date} (${note}): no se da crecimiento a través del cambio.`,
    distance: (value: string, period: string, goal: string) => `${value} en ${period}, meta ${goal}.`,
    distanceBy: (value: string, period: string, goal: string, by: string) =>
      `${value} en ${period}, meta ${goal}: a un ${by}.`,
    tooEarly: (n: number, of: number) => `Muy pronto para distinguirlo del ruido: ${n} de ${of} puntos.`,
    other: 'La hizo saltar una regla para la que esta versión no tiene palabras.',
  },
  openExplorer: (kpi: string) => `${kpi} en el explorador`,
  make: 'Convertir en acción',
  makeOf: (kpi: string, rule: string) => `Convertir en acción: ${kpi}, ${rule}`,
  dismiss: 'Descartar',
  dismissOf: (kpi: string, rule: string) => `Descartar: ${kpi}, ${rule}`,
  dismissed: (kpi: string) => `Descartada: ${kpi}`,
  dismissedCount: (n: number) => plural('es', n, { one: '1 descartada', other: `${n} descartadas` }),
  showDismissed: 'Mostrar',
  hideDismissed: 'Ocultar',
  bringBack: 'Recuperar',
  bringBackOf: (kpi: string, rule: string) => `Recuperar: ${kpi}, ${rule}`,
  form: {
    text: 'Qué hacer',
    owner: 'Quién',
    due: 'Para el',
    submit: 'Añadir a las acciones',
    made: (text: string) => `Acción: ${text}`,
  },
  actions: {
    title: 'Acciones',
    open: (n: number) => plural('es', n, { one: '1 abierta', other: `${n} abiertas` }),
    add: 'Añadir',
    none: 'Ninguna decidida todavía.',
    noneText: 'Una propuesta se convierte en acción, o escribe la tuya.',
    stateOf: (text: string) => `Estado de ${text}`,
    states: { open: 'Abierta', doing: 'En marcha', done: 'Hecha', dropped: 'Abandonada' },
    edit: (text: string) => `Editar: ${text}`,
    by: (date: string) => `para el ${date}`,
    overdue: (date: string) => `era para el ${date}`,
    doneOn: (date: string) => `hecha el ${date}`,
    over: (n: number) => plural('es', n, { one: '1 hecha o abandonada', other: `${n} hechas o abandonadas` }),
    since: (before: string, from: string, after: string, to: string) =>
      `${before} en ${from}, ${after} en ${to}`,
    signal: 'señal',
    usual: 'en su margen habitual',
    waiting: (value: string, period: string) => `${value} en ${period}; aún no se ha cerrado otro periodo`,
    noValue: 'sin cifra',
  },
  empty: {
    title: 'Nada que recomendar',
    text: (period: string) =>
      `Hasta ${period} no saltó ninguna regla: metas cumplidas, ninguna señal en el lado malo y nada que falte.`,
    noFigures: 'Aún nada que recomendar',
    noFiguresText:
      'Las recomendaciones salen de cifras, metas y señales. Importa los primeros archivos y fija metas.',
    bring: 'Ir a importaciones',
    allAnswered: 'Cada propuesta tiene respuesta: es una acción o está descartada.',
    noKpis: 'No hay KPI sobre los que aconsejar',
    noKpisText: 'Las recomendaciones salen de cifras, metas y señales. Elige antes los KPI.',
    pick: 'Elegir KPI',
  },
};
