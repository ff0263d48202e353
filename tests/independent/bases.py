"""The stretches that a comparison is over: what stands on each side, before anything is read."""
import re

from civil import anchor, from_iso, length
from reading import Scope, whole


def stretch(calendar, first, last):
    """Several periods together; a single one is that period."""
    if first.start == last.start and first.cadence == last.cadence:
        return whole(last)
    return Scope(first.start, last.end, None, True, length(last))


def free(calendar, view, frm, to):
    """Free days; when they are exactly a period of the view, that period."""
    period = calendar.period(view.cadence, frm)
    return whole(period) if (period.start, period.end) == (frm, to) else Scope(frm, to, None, True)


def year_of(calendar, period, fiscal):
    """A period belongs to the year of its first day, a week to that of its fourth."""
    day = anchor(period)
    if fiscal:
        return calendar.period("year", day).start
    return calendar.civil_year(day)


def first_of_year(calendar, period, fiscal):
    year = year_of(calendar, period, fiscal)
    first = period
    while True:
        before = calendar.shift(first, -1)
        if year_of(calendar, before, fiscal) != year:
            return first
        first = before


def sides(calendar, period, text):
    """The two sides as (scope, last period), (scope, last period); the second is None where there is no base."""
    weekdays = text.endswith("+weekdays")
    text = text.removesuffix("+weekdays")
    kind, _, rest = text.partition(":")
    now = (whole(period), period)
    if kind == "none":
        return now, None, False
    if kind == "custom":
        frm, to = (from_iso(day) for day in re.split(r"\.\.", rest))
        days = free(calendar, period, frm, to)
        return now, (days, days.period), weekdays
    if kind == "rolling":
        n = int(rest)
        last = calendar.shift(period, -n)
        now = (stretch(calendar, calendar.shift(period, 1 - n), period), period)
        return now, (stretch(calendar, calendar.shift(last, 1 - n), last), last), weekdays
    if kind in ("yearToDate", "fiscalYearToDate"):
        first = first_of_year(calendar, period, kind.startswith("fiscal"))
        now = (stretch(calendar, first, period), period)
        base_first, base_last = calendar.last_year(first), calendar.last_year(period)
        if base_first is None or base_last is None:
            return now, None, weekdays
        return now, (stretch(calendar, base_first, base_last), base_last), weekdays
    if kind == "ago":
        base = calendar.shift(period, -int(rest))
    elif kind == "lastYear":
        base = calendar.last_year(period)
    else:
        base = calendar.shift(period, -1)
    return now, None if base is None else (whole(base), base), weekdays
