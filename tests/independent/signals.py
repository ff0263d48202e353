"""Natural process limits (XmR) of a series and the three rules, for the newest closed period."""
from breaks import breaks_of
from reading import whole

PERIODS = 24
LEAST = 8
RARE = 3
FULL = 0.8
COARSER = {"day": "week", "week": "month", "month": "quarter", "quarter": "year"}


def limits(points):
    """Centre, lower and upper limit of the points; None for a gap. None under 8 points or where nothing moves."""
    values = [p for p in points if p is not None]
    if len(values) < LEAST:
        return None
    ranges = [abs(b - a) for a, b in zip(points, points[1:]) if a is not None and b is not None]
    spread = sum(ranges) / len(ranges) if ranges else 0
    if spread == 0:
        return None
    centre = sum(values) / len(values)
    return centre, centre - 2.66 * spread, centre + 2.66 * spread


def fired(points, centre, lower, upper):
    """(rule, side, run) of the newest point, or None."""
    newest = points[-1]
    if newest is None:
        return None
    side = "above" if newest > centre else "below"
    if newest > upper or newest < lower:
        return "outside", side, 1
    run = 0
    for point in reversed(points):
        if point is None or point == centre or (point > centre) != (newest > centre):
            break
        run += 1
    if run >= 8:
        return "eightOneSide", side, run
    last = points[-4:]
    if len(last) == 4 and None not in last:
        near = [nearer(p, centre, lower, upper) for p in last]
        if near[-1] is not None and near.count(near[-1]) >= 3:
            return "threeOfFour", near[-1], near.count(near[-1])
    return None


def nearer(point, centre, lower, upper):
    """The side whose limit a point is nearer to than to the centre."""
    if point > centre and upper - point < point - centre:
        return "above"
    if point < centre and point - lower < centre - point:
        return "below"
    return None


