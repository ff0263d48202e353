"""Counters that hold vanity back, and the scores of groups."""

HELD = 6.6


def with_counter(judge, kpi, channel, period):
    """A judgement in which a vanity KPI is at best unconfirmed where its counter does not stand behind it."""
    values = judge.values
    own = judge.judge(kpi, channel, period)
    definition = values.store.kpis[kpi]
    if not definition["vanity"]:
        return own
    counter = definition["counter"]
    asked = channel if judge.goals.targets(counter, channel) else None
    verdict = judge.judge(counter, asked, period)
    if verdict["status"] in ("met", "atRisk", "onPace", "behind", "tooEarly"):
        return own
    if "score" in own:
        own["counter"] = verdict["status"]
    if own["status"] in ("met", "onPace"):
        own["status"] = "unconfirmed"
    if "score" in own:
        own["score"] = min(own["score"], HELD)
    return own


def group(rows):
    """Weighted mean of the scores of rows (kpi, weight, judgement), and how much of the weight has one.

    A KPI on several channels shares its weight among those that have a score.
    """
    by_kpi = {}
    for kpi, weight, judgement in rows:
        by_kpi.setdefault(kpi, (weight, []))[1].append(judgement.get("score"))
    weighed, covered, everything = 0.0, 0.0, 0.0
    for weight, scores in by_kpi.values():
        everything += weight
        known = [s for s in scores if s is not None]
        if known:
            covered += weight
            weighed += weight * sum(known) / len(known)
    out = {}
    if everything > 0:
        out["covered"] = covered / everything
    if covered > 0:
        out["score"] = weighed / covered
    return out
