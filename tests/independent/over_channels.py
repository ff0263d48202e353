"""Totals over channels: time first for each channel, then the channels; minima and maxima with sums the other way."""
from dataclasses import replace

from civil import RANK, length
from reading import Reading, missing, whole


def added_coverage(readings):
    """Coverage of several channels: added up, in days where their cadences differ."""
    counted = [r for r in readings if r.cadence is not None]
    cadences = {r.cadence for r in counted}
    if not counted:
        return {}
    in_days = len(cadences) > 1
    return {
        "recorded": sum(r.recorded_days if in_days else r.recorded for r in counted),
        "expected": sum(r.expected_days if in_days else r.expected for r in counted),
        "recorded_days": sum(r.recorded_days for r in counted),
        "expected_days": sum(r.expected_days for r in counted),
        "cadence": "day" if in_days else next(iter(cadences)),
    }


def without_value(readings, **more):
    """The state of a total of which no channel has a value."""
    states = {r.state for r in readings}
    due = any(r.due for r in readings)
    if "notComputable" in states:
        state = "notComputable"
    elif "notApplicable" in states and not any(r.state == "missing" and r.due for r in readings):
        state = "notApplicable"
    else:
        state = "missing"
    return Reading(state, due=due, **more)


def carried(reading):
    """A stock that is missing keeps its last known value in a total."""
    if reading.carried is None:
        return reading
    return replace(reading, state="value", value=reading.carried)


def total(how, readings, weights):
    """One reading of those of several channels (a list of pairs channel, reading)."""
    readings = [(c, r) for c, r in readings if not r.gone]
    asked = [r for _, r in readings if r.due]
    partly = any("coarser" in r.reasons for _, r in readings)
    if len(asked) == 1:
        return replace(asked[0], partly=partly)
    # A stock's last known value is carried beside others; by itself it is none of this period.
    if any(r.ok for _, r in readings):
        readings = [(c, carried(r)) for c, r in readings]
    everyone = [r for _, r in readings]
    coverage = added_coverage(everyone)
    valued = [(c, r) for c, r in readings if r.ok]
    dates = [r.as_of for r in everyone if r.as_of is not None]
    if not valued:
        return without_value(everyone, as_of=min(dates, default=None), **coverage)
    numbers = [r.value for _, r in valued]
    weighed = {c for c, _ in readings}
    if how == "sum":
        value = sum(numbers)
    elif how == "mean":
        value = sum(numbers) / len(numbers)
    elif how == "max":
        value = max(numbers)
    else:
        heavy = {c: weights(c) for c, _ in valued}
        weighed -= {c for c, w in heavy.items() if not w.ok}
        pairs = [(r.value, heavy[c].value) for c, r in valued if heavy[c].ok]
        if not pairs:
            return missing(**coverage)
        heft = sum(w for _, w in pairs)
        if heft == 0:
            return Reading("notComputable", **coverage)
        value = sum(v * w for v, w in pairs) / heft
    return Reading(
        "value",
        value,
        as_of=min(dates) if dates else None,
        stale=any(r.stale for r in everyone),
        due=True,
        partly=partly,
        # A channel that left for lack of its weight is not in the value, though something was due.
        due_days=sum(r.due_days for c, r in readings if r.due and c in weighed),
        span_days=sum(r.span_days for r in everyone if r.due),
        **coverage,
    )


def peak_of_sums(aggregate, kpi, channels, scope, how):
    """Minimum or maximum over time of the sum over channels, over the units in which every channel has a number."""
    store = aggregate.store
    due = [c for c in channels if aggregate.due_span(kpi, c, scope) is not None]
    if not due:
        return missing(due=False)
    cadence = max((min(store.tracks[(kpi, c)], key=RANK.get) for c in due), key=RANK.get)
    sums, expected, away, counted = [], 0, 0, []
    for unit in store.calendar.units(cadence, scope.frm, scope.to):
        readings = [aggregate.read(kpi, c, whole(unit)) for c in due if aggregate.due_span(kpi, c, whole(unit))]
        stated = [r for r in readings if r.state != "notApplicable"]
        if readings:
            counted.append(unit)
        away += bool(readings) and not stated
        expected += bool(stated)
        if stated and all(r.ok for r in stated):
            sums.append(sum(r.value for r in stated))
    if not sums and not expected and away:
        return Reading("notApplicable")
    if not sums:
        return missing(cadence=cadence, expected=expected)
    value = (min if how == "min" else max)(sums)
    due_days = sum(length(u) for u in counted)
    span = scope.to - scope.frm + 1
    return Reading(
        "value", value, len(sums), expected, cadence, len(sums), expected, due_days=due_days, span_days=span
    )
