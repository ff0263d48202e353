/** Words of the first start. */
import { plural } from '../messages.ts';

export const start = {
  title: 'Pulsebook',
  lead: 'A workbook for the KPIs of your clients.',
  text: 'You drop the exports, say what counts for each client, see what moved and why, and hand over a report they can open. Everything stays on this machine: no account, no server.',
  demo: {
    title: 'Look around with the demo',
    text: 'Three clients in different trades, 18 months of invented figures. You can archive them later.',
    action: 'Open the demo',
  },
  empty: {
    title: 'Begin with your own',
    text: 'An empty workbook. The first step is a client.',
    action: 'Start empty',
  },
  before: {
    text: 'Worked with Pulsebook before, here or on another machine?',
    /** There is no book, yet backups of one. */
    found: (n: number) =>
      plural('en', n, {
        one: 'The data folder holds no book, but one backup.',
        other: `The data folder holds no book, but ${n} backups.`,
      }),
    action: 'Put back a backup…',
  },
  working: 'Writing the demo',
  language: 'Language',
};
