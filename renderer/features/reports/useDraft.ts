/** What is being written in a section: kept while the window is open, whatever screen is on, until it is saved or dropped. */
import { useReducer } from 'react';

const kept = new Map<string, string>();

export interface Draft {
  readonly text: string;
  /** True while it is not what is saved. */
  readonly changed: boolean;
  readonly write: (text: string) => void;
  readonly drop: () => void;
}

/** `place` names client, period, base, language and section. */
export function useDraft(place: string, saved: string): Draft {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const text = kept.get(place) ?? saved;
  return {
    text,
    changed: text.trim() !== saved,
    write: (next) => {
      kept.set(place, next);
      redraw();
    },
    drop: () => {
      kept.delete(place);
      redraw();
    },
  };
}
