"""Arrays from a shape, a formula or another array; sequences, grids and windows."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, NUMBERS, Operand


@draws("zeros", "ones", "full", "identity", "eye", "tri")
def filled(m, op):
    shape = list(m.shape())
    if op in ("zeros", "ones"):
        if len(shape) == 1 and m.chance(0.3):
            shape = shape[0]
        return Draft(getattr(np, op), [shape], {"dtype": m.pick(ALL)} if m.chance(0.5) else {})
    if op == "full":
        return Draft(np.full, [shape, m.pick([7.0, -1, 2.5, 0, True, np.nan, np.inf])])
    if op == "identity":
        return Draft(np.identity, [m.int(0, 5)])
    args = [m.int(0, 5)] + ([m.int(0, 5)] if m.chance(0.5) else [])
    kwargs = {"k": m.int(-4, 4)} if m.chance(0.6) else {}
    return Draft(getattr(np, op), args, kwargs)


@draws("zeros_like", "ones_like", "full_like")
def like(m, op):
    x = m.array(tame=True)
    if op != "full_like":
        return Draft(getattr(np, op), [x])
    value = m.pick([0, 1, 7]) if x.value.dtype.kind == "u" else m.pick([0, 1, -3, 2.7, -1.9])
    return Draft(np.full_like, [x, value])


@draws("arange", weight=5)
def arange(m, op):
    if m.chance(0.5):
        args = [m.int(-5, 12), m.int(-5, 12), m.pick([1, 2, 3, -1, -2])][: m.int(1, 3)]
    else:
        args = [m.pick([0, 0.0, 1, -1.5, 0.1]), m.pick([1, 2.5, -3.0, 7]), m.pick([0.1, 0.25, 0.3, -0.5, 1.5])]
        args = args[1:2] if m.chance(0.2) else args[: m.int(2, 3)]
    kwargs = {}
    if m.chance(0.3):
        dtype = m.pick(NUMBERS)
        if dtype.startswith("u") and min(args) < 0:
            return None
        if all(isinstance(a, int) for a in args) or dtype in FLOATS:
            kwargs["dtype"] = dtype
    return Draft(np.arange, args, kwargs)


@draws("arange")
def extreme_range(m, op):
    if m.chance(0.4):
        low, step = m.pick([-2**63, 2**63 - 5, -2**62, 0]), m.pick([2**61, 2**62])
        return Draft(np.arange, [low, 2**63 - 1, step])
    if m.chance(0.4):
        low = m.pick([2**63, 2**64 - 4, 2**63 - 1])
        return Draft(np.arange, [low, low + m.int(0, 3), m.int(1, 2)], {"dtype": "uint64"})
    tiny, large = m.pick([6e-306, 1.0, 5e-324]), m.pick([1e21, np.inf, 1e300])
    args = [m.pick([0.0, 0.0, 3.0]), m.pick([tiny, -tiny]), m.pick([large, -large])]
    return Draft(np.arange, args)


@draws("linspace")
def spans(m, op):
    shape = m.shape(limit=12)
    ends = [m.array("float64", shape, tame=True), m.array("float64", m.partner(shape), tame=True)]
    kwargs = {"endpoint": False} if m.chance(0.3) else {}
    if m.chance(0.4):
        kwargs["axis"] = m.pick([0, 0, -1])
    return Draft(np.linspace, ends + [m.int(0, 6)], kwargs)


@draws("geomspace")
def distant(m, op):
    ends = [m.pick([1e-200, 1e300, -1e-300, 5e-324]), m.pick([1e-190, 1e-300, -1e300, 1.0])]
    if (ends[0] < 0) != (ends[1] < 0):
        return None
    return Draft(np.geomspace, ends + [m.int(0, 6)], tol={"rtol": 1e-11, "atol": 0})


@draws("linspace", "logspace", "geomspace")
def spaced(m, op):
    count = [m.int(0, 12)] if m.chance(0.8) else []
    if op == "linspace":
        kwargs = {"endpoint": m.chance(0.3)} if m.chance(0.5) else {}
        if m.chance(0.3):
            kwargs["dtype"] = m.pick(["float32", "int64", "int32", "float64"])
        ends = [m.pick([0, -1, 2.5, 10, 1e-3, -7.25]), m.pick([1, 0, -3, 100, 2.5])]
        return Draft(np.linspace, ends + count, kwargs, {"rtol": 1e-6, "atol": 1e-6} if
                     kwargs.get("dtype") == "float32" else {"ulp": 2})
    if op == "logspace":
        return Draft(np.logspace, [m.pick([0, -1, 2, 0.5]), m.pick([1, 3, -2])] + count,
                     {"base": m.pick([2, 10.0, 2.718281828459045])} if m.chance(0.5) else {}, {"rtol": 1e-12, "atol": 0})
    sign = m.pick([1, 1, -1])
    ends = [sign * m.pick([1, 1000.0, 0.25, 2]), sign * m.pick([1000.0, 1, 256, 1e-3])]
    if m.chance(0.05):
        ends[0] = 0
    return Draft(np.geomspace, ends + count, tol={"rtol": 1e-12, "atol": 0})


@draws("bartlett", "blackman", "hamming", "hanning", "kaiser")
def window(m, op):
    args = [m.int(-1, 12)]
    if op == "kaiser":
        args.append(m.pick([14.0, 0.0, 5, 8.6]))
    return Draft(getattr(np, op), args, tol={"rtol": 1e-12, "atol": 1e-12})


@draws("meshgrid")
def meshgrid(m, op):
    dtype = m.dtype()
    arrays = [m.array(dtype, m.shape(m.pick([1, 1, 1, 0]))) for _ in range(m.int(1, 3))]
    return Draft(np.meshgrid, arrays, {"indexing": m.pick(["xy", "ij"])} if m.chance(0.7) else {})


@draws("mgrid")
def mgrid(m, op):
    ends = []
    for _ in range(m.int(1, 3)):
        low = m.int(-3, 3)
        ends.append([low, low + m.int(0, 4)] + ([m.int(1, 2)] if m.chance(0.3) else []))
    return Draft(lambda *e: np.mgrid[tuple(slice(*x) for x in e)] if len(e) > 1 else np.mgrid[slice(*e[0]), ], ends)


@draws("indices")
def indices(m, op):
    return Draft(np.indices, [list(m.shape(m.int(0, 3)))])


@draws("vander")
def vander(m, op):
    x = m.array(NUMBERS, (m.int(0, 5),), tame=True)
    return Draft(np.vander, [x] + ([m.int(0, 5)] if m.chance(0.4) else []))


@draws("finfo", "iinfo")
def limits(m, op):
    if op == "iinfo":
        def function(name):
            info = np.iinfo(name)
            return [np.array(info.min, name), np.array(info.max, name)]
        return Draft(function, [m.pick([d for d in NUMBERS if d not in FLOATS])])

    def function(name):
        info = np.finfo(name)
        return [np.array(x, name) for x in (info.eps, info.max, info.tiny, info.min)]
    return Draft(function, [m.pick(FLOATS)])


@draws("result_dtype")
def result_dtype(m, op):
    a, b = Operand(m.values(m.pick(ALL), (1,), tame=True)), Operand(m.values(m.pick(ALL), (1,), tame=True))
    return Draft(lambda f, x, y: getattr(np, f)(x, y).dtype.name, ["add", a, b], tags=["promotion"])
