/** Words of the screen that stands in for the app while the book cannot be opened. */
export const rescue = {
  label: 'The book cannot be opened',
  troubles: {
    'store-damaged': {
      title: 'The file with your figures is damaged',
      text: 'Pulsebook found it when it checked the file, and did not open it, so that nothing gets worse. The backups are files of their own and were not touched.',
      todo: 'Put back a backup. What was done after it has to be done again; the damaged file is kept beside, byte for byte.',
    },
    'store-newer': {
      title: 'A newer Pulsebook kept this book',
      text: 'This is an older version and would not understand all of it, so it has changed nothing. Nothing is lost.',
      todo: 'Update Pulsebook and open it again: everything is there.',
    },
    'store-foreign': {
      title: 'Another file stands in the place of your book',
      text: 'The file pulsebook.db in the folder is not one of Pulsebook’s. It was not opened and is unchanged.',
      todo: 'If it got there by mistake, move it elsewhere, put yours back in its place and try again. Or put back a backup: the other file is kept beside.',
    },
    'read-only': {
      title: 'The folder with your figures cannot be written to',
      text: 'Pulsebook keeps each figure as you type it, so it opens no book it cannot write to. Nothing was changed and nothing is lost.',
      todo: 'Give yourself the right to write to the folder, then try again.',
    },
    'disk-full': {
      title: 'The disk is full',
      text: 'Pulsebook needs a little room to open the book. Nothing was changed and nothing is lost.',
      todo: 'Make room on the disk, then try again. Removing backups you no longer need makes room, too.',
    },
  },
  /** Of a damaged book without any backup beside it. */
  alone: {
    text: 'Pulsebook found it when it checked the file, and did not open it, so that nothing gets worse.',
    todo: 'If you saved a backup elsewhere, bring it. Else begin with an empty book; the damaged file is kept beside, byte for byte.',
  },
  again: 'Try again',
  trying: 'Trying to open the book',
  still: 'It is as it was.',
  looking: 'Looking for the newest whole backup',
  newest: 'Newest whole backup',
  put: 'Put this one back',
  others: 'Other backups',
  all: 'Backups',
  instead: 'Go on with this version all the same',
  insteadText:
    'Put back a backup this version can read. What the newer version did since then is not in it; its file is kept beside and opens again after the update.',
  none: 'There is no backup in the folder',
  begin: {
    title: 'Begin with an empty book',
    text: 'When there is nothing to put back. The file that cannot be opened is kept beside under another name, and the backups stay; no client and no figure is in the new book.',
    action: 'Begin anew…',
    confirm: 'Begin with an empty book?',
    steps: {
      file: 'The file that cannot be opened gets another name and stays in the folder, byte for byte.',
      book: 'Pulsebook opens with a new, empty book: no client, no figure, no settings.',
      backups: 'The backups stay. Any of them can be put back at any later day, in the settings.',
    },
    run: 'Begin anew',
  },
  folder: 'Folder with your figures',
  backupsFolder: 'Folder of the backups',
  version: (v: string) => `Pulsebook ${v}`,
};
