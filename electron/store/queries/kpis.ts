/** A client's KPIs and targets. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface KpiRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly key: string;
  /** JSON of a KpiDefinition; formulas name KPIs as `{id}`. */
  readonly definition: string;
  readonly own: number;
  readonly shown: number;
  readonly weight: number;
  readonly headline: number | null;
  readonly created_by: number | null;
}

/** KPIs that only a batch taken back had brought, and that hold nothing else, are not there. */
const present = `(k.created_by IS NULL OR (SELECT live FROM batches b WHERE b.id = k.created_by) = 1
  OR EXISTS (SELECT 1 FROM figures f WHERE f.client = k.client AND f.kpi = k.id)
  OR EXISTS (SELECT 1 FROM targets t WHERE t.client = k.client AND t.kpi = k.id)
  OR EXISTS (SELECT 1 FROM evidence e WHERE e.client = k.client AND e.kpi = k.id)
  OR EXISTS (SELECT 1 FROM breakdowns d JOIN batches b ON b.id = d.batch AND b.live = 1 WHERE d.client = k.client AND d.kpi = k.id)
  OR EXISTS (SELECT 1 FROM content_items i JOIN content_metrics m ON m.item = i.id AND m.kpi = k.id
             JOIN batches b ON b.id = m.batch AND b.live = 1 WHERE i.client = k.client)
  OR (json_extract(k.definition, '$.source.log') = 'cases' AND EXISTS (
      SELECT 1 FROM cases c JOIN case_readings r ON r.case_id = c.id JOIN batches b ON b.id = r.batch AND b.live = 1
       WHERE c.client = k.client))
  OR (json_extract(k.definition, '$.source.log') = 'content' AND EXISTS (
      SELECT 1 FROM content_items i JOIN content_readings r ON r.item = i.id JOIN batches b ON b.id = r.batch AND b.live = 1
       WHERE i.client = k.client)))`;

export function listKpis(store: ReadStore, client: number): KpiRow[] {
  return statement<[number], KpiRow>(
    store,
    `SELECT k.* FROM kpis k WHERE k.client = ? AND ${present} ORDER BY k.id`,
  ).all(client);
}

export function allKpis(store: ReadStore, client: number): KpiRow[] {
  return statement<[number], KpiRow>(store, 'SELECT * FROM kpis WHERE client = ? ORDER BY id').all(client);
}

export function getKpi(store: ReadStore, id: number): KpiRow | undefined {
  return statement<[number], KpiRow>(store, 'SELECT * FROM kpis WHERE id = ?').get(id);
}

export function insertKpi(store: WriteStore, row: Omit<KpiRow, 'id'>): number {
  const result = statement<Omit<KpiRow, 'id'>, never>(
    store,
    `INSERT INTO kpis (uid, client, key, definition, own, shown, weight, headline, created_by)
     VALUES (@uid, @client, @key, @definition, @own, @shown, @weight, @headline, @created_by)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function updateKpi(store: WriteStore, row: KpiRow): void {
  statement<KpiRow, never>(
    store,
    'UPDATE kpis SET key = @key, definition = @definition, shown = @shown, weight = @weight, headline = @headline, created_by = @created_by WHERE id = @id',
  ).run(row);
}

export function countFiguresByKpi(store: ReadStore, client: number): Map<number, number> {
  const rows = statement<[number], { kpi: number; n: number }>(
    store,
    'SELECT kpi, count(*) AS n FROM figures WHERE client = ? GROUP BY kpi',
  ).all(client);
  return new Map(rows.map((row) => [row.kpi, row.n]));
}

export interface TargetRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly kpi: number;
  readonly channel: number | null;
  readonly kind: string;
  readonly cadence: number;
  readonly first: number;
  readonly until: number | null;
  readonly goal: number;
  readonly goal_to: number | null;
  readonly floor: number | null;
  readonly baseline: number | null;
}

export function listTargets(store: ReadStore, client: number): TargetRow[] {
  return statement<[number], TargetRow>(
    store,
    'SELECT * FROM targets WHERE client = ? ORDER BY kpi, first, id',
  ).all(client);
}

export function getTarget(store: ReadStore, id: number): TargetRow | undefined {
  return statement<[number], TargetRow>(store, 'SELECT * FROM targets WHERE id = ?').get(id);
}

export function insertTarget(store: WriteStore, row: Omit<TargetRow, 'id'>): number {
  const result = statement<Omit<TargetRow, 'id'>, never>(
    store,
    `INSERT INTO targets (uid, client, kpi, channel, kind, cadence, first, until, goal, goal_to, floor, baseline)
     VALUES (@uid, @client, @kpi, @channel, @kind, @cadence, @first, @until, @goal, @goal_to, @floor, @baseline)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}

export function endTarget(store: WriteStore, id: number, until: number): void {
  statement<[number, number], never>(store, 'UPDATE targets SET until = ? WHERE id = ?').run(until, id);
}

export function deleteTarget(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM targets WHERE id = ?').run(id);
}
