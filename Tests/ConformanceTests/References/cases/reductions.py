"""What makes one number of many, over all axes or some, and its running forms."""

import numpy as np

from .drafts import Draft, draws, sums
from .drawing import ALL, FLOATS, NUMBERS, Operand

SUMS = ["sum", "prod", "mean", "var", "std", "nansum", "nanprod", "nanmean", "nanvar", "nanstd", "median", "nanmedian"]
ORDER = ["max", "min", "nanmax", "nanmin", "ptp"]


def tolerance(op, dtype):
    if op in SUMS:
        whole = dtype not in FLOATS and op in ("sum", "prod", "nansum", "nanprod")
        return {"ulp": 0} if whole else sums(dtype)
    return {"ulp": 0} if op in ORDER else "exact"


def with_nan(m, x):
    """The operand with some NaNs, where it can have them."""
    if x.value.dtype.kind != "f" or m.chance(0.2):
        return x
    values = x.value.copy()
    values[m.rng.random(values.shape) < m.pick([0.2, 0.2, 0.8])] = np.nan
    return Operand(values)


@draws(*SUMS, *ORDER, "all", "any", "count_nonzero", weight=2)
def over_axes(m, op):
    dtype = m.dtype(NUMBERS if op == "ptp" else ALL)
    x = m.array(dtype, m.shape(limit=80), tame=op in SUMS and dtype in FLOATS and m.chance(0.9))
    if op.startswith("nan"):
        x = with_nan(m, x)
    kwargs = {"axis": m.axis(x.value.ndim)} if m.chance(0.85) else {}
    if m.chance(0.4):
        kwargs["keepdims"] = m.chance(0.8)
    if op.endswith(("var", "std")) and m.chance(0.5):
        kwargs["ddof"] = m.int(0, 3)
    return Draft(getattr(np, op), [x], kwargs, tolerance(op, dtype))


@draws("argmax", "argmin", "nanargmax", "nanargmin", weight=2)
def position(m, op):
    x = m.array(ALL, m.shape(limit=80))
    if op.startswith("nan"):
        x = with_nan(m, x)
    kwargs = {"axis": m.axis(x.value.ndim, several=False)} if m.chance(0.85) else {}
    if m.chance(0.3):
        kwargs["keepdims"] = True
    return Draft(getattr(np, op), [x], kwargs)


@draws("cumsum", "cumprod", "nancumsum", "nancumprod")
def running(m, op):
    dtype = m.dtype(ALL)
    x = m.array(dtype, tame=dtype in FLOATS)
    if op.startswith("nan"):
        x = with_nan(m, x)
    kwargs = {"axis": m.axis(x.value.ndim, several=False)} if m.chance(0.8) else {}
    return Draft(getattr(np, op), [x], kwargs)


@draws("cumulative_sum")
def cumulative(m, op):
    dtype = m.dtype(ALL)
    x = m.array(dtype, (m.extent(),) if m.chance(0.6) else m.shape(), tame=True)
    kwargs = {"include_initial": m.chance(0.6)} if m.chance(0.8) else {}
    if x.value.ndim != 1:
        kwargs["axis"] = m.axis(x.value.ndim, several=False)
    return Draft(np.cumulative_sum, [x], kwargs, "exact" if dtype not in FLOATS else sums(dtype))


@draws("maximum.accumulate", "minimum.accumulate")
def extremes(m, op):
    if op == "minimum.accumulate":
        return None
    x = m.array(ALL, m.shape())
    kwargs = {"axis": m.int(-x.value.ndim, x.value.ndim - 1)} if x.value.ndim and m.chance(0.4) else {}
    return Draft(np.maximum.accumulate, [x], kwargs, {"ulp": 0})


@draws("logaddexp.reduce")
def log_sum(m, op):
    x = m.array(FLOATS, m.shape(m.int(1, 3)), tame=m.chance(0.5))
    kwargs = {"axis": m.int(-x.value.ndim, x.value.ndim - 1)} if m.chance(0.5) else {}
    return Draft(np.logaddexp.reduce, [x], kwargs, sums(x.value.dtype))


