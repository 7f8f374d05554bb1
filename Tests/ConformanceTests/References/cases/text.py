"""Arrays as text."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, Operand


def printable(m):
    kind = m.pick(["any", "any", "wide", "long", "plain", "integers"])
    if kind == "any":
        return m.array()
    if kind == "long":
        return Operand(m.values(m.dtype(), m.pick([(1001,), (40, 40), (1200,), (30,), (12, 12, 12)]), tame=True))
    if kind == "wide":
        values = m.rng.normal(0, 1, m.shape()) * 10.0 ** m.rng.integers(-12, 12)
        return Operand(np.asarray(values).astype(m.pick(FLOATS)))
    if kind == "integers":
        return m.array("int64", tame=m.chance(0.5))
    return Operand(m.rng.normal(0, 10, m.shape()).round(m.int(0, 6)).astype("float64"))


@draws("repr", "str", weight=12)
def whole(m, op):
    return Draft({"repr": repr, "str": str}[op], [printable(m)], tags=["text"])


@draws("array2string", weight=30)
def array2string(m, op):
    kwargs = {}
    if m.chance(0.5):
        kwargs["precision"] = m.int(0, 12)
    if m.chance(0.3):
        kwargs["suppress_small"] = m.chance(0.7)
    if m.chance(0.3):
        kwargs["threshold"] = m.pick([0, 3, 5, 50])
    if m.chance(0.3):
        kwargs["edgeitems"] = m.int(1, 4)
    if m.chance(0.3):
        kwargs["max_line_width"] = m.pick([20, 40, 75, 120])
    if m.chance(0.3):
        kwargs["separator"] = m.pick([", ", ",", " ", ";"])
    if m.chance(0.3):
        kwargs["sign"] = m.pick(["-", "+", " "])
    if m.chance(0.4):
        kwargs["floatmode"] = m.pick(["fixed", "unique", "maxprec", "maxprec_equal"])
    return Draft(np.array2string, [printable(m)], kwargs, tags=["text"])
