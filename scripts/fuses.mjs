// The fuses of the packaged app: switches inside Electron's binary, set once when it is packaged. Each is decided here,
// with its reason; the packaging configuration sets them from `electronFuses`, and check-fuses.mjs reads them back.
import { FuseV1Options } from '@electron/fuses';

/**
 * `option`: its place in the binary; `setting`: how electron-builder calls it, null where it cannot set it and the
 * binary's own default is what we want.
 * @type {readonly import('./fuses.mjs').DecidedFuse[]}
 */
export const fuses = [
  {
    option: FuseV1Options.RunAsNode,
    setting: 'runAsNode',
    on: false,
    why: 'ELECTRON_RUN_AS_NODE would make the signed app run any script. Files are read in a utility process, the backend runs in worker threads: neither needs it.',
  },
  {
    option: FuseV1Options.EnableCookieEncryption,
    setting: 'enableCookieEncryption',
    on: true,
    why: 'The app keeps no cookies; should one ever come to be, it is not in the clear on the disk.',
  },
  {
    option: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    setting: 'enableNodeOptionsEnvironmentVariable',
    on: false,
    why: 'NODE_OPTIONS could load code into the signed app (--require) or other certificates.',
  },
  {
    option: FuseV1Options.EnableNodeCliInspectArguments,
    setting: 'enableNodeCliInspectArguments',
    on: false,
    why: '--inspect and SIGUSR1 would open a debugger that runs anything as the app.',
  },
  {
    option: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    setting: 'enableEmbeddedAsarIntegrityValidation',
    on: true,
    why: 'A changed app.asar ends the app instead of running (macOS and Windows; elsewhere without effect).',
  },
  {
    option: FuseV1Options.OnlyLoadAppFromAsar,
    setting: 'onlyLoadAppFromAsar',
    on: true,
    why: 'Else a folder `app` beside the archive would be run unchecked.',
  },
  {
    option: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    setting: 'loadBrowserProcessSpecificV8Snapshot',
    on: false,
    why: 'There is no such snapshot among the files; the app would not start.',
  },
  {
    option: FuseV1Options.GrantFileProtocolExtraPrivileges,
    setting: 'grantFileProtocolExtraPrivileges',
    on: false,
    why: 'Pages come from app://; a page from file:// has no rights at all.',
  },
  {
    option: FuseV1Options.WasmTrapHandlers,
    setting: null,
    on: true,
    why: 'WebAssembly (workbooks) is held in its memory by guard pages instead of slower checks in its code. Memory out of reach is as refused either way.',
  },
];

/** For electron-builder's `electronFuses`. @type {Readonly<Record<string, boolean>>} */
export const electronFuses = Object.fromEntries(
  fuses.flatMap(({ setting, on }) => (setting === null ? [] : [[setting, on]])),
);
