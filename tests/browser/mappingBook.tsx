/**
 * A dropped sheet behind the contract for the tests of the mapping screen: a Spanish client's months with a title above,
 * a total below, and one column nobody knows. It reads the sheet by whatever mapping it is given, as the backend does.
 */
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { DraftKpi, ImportSession } from '../../shared/contract/imports/session.ts';
import type { TableView } from '../../shared/contract/imports/table.ts';
import type { ColumnMapping, TableMapping } from '../../shared/contract/imports/mapping.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import type { Language, Unit } from '../../shared/domain/kpi.ts';
import { MappingScreen } from '../../renderer/features/mapping/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { Frame } from './frame.tsx';

type Reasons = TableView['columns'][number]['reasons'];

/** Rows of the sheet from line 1. */
export const rows: readonly (readonly string[])[] = [
  ['Café Luna, informe de redes', '', '', '', ''],
  ['', '', '', '', ''],
  ['Mes', 'Alcance', 'Reservas web', 'Interacción (%)', 'Correo'],
  ['ene-26', '12.400', '31', '4,2', 'ana@luna.es'],
  ['feb-26', '13.150', '28', '4,6', 'ana@luna.es'],
  ['mar-26', '15.900', '40', '5,1', 'leo@luna.es'],
  ['Total', '41.450', '99', '', ''],
];
const HEADER = 3;

const column = (index: number, role: ColumnMapping['role'], kpi: string | null = null): ColumnMapping => ({
  index,
  header: rows[HEADER - 1]?.[index] ?? '',
  role,
  kpi,
  unit: kpi === null ? null : kpi === 'engagement_rate' ? 'percent' : 'count',
  dimension: null,
  network: null,
});

export const guessed: TableMapping = {
  shape: 'series',
  headerLine: null,
  columns: [
    column(0, 'date'),
    column(1, 'metric', 'reach'),
    column(2, 'ignored'),
    column(3, 'metric', 'engagement_rate'),
    column(4, 'personal'),
  ],
  labels: [],
  dateOrder: null,
  decimal: null,
  percent: null,
  cadence: null,
  period: null,
  network: null,
  notTotals: [],
};
const reasons: readonly Reasons[] = [
  [{ code: 'dates', params: { share: 0.97 } }],
  [{ code: 'alias', params: { alias: 'Alcance' } }],
  [{ code: 'unknown' }],
  [{ code: 'alias', params: { alias: 'Interacción' } }],
  [{ code: 'personal' }],
];

const words = (en: string, es: string) => ({ en, es });
const kpis: readonly { key: string; name: { en: string; es: string }; unit: Unit; aliases: string[] }[] = [
  { key: 'reach', name: words('Reach', 'Alcance'), unit: { kind: 'count' }, aliases: ['people reached'] },
  {
    key: 'engagement_rate',
    name: words('Engagement rate', 'Tasa de interacción'),
    unit: { kind: 'percent' },
    aliases: ['Interacción'],
  },
  { key: 'followers', name: words('Followers', 'Seguidores'), unit: { kind: 'count' }, aliases: ['fans'] },
  { key: 'watch_time', name: words('Watch time', 'Tiempo visto'), unit: { kind: 'duration' }, aliases: [] },
];
const months: Readonly<Record<string, string>> = {
  'ene-26': '2026-01-01',
  'feb-26': '2026-02-01',
  'mar-26': '2026-03-01',
};

const client = clientDto({
  name: 'Café Luna',
  color: '#7d3c98',
  language: 'es',
  numberFormat: '1.234,5',
  initials: 'CL',
});

export interface Book {
  /** Readings applied so far, with their table. */
  readonly applied: { readonly table: string; readonly mapping: TableMapping | null }[];
  readonly drafts: (DraftKpi & { readonly key: string })[];
  /** Readings asked for, newest last. */
  readonly asked: (TableMapping | null)[];
  readonly tables: string[];
  readonly shape: (change: Partial<TableView>) => void;
}

function isGuess(read: ColumnMapping | undefined): boolean {
  const guess = guessed.columns.find((one) => one.index === read?.index);
  return read?.role === guess?.role && read?.kpi === guess?.kpi && read?.network === guess?.network;
}

