/**
 * Where the window was last time, kept in the data folder; a place on a screen that is gone is not used again. Written
 * whole or not at all.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const coordinate = z.number().int().min(-100_000).max(100_000);
const stateSchema = z.object({
  bounds: z.object({
    x: coordinate,
    y: coordinate,
    width: z.number().int().min(400).max(20_000),
    height: z.number().int().min(300).max(20_000),
  }),
  maximized: z.boolean(),
  fullScreen: z.boolean().default(false),
});
export type WindowState = z.infer<typeof stateSchema>;

const fileOf = (dataDir: string): string => path.join(dataDir, 'window.json');

/** The last state, if enough of it (a title bar to hold it by) is on one of `screens`. */
export function readWindowState(dataDir: string, screens: readonly Box[]): WindowState | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return null;
  }
  const state = stateSchema.safeParse(value);
  if (!state.success) return null;
  const { bounds } = state.data;
  const seen = screens.some((screen) => {
    const wide = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    return wide >= 100 && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - 40;
  });
  return seen ? state.data : null;
}

export function writeWindowState(dataDir: string, state: WindowState): void {
  const temporary = `${fileOf(dataDir)}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(state), { mode: 0o600, flush: true });
    renameSync(temporary, fileOf(dataDir));
  } catch {
    rmSync(temporary, { force: true });
    // Where a window stood is not worth an error while it closes.
  }
}
