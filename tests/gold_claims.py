"""The relations of annotated texts as claims: what a finder would give that never misses and never errs."""

from docgen.model.finding import Claim

CODES = {
    "sum": "SUM101",
    "rate": "PCT101",
    "change": "CHG101",
    "margin": "CHG103",
    "shares": "PCT102",
    "list": "LST101",
}


def claims_of_gold(relations):
    """A claim for each relation, an identity for any other equation."""
    return tuple(claim for relation in relations for claim in [claim_of(relation)] if claim)


def claim_of(relation):
    kind = relation["kind"]
    if kind == "equal":
        figures = tuple(relation["figures"])
        return Claim("DUP101", kind, figures, ("member",) * len(figures), "", trust=2)
    if kind == "other":
        return other(relation)
    roles = list(named(relation))
    direction = {"up": 1, "over": 1, "down": -1, "under": -1}.get(relation.get("direction"), 0)
    return Claim(
        CODES[kind],
        kind,
        tuple(i for _, i in roles),
        tuple(role for role, _ in roles),
        "",
        direction=direction,
        items=relation.get("items"),
    )


def named(relation):
    for role in (
        "total",
        "rate",
        "part",
        "whole",
        "current",
        "previous",
        "delta",
        "actual",
        "target",
        "margin",
        "count",
    ):
        if relation.get(role) is not None and not (role == "rate" and relation["kind"] == "change"):
            yield role, relation[role]
    if relation["kind"] == "change" and relation.get("rate") is not None:
        yield "rate", relation["rate"]
    for part in relation.get("parts", ()):
        yield "part", part


def other(relation):
    """An equation over `f0`, `f1`, … with names that no other role bears; rounding by `round` is left to the slack."""
    expression = relation["expr"].replace("round(", "(").replace("==", "=")
    return Claim(
        "SUM201",
        "identity",
        tuple(relation["figures"]),
        tuple(f"f{i}" for i in relation["figures"]),
        "",
        expression=expression,
    )
