"""Answers questions about the generated books: parts and questions as JSON on stdin, one JSON line an answer.

A question is a list: number of the client, what is asked, KPI, channel or null, cadence, any day of the period, base.
"""
import json
import sys

from civil import iso
from comparison import compare
from reading import whole
from store import Store
from values import Values


class Client:
    def __init__(self, parts):
        self.store = Store(parts)
        self.values = Values(self.store)

    def period(self, cadence, day):
        return self.store.calendar.period(cadence, day)

    def measure(self, kpi, channel, cadence, day, _base):
        period = self.period(cadence, day)
        reading = self.values.read(kpi, None if channel is None else (channel,), whole(period))
        kind = self.values.kinds.of(kpi)
        return {"from": iso(period.start), "to": iso(period.end), **measured(reading, kind)}

    def compare(self, kpi, channel, cadence, day, base):
        period = self.period(cadence, day)
        found = compare(self.values, kpi, None if channel is None else (channel,), period, base)
        kind = self.values.kinds.of(kpi)
        change = found["change"]
        out = {f"change.{k}": iso(v) if k == "since" else v for k, v in change.items()}
        for name in ("now", "base", "whole_base"):
            reading = found.get(name)
            if reading is not None:
                out.update({f"{name}.{k}": v for k, v in measured(reading, kind).items()})
        scope, base_scope = found["scope"], found.get("base_scope")
        out["span"] = f"{iso(scope.frm)}..{iso(scope.to)}" if scope.to >= scope.frm else None
        out["baseSpan"] = f"{iso(base_scope.frm)}..{iso(base_scope.to)}" if base_scope and base_scope.to >= base_scope.frm else None
        out["left"] = ",".join(found["left"])
        if found["reach"] is not None:
            out["done"], out["of"], out["units"] = found["reach"].done, found["reach"].of, found["reach"].cadence
        return out


def measured(reading, kind):
    out = {"state": reading.state}
    if reading.value is not None:
        out["value"] = reading.value
    if reading.expected + reading.recorded > 0 and kind != "stock":
        out["recorded"], out["expected"], out["cadence"] = reading.recorded, reading.expected, reading.cadence
    if reading.as_of is not None:
        out["asOf"] = iso(reading.as_of)
    return out


def main():
    given = json.load(sys.stdin)
    clients = [Client(parts) for parts in given["clients"]]
    for number, asked, *rest in given["questions"]:
        print(json.dumps(getattr(clients[number], asked)(*rest)))


if __name__ == "__main__":
    main()
