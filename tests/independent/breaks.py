"""Definition breaks: what lies between the two sides of a comparison."""
from formulas import kpis, parse


def breaks_of(values, kpi, channels):
    """Breaks that touch a KPI on the channels asked, its inputs' included: (day, factor or None, own)."""
    definition = values.store.kpis[kpi]
    asked = set(values.channels(kpi) if channels is None else channels)
    own = [b for b in values.store.breaks if b["kpi"] == kpi]
    touching = [b for b in own if b["channel"] is None or b["channel"] in asked]
    several = len(asked) > 1
    found = {}
    inputs = set()
    if definition.get("weightBy"):
        inputs.add(definition["weightBy"])
    if definition["timeAggregation"] == "formula":
        inputs |= kpis(parse(definition["formula"]))
    for key in inputs:
        for day, _ in breaks_of(values, key, channels):
            found[day] = None
    for b in touching:
        # A factor for one channel says nothing about several together.
        found[b["day"]] = b["factor"] if b["channel"] is None or not several else None
    return sorted(found.items())


def break_between(values, kpi, channels, base, now):
    """{"since": day} where growth is withheld, {"factor": product} where the base is rebased, None without breaks."""
    first, last = min(base.frm, now.frm), max(base.to, now.to)
    inside = [(day, factor) for day, factor in breaks_of(values, kpi, channels) if first < day <= last]
    if not inside:
        return None
    unhealed = [day for day, factor in inside if factor is None or not base.to < day <= now.frm]
    if unhealed:
        return {"since": unhealed[-1]}
    product = 1
    for _, factor in inside:
        product *= factor
    return {"factor": product}
