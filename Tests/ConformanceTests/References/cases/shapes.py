"""Shapes: reshaping, moving axes, joining, splitting, repeating and padding."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, NUMBERS, Index, Operand


def factorised(m, count):
    """A shape of `count` elements."""
    shape = []
    rest = count
    while rest > 1:
        divisor = m.pick([d for d in range(2, rest + 1) if rest % d == 0])
        shape.append(divisor)
        rest //= divisor
    for _ in range(m.pick([0, 0, 1])):
        shape.insert(m.int(0, len(shape)), 1)
    return shape


def axis_of(m, rank):
    """An axis, now and then past the end."""
    return m.int(-rank - m.chance(0.05), rank - 1 + m.chance(0.05)) if rank else m.pick([0, -1])


@draws("reshape", "reshape_order", "resize", weight=2)
def reshape(m, op):
    x = m.array()
    if op == "resize":
        return Draft(np.resize, [x, list(m.shape())])
    target = factorised(m, x.value.size) if x.value.size else [int(e) for e in m.rng.permutation(x.value.shape)]
    if target and m.chance(0.3):
        target[m.int(0, len(target) - 1)] = -1
    if m.chance(0.05):
        target.append(2)
    if op == "reshape_order":
        return Draft(lambda a, s, o: np.reshape(a, s, order=o), [x, target, m.pick(["C", "F", "F"])])
    if len(target) == 1 and m.chance(0.2):
        target = target[0]
    return Draft(np.reshape, [x, target])


@draws("ravel", "copy", "T", "ravel_order", "atleast_1d", "atleast_2d", "atleast_3d", "attrs")
def plain(m, op):
    x = m.array()
    if op == "T":
        return Draft(lambda a: a.T, [x])
    if op == "ravel_order":
        return Draft(lambda a, o: np.ravel(a, order=o), [x, m.pick(["C", "F"])])
    if op == "attrs":
        return Draft(lambda a: [np.array(a.shape, np.int64), np.array([a.ndim, a.size, a.itemsize, a.nbytes])], [x])
    return Draft(getattr(np, op), [x])


@draws("transpose", "swapaxes", "moveaxis", "expand_dims", "squeeze", "broadcast_to", "flip", "fliplr", "rot90")
def axes(m, op):
    x = m.array()
    shape = x.value.shape
    rank = len(shape)
    if op == "transpose":
        if m.chance(0.2):
            return Draft(np.transpose, [x])
        order = [int(i) - rank if m.chance(0.2) else int(i) for i in m.rng.permutation(rank)]
        if order and m.chance(0.05):
            order[0] = order[-1]
        return Draft(np.transpose, [x, order])
    if op == "swapaxes":
        return Draft(np.swapaxes, [x, axis_of(m, rank), axis_of(m, rank)])
    if op == "moveaxis":
        if rank and m.chance(0.4):
            n = m.int(1, rank)
            return Draft(np.moveaxis, [x, [int(i) for i in m.rng.permutation(rank)[:n]],
                                       [int(i) - rank for i in m.rng.permutation(rank)[:n]]])
        return Draft(np.moveaxis, [x, axis_of(m, rank), axis_of(m, rank)])
    if op == "expand_dims":
        if m.chance(0.3):
            return Draft(np.expand_dims, [x], {"axis": m.pick([0, -1, [0, -1], [0, 2], [1]])})
        return Draft(np.expand_dims, [x, axis_of(m, rank + 1)])
    if op == "squeeze":
        return Draft(np.squeeze, [x], {"axis": m.axis(rank)} if m.chance(0.5) else {})
    if op == "broadcast_to":
        target = [m.extent() if e == 1 and m.chance(0.7) else e for e in shape]
        if m.chance(0.4):
            target = [m.extent()] + target
        if target and m.chance(0.06):
            target[-1] += 1
        return Draft(np.broadcast_to, [x, target])
    if op == "flip":
        return Draft(np.flip, [x], {"axis": m.axis(rank)} if m.chance(0.8) else {})
    if op == "rot90":
        return Draft(np.rot90, [x], {"k": m.int(-5, 5)} if m.chance(0.7) else {})
    return Draft(np.fliplr, [x])


@draws("concatenate", "stack", weight=2)
def joined(m, op):
    dtype = m.dtype()
    shape = m.shape()
    rank = len(shape)
    new = op == "stack"
    axis = m.int(-rank - new, rank - 1 + new) if rank or new else 0
    if m.chance(0.04):
        axis = rank + 1
    operands = []
    for _ in range(m.pick([1, 2, 2, 3])):
        other = list(shape)
        if not new and rank and -rank <= axis < rank:
            other[axis] = m.extent()
        if other and m.chance(0.04):
            other[0] += 1
        operands.append(m.array(dtype, other))
    if not new and m.chance(0.05):
        axis = None
    return Draft(getattr(np, op), [operands], {"axis": axis} if m.chance(0.8) else {})


@draws("hstack", "vstack", "dstack", "column_stack", "r_", "c_", "block2x2")
def stacked(m, op):
    dtype = m.dtype()
    if op == "block2x2":
        (a, b), (c, d) = (m.int(0, 3), m.int(0, 3)), (m.int(0, 3), m.int(0, 3))
        parts = [m.array(dtype, s) for s in ((a, c), (a, d), (b, c), (b, d + m.chance(0.05)))]
        return Draft(lambda p, q, r, s: np.block([[p, q], [r, s]]), parts)
    rank = m.pick([1, 1, 2, 2, 3]) if op in ("r_", "c_") else m.pick([0, 1, 1, 2, 2, 3])
    shape = list(m.shape(rank))
    axis = {"hstack": 1 if rank > 1 else 0, "vstack": 0, "dstack": 2, "column_stack": 1, "r_": 0, "c_": -1}[op]
    operands = []
    for _ in range(m.pick([1, 2, 2, 3]) if op not in ("r_", "c_") else m.pick([2, 2, 3])):
        other = list(shape)
        if -rank <= axis < rank and not (op in ("vstack", "column_stack", "c_") and rank == 1):
            other[axis] = m.extent()
        if other and m.chance(0.03):
            other[0] += 1
        operands.append(m.array(dtype, other))
    if op in ("r_", "c_"):
        return Draft(lambda *a: getattr(np, op)[a], operands)
    return Draft(getattr(np, op), [operands])


@draws("split", "array_split", "hsplit")
def split(m, op):
    x = m.array(shape=m.shape(m.int(1, 3)))
    axis = m.int(-x.value.ndim, x.value.ndim - 1) if op != "hsplit" else 1 if x.value.ndim > 1 else 0
    extent = x.value.shape[axis]
    parts = m.int(1, 5) if op == "array_split" or m.chance(0.1) else \
        m.pick([d for d in range(1, max(extent, 1) + 1) if extent % d == 0])
    if m.chance(0.35):
        parts = sorted(m.int(-1 if m.chance(0.2) else 0, extent + 1) for _ in range(m.int(0, 3)))
    return Draft(getattr(np, op), [x, parts], {"axis": axis} if op == "split" and (axis or m.chance(0.5)) else
                 {}) if op != "array_split" else Draft(np.array_split, [x, parts])


@draws("append", "insert", "delete", weight=2)
def edited(m, op):
    dtype = m.dtype()
    x = m.array(dtype, m.shape(m.int(1, 3)))
    shape = list(x.value.shape)
    axis = None if m.chance(0.3) else m.int(-len(shape), len(shape) - 1)
    kwargs = {} if axis is None else {"axis": axis}
    extent = x.value.size if axis is None else shape[axis]
    if op == "append":
        other = list(shape)
        if axis is not None:
            other[axis] = m.extent()
        return Draft(np.append, [x, m.array(dtype, other)], kwargs)
    if op == "delete":
        kind = m.pick(["one", "list", "array", "mask", "slice"])
        if kind == "one":
            where = m.int(-extent - m.chance(0.05), max(extent - 1 + m.chance(0.05), 0))
        elif kind == "slice":
            where = Index([slice(m.pick([None, 0, 1, -2]), m.pick([None, 2, -1]), m.pick([None, 2, -1]))])
            return Draft(lambda a, i, **k: np.delete(a, i[0], **k), [x, where], kwargs)
        elif kind == "mask":
            where = m.array("bool", (extent,))
        else:
            where = m.positions(extent, m.int(0, 3))
            where = Operand(where) if kind == "array" else [int(i) for i in where]
        return Draft(np.delete, [x, where], kwargs)
    bound = extent + m.chance(0.05)
    where = m.int(-bound, bound) if m.chance(0.5) else [m.int(-extent, extent) for _ in range(m.int(1, 3))]
    if isinstance(where, list) and m.chance(0.5):
        where = Operand(np.array(where))
    if m.chance(0.5):
        value = m.scalar(dtype) if not np.isnan(m.scalar(dtype)) else 1
    elif axis is None:
        value = m.array(dtype, (1 if isinstance(where, int) else Draft.meant(where).__len__(),))
    else:
        across = list(shape)
        del across[axis if axis >= 0 else len(shape) + axis]
        if isinstance(where, int):
            value = m.array(dtype, across)
        else:
            across = list(shape)
            across[axis] = m.pick([1, len(Draft.meant(where))])
            value = m.array(dtype, across)
    return Draft(np.insert, [x, where, value], kwargs)


@draws("repeat", "tile", "roll", weight=2)
def repeated(m, op):
    x = m.array()
    rank = x.value.ndim
    axis = m.axis(rank, several=False)
    if op == "repeat":
        extent = x.value.size if axis is None else x.value.shape[axis] if -rank <= axis < rank else 1
        count = m.int(-1 if m.chance(0.03) else 0, 3) if m.chance(0.5) else \
            [m.int(0, 3) for _ in range(extent + m.chance(0.05))]
        if isinstance(count, list) and m.chance(0.5):
            count = Operand(np.array(count, dtype=np.int64))
        return Draft(np.repeat, [x, count], {} if axis is None else {"axis": axis})
    if op == "tile":
        times = [m.int(0, 3) for _ in range(m.int(0, 3))]
        return Draft(np.tile, [x, times[0] if len(times) == 1 and m.chance(0.5) else times])
    if rank and m.chance(0.2):
        axes = [int(a) for a in m.rng.permutation(rank)[: m.int(1, rank)]]
        return Draft(np.roll, [x], {"shift": [m.int(-5, 5) for _ in axes], "axis": axes})
    if m.chance(0.3):
        return Draft(np.roll, [x], {"shift": m.int(-9, 9), "axis": axis})
    return Draft(np.roll, [x, m.int(-9, 9)], {} if axis is None else {"axis": axis})


@draws("trim_zeros")
def trim_zeros(m, op):
    values = m.values(m.dtype(NUMBERS), (m.int(0, 8),), tame=True)
    values[m.rng.random(values.shape) < 0.6] = 0
    return Draft(np.trim_zeros, [Operand(values)] + ([m.pick(["f", "b", "fb"])] if m.chance(0.4) else []))


@draws("lib.stride_tricks.sliding_window_view")
def windows(m, op):
    x = m.array(shape=m.shape(m.int(1, 3)))
    function = np.lib.stride_tricks.sliding_window_view
    if x.value.ndim == 1 or m.chance(0.1):
        return Draft(function, [x, m.int(1, max(x.value.size, 1) + m.chance(0.1))])
    return Draft(function, [x, [m.int(1, max(e, 1)) for e in x.value.shape]])


@draws("pad", weight=4)
def pad(m, op):
    mode = m.pick(["constant", "constant", "edge", "reflect", "symmetric", "wrap", "linear_ramp", "maximum", "mean",
                   "minimum", "median"])
    dtype = m.dtype(FLOATS + ["int64"] if mode in ("linear_ramp", "mean", "median") else ALL)
    x = m.array(dtype, tame=mode in ("linear_ramp", "mean", "median"))
    rank = x.value.ndim
    kind = m.pick(["each", "each", "number", "pair", "one"])
    low = -1 if m.chance(0.01) else 0
    if kind == "each":
        width = [[m.int(low, 4), m.int(0, 4)] for _ in range(rank)]
    else:
        width = {"number": m.int(low, 3), "pair": [m.int(0, 3), m.int(0, 3)], "one": [[m.int(0, 3), m.int(0, 3)]]}[kind]
    if rank == 0 and kind != "number":
        return None
    kwargs = {} if mode == "constant" and m.chance(0.3) else {"mode": mode}
    if mode == "constant" and m.chance(0.6):
        one = lambda: m.pick([0, 1, 7]) if dtype not in FLOATS else m.pick([0, 1.5, -2, np.nan])  # noqa: E731
        kwargs["constant_values"] = m.pick([one(), one(), [one(), one()],
                                            [[one(), one()] for _ in range(rank)] or one()])
    return Draft(np.pad, [x, width], kwargs,
                 {"rtol": 1e-5, "atol": 1e-5} if mode in ("linear_ramp", "mean", "median") else "exact")


@draws("diag", "diagonal", "trace", "tril", "triu")
def diagonals(m, op):
    name = "k" if op in ("diag", "tril", "triu") else "offset"
    rank = m.int(1, 2) if op == "diag" else m.pick([2, 2, 3]) if op in ("diagonal", "trace") else m.int(1, 3)
    if m.chance(0.03):
        rank = 0
    x = m.array(NUMBERS if op == "trace" else ALL, m.shape(rank), tame=op == "trace")
    return Draft(getattr(np, op), [x], {name: diagonal(m, op)} if m.chance(0.7) else {})


def diagonal(m, op):
    """A diagonal, now and then one far beyond the corners."""
    return m.pick([-2**31 + 1, 2**31 - 1]) if op != "diag" and m.chance(0.1) else m.int(-4, 4)
