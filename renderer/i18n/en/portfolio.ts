/** Words of the portfolio: all clients at a glance, and what needs the person first. */
import { plural } from '../messages.ts';

export const portfolio = {
  title: 'All clients',
  summary: {
    clients: (n: number) => plural('en', n, { one: 'client', other: 'clients' }),
    needs: (n: number) => plural('en', n, { one: 'thing needs you', other: 'things need you' }),
    signals: (n: number, period: string) =>
      plural('en', n, {
        one: `client with a signal in ${period}`,
        other: `clients with a signal in ${period}`,
      }),
    coverage: (n: number) =>
      plural('en', n, { one: 'client under 80\u202f% coverage', other: 'clients under 80\u202f% coverage' }),
  },
  columns: {
    client: 'Client',
    score: 'Score',
    change: (period: string) => `vs ${period}`,
    trend: '12 months',
    counts: 'KPIs by status',
    coverage: (period: string, _short: string) => `${period} coverage`,
    moved: 'What moved most',
    needs: 'Needs you',
    report: 'Last report',
  },
  moved: {
    none: 'No signal: within the usual range',
    above: (kpi: string) => `${kpi} above the upper limit`,
    below: (kpi: string) => `${kpi} below the lower limit`,
    runAbove: (kpi: string, n: number) => `${kpi}: ${n} in a row above the centre`,
    runBelow: (kpi: string, n: number) => `${kpi}: ${n} in a row below the centre`,
    nearUpper: (kpi: string) => `${kpi} near its upper limit`,
    nearLower: (kpi: string) => `${kpi} near its lower limit`,
    tooFew: (n: number) => `Too few points for limits: ${n} of 8`,
  },
  nothing: 'Nothing',
  score: (value: string) => `score ${value}`,
  noReport: 'None yet',
  made: (date: string) => `made ${date}`,
  first: {
    title: 'Needs you first',
    detail: 'the closed month before anything else',
    all: (n: number) => `All ${n}`,
    fewer: 'Fewer',
    nothing: 'Nothing needs you today',
    nothingText: 'Every figure of the closed month is in, every KPI has a target, and no status is off.',
  },
  need: {
    missing: (n: number, period: string) =>
      plural('en', n, { one: `1 figure missing in ${period}`, other: `${n} figures missing in ${period}` }),
    off: (n: number, period: string) =>
      plural('en', n, { one: `1 KPI is off in ${period}`, other: `${n} KPIs are off in ${period}` }),
    offNamed: (kpi: string, period: string) => `${kpi} is off in ${period}`,
    noTargets: (n: number) =>
      plural('en', n, { one: '1 KPI has no target', other: `${n} KPIs have no target` }),
    noKpis: 'No KPIs picked yet',
    noFigures: 'No figures yet',
    lowCoverage: (period: string) => `Under 80\u202f% of ${period} is recorded`,
  },
  detail: {
    missing: 'type them, or import their export',
    off: 'read why, and write down what you will do',
    noTargets: 'without one there is no status and no score',
    noKpis: 'choose what counts for this client',
    noFigures: 'drop the first exports on this window',
    lowCoverage: 'changes carry a warning',
  },
  short: {
    missing: (n: number) => `${n} missing`,
    off: (n: number) => `${n} off`,
    noTargets: (n: number) => plural('en', n, { one: '1 without target', other: `${n} without target` }),
    noKpis: 'no KPIs yet',
    noFigures: 'no figures yet',
    lowCoverage: 'under 80\u202f%',
  },
  fix: {
    missing: 'Fill in',
    off: 'Look',
    noTargets: 'Set targets',
    noKpis: 'Pick KPIs',
    noFigures: 'Import',
    lowCoverage: 'Fill in',
  },
  reports: {
    title: 'Reports',
    notMade: 'Not made yet',
    none: 'No figures yet',
    open: 'Open',
    make: 'Make',
    made: (done: number, of: number) => `${done} of ${of} made`,
  },
  empty: {
    title: 'No client yet',
    text: 'Add the first one: its name, its channels and what counts for it. Figures come after.',
    action: 'New client',
  },
};
