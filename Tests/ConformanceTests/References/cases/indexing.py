"""Reading and writing by indices, in every combination."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, INTEGERS, NUMBERS, Index, Operand


def random_index(m, shape):
    """Indices for an array of `shape`, in every combination."""
    rank = len(shape)
    index = []
    axis = 0
    # The position arrays of one index broadcast together, mostly.
    common = tuple(m.int(0 if m.chance(0.1) else 1, 3) for _ in range(m.pick([1, 1, 2])))
    stop = rank if m.chance(0.6) else m.int(0, rank)
    ellipsis = m.int(0, stop) if m.chance(0.25) else None
    while axis < stop:
        if ellipsis == axis:
            index.append(Ellipsis)
            # From here on the indices count from the last axis.
            axis, ellipsis = max(axis, rank - (stop - axis)), None
            stop = rank
            continue
        extent = shape[axis]
        kind = m.pick(["int", "int", "slice", "slice", "slice", "all", "newaxis", "positions", "positions", "mask"])
        if kind == "newaxis":
            index.append(None)
            continue
        if kind == "int" and (extent > 0 or m.chance(0.1)):
            bound = max(extent, 1) + (1 if m.chance(0.04) else 0)
            index.append(m.int(-bound, bound - 1))
        elif kind == "positions":
            mine = tuple(1 if m.chance(0.2) else e for e in common)[m.int(0, 1) if m.chance(0.3) else 0:]
            if m.chance(0.03):
                mine = mine + (2,)
            positions = m.positions(extent, mine)
            if m.chance(0.15):
                positions = np.abs(positions).astype(m.pick(INTEGERS))
            index.append(positions)
        elif kind == "mask":
            covered = min(m.pick([1, 1, 1, 2, 3]), stop - axis)
            mask_shape = list(shape[axis:axis + covered])
            if m.chance(0.04):
                mask_shape[0] += 1
            index.append(m.rng.integers(0, 2, mask_shape).astype(bool))
            axis += covered
            continue
        elif kind == "all":
            index.append(slice(None))
        else:
            def bound():
                return None if m.chance(0.35) else m.int(-extent - 4, extent + 4)

            index.append(slice(bound(), bound(), m.pick([None, None, 1, 2, -1, -1, -2, 3, -7])))
        axis += 1
    if ellipsis is not None:
        index.append(Ellipsis)
    if m.chance(0.02):
        index.append(m.pick([0, Ellipsis, slice(None)]))
    return index


@draws("getitem", weight=30)
def getitem(m, op):
    x = m.array()
    return Draft(lambda a, i: a[i], [x, Index(random_index(m, x.value.shape))])


def written(f):
    """`f` on a copy of the first argument, which is the result."""

    def function(a, *rest, **kwargs):
        target = a.copy()
        f(target, *rest, **kwargs)
        return target

    return function


def assign(a, index, value):
    a[index] = value


@draws("setitem", weight=30)
def setitem(m, op):
    dtype = m.dtype()
    x = m.array(dtype)
    index = Index(random_index(m, x.value.shape))
    if m.chance(0.2):
        return Draft(written(assign), [x, index, m.scalar(dtype)])
    try:
        selected = x.value[index.value].shape
    except IndexError:
        selected = ()
    wanted = m.partner(selected) if m.chance(0.6) else selected
    if len(wanted) > len(selected) and wanted[0] != 1 and m.chance(0.7):
        wanted = (1,) + wanted[1:]
    if 0 in wanted and len(wanted) > len(selected):
        return None  # NumPy takes some empty values that do not broadcast
    return Draft(written(assign), [x, index, m.array(dtype, wanted)])


def add_to(a, index, value):
    a[index] += value


@draws("iadd_index", "add_at", weight=3)
def add_at(m, op):
    dtype = m.dtype(NUMBERS)
    x = m.array(dtype, m.shape(m.pick([1, 1, 2, 3])), tame=True)
    positions = Operand(m.positions(x.value.shape[0], (m.int(0, 5),) if m.chance(0.8) else (2, 2)))
    value = m.scalar(dtype, tame=True) if m.chance(0.6) else \
        m.array(dtype, positions.value.shape + x.value.shape[1:], tame=True)
    return Draft(written(add_to if op == "iadd_index" else np.add.at), [x, positions, value],
                 tol="exact" if dtype not in FLOATS else {"ulp": 4})


@draws("nonzero", "argwhere", "flatnonzero")
def nonzero(m, op):
    return Draft(getattr(np, op), [m.array()])


@draws("extract", "compress", "copyto_where", "where", weight=2)
def masked(m, op):
    dtype = m.dtype()
    shape = m.shape(None if op != "extract" else m.int(1, 3))
    x = m.array(dtype, shape)
    if op == "extract":
        return Draft(np.extract, [m.array("bool", shape), x])
    if op == "compress":
        axis = m.axis(len(shape), several=False)
        extent = x.value.size if axis is None else shape[axis] if -len(shape) <= axis < len(shape) else 1
        mask = m.array("bool", (max(extent - m.pick([0, 0, 1]), 0),))
        return Draft(np.compress, [mask, x], {} if axis is None else {"axis": axis})
    mask = m.array("bool", m.partner(shape))
    y = m.array(dtype, m.partner(shape))
    if op == "where":
        args = [mask, x, y]
        if m.chance(0.1):
            args[m.int(1, 2)] = m.scalar(dtype) if dtype in ("float64", "int64", "bool") else 1
        return Draft(np.where, args)
    return Draft(written(lambda a, b, c: np.copyto(a, b, where=c)), [x, y, mask])


@draws("ix_get")
def cross_product(m, op):
    x = m.array(shape=m.shape(2))
    places = [Operand(m.positions(extent, m.int(0, 3))) for extent in x.value.shape]
    return Draft(lambda a, i, j: a[np.ix_(i, j)], [x, *places])


@draws("take", weight=2)
def take(m, op):
    x = m.array()
    axis = m.axis(x.value.ndim, several=False)
    extent = x.value.size if axis is None else x.value.shape[axis] if -x.value.ndim <= axis < x.value.ndim else 1
    kwargs = {"axis": axis} if m.chance(0.9) or axis is not None else {}
    where = m.rng.integers(-6, 7, m.shape(m.int(0, 2)))
    if m.chance(0.6):
        mode = m.pick(["wrap", "clip"])
        # On an axis without elements NumPy's "wrap" can count for ever.
        kwargs["mode"] = mode if extent else "clip"
    else:
        where = m.positions(extent, where.shape)
    return Draft(np.take, [x, int(where) if where.ndim == 0 and m.chance(0.5) else Operand(where)], kwargs)


@draws("take_along_axis", "put_along_axis", weight=2)
def along(m, op):
    dtype = m.dtype()
    x = m.array(dtype, m.shape(m.int(1, 3)))
    axis = m.int(-x.value.ndim, x.value.ndim - 1)
    shape = list(x.value.shape)
    shape[axis] = m.int(0, 4)
    where = m.positions(x.value.shape[axis], shape)
    if op == "take_along_axis":
        if m.chance(0.3) and x.value.size:
            return Draft(np.take_along_axis, [x, Operand(np.argsort(x.value, axis=axis))], {"axis": axis})
        return Draft(np.take_along_axis, [x, Operand(where)], {"axis": axis})
    values = m.scalar(dtype) if m.chance(0.3) else m.array(dtype, shape)
    return Draft(written(np.put_along_axis), [x, Operand(where), values, axis])


@draws("put")
def put(m, op):
    dtype = m.dtype()
    x = m.array(dtype, tame=True)
    where = m.positions(x.value.size, m.int(0, 4))
    values = m.scalar(dtype) if m.chance(0.2) else m.array(dtype, (m.int(1, 4),))
    return Draft(written(np.put), [x, Operand(where), values])


@draws("fill_diagonal")
def fill_diagonal(m, op):
    dtype = m.dtype()
    shape = m.shape(2) if m.chance(0.8) else (m.int(1, 3),) * m.int(1, 3)
    return Draft(written(np.fill_diagonal), [m.array(dtype, shape), m.scalar(dtype)])


@draws("choose")
def choose(m, op):
    dtype = m.dtype()
    shape = m.shape()
    options = [m.array(dtype, m.partner(shape)) for _ in range(m.int(1, 4))]
    where = m.rng.integers(0, len(options) + m.chance(0.05), shape)
    return Draft(np.choose, [Operand(where), options])


@draws("select")
def select(m, op):
    dtype = m.dtype(ALL)
    shape = m.shape()
    count = m.int(1, 3)
    masks = [m.array("bool", shape) for _ in range(count)]
    options = [m.array(dtype, shape) for _ in range(count)]
    fallback = [m.scalar(dtype)] if dtype in ("float64", "int64", "bool") and m.chance(0.7) else [0]
    return Draft(np.select, [masks, options] + fallback)


@draws("unravel_index", "ravel_multi_index")
def places(m, op):
    shape = m.shape(m.int(1, 3))
    count = int(np.prod(shape))
    if op == "unravel_index":
        where = m.rng.integers(0, max(count, 1) + m.chance(0.1), m.shape(m.int(0, 2)))
        return Draft(np.unravel_index, [Operand(where), list(shape)])
    n = m.int(1, 4)
    where = [Operand(m.rng.integers(0, max(e, 1) + m.chance(0.03), n)) for e in shape]
    return Draft(lambda w, s: np.ravel_multi_index(tuple(w), s), [where, list(shape)])


def write_through(a, index, value):
    a[tuple(index)][...] = value


@draws("view_setitem")
def view_setitem(m, op):
    x = m.array("float64", m.shape(2), tame=True)
    return Draft(written(write_through), [x, [0], -1.0], tags=["alias"])