class Signals:
    def __init__(self, values):
        self.values = values

    def tested(self, period):
        """The newest closed period up to the one asked, and those before it; days are tested by week."""
        store = self.values.store
        calendar = store.calendar
        last = period
        if period.cadence == "day":
            last = calendar.period("week", period.start)
        while last.end >= store.today:
            last = calendar.shift(last, -1)
        return [calendar.shift(last, -n) for n in range(PERIODS - 1, -1, -1)]

    def point(self, kpi, channels, period):
        reading = self.values.read(kpi, channels, whole(period))
        share = reading.coverage()
        stock = self.values.kinds.of(kpi) == "stock"
        if not reading.ok or reading.partial or reading.stale or not reading.due:
            return None
        if not stock and share is not None and share < FULL:
            return None
        return reading.value

    def points(self, kpi, channels, periods):
        """What is tested, in the newest definition, and what was done to get there; of stocks the net changes."""
        if self.values.kinds.of(kpi) != "stock":
            return self.new_definition(kpi, channels, periods, [self.point(kpi, channels, p) for p in periods])
        before = self.values.store.calendar.shift(periods[0], -1)
        wider = (before, *periods)
        levels, across = self.new_definition(kpi, channels, wider, [self.point(kpi, channels, p) for p in wider])
        return [None if a is None or b is None else b - a for a, b in zip(levels, levels[1:])], across

    def history(self, kpi, channel, period):
        """Values of closed periods since the definition last broke; `None` for a gap."""
        channels = None if channel is None else (channel,)
        periods = self.tested(period)
        points = [self.point(kpi, channels, p) for p in periods]
        days = [day for day, _ in breaks_of(self.values, kpi, channels) if day <= periods[-1].end]
        if not days:
            return points
        return [v if p.start >= days[-1] else None for p, v in zip(periods, points)]

    def signal(self, kpi, channel, period):
        channels = None if channel is None else (channel,)
        definition = self.values.store.kpis[kpi]
        periods = self.tested(period)
        points, across = self.points(kpi, channels, periods)
        stock = self.values.kinds.of(kpi) == "stock"
        if definition["unit"]["kind"] == "count" and not stock and rare(points):
            out = self.rolled_up(kpi, channels, definition, periods, points, across)
        else:
            out = {**self.made(definition, stock, periods, points), **across}
        if "cadence" not in out and periods[-1].cadence != period.cadence:
            out["cadence"] = periods[-1].cadence
        return out

    def new_definition(self, kpi, channels, periods, points):
        """Values of the newest definition, or turned into it where the factor is known; and what was done."""
        out, across = list(points), {}
        begun = self.begun(kpi, channels, periods)
        for day, factor in breaks_of(self.values, kpi, channels):
            if not periods[0].start < day <= periods[-1].end:
                continue
            across = {"since": day, **({} if factor is None else {"rebased": True})}
            for i, period in enumerate(periods):
                if out[i] is None:
                    continue
                if period.end < day:
                    out[i] = None if factor is None else out[i] * factor
                elif period.start < day:
                    out[i] = None
        # A person began the limits anew: whatever was before is another course.
        if begun is not None and begun > across.get("since", 0):
            out = [None if period.start < begun else point for period, point in zip(periods, out)]
            across = {"since": begun, "restarted": True}
        return out, across

    def begun(self, kpi, channels, periods):
        """The newest day inside the periods on which a person began the limits of exactly this course anew."""
        own = self.values.channels(kpi)

        def scope(asked):
            # All channels of a KPI that has one are that one.
            return own[0] if asked is None and len(own) == 1 else asked

        course = scope(None if channels is None else channels[0])
        days = [
            one["day"]
            for one in self.values.store.limit_starts
            if one["kpi"] == kpi
            and periods[0].start < one["day"] <= periods[-1].end
            and scope(one["channel"]) == course
        ]
        return max(days, default=None)

    def made(self, definition, stock, periods, points):
        count = sum(1 for p in points if p is not None)
        out = {"points": count}
        if points[-1] is not None:
            out["value"] = points[-1]
        found = limits(points)
        if found is None:
            return {**out, "none": "tooFew" if count < LEAST else "noValue" if points[-1] is None else "flat"}
        centre, lower, upper = natural = found
        if not stock:
            low = definition.get("min")
            counted = definition["unit"]["kind"] == "count" and definition["timeAggregation"] != "formula"
            low = 0 if low is None and counted else low
            high = definition.get("max")
            lower = lower if low is None else max(lower, low)
            upper = upper if high is None else min(upper, high)
        used = [p for p, v in zip(periods, points) if v is not None]
        out.update(centre=centre, lower=lower, upper=upper)
        out.update(baselineFrom=used[0].start, baselineTo=used[-1].end)
        if points[-1] is None:
            return {**out, "none": "noValue"}
        hit = fired(points, *natural)
        if hit is not None:
            out.update(rule=hit[0], side=hit[1], run=hit[2])
        return out

    def rolled_up(self, kpi, channels, definition, periods, points, across):
        """Rare counts at the next coarser cadence at which there are enough of them."""
        calendar = self.values.store.calendar
        cadence = periods[-1].cadence
        while cadence in COARSER:
            cadence = COARSER[cadence]
            last = calendar.period(cadence, periods[-1].end)
            if last.end > periods[-1].end:
                last = calendar.shift(last, -1)
            coarse = [calendar.shift(last, -n) for n in range(PERIODS - 1, -1, -1)]
            found, over = self.points(kpi, channels, coarse)
            count = sum(1 for p in found if p is not None)
            if count >= LEAST and not rare(found):
                return {**self.made(definition, False, coarse, found), **over, "cadence": cadence}
        count = sum(1 for p in points if p is not None)
        out = {"points": count, "none": "counts" if count >= LEAST else "tooFew", **across}
        if points[-1] is not None:
            out["value"] = points[-1]
        return out


def rare(points):
    values = [p for p in points if p is not None]
    return bool(values) and sum(abs(v) for v in values) / len(values) < RARE

