/** The same answers by hand-written SQL, prepared once: what an engineer would write for this one screen. */
import type Database from 'better-sqlite3';
import { periodsBack } from '../../shared/domain/period.ts';
import { civilOf } from '../../shared/domain/time.ts';
import type { Period } from '../../shared/domain/time.ts';
import type { Answer } from './meaning.ts';
import { ratioOf, shape } from './storedFigures.ts';
import type { StoredClient } from './storedFigures.ts';

const indexOf = (period: Period): number => {
  const { year, month } = civilOf(period.start);
  return year * 12 + month - 1;
};

export function bySql(db: Database.Database, client: StoredClient, newest: Period): () => Answer[] {
  const flows = client.kpis.slice(0, shape.flows);
  const stocks = client.kpis.slice(shape.flows, shape.flows + shape.stocks);
  const ratios = client.kpis.slice(shape.flows + shape.stocks);
  const pairs = ratios.map((id, n) => {
    const [over, under] = ratioOf(shape.flows + shape.stocks + n);
    return `(${id}, ${client.kpis[over]}, ${client.kpis[under]})`;
  });
  const query = db.prepare(`
    WITH
    flow AS MATERIALIZED (
      SELECT f.kpi, m.i, sum(f.value) AS value, count(f.value) AS recorded
      FROM months m CROSS JOIN figures f
      WHERE m.i BETWEEN @from AND @to AND f.client = @client AND f.kpi IN (${flows.join()}) AND f.channel IN (${client.channels.join()})
        AND f.cadence = 0 AND f.day >= m.first AND f.day < m.until
      GROUP BY m.i, f.kpi),
    stock AS (
      SELECT k.value AS kpi, m.i, sum((SELECT f.value FROM figures f WHERE f.client = @client AND f.kpi = k.value AND f.channel = c.value
          AND f.cadence = 0 AND f.day < m.until ORDER BY f.day DESC LIMIT 1)) AS value
      FROM months m, json_each('[${stocks.join()}]') k, json_each('[${client.channels.join()}]') c
      WHERE m.i BETWEEN @from AND @to GROUP BY k.value, m.i),
    ratio (kpi, over, under) AS (VALUES ${pairs.join()}),
    monthly AS MATERIALIZED (
      SELECT kpi, i, value, recorded FROM flow
      UNION ALL SELECT kpi, i, value, NULL FROM stock
      UNION ALL SELECT r.kpi, a.i, a.value / b.value, min(a.recorded, b.recorded)
        FROM ratio r JOIN flow a ON a.kpi = r.over JOIN flow b ON b.kpi = r.under AND b.i = a.i)
    SELECT n.value, n.recorded, (n.value - p.value) / abs(p.value), (n.value - y.value) / abs(y.value)
    FROM monthly n
    LEFT JOIN monthly p ON p.kpi = n.kpi AND p.i = n.i - 1
    LEFT JOIN monthly y ON y.kpi = n.kpi AND y.i = n.i - 12
    WHERE n.i > @to - 12
    ORDER BY n.kpi, n.i`);
  const to = indexOf(newest);
  const from = indexOf(periodsBack(newest, 23));
  return () => query.raw().all({ client: client.id, from, to }) as Answer[];
}
