/**
 * What a window may never do, whatever runs in it: leave the app, open another window, embed one, ask for a
 * permission, reach a network, download by itself. After Electron's own security checklist.
 */
import type { App, CommandLine, Session, WebContents, WebPreferences } from 'electron';
import type { Place } from './place.ts';

/** Text and pictures, cleaned by Chromium, and only while a person presses something; reading stays denied. */
const copying = 'clipboard-sanitized-write';

/** Before `ready`: Chromium's own services stay silent, and no name is ever looked up. */
export function lockNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>, place: Place): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-quic');
  // Else the system's settings may have it look for a proxy.
  commandLine.appendSwitch('no-proxy-server');
  if (!place.dev) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/**
 * For a server that asks who one is. None is ever reached; should one be, it learns nothing: a wrong certificate stays
 * wrong, no name is given, and no certificate of this person's is shown (Electron would take the first it finds).
 */
export function refuseServers(app: Pick<App, 'on'>): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('login', (event, _contents, _details, _auth, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

/**
 * Denies every permission, but to a session `withPeople` that of writing what a person copies to the clipboard; and every
 * request that is not for the app's own files.
 */
export function hardenSession(session: Session, place: Place, withPeople: boolean): void {
  const granted = (permission: string): boolean => withPeople && permission === copying;
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(granted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, grant) => grant(null));
  // Its dictionaries come from a server.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !place.mayLoad(details.url) }));
  // Files leave by the save dialog only (dialogs.ts).
  session.on('will-download', (event) => event.preventDefault());
}

/** Of every window: sandboxed, isolated, without Node. */
export const hardenedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** For every WebContents there will ever be, ours or not (`app` event `web-contents-created`). */
export function hardenContents(contents: WebContents, place: Place): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!place.isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The one way out that neither the content policy nor a session's requests rule.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
