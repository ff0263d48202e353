/** The journal of a client: its cases, and the evidence behind counts. */
export { JournalScreen } from './JournalScreen.tsx';
