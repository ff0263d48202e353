/** Words of delivering: what stands in the way of a report, reports of several clients in one go, and the message. */
import { plural } from '../messages.ts';

const reports = (n: number): string => plural('en', n, { one: '1 report', other: `${n} reports` });
const files = (n: number): string => plural('en', n, { one: '1 file', other: `${n} files` });
const clients = (n: number): string => plural('en', n, { one: '1 client', other: `${n} clients` });

export const deliveries = {
  title: 'Deliver',
  detail: 'Reports of several clients in one go',
  /** Behind the title while it runs and after. */
  of: (period: string) => `Reports for ${period}`,
  columns: {
    label: 'Reports of all clients',
    all: 'Choose all clients that have figures',
    choose: (client: string) => `Make the report of ${client}`,
    client: 'Client',
    has: 'It has',
    attention: 'Look at before it goes out',
    out: 'Went out already',
    language: 'Language',
    languageOf: (client: string) => `Language of the report of ${client}`,
    state: 'State',
    files: 'Files',
  },
  has: (n: number, of: number) => `${n} of ${of} KPIs`,
  nothingToSee: 'Nothing',
  notOut: 'Not yet',
  reopen: (client: string, format: string, date: string) => `${client}: ${format} of ${date}, as it went out`,
  empty: {
    noKpis: 'No KPI on its scorecard.',
    noFigures: (period: string) => `No figure in ${period}.`,
    pick: 'Pick KPIs',
    bring: 'Bring figures in',
  },
  saveOne: (format: string, client: string) => `${format}, ${client}: save`,
  nobody: {
    title: 'No client to deliver to',
    text: 'A report needs a client with KPIs and figures.',
    action: 'New client',
  },
  attention: {
    untranslatedNames: (n: number, language: string) =>
      plural('en', n, {
        one: `1 name is not in ${language}`,
        other: `${n} names are not in ${language}`,
      }),
    otherLanguage: (n: number) =>
      plural('en', n, {
        one: '1 note is in the other language',
        other: `${n} notes are in the other language`,
      }),
    coverage: (kpi: string) => `${kpi}: under 80\u202f% recorded`,
    missing: (kpi: string) => `${kpi}: no figure`,
    mend: (client: string) => `: ${client}`,
  },
  noAuthor: 'Nobody is named as the author of your reports.',
  nameAuthor: 'Add a name',
  formats: 'Make',
  noFormat: 'Choose at least one of workbook, PDF and slides.',
  noneChosen: 'Choose at least one client.',
  make: (n: number) => `Make ${reports(n)}`,
  makeNone: 'Make reports',
  willMake: (n: number) => files(n),
  ask: {
    title: (n: number) =>
      n === 1
        ? 'Figures in the text of 1 client have changed'
        : `Figures in the texts of ${n} clients have changed`,
    text: 'Since you approved these texts, other figures were recorded. What is to go out?',
    figures: (n: number) => plural('en', n, { one: '1 figure', other: `${n} figures` }),
    look: 'Look first',
    leave: (n: number) => (n === 1 ? 'Leave it out' : `Leave these ${n} out`),
    update: 'Update and make',
    gone: (whose: string) =>
      `A figure in the text of ${whose} is no longer here. Take it out of the text, or leave the client out.`,
  },
  run: {
    making: (done: number, of: number) => `Making file ${done} of ${of}`,
    starting: 'Getting the reports ready',
    cancelling: 'Cancelling',
    states: {
      waiting: 'Waiting',
      making: 'Making',
      made: 'Made',
      some: (n: number, of: number) => `${n} of ${of} files made`,
      failed: 'Failed',
      cancelled: 'Cancelled before it was made',
    },
    going: 'You can go on working. This goes on while you are on other screens.',
  },
  after: {
    made: (n: number, of: number) => `${files(n)} made, for ${clients(of)}`,
    none: 'Nothing was made',
    cancelled: 'Cancelled. What was made until then is kept.',
    failed: (n: number) => plural('en', n, { one: '1 file failed', other: `${n} files failed` }),
    attention: (n: number) => `${clients(n)} with something to look at`,
    unsaved: (n: number) =>
      plural('en', n, { one: '1 file is not saved yet', other: `${n} files are not saved yet` }),
    saveAll: (n: number) => plural('en', n, { one: 'Save the file', other: `Save all ${n} files` }),
    saved: (n: number, where: string) => `${files(n)} saved: ${where}`,
    isSaved: 'saved',
    again: (n: number) => plural('en', n, { one: 'Try 1 file again', other: `Try ${n} files again` }),
    messages: 'Messages',
    another: 'Back to all clients',
    kept: 'A fixed copy of each report that went out is kept with its client.',
    archive: (period: string) => `Reports ${period}`,
  },
  message: {
    open: 'Message',
    openOf: (client: string) => `Message for ${client}`,
    title: (client: string) => `Message for ${client}`,
    count: (at: number, of: number) => `${at} of ${of}`,
    language: 'Language of the message',
    subject: 'Subject',
    body: 'Message',
    copySubject: 'Copy subject',
    copyBody: 'Copy message',
    copiedSubject: 'Subject copied: paste it into the mail',
    copiedBody: 'Message copied: paste it into the mail',
    notCopied: 'It could not be copied. Select the text and copy it with the keys.',
    hint: 'What you change here is not kept. Attach the files yourself.',
    reset: 'As proposed',
    next: (client: string) => `Next: ${client}`,
    previous: 'Previous',
  },
};
