/** A place that takes dropped files itself, whatever they are, instead of the window (app/DropZone.tsx). */
import { useState } from 'react';
import type { DragEvent } from 'react';

export interface DropPlace {
  readonly over: boolean;
  readonly props: {
    /** Every kind of file: the window leaves them to this place. */
    readonly 'data-drop': '';
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** `take` is never called without a file. */
export function useDrop(take: (files: readonly File[]) => void): DropPlace {
  const [over, setOver] = useState(false);
  return {
    over,
    props: {
      'data-drop': '',
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
        setOver(false);
      },
      onDrop: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) take(files);
      },
    },
  };
}
