/** What every screen may know: the app's state, the theme in use, the client being looked at. */
import { createContext, useContext } from 'react';
import type { AppState } from '../../shared/contract/api/app.ts';
import type { Client } from '../../shared/contract/api/clients.ts';
import type { Calendar } from '../../shared/domain/time.ts';
import { defaultCalendar } from '../../shared/domain/time.ts';
import type { Theme } from '../ui/accent.ts';

export const AppStateContext = createContext<AppState | null>(null);
export const ThemeContext = createContext<Theme>('light');
export const ClientContext = createContext<Client | null>(null);

export function useAppState(): AppState {
  const state = useContext(AppStateContext);
  if (state === null) throw new Error('app state is read outside of the app');
  return state;
}

/** The theme on screen: what `system` came to. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}

/** The client of the place; throws outside of one. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('client is read outside of a client');
  return client;
}

export function calendarOf(client: Pick<Client, 'weekStart' | 'fiscalYearStart'> | null): Calendar {
  return client === null
    ? defaultCalendar
    : { weekStart: client.weekStart, fiscalYearStart: client.fiscalYearStart };
}
