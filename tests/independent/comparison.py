"""A period against its base: values of both sides, and the change or why there is none."""
from dataclasses import dataclass, replace

from bases import free, sides
from breaks import break_between
from reading import Reading, Scope, missing, until
from running import reach_of

FULL = 0.8


@dataclass(frozen=True)
class Current:
    reading: Reading
    scope: Scope
    channels: tuple | None
    reach: object


def current(values, kpi, channels, now):
    """The comparable part of a side that ends with `now[1]`: all of it, or up to the n-th unit while it runs."""
    scope, period = now
    if period.end < values.store.today:
        return Current(values.read(kpi, channels, scope), scope, channels, None)
    reach = reach_of(values, kpi, channels, period)
    if reach is None:
        return Current(values.read(kpi, channels, scope), scope, channels, None)
    included = channels
    if reach.left:
        asked = values.channels(kpi) if channels is None else channels
        included = tuple(c for c in asked if c not in reach.left)
    if never_adds(values, kpi):
        return Current(values.read(kpi, included, scope), scope, included, reach)
    if reach.done == 0 and scope.period is not None:
        return Current(missing(), scope, included, reach)
    part = part_of(scope, period, reach.to, reach.done == reach.of)
    return Current(values.read(kpi, included, part), part, included, reach)


def never_adds(values, kpi):
    return any(values.store.kpis[leaf]["timeAggregation"] == "none" for leaf in values.leaves(kpi))


def part_of(scope, period, to, all_of_it):
    """The scope up to a day of its last period."""
    if all_of_it:
        return scope
    if scope.period is not None:
        return until(period, to)
    if to < period.start:
        return Scope(scope.frm, period.start - 1, None, True, scope.fresh)
    return Scope(scope.frm, to, None, False, scope.fresh)


def base_part(values, kpi, base, side):
    """As much of the base as the running side has of its own: days of free days, else units of the last period."""
    scope, period = base
    reach = side.reach
    if reach is None or never_adds(values, kpi):
        return scope
    if period is None:
        to = scope.frm + side.scope.to - side.scope.frm
        return scope if reach.done == 0 or to >= scope.to else Scope(scope.frm, to, None, False)
    units = values.store.calendar.units(reach.cadence, period.start, period.end)
    if reach.done >= len(units) or (reach.done == 0 and scope.period is not None):
        return scope
    return part_of(scope, period, units[reach.done - 1].end if reach.done else period.start - 1, False)


def compare(values, kpi, channels, period, text):
    calendar = values.store.calendar
    now, base, weekdays = sides(calendar, period, text)
    side = current(values, kpi, channels, now)
    left = side.reach.left if side.reach else ()
    out = {"now": side.reading, "scope": side.scope, "left": left, "reach": side.reach}
    if base is None:
        return {**out, "base": None, "change": {"kind": "noBase" if side.reading.ok else "noValue"}}
    scope = base_part(values, kpi, base, side)
    base_part_only = scope != base[0]
    whole_base = base[0]
    if weekdays:
        scope = same_weekdays(calendar, period, side.scope, now[0], base[0])
        whole_base = same_weekdays(calendar, period, now[0], now[0], base[0])
    elif base[1] is None:
        base_part_only = side.reach is not None and side.reach.done > 0 and not never_adds(values, kpi)
    empty = scope.to < scope.frm
    then = missing() if empty else values.read(kpi, side.channels, scope)
    withheld = break_between(values, kpi, side.channels, scope, side.scope)
    since = None if withheld is None else withheld.get("since")
    factor = 1 if withheld is None else withheld.get("factor", 1)
    then = rebased(then, factor)
    out = {**out, "base": then, "baseScope": scope}
    if base_part_only:
        over = break_between(values, kpi, side.channels, whole_base, side.scope)
        turned = 1 if over is None else over.get("factor", 1)
        out["wholeBase"] = rebased(values.read(kpi, side.channels, whole_base), turned)
    return {**out, "change": change(values, kpi, side, scope, then, since)}


def rebased(reading, factor):
    """An older value in the new definition."""
    return reading if reading.value is None else replace(reading, value=reading.value * factor)


def same_weekdays(calendar, period, part, now, base):
    """As many days as the other side, on the same weekdays, not overlapping it."""
    days = part.to - part.frm + 1
    weeks = max(round((now.frm - base.frm) / 7), -(-(now.to - now.frm + 1) // 7))
    frm = part.frm - 7 * weeks
    return free(calendar, period, frm, frm + days - 1)


def low(reading):
    share = reading.coverage()
    few = share is not None and share < FULL
    return few or reading.partial or reading.partly or reading.stale


def change(values, kpi, side, scope, then, since):
    now = side.reading
    if not now.ok:
        return {"kind": "noValue"}
    if not then.ok:
        return {"kind": "baseMissing" if then.due and then.state != "notApplicable" else "noBase"}
    if since is not None:
        return {"kind": "notComparable", "since": since}
    base_value, now_value = then.value, now.value
    out = {}
    if low(now) or low(then):
        out["warning"] = True
    weeks = per_week(values, kpi, side, scope, then)
    if weeks is not None:
        now_value, base_value = now_value / weeks[0], base_value / weeks[1]
        out["perWeekNow"], out["perWeekBase"] = now_value, base_value
    out["difference"] = now_value - base_value
    if base_value == 0:
        return {"kind": "baseZero", "difference": out["difference"]}
    return {"kind": "change", **out, "ratio": (now_value - base_value) / abs(base_value)}


def per_week(values, kpi, side, scope, then):
    """Numbers of weeks of both sides, where a weekly flow is over different ones."""
    if values.kinds.of(kpi) != "flow" or side.reading.cadence != "week" or then.cadence != "week":
        return None
    calendar = values.store.calendar
    now_weeks = len(calendar.units("week", side.scope.frm, side.scope.to))
    base_weeks = len(calendar.units("week", scope.frm, scope.to))
    return None if now_weeks == base_weeks else (now_weeks, base_weeks)

