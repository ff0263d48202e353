/** Words on and around charts. */
export const charts = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  noData: 'no data',
  notApplicable: 'n/a',
  goal: 'Goal',
  goalLine: (goal: string) => `goal ${goal}`,
  period: 'Period',
  others: 'Other channels',
  /** The control that arrow keys step through a chart's points with. */
  points: (chart: string) => `Points of: ${chart}`,
  /** What it reads out at a point. */
  point: (period: string, rows: string) => `${period}: ${rows}`,
  /** Under a picture: whose figures, of when, against what. */
  caption: (client: string, now: string, base: string) =>
    base === '' ? `${client} · ${now}` : `${client} · ${now} · against ${base}`,
  export: {
    menu: (chart: string) => `Chart: ${chart}`,
    png: 'Save as PNG (2x)',
    svg: 'Save as SVG',
    csv: 'Save data as CSV',
    copyPicture: 'Copy picture',
    copyData: 'Copy data',
    saved: (name: string) => `Saved: ${name}`,
    copiedPicture: 'Picture copied',
    copiedData: 'Data copied: paste it into a spreadsheet',
    notCopied: 'This window may not use the clipboard. Save it as a file instead.',
    seconds: 'seconds',
  },
};
