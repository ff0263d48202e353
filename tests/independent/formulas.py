"""The formula language, read by Python's own parser.

A formula is rewritten into a Python expression (its signs, `if` and `;` differ) and handed to `ast`.
"""
import ast
import re
from functools import lru_cache

SHIFTS = ("prev", "yoy", "change")


@lru_cache(None)
def parse(text):
    text = text.replace("×", "*").replace("÷", "/").replace(";", ",")
    text = re.sub(r"(?<![<>!=])=(?!=)", "==", text)
    text = re.sub(r"\bif\s*\(", "if_(", text, flags=re.IGNORECASE)
    return ast.parse(text, mode="eval").body


def name_of(call):
    return call.func.id.lower().rstrip("_")


def children(node):
    if isinstance(node, ast.BinOp):
        return [node.left, node.right]
    if isinstance(node, ast.UnaryOp):
        return [node.operand]
    if isinstance(node, ast.Call):
        return list(node.args)
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    return []


def kpis(node):
    """Every KPI a formula names."""
    if isinstance(node, ast.Name):
        return {node.id}
    return set().union(*(kpis(child) for child in children(node)))


def required(node):
    """KPIs whose sub-periods and channels decide: not those inside `coalesce`, nor those of other periods."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Call) and (name_of(node) == "coalesce" or name_of(node) in SHIFTS):
        return set()
    return set().union(*(required(child) for child in children(node)))


class Kinds:
    """Flow, stock or ratio: of recorded KPIs by how they add up over time, of formulas by what they are made of."""

    def __init__(self, store):
        self.store = store
        self.memo = {}

    def of(self, kpi):
        if kpi not in self.memo:
            definition = self.store.kpis[kpi]
            how = definition["timeAggregation"]
            if how == "formula":
                self.memo[kpi] = self.kind(parse(definition["formula"]))
            else:
                self.memo[kpi] = {"sum": "flow", "last": "stock"}.get(how, "ratio")
        return self.memo[kpi]

    def kind(self, node):
        found = self.infer(node)
        return "ratio" if found == "number" else found

    def infer(self, node):
        if isinstance(node, ast.Constant):
            return "number"
        if isinstance(node, ast.Name):
            return self.of(node.id)
        if isinstance(node, ast.UnaryOp):
            return self.infer(node.operand)
        if isinstance(node, ast.BinOp):
            left, right = self.infer(node.left), self.infer(node.right)
            if isinstance(node.op, ast.Div):
                return left if right in ("number", "ratio") and left != "number" else "ratio" if right != "number" else "number"
            if isinstance(node.op, ast.Mult):
                scales = ("number", "ratio")
                if left in scales and right in scales:
                    return "ratio" if "ratio" in (left, right) else "number"
                if left in scales:
                    return right
                return left if right in scales else "ratio"
            return self.together([left, right])
        if isinstance(node, ast.Call):
            name = name_of(node)
            if name == "change":
                return "ratio"
            args = node.args[1:] if name == "if" else node.args[:1] if name == "round" else node.args
            return self.together([self.infer(arg) for arg in args])
        return "number"

    @staticmethod
    def together(kinds):
        """Added, or one of several: numbers take the kind of what they stand beside."""
        real = {k for k in kinds if k != "number"}
        if not real:
            return "number"
        return real.pop() if len(real) == 1 else "ratio"
