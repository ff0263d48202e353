/** The app as components see it in a test: light, compact, on Tuesday 10 November 2026. */
import type { AppState } from '../../shared/contract/api/app.ts';

export function appStateIn(language: 'en' | 'es', clients = 1): AppState {
  return {
    version: '0',
    settings: { language, theme: 'light', preparedBy: '', density: 'compact', singleKeys: true },
    today: '2026-11-10',
    clients,
    started: true,
    lastBackup: null,
    places: { last: null, clients: [], recent: [] },
  };
}
