"""Quantiles, histograms, covariance, polynomials, differences and interpolation."""

import numpy as np

from .drafts import Draft, draws, sums
from .drawing import ALL, FLOATS, INTEGERS, NUMBERS, Operand

METHODS = ["linear", "midpoint", "averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull",
           "median_unbiased", "normal_unbiased", "lower", "higher", "nearest", "inverted_cdf",
           "closest_observation"]


def close(dtype):
    return {"rtol": 3e-5, "atol": 1e-4} if np.dtype(dtype) == np.float32 else {"rtol": 1e-11, "atol": 1e-10}


@draws("quantile", "percentile", "nanquantile", "nanpercentile", weight=3)
def quantiles(m, op):
    x = m.array(ALL if m.chance(0.2) else NUMBERS, m.shape(m.pick([1, 1, 2, 2, 3])), tame=m.chance(0.7))
    if op.startswith("nan") and x.value.dtype.kind == "f" and m.chance(0.7):
        values = x.value.copy()
        values[m.rng.random(values.shape) < 0.2] = np.nan
        x = Operand(values)
    if x.value.size == 0 and op.startswith("nan"):
        return None  # NumPy forgets the axis of several fractions
    kwargs = {"axis": m.axis(x.value.ndim)} if m.chance(0.8) else {}
    if m.chance(0.6):
        kwargs["method"] = m.pick(METHODS)
    if m.chance(0.3):
        kwargs["keepdims"] = True
    scale = 100 if op.endswith("percentile") else 1
    ends = [0, 1] if "method" not in kwargs else [0.0, 1.0]  # some methods make other types of whole numbers
    q = [scale * m.pick(ends + [0.1, 0.25, 0.5, 0.5, 0.6, 0.75, 0.9]) for _ in range(m.pick([1, 1, 2, 3]))]
    if m.chance(0.04):
        q[0] = scale * m.pick([-0.1, 1.1])
    single = len(q) == 1 and m.chance(0.8) or x.value.dtype == np.float32 and m.chance(0.9)
    argument = q[0] if single else Operand(np.array(q, float)) if m.chance(0.3) else q
    return Draft(getattr(np, op), [x, argument], kwargs, close(x.value.dtype))


@draws("quantile")
def weighted_quantile(m, op):
    x = m.array(NUMBERS, m.pick([(5,), (7,), (3, 4), (2, 3, 4)]), tame=True)
    axis = m.int(0, x.value.ndim - 1)
    whole = m.chance(0.5)
    weights = m.rng.integers(0, 4, x.value.shape if whole else x.value.shape[axis])
    kwargs = {"method": "inverted_cdf", "weights": Operand(weights.astype(m.pick(["float64", "int64"])))}
    if not (whole and m.chance(0.3)):
        kwargs["axis"] = axis
    return Draft(np.quantile, [x, m.pick([0.5, [0.0, 0.3, 0.5, 1.0]])], kwargs, {"ulp": 0})


@draws("histogram", weight=3)
def histogram(m, op):
    dtype = m.dtype(["float64", "float64", "float32", "int64", "uint8", "int8"])
    x = m.array(dtype, m.pick([(0,), (1,), (15,), (200,), (3, 4)]), tame=True)
    kwargs = {}
    kind = m.pick(["none", "count", "count", "range", "edges", "auto"])
    if kind in ("count", "range"):
        kwargs["bins"] = m.int(0 if m.chance(0.03) else 1, 11)
    if kind == "range":
        kwargs["range"] = m.pick([[-5, 7], [-5.0, 7.0], [0, 1], [2.5, 2.5], [3, 1]])
    elif kind == "edges":
        edges = m.pick([[0, 2, 3, 3, 8], [-4, 0, 1, 8], [0, 1], [3, 1, 2]])
        if dtype in FLOATS and m.chance(0.5):
            edges = [e + 0.5 for e in edges]
        if dtype == "uint8":
            edges = [abs(e) for e in edges]
        kwargs["bins"] = edges if dtype in ("float64", "int64") and m.chance(0.5) else Operand(np.array(edges, dtype))
    elif kind == "auto":
        kwargs["bins"] = m.pick(["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"])
    if m.chance(0.3) and x.value.size > 1:
        kwargs["density"] = True
    if kind != "auto" and m.chance(0.3):
        kwargs["weights"] = Operand(m.rng.integers(0, 5, x.value.shape).astype(m.pick(["float64", "int64"])))
    return Draft(np.histogram, [x], kwargs, close(dtype))


@draws("histogram2d")
def histogram2d(m, op):
    n = m.pick([0, 5, 40])
    x, y = (Operand(a) for a in m.rng.normal(0, 3, (2, n)).round(2))
    bins = m.pick([m.int(1, 5), [m.int(1, 5), m.int(1, 5)], [[-3.0, 0.0, 1.5, 4.0], [-2.0, 0.0, 2.0]]])
    return Draft(np.histogram2d, [x, y], {"bins": bins} if m.chance(0.8) else {}, {"rtol": 1e-12, "atol": 1e-12})


@draws("bincount")
def bincount(m, op):
    x = Operand(m.rng.integers(-1 if m.chance(0.05) else 0, 9, m.int(0, 12)).astype(m.pick(["int64", "int32", "uint8"])))
    kwargs = {"minlength": m.int(0, 12)} if m.chance(0.5) else {}
    if m.chance(0.5) and x.value.size:  # without elements NumPy forgets the type of the weights
        kwargs["weights"] = Operand(m.values(m.pick(["float64", "int64"]), x.value.shape, tame=True))
    return Draft(np.bincount, [x], kwargs, {"rtol": 1e-12, "atol": 1e-12})


