/** The help pages, in English. */
import type { HelpText } from './block.ts';

export const text: HelpText = {
  start: [
    {
      p: 'Pulsebook keeps the KPIs of your clients on this machine. You drop the exports, say what counts for each client, see what moved and why, and hand over a report they can open.',
    },
    {
      steps: [
        'Make a client: name, colour, the language of its reports, its number format and currency. A template proposes the KPIs of its trade.',
        'Drop the exports of a month on the window, as many as you like, also as a ZIP. You see what each file holds before anything goes in.',
        'Type what has no export in Figures. A hatched cell is a figure that is missing.',
        'Set a goal for the KPIs that matter. The scorecard then says which are met, at risk or off.',
        'Open Reports, write what the month was about, and hand over the workbook.',
      ],
    },
    { h: 'Where to begin on a Monday' },
    {
      p: 'All clients shows one row per client and what needs you, nearest deadline first. Each line there says what to do and leads to where it is done.',
    },
    { h: 'Not sure yet?' },
    {
      p: 'The demo workspace has three clients with 18 months of invented figures. Try anything in it: what you do can be undone, and you can archive the clients later.',
    },
  ],
  import: [
    {
      p: 'Drop CSV, TSV, Excel, OpenDocument or ZIP files anywhere on the window, or press Import files. Inside a client they are taken as that client’s; on All clients the accounts in the files say whose they are.',
    },
    { h: 'What happens to a file' },
    {
      steps: [
        'It is recognised: which network, which report, which language, how its numbers and dates are written.',
        'What only you can know becomes a question, such as which year the dates are of. Your answer is remembered for the next file of this kind.',
        'Every figure is compared with what is kept: new, changed, unchanged, or refused with the reason.',
        'One press stores all of it in one step. A backup is made first.',
      ],
    },
    { h: 'What is never overwritten' },
    {
      list: [
        'A figure you typed stays; the file’s figure is listed beside it.',
        'An older export never replaces a newer one.',
        'A file of another client’s account is refused here: channels remember their account, handle or property.',
        'The same file again is noticed and changes nothing.',
      ],
    },
    { h: 'Taking an import back' },
    {
      p: 'Every import can be taken back on any later day, in Imports. Its figures go, what was there before returns, and what you changed since is kept and listed. It can be put back too.',
    },
    { h: 'A sheet nobody knows' },
    {
      p: 'A client’s own table is read too: Pulsebook proposes what each column is, says how sure it is and why, and lets you change it. How you read it once is how it is read the next time.',
    },
  ],
  figures: [
    {
      p: 'A figure is one value of one KPI on one channel in one period. Three things that look alike are kept apart everywhere, because they mean different things:',
    },
    { show: 'gaps' },
    {
      terms: [
        [
          'Missing',
          'Nobody recorded it. Hatched, never drawn as zero, and left out of every sum, which then says on how many days it stands.',
        ],
        ['Zero', 'It was counted and came to nothing. A plain 0.'],
        [
          'Not applicable',
          'It cannot exist here, such as store visits of an online shop. You state it with N; it is not asked for again.',
        ],
      ],
    },
    { h: 'Typing and pasting' },
    {
      p: 'The grid works like a spreadsheet: arrows move, typing overwrites, Enter goes down, Tab goes right. Paste several cells from Excel or LibreOffice at once; decimal comma and decimal point are read as the client writes numbers. Each paste is one step of Undo.',
    },
    { h: 'Where a figure comes from' },
    {
      p: 'Every cell knows its import, or that you typed it, and what stood there before. Alt and the down arrow on a cell show it. Figures in italic on a tint are computed: they show their formula instead.',
    },
    { h: 'Percentages and times' },
    { p: 'Type a percentage as you read it: 4.5 or 4.5%. Times are typed with their unit: 3 h 20 min.' },
  ],
  targets: [
    {
      p: 'A target has a goal, where it is met, and a floor, below which it is off. Between the two it is at risk. A target holds from a day on; changing it later leaves the judgement of earlier periods as it was.',
    },
    { show: 'closed' },
    { h: 'While the period runs' },
    {
      p: 'A running period is judged against the part of the goal that should be reached by now. Its shapes are outlines, because it can still change.',
    },
    { show: 'running' },
    { h: 'Kinds of target' },
    {
      list: [
        'At least, at most, or between two values.',
        'Growth against the period before, or against the same period of last year.',
        'From a baseline to a date, in steps.',
      ],
    },
    { h: 'When there is no status' },
    {
      p: 'Under 80\u202f% of the period recorded, without a base to grow from, or across a change of definition there is no status, and the reason stands in its place. A guess would look like knowledge.',
    },
    { h: 'SMART lights' },
    {
      p: 'Beside each target five lights say whether it is specific, measurable, achievable, relevant and bound to a time. Achievable looks at the client’s own history: a goal it has never come near is amber, whatever one hopes.',
    },
  ],
  compare: [
    {
      p: 'Period and base stand in the bar and hold on all screens. A percentage always says what it is against.',
    },
    { show: 'changes' },
    { h: 'Like for like' },
    {
      p: 'A running month is compared with the same days of the base, not with the whole of it: 1 to 10 November against 1 to 10 October. So there is no fall of 100\u202f% on the first of the month.',
    },
    { h: 'Where a number would lie' },
    {
      terms: [
        ['No base', 'Nothing was recorded then. That is not the same as no change.'],
        ['The base is zero', 'There is no percentage of nothing; both values are shown.'],
        [
          'Not comparable',
          'The KPI was defined differently then. If you know the factor between the two, say so on the KPI and the old values are converted.',
        ],
      ],
    },
    { h: 'Rates and shares' },
    {
      p: 'Rates are never added up or averaged. The rate of a quarter is made from the sums of its parts: all interactions over all reach. Any number tells how it was made: press it.',
    },
    { h: 'Coverage' },
    {
      p: '23 of 31 days means that eight days are missing. Sums stand on what is there, and say so; under 80\u202f% a warning stands beside the change.',
    },
  ],
  signals: [
    {
      p: 'Every KPI moves a little all the time. The explorer draws the range it usually keeps to, from its own values: centre, upper and lower limit. Inside it there is nothing to explain; outside something happened.',
    },
    {
      terms: [
        ['Outside the limits', 'One value above the upper or below the lower limit.'],
        ['A run', 'Eight values in a row on one side of the centre: it has shifted.'],
        ['Near a limit', 'Three of four values closer to a limit than to the centre.'],
        ['Too few points', 'Under eight values there are no limits yet, and none are drawn.'],
      ],
    },
    {
      p: 'A signal is marked with a ringed dot. It is neither good nor bad: look for the cause, and write it as an annotation on the day. Annotations stand on every chart from then on, and in the report.',
    },
    { h: 'Forecast' },
    {
      p: 'The dotted line goes on as the KPI has gone so far, with a band for how sure that is. With too little history there is none, and the reason is said.',
    },
    { h: 'Recommendations' },
    {
      p: 'Rules look at targets, signals and pairs of KPIs and propose actions, each with the figures that fired it. Take one as an action, or dismiss it; an action remembers the value on the day it was decided, so that its effect can be seen.',
    },
  ],
  vanity: [
    {
      p: 'Likes and followers are easy to move and say little about the business. They are marked as vanity metrics. You may show them; they may not mislead.',
    },
    { h: 'The counter KPI' },
    {
      p: 'Each vanity KPI has a counter: a KPI that would fall if the vanity one were bought or empty. Likes are countered by the share of the target audience, sales by the share of dissatisfied buyers.',
    },
    {
      p: 'While the counter is off, the vanity KPI cannot be met. It is unconfirmed, with a half-filled triangle and the reason beside it.',
    },
    { h: 'When only a quality is wanted' },
    {
      p: '“Better reputation” is not a number. KPIs and targets, From a quality to a count, helps to find what can be counted instead: sentiment from counted comments, cases without escalation, recommendations with a link as evidence.',
    },
  ],
  reports: [
    {
      p: 'A report is a period of a client in the client’s language, number format and colour. Choose its sections, write the commentary, look at the preview: it is the page as it will print.',
    },
    { h: 'Live figures in the text' },
    {
      p: 'Type @ or / in the commentary to put a figure in. It carries its base, its days and its coverage with it. If an import changes it later, the text is marked as stale before it goes out: keep the old number, take the new one, or write anew.',
    },
    { h: 'What the client gets' },
    {
      p: 'The workbook has native charts and formulas that recalculate, so the client can go on with it. What went out is kept exactly as it was, with its day.',
    },
    { h: 'Words without a number' },
    {
      p: 'Where a comparison would lie, the report says in words why there is none. Leave it in: clients trust a report that says what it does not know.',
    },
  ],
  deliver: [
    {
      p: 'A report leaves as a workbook, a PDF and slides, all made from the same figures in the client’s language. One button in Reports makes the three of one client, Deliver makes those of all clients at once.',
    },
    { h: 'What each of them is' },
    {
      terms: [
        [
          'Workbook',
          'Excel’s own charts and formulas, to go on with. With the section Data entry it has a sheet for the client to fill in.',
        ],
        ['PDF', 'The pages of the preview, with bookmarks and text that can be searched.'],
        [
          'Slides',
          'A title, the summary, a slide for each area, the next actions. Charts can be edited in PowerPoint.',
        ],
        ['Figures', 'Only what was recorded, a figure a line, as .csv.'],
      ],
    },
    { h: 'All clients at once' },
    {
      steps: [
        'Choose the period and what it is compared with, once for all. Each client’s own calendar decides where the period begins.',
        'Look at what each report warns of: every warning leads to where it is mended. None of them keeps a report from going out.',
        'Choose clients, languages and formats, and press Make. You can go on working; Cancel keeps what is made until then.',
        'Save all files at once. What failed says why and is tried again alone.',
      ],
    },
    { h: 'Before it goes out' },
    {
      p: 'Figures in a text that changed since you approved it are asked about first: take the new ones, keep the old with their date, or leave the client out. A text or a name that the report’s language lacks is listed, so that no report mixes two languages unseen.',
    },
    { h: 'The message' },
    {
      p: 'Message writes what to put in the mail, with the period’s main figures. Change it, copy subject and message, attach the files. Pulsebook sends nothing itself.',
    },
    { h: 'What went out' },
    {
      p: 'Of each file a copy of its figures and texts is kept, with its day. Open it in the report’s list of deliveries: it reads as it did then, says what is another number today and why, and makes the file again. A PDF is drawn anew, so its bytes may differ; the report in it does not.',
    },
  ],
  returned: [
    {
      p: 'A client who corrects the workbook, fills in its Data entry sheet or writes into the commentary can send it back. Drop it anywhere: Pulsebook knows its own workbook and shows, cell by cell, what went out, what came back and what is in the book today.',
    },
    { h: 'What is read' },
    {
      list: [
        'The values of the sheet Figures.',
        'What was typed into the sheet Data entry.',
        'Notes, and the paragraphs of the commentary.',
      ],
    },
    {
      p: 'Rows are known by a hidden key, so they may be sorted, filtered and moved. A computed cell that was overwritten is listed and never taken: it is made of the figures.',
    },
    { h: 'What is taken' },
    {
      steps: [
        'Look at what is ticked. A cell that has changed here since the workbook went out is not ticked: you decide.',
        'What cannot be taken says why: not a number, a KPI that is computed here, a channel that is not here.',
        'Press Take. It is one step in the ledger, and taking it back restores figures, notes and texts alike.',
      ],
    },
    {
      p: 'A workbook that nobody changed says so, and nothing is stored. One of another Pulsebook brings its figures only; to move a whole client, hand the client over as one file.',
    },
    { h: 'When it cannot be read back' },
    {
      p: 'If rows, columns or the hidden sheet are gone, the rest is still read and the screen says what is missing. A file that is no workbook of Pulsebook any more can be imported like any other spreadsheet.',
    },
  ],
  backups: [
    {
      p: 'A backup is a copy of the whole book: every client, figure, text and report, and your settings. Each one is opened, checked whole and counted against the book before it counts as a backup.',
    },
    { room: 'backups' },
    { h: 'When backups are made' },
    {
      list: [
        'Once a day while the app is open and there are figures.',
        'Before every import.',
        'Before a new version changes how things are kept.',
        'Before another backup is put back, and before a client is deleted.',
        'When you press Back up now, in Settings or from the search.',
      ],
    },
    { h: 'Which are kept' },
    {
      p: 'The newest seven, then one a day for two weeks, one a week for two months, and one a month from then on. A backup beside the original does not survive the disk: save a copy to another disk now and then.',
    },
    { h: 'Putting one back' },
    {
      steps: [
        'Open it in the list. It is checked again, and shown client by client beside the book of now: what would be fewer, what would be gone, what comes back.',
        'Press Put back and read what happens.',
        'The book as it is now is backed up first; then everything is as it was. Putting that one back undoes it.',
      ],
    },
    { h: 'If the file with your figures cannot be opened' },
    {
      p: 'Pulsebook checks it at the start. When it is damaged, or is not its own, or was kept by a newer version, nothing in it is changed; a screen says what happened and what to do: put back the newest whole backup or, after a newer version, update. The file that could not be opened is kept beside.',
    },
    { h: 'Saved as you go' },
    {
      p: 'There is no Save button. A figure is on the disk when its cell says so; an import is in whole or not at all, also if the power fails in the middle.',
    },
  ],
  data: [
    {
      p: 'Everything is on this machine, in one folder. There is no account, no server, no telemetry, and no connection to a network.',
    },
    { room: 'privacy' },
    {
      p: 'That page shows the folder with its real place and sizes, and says what each report carries when it leaves.',
    },
    { h: 'What can be taken along' },
    {
      terms: [
        [
          'A client',
          'One file (.pulsebook) with all of that client: hand it over from its set-up, take it in under All clients.',
        ],
        [
          'Everything',
          'A backup, saved as a file (.db), brought on the other machine under Settings, Backups, and put back there.',
        ],
        ['The folder', 'Close Pulsebook on both machines and copy the whole folder to its place.'],
      ],
    },
    { h: 'What can be taken away' },
    {
      terms: [
        ['A figure, an import', 'Empty the cell, or take the import back from its page, on any later day.'],
        [
          'A client',
          'To the archive, from where it comes back; or deleted for good, at the end of its set-up.',
        ],
        ['Everything', 'Close Pulsebook and delete the folder. Uninstalling leaves it.'],
      ],
    },
    { h: 'Who can read it' },
    {
      p: 'Whoever can open your user account on this machine. Pulsebook does not encrypt: the encryption of the disk does that, for the backups too. Keep saved backups and client files as carefully as the machine.',
    },
  ],
  keys: [
    {
      p: 'Ctrl K (⌘K on a Mac) reaches every screen, client, KPI and action, from any text field too. It also sets the period (type “oct 2026”, “last month”, “Q3”) and finds notes, posts, cases, annotations, commentary and imported files by any of their words, with or without accents.',
    },
    { h: 'Single keys' },
    {
      p: 'G and a letter goes to a screen, the square brackets move the period. They wait while something is typed or the grid has the focus, and can be switched off in Settings for those who dictate or use a screen reader.',
    },
    { open: 'shortcuts' },
    { h: 'Any number' },
    {
      p: 'Numbers can be reached with Tab, their neighbours with the arrows, and Enter opens how one was made.',
    },
  ],
  glossary: [
    {
      terms: [
        ['Action', 'What was decided, by whom it is done and until when; open, under way, done or dropped.'],
        ['Annotation', 'A line about a day: what happened. Shown on charts and in reports.'],
        ['Attainment', 'How far a value came from the floor to the goal.'],
        ['Base', 'What a period is compared with.'],
        ['Breakdown', 'A figure split by country, gender, age, device or source.'],
        ['Cadence', 'How often a KPI is recorded: day, week, month, quarter or year.'],
        ['Case', 'A query, complaint, conflict or violation, with its times and cause.'],
        ['Channel', 'A network or place: Instagram, Discord, the shop.'],
        ['Content item', 'A post or video, with its figures as of a day.'],
        ['Counter KPI', 'The KPI that keeps a vanity KPI honest.'],
        ['Deliverable', 'What goes to the client: workbook, PDF, slides.'],
        ['Evidence', 'What, when and where, behind a count that has no export.'],
        ['Figure', 'One value of one KPI on one channel in one period.'],
        ['Goal, floor', 'The two thresholds of a target: met from the goal on, off beyond the floor.'],
        ['Import batch', 'What came in with one import; it can be taken back.'],
        ['KPI', 'A number that says how a client is doing, with its unit, direction and rules.'],
        ['KRA', 'Key result area: a group of KPIs the client is judged on.'],
        ['Ledger', 'Every change, with what was and what became.'],
        ['Not applicable', 'Stated: this figure cannot exist. Neither zero nor missing.'],
        ['Recipe', 'How files of one kind are read, remembered from your answers.'],
        ['Signal', 'A movement outside of what the KPI usually does.'],
        ['Snapshot', 'What a deliverable held on the day it went out.'],
        ['Stage', 'Acquisition, engagement, conversion or loyalty.'],
        ['Status', 'A value against its target.'],
        ['Tag', 'A word on content and cases: partner, advocate, hashtag.'],
        ['Target', 'Goal and floor of a KPI from a day on.'],
      ],
    },
  ],
};
