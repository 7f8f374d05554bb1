"""Order and sets."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, NUMBERS, Operand


@draws("sort", "argsort", weight=2)
def sort(m, op):
    shape = m.pick([(3000,), (5, 300)]) if m.chance(0.02) else m.shape()
    x = m.array(ALL, shape)
    kwargs = {"axis": m.axis(len(shape), several=False)} if m.chance(0.8) else {}
    if op == "argsort":
        kwargs["kind"] = "stable"
        return Draft(np.argsort, [x], kwargs)
    return Draft(np.sort, [x], kwargs, {"ulp": 0})


@draws("partition_kth", "argpartition")
def partition(m, op):
    x = m.array(ALL, (m.int(1, 20),))
    if op == "argpartition":
        values = np.unique(m.values(m.dtype(NUMBERS), (1,)))
        return Draft(np.argpartition, [Operand(values), 0])
    if m.chance(0.3):
        kths = [m.int(0, x.value.size - 1) for _ in range(m.int(1, 3))]
        return Draft(lambda a, n: np.partition(a, n)[n], [x, kths], tol={"ulp": 0})
    k = m.int(0, x.value.size - 1 + m.chance(0.05))
    return Draft(lambda a, n: np.partition(a, n)[n : n + 1], [x, k], tol={"ulp": 0})


@draws("lexsort")
def lexsort(m, op):
    dtype = m.dtype()
    shape = m.shape(m.pick([1, 1, 1, 2]))
    return Draft(np.lexsort, [[m.array(dtype, shape, tame=True) for _ in range(m.int(1, 3))]])


@draws("searchsorted", weight=2)
def searchsorted(m, op):
    dtype = m.dtype()
    a = m.values(dtype, (m.pick([0, 1, 2, 5, 24]),))
    kwargs = {"side": m.pick(["left", "right"])} if m.chance(0.8) else {}
    if m.chance(0.25):
        kwargs["sorter"] = Operand(np.argsort(a, kind="stable"))
        a = Operand(a)
    else:
        a = np.sort(a)
        a = Operand(a)
    wanted = m.scalar(dtype) if dtype in ("int64", "float64") and m.chance(0.1) else m.array(dtype)
    return Draft(np.searchsorted, [a, wanted], kwargs)


@draws("digitize")
def digitize(m, op):
    dtype = m.dtype(NUMBERS)
    bins = np.sort(m.values(dtype, (m.int(0, 5),), tame=True))
    if m.chance(0.3):
        bins = bins[::-1]
    elif m.chance(0.05):
        bins = m.values(dtype, (5,), tame=True)
    return Draft(np.digitize, [m.array(dtype), Operand(bins)], {"right": m.chance(0.6)} if m.chance(0.7) else {})


@draws("unique", weight=4)
def unique(m, op):
    x = m.array()
    kwargs = {}
    if m.chance(0.4) and x.value.ndim:
        kwargs["axis"] = m.int(-x.value.ndim, x.value.ndim - 1 + m.chance(0.03))
    if m.chance(0.3):
        kwargs["equal_nan"] = m.chance(0.3)
    for name in ("return_index", "return_inverse", "return_counts"):
        if m.chance(0.4):
            kwargs[name] = True
    return Draft(np.unique, [x], kwargs, {"ulp": 0})


@draws("intersect1d", "union1d", "setdiff1d", "setxor1d", "isin")
def sets(m, op):
    dtype = m.dtype()
    x, y = m.array(dtype, m.shape(m.pick([1, 1, 2]))), m.array(dtype, m.shape(m.pick([1, 1, 2])))
    return Draft(getattr(np, op), [x, y], {"invert": m.chance(0.8)} if op == "isin" and m.chance(0.5) else {},
                 {"ulp": 0})