@draws("diff", "ediff1d", weight=2)
def differences(m, op):
    dtype = m.dtype(NUMBERS if op == "ediff1d" else ALL)
    x = m.array(dtype, m.shape(m.pick([1, 1, 2, 3])), tame=dtype in FLOATS)
    if op == "ediff1d":
        return Draft(np.ediff1d, [x])
    kwargs = {"n": m.int(-1 if m.chance(0.05) else 0, 4)} if m.chance(0.7) else {}
    axis = m.int(-x.value.ndim, x.value.ndim - 1)
    if m.chance(0.6):
        kwargs["axis"] = axis
    else:
        axis = -1
    if m.chance(0.3) and dtype != "bool":
        shape = list(x.value.shape)
        shape[axis] = m.int(0, 2)
        kwargs["prepend"] = m.int(0, 5) if dtype in ("int64", "float64") and m.chance(0.5) else \
            m.array(dtype, shape, tame=True)
    return Draft(np.diff, [x], kwargs)


@draws("convolve", "correlate")
def convolve(m, op):
    dtype = m.dtype(NUMBERS)
    sizes = [m.int(0 if m.chance(0.1) else 1, 9) for _ in range(2)]
    x, y = (m.array(dtype, (n,), tame=True) for n in sizes)
    mode = m.pick(["full", "same", "valid"])
    kind = m.int(0, 2) if op == "convolve" else m.int(0, 1)
    args, kwargs = [[], [mode], []][kind], [{}, {}, {"mode": mode}][kind]
    return Draft(getattr(np, op), [x, y] + args, kwargs, sums(dtype) if dtype in FLOATS else "exact")


@draws("cov", "corrcoef")
def covariance(m, op):
    dtype = m.dtype(["float64", "int64", "float32", "uint8"])
    shape = m.pick([(5,), (2, 3), (4, 9), (1, 4), (3, 2)])
    x = m.array(dtype, shape, tame=True)
    args = [x] + ([m.array(dtype, shape, tame=True)] if m.chance(0.2) else [])
    kwargs = {"rowvar": m.chance(0.3)} if op == "cov" and m.chance(0.4) else {}
    return Draft(getattr(np, op), args, kwargs, {"rtol": 1e-9, "atol": 1e-9})


@draws("gradient")
def gradient(m, op):
    dtype = m.dtype(["float64", "float64", "int64", "float32"])
    x = m.array(dtype, m.pick([(4,), (7,), (3, 4), (3, 3, 4), (1,), (2,)]), tame=True)
    args = [x]
    if dtype != "float32":
        kind = m.int(0, 3)
        if kind == 1:
            args.append(m.pick([0.5, 2, 2.0]))
        elif kind == 2 and x.value.ndim == 1:
            steps = np.cumsum(m.rng.integers(1, 4, x.value.shape))
            args.append(Operand(steps.astype(float)))
        elif kind == 3 and x.value.ndim == 2:
            args += [m.pick([0.5, 2.0]), m.pick([1.0, 4])]
    return Draft(np.gradient, args, {}, close(dtype))


@draws("trapezoid")
def trapezoid(m, op):
    dtype = m.dtype(["float64", "int64", "float32"])
    y = m.array(dtype, m.pick([(0,), (1,), (7,), (3, 4), (2, 3, 4)]), tame=True)
    kwargs = {}
    if m.chance(0.5):
        kwargs["dx"] = m.pick([0.5, 2, 0.1])
    elif m.chance(0.6):
        kwargs["x"] = Operand(np.sort(m.values(dtype, y.value.shape[-1:], tame=True)))
    return Draft(np.trapezoid, [y], kwargs, close(dtype))


@draws("interp", weight=2)
def interp(m, op):
    xp = np.unique(m.rng.integers(-9, 9, 6)).astype(float)
    fp = m.array("float64", xp.shape, tame=m.chance(0.8))
    kwargs = {}
    for side in ("left", "right"):
        if m.chance(0.4):
            kwargs[side] = m.pick([-1.5, 99.0, 0, np.nan])
    x = m.scalar("float64") if m.chance(0.1) else m.array("float64")
    if m.chance(0.04):
        fp = m.array("float64", (xp.size + 1,))
    return Draft(np.interp, [x, Operand(xp), fp], kwargs, {"rtol": 1e-13, "atol": 1e-13})


@draws("polyval", "polyfit")
def polynomial(m, op):
    if op == "polyval":
        dtype = m.dtype(NUMBERS)
        return Draft(np.polyval, [m.array(dtype, (m.int(0, 4),), tame=True), m.array(dtype, tame=True)],
                     tol=sums(dtype) if dtype in FLOATS else "exact")
    x = np.sort(m.rng.normal(0, 2, 12)).round(3)
    y = m.rng.normal(0, 2, (12, 2) if m.chance(0.3) else 12).round(3)
    return Draft(np.polyfit, [Operand(x), Operand(y), m.int(-1 if m.chance(0.04) else 0, 4)],
                 tol={"rtol": 1e-8, "atol": 1e-8})


@draws("unwrap")
def unwrap(m, op):
    x = m.array(FLOATS, m.pick([(0,), (1,), (12,), (3, 4)]), tame=True)
    return Draft(np.unwrap, [x], tol=close(x.value.dtype))
