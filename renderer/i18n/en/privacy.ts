/** Words of the page that says what is kept where, what leaves, and how to take it away. Each sentence is a fact of the code. */
import { plural } from '../messages.ts';

export const privacy = {
  stored: {
    title: 'On this machine',
    text: 'All of it is in one folder, made for your user alone.',
    table: 'What is in the folder',
    what: 'What',
    where: 'Name in the folder',
    size: 'Size',
    total: 'In all',
    files: (n: string, count: number) => plural('en', count, { one: `${n} file`, other: `${n} files` }),
    nothing: 'nothing now',
    copy: 'Copy the path',
    copied: 'Path copied',
    again: 'Look again',
    kinds: {
      book: {
        name: 'The book',
        text: 'Clients, figures and where each came from, notes, targets, texts, reports as they went out, settings, the last screens you looked at.',
      },
      backups: { name: 'Backups', text: 'Copies of the whole book.' },
      kept: {
        name: 'Books that were replaced',
        text: 'A book that could not be opened, as it was when another took its place. Yours to delete.',
      },
      transfer: {
        name: 'Files on their way',
        text: 'What you drop or save passes through here. Of no use after two hours; emptied at each start.',
      },
      logs: { name: 'Log', text: 'What Pulsebook says of itself when something fails or takes long.' },
      window: {
        name: 'The window',
        text: 'Where it stood on the screen, and what the browser engine in the app keeps to run.',
      },
      lock: { name: 'Who has it open', text: 'So that a second start shows the first window instead.' },
      other: { name: 'Other files', text: 'Not made by Pulsebook. It leaves them alone.' },
    },
    browser:
      'This window is a browser’s. The browser keeps its session key, the import you are looking at and half-written forms until the window is closed; files you save go to its downloads. The page talks to Pulsebook on this machine alone (127.0.0.1).',
    outside:
      'Outside of the folder: files where you saved them, and, while a PDF is drawn, a profile for the browser that draws it in the system’s folder for temporary files.',
  },
  never: {
    title: 'What does not exist',
    list: {
      account: 'An account, or a server that keeps your figures.',
      telemetry: 'Telemetry, usage statistics, crash reports.',
      network:
        'A network connection: the window may load the app’s own files and nothing else. Pulsebook does not even ask whether there is a new version.',
      encryption:
        'Encryption by Pulsebook: whoever can open the folder can read the book and the backups. The encryption of your disk protects them.',
    },
  },
  leaves: {
    title: 'What leaves with a report',
    text: 'Nothing leaves by itself. These are in the files you hand over, besides what can be seen.',
    workbook: 'Workbook (.xlsx)',
    workbookList: {
      figures:
        'The sheet Figures: every figure behind the report, also of earlier periods it compares with, each with the name of the import it came from.',
      calc: 'The hidden sheet Calc: how each number follows from them.',
      manifest:
        'A sheet called manifest that Excel’s own menu does not show: the client’s name and the random number Pulsebook knows it by, language, period and base, names and keys of KPIs, names of channels, and figures, notes and texts as they went out. By it the workbook can come back without loss.',
      keys: 'A hidden column of row keys on the sheets that are read back: KPI, channel number, cadence, first day.',
    },
    pdf: 'PDF (.pdf)',
    pdfText: 'What is on its pages, its properties, and the version of the engine that drew it.',
    slides: 'Slides (.pptx)',
    slidesText:
      'Speaker notes with what did not fit on a slide, and behind each chart a small workbook with its values.',
    all: 'Properties of all three',
    properties:
      'Client and period as the title, your name as you wrote it under “Prepared by”, the day it was made. In workbook and slides also what the client does, as a keyword. Never a path, the name of this machine or of your user account.',
    archive: 'Client file (.pulsebook)',
    archiveText:
      'All of that one client, readable by whoever has it, with the history of its figures and the reports as they went out. Nothing of other clients, no settings.',
    backup: 'Saved backup (.db)',
    backupText: 'All clients, as in the book. Keep it as carefully as the machine itself.',
  },
  log: {
    title: 'What the log holds',
    text: 'A line for each: when, what, which call, how long it took. When something fails inside Pulsebook, the text of the error and the place in the program, which may name a path on this machine.',
    not: 'No figures, no names of clients, no contents of files.',
    kept: 'Two files of 1 MB at most; then the oldest lines go. You can read it with any text editor, and delete it at any time.',
  },
  move: {
    title: 'To another machine',
    steps: {
      save: 'Here: make a backup and save a copy of it, on a USB stick for example.',
      bring: 'There: install Pulsebook, start it, go to Settings, Backups, and bring the copy.',
      restore: 'Put it back. Everything is there, settings included.',
    },
    folder:
      'Or close Pulsebook on both and copy the whole folder to its place on the other machine (the places are below). Either way works between Windows, macOS and Linux.',
    go: 'Go to the backups',
    one: 'To pass on one client alone, hand it over as a file from its set-up.',
  },
  client: {
    title: 'Remove one client',
    text: 'The set-up of a client ends with deleting it. It says what goes, and lets you choose what becomes of the backups that still hold it.',
    none: 'There is no client.',
    open: (name: string) => `Set-up of ${name}`,
  },
  all: {
    title: 'Remove everything',
    text: 'Close Pulsebook, then delete this folder. Uninstalling the app leaves it where it is, so that updating or installing anew loses nothing.',
    systems: {
      win: 'Windows: Settings, Apps, Pulsebook, Uninstall. Then delete %APPDATA%\\Pulsebook.',
      mac: 'macOS: move Pulsebook from Applications to the bin. Then delete ~/Library/Application Support/Pulsebook.',
      linux: 'Linux: remove the package, or delete the AppImage. Then delete ~/.local/share/pulsebook.',
    },
    other: 'Files you saved elsewhere, backups among them, are yours to delete.',
  },
};
