/**
 * An import behind the contract for the tests of its screens: two clients, files as a test says them, and rows of which
 * some meet the person's own edits. It does what it is told as the backend does, and keeps every call.
 */
import { Route, Switch } from 'wouter';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { Returned } from '../../shared/contract/api/returns.ts';
import type { Batch } from '../../shared/contract/imports/batches.ts';
import type {
  ImportFile,
  ImportQuestion,
  ImportRow,
  ImportSession,
} from '../../shared/contract/imports/session.ts';
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { applyEvent, makeQueryClient } from '../../renderer/api/queryClient.ts';
import { forgetImport, rememberImport } from '../../renderer/app/openImports.ts';
import { BatchScreen, ImportScreen, ImportsOfAll } from '../../renderer/features/imports/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';

const noCounts = { added: 0, changed: 0, unchanged: 0, kept: 0, refused: 0 };

export const larkbed = clientDto({ id: 1, name: 'Larkbed', color: '#83397a' });
export const bramble = clientDto({ id: 2, name: 'Bramble', color: '#0b6e69' });

/** A file that is recognised and ready, but for what a test says otherwise. */
export function aFile(id: number, name: string, more: Partial<ImportFile> = {}): ImportFile {
  return {
    id,
    name,
    owner: { client: 1, why: 'here', account: null },
    status: 'recognised',
    included: true,
    platform: 'meta',
    report: 'daily metric',
    language: 'en',
    rows: 31,
    figures: 31,
    items: 0,
    cases: 0,
    firstDate: '2026-10-01',
    lastDate: '2026-10-31',
    asOf: null,
    tables: [{ name, shape: 'series', rows: 31, columns: [], mappable: false }],
    mappedBy: null,
    questions: [],
    errors: [],
    notes: [],
    routes: [],
    counts: noCounts,
    sameAs: null,
    otherClient: null,
    ...more,
  };
}

export function networkQuestion(answer: string | null = null): ImportQuestion {
  return {
    id: 'network',
    code: 'network',
    text: 'Which network?',
    params: { what: 'Views' },
    input: null,
    choices: [
      { id: 'instagram', text: 'Instagram', hint: 'x', params: { hint: 'own-channel' } },
      { id: 'facebook', text: 'Facebook' },
    ],
    answer,
  };
}

/** `n` rows of a fate, a day each. */
export function someRows(
  file: number,
  fate: ImportRow['fate'],
  n: number,
  more: Partial<ImportRow> = {},
): ImportRow[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `${file}|${fate}|${i}`,
    fate,
    file,
    kpi: 'link_clicks',
    channel: 'Instagram',
    cadence: 'day',
    start: new Date(Date.UTC(2026, 9, 1 + i)).toISOString().slice(0, 10),
    detail: null,
    before: fate === 'added' ? null : 40,
    after: 41 + i,
    text: null,
    where: `Sheet1, ${i + 2}`,
    reason: fate === 'kept' ? 'your-edit' : null,
    ...more,
  }));
}

export interface Setup {
  readonly files: readonly ImportFile[];
  readonly rows?: readonly ImportRow[];
  readonly checks?: ImportSession['checks'];
  /** Where the files were dropped. */
  readonly client?: number | null;
  readonly batch?: Output<'imports.batch'>;
  readonly recipes?: Output<'recipes.list'>;
  /** Workbooks of ours that came back, by their handles. */
  readonly returned?: Readonly<Record<string, Returned>>;
}

export interface ImportsBook {
  readonly calls: { readonly name: CallName; readonly input: unknown }[];
  /** Inputs of the calls of a name, in order. */
  inputs<N extends CallName>(name: N): readonly Input<N>[];
  readonly client: number | null;
}

const listeners = new Set<(event: BackendEvent) => void>();
let current: ((name: CallName, input: unknown) => Promise<Reply<unknown>>) | null = null;
const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    (await (current?.(name, input) ??
      Promise.resolve({ ok: false, error: { code: 'internal', message: 'no book' } }))) as Reply<Output<N>>,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport });

const kpis = [
  { key: 'link_clicks', name: { en: 'Link clicks', es: 'Clics en el enlace' }, unit: { kind: 'count' } },
  { key: 'views', name: { en: 'Views', es: 'Visualizaciones' }, unit: { kind: 'count' } },
] as const;

