/**
 * Composition of the renderer: cache and events, language, theme, location, the shell and its routes. Waits for
 * the app's state; shows the first start while nothing has been chosen yet, and the rescue while the book cannot be opened.
 */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import type { AppState } from '../../shared/contract/api/app.ts';
import type { BookTrouble } from '../../shared/contract/api/backups.ts';
import { getTransport, useCall } from '../api/index.ts';
import { applyEvent, makeQueryClient } from '../api/queryClient.ts';
import { useConnection } from '../api/hooks.ts';
import { StartScreen } from '../features/start/index.ts';
import { LanguageProvider, systemLanguage } from '../i18n/index.tsx';
import type { Theme } from '../ui/accent.ts';
import { ToastProvider } from '../ui/Toast.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { behindHash } from './location.ts';
import { fillPlaces } from './places.ts';
import { Routes } from './Routes.tsx';
import { RestoreGate, usePutBack } from './restoring.tsx';
import { SessionLost, Unreachable } from './SessionLost.tsx';
import { AppStateContext, ThemeContext } from './state.ts';
import { troubleOf } from './trouble.ts';

const RescueScreen = lazy(async () => ({
  default: (await import('../features/rescue/index.ts')).RescueScreen,
}));

export function App() {
  const [queries] = useState(makeQueryClient);
  useEffect(() => getTransport().subscribe((event) => applyEvent(queries, event)), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <CSPProvider disableStyleElements>
        <Tooltip.Provider delay={500}>
          <WithState />
        </Tooltip.Provider>
      </CSPProvider>
    </QueryClientProvider>
  );
}

function WithState() {
  const state = useCall('app.state', {});
  const connection = useConnection();
  const language = state.data?.settings.language ?? systemLanguage();
  const theme = useResolvedTheme(state.data?.settings.theme ?? 'system');
  // Asking again forgets the error until the answer comes: the rescue stays on screen meanwhile.
  const [held, setHeld] = useState<BookTrouble | null>(null);
  const trouble = state.isPending ? held : troubleOf(state.error);
  if (trouble !== held) setHeld(trouble);
  const density = state.data?.settings.density ?? 'compact';
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['density'] = density;
  }, [language, theme, density]);
  return (
    <LanguageProvider language={language}>
      <ThemeContext value={theme}>
        <ToastProvider>
          <RestoreGate>
            {connection === 'no-session' || connection === 'unreachable' ? (
              <SessionLost onRetry={connection === 'unreachable' ? () => void state.refetch() : undefined} />
            ) : trouble !== null ? (
              <Suspense fallback={null}>
                <RescueScreen trouble={trouble} onLook={() => void state.refetch()} />
              </Suspense>
            ) : state.error ? (
              <Unreachable error={state.error} onRetry={() => void state.refetch()} />
            ) : (
              state.data && <Placed state={state.data} />
            )}
          </RestoreGate>
        </ToastProvider>
      </ThemeContext>
    </LanguageProvider>
  );
}

function Placed({ state }: { readonly state: AppState }): ReactNode {
  usePutBack();
  useState(() => {
    fillPlaces(state.places);
    // A window opened without a place goes where the last one was.
    const { last } = state.places;
    if (state.started && location.hash === '' && last !== null) history.replaceState(null, '', `#${last}`);
  });
  return (
    <AppStateContext value={state}>
      <Router {...behindHash}>
        <ErrorBoundary>{state.started ? <Routes /> : <StartScreen />}</ErrorBoundary>
      </Router>
    </AppStateContext>
  );
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/** `system` as what the system prefers now. */
function useResolvedTheme(theme: AppState['settings']['theme']): Theme {
  const system = useSyncExternalStore(
    (listener) => {
      dark.addEventListener('change', listener);
      return () => dark.removeEventListener('change', listener);
    },
    () => dark.matches,
  );
  if (theme !== 'system') return theme;
  return system ? 'dark' : 'light';
}
