import { plural } from '../messages.ts';
import type { Catalogue } from '../en/index.ts';

export const portfolio: Catalogue['portfolio'] = {
  title: 'Todos los clientes',
  summary: {
    clients: (n: number) => plural('es', n, { one: 'cliente', other: 'clientes' }),
    reports: (n: number) =>
      plural('es', n, { one: 'informe antes del viernes', other: 'informes antes del viernes' }),
    needs: (n: number) => plural('es', n, { one: 'cosa pendiente', other: 'cosas pendientes' }),
    signals: (n: number, period: string) =>
      plural('es', n, { one: `cliente con señal en ${period}`, other: `clientes con señal en ${period}` }),
    coverage: (n: number) =>
      plural('es', n, {
        one: 'cliente con cobertura bajo el 80\u202f%',
        other: 'clientes con cobertura bajo el 80\u202f%',
      }),
  },
  tools: {
    filter: 'Filtrar clientes',
    found: (n: number, of: number) => `${n} de ${of} clientes`,
    none: 'Ningún cliente con ese nombre',
    noneText: 'El filtro mira nombres y sectores.',
    clear: 'Quitar el filtro',
  },
  columns: {
    client: 'Cliente',
    score: 'Puntos',
    change: (period: string) => `vs. ${period}`,
    trend: '12 meses',
    counts: 'KPI por estado',
    coverage: (_period: string, short: string) => `Cobertura ${short}`,
    moved: 'Lo que más ha cambiado',
    needs: 'Pendiente',
    report: 'Próxima entrega',
    state: 'Estado',
    more: 'Más',
  },
  menu: {
    label: (client: string) => `Más de ${client}`,
    open: 'Abrir',
    import: 'Importar archivos…',
    setup: 'Ficha del cliente',
    archive: 'Archivar',
    archived: (client: string) => `${client}: archivado`,
  },
  archive: {
    title: (n: number) => `Archivados (${n})`,
    since: (date: string) => `desde el ${date}`,
    back: 'Recuperar',
    returned: (client: string) => `${client}: recuperado`,
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
  days: { 1: 'lun', 2: 'mar', 3: 'mié', 4: 'jue', 5: 'vie', 6: 'sáb', 7: 'dom' },
  letters: { 1: 'L', 2: 'M', 3: 'X', 4: 'J', 5: 'V', 6: 'S', 7: 'D' },
  due: {
    today: 'Vence hoy',
    tomorrow: 'Vence mañana',
    on: (weekday: string, date: string) => `${weekday} ${date}`,
    late: (n: number) => plural('es', n, { one: '1 día de retraso', other: `${n} días de retraso` }),
    sent: (date: string) => `Enviado ${date}`,
    report: (period: string) => `Informe, ${period}`,
    owed: (n: number) => `${n} informes por entregar`,
    none: 'Sin calendario',
    set: 'Fijarlo',
    noFigures: 'Aún sin cifras',
  },
  state: {
    waiting: 'En espera',
    stale: (n: number) => plural('es', n, { one: '1 cambiada', other: `${n} cambiadas` }),
    notStarted: 'Sin empezar',
    ready: 'Listo',
    sent: 'Enviado',
  },
  waits: {
    period: (date: string) => `hasta el ${date}`,
    export: (n: number) => plural('es', n, { one: 'de 1 exportación', other: `de ${n} exportaciones` }),
    coverage: 'bajo el 80\u202f%',
    figures: (n: number) => plural('es', n, { one: 'de 1 cifra', other: `de ${n} cifras` }),
    notes: (n: number) => plural('es', n, { one: 'de 1 nota', other: `de ${n} notas` }),
  },
  first: {
    title: 'Primero, esto',
    detail: 'por plazo y por KPI en espera',
    list: 'Lo que tienes pendiente',
    all: (n: number) => `Ver ${n}`,
    fewer: 'Ver menos',
    nothing: 'Hoy no tienes nada pendiente',
    nothingText:
      'Están todas las cifras del periodo cerrado, lo que está fuera tiene su nota y no toca ninguna exportación.',
    tabs: 'Qué mirar',
    exports: 'Exportaciones que tocan',
  },
  need: {
    late: (period: string, n: number) =>
      n === 0
        ? `El informe de ${period} vence hoy`
        : plural('es', n, {
            one: `El informe de ${period} lleva 1 día de retraso`,
            other: `El informe de ${period} lleva ${n} días de retraso`,
          }),
    export: (n: number) => plural('es', n, { one: 'Toca 1 exportación', other: `Tocan ${n} exportaciones` }),
    exportOn: (channel: string, n: number) =>
      plural('es', n, {
        one: `${channel}: toca 1 exportación`,
        other: `${channel}: tocan ${n} exportaciones`,
      }),
    missing: (n: number, period: string) =>
      plural('es', n, { one: `Falta 1 cifra de ${period}`, other: `Faltan ${n} cifras de ${period}` }),
    lowCoverage: (kpi: string, coverage: string) => `${kpi}: ${coverage} con datos`,
    lowMany: (n: number, period: string) => `${n} KPI bajo el 80\u202f% en ${period}`,
    note: (kpi: string) => `${kpi}, fuera: falta una nota`,
    stale: (n: number) =>
      plural('es', n, {
        one: 'Una cifra del texto ha cambiado',
        other: `${n} cifras del texto han cambiado`,
      }),
    goalEnded: (date: string) => `Una meta terminó el ${date}`,
    goalsEnded: (n: number, date: string) => `${n} metas han terminado, la última el ${date}`,
    noTargets: (n: number) =>
      plural('es', n, { one: '1 KPI no tiene meta', other: `${n} KPI no tienen meta` }),
    noKpis: 'Aún no hay KPI elegidos',
    noFigures: 'Aún no hay cifras',
  },
  detail: {
    covered: (date: string) => `cubierto hasta el ${date}`,
    more: (kpi: string, n: number) => (n === 0 ? kpi : `${kpi} y ${n} más`),
    range: (first: string, last: string) => `${first} a ${last}`,
    warning: 'los cambios llevan aviso',
    standing: (value: string, goal: string) => (goal === '' ? value : `${value}, meta ${goal}`),
    report: (period: string) => `informe de ${period}`,
    due: (words: string) => `informe: ${words}`,
    dueToday: 'hoy',
    dueTomorrow: 'mañana',
    dueOn: (day: string) => day,
    late: (n: number) => plural('es', n, { one: '1 día de retraso', other: `${n} días de retraso` }),
    goal: (value: string, each: string) => `última meta: ${value} por ${each}`,
    goalGrowth: (value: string) => `última meta: ${value}`,
    action: (date: string) => `acción que vencía el ${date}`,
    noTargets: 'sin meta no hay estado ni puntuación',
    noKpis: 'elige qué cuenta para este cliente',
    noFigures: 'suelta aquí las primeras exportaciones',
  },
  short: {
    late: 'informe con retraso',
    export: (n: number) => plural('es', n, { one: 'toca 1 exportación', other: `tocan ${n} exportaciones` }),
    missing: (n: number) => plural('es', n, { one: 'falta 1 cifra', other: `faltan ${n} cifras` }),
    lowCoverage: 'bajo el 80\u202f%',
    note: (n: number) => plural('es', n, { one: 'falta 1 nota', other: `faltan ${n} notas` }),
    stale: (n: number) => plural('es', n, { one: '1 cifra cambiada', other: `${n} cifras cambiadas` }),
    goalEnded: (n: number) => plural('es', n, { one: 'una meta terminada', other: `${n} metas terminadas` }),
    noTargets: 'sin metas',
    noKpis: 'aún sin KPI',
    noFigures: 'aún sin cifras',
    action: (n: number) => plural('es', n, { one: '1 acción atrasada', other: `${n} acciones atrasadas` }),
  },
  fix: {
    late: 'Abrir informe',
    export: 'Importar',
    missing: 'Rellenar',
    lowCoverage: 'Rellenar',
    note: 'Escribir nota',
    stale: 'Revisar',
    goalEnded: 'Fijar meta',
    noTargets: 'Fijar metas',
    noKpis: 'Elegir KPI',
    noFigures: 'Importar',
    action: 'Ver acción',
  },
  reports: {
    title: 'Entregas',
    detail: 'próximos 14 días',
    week: (weekday: string) => `La semana empieza en ${weekday}`,
    days: 'Informes que vencen, día a día',
    nothing: 'Nada vence en estos días',
    more: (n: number) => `+${n}`,
    others: (date: string) => `Todo lo que vence el ${date}`,
    late: 'Con retraso',
    make: (n: number) =>
      plural('es', n, { one: 'Hacer el informe listo', other: `Hacer ${n} informes listos` }),
    ready: 'Listos',
    open: 'Abrir informe',
    closed: (period: string, n: number, of: number) =>
      of === 1
        ? `${period} ${n === 1 ? 'está' : 'aún no está'} cerrado.`
        : n === of
          ? `${period} está cerrado para los ${of} clientes.`
          : `${period} está cerrado para ${n} de ${of} clientes.`,
    low: (names: string, n: number) =>
      plural('es', n, {
        one: `${names} está bajo el 80\u202f%: sus cambios llevan aviso.`,
        other: `${names} están bajo el 80\u202f%: sus cambios llevan aviso.`,
      }),
    and: (first: string, last: string) => `${first} y ${last}`,
    andMore: (names: string, n: number) => `${names} y ${n} más`,
  },
  empty: {
    title: 'Aún no hay clientes',
    text: 'Añade el primero: su nombre, sus canales y qué cuenta para él. Las cifras vienen después.',
    action: 'Nuevo cliente',
    archived: 'Ningún cliente en activo',
    archivedText: 'Todos los clientes están archivados. Recupera uno o añade otro.',
  },
};
