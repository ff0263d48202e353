/** What happened and what to do, for every code a call can fail with. A code without words does not compile. */
import type { ErrorCode } from '../../../shared/contract/codes.ts';

export interface ErrorWords {
  readonly what: string;
  readonly todo: string;
}

export const errors = {
  codes: {
    internal: {
      what: 'Something went wrong inside Pulsebook.',
      todo: 'Your figures are safe. Try again; if it happens again, open Pulsebook anew.',
    },
    'invalid-input': { what: 'One of the values does not fit.', todo: 'Check what you typed and try again.' },
    'unknown-call': {
      what: 'This window is older than the program.',
      todo: 'Close the window and open Pulsebook again.',
    },
    forbidden: { what: 'This window has lost its session.', todo: 'Open Pulsebook again.' },
    cancelled: { what: 'Cancelled.', todo: 'Nothing was changed.' },
    busy: { what: 'Something else is being written at the moment.', todo: 'Wait a moment and try again.' },
    stopping: { what: 'Pulsebook is closing.', todo: 'Open Pulsebook again.' },
    'client-not-found': { what: 'This client is no longer here.', todo: 'Choose a client from the list.' },
    'client-name-taken': { what: 'You already have a client of this name.', todo: 'Choose another name.' },
    'channel-not-found': { what: 'This channel is no longer here.', todo: 'Choose another channel.' },
    'channel-name-taken': {
      what: 'This client already has a channel of this name.',
      todo: 'Choose another name.',
    },
    'channel-in-use': { what: 'This channel holds figures.', todo: 'Give it an end date instead.' },
    'kpi-not-found': { what: 'This KPI is no longer here.', todo: 'Choose another KPI.' },
    'kpi-key-taken': { what: 'This client already has a KPI of this name.', todo: 'Choose another name.' },
    'kpi-in-use': { what: 'Other KPIs are computed from this one.', todo: 'Change their formulas first.' },
    'kpi-is-counter': {
      what: 'This KPI keeps a vanity KPI honest, so it cannot be vanity itself.',
      todo: 'Give that vanity KPI another counter first.',
    },
    'counter-invalid': {
      what: 'This KPI cannot be the counter.',
      todo: 'Choose another KPI that is not vanity itself.',
    },
    'formula-invalid': { what: 'The formula cannot be computed.', todo: 'Mend the marked place.' },
    'catalogue-key-unknown': {
      what: 'The catalogue does not hold this KPI.',
      todo: 'Choose one from the list, or define your own.',
    },
    'target-not-found': { what: 'This target is no longer here.', todo: 'Set a new one.' },
    'target-invalid': { what: 'This target cannot be judged.', todo: 'Check goal, floor and dates.' },
    'annotation-not-found': { what: 'This annotation is no longer here.', todo: 'Nothing to do.' },
    'break-not-found': { what: 'This change of definition is no longer here.', todo: 'Nothing to do.' },
    'limit-start-not-found': { what: 'These limits were already put back.', todo: 'Nothing to do.' },
    'break-exists': {
      what: 'The definition already changes on that day.',
      todo: 'Edit that change, or choose another day or channel.',
    },
    'case-not-found': { what: 'This case is no longer here.', todo: 'Nothing to do.' },
    'case-times': {
      what: 'The times of this case do not fit together.',
      todo: 'It is opened first, then answered and resolved, all of it no later than today.',
    },
    'tag-not-found': { what: 'This tag is no longer here.', todo: 'Nothing to do.' },
    'tag-name-taken': {
      what: 'There is a tag of this name already.',
      todo: 'Use that one, or choose another name.',
    },
    'item-not-found': {
      what: 'This post is no longer here.',
      todo: 'Its import may have been taken back.',
    },
    'evidence-not-found': { what: 'This entry is no longer here.', todo: 'Nothing to do.' },
    'kpi-without-evidence': {
      what: 'This KPI is not kept with evidence.',
      todo: 'Choose one from the list.',
    },
    'confirmed-not-found': { what: 'This statement is no longer here.', todo: 'Nothing to do.' },
    'log-future': {
      what: 'This day is still to come.',
      todo: 'Choose today or an earlier day.',
    },
    'action-not-found': { what: 'This action is no longer here.', todo: 'Nothing to do.' },
    'text-problem': {
      what: 'A figure in the text cannot be read.',
      todo: 'Mend what the list under the text names.',
    },
    'recommendation-gone': {
      what: 'This proposal no longer holds, or is an action already.',
      todo: 'Look at the list again: the figures behind it have changed since.',
    },
    'figure-computed': { what: 'This figure is computed.', todo: 'Change the figures it is made from.' },
    'figure-cadence': {
      what: 'This KPI is not recorded in such periods.',
      todo: 'Use the cadence that the KPI names.',
    },
    'figure-value': {
      what: 'This value is outside what the KPI allows.',
      todo: 'Check the number and its unit.',
    },
    'period-invalid': { what: 'This is not a period.', todo: 'Choose another one.' },
    'week-start-frozen': {
      what: 'Weekly figures exist, so the week’s first day is fixed.',
      todo: 'Leave it as it is.',
    },
    'handle-expired': { what: 'The file is no longer at hand.', todo: 'Drop it on the window again.' },
    'file-too-large': { what: 'The file is too large.', todo: 'Export a shorter span.' },
    'session-expired': {
      what: 'This import was open too long.',
      todo: 'Drop the files again. Nothing was stored.',
    },
    'session-open-questions': {
      what: 'A file still has a question.',
      todo: 'Answer it, or leave the file out.',
    },
    'session-nothing': { what: 'There is nothing to import.', todo: 'Add a file, or include one.' },
    'other-client': {
      what: 'This file belongs to another client.',
      todo: 'Import it there, or leave it out.',
    },
    'session-whose': {
      what: 'Nobody said which client these files are of.',
      todo: 'Choose a client on each file, or leave it out.',
    },
    'table-not-found': {
      what: 'This table is no longer in the file.',
      todo: 'Go back to the import and open it again.',
    },
    'recipe-not-found': { what: 'This way of reading is forgotten already.', todo: 'Nothing to do.' },
    'batch-not-found': { what: 'This import is no longer here.', todo: 'Nothing to do.' },
    'batch-state': { what: 'This was done already.', todo: 'Nothing to do.' },
    'logo-invalid': { what: 'The logo could not be read.', todo: 'Use a PNG or JPEG file of up to 2 MB.' },
    'color-invalid': { what: 'This is not a colour.', todo: 'Use six digits, like #4750BD.' },
    'file-gone': {
      what: 'The file is not there, or may not be read.',
      todo: 'Look whether it was moved, renamed or on a disk that is gone, then open it again.',
    },
    'archive-foreign': {
      what: 'This file is not a client of Pulsebook.',
      todo: 'Choose the .pulsebook file you were handed.',
    },
    'archive-newer': {
      what: 'This client was handed over by a newer version of Pulsebook.',
      todo: 'Update Pulsebook, then take it in.',
    },
    'archive-damaged': {
      what: 'The file is damaged: not all of it came through. Nothing was taken in.',
      todo: 'Ask for it again, or copy it anew.',
    },
    'archive-too-large': {
      what: 'The file unpacks to more than a client ever has. Nothing was taken in.',
      todo: 'Ask whoever handed it over where it came from.',
    },
    'archive-client-here': {
      what: 'This client is here already.',
      todo: 'Choose whether it comes beside the one that is here, or in its place.',
    },
    'step-not-found': {
      what: 'This step was taken back already.',
      todo: 'Look at the client’s set-up as it is now.',
    },
    'report-empty': {
      what: 'There is nothing to report for this period.',
      todo: 'Import figures, or choose another period.',
    },
    'report-not-found': { what: 'This report is no longer here.', todo: 'Make it again.' },
    'snapshot-unreadable': {
      what: 'What went out cannot be read by this version.',
      todo: 'Open it with the version that made it.',
    },
    'file-differs': {
      what: 'The file cannot be made again to the byte.',
      todo: 'Its contents are all in the copy that is kept here; make a new file from today’s figures.',
    },
    'print-unavailable': {
      what: 'There is no browser on this machine to draw a PDF with.',
      todo: 'Install Chromium, Chrome or Edge, or make the workbook or the slides.',
    },
    'print-failed': {
      what: 'The PDF could not be drawn.',
      todo: 'Try again; if it fails again, make the workbook or the slides.',
    },
    'return-foreign': {
      what: 'This is no workbook that Pulsebook made.',
      todo: 'Drop it under Imports: its figures can be read like those of any other file.',
    },
    'return-newer': {
      what: 'A newer Pulsebook made this workbook.',
      todo: 'Update Pulsebook and drop it again.',
    },
    'return-damaged': {
      what: 'This workbook cannot be read any more.',
      todo: 'Ask for it again, saved as .xlsx.',
    },
    'return-nothing': {
      what: 'Nothing of this workbook is chosen.',
      todo: 'Choose what to take, or leave it.',
    },
    'file-open-elsewhere': {
      what: 'The file is open in another program.',
      todo: 'Close it there, or choose another name.',
    },
    'file-exists': { what: 'A file of this name exists.', todo: 'Choose another name.' },
    'disk-full': { what: 'The disk is full. Nothing was changed.', todo: 'Make room and try again.' },
    'read-only': { what: 'This folder cannot be written to.', todo: 'Choose another folder.' },
    'path-invalid': { what: 'This name cannot be used for a file.', todo: 'Choose another name.' },
    'store-newer': {
      what: 'The figures were kept by a newer Pulsebook.',
      todo: 'Update Pulsebook and open it again.',
    },
    'store-foreign': {
      what: 'The data folder holds something that is not Pulsebook’s.',
      todo: 'Choose another folder.',
    },
    'store-damaged': { what: 'The file with your figures is damaged.', todo: 'Restore the newest backup.' },
    'store-locked': {
      what: 'Pulsebook is already open with this data.',
      todo: 'Use that window, or close it.',
    },
    'backup-failed': { what: 'The backup could not be written.', todo: 'Check the disk and try again.' },
    'backup-not-found': { what: 'This backup is no longer there.', todo: 'Choose another one.' },
    'backup-damaged': {
      what: 'This backup is damaged.',
      todo: 'Nothing was changed. Choose another one.',
    },
    'backup-newer': {
      what: 'This backup was made by a newer Pulsebook.',
      todo: 'Update Pulsebook and open it again.',
    },
    'restore-failed': {
      what: 'The backup could not be put back.',
      todo: 'The book is as it was. Try again, or choose another backup.',
    },
    'client-name-differs': {
      what: 'That is not the client’s name.',
      todo: 'Type the name just as it is written.',
    },
  } satisfies Readonly<Record<ErrorCode, ErrorWords>>,
  logId: (id: string) => `Log entry ${id}`,
  code: (code: string) => `Code ${code}`,
  boundary: {
    title: 'This screen could not be shown',
    text: 'Your figures are safe. Show it again, or go to another screen.',
    again: 'Show it again',
    home: 'All clients',
    details: 'Details',
    copy: 'Copy the details',
    copied: 'Copied',
  },
  session: {
    title: 'Open Pulsebook again',
    text: 'This window is no longer connected. Close it and start Pulsebook again: everything you saved is there.',
  },
};
