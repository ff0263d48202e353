/**
 * What is being written in a section: kept in the window's session from the first letter, so that a reload or another
 * screen loses nothing, until it stands in the book.
 */
import { useReducer } from 'react';

/** Where the window's session keeps it. */
export const draftKey = (place: string): string => `report-draft ${place}`;

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
  const text = sessionStorage.getItem(draftKey(place)) ?? saved;
  return {
    text,
    changed: text.trim() !== saved,
    write: (next) => {
      sessionStorage.setItem(draftKey(place), next);
      redraw();
    },
    drop: () => {
      sessionStorage.removeItem(draftKey(place));
      redraw();
    },
  };
}
