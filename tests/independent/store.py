"""The generated parts of one client in a plain SQLite database, and what is asked of it by SQL."""
import sqlite3
from collections import namedtuple

from civil import Calendar, anchor
from items import Items

SCHEMA = """
CREATE TABLE figure (
  kpi TEXT, channel TEXT, cadence TEXT, start INTEGER, anchor INTEGER, last INTEGER, value REAL, silent INTEGER,
  PRIMARY KEY (kpi, channel, cadence, start)
) WITHOUT ROWID;
CREATE INDEX by_anchor ON figure (kpi, channel, cadence, anchor, last, value);
"""

# Units of a stretch: weeks by their fourth day, others wholly inside.
SPAN = "f.kpi = ? AND f.channel = ? AND f.cadence = ? AND f.anchor BETWEEN ? AND ? AND (f.cadence = 'week' OR f.last <= ?)"


# Number of values, their sum, minimum, maximum and days; number and days of units not applicable.
Totals = namedtuple("Totals", "count sum low high days away away_days")


class Store:
    def __init__(self, parts):
        self.calendar = Calendar(parts["calendar"]["weekStart"], parts["calendar"]["fiscalYearStart"])
        self.today = parts["today"]
        self.kpis = {d["key"]: d for d in parts["definitions"]}
        self.active_to = {c["id"]: c["activeTo"] for c in parts["channels"]}
        self.weights = parts["weights"]
        self.targets = parts["targets"]
        self.breaks = parts["breaks"]
        self.limit_starts = parts["limitStarts"]
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(SCHEMA)
        self.items = Items(self.db, parts["content"])
        counted = [
            series
            for kpi, source in self.sources("published")
            for series in self.items.series(kpi, source)
        ]
        for series in parts["series"] + counted:
            self.add(series)
        self.memo = {}
        self.tracks = {}
        self.first = {}
        for kpi, channel, cadence, start in self.db.execute(
            "SELECT kpi, channel, cadence, MIN(start) FROM figure GROUP BY kpi, channel, cadence"
        ):
            self.tracks.setdefault((kpi, channel), []).append(cadence)
            key = (kpi, channel)
            self.first[key] = min(start, self.first.get(key, start))
        self.on = {}
        for kpi, channel in sorted(self.tracks):
            self.on.setdefault(kpi, []).append(channel)
        for kpi, source in self.sources("interactions", "reach", "views"):
            self.on[kpi] = sorted(self.items.known(kpi, source))
        self.values = {}
        for kpi, channel, cadence, start, value in self.db.execute(
            "SELECT kpi, channel, cadence, start, value FROM figure"
        ):
            self.values.setdefault((kpi, channel, cadence), {})[start] = value

    def sources(self, *measures):
        """KPIs that content items answer by one of the measures."""
        found = [(k, d["source"]) for k, d in self.kpis.items() if d.get("source", {}).get("log") == "content"]
        return [(k, s) for k, s in found if s["measure"] in measures]

    def add(self, series):
        cadence = series["cadence"]

        def row(day, value, silent):
            unit = self.calendar.period(cadence, day)
            return (series["kpi"], series["channel"], cadence, day, anchor(unit), unit.end, value, silent)

        self.db.executemany(
            "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [row(f["day"], f["value"], 0) for f in series["figures"]],
        )
        for span in series.get("absentMeansZero", []):
            inside = self.calendar.units(cadence, span["from"], span["to"])
            self.db.executemany(
                "INSERT OR IGNORE INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [row(u.start, 0, 1) for u in inside if u.start >= span["from"] and u.end <= span["to"]],
            )

    def totals(self, kpi, channel, cadence, first, last):
        """What the units of a stretch come to (see `Totals`); units stated not applicable are counted apart."""
        key = (kpi, channel, cadence, first, last)
        if key not in self.memo:
            row = self.db.execute(
                "SELECT COUNT(value), SUM(value), MIN(value), MAX(value),"
                " TOTAL(CASE WHEN value IS NOT NULL THEN last - start + 1 END), COUNT(*) - COUNT(value),"
                " TOTAL(CASE WHEN value IS NULL THEN last - start + 1 END) FROM figure f WHERE " + SPAN,
                (*key, last),
            ).fetchone()
            self.memo[key] = Totals(*row)
        return self.memo[key]

    def newest(self, kpi, channel, cadence, first, last, latest):
        """Last day and value of the newest figure that is of a day in the stretch: a stock is of its unit's last day."""
        return self.db.execute(
            "SELECT last, value FROM figure f WHERE value IS NOT NULL AND kpi = ? AND channel = ? AND cadence = ?"
            " AND CASE WHEN cadence = 'week' THEN anchor ELSE last END BETWEEN ? AND ? AND last <= ?"
            " ORDER BY last DESC LIMIT 1",
            (kpi, channel, cadence, first, last, latest),
        ).fetchone()

    def newest_statement(self, kpi, channel, cadence, first, last):
        """Last day of the newest unit of which anything is known."""
        return self.db.execute(
            "SELECT MAX(last) FROM figure f WHERE " + SPAN + " AND f.last <= ?",
            (kpi, channel, cadence, first, last, last, last),
        ).fetchone()[0]

    def rows(self, kpi, channel, cadence, first, last):
        return self.db.execute(
            "SELECT start, last, value FROM figure f WHERE " + SPAN + " ORDER BY start",
            (kpi, channel, cadence, first, last, last),
        ).fetchall()

    def pairs(self, kpi, weight, channel, cadence, first, last):
        """Number, sum of products, sum of weights and days of the units that have both value and weight."""
        return self.db.execute(
            "SELECT COUNT(f.value * w.value), SUM(f.value * w.value), SUM(w.value), SUM(f.last - f.start + 1)"
            " FROM figure f JOIN figure w ON w.kpi = ? AND w.channel = f.channel AND w.cadence = f.cadence"
            " AND w.start = f.start AND w.value IS NOT NULL WHERE f.value IS NOT NULL AND "
            + SPAN,
            (weight, kpi, channel, cadence, first, last, last),
        ).fetchone()

    def value(self, kpi, channel, unit):
        """(True, value) where the unit itself was recorded; the value is None when stated not applicable."""
        values = self.values.get((kpi, channel, unit.cadence))
        if values is None or unit.start not in values:
            return (False, None)
        return (True, values[unit.start])

    def channels(self, kpi):
        return self.on[kpi] if kpi in self.on else []

