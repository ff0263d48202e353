"""How far a running period is known: its first n units, which every included channel has recorded."""
from dataclasses import dataclass

from civil import RANK, length
from formulas import kpis, parse, required

BEHIND = 7


@dataclass(frozen=True)
class Reach:
    cadence: str
    done: int
    of: int
    # Last day of the n-th unit; the day before the period when there is none.
    to: int
    left: tuple


def deciding(values, kpi):
    """Recorded KPIs that decide how far a KPI is known: its inputs, but for optional ones."""
    definition = values.store.kpis[kpi]
    if definition["timeAggregation"] != "formula":
        return {kpi}
    node = parse(definition["formula"])
    keys = required(node) or kpis(node)
    return set().union(*(deciding(values, k) for k in keys))


def reach_of(values, kpi, channels, period):
    """The newest unit that every included channel has recorded, counted in whole units of their coarsest cadence."""
    store = values.store
    leaves = deciding(values, kpi)
    asked = [c for c in values.channels(kpi) if channels is None or c in channels]
    asked = taking_part(values, kpi, leaves, asked)
    asked = [c for c in asked if in_question(store, on_channel(store, leaves, c), c, period)]
    if any(store.kpis[leaf]["timeAggregation"] == "none" for leaf in leaves):
        return by_whole_period(values, leaves, asked, period, kpi)
    ends, cadences, once = {}, {}, []
    for channel in asked:
        own = on_channel(store, leaves, channel)
        finest = [finest_part(store, leaf, channel, period) for leaf in own]
        if None not in finest:
            cadences[channel] = max(finest, key=RANK.get)
            ends[channel] = min(newest(store, leaf, channel, period) for leaf in own)
        elif any(period.cadence in store.tracks[(leaf, channel)] for leaf in own):
            once.append(channel)
    if not ends:
        return by_whole_period(values, leaves, once, period, kpi)
    left = once + behind(store, ends, cadences)
    for channel in left:
        ends.pop(channel, None)
        cadences.pop(channel, None)
    cadence = max(cadences.values(), key=RANK.get)
    units = store.calendar.units(cadence, period.start, period.end)
    known = min(ends.values())
    done = sum(1 for u in units if u.end <= known)
    to = units[done - 1].end if done else period.start - 1
    return Reach(cadence, done, len(units), to, tuple(sorted(left)))


def on_channel(store, leaves, channel):
    return [leaf for leaf in leaves if (leaf, channel) in store.tracks]


def taking_part(values, kpi, leaves, channels):
    """Of a ratio only the channels that have all of its operands, where any has."""
    if values.kinds.of(kpi) != "ratio":
        return channels
    full = [c for c in channels if len(on_channel(values.store, leaves, c)) == len(leaves)]
    return full or channels


def behind(store, ends, cadences):
    """Channels that end more than a week before the newest; coarser ones cannot be newer than their unit allows."""
    best = max(ends.values())
    grace = {c: 0 if cadences[c] == "day" else length(store.calendar.period(cadences[c], end)) for c, end in ends.items()}
    return [c for c, end in ends.items() if best - (end + grace[c]) > BEHIND]


def by_whole_period(values, leaves, channels, period, kpi):
    """What is recorded once a period is there for it or not."""
    store = values.store
    ends = {}
    for channel in channels:
        own = on_channel(store, leaves, channel)
        found = [store.newest_statement(leaf, channel, period.cadence, -(10**9), period.end) for leaf in own]
        if all(day is not None for day in found):
            ends[channel] = min(found)
    left = behind(store, ends, dict.fromkeys(ends, period.cadence)) if ends else []
    known = min((end for c, end in ends.items() if c not in left), default=period.start - 1)
    done = 1 if known >= period.end else 0
    return Reach(period.cadence, done, 1, period.end if done else period.start - 1, tuple(sorted(left)))


def in_question(store, leaves, channel, period):
    end = store.active_to.get(channel)
    if end is not None and end < min(period.end, store.today):
        return False
    return bool(leaves) and all(store.first[(leaf, channel)] <= period.end for leaf in leaves)


def finest_part(store, leaf, channel, period):
    found = [c for c in store.tracks[(leaf, channel)] if RANK[c] < RANK[period.cadence]]
    return min(found, key=RANK.get, default=None)


def newest(store, leaf, channel, period):
    found = [
        store.newest_statement(leaf, channel, c, -(10**9), period.end)
        for c in store.tracks[(leaf, channel)]
        if RANK[c] < RANK[period.cadence]
    ]
    return max((day for day in found if day is not None), default=-(10**9))
