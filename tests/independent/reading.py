"""What is known of one number: its value, how much of it is recorded, the day it is of."""
from dataclasses import dataclass, field

FULL = 0.8


@dataclass(frozen=True)
class Reading:
    state: str
    value: float | None = None
    # Recorded and expected sub-periods, and the same in days.
    recorded: int = 0
    expected: int = 0
    cadence: str | None = None
    recorded_days: int = 0
    expected_days: int = 0
    as_of: int | None = None
    # Whether anything was due at all, and whether that was less than 0.8 of the period.
    due: bool = True
    due_days: int = 0
    span_days: int = 0
    stale: bool = False
    # Whether channels were left out of a total, being recorded by longer periods only.
    partly: bool = False
    # Stocks: a last known value from before the period, which totals carry; a channel archived before its end.
    carried: float | None = None
    gone: bool = False
    reasons: frozenset = field(default_factory=frozenset)

    @property
    def partial(self):
        """Figures were due for less than 0.8 of the period."""
        return self.due_days < FULL * self.span_days

    @property
    def ok(self):
        return self.state == "value"

    def coverage(self):
        if self.expected == 0:
            return None
        return self.recorded / self.expected


def missing(**more):
    return Reading("missing", **more)


@dataclass(frozen=True)
class Scope:
    """A stretch of days: a whole period, the first units of one, or any other."""

    frm: int
    to: int
    # The period it is whole, or a part of; None for any other stretch.
    period: object = None
    whole: bool = True
    # Of several periods together: days of the last, a quarter of which a stock may be old.
    fresh: int = 0


def whole(period):
    return Scope(period.start, period.end, period)


def until(period, to):
    return whole(period) if to == period.end else Scope(period.start, to, period, False)