@draws("sum", "max", "min", "prod", weight=2)
def beginning(m, op):
    dtype = m.dtype(["float64", "int64", "float32", "int32", "uint8"])
    x = m.array(dtype, tame=True)
    kwargs = {"axis": m.axis(x.value.ndim)} if m.chance(0.8) else {}
    kwargs["initial"] = m.int(0, 30) if dtype not in FLOATS or m.chance(0.5) else m.pick([0.5, -2.5, np.inf, -np.inf])
    if m.chance(0.5) and x.value.ndim:
        shape = x.value.shape
        kwargs["where"] = m.array("bool", [1 if m.chance(0.3) else e for e in shape][m.int(0, len(shape) - 1):])
    if m.chance(0.3):
        kwargs["keepdims"] = True
    return Draft(getattr(np, op), [x], kwargs, tolerance(op, dtype) if op == "sum" or op == "prod" else {"ulp": 0})


@draws("sum")
def converted(m, op):
    x = m.array(ALL, tame=True)
    target = m.pick(ALL[1:])
    if x.value.dtype.kind == "f" and np.dtype(target).kind in "iu":
        return None
    kwargs = {"dtype": target, "axis": m.axis(x.value.ndim)}
    return Draft(np.sum, [x], kwargs, sums("float32" if "float32" in (target, x.value.dtype.name) else "float64"))


@draws("sum")
def masked(m, op):
    x = m.array(m.pick(["float64", "int64", "float32"]), tame=True)
    return Draft(np.sum, [x], {"where": m.array("bool", x.value.shape), "axis": m.axis(x.value.ndim)},
                 sums(x.value.dtype))


@draws("sum", "mean", "std")
def large(m, op):
    """Many numbers that a formula gives: sums must be taken pairwise."""
    count = m.pick([1000, 4096, 100_003])
    kind = m.pick([{"full": 0.1}, {"arange": True}, {"sin": 0.7}, {"lcg": [m.int(1, 99), 1000]}])
    dtype = m.pick(FLOATS)
    if "full" in kind:
        values = np.full(count, 0.1, dtype)
    elif "arange" in kind:
        values = np.arange(count).astype(dtype)
    elif "sin" in kind:
        values = np.sin(0.7 * np.arange(count)).astype(dtype)
    else:
        x, items = kind["lcg"][0], []
        for _ in range(count):
            x = (1103515245 * x + 12345) % 2**31
            items.append(x % 1000)
        values = np.array(items, dtype)
    shape = (count,) if count == 100_003 else m.pick([(count,), (count // 8, 8), (8, count // 8)])
    operand = Operand(values.reshape(shape), {"dtype": dtype, "shape": list(shape), "gen": kind})
    kwargs = {"axis": m.int(0, len(shape) - 1)} if m.chance(0.5) else {}
    return Draft(getattr(np, op), [operand], kwargs,
                 {"rtol": 1e-5, "atol": 1e-4} if dtype == "float32" else {"rtol": 1e-13, "atol": 1e-12})


@draws("average", weight=2)
def average(m, op):
    dtype = m.dtype(["float64", "int64", "float32", "uint8"])
    shape = m.shape(m.int(1, 3))
    x = m.array(dtype, shape, tame=True)
    if m.chance(0.25):
        if x.value.size == 0:
            return None  # without weights NumPy divides by the size of the result
        return Draft(np.average, [x], {"axis": m.axis(len(shape))}, sums(dtype))
    axis = m.int(-len(shape), len(shape) - 1)
    whole = len(shape) == 1 or m.chance(0.5)
    weights = m.rng.integers(0 if m.chance(0.3) else 1, 4, shape if whole else (shape[axis],))
    if not whole and m.chance(0.05):
        weights = np.append(weights, 1)
    weights = weights.astype("float32" if dtype == "float32" else m.pick(["float64", "int64"]))
    kwargs = {"weights": Operand(weights)}
    if not whole or m.chance(0.5):
        kwargs["axis"] = axis
    return Draft(np.average, [x], kwargs, sums(dtype))
