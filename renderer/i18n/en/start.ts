/** Words of the first start. */
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
  working: 'Writing the demo',
  language: 'Language',
};
