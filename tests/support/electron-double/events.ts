/** An emitter with Electron's habit of handing each listener an event that can be prevented. */
import { EventEmitter } from 'node:events';

export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(more: T): T & PreventableEvent {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}

export class Emitter extends EventEmitter {
  /** Emits a preventable event with `more` on it and tells whether a listener prevented it. */
  emitPreventable(name: string, more: object = {}, ...rest: unknown[]): boolean {
    const event = preventable(more);
    this.emit(name, event, ...rest);
    return event.defaultPrevented;
  }
}
