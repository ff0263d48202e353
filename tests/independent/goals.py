"""What a target asks of a period: goal and floor, from its kind, its base and the KPI's own steps and bounds."""
from dataclasses import dataclass, replace

from breaks import break_between
from civil import RANK, anchor
from reading import whole

FULL = 0.8
SHARE_POINT = 0.01


@dataclass(frozen=True)
class Goal:
    sense: str
    goal: float
    floor: float
    goal_to: float | None = None
    # `between`: how far outside an edge the floor is.
    margin: float = 0.0
    # `baseline`: where its line starts and ends, its first and last day; an own floor stays where it is.
    line: tuple | None = None
    own_floor: bool = False
    # Of which parts a goal is the sum: (part, goal).
    parts: tuple = ()


@dataclass(frozen=True)
class NoGoal:
    reason: str


def is_share(definition):
    return definition["unit"]["kind"] == "percent" and definition.get("max") == 1


def step_of(definition):
    if definition.get("step") is not None:
        return definition["step"]
    if is_share(definition):
        return 0
    return {"count": 1, "percent": SHARE_POINT}.get(definition["unit"]["kind"], 0)


def margin_of(definition, goal):
    if is_share(definition):
        if goal <= 0 or goal >= 0.9:
            return SHARE_POINT
        return 0.1 * min(goal, 1 - goal)
    return max(0.1 * abs(goal), step_of(definition))


