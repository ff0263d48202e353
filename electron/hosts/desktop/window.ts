/** The app's window: sandboxed, isolated, without Node, showing the app's own origin and nothing else. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Session } from 'electron';
import { windowIcon } from '../../backend/resources.ts';
import type { Place } from './place.ts';
import { hardenedPreferences } from './security.ts';
import { readWindowState, writeWindowState } from './windowState.ts';

export interface WindowParts {
  readonly dataDir: string;
  readonly place: Place;
  /** Hardened, and answering for the app's own scheme. */
  readonly session: Session;
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Called before anything is loaded. */
  readonly onMade: (window: BrowserWindow) => void;
}

/** Paper of the light and the dark theme, so that the first frame does not flash. */
const paper = { light: '#ffffff', dark: '#16181d' } as const;

/** Makes the window and starts loading; it shows itself once it has something to show. */
export function openWindow({ dataDir, place, session, preload, onMade }: WindowParts): BrowserWindow {
  const last = readWindowState(
    dataDir,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    ...last?.bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Pulsebook',
    // Elsewhere the system takes it from the program itself.
    ...(process.platform === 'linux' && { icon: windowIcon() }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      ...hardenedPreferences,
      session,
      preload,
      devTools: place.dev,
    },
  });
  onMade(window);
  if (last?.maximized === true) window.maximize();
  if (last?.fullScreen === true) window.setFullScreen(true);
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(dataDir, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      fullScreen: window.isFullScreen(),
    });
  });
  // A load that fails is told by `did-fail-load` and by the empty window; there is nobody to reject to.
  window.loadURL(`${place.origin}/`).catch(() => undefined);
  return window;
}

/** Brings a window to the front, wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
