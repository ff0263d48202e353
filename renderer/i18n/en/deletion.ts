/** Words for deleting a client for good. */
import { plural } from '../messages.ts';

export const deletion = {
  title: 'Delete this client',
  text: 'With its figures, texts and reports, for good.',
  open: 'Delete…',
  openNamed: (name: string) => `Delete ${name}…`,
  ask: (name: string) => `Delete ${name} for good?`,
  looking: 'Looking into the book and its backups',
  goes: 'What goes',
  facts: { figures: 'Figures', imports: 'Imports', content: 'Posts', notes: 'Notes', reports: 'Reports' },
  noFigures: 'None',
  span: (n: string, from: string, to: string) => `${n}, ${from} to ${to}`,
  notesText: (n: string) => `${n} texts, notes, actions, cases and pieces of evidence`,
  reportsText: (n: string) => `${n} on record, as they went out`,
  elsewhere: 'Files saved elsewhere on this computer, or sent to anyone, are not touched.',
  instead: 'In the archive it is out of the way, and one click brings it back.',
  insteadArchived: 'In the archive it is out of the way already.',
  archive: 'Archive it',
  handOver: 'Hand it over first…',
  backups: 'Its backups',
  holding: (n: number) =>
    n === 0
      ? 'No backup holds it'
      : plural('en', n, { one: '1 backup holds it', other: `${n} backups hold it` }),
  keep: 'Keep them, and make one more now',
  keepText: 'Putting one of them back brings the client back, with the whole book as it was then.',
  purge: 'Take it out of every backup too',
  purgeText: 'Nothing in Pulsebook can bring it back. The backups keep everything else.',
  unreadable: 'A backup that cannot be read is removed.',
  keptBooks: (n: number) =>
    plural('en', n, {
      one: '1 damaged book that was kept aside is removed as well.',
      other: `${n} damaged books that were kept aside are removed as well.`,
    }),
  type: (name: string) => `Type ${name} to confirm`,
  differs: 'Letter for letter, capitals too',
  confirm: 'Delete for good',
  phases: {
    reading: 'Making the last backup',
    writing: 'Deleting, and writing the book anew',
    comparing: 'Taking it out of the backups',
  },
  backupOf: (n: number, total: number) => `${n} of ${total}`,
  done: (name: string) => `${name} is deleted`,
  later: (name: string) =>
    `${name} is deleted. Some traces could not be removed yet: Pulsebook goes on trying, also after the next start.`,
};
