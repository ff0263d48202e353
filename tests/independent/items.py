"""Content items as figures: how many were published a day, and the middle item of a stretch at one age, by SQL."""
from statistics import median

from reading import Reading, missing

AGE = 28
# Ways in which the items of a channel may hold a measure: KPIs that are added up.
WAYS = {
    "interactions": [
        ["interactions"],
        ["likes", "comments", "shares", "saves"],
        ["reactions", "comments", "shares"],
        ["likes", "comments", "shares"],
        ["likes", "comments"],
    ],
    "reach": [["reach"]],
    "views": [["views"], ["video_views"]],
}
SCHEMA = """
CREATE TABLE item (id TEXT PRIMARY KEY, channel TEXT, kind TEXT, published INTEGER);
CREATE TABLE reading (item TEXT, kpi TEXT, day INTEGER, value REAL, PRIMARY KEY (item, kpi, day)) WITHOUT ROWID;
CREATE TABLE covered (channel TEXT, first INTEGER, last INTEGER);
"""
# A value at an age: the newest reading up to it and the first after it, on a straight line.
POINTS = """
SELECT day, value FROM (SELECT day, value FROM reading WHERE item = ? AND kpi = ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1)
UNION ALL
SELECT day, value FROM (SELECT day, value FROM reading WHERE item = ? AND kpi = ? AND day > ? ORDER BY day LIMIT 1)
"""


class Items:
    def __init__(self, db, content):
        self.db = db
        db.executescript(SCHEMA)
        for item in content["items"]:
            db.execute(
                "INSERT INTO item VALUES (?, ?, ?, ?)", (item["id"], item["channel"], item["kind"], item["published"])
            )
            for kpi, pairs in item["read"].items():
                db.executemany("INSERT INTO reading VALUES (?, ?, ?, ?)", [(item["id"], kpi, *p) for p in pairs])
        db.executemany(
            "INSERT INTO covered VALUES (?, ?, ?)", [(s["channel"], s["from"], s["to"]) for s in content["confirmed"]]
        )
        self.memo = {}

    def chosen(self, source):
        """Items that count, with a known day: (id, channel, day)."""
        kinds = source["kinds"]
        wanted = "kind NOT IN ('comment', 'mailing')" if not kinds else f"kind IN ({','.join('?' * len(kinds))})"
        return self.db.execute(
            f"SELECT id, channel, published FROM item WHERE published IS NOT NULL AND {wanted} ORDER BY published, id", kinds
        ).fetchall()

    def series(self, kpi, source):
        """Items published as daily figures; days that exports cover hold zero where nothing was published."""
        counts = {}
        for _, channel, day in self.chosen(source):
            own = counts.setdefault(channel, {})
            own[day] = own.get(day, 0) + 1
        return [
            {
                "kpi": kpi,
                "channel": channel,
                "cadence": "day",
                "figures": [{"day": day, "value": n} for day, n in sorted(days.items())],
                "absentMeansZero": [{"from": a, "to": b} for a, b in self.covered(channel)],
            }
            for channel, days in counts.items()
        ]

    def covered(self, channel):
        return self.db.execute("SELECT first, last FROM covered WHERE channel = ?", (channel,)).fetchall()

    def holding(self, source):
        """By channel the items that hold the measure and the KPIs it is added up from."""
        found = {}
        for item, channel, day in self.chosen(source):
            found.setdefault(channel, []).append((item, day))
        out = {}
        for channel, items in found.items():
            best = []
            for way in WAYS[source["measure"]]:
                have = [(i, d) for i, d in items if all(self.points(i, k, d) is not None for k in way)]
                if len(have) > len(best):
                    best, out[channel] = have, (way, have)
        return out

    def points(self, item, kpi, day):
        """The readings around the age, None where the item has none of the KPI."""
        if not self.db.execute("SELECT 1 FROM reading WHERE item = ? AND kpi = ?", (item, kpi)).fetchone():
            return None
        due = day + AGE
        return self.db.execute(POINTS, (item, kpi, day, due, item, kpi, due)).fetchall()

    def at_age(self, way, item, day):
        """The sum of the parts at the age; None while it is not known."""
        total = 0
        for kpi in way:
            points = self.points(item, kpi, day)
            due = day + AGE
            exact = [v for d, v in points if d == due]
            if exact:
                total += exact[0]
            elif len(points) == 2:
                (a, x), (b, y) = points
                total += x + (y - x) * (due - a) / (b - a)
            else:
                return None
        return total

    def known(self, kpi, source):
        """By channel: values by day, days with items that are not read at the age, the first day."""
        if kpi not in self.memo:
            self.memo[kpi] = {}
            for channel, (way, items) in self.holding(source).items():
                values, still_open = {}, set()
                for item, day in items:
                    value = self.at_age(way, item, day)
                    if value is None:
                        still_open.add(day)
                    else:
                        values.setdefault(day, []).append(value)
                spans = self.covered(channel)
                first = min([d for _, d in items] + [a for a, _ in spans])
                self.memo[kpi][channel] = (values, still_open, first, spans)
        return self.memo[kpi]

    def middle(self, kpi, source, channel, scope):
        """The median of a channel's items that were published in a stretch."""
        values, still_open, first, spans = self.known(kpi, source)[channel]
        days = range(scope.frm, scope.to + 1)
        taken = [v for d in days for v in values.get(d, [])]
        seen = sum(
            1 for d in days if d not in still_open and (d in values or any(a <= d <= b for a, b in spans))
        )
        due = max(0, scope.to - max(scope.frm, first) + 1)
        if due == 0 and seen == 0:
            return missing(due=False)
        coverage = {
            "recorded": seen,
            "expected": max(due, seen),
            "cadence": "day",
            "recorded_days": seen,
            "expected_days": max(due, seen),
            "due_days": max(due, seen),
            "span_days": scope.to - scope.frm + 1,
        }
        if not taken:
            return missing(**coverage)
        return Reading("value", median(taken), **coverage)
