"""Theil-Sen slope and Mann-Kendall test over the closed periods of a KPI."""
import math
from itertools import combinations
from statistics import median

SURE = 0.05
LEAST = 8
EXACT = 10


def slope(points):
    """Median of the slopes between all pairs of (place, value)."""
    pairs = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(points, 2)]
    return median(pairs) if pairs else None


def kendall(values):
    """S and its two-sided p."""
    n = len(values)
    s = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    ties = [values.count(v) for v in set(values)]
    if n <= EXACT and all(t == 1 for t in ties):
        return s, exact(n, s)
    variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    if variance == 0 or s == 0:
        return s, 1.0
    z = (abs(s) - 1) / math.sqrt(variance)
    return s, min(1.0, math.erfc(z / math.sqrt(2)))


def exact(n, s):
    """Share of all orders of n values whose |S| is at least as large."""
    counts = {0: 1}
    for size in range(2, n + 1):
        grown = {}
        for total, ways in counts.items():
            for inversions in range(size):
                key = total + size - 1 - 2 * inversions
                grown[key] = grown.get(key, 0) + ways
        counts = grown
    return sum(ways for total, ways in counts.items() if abs(total) >= abs(s)) / math.factorial(n)


def trend(points):
    known = [(place, value) for place, value in enumerate(points) if value is not None]
    out = {"points": len(known)}
    steepness = slope(known)
    if steepness is not None:
        out["slope"] = steepness
    s, p = kendall([value for _, value in known])
    out["p"] = p
    if len(known) >= LEAST and p < SURE:
        out["direction"] = "up" if s > 0 else "down"
    return out


