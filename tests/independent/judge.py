"""A value against its goal: status, p and score, for closed periods and for running ones."""
from dataclasses import replace

from comparison import current
from goals import FULL, NoGoal, on_line, step_of, summed
from reading import whole

EARLY = 0.2


class Judge:
    def __init__(self, values, goals):
        self.values = values
        self.goals = goals

    def judge(self, kpi, channel, period):
        channels = None if channel is None else (channel,)
        goal = self.goals.of(kpi, channel, period)
        found = current(self.values, kpi, channels, (whole(period), period))
        if found.reading.state == "notApplicable":
            return {"status": "notApplicable"}
        if isinstance(goal, NoGoal):
            return self.without_goal(goal, found.reading)
        out = {"goal": goal.goal, "floor": goal.floor, "sense": goal.sense}
        if goal.goal_to is not None:
            out["goalTo"] = goal.goal_to
        reading = found.reading
        if not reading.ok:
            return {**out, "status": "noData"}
        if self.stale(kpi, found):
            return {**out, "status": "incomplete", "reason": "lowCoverage"}
        flow = self.values.kinds.of(kpi) == "flow"
        share = 1.0
        if flow:
            share = self.known_share(kpi, channels, found)
            if share < FULL:
                return {**out, "status": "incomplete", "reason": "lowCoverage"}
        if found.reach is None:
            return {**out, **self.closed(kpi, goal, reading.value, share)}
        return {**out, **self.running(kpi, goal, reading.value, share, found)}

    def stale(self, kpi, found):
        """A total of stocks with a channel left behind is no value to judge."""
        left = found.reach is not None and len(found.reach.left) > 0
        return found.reading.stale or (left and self.values.kinds.of(kpi) == "stock")

    def known_share(self, kpi, channels, found):
        """Coverage of the value; channels left behind are expected all the same."""
        reading = found.reading
        if found.reach is None or not found.reach.left:
            return 1.0 if reading.coverage() is None else reading.coverage()
        expected = reading.expected_days
        for channel in found.reach.left:
            alone = self.values.read(kpi, (channel,), found.scope)
            expected += alone.expected_days or found.scope.to - found.scope.frm + 1
        return reading.recorded_days / expected

    def without_goal(self, goal, reading):
        if goal.reason == "noTarget":
            return {"status": "noTarget"}
        return {"status": "noTarget", "reason": goal.reason}

    def closed(self, kpi, goal, value, share):
        out = {}
        if share != 1:
            out["pace.goal"], out["pace.share"] = goal.goal * share, share
            if goal.goal_to is not None:
                out["pace.goalTo"] = goal.goal_to * share
        p = p_of(value, goal.sense, goal.goal * share, goal.floor * share, scaled(goal.goal_to, share), goal.margin * share)
        status = "met" if p >= 1 else "atRisk" if p >= 0 else "off"
        return {**out, "status": status, **scored(self.on_bound(kpi, goal), p)}

    def running(self, kpi, goal, value, share, found):
        definition = self.values.store.kpis[kpi]
        reach, scope = found.reach, found.scope
        elapsed = reach.done / reach.of
        out = {}
        if self.values.kinds.of(kpi) == "flow":
            pace = self.flow_pace(goal, share, elapsed, reach, scope)
            eased = ease(goal, pace, step_of(definition))
            out["pace.goal"], out["pace.share"] = pace.goal, elapsed * share
            if pace.goal_to is not None:
                out["pace.goalTo"] = pace.goal_to
        else:
            eased = goal
            if goal.line is not None:
                eased = self.on_its_line(goal, definition, scope.to)
                out["pace.goal"], out["pace.share"] = eased.goal, elapsed
        p = p_of(value, eased.sense, eased.goal, eased.floor, eased.goal_to, eased.margin)
        ratio = self.values.kinds.of(kpi) == "ratio"
        if elapsed < EARLY and (ratio or not self.decided(goal, value, p)):
            return {**out, "status": "tooEarly"}
        status = "onPace" if p >= 1 else "behind" if p >= 0 else "wellBehind"
        return {**out, "status": status, **scored(self.on_bound(kpi, goal), p)}

    def flow_pace(self, goal, share, elapsed, reach, scope):
        """The part of a goal that should be there by now; of a sum, each part by how much of it has elapsed."""
        if not goal.parts:
            return times(goal, elapsed * share)
        calendar = self.values.store.calendar
        sums = []
        for unit, part in goal.parts:
            units = calendar.units(reach.cadence, unit.start, unit.end)
            done = sum(1 for u in units if u.end <= scope.to)
            sums.append(times(part, share * done / len(units) if units else 0))
        return summed(sums)

    def on_its_line(self, goal, definition, day):
        line = on_line(goal.line, day)
        floor = goal.floor
        if not goal.own_floor:
            away = 1 if goal.sense == "atMost" else -1
            floor = line + away * max(abs(line - goal.line[0]) / 2, step_of(definition))
        return replace(goal, goal=line, floor=floor)

    def decided(self, goal, value, p):
        """A limit kept, a goal already reached, a limit already broken."""
        if goal.sense == "atMost":
            return p >= 1 or value > goal.goal
        if goal.sense == "atLeast":
            return value >= goal.goal
        return value > goal.goal_to

    def on_bound(self, kpi, goal):
        definition = self.values.store.kpis[kpi]
        if goal.sense == "between":
            return True
        if goal.sense == "atLeast":
            return definition.get("max") is not None and goal.goal == definition["max"]
        low = definition.get("min")
        if low is None and definition["unit"]["kind"] == "count":
            low = 0
        return low is not None and goal.goal == low


def times(goal, share):
    return replace(
        goal,
        goal=goal.goal * share,
        floor=goal.floor * share,
        goal_to=scaled(goal.goal_to, share),
        margin=goal.margin * share,
    )


def ease(goal, pace, step):
    """A value within one step of the line is on pace, never one beyond the whole goal; at least a step of margin."""
    margin = max(pace.margin if goal.sense == "between" else abs(pace.goal - pace.floor), step)
    if goal.sense == "atLeast":
        return replace(pace, goal=pace.goal - step, floor=pace.goal - step - margin)
    if goal.sense == "atMost":
        line = min(pace.goal + step, goal.goal)
        return replace(pace, goal=line, floor=line + margin)
    return replace(pace, goal=pace.goal - step, goal_to=min(pace.goal_to + step, goal.goal_to), margin=margin)


def scaled(value, share):
    return None if value is None else value * share


def p_of(value, sense, goal, floor, goal_to, margin):
    if sense == "between":
        distance = max(goal - value, value - goal_to, 0)
        if distance == 0:
            return 1.0
        return 1 - distance / margin if margin > 0 else -1.0
    if goal == floor:
        return at_edge(value, sense, goal)
    return (value - floor) / (goal - floor)


def at_edge(value, sense, goal):
    """No margin: met or off."""
    met = value >= goal if sense == "atLeast" else value <= goal
    return 1.0 if met else -1.0


def scored(bound, p):
    if bound:
        score = 10 / 3 * (1 + 2 * min(p, 1))
    else:
        score = 10 / 3 * (1 + p)
    return {"p": p, "score": min(10.0, max(0.0, score))}