/** A book whose session is open already: the address names it. It answers until the next one is made. */
export function makeBook(setup: Setup): ImportsBook {
  const calls: { name: CallName; input: unknown }[] = [];
  const at = setup.client === undefined ? 1 : setup.client;
  let files = [...setup.files];
  let rows = [...(setup.rows ?? [])];
  let batch = setup.batch;
  forgetImport(1);
  forgetImport(null);
  if (files.length > 0) rememberImport(at, 's1');
  const of = (file: number): ImportFile['counts'] =>
    rows
      .filter((row) => row.file === file)
      .reduce((sum, row) => ({ ...sum, [row.fate]: sum[row.fate] + 1 }), noCounts);
  const change = (id: number, more: (file: ImportFile) => Partial<ImportFile>): void => {
    files = files.map((file) => (file.id === id ? { ...file, ...more(file) } : file));
  };
  function session(): ImportSession {
    const shown = files.map((file) => ({ ...file, counts: of(file.id) }));
    const ready = shown.filter(
      (file) =>
        file.included &&
        file.owner.client !== null &&
        !file.otherClient &&
        (file.status === 'recognised' || file.status === 'mapped'),
    );
    const sum = (list: readonly ImportFile[]) =>
      list.reduce(
        (all, { counts }) => ({
          added: all.added + counts.added,
          changed: all.changed + counts.changed,
          unchanged: all.unchanged + counts.unchanged,
          kept: all.kept + counts.kept,
          refused: all.refused + counts.refused,
        }),
        noCounts,
      );
    const owners = [...new Set(ready.map((file) => file.owner.client))].filter((id) => id !== null);
    return {
      session: 's1',
      client: at,
      at: '2026-11-10T14:06:00.000Z',
      files: shown,
      counts: sum(ready),
      parts: owners.map((id) => ({
        client: id,
        name: id === 1 ? 'Larkbed' : 'Bramble',
        counts: sum(ready.filter((file) => file.owner.client === id)),
        newKpis: [],
        newChannels: [],
        effect: null,
      })),
      drafts: [],
      checks: setup.checks ?? [],
      ready: ready.length > 0 && files.every((file) => !file.included || file.status !== 'needs-answers'),
    };
  }
  const ok = (data: unknown): Reply<unknown> => ({ ok: true, data });
  const made = (id: number): Batch => ({
    id: 37 + id,
    client: id,
    kind: 'import',
    label: '',
    at: '2026-11-10T14:07:00.000Z',
    live: true,
    counts: session().parts.find((part) => part.client === id)?.counts ?? noCounts,
    files: [],
  });

  async function answer(name: CallName, input: unknown): Promise<Reply<unknown>> {
    calls.push({ name, input });
    switch (name) {
      case 'clients.list':
        return ok([larkbed, bramble]);
      case 'catalogue.get':
        return ok({ kpis, kras: [] });
      case 'kpis.list':
      case 'channels.list':
      case 'imports.list':
        return ok(name === 'imports.list' && batch ? [batch.batch] : []);
      case 'clients.groups':
        return ok({ kras: [], stages: [] });
      case 'recipes.list':
        return ok(setup.recipes ?? []);
      case 'imports.get':
        return files.length > 0
          ? ok(session())
          : { ok: false, error: { code: 'session-expired', message: 'gone' } };
      case 'imports.answer': {
        const { file, answers } = input as Input<'imports.answer'>;
        change(file, (one) => {
          const questions = one.questions.map((question) => ({
            ...question,
            answer: answers[question.id] ?? question.answer,
          }));
          return {
            questions,
            status: questions.some((question) => question.answer === null) ? 'needs-answers' : 'recognised',
          };
        });
        return ok(session());
      }
      case 'imports.assign': {
        const { files: ids, client: to } = input as Input<'imports.assign'>;
        for (const id of ids)
          change(id, () => ({ owner: { client: to, why: 'person', account: null }, otherClient: null }));
        return ok(session());
      }
      case 'imports.include': {
        const { file, included } = input as Input<'imports.include'>;
        change(file, () => ({ included }));
        return ok(session());
      }
      case 'imports.take': {
        const { rows: ids, take } = input as Input<'imports.take'>;
        rows = rows.map((row) =>
          row.reason === 'your-edit' && (ids === null || ids.includes(row.id))
            ? { ...row, fate: take ? 'changed' : 'kept' }
            : row,
        );
        return ok(session());
      }
      case 'imports.rows': {
        const wish = input as Input<'imports.rows'>;
        const owner = (row: ImportRow) => files.find((file) => file.id === row.file)?.owner.client;
        const some = wish.fates.flatMap((fate) =>
          rows.filter(
            (row) =>
              row.fate === fate &&
              (wish.file === null || row.file === wish.file) &&
              (wish.client === undefined || owner(row) === wish.client),
          ),
        );
        const found = some.filter((row) => wish.kpi === undefined || row.kpi === wish.kpi);
        return ok({
          rows: found.slice(wish.offset, wish.offset + wish.limit),
          total: found.length,
          kpis: [...new Set(some.map((row) => row.kpi))],
        });
      }
      case 'imports.commit': {
        const batches = session().parts.map((part) => made(part.client));
        files = [];
        return ok({ batches });
      }
      case 'imports.batch':
        return batch
          ? ok(batch)
          : { ok: false, error: { code: 'batch-not-found', message: 'no such batch' } };
      case 'imports.undo':
      case 'imports.redo': {
        if (batch) batch = { ...batch, batch: { ...batch.batch, live: name === 'imports.redo' } };
        for (const listener of listeners)
          listener({ type: 'changed', client: null, areas: ['imports', 'figures'] });
        return ok({
          batch: batch?.batch,
          cells: 1,
          keptLater: batch?.laterTotal ?? 0,
          kpis: [],
          channels: [],
        });
      }
      case 'returns.open': {
        const found = setup.returned?.[(input as Input<'returns.open'>).handle];
        return found
          ? ok(found)
          : { ok: false, error: { code: 'return-damaged', message: 'no such workbook' } };
      }
      case 'recipes.forget':
      case 'imports.discard':
        return ok({});
      default:
        throw new Error(`the book does not answer ${name}`);
    }
  }
  current = answer;
  return {
    calls,
    client: at,
    inputs: <N extends CallName>(name: N) =>
      calls.filter((call) => call.name === name).map((call) => call.input as Input<N>),
  };
}

/** The screens as the app shows them: today is 10 November 2026. */
export function Screen() {
  const queries = makeQueryClient();
  listeners.add((event) => applyEvent(queries, event));
  return (
    <Frame clients={2} queries={queries} size={{ width: 1072, height: 800 }}>
      <Switch>
        <Route path="/imports" component={ImportsOfAll} />
        <Route path="/c/1/*?">
          <AtClient client={larkbed}>
            <Switch>
              <Route path="/c/1/imports" component={ImportScreen} />
              <Route path="/c/1/imports/:batch">{({ batch }) => <BatchScreen batch={Number(batch)} />}</Route>
            </Switch>
          </AtClient>
        </Route>
        <Route>elsewhere</Route>
      </Switch>
    </Frame>
  );
}
