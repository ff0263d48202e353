/**
 * Import sessions: dropped files while a person looks at them, each file of one client. Nothing is stored; a session
 * lives in the writer's memory until it is committed or discarded, or has not been touched for an hour.
 */
import { randomUUID } from 'node:crypto';
import type { Cadence } from '../../../../shared/domain/time.ts';
import type { DraftKpi, ImportRow } from '../../../../shared/contract/imports/session.ts';
import type { Answers, FigureColumn, Inspection, Mappings } from '../../exchange/model.ts';
import { CallError } from '../../errors.ts';
import { ticks } from '../../ticks.ts';

/** What becomes of one figure. Codes are kept in bytes: a session may hold a million. */
export const fate = { added: 0, changed: 1, unchanged: 2, kept: 3 } as const;
export type FateCode = (typeof fate)[keyof typeof fate];

/** Where the figures of one network and account of a file go. */
export interface Route {
  readonly network: string;
  readonly account: string | null;
  /** `null`: a channel of this name is made at commit. */
  channel: number | null;
  name: string;
}

/** Figures of one column, compared with the book. */
export interface StagedColumn {
  readonly table: string;
  readonly column: FigureColumn;
  readonly route: Route;
  readonly cadence: Cadence;
  readonly fates: Uint8Array;
  /** Value in the book, NaN where there is none. */
  readonly before: Float64Array;
  /** Why a figure is kept: 1 your edit, 2 a newer export. */
  readonly why: Uint8Array;
  /** Of a kept figure, the batch whose figure stands; by row. */
  readonly under: Map<number, number>;
}

export interface StagedMetric {
  readonly table: string;
  readonly route: Route;
  readonly kpi: string;
  readonly item: Inspection['tables'][number]['content'][number];
  readonly fate: FateCode;
  readonly before: number | null;
  readonly value: number;
  /** A reading of a day of which the book has none, also where it says nothing new. */
  readonly fresh: boolean;
  /** The book has a reading of a later day, which stays the one that is shown. */
  readonly older: boolean;
}

export interface StagedCase {
  readonly table: string;
  readonly route: Route;
  readonly entry: Inspection['tables'][number]['cases'][number];
  /** Names the row within its session. */
  readonly id: string;
  readonly fate: FateCode;
  /** Why it is kept, or over what it was taken: 1 your edit, 2 a newer export. */
  readonly why: 0 | 1 | 2;
  /** Taken on purpose: it stands over an edit or a newer export. */
  readonly over: boolean;
  readonly changes: NonNullable<ImportRow['case']>['changes'];
}

/** A file as dropped: its bytes on this machine. Paths never leave the backend. */
export interface Source {
  readonly handle: string;
  readonly path: string;
  readonly name: string;
  /** Local time, `YYYY-MM-DDTHH:MM:SS`. */
  readonly modified: string;
  readonly sha256: string;
}

/** One thing found in a source: the file itself, or one file of an archive. */
export interface SessionFile {
  readonly id: number;
  readonly source: Source;
  /** Name as dropped, or `archive.zip/inner.csv`. */
  readonly name: string;
  owner: Owner;
  /** What makes files alike, as found before anybody answered or mapped: recipes go by it. */
  readonly shape: string;
  inspection: Inspection;
  answers: Answers;
  /** How its tables are read, by table name, where a person or a recipe said so. */
  mappings: Mappings;
  mappedBy: 'person' | 'recipe' | null;
  /** A recipe was looked for: what a person takes back of it stays taken back. */
  recalled: boolean;
  included: boolean;
  routes: Map<string, Route>;
  columns: StagedColumn[];
  metrics: StagedMetric[];
  cases: StagedCase[];
}

/** Whose a file is, and how that is known. */
export interface Owner {
  readonly client: number | null;
  readonly why: 'account' | 'sibling' | 'person' | 'here' | 'unknown';
  readonly account: string | null;
}

/** A KPI that a person made while mapping; it comes into being with the import. */
export interface Draft {
  readonly client: number;
  readonly key: string;
  readonly kpi: DraftKpi;
}

/** Figures a person takes from the file though it says otherwise than an edit or a newer export: all but, or only `rows`. */
export interface Taken {
  all: boolean;
  rows: Set<string>;
}

export interface ImportSession {
  readonly id: string;
  /** Where the files were dropped; `null`: on the portfolio. */
  readonly client: number | null;
  readonly at: string;
  readonly sources: Source[];
  files: SessionFile[];
  nextFile: number;
  touched: number;
  readonly drafts: Draft[];
  readonly taken: Taken;
}

export interface ImportSessions {
  open(client: number | null, at: string): ImportSession;
  get(id: string): ImportSession;
  all(): readonly ImportSession[];
  discard(id: string): void;
}

const LIFETIME_MS = 60 * 60_000;
const MAX_SESSIONS = 8;

export function createImportSessions(now: () => number = ticks): ImportSessions {
  const sessions = new Map<string, ImportSession>();
  const forgetOld = (): void => {
    const limit = now() - LIFETIME_MS;
    for (const [id, session] of sessions) if (session.touched < limit) sessions.delete(id);
    while (sessions.size >= MAX_SESSIONS) {
      const oldest = [...sessions.values()].toSorted((a, b) => a.touched - b.touched)[0];
      if (oldest) sessions.delete(oldest.id);
    }
  };
  return {
    open(client, at) {
      forgetOld();
      const session: ImportSession = {
        id: randomUUID(),
        client,
        at,
        sources: [],
        files: [],
        nextFile: 1,
        touched: now(),
        drafts: [],
        taken: { all: false, rows: new Set() },
      };
      sessions.set(session.id, session);
      return session;
    },
    get(id) {
      const session = sessions.get(id);
      if (!session) throw new CallError('session-expired', 'these files are no longer held: drop them again');
      session.touched = now();
      return session;
    },
    all: () => [...sessions.values()],
    discard(id) {
      sessions.delete(id);
    },
  };
}

export function routeKey(network: string, account: string | null | undefined): string {
  return `${network}|${account ?? ''}`;
}

/** The person wants what the file says in place of their own or a newer one. */
export function isTaken(taken: Taken, id: string): boolean {
  return taken.all !== taken.rows.has(id);
}

/** A file whose figures may go in: its client known, understood, wanted, nothing open. */
export function isReady(file: SessionFile): file is SessionFile & { owner: Owner & { client: number } } {
  return (
    file.owner.client !== null &&
    file.included &&
    (file.inspection.status === 'recognised' || file.inspection.status === 'mapped')
  );
}
