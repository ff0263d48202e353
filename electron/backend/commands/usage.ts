/** What each command takes and says about itself. */

export interface CommandUsage {
  readonly usage: string;
  readonly about: string;
  readonly options: Readonly<
    Record<
      string,
      {
        readonly type: 'string' | 'boolean';
        readonly about: string;
        readonly required?: boolean;
        /** May be there several times. */
        readonly multiple?: boolean;
      }
    >
  >;
  readonly positionals: { readonly least: number; readonly most: number };
}

const data = { type: 'string', about: 'data folder', required: true } as const;
const json = { type: 'boolean', about: 'JSON instead of text' } as const;
const base = {
  type: 'string',
  about:
    'compared with: lastYear (default), previous, ago:3, rolling:3, yearToDate, fiscalYearToDate, custom:2026-01-01..2026-01-31 or none; +weekdays behind it (lastYear+weekdays) moves the base to the same weekdays',
} as const;
const lang = { type: 'string', about: "en or es; the client's language where absent" } as const;
const answers = { type: 'string', about: 'JSON file: question id to choice id' } as const;

export const commands = {
  inspect: {
    usage: 'inspect FILE... [--json] [--answers FILE.json]',
    about: 'What each file is, and what would be imported from it. Stores nothing.',
    options: { json, answers },
    positionals: { least: 1, most: 10_000 },
  },
  demo: {
    usage: 'demo --data DIR',
    about: 'Fills an empty data folder with the demo workspace.',
    options: { data },
    positionals: { least: 0, most: 0 },
  },
  import: {
    usage: 'import --data DIR [--client NAME] FILE... [--answers FILE.json] [--json]',
    about:
      'Imports files, one batch a client, that can be taken back. Without --client each goes where its account says.',
    options: { data, client: { type: 'string', about: 'name of the client' }, answers, json },
    positionals: { least: 1, most: 200 },
  },
  report: {
    usage: 'report --data DIR --client NAME --period 2026-10 --lang es --out FILE.xlsx [--base lastYear]',
    about:
      'Writes one report: workbook (.xlsx), PDF (.pdf), slides (.pptx) or its figures (.csv). A period is 2026, 2026-Q4, 2026-10, 2026-W42 or 2026-10-31.',
    options: {
      data,
      client: { type: 'string', about: 'name of the client', required: true },
      period: { type: 'string', about: 'what the report is about', required: true },
      lang,
      out: { type: 'string', about: 'file to write', required: true },
      base,
    },
    positionals: { least: 0, most: 0 },
  },
  reports: {
    usage:
      'reports --data DIR --period 2026-10 --out DIR [--lang es] [--format xlsx,pdf,pptx] [--client NAME]... [--base lastYear] [--messages]',
    about:
      'Writes the reports of all clients for one period, each into a folder of its own, and says what to look at before they go out. Ends with 1 when one could not be made; the others are there.',
    options: {
      data,
      period: { type: 'string', about: 'what the reports are about; as for report', required: true },
      out: { type: 'string', about: 'folder to write into', required: true },
      lang,
      format: { type: 'string', about: 'xlsx (default), pdf, pptx; several with commas' },
      client: { type: 'string', about: 'name of a client; several times for several', multiple: true },
      base,
      messages: { type: 'boolean', about: 'a mail to send with each, as a text file beside it' },
    },
    positionals: { least: 0, most: 0 },
  },
  return: {
    usage: 'return --data DIR FILE.xlsx [--take none|usual|all] [--client NAME] [--json]',
    about:
      'What a workbook that Pulsebook made says otherwise when it comes back, cell by cell. Stores nothing unless told to take; what is taken is one batch.',
    options: {
      data,
      take: {
        type: 'string',
        about:
          'none (default), usual: what nothing stands in the way of, all: also what was changed here since, and emptied cells',
      },
      client: { type: 'string', about: 'whose figures they are, where another book made the workbook' },
      json,
    },
    positionals: { least: 1, most: 1 },
  },
  clients: {
    usage: 'clients --data DIR [--json]',
    about: 'The clients of a data folder.',
    options: { data, json },
    positionals: { least: 0, most: 0 },
  },
  undo: {
    usage: 'undo --data DIR --batch ID',
    about: 'Takes an import or an edit back. Later edits of the same figures stay.',
    options: { data, batch: { type: 'string', about: 'number of the batch', required: true } },
    positionals: { least: 0, most: 0 },
  },
  verify: {
    usage: 'verify --data DIR',
    about: 'Checks the store and its newest backup. Changes nothing.',
    options: { data },
    positionals: { least: 0, most: 0 },
  },
  backup: {
    usage: 'backup --data DIR --out FILE',
    about: 'Writes a verified backup of the store.',
    options: { data, out: { type: 'string', about: 'file to write', required: true } },
    positionals: { least: 0, most: 0 },
  },
  delete: {
    usage: 'delete --data DIR --client NAME --backups keep|purge --yes',
    about:
      'Deletes a client for good. keep makes one more backup before, to have it back from; purge takes it out of every backup too, and nothing brings it back.',
    options: {
      data,
      client: { type: 'string', about: 'name of the client, letter for letter', required: true },
      backups: { type: 'string', about: 'keep or purge', required: true },
      yes: { type: 'boolean', about: 'that it is meant', required: true },
    },
    positionals: { least: 0, most: 0 },
  },
  backups: {
    usage: 'backups --data DIR [--json]',
    about:
      'The backups of a data folder, newest first, with what is in each; also where the store cannot be opened. Changes nothing.',
    options: { data, json },
    positionals: { least: 0, most: 0 },
  },
  restore: {
    usage: 'restore --data DIR --backup ID|FILE',
    about:
      'Puts a backup in the place of the store: one of those that backups shows, or a file from elsewhere. What is there now is backed up first; a store that cannot be opened is kept beside it, byte for byte.',
    options: {
      data,
      backup: { type: 'string', about: 'name of a backup, or a file', required: true },
    },
    positionals: { least: 0, most: 0 },
  },
  archive: {
    usage: 'archive --data DIR --client NAME --out FILE.pulsebook',
    about: 'Writes one client, whole, into a file it can be handed over in.',
    options: {
      data,
      client: { type: 'string', about: 'name of the client', required: true },
      out: { type: 'string', about: 'file to write', required: true },
    },
    positionals: { least: 0, most: 0 },
  },
  'take-in': {
    usage: 'take-in --data DIR FILE.pulsebook [--name NAME] [--way new|beside|instead]',
    about:
      'Takes a client in that was handed over, after a backup. Where it is here already, --way says whether it comes beside the one that is here or in its place.',
    options: {
      data,
      name: { type: 'string', about: 'what it is called here; as in the file where absent' },
      way: { type: 'string', about: 'new (default), beside or instead' },
    },
    positionals: { least: 1, most: 1 },
  },
} as const satisfies Record<string, CommandUsage>;

export type CommandName = keyof typeof commands;

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name);
}

export function helpText(name?: CommandName): string {
  if (name === undefined) {
    const list = Object.values(commands).map((command) => `  ${command.usage}\n      ${command.about}`);
    return `pulsebook: the workbook from the command line\n\n${list.join('\n')}\n\nExit codes: 0 done, 1 refused (reasons on stderr), 2 wrong usage. --help after a command tells more, --version says which Pulsebook this is.\n`;
  }
  const command: CommandUsage = commands[name];
  const options = Object.entries(command.options).map(
    ([key, option]) => `  --${key.padEnd(10)} ${option.about}${option.required ? ' (required)' : ''}`,
  );
  return `pulsebook ${command.usage}\n\n${command.about}\n\n${options.join('\n')}\n`;
}
