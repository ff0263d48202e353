"""A recorded KPI on one channel over a stretch of time: the SQL side of the rules of aggregation over time."""
from dataclasses import replace

from civil import RANK, length
from reading import Reading, missing, whole

LATEST_SHARE = 4  # a stock is fresh within a quarter of the period


class Aggregate:
    def __init__(self, store):
        self.store = store
        self.memo = {}

    def read(self, kpi, channel, scope):
        key = (kpi, channel, scope)
        if key not in self.memo:
            self.memo[key] = self.compute(kpi, channel, scope)
        return self.memo[key]

    def compute(self, kpi, channel, scope):
        store = self.store
        definition = store.kpis[kpi]
        how = definition["timeAggregation"]
        if (kpi, channel) not in store.tracks:
            return missing(due=False)
        tracks = store.tracks.get((kpi, channel), [])
        exact = self.exact(kpi, channel, scope, how)
        if exact is not None:
            return exact
        finer = [c for c in tracks if self.fits(c, scope)]
        if not finer:
            return missing(due=False, reasons=frozenset(["coarser"]))
        if how == "none":
            return self.never_added(kpi, channel, scope, tracks)
        if how == "last":
            return self.last(kpi, channel, scope, finer)
        if how in ("sum", "min", "max"):
            return self.mixed(kpi, channel, scope, finer, how)
        return self.spread(kpi, channel, scope, finer, how, definition.get("weightBy"))

    def fits(self, cadence, scope):
        if scope.period is None:
            fitting = self.store.calendar.units(cadence, scope.frm, scope.to)
            return len(fitting) > 0 and scope.to - scope.frm + 1 >= length(fitting[0])
        return RANK[cadence] <= RANK[scope.period.cadence]

    def exact(self, kpi, channel, scope, how):
        if not scope.whole or scope.period is None:
            return None
        found, value = self.store.value(kpi, channel, scope.period)
        if not found:
            return None
        days = length(scope.period)
        cadence = scope.period.cadence
        if value is None:
            return Reading("notApplicable", cadence=cadence)
        as_of = scope.period.end if how == "last" else None
        return Reading("value", value, 1, 1, cadence, days, days, as_of, due_days=days, span_days=days)

    def due_span(self, kpi, channel, scope):
        """First and last day of the scope on which figures were due; None where there is none."""
        first = self.store.first[(kpi, channel)]
        end = self.store.active_to.get(channel)
        frm = max(first, scope.frm)
        to = scope.to if end is None else min(end, scope.to)
        return (frm, to) if frm <= to else None

    def span_days(self, scope, cadence):
        """Days of all the units of a scope; a straddling week counts whole."""
        if cadence != "week":
            return scope.to - scope.frm + 1
        return 7 * len(self.store.calendar.units("week", scope.frm, scope.to))

    def never_added(self, kpi, channel, scope, tracks):
        """Nothing to add up: a figure is due only where it is recorded at the cadence asked."""
        due = self.due_span(kpi, channel, scope) is not None
        own = scope.period.cadence if scope.period is not None and scope.whole else None
        if own in tracks:
            if due and self.store.first[(kpi, channel)] <= scope.to:
                return missing(due=due, cadence=own, expected=1, expected_days=length(scope.period))
        return missing(due=due)

    def expected(self, kpi, channel, scope, cadence):
        """Expected units and their days: from the first figure until the channel is archived."""
        first = self.store.first[(kpi, channel)]
        end = self.store.active_to.get(channel)
        totals = self.store.totals(kpi, channel, cadence, scope.frm, scope.to)
        if cadence == "day":
            span = self.due_span(kpi, channel, scope)
            days = 0 if span is None else span[1] - span[0] + 1
            return max(0, days - totals.away), max(0, days - totals.away)
        units = self.store.calendar.units(cadence, scope.frm, scope.to)
        due = [u for u in units if u.start >= first and (end is None or u.start <= end)]
        return len(due) - totals.away, sum(length(u) for u in due) - int(totals.away_days)

    def mixed(self, kpi, channel, scope, tracks, how):
        """Sum, minimum or maximum; months typed beside days are mixed, weeks never."""
        weeks = self.of_one(kpi, channel, scope, "week", how) if "week" in tracks else None
        others = [c for c in tracks if c != "week"]
        if not others:
            return weeks
        if len(others) == 1:
            best = self.of_one(kpi, channel, scope, others[0], how)
        else:
            best = self.of_several(kpi, channel, scope, others, how)
        if weeks is not None and weeks.recorded_days > best.recorded_days:
            return weeks
        return best

    def of_one(self, kpi, channel, scope, cadence, how):
        totals = self.store.totals(kpi, channel, cadence, scope.frm, scope.to)
        expected, expected_days = self.expected(kpi, channel, scope, cadence)
        value = {
            "sum": totals.sum,
            "min": totals.low,
            "max": totals.high,
            "mean": totals.sum / totals.count if totals.count else None,
        }[how]
        return self.made(
            kpi,
            channel,
            scope,
            value,
            count=totals.count,
            away=totals.away,
            away_days=int(totals.away_days),
            expected=expected,
            cadence=cadence,
            days=int(totals.days),
            expected_days=expected_days,
        )

    def made(
        self, kpi, channel, scope, value, *, count, away, away_days, expected, cadence, days, expected_days
    ):
        state = "value" if count > 0 else "notApplicable" if away > 0 and expected == 0 else "missing"
        return Reading(
            state,
            value if count > 0 else None,
            count,
            expected,
            cadence,
            days,
            expected_days,
            due=self.due_span(kpi, channel, scope) is not None,
            due_days=expected_days,
            span_days=max(expected_days, self.span_days(scope, cadence) - away_days),
        )

    def of_several(self, kpi, channel, scope, tracks, how):
        """Each stretch once, from the coarser figure; coverage in days where figures of both stand for the scope."""
        taken, values, away_days, recorded, used = set(), [], set(), 0, []
        for cadence in sorted(tracks, key=lambda c: -RANK[c]):
            for start, last, value in self.store.rows(kpi, channel, cadence, scope.frm, scope.to):
                days = range(start, last + 1)
                if last > scope.to or start in taken or last in taken:
                    continue
                taken.update(days)
                used.append(cadence)
                if value is None:
                    away_days.update(days)
                else:
                    values.append(value)
                    recorded += len(days)
        if len(set(used)) < 2:
            return self.of_one(kpi, channel, scope, used[0] if used else min(tracks, key=RANK.get), how)
        due = self.due_span(kpi, channel, scope)
        expected = 0 if due is None else sum(1 for d in range(due[0], due[1] + 1) if d not in away_days)
        value = {"sum": sum, "min": min, "max": max}[how](values) if values else None
        reading = self.made(
            kpi,
            channel,
            scope,
            value,
            count=len(values),
            away=len(away_days),
            away_days=len(away_days),
            expected=expected,
            cadence="day",
            days=recorded,
            expected_days=expected,
        )
        return replace(reading, recorded=recorded)

    def last(self, kpi, channel, scope, tracks):
        due = self.due_span(kpi, channel, scope) is not None
        found = self.newest(kpi, channel, scope, tracks, scope.frm)
        # Over all channels one that was archived before the end is left out, as one that has not begun.
        archived = self.store.active_to.get(channel)
        gone = archived is not None and archived < min(scope.to, self.store.today)
        if found is not None:
            as_of, value = min(found[0], scope.to), found[1]
            return Reading("value", value, as_of=as_of, stale=self.stale(scope, as_of), due=due, gone=gone)
        if self.all_away(kpi, channel, scope, tracks):
            return Reading("notApplicable", due=due, gone=gone)
        before = self.newest(kpi, channel, scope, tracks, -(10**9)) if due else None
        if before is None:
            return missing(due=due, gone=gone)
        return missing(due=due, gone=gone, as_of=before[0], carried=before[1], stale=True)

    def newest(self, kpi, channel, scope, tracks, frm):
        """Last day and value of the newest figure up to the end of the scope."""
        best = None
        # On a part of a period a unit that is not over yet is not known.
        latest = 10**9 if scope.whole else scope.to
        for cadence in tracks:
            found = self.store.newest(kpi, channel, cadence, frm, scope.to, latest)
            if found is not None and (best is None or (found[0], RANK[cadence]) > best[0]):
                best = ((found[0], RANK[cadence]), found)
        return None if best is None else best[1]

    def stale(self, scope, as_of):
        until = min(scope.to, self.store.today)
        span = length(scope.period) if scope.period is not None else scope.fresh or scope.to - scope.frm + 1
        return (until - as_of) * LATEST_SHARE > span

    def all_away(self, kpi, channel, scope, tracks):
        return any(self.store.totals(kpi, channel, c, scope.frm, scope.to).away > 0 for c in tracks)

    def spread(self, kpi, channel, scope, tracks, how, weight):
        """Mean or weighted mean: of one cadence, the one that covers most."""
        best = None
        for cadence in tracks:
            reading = self.spread_of_one(kpi, channel, scope, cadence, how, weight)
            rank = (reading.recorded_days, RANK[cadence] if reading.recorded_days else -RANK[cadence])
            if best is None or rank > best[0]:
                best = (rank, reading)
        return best[1]

    def spread_of_one(self, kpi, channel, scope, cadence, how, weight):
        if how == "mean":
            return self.of_one(kpi, channel, scope, cadence, how)
        count, product, heft, days = self.weighed(kpi, channel, scope, cadence, weight)
        expected, expected_days = self.expected(kpi, channel, scope, cadence)
        if count and not heft:
            known = {"recorded_days": int(days), "expected_days": expected_days}
            return Reading("notComputable", recorded=count, expected=expected, cadence=cadence, **known)
        totals = self.store.totals(kpi, channel, cadence, scope.frm, scope.to)
        return self.made(
            kpi,
            channel,
            scope,
            product / heft if count else None,
            count=count,
            away=totals.away,
            away_days=int(totals.away_days),
            expected=expected,
            cadence=cadence,
            days=days or 0,
            expected_days=expected_days,
        )

    def weighed(self, kpi, channel, scope, cadence, weight):
        """Number, sum of products, sum of weights and days of the units that have both value and weight."""
        if cadence in self.store.tracks.get((weight, channel), []):
            return self.store.pairs(kpi, weight, channel, cadence, scope.frm, scope.to)
        count, product, heft, days = 0, 0.0, 0.0, 0
        for start, last, value in self.store.rows(kpi, channel, cadence, scope.frm, scope.to):
            by = self.read(weight, channel, whole(self.store.calendar.period(cadence, start)))
            if value is not None and by.ok and by.recorded_days == last - start + 1:
                count, days = count + 1, days + last - start + 1
                product, heft = product + value * by.value, heft + by.value
        return count, product, heft, days
