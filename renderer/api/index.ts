/** What features need to talk to the backend. */
export { callOnce } from './calls.ts';
export { asCallError, CallError } from './errors.ts';
export { getDesktop } from './desktop.ts';
export { newJob, useCall, useCallsInTurn, useCommand, useProgress } from './hooks.ts';
export type { Progress } from './hooks.ts';
export { onOpened, takeOpened } from './opened.ts';
export { forgetWindow, getTransport } from './transport.ts';
