/** Bytes; the archive and what lies unpacked beside it, without Electron. */
export const SIZE_BAR: number;
/** What is wrong with a packaged app, and what was found. `resources`: the folder with app.asar. */
export function lookInto(
  resources: string,
  target: { readonly platform: string; readonly arch: string },
): { readonly faults: string[]; readonly files: number; readonly bytes: number };
/** Where a packaged app keeps its archive, and for what it was made. */
export function targetOf(app: string): {
  readonly resources: string;
  readonly platform: string;
  readonly arch: string;
};
