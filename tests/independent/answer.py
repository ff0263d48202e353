"""Answers questions about the generated books: parts and questions as JSON on stdin, one JSON line an answer.

A question is a list: number of the client, what is asked, then what it needs, mostly KPI, channel or null, cadence,
any day of the period, base.
"""
import json
import sys

from civil import iso
from comparison import compare
from forecast import Forecasts
from goals import Goals
from judge import Judge
from reading import whole
from scores import group, with_counter
from signals import Signals
from store import Store
from trends import trend
from values import Values


class Client:
    def __init__(self, parts):
        self.store = Store(parts)
        self.values = Values(self.store)
        self.signals = Signals(self.values)
        self.forecasts = Forecasts(self.values)
        self.judging = Judge(self.values, Goals(self.values))

    def period(self, cadence, day):
        return self.store.calendar.period(cadence, day)

    def kind(self, kpi):
        return self.values.kinds.of(kpi)

    def measure(self, kpi, channel, cadence, day):
        period = self.period(cadence, day)
        reading = self.values.read(kpi, one(channel), whole(period))
        out = {"from": iso(period.start), "to": iso(period.end), "kind": self.kind(kpi)}
        return {**out, **self.measured("", kpi, reading)}

    def compare(self, kpi, channel, cadence, day, base):
        found = compare(self.values, kpi, one(channel), self.period(cadence, day), base)
        out = {f"change.{k}": iso(v) if k == "since" else v for k, v in found["change"].items()}
        for name in ("now", "base", "wholeBase"):
            if found.get(name) is not None:
                out.update(self.measured(f"{name}.", kpi, found[name]))
        out["span"], out["baseSpan"] = days(found["scope"]), days(found.get("baseScope"))
        out["left"] = ",".join(found["left"])
        reach = found["reach"]
        if reach is not None:
            out["units"] = f"{reach.done} of {reach.of} {reach.cadence}"
        return out

    def judge(self, kpi, channel, cadence, day):
        return with_counter(self.judging, kpi, channel, self.period(cadence, day))

    def signal(self, kpi, channel, cadence, day):
        out = self.signals.signal(kpi, channel, self.period(cadence, day))
        return {k: iso(v) if k in ("baselineFrom", "baselineTo", "since") else v for k, v in out.items()}

    def trend(self, kpi, channel, cadence, day):
        return trend(self.signals.history(kpi, channel, self.period(cadence, day)))

    def forecast(self, kpi, channel, cadence, day):
        return self.forecasts.forecast(kpi, channel, self.period(cadence, day))

    def group(self, kra, channels, cadence, day):
        rows = [
            (kpi, self.store.weights.get(kpi, 1), self.judge(kpi, channel, cadence, day))
            for kpi, definition in self.store.kpis.items()
            if definition["kra"] == kra
            for channel in channels
        ]
        return group(rows)

    def measured(self, name, kpi, reading):
        """What is told of a reading; nothing to be known is nothing to be covered."""
        out = {"state": reading.state}
        if reading.value is not None:
            out["value"] = reading.value
        if reading.as_of is not None:
            out["asOf"] = iso(reading.as_of)
        if self.kind(kpi) != "stock" and reading.recorded + reading.expected > 0:
            out.update(recorded=reading.recorded, expected=reading.expected, cadence=reading.cadence)
        return {name + k: v for k, v in out.items()}


def one(channel):
    return None if channel is None else (channel,)


def days(scope):
    if scope is None or scope.to < scope.frm:
        return None
    return f"{iso(scope.frm)}..{iso(scope.to)}"


def main():
    given = json.load(sys.stdin)
    clients = [Client(parts) for parts in given["clients"]]
    for number, asked, *rest in given["questions"]:
        print(json.dumps(getattr(clients[number], asked)(*rest)))


if __name__ == "__main__":
    main()
