/** Words about the app itself: what it is, its version, what it is made of. */
import { plural } from '../messages.ts';

export const about = {
  version: (v: string) => `Version ${v}`,
  what: 'A KPI workbook for people who look after communities: figures of several clients, what moved and why, and reports a client can open, trust and present.',
  stays: 'Everything stays on this machine. There is no account, no server, no telemetry and no network.',
  privacy: 'What is stored where',
  help: 'Help',
  copyVersion: 'Copy the version',
  copied: 'Copied',
  licences: {
    title: 'What it is made of',
    text: 'Pulsebook stands on the work of others. Here is everything that ships with it, with the licence it came under, as it came.',
    count: (n: number) => plural('en', n, { one: '1 part', other: `${n} parts` }),
    found: (n: number, of: number) => `${n} of ${of}`,
    search: 'Name or licence',
    none: (text: string) => `No part is called “${text}”, nor is a licence`,
    table: 'Parts and their licences',
    name: 'Part',
    version: 'Version',
    licence: 'Licence',
    place: 'Where',
    places: {
      bundled: 'in the app’s own files',
      module: 'beside them, as it came',
      runtime: 'what runs the app',
    },
    textOf: (name: string) => `Licence of ${name}`,
    from: 'Comes from',
  },
};
