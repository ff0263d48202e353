"""The operands of a ratio: over the same channels, and over the units in which all of them are recorded."""
from civil import RANK
from reading import Reading, missing, whole


class Pairing:
    def __init__(self, values):
        self.values = values

    def together(self, operands, channels, scope):
        """Channels that have all operands of a ratio; empty when none has, and totals are what is left."""
        asked = sorted({c for k in operands for c in self.values.channels(k) if channels is None or c in channels})
        return tuple(c for c in asked if all(self.values.read(k, (c,), scope).ok for k in operands))

    def unit_cadence(self, kpi, channel, scope):
        """The coarsest cadence among the finest of each leaf: a formula needs all of its inputs."""
        found = [
            self.values.finest(leaf, channel, scope) for leaf in self.values.leaves(kpi) if channel in self.values.store.channels(leaf)
        ]
        return max((c for c in found if c is not None), key=RANK.get, default=None)

    def pair(self, flows, optional, channels, scope):
        """Sums of each operand over the units that have them all, channel by channel; optional ones where they are."""
        sums = {k: [] for k in (*flows, *optional)}
        count, expected, days, expected_days, cadences, span_days = 0, 0, 0, 0, set(), 0
        for channel in channels:
            cadence = max((self.unit_cadence(k, channel, scope) or "year" for k in flows), key=RANK.get)
            if scope.period is not None and RANK[cadence] >= RANK[scope.period.cadence]:
                units = [scope.period] if scope.whole else []
            else:
                units = self.values.store.calendar.units(cadence, scope.frm, scope.to)
            begun = max(self.begun(k, channel) for k in flows)
            end = self.values.store.active_to.get(channel)
            away_days = 0
            for unit in units:
                readings = [self.complete(k, channel, unit) for k in flows]
                size = unit.end - unit.start + 1
                away = any(r.state == "notApplicable" for r in readings)
                away_days += size if away else 0
                if unit.start >= begun and (end is None or unit.start <= end) and not away:
                    expected, expected_days = expected + 1, expected_days + size
                if all(r.ok for r in readings):
                    count, days = count + 1, days + size
                    for k, r in zip(flows, readings):
                        sums[k].append(r.value)
                    for k in optional:
                        extra = self.values.read(k, (channel,), whole(unit))
                        if extra.ok:
                            sums[k].append(extra.value)
            cadences.add(cadence)
            span_days += self.values.aggregate.span_days(scope, cadence) - away_days
        one = len(cadences) == 1
        coverage = {
            "recorded": count if one else days,
            "expected": expected if one else expected_days,
            "cadence": next(iter(cadences)) if one else "day",
            "recorded_days": days,
            "expected_days": expected_days,
            "due_days": expected_days,
            "span_days": max(expected_days, span_days),
        }
        return {k: Reading("value", sum(v)) if v else missing() for k, v in sums.items()}, coverage

    def begun(self, kpi, channel):
        return max(
            self.values.store.first[(leaf, channel)] for leaf in self.values.leaves(kpi) if (leaf, channel) in self.values.store.first
        )

    def complete(self, kpi, channel, unit):
        """A unit's value; one rolled up from finer figures counts only when nothing of it is missing or not applicable."""
        reading = self.values.read(kpi, (channel,), whole(unit))
        if reading.ok and reading.recorded_days < unit.end - unit.start + 1:
            return missing()
        return reading
