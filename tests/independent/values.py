"""The value of any KPI on one channel, some or all of them, over any stretch: recorded or by formula."""
import ast
import math
import operator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from aggregate import Aggregate
from civil import RANK
from formulas import SHIFTS, Kinds, kpis, name_of, parse, required
from over_channels import added_coverage, carried, peak_of_sums, total, without_value
from pairing import Pairing
from reading import Reading, Scope, missing, whole

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
COMPARISONS = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class Values:
    def __init__(self, store):
        self.store = store
        self.aggregate = Aggregate(store)
        self.kinds = Kinds(store)
        self.pairing = Pairing(self)
        self.memo = {}
        self.leaf_memo = {}

    # Which KPIs and channels are in question.

    def leaves(self, kpi):
        """Recorded KPIs that a KPI is made of; itself when it has no formula."""
        if kpi not in self.leaf_memo:
            definition = self.store.kpis[kpi]
            if definition["timeAggregation"] != "formula":
                self.leaf_memo[kpi] = frozenset([kpi])
            else:
                inputs = kpis(parse(definition["formula"]))
                self.leaf_memo[kpi] = frozenset().union(*(self.leaves(k) for k in inputs))
        return self.leaf_memo[kpi]

    def channels(self, kpi):
        return sorted({c for leaf in self.leaves(kpi) for c in self.store.channels(leaf)})

    # Reading.

    def read(self, kpi, channels, scope):
        """`channels`: None for all, or a tuple of ids."""
        key = (kpi, channels, scope)
        if key not in self.memo:
            self.memo[key] = self.compute(kpi, channels, scope)
        return self.memo[key]

    def compute(self, kpi, channels, scope):
        definition = self.store.kpis[kpi]
        if definition["timeAggregation"] == "formula":
            return self.by_formula(kpi, definition, channels, scope)
        own = self.store.channels(kpi)
        asked = [c for c in own if channels is None or c in channels]
        if not asked:
            return missing(due=False)
        source = definition.get("source")
        if source is not None and source["measure"] != "published":
            return self.middle(kpi, source, asked, scope)
        if len(asked) == 1:
            return self.aggregate.read(kpi, asked[0], scope)
        time, over = definition["timeAggregation"], definition["channelAggregation"]
        if time in ("min", "max") and over == "sum":
            return peak_of_sums(self.aggregate, kpi, asked, scope, time)
        readings = [(c, self.aggregate.read(kpi, c, scope)) for c in asked]
        if over == "none":
            return self.single(readings)
        weight = definition.get("weightBy")
        return total(over, readings, lambda c: self.read(weight, (c,), scope))

    def middle(self, kpi, source, channels, scope):
        """The middle content item, channel by channel: those of two networks have none together."""
        readings = [(c, self.store.items.middle(kpi, source, c, scope)) for c in channels]
        return readings[0][1] if len(readings) == 1 else self.single(readings)

    def single(self, readings):
        """No aggregation over channels: a value only where a single channel is in question."""
        due = [r for _, r in readings if r.due and not r.gone]
        if len(due) == 1:
            return replace(carried(due[0]), partly=any("coarser" in r.reasons for _, r in readings))
        if not any(r.ok or r.carried is not None for r in due):
            return without_value([r for _, r in readings], **added_coverage(due))
        dates = [r.as_of for r in due if r.as_of is not None]
        return Reading("notComputable", as_of=min(dates, default=None), **added_coverage(due))

    def by_formula(self, kpi, definition, channels, scope):
        asked = channels if channels is not None else None
        if asked is not None and len(asked) == 1 and (kpi, asked[0]) in self.store.tracks:
            exact = self.aggregate.exact(kpi, asked[0], scope, "formula")
            if exact is not None:
                return exact
        node = parse(definition["formula"])
        result = self.evaluate(node, channels, scope)
        # Where nothing was due yet, nothing can be made of what is not there.
        return result if self.anything_due(kpi, channels, scope) else missing(due=False)

    def anything_due(self, kpi, channels, scope):
        return any(
            self.aggregate.read(leaf, channel, scope).due
            for leaf in self.leaves(kpi)
            for channel in (self.channels(kpi) if channels is None else channels)
        )

    # Formulas.

    def evaluate(self, node, channels, scope):
        if self.is_paired_ratio(node):
            return self.paired(node, channels, scope)
        return self.combine(node, lambda child: self.evaluate(child, channels, scope), channels, scope)

    def is_paired_ratio(self, node):
        return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and self.kinds.kind(node) == "ratio"

    def combine(self, node, sub, channels, scope, read=None):
        """One node of the tree; `sub` evaluates what is below it, `read` a KPI."""
        if isinstance(node, ast.Constant):
            return Reading("value", float(node.value))
        if isinstance(node, ast.Name):
            return (read or self.read)(node.id, channels, scope) if read is None else read(node.id)
        if isinstance(node, ast.UnaryOp):
            return self.apply([sub(node.operand)], lambda v: -v)
        if isinstance(node, ast.BinOp):
            return self.binary(node, sub(node.left), sub(node.right))
        if isinstance(node, ast.Compare):
            how = COMPARISONS[type(node.ops[0])]
            return self.apply([sub(node.left), sub(node.comparators[0])], lambda a, b: float(how(a, b)))
        return self.call(node, sub, channels, scope)

    def binary(self, node, left, right):
        if isinstance(node.op, ast.Div):
            if left.ok and right.ok and right.value == 0:
                return self.around([left, right], "notComputable", None)
            return self.apply([left, right], lambda a, b: a / b)
        return self.apply([left, right], OPERATORS[type(node.op)])

    def call(self, node, sub, channels, scope):
        name = name_of(node)
        if name in SHIFTS:
            return self.shifted(name, node.args[0], channels, scope)
        if name == "if":
            condition = sub(node.args[0])
            if not condition.ok:
                return self.around([condition], condition.state, None)
            chosen = sub(node.args[1] if condition.value != 0 else node.args[2])
            return self.around([condition, chosen], chosen.state, chosen.value)
        if name == "coalesce":
            tried = []
            for arg in node.args:
                reading = sub(arg)
                if reading.ok:
                    return reading
                tried.append(reading)
            return tried[-1]
        args = [sub(arg) for arg in node.args]
        how = {
            "sum": lambda *v: sum(v),
            "mean": lambda *v: sum(v) / len(v),
            "min": min,
            "max": max,
            "abs": abs,
            "round": lambda v, d=0: float(
                Decimal(repr(v)).quantize(Decimal(1).scaleb(-int(d)), rounding=ROUND_HALF_UP)
            ),
        }[name]
        if name in ("min", "max") and len(args) == 1:
            return args[0]
        return self.apply(args, how)

    def apply(self, readings, how):
        for state in ("notComputable", "missing", "notApplicable"):
            if any(r.state == state for r in readings):
                return self.around(readings, state, None)
        return self.around(readings, "value", how(*(r.value for r in readings)))

    def around(self, readings, state, value):
        """Coverage of what is combined: the least known of its inputs."""
        counted = [r for r in readings if r.expected > 0]
        dates = [r.as_of for r in readings if r.as_of is not None]
        least = min(counted, key=lambda r: r.recorded_days / r.expected_days if r.expected_days else 0, default=None)
        coverage = {}
        if least is not None:
            coverage = {
                "recorded": least.recorded,
                "expected": least.expected,
                "cadence": least.cadence,
                "recorded_days": least.recorded_days,
                "expected_days": least.expected_days,
            }
        spans = [r for r in readings if r.span_days]
        shortest = min(spans, key=lambda r: r.due_days / r.span_days, default=None)
        return Reading(
            state,
            value if value is None or math.isfinite(value) else None,
            as_of=min(dates) if dates else None,
            due=all(r.due for r in readings),
            partly=any(r.partly for r in readings),
            due_days=shortest.due_days if shortest else 0,
            span_days=shortest.span_days if shortest else 0,
            stale=any(r.stale for r in readings),
            **coverage,
        )

    # Other periods.

    def shifted(self, name, node, channels, scope):
        calendar = self.store.calendar
        if scope.period is None:
            return missing(due=False)
        period = calendar.last_year(scope.period) if name == "yoy" else calendar.shift(scope.period, -1)
        if period is None:
            return missing(due=False)
        base = whole(period) if scope.whole else self.first_part(node, channels, scope, period)
        then = self.evaluate(node, channels, base)
        if name != "change":
            return then
        now = self.evaluate(node, channels, scope)
        if now.ok and then.ok and then.value == 0:
            return self.around([now, then], "notComputable", None)
        return self.apply([now, then], lambda a, b: (a - b) / abs(b))

    def first_part(self, node, channels, scope, period):
        """As many units of the other period as the scope has of its own."""
        cadence = self.part_cadence(kpis(node), channels, scope)
        n = len(self.store.calendar.units(cadence, scope.frm, scope.to))
        units = self.store.calendar.units(cadence, period.start, period.end)
        if n >= len(units):
            return whole(period)
        return Scope(period.start, units[n - 1].end if n else period.start - 1, period, False)

    def part_cadence(self, keys, channels, scope):
        """The coarsest cadence, finer than the period, that the KPIs are recorded at."""
        cadences = [
            self.finest(leaf, c, scope)
            for key in keys
            for leaf in self.leaves(key)
            for c in self.store.channels(leaf)
            if channels is None or c in channels
        ]
        return max((c for c in cadences if c is not None), key=RANK.get, default="day")

    def finest(self, kpi, channel, scope):
        usable = [c for c in self.store.tracks.get((kpi, channel), []) if self.aggregate.fits(c, scope)]
        return min(usable, key=RANK.get, default=None)

    # Ratios: operands that belong together.

    def paired(self, node, channels, scope):
        operands = sorted(required(node))
        flows = [k for k in operands if self.kinds.of(k) == "flow"]
        together = self.pairing.together(operands, channels, scope)
        if not together:
            return self.inside(node, channels, scope)
        if len(flows) < 2:
            return self.inside(node, together, scope)
        optional = sorted(k for k in kpis(node) - required(node) if self.kinds.of(k) == "flow")
        inputs, coverage = self.pairing.pair(flows, optional, together, scope)

        def read(kpi):
            return inputs[kpi] if kpi in inputs else self.read(kpi, together, scope)

        result = self.with_inputs(node, read, together, scope)
        return replace(result, **coverage)

    def inside(self, node, channels, scope):
        return self.combine(node, lambda c: self.inside(c, channels, scope), channels, scope)

    def with_inputs(self, node, read, channels, scope):
        return self.combine(node, lambda c: self.with_inputs(c, read, channels, scope), channels, scope, read)
