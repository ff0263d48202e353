/** Words for a client in one file: handing it over and taking it in. */
import { plural } from '../messages.ts';

export const archives = {
  handOver: 'Hand over…',
  handOverTitle: (name: string) => `Hand ${name} over`,
  handOverText:
    'One file with everything of this client: KPIs, channels, targets, figures with every import, notes, cases, texts and reports sent. Whoever has Pulsebook can take it in and go on working.',
  handOverCare:
    'The file is not encrypted. Send it only to someone who may see all of it. The client stays here.',
  make: 'Make the file',
  saved: (file: string) => `${file} saved`,
  notSaved: 'The file is made and not saved yet.',
  saveAgain: 'Save it',
  takeIn: 'Take a client in…',
  title: 'Take a client in',
  empty: 'No file chosen',
  emptyText:
    'Drop a .pulsebook file on the window, or choose it. Nothing is written before you have seen what is in it.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  reading: 'Reading the file',
  checking: 'Making a backup',
  writing: 'Taking in',
  more: (n: number) =>
    plural('en', n, { one: '1 more file after this one', other: `${n} more files after this one` }),
  sections: { who: 'What is in it', where: 'Where it goes' },
  facts: {
    span: 'Figures',
    setUp: 'Set-up',
    work: 'Beside the figures',
    made: 'Made',
    file: 'File',
  },
  noFigures: 'No figures',
  from: (from: string, to: string) => `${from} to ${to}`,
  counts: {
    figures: (n: string, count: number) => plural('en', count, { one: `${n} figure`, other: `${n} figures` }),
    channels: (n: number) => plural('en', n, { one: '1 channel', other: `${n} channels` }),
    kpis: (n: number) => plural('en', n, { one: '1 KPI', other: `${n} KPIs` }),
    targets: (n: number) => plural('en', n, { one: '1 target', other: `${n} targets` }),
    batches: (n: number) => plural('en', n, { one: '1 import or edit', other: `${n} imports and edits` }),
    content: (n: number) => plural('en', n, { one: '1 post', other: `${n} posts` }),
    cases: (n: number) => plural('en', n, { one: '1 case', other: `${n} cases` }),
    evidence: (n: number) =>
      plural('en', n, { one: '1 piece of evidence', other: `${n} pieces of evidence` }),
    annotations: (n: number) => plural('en', n, { one: '1 annotation', other: `${n} annotations` }),
    actions: (n: number) => plural('en', n, { one: '1 action', other: `${n} actions` }),
    texts: (n: number) => plural('en', n, { one: '1 report text', other: `${n} report texts` }),
    deliverables: (n: number) => plural('en', n, { one: '1 report sent', other: `${n} reports sent` }),
  },
  nothingElse: 'Nothing',
  madeBy: (date: string, by: string) => (by === '' ? date : `${date}, by ${by}`),
  version: (version: string) => `Pulsebook ${version}`,
  size: (mb: string) => `${mb} MB`,
  name: 'Name here',
  nameTaken: (free: string) => `A client here has this name. ${free} is free.`,
  nameNeeded: 'It needs a name',
  hereTitle: 'This client is here already',
  hereUntil: (name: string, n: string, count: number, until: string) =>
    `${name}: ${plural('en', count, { one: `${n} figure`, other: `${n} figures` })}, the newest of ${until}.`,
  hereNewer: 'The one that is here has newer figures than the file.',
  hereEmpty: (name: string) => `${name}: no figures.`,
  instead: 'In its place',
  insteadText: (name: string) =>
    `${name} moves to the archive with a date behind its name and keeps everything. New exports go to the one you take in.`,
  beside: 'Beside it, under another name',
  besideText: 'Both stay. New exports keep going to the one that is here.',
  accounts: (n: number) =>
    plural('en', n, {
      one: 'One account stays with another client',
      other: `${n} accounts stay with another client`,
    }),
  accountsText: (account: string, client: string) => `${account}: ${client}`,
  accountsWhy: 'Exports of these keep going where they went.',
  backup: 'A backup is made first.',
  take: 'Take in',
  taken: (name: string, n: string, count: number) =>
    `${name} is here: ${plural('en', count, { one: `${n} figure`, other: `${n} figures` })}`,
};
