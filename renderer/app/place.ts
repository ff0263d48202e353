/**
 * Where one is: client, screen, period and base. All of it is in the address, so that back, forward and a
 * reload lead to what was on screen; dashboard, scorecard, explorer and reports share period and base.
 */
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { isBase } from '../../shared/domain/base.ts';
import type { BaseKind } from '../../shared/domain/base.ts';
import type { Calendar, Day, Period } from '../../shared/domain/time.ts';
import { clientHref } from './hrefs.ts';
import type { ScreenName } from './hrefs.ts';
import { navigate } from './location.ts';
import { fitBase } from '../i18n/base.ts';
import { dayOfIso, lastClosed, parsePeriod, periodParam } from '../i18n/period.ts';
import { calendarOf, useAppState, useClient } from './state.ts';

export interface Place {
  readonly period: Period;
  readonly base: BaseKind;
  readonly today: Day;
  readonly calendar: Calendar;
  /** Any other value of the address (`kpi`, `channel` ...). */
  readonly param: (name: string) => string | undefined;
  /** Changes values of the address in place. `undefined` takes one out. */
  readonly set: (
    values: Readonly<Record<string, string | undefined>>,
    options?: { readonly replace?: boolean },
  ) => void;
  readonly setPeriod: (period: Period) => void;
  readonly setBase: (base: BaseKind) => void;
  /** The address of another screen of this client, in the same period and base. */
  readonly href: (
    screen: ScreenName | `${ScreenName}/${string}`,
    more?: Readonly<Record<string, string | undefined>>,
  ) => string;
}

/** The place within the client at hand. Without a period in the address it is the newest closed month. */
export function usePlace(): Place {
  const client = useClient();
  const { today: iso } = useAppState();
  const search = useSearch();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const calendar = calendarOf(client);
    const today = dayOfIso(iso);
    const period = parsePeriod(params.get('period'), calendar) ?? lastClosed('month', today, calendar);
    const named = params.get('base');
    const base = fitBase(named !== null && isBase(named) ? named : 'lastYear', period.cadence, calendar);
    const set: Place['set'] = (values, options) => {
      const next = new URLSearchParams(search);
      for (const [key, value] of Object.entries(values)) {
        if (value === undefined) next.delete(key);
        else next.set(key, value);
      }
      const path = location.hash.replace(/^#/, '').split('?')[0] ?? '/';
      const text = next.toString().replaceAll('%3A', ':');
      navigate(path + (text && `?${text}`), options);
    };
    return {
      period,
      base,
      today,
      calendar,
      param: (name) => params.get(name) ?? undefined,
      set,
      setPeriod: (next) => set({ period: periodParam(next) }),
      setBase: (next) => set({ base: next }),
      href: (screen, more) =>
        clientHref(client.id, screen, {
          period: params.get('period') ?? undefined,
          base: params.get('base') ?? undefined,
          ...more,
        }),
    };
  }, [client, iso, search]);
}
