import type { FuseV1Options } from '@electron/fuses';

export interface DecidedFuse {
  /** Its place in the binary. */
  readonly option: FuseV1Options;
  /** How electron-builder calls it; null where it cannot set it and the binary's own default is what we want. */
  readonly setting: string | null;
  readonly on: boolean;
  readonly why: string;
}
export const fuses: readonly DecidedFuse[];
/** For electron-builder's `electronFuses`. */
export const electronFuses: Readonly<Record<string, boolean>>;
