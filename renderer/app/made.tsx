/**
 * Any number on screen as a question: "how was this made?". `MadeNumber` makes it a button, `useMade` opens the answer from
 * elsewhere. The answer itself is a panel of its own (features/made), which hears of it through the context.
 *
 * A row of numbers is one stop of the Tab key: the arrow keys move within it.
 */
import { createContext, useCallback, useContext } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { PeriodDto } from '../../shared/contract/values.ts';
import type { BaseKind } from '../../shared/domain/base.ts';
import type { Span } from '../../shared/domain/results.ts';
import { useT } from '../i18n/index.tsx';
import { toDto } from '../i18n/period.ts';
import { cx } from '../ui/cx.ts';
import css from './made.module.css';
import { usePlace } from './place.ts';
import { useClient } from './state.ts';

/** What of a number is looked at first. */
export type MadeAbout = 'value' | 'change' | 'goal';

/** A number of one KPI. */
export interface NumberTarget {
  readonly of: 'number';
  readonly client: number;
  readonly kpi: number;
  readonly channel: number | null;
  readonly period: PeriodDto;
  readonly base: BaseKind;
  /** The base of the comparison instead of the period. */
  readonly side?: 'now' | 'base';
  /** Exactly these days and channels. */
  readonly at?: { readonly span: Omit<Span, 'units'>; readonly channels: readonly number[] | null };
  readonly about?: MadeAbout;
}

/** A score: of one group, or of all (`group` `null`). */
export interface ScoreTarget {
  readonly of: 'score';
  readonly client: number;
  readonly period: PeriodDto;
  readonly base: BaseKind;
  readonly groupBy: 'kra' | 'stage' | 'level' | 'channel';
  readonly group: string | null;
}

export type MadeTarget = NumberTarget | ScoreTarget;

/** Opens the answer; focus returns to `from` when it closes. */
export type OpenMade = (target: MadeTarget, from: HTMLElement | null) => void;

export const MadeContext = createContext<OpenMade>(() => undefined);

export function useMade(): OpenMade {
  return useContext(MadeContext);
}

/** Numbers of the client and the place at hand, as targets. A KPI that is not known has none. */
export function useTargets(): (
  kpi: { readonly id: number } | undefined,
  channel: string | null,
  more?: Partial<Omit<NumberTarget, 'of' | 'client' | 'kpi' | 'channel'>>,
) => NumberTarget | null {
  const { id: client } = useClient();
  const { period, base } = usePlace();
  return useCallback(
    (kpi, channel, more) =>
      kpi === undefined
        ? null
        : {
            of: 'number',
            client,
            kpi: kpi.id,
            channel: channel === null ? null : Number(channel),
            period: toDto(period),
            base,
            ...more,
          },
    [client, period, base],
  );
}

export interface MadeNumberProps {
  readonly target: MadeTarget | null;
  /** Said of it where the figure alone does not name itself. */
  readonly label?: string;
  /** Not the first number of its row: reached with the arrow keys. */
  readonly aside?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A figure that answers how it was made. Without a target it is what it was: text. */
export function MadeNumber({ target, label, aside, className, children }: MadeNumberProps) {
  const t = useT();
  const open = useMade();
  if (target === null) return children;
  return (
    <button
      type="button"
      className={cx(css['number'], className)}
      title={t.made.ask}
      aria-label={label}
      aria-haspopup="dialog"
      data-made=""
      tabIndex={aside === true ? -1 : undefined}
      onKeyDown={moveWithin}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        event.stopPropagation();
        open(target, event.currentTarget);
      }}
    >
      {children}
    </button>
  );
}

/** Left and right go to the neighbours in the same row. */
function moveWithin(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const row = event.currentTarget.closest('tr, li, [data-made-row]');
  const all = [...(row?.querySelectorAll<HTMLElement>('[data-made]') ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
