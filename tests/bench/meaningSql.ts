/**
 * The same answers by hand-written SQL, prepared once: what an engineer would write for this one screen. As on the screen, each
 * value comes with how well it is known (recorded of expected days, or the day a stock is of) and with both changes.
 */
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
    began AS MATERIALIZED (
      SELECT k.value AS kpi, c.value AS channel,
        (SELECT min(f.day) FROM figures f WHERE f.client = @client AND f.kpi = k.value AND f.channel = c.value AND f.cadence = 0) AS day
      FROM json_each('[${[...flows, ...stocks].join()}]') k, json_each('[${client.channels.join()}]') c),
    due AS (
      SELECT b.kpi, m.i, sum(max(0, m.until - max(m.first, b.day))) AS expected
      FROM began b CROSS JOIN months m WHERE m.i BETWEEN @from AND @to GROUP BY b.kpi, m.i),
    flow AS MATERIALIZED (
      SELECT f.kpi, m.i, sum(f.value) AS value, count(f.value) AS recorded, count(*) AS stated
      FROM months m CROSS JOIN figures f
      WHERE m.i BETWEEN @from AND @to AND f.client = @client AND f.kpi IN (${flows.join()}) AND f.channel IN (${client.channels.join()})
        AND f.cadence = 0 AND f.day >= m.first AND f.day < m.until
      GROUP BY m.i, f.kpi),
    stock AS (
      SELECT b.kpi, m.i, sum(f.value) AS value, min(f.day) AS as_of
      FROM began b CROSS JOIN months m CROSS JOIN figures f
      WHERE m.i BETWEEN @from AND @to AND b.kpi IN (${stocks.join()}) AND f.client = @client AND f.kpi = b.kpi AND f.channel = b.channel
        AND f.cadence = 0 AND f.day = (SELECT max(g.day) FROM figures g WHERE g.client = @client AND g.kpi = b.kpi
          AND g.channel = b.channel AND g.cadence = 0 AND g.day < m.until)
      GROUP BY b.kpi, m.i),
    ratio (kpi, over, under) AS (VALUES ${pairs.join()}),
    monthly AS MATERIALIZED (
      SELECT f.kpi, f.i, f.value, f.recorded, d.expected - (f.stated - f.recorded) AS expected, NULL AS as_of
        FROM flow f JOIN due d ON d.kpi = f.kpi AND d.i = f.i
      UNION ALL SELECT kpi, i, value, NULL, NULL, as_of FROM stock
      UNION ALL SELECT r.kpi, a.i, a.value / b.value, min(a.recorded, b.recorded), min(c.expected, d.expected), NULL
        FROM ratio r JOIN flow a ON a.kpi = r.over JOIN flow b ON b.kpi = r.under AND b.i = a.i
        JOIN due c ON c.kpi = r.over AND c.i = a.i JOIN due d ON d.kpi = r.under AND d.i = a.i)
    SELECT n.value, n.recorded, n.expected, n.as_of,
      (n.value - p.value) / abs(p.value), p.recorded < 0.8 * p.expected OR n.recorded < 0.8 * n.expected,
      (n.value - y.value) / abs(y.value), y.recorded < 0.8 * y.expected OR n.recorded < 0.8 * n.expected
    FROM monthly n
    LEFT JOIN monthly p ON p.kpi = n.kpi AND p.i = n.i - 1
    LEFT JOIN monthly y ON y.kpi = n.kpi AND y.i = n.i - 12
    WHERE n.i > @to - 12
    ORDER BY n.kpi, n.i`);
  const to = indexOf(newest);
  const from = indexOf(periodsBack(newest, 23));
  return () => query.raw().all({ client: client.id, from, to }) as Answer[];
}
