/**
 * Files on their way to the import screen. Dropped or picked anywhere, they wait here while the screen opens;
 * whoever takes them empties the tray.
 */
import { useEffect } from 'react';
import type { OpenedFile } from '../../shared/contract/transport.ts';
import { navigate } from './location.ts';
import { importsHref } from './hrefs.ts';

interface Tray {
  /** `null`: dropped outside of a client, for whoever they are of. */
  readonly client: number | null;
  readonly files: readonly File[];
}
let tray: Tray | null = null;
const listeners = new Set<() => void>();

/** A client in one file: picked or dropped here, or opened with the app from outside. */
export type Archive = File | OpenedFile;

/** They wait for the screen that takes clients in. */
let archives: readonly Archive[] = [];
export const takeInHref = '/take-in';
export const isAtTakeIn = (): boolean => location.hash === `#${takeInHref}`;
const isArchive = (file: File): boolean => /\.pulsebook$/i.test(file.name);

/** Takes the archives that wait; empty when none does. */
export function takeArchives(): readonly Archive[] {
  const waiting = archives;
  archives = [];
  return waiting;
}

/** Calls `look` now and whenever files are handed over, while the component is there. */
export function useHandOvers(look: () => void): void {
  useEffect(() => {
    look();
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  }, [look]);
}

/**
 * Puts files into a client's tray, or into that of all clients, and goes to the import screen. Archives among them go to
 * the screen that takes clients in, and go first.
 */
export function handOver(client: number | null, files: readonly File[]): void {
  if (files.length === 0) return;
  // Archives that nobody has taken yet go first too.
  if (archives.length > 0 || files.some(isArchive)) return putArchives(files.filter(isArchive));
  // A second drop before the first was taken goes with it.
  tray = { client, files: tray?.client === client ? [...tray.files, ...files] : files };
  navigate(importsHref(client));
  for (const listener of listeners) listener();
}

/** Puts files that were opened with the app before the screen that takes clients in. */
export function handOverOpened(files: readonly OpenedFile[]): void {
  if (files.length > 0) putArchives(files);
}

function putArchives(more: readonly Archive[]): void {
  archives = [...archives, ...more];
  navigate(takeInHref);
  for (const listener of listeners) listener();
}

/** Takes what waits for a client; empty when nothing does. */
export function takeFiles(client: number | null): readonly File[] {
  if (tray?.client !== client) return [];
  const { files } = tray;
  tray = null;
  return files;
}

/** Calls `take` with files that wait now and with every later hand-over, while the component is there. */
export function useHandedOver(client: number | null, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const look = (): void => {
      const files = takeFiles(client);
      if (files.length > 0) take(files);
    };
    look();
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  }, [client, take]);
}

/** Lets the person pick files; calls `take` unless the choice was cancelled. */
export function pickFiles(
  take: (files: File[]) => void,
  accept = '.csv,.tsv,.txt,.xlsx,.xls,.xlsb,.xlsm,.ods,.zip,.pulsebook',
): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  input.addEventListener('change', () => take([...(input.files ?? [])]));
  input.click();
}