function viewOf(said: TableMapping, table: string): TableView {
  const headerLine = said.headerLine ?? HEADER;
  const names = rows[headerLine - 1] ?? [];
  const mapping: TableMapping = {
    ...said,
    columns: names.map(
      (header, index) =>
        said.columns.find((one) => one.index === index) ?? { ...column(index, 'ignored'), header },
    ),
  };
  const isTotal = (cells: readonly string[]): boolean =>
    cells[0] === 'Total' && !mapping.notTotals.includes('Total');
  const sample = rows.map((cells, i) => ({
    line: i + 1,
    cells: [...cells],
    role:
      i + 1 < headerLine
        ? ('above' as const)
        : i + 1 === headerLine
          ? ('header' as const)
          : isTotal(cells)
            ? ('total' as const)
            : ('data' as const),
  }));
  const data = sample.filter((row) => row.role === 'data');
  const date = mapping.columns.find((one) => one.role === 'date');
  const preview = data.flatMap((row) =>
    mapping.columns.flatMap((one) => {
      const start = date && months[row.cells[date.index] ?? ''];
      const text = row.cells[one.index] ?? '';
      if (one.role !== 'metric' || one.kpi === null || start === undefined || text === '') return [];
      const comma = mapping.decimal !== '.';
      const n = Number(comma ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''));
      return [
        {
          kpi: one.kpi,
          network: one.network ?? mapping.network ?? 'instagram',
          account: null,
          cadence: mapping.cadence ?? ('month' as const),
          start,
          detail: null,
          value: one.unit === 'percent' && mapping.percent !== 'fraction' ? n / 100 : n,
          line: row.line,
        },
      ];
    }),
  );
  return {
    file: 1,
    table,
    sheet: 'Hoja1',
    mapping,
    sample,
    columns: names.map((header, index) => {
      const samples = data.map((row) => row.cells[index] ?? '');
      const read = mapping.columns.find((one) => one.index === index);
      return {
        index,
        header,
        role: read?.role ?? 'ignored',
        kpi: read?.kpi ?? null,
        unit: read?.unit ?? null,
        dimension: null,
        reasons: isGuess(read) ? [...(reasons[index] ?? [])] : [{ code: 'person' }],
        samples,
        filled: samples.filter((cell) => cell !== '').length,
        distinct: new Set(samples).size,
      };
    }),
    labels:
      mapping.shape === 'series'
        ? []
        : ['Alcance', 'Likes', 'Total'].map((label) => ({
            label,
            rows: 3,
            kpi: label === 'Alcance' ? 'reach' : null,
            total: label === 'Total',
          })),
    dates: {
      order: mapping.dateOrder,
      examples: [{ text: '03/04/2025', dmy: '2025-04-03', mdy: '2025-03-04' }],
    },
    numbers: {
      decimal: mapping.decimal ?? ',',
      examples: [{ text: '12.400', point: 12.4, comma: 12400 }],
    },
    preview,
    figures: preview.length,
    refused: [],
    refusedTotal: 0,
    problems: preview.length === 0 ? [{ code: 'no-figures', message: 'No figures', where: 'Hoja1' }] : [],
  };
}

let current: ((name: CallName, input: unknown) => Reply<unknown>) | null = null;
const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    (await Promise.resolve(
      current?.(name, input) ?? { ok: false, error: { code: 'internal', message: 'no book' } },
    )) as Reply<Output<N>>,
  subscribe: () => () => undefined,
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport });

/** A session with one file. It answers until the next one is made. */
export function makeBook({ expired = false } = {}): Book {
  const book: Book = {
    applied: [],
    drafts: [],
    asked: [],
    tables: ['Hoja1'],
    shape: (change) => Object.assign(changes, change),
  };
  const changes: Partial<TableView> = {};
  let inForce = guessed;
  const ok = (data: unknown): Reply<unknown> => ({ ok: true, data });
  const session = (): ImportSession => ({
    session: 's1',
    client: 1,
    at: '2026-11-10T09:00:00.000Z',
    files: [
      {
        id: 1,
        name: 'luna redes.xlsx',
        owner: { client: 1, why: 'here', account: null },
        status: 'mapped',
        included: true,
        platform: null,
        report: null,
        language: 'es',
        rows: 3,
        figures: 6,
        items: 0,
        cases: 0,
        firstDate: '2026-01-01',
        lastDate: '2026-03-31',
        asOf: null,
        tables: book.tables.map((name) => ({ name, shape: 'series', rows: 3, columns: [], mappable: true })),
        mappedBy: book.applied.some((one) => one.mapping !== null) ? 'person' : null,
        questions: [],
        errors: [],
        notes: [],
        routes: [],
        counts: { added: 6, changed: 0, unchanged: 0, kept: 0, refused: 0 },
        sameAs: null,
        otherClient: null,
      },
    ],
    counts: { added: 6, changed: 0, unchanged: 0, kept: 0, refused: 0 },
    parts: [],
    drafts: book.drafts.map((draft) => ({ ...draft, client: 1 })),
    checks: [],
    ready: true,
  });
  current = (name, input) => {
    switch (name) {
      case 'imports.get':
        return expired ? { ok: false, error: { code: 'session-expired', message: 'gone' } } : ok(session());
      case 'imports.table': {
        const { mapping, table } = input as Input<'imports.table'>;
        book.asked.push(mapping);
        return ok({ ...viewOf(mapping ?? inForce, table), ...changes });
      }
      case 'imports.map': {
        const { mapping, table } = input as Input<'imports.map'>;
        book.applied.push({ table, mapping });
        inForce = mapping ?? guessed;
        return ok(session());
      }
      case 'imports.draftKpi': {
        const { kpi } = input as Input<'imports.draftKpi'>;
        book.drafts.push({ ...kpi, key: 'own_bookings' });
        return ok({ key: 'own_bookings', session: session() });
      }
      case 'clients.get':
        return ok(client);
      case 'channels.list':
        return ok([{ id: 4, name: 'Luna en Instagram', network: 'instagram' }]);
      case 'kpis.list':
        return ok([]);
      case 'catalogue.get':
        return ok({
          kras: [{ key: 'community_engagement', name: words('Community engagement', 'Interacción') }],
          stages: [],
          templates: [],
          kpis: kpis.map((kpi) => ({ ...kpi, aliases: { en: kpi.aliases, es: [] } })),
        });
      default:
        throw new Error(`the book does not answer ${name}`);
    }
  };
  return book;
}

/** The screen as the app shows it, in a window of 1280 by 800 without the navigation. */
export function Screen({ language = 'en' }: { readonly language?: Language }) {
  return (
    <Frame language={language} size={{ width: 1072, height: 780 }}>
      <MappingScreen />
    </Frame>
  );
}
