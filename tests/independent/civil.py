"""Civil days and the client's calendar, by the standard library's own dates.

A day is the number of days since 1970-01-01. A period is (cadence, first day, last day).
"""
from collections import namedtuple
from datetime import date
from functools import lru_cache

EPOCH = date(1970, 1, 1).toordinal()
RANK = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4}
MONTHS = {"month": 1, "quarter": 3, "year": 12}

Period = namedtuple("Period", "cadence start end")


def to_date(day):
    return date.fromordinal(day + EPOCH)


def to_day(value):
    return value.toordinal() - EPOCH


def iso(day):
    return None if day is None else to_date(day).isoformat()


def from_iso(text):
    return to_day(date.fromisoformat(text))


def month_first(index):
    """First day of the month that is `index` months after January of year 0."""
    return to_day(date(index // 12, index % 12 + 1, 1))


class Calendar:
    def __init__(self, week_start, fiscal_start):
        self.week_start = week_start
        self.fiscal_start = fiscal_start
        self.period = lru_cache(None)(self.period)
        self.units = lru_cache(None)(self.units)

    def period(self, cadence, day):
        """The period of a cadence that holds a day."""
        if cadence == "day":
            return Period("day", day, day)
        when = to_date(day)
        if cadence == "week":
            back = (when.isoweekday() - self.week_start) % 7
            return Period("week", day - back, day - back + 6)
        length = MONTHS[cadence]
        index = when.year * 12 + when.month - 1
        index -= (when.month - self.fiscal_start) % length
        return Period(cadence, month_first(index), month_first(index + length) - 1)

    def shift(self, period, steps):
        cadence, start, _ = period
        if cadence in ("day", "week"):
            return self.period(cadence, start + steps * (1 if cadence == "day" else 7))
        when = to_date(start)
        return self.period(cadence, month_first(when.year * 12 + when.month - 1 + steps * MONTHS[cadence]))

    def last_year(self, period):
        """The same period a year before; weeks are 364 days apart; 29 February has none."""
        cadence, start, _ = period
        if cadence == "week":
            return self.period("week", start - 364)
        when = to_date(start)
        try:
            return self.period(cadence, to_day(when.replace(year=when.year - 1)))
        except ValueError:
            return None

    @staticmethod
    def civil_year(day):
        return to_date(day).year

    def units(self, cadence, first, last):
        """Units of a cadence that belong to a stretch: weeks by their fourth day, others when wholly inside."""
        found = []
        unit = self.period(cadence, first)
        if cadence == "week":
            while anchor(unit) <= last:
                if anchor(unit) >= first:
                    found.append(unit)
                unit = self.shift(unit, 1)
            return tuple(found)
        while unit.end <= last:
            if unit.start >= first:
                found.append(unit)
            unit = self.shift(unit, 1)
        return tuple(found)


def anchor(unit):
    return unit.start + 3 if unit.cadence == "week" else unit.start


def length(unit):
    return unit.end - unit.start + 1
