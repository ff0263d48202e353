"""What a running period is going to come to: flows by the mean of the newest units, stocks along their slope,
formulas by their operands; the channels apart, then together.
"""
import ast
import math
from statistics import mean

from breaks import breaks_of
from civil import RANK
from formulas import parse, required
from trends import LEAST, slope

# Newest units whose mean is what a coming unit is expected to bring.
NEWEST = {"day": 28, "week": 4, "month": 3, "quarter": 4}
STOCK_DAYS = 28


class Unknown(Exception):
    """No forecast, with the reason and the figures there are."""

    def __init__(self, reason, points=0):
        super().__init__(reason)
        self.reason, self.points = reason, points


class Forecasts:
    def __init__(self, values):
        self.values = values
        self.store = values.store

    def forecast(self, kpi, channel, period):
        try:
            value, points = self.of(kpi, None if channel is None else (channel,), period)
        except Unknown as none:
            return {"reason": none.reason, **({"points": none.points} if none.reason == "tooFew" else {})}
        return {"value": value, "points": points}

    def of(self, kpi, channels, period):
        """Value and points; raises `Unknown`."""
        definition = self.store.kpis[kpi]
        if definition["timeAggregation"] == "formula":
            return self.formula(parse(definition["formula"]), channels, period)
        own = [c for c in self.store.channels(kpi) if channels is None or c in channels]
        own = [c for c in own if self.in_question(kpi, c, period)]
        if not own:
            raise Unknown("notBegun")
        over = definition["channelAggregation"]
        if definition["timeAggregation"] not in ("sum", "last", "mean") or (len(own) > 1 and over == "none"):
            raise Unknown("noMethod")
        found = [self.on_channel(kpi, c, period) for c in own]
        numbers = [value for value, _ in found]
        points = min(points for _, points in found)
        if len(own) == 1:
            return numbers[0], points
        return {"sum": sum, "max": max, "mean": mean}[over](numbers), points

    def since(self, kpi, channel):
        """Day of the newest definition, which alone says anything about what comes."""
        days = [day for day, _ in breaks_of(self.values, kpi, (channel,)) if day <= self.store.today]
        return max(days, default=-(10**9))

    def in_question(self, kpi, channel, period):
        end = self.store.active_to.get(channel)
        if end is not None and end < period.start:
            return False
        return (kpi, channel) in self.store.first and self.store.first[(kpi, channel)] <= period.end

    def on_channel(self, kpi, channel, period):
        how = self.store.kpis[kpi]["timeAggregation"]
        tracks = [c for c in self.store.tracks[(kpi, channel)] if RANK[c] <= RANK[period.cadence]]
        if not tracks:
            raise Unknown("tooFew")
        if how == "last":
            return self.stock(kpi, channel, period, tracks)
        # A stock's value is of one definition, a sum or a mean over a break is of two.
        if self.since(kpi, channel) > period.start:
            raise Unknown("definitionBreak")
        if how == "mean":
            return self.average(kpi, channel, period, tracks)
        return self.flow(kpi, channel, period, tracks)

    def flow(self, kpi, channel, period, tracks):
        finest = min(tracks, key=RANK.get)
        taken, values = set(), []
        for cadence in sorted(tracks, key=RANK.get, reverse=True):
            for start, last, value in self.store.rows(kpi, channel, cadence, period.start, period.end):
                if start not in taken and last not in taken:
                    taken.update(range(start, last + 1))
                    values.append(0 if value is None else value)
        coming = [u for u in self.expected(kpi, channel, period, finest) if u.start not in taken]
        rate, points = self.rate(kpi, channel, finest)
        return sum(values) + rate * len(coming), points

    def average(self, kpi, channel, period, tracks):
        """Recorded and coming units together; of one cadence, the one that covers most."""

        def rows(cadence):
            return self.store.rows(kpi, channel, cadence, period.start, period.end)

        def covers(cadence):
            return sum(last - start + 1 for start, last, value in rows(cadence) if value is not None)

        most = max(tracks, key=lambda c: (covers(c), -RANK[c]))
        stated = {start: value for start, _, value in rows(most)}
        values = [value for value in stated.values() if value is not None]
        coming = [u for u in self.expected(kpi, channel, period, most) if u.start not in stated]
        rate, points = self.rate(kpi, channel, most)
        return (sum(values) + rate * len(coming)) / (len(values) + len(coming)), points

    def expected(self, kpi, channel, period, cadence):
        first, end = self.store.first[(kpi, channel)], self.store.active_to.get(channel)
        units = self.store.calendar.units(cadence, period.start, period.end)
        return [u for u in units if u.start >= first and (end is None or u.start <= end)]

    def rate(self, kpi, channel, cadence):
        """Mean of the newest units, and how many there are to stand on."""
        newest = [value for _, value in self.newest(kpi, channel, cadence)]
        points = min(len(newest), max(NEWEST[cadence], LEAST))
        if points < LEAST:
            raise Unknown("tooFew", points)
        taken = newest[: NEWEST[cadence]]
        return sum(taken) / len(taken), points

    def newest(self, kpi, channel, cadence):
        """Last day and value of the figures, newest first."""
        return self.store.db.execute(
            "SELECT last, value FROM figure WHERE kpi = ? AND channel = ? AND cadence = ? AND value IS NOT NULL"
            " AND start >= ? ORDER BY start DESC",
            (kpi, channel, cadence, self.since(kpi, channel)),
        ).fetchall()

    def stock(self, kpi, channel, period, tracks):
        """From the newest figure along the slope; of two figures of one day the coarser stands."""
        by_day = {}
        for cadence in sorted(tracks, key=RANK.get):
            by_day.update(self.newest(kpi, channel, cadence))
        figures = sorted(by_day.items(), reverse=True)
        if len(figures) < LEAST:
            raise Unknown("tooFew", len(figures))
        day, value = figures[0]
        near = [f for f in figures if f[0] > day - STOCK_DAYS]
        used = near if len(near) >= LEAST else figures[:LEAST]
        return self.held(kpi, value + slope(used[::-1]) * (period.end - day)), len(used)

    def held(self, kpi, value):
        """Within the KPI's own bounds: nobody has fewer than no followers."""
        definition = self.store.kpis[kpi]
        return min(max(value, definition.get("min", -math.inf)), definition.get("max", math.inf))

    def formula(self, node, channels, period):
        """Operands forecast over the channels that have all of them, if any has."""
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and self.values.kinds.kind(node) == "ratio":
            channels = self.together(node, channels, period) or channels
        points = []

        def read(inner):
            if isinstance(inner, ast.Constant):
                return inner.value
            if isinstance(inner, ast.Name):
                value, known = self.of(inner.id, channels, period)
                points.append(known)
                return value
            left, right = read(inner.left), read(inner.right)
            if isinstance(inner.op, ast.Div):
                if right == 0:
                    raise Unknown("notComputable")
                return left / right
            return {ast.Add: left + right, ast.Sub: left - right, ast.Mult: left * right}[type(inner.op)]

        return read(node), min(points)

    def together(self, node, channels, period):
        asked = sorted({c for k in required(node) for c in self.values.channels(k) if channels is None or c in channels})
        leaves = {leaf for k in required(node) for leaf in self.values.leaves(k)}
        return tuple(c for c in asked if all(self.in_question(leaf, c, period) for leaf in leaves))
