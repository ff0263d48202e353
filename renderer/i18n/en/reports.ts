/** Words of the report screen, and of the paper it shows. */
import { plural } from '../messages.ts';

export const reports = {
  title: 'Report',
  pages: 'Pages',
  preview: 'Preview of the report',
  delivered: 'Delivered before',
  none: 'Nothing delivered yet.',
  language: 'Language of the report',
  before: 'Before you deliver',
  deliver: 'Deliver',
  checks: {
    coverage: (n: number) => `${plural('en', n, { one: '1 KPI', other: `${n} KPIs` })}, all well covered`,
    low: (n: number) => `${plural('en', n, { one: '1 KPI', other: `${n} KPIs` })} under 80\u202f% recorded`,
    missing: (n: number) => `${plural('en', n, { one: '1 KPI', other: `${n} KPIs` })} without a figure`,
    targets: 'Every KPI has a target',
    noTargets: (n: number) => `${plural('en', n, { one: '1 KPI', other: `${n} KPIs` })} without a target`,
    logo: 'Logo and colour',
    noLogo: 'No logo: the initials stand in',
    author: (name: string) => `Prepared by ${name}`,
    noAuthor: 'Nobody named as author',
    running: 'The period is still running',
    staleText: (n: number) =>
      plural('en', n, {
        one: '1 figure in the text has changed',
        other: `${n} figures in the text have changed`,
      }),
    look: 'See',
    fill: 'Fill in',
    set: 'Set',
    add: 'Add',
  },
  formats: {
    xlsx: { name: 'Workbook', detail: '.xlsx, charts and live formulas' },
    csv: { name: 'Figures', detail: '.csv, one recorded figure a line' },
  },
  make: (format: string) => `Make ${format.toLowerCase()}`,
  both: 'Make both',
  making: (format: string) => `Making the ${format.toLowerCase()}`,
  saved: (name: string) => `Saved: ${name}`,
  notSaved: (name: string) => `${name} is made, but not saved yet.`,
  saveAgain: 'Save',
  fixed: 'A fixed copy of what goes out is kept.',
  empty: {
    title: (period: string) => `Nothing to report for ${period}`,
    text: 'The report shows what the scorecard shows. Pick KPIs and bring figures in first.',
    action: 'Go to KPIs',
  },
  paper: {
    summary: 'Summary',
    scorecard: 'Scorecard',
    scorecardMore: (n: number) => `Scorecard, ${n}`,
    head: (period: string, base: string) =>
      base === '' ? `Report for ${period}` : `Report for ${period}, against ${base}`,
    since: (base: string) => `from ${base}`,
    moved: 'What moved',
    nothingMoved: {
      usual: 'Every KPI within its usual range.',
      tooEarly: 'Too early to tell a change from noise: under 8 periods recorded.',
    },
    actions: 'Next actions',
    noActions: 'None planned.',
    foot: (date: string, author: string) =>
      author === '' ? `Figures as of ${date}.` : `Figures as of ${date}. Prepared by ${author}.`,
    page: (n: number, of: number) => `${n} of ${of}`,
    overall: 'Overall score',
  },
};