class Goals:
    def __init__(self, values):
        self.values = values
        self.calendar = values.store.calendar

    def target_for(self, kpi, channel, period):
        """The target that holds in a period of its own cadence: the one that began last, then one with an end."""
        holding = [
            t
            for t in self.targets(kpi, channel)
            if t["cadence"] == period.cadence
            and t["from"] <= period.end
            and (t["to"] is None or period.start < t["to"])
        ]
        return max(holding, key=lambda t: (t["from"], t["to"] is not None), default=None)

    def targets(self, kpi, channel):
        """Those of the channel; of a KPI on a single channel those for all channels are its own, and the reverse."""
        mine = [t for t in self.values.store.targets if t["kpi"] == kpi]
        own = self.values.channels(kpi)
        found = [t for t in mine if t["channel"] == channel]
        if not found and len(own) == 1 and channel in (None, own[0]):
            return mine
        return found

    def cadences(self, kpi, channel):
        return {t["cadence"] for t in self.targets(kpi, channel)}

    def resolve(self, kpi, channel, period):
        """Goal of a period of the target's own cadence."""
        target = self.target_for(kpi, channel, period)
        if target is None:
            return NoGoal("noTargetForPeriod")
        definition = self.values.store.kpis[kpi]
        kind = target["kind"]
        if kind in ("atLeast", "atMost"):
            away = 1 if kind == "atMost" else -1
            floor = target.get("floor")
            if floor is None:
                floor = target["goal"] + away * margin_of(definition, target["goal"])
            return Goal(kind, target["goal"], floor)
        if kind == "between":
            low, high = target["goal"], target["goalTo"]
            margin = max(0.1 * (high - low), step_of(definition))
            return Goal("between", low, low - margin, high, margin)
        if kind == "baseline":
            return self.baseline(kpi, channel, period, target, definition)
        return self.growth(kpi, channel, period, target, definition)

    def growth(self, kpi, channel, period, target, definition):
        calendar = self.calendar
        previous = target["kind"] == "growPrevious"
        at = calendar.shift(period, -1) if previous else calendar.last_year(period)
        channels = None if channel is None else (channel,)
        if at is None:
            return NoGoal("noBase")
        base = self.values.read(kpi, channels, whole(at))
        if not base.ok:
            return NoGoal("noBase")
        between = break_between(self.values, kpi, channels, whole(at), whole(period))
        if between is not None and "since" in between:
            return NoGoal("definitionChanged")
        share = base.coverage()
        if share is not None and share < FULL and self.values.kinds.of(kpi) != "stock":
            return NoGoal("lowCoverage")
        if base.value == 0:
            return NoGoal("baseZero")
        value = base.value * (1 if between is None else between["factor"])
        if self.values.kinds.of(kpi) == "flow" and base.cadence == "week":
            value *= len(calendar.units("week", period.start, period.end)) / len(
                calendar.units("week", at.start, at.end)
            )
        goal = value + target["goal"] * abs(value)
        falling = definition["direction"] == "range" and target["goal"] < 0
        sense = "atMost" if definition["direction"] == "down" or falling else "atLeast"
        return self.half_way(definition, target, sense, value, goal)

    def half_way(self, definition, target, sense, base, goal, line=None):
        away = 1 if sense == "atMost" else -1
        floor = target.get("floor")
        if floor is None:
            floor = goal + away * max(abs(goal - base) / 2, step_of(definition))
        return Goal(sense, goal, floor, line=line, own_floor=target.get("floor") is not None)

    def baseline(self, kpi, channel, period, target, definition):
        start = target.get("baseline")
        if start is None:
            first = self.calendar.period(target["cadence"], target["from"])
            before = self.values.read(
                kpi, None if channel is None else (channel,), whole(self.calendar.shift(first, -1))
            )
            if not before.ok:
                return NoGoal("noBase")
            start = before.value
        sense = "atLeast" if target["goal"] >= start else "atMost"
        if target["to"] is None:
            return self.half_way(definition, target, sense, start, target["goal"])
        line = (start, target["goal"], target["from"], target["to"] - 1)
        return self.half_way(definition, target, sense, start, on_line(line, period.end), line)

    def of(self, kpi, channel, period):
        """Goal of any period: its own, or that of its parts together."""
        cadences = self.cadences(kpi, channel)
        if not cadences:
            return NoGoal("noTarget")
        if period.cadence in cadences:
            return self.resolve(kpi, channel, period)
        finer = [c for c in cadences if RANK[c] < RANK[period.cadence]]
        if not finer:
            coarser = [self.target_for(kpi, channel, self.calendar.period(c, anchor(period))) for c in cadences]
            return NoGoal("finerThanTarget" if any(coarser) else "noTargetForPeriod")
        parts = self.parts(kpi, channel, period, max(finer, key=RANK.get))
        return self.together(kpi, channel, parts)

    def parts(self, kpi, channel, period, cadence):
        return [(u, self.resolve(kpi, channel, u)) for u in self.calendar.units(cadence, period.start, period.end)]

    def together(self, kpi, channel, parts):
        kind = self.values.kinds.of(kpi)
        if kind == "stock":
            return parts[-1][1]
        if kind == "flow":
            channels = None if channel is None else (channel,)
            parts = [(u, g) for u, g in parts if self.values.read(kpi, channels, whole(u)).state != "notApplicable"]
        missing = [g for _, g in parts if isinstance(g, NoGoal)]
        if missing or not parts:
            return missing[0] if missing else NoGoal("noTargetForPeriod")
        goals = [g for _, g in parts]
        if self.values.store.kpis[kpi]["timeAggregation"] == "none":
            return NoGoal("noTargetForPeriod")
        if len({g.sense for g in goals}) > 1:
            return NoGoal("noTargetForPeriod")
        if kind == "flow":
            return replace(summed(goals), parts=tuple(parts))
        same = all((g.goal, g.floor, g.goal_to) == (goals[0].goal, goals[0].floor, goals[0].goal_to) for g in goals)
        return goals[0] if same else NoGoal("noTargetForPeriod")


def summed(goals):
    first = goals[0]
    return replace(
        first,
        goal=sum(g.goal for g in goals),
        floor=sum(g.floor for g in goals),
        goal_to=None if first.goal_to is None else sum(g.goal_to for g in goals),
        margin=sum(g.margin for g in goals),
        line=None,
    )


def on_line(line, day):
    """Height of a baseline's line on a day: from its first day to its last."""
    start, goal, first, last = line
    if last <= first:
        return goal
    share = min(1.0, max(0.0, (day - first) / (last - first)))
    return start + (goal - start) * share
