"""Cases of sorting, sets, running and NaN-safe reductions, quantiles and statistics, from NumPy.

Usage: make_statistics.py [SEED [COUNT]] > statistics.jsonl

About COUNT cases for each operation on arrays of every dtype and layout. The format is that of the
conformance runner: an operation, its arguments, and what NumPy makes of them. Written with NumPy 2.4.6.
"""

import json
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 20261121
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 10
rng = np.random.default_rng(SEED)

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float32", "float64"]
NUMBERS = INTEGERS + FLOATS
EVERY = ["bool"] + NUMBERS
SHAPES = [(), (0,), (1,), (2,), (5,), (7,), (24,), (200,), (3, 4), (2, 9), (7, 3), (1, 3, 1), (4, 1, 2),
          (2, 0, 3), (2, 3, 4), (3, 3)]


def number(x):
    x = x.item() if isinstance(x, np.generic) else x
    if isinstance(x, float):
        if np.isnan(x):
            return "nan"
        if np.isinf(x):
            return "inf" if x > 0 else "-inf"
        if x == 0 and np.signbit(x):
            return "-0.0"
    return x


def record(a):
    a = np.asarray(a)
    return {"dtype": str(a.dtype), "shape": list(a.shape), "data": [number(x) for x in a.ravel()]}


def values(dtype, shape, nan=0.1, extreme=0.03):
    size = int(np.prod(shape))
    if dtype == "bool":
        return rng.integers(0, 2, shape).astype(bool)
    if dtype in INTEGERS:
        info = np.iinfo(dtype)
        a = rng.integers(max(info.min, -9), 10, shape).astype(dtype)
        edge = np.array([info.min, info.max, info.max - 1, 100], dtype)
        return np.where(rng.random(shape) < extreme, rng.choice(edge, shape), a).astype(dtype)
    a = np.where(rng.random(shape) < 0.5, rng.integers(-9, 10, shape), rng.normal(0, 20, shape).round(3))
    a = a.astype(dtype)
    a[rng.random(shape) < extreme] = rng.choice([np.inf, -np.inf, -0.0, 1e-30])
    if size and rng.random() < 0.5:
        a[rng.random(shape) < nan] = np.nan
    return a


def viewed(a):
    """The argument and the array: as it is, or through a view with other strides."""
    json_ = record(a)
    kind = rng.choice(["plain", "transpose", "reverse", "stride", "broadcast"])
    if kind == "transpose" and a.ndim > 0:
        axes = [int(i) for i in rng.permutation(a.ndim)]
        json_["view"] = [{"transpose": axes}]
        a = a.transpose(axes)
    elif kind == "reverse" and a.ndim > 0:
        json_["view"] = [{"slice": [{"slice": [None, None, -1]}] * a.ndim}]
        a = a[(slice(None, None, -1),) * a.ndim]
    elif kind == "stride" and a.ndim > 0:
        json_["view"] = [{"slice": [{"slice": [1, None, 2]}] * a.ndim}]
        a = a[(slice(1, None, 2),) * a.ndim]
    elif kind == "broadcast" and a.ndim > 0 and a.shape[0] == 1:
        shape = (3,) + a.shape[1:]
        json_["view"] = [{"broadcast_to": list(shape)}]
        a = np.broadcast_to(a, shape)
    return {"array": json_}, a


def operand(dtypes=EVERY, shapes=SHAPES, **how):
    dtype = str(rng.choice(dtypes))
    shape = shapes[rng.integers(len(shapes))]
    return viewed(values(dtype, shape, **how))


def axis_for(a, several=True, none=True):
    kinds = ["int", "int"] + (["none"] if none else []) + (["tuple"] if several else []) + ["bad"]
    kind = rng.choice(kinds)
    if kind == "none" or a.ndim == 0:
        return None
    if kind == "bad" and rng.random() < 0.3:
        return int(a.ndim + rng.integers(0, 3))
    if kind == "tuple":
        count = int(rng.integers(1, a.ndim + 1))
        return [int(i) for i in rng.permutation(a.ndim)[:count]]
    return int(rng.integers(-a.ndim, a.ndim))


def python(kwargs):
    def value(v):
        if isinstance(v, dict):
            return np.array(v["array"]["data"], v["array"]["dtype"]).reshape(v["array"]["shape"])
        return tuple(v) if isinstance(v, list) else v

    return {k: value(v) for k, v in kwargs.items()}


def tolerance(op, dtype):
    exact = {"sort", "argsort", "unique", "searchsorted", "isin", "max", "min", "nanmax", "nanmin"}
    if op in exact or dtype in EVERY[:9]:
        return {"ulp": 0} if op not in ("median", "percentile", "quantile") else {"rtol": 1e-11, "atol": 1e-10}
    if dtype == "float32":
        return {"rtol": 3e-5, "atol": 1e-4}
    return {"rtol": 1e-11, "atol": 1e-10}


def case(op, i, args, kwargs, call, tol):
    line = {"id": f"stat.{op}.{i:03}", "group": "statistics", "op": op, "args": args, "kwargs": kwargs}
    try:
        result = call()
        if isinstance(result, (tuple, list)):
            line["expected"] = {"outputs": [record(r) for r in result]}
        else:
            line["expected"] = record(result)
    except Exception as error:  # every refusal of NumPy is a case
        line["expected"] = {"error": type(error).__name__, "message": str(error)}
    line["tol"] = tol
    print(json.dumps(line))


def over(f, a, kwargs):
    return lambda: f(a, **python(kwargs))


# Reductions and running forms.
REDUCING = {
    "nansum": EVERY, "nanprod": NUMBERS, "nanmax": EVERY, "nanmin": EVERY, "nanmean": EVERY,
    "median": EVERY, "nanmedian": EVERY, "ptp": NUMBERS, "count_nonzero": EVERY,
    "nanvar": EVERY, "nanstd": EVERY,
}
for op, dtypes in REDUCING.items():
    for i in range(COUNT):
        arg, a = operand(dtypes)
        kwargs = {}
        axis = axis_for(a)
        if axis is not None or rng.random() < 0.3:
            kwargs["axis"] = axis
        if rng.random() < 0.4:
            kwargs["keepdims"] = True
        if op in ("nanvar", "nanstd") and rng.random() < 0.4:
            kwargs["ddof"] = 1
        tol = tolerance(op, str(a.dtype))
        if op in ("nanmean", "nanvar", "nanstd", "median", "nanmedian") and str(a.dtype) != "float32":
            tol = {"rtol": 1e-11, "atol": 1e-10}
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs), tol)

for op in ["nanargmax", "nanargmin"]:
    for i in range(COUNT):
        arg, a = operand()
        kwargs = {}
        axis = axis_for(a, several=False)
        if axis is not None:
            kwargs["axis"] = axis
        if rng.random() < 0.4 and a.ndim:
            kwargs["keepdims"] = True
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs), "exact")

for op in ["cumsum", "cumprod", "nancumsum", "nancumprod"]:
    for i in range(COUNT):
        arg, a = operand()
        axis = axis_for(a, several=False)
        kwargs = {} if axis is None else {"axis": axis}
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs), tolerance(op, str(a.dtype)))

for op, f in [("maximum.accumulate", np.maximum.accumulate), ("minimum.accumulate", np.minimum.accumulate)]:
    for i in range(COUNT):
        arg, a = operand()
        axis = axis_for(a, several=False)
        kwargs = {} if axis is None else {"axis": axis}
        case(op, i, [arg], kwargs, over(f, a, kwargs), {"ulp": 0})

for i in range(COUNT):
    arg, a = operand()
    axis = axis_for(a, several=False)
    kwargs = {"include_initial": bool(rng.random() < 0.5)}
    if axis is not None:
        kwargs["axis"] = axis
    case("cumulative_sum", i, [arg], kwargs, over(np.cumulative_sum, a, kwargs),
         tolerance("cumsum", str(a.dtype)))

for op in ["sum", "max", "min"]:
    for i in range(COUNT):
        arg, a = operand(["float64", "int64", "float32"], nan=0)
        kwargs = {}
        axis = axis_for(a)
        if axis is not None:
            kwargs["axis"] = axis
        kwargs["initial"] = int(rng.integers(-5, 30))
        if rng.random() < 0.5:
            mask = rng.integers(0, 2, a.shape[-1:]).astype(bool)
            kwargs["where"] = {"array": record(mask)}
        if rng.random() < 0.3:
            kwargs["keepdims"] = True
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs), tolerance(op, str(a.dtype)))

for i in range(COUNT):
    arg, a = operand(FLOATS, nan=0.05)
    kwargs = {"axis": axis_for(a, several=False, none=False)} if a.ndim else {}
    case("logaddexp.reduce", i, [arg], kwargs, over(np.logaddexp.reduce, a, kwargs),
         tolerance("", str(a.dtype)))

# Order.
for op in ["sort", "argsort"]:
    for i in range(2 * COUNT):
        arg, a = operand(shapes=SHAPES + [(3000,), (5, 300)])
        kwargs = {"axis": axis_for(a, several=False)} if rng.random() < 0.8 else {}
        if op == "argsort":
            kwargs["kind"] = "stable"
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs),
             "exact" if op == "argsort" else {"ulp": 0})

for i in range(COUNT):
    arg, a = operand(shapes=[(1,), (5,), (40,), (200,), (3000,)])
    kth = int(rng.integers(-len(a), len(a) + 1)) if len(a) else 0
    kth = max(kth, 0)
    case("partition_kth", i, [arg, kth], {}, lambda: np.partition(a, kth)[kth:kth + 1], {"ulp": 0})

for i in range(COUNT):
    shape = SHAPES[rng.integers(1, len(SHAPES))]
    dtype = str(rng.choice(EVERY))
    keys = [values(dtype, shape) for _ in range(int(rng.integers(1, 4)))]
    case("lexsort", i, [{"arrays": [record(k) for k in keys]}], {}, lambda: np.lexsort(keys), "exact")

for i in range(2 * COUNT):
    dtype = str(rng.choice(EVERY))
    a = values(dtype, SHAPES[rng.integers(1, 8)])
    kwargs = {"side": str(rng.choice(["left", "right"]))}
    if rng.random() < 0.3:
        kwargs["sorter"] = {"array": record(np.argsort(a, kind="stable"))}
    else:
        a = np.sort(a)
    arg, v = viewed(values(dtype, SHAPES[rng.integers(len(SHAPES))]))
    case("searchsorted", i, [{"array": record(a)}, arg], kwargs,
         lambda: np.searchsorted(a, v, **python(kwargs)), "exact")

for i in range(COUNT):
    dtype = str(rng.choice(NUMBERS))
    bins = np.sort(values(dtype, (int(rng.integers(0, 6)),), nan=0))
    if rng.random() < 0.4:
        bins = bins[::-1]
    arg, v = viewed(values(dtype, SHAPES[rng.integers(len(SHAPES))]))
    kwargs = {"right": bool(rng.random() < 0.5)}
    case("digitize", i, [arg, {"array": record(bins)}], kwargs, lambda: np.digitize(v, bins, **kwargs), "exact")

# Sets.
for i in range(2 * COUNT):
    arg, a = operand()
    kwargs = {}
    if rng.random() < 0.5 and a.ndim:
        kwargs["axis"] = int(rng.integers(-a.ndim, a.ndim))
    elif rng.random() < 0.3:
        kwargs["equal_nan"] = False
    for name in ["return_index", "return_inverse", "return_counts"]:
        if rng.random() < 0.5:
            kwargs[name] = True
    case("unique", i, [arg], kwargs, over(np.unique, a, kwargs), {"ulp": 0})

for op in ["intersect1d", "union1d", "setdiff1d", "setxor1d", "isin"]:
    for i in range(COUNT):
        dtype = str(rng.choice(EVERY))
        (x, a), (y, b) = [viewed(values(dtype, SHAPES[rng.integers(1, len(SHAPES))])) for _ in range(2)]
        kwargs = {"invert": True} if op == "isin" and rng.random() < 0.5 else {}
        case(op, i, [x, y], kwargs, lambda: getattr(np, op)(a, b, **kwargs), {"ulp": 0})

# Quantiles.
METHODS = ["linear", "midpoint", "averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull",
           "median_unbiased", "normal_unbiased", "lower", "higher", "nearest", "inverted_cdf",
           "closest_observation"]
for op in ["quantile", "percentile", "nanquantile", "nanpercentile"]:
    for i in range(2 * COUNT):
        arg, a = operand(extreme=0.01, nan=0.05)
        kwargs = {}
        axis = axis_for(a)
        if axis is not None:
            kwargs["axis"] = axis
        if rng.random() < 0.8:
            kwargs["method"] = METHODS[i % len(METHODS)]
        if rng.random() < 0.3 and a.ndim:
            kwargs["keepdims"] = True
        if a.size == 0 and op.startswith("nan"):
            continue  # NumPy forgets the axis of several fractions
        q = [float(rng.choice([0.0, 0.1, 0.25, 0.5, 0.6, 0.75, 0.9, 1.0])) for _ in range(int(rng.integers(1, 4)))]
        if rng.random() < 0.05:
            q[0] = -0.1
        if len(q) == 1 or a.dtype == np.float32:
            q = q[0]
        if op.endswith("percentile"):
            q = [100 * x for x in q] if isinstance(q, list) else 100 * q
        if isinstance(q, list):
            keep = kwargs.pop("keepdims", None) if op.startswith("nan") else None
        case(op, i, [arg, q], kwargs, lambda: getattr(np, op)(a, q, **python(kwargs)),
             {"rtol": 3e-5, "atol": 1e-4} if a.dtype == np.float32 else {"rtol": 1e-11, "atol": 1e-10})

for i in range(COUNT):
    a = values(str(rng.choice(NUMBERS)), [(5,), (7,), (3, 4), (2, 3, 4)][rng.integers(4)], nan=0.02)
    axis = int(rng.integers(a.ndim))
    whole = rng.random() < 0.5
    weights = rng.integers(0, 4, a.shape if whole else a.shape[axis]).astype(float)
    kwargs = {"method": "inverted_cdf", "weights": {"array": record(weights)}}
    if not (whole and rng.random() < 0.3):
        kwargs["axis"] = axis
    q = [0.0, 0.3, 0.5, 1.0][: int(rng.integers(1, 5))]
    case("quantile", 500 + i, [{"array": record(a)}, q], kwargs,
         lambda: np.quantile(a, q, **python(kwargs)), {"ulp": 0})

for i in range(COUNT):
    a = values(str(rng.choice(["float64", "int64", "float32"])), [(5,), (3, 4), (2, 3, 4)][rng.integers(3)], nan=0)
    axis = int(rng.integers(a.ndim))
    whole = rng.random() < 0.5
    weights = rng.integers(0 if rng.random() < 0.2 else 1, 4, a.shape if whole else a.shape[axis])
    weights = weights.astype("float32" if a.dtype == np.float32 else "float64")
    kwargs = {"weights": {"array": record(weights)}}
    if not (whole and rng.random() < 0.3):
        kwargs["axis"] = axis
    case("average", i, [{"array": record(a)}], kwargs, lambda: np.average(a, **python(kwargs)),
         {"rtol": 3e-5, "atol": 1e-4} if a.dtype == np.float32 else {"rtol": 1e-11, "atol": 1e-10})

# Histograms.
for i in range(2 * COUNT):
    dtype = str(rng.choice(["float64", "float64", "float32", "int64", "uint8", "int8"]))
    arg, a = viewed(values(dtype, [(0,), (1,), (15,), (200,), (3, 4)][rng.integers(5)], nan=0, extreme=0))
    kind = ["count", "range", "edges", "auto"][i % 4]
    kwargs = {"bins": int(rng.integers(1, 12))}
    if kind == "range":
        kwargs["range"] = [-5.0, 7.0] if dtype.startswith("float") else [-5, 7]
    elif kind == "edges":
        kwargs["bins"] = [0, 2, 3, 3, 8] if dtype != "float64" else [-4.5, 0.0, 0.25, 8.0]
    elif kind == "auto":
        kwargs["bins"] = str(rng.choice(["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"]))
    if rng.random() < 0.3 and a.size > 1 and kind != "edges":
        kwargs["density"] = True
    tol = {"rtol": 3e-5, "atol": 1e-4} if dtype == "float32" else {"rtol": 1e-11, "atol": 1e-10}
    if kind in ("count", "range") and rng.random() < 0.4 and "density" not in kwargs:
        weights = rng.integers(0, 5, a.shape).astype(float)
        kwargs["weights"] = {"array": record(weights)}
    call = python(kwargs)
    if kind == "edges":
        call["bins"] = np.array(kwargs["bins"], dtype)
        kwargs["bins"] = {"array": record(call["bins"])}
    case("histogram", i, [arg], kwargs, lambda: np.histogram(a, **call), tol)

for i in range(COUNT):
    x, y = rng.normal(0, 3, (2, 40)).round(2)
    kwargs = {"bins": [int(rng.integers(1, 6)), int(rng.integers(1, 6))]}
    if rng.random() < 0.4:
        kwargs["weights"] = {"array": record(rng.integers(0, 5, 40).astype(float))}
    case("histogram2d", i, [{"array": record(x)}, {"array": record(y)}], kwargs,
         lambda: np.histogram2d(x, y, **{**python(kwargs), "bins": kwargs["bins"]}), {"rtol": 1e-12, "atol": 1e-12})

for i in range(COUNT):
    arg, a = viewed(rng.integers(-1 if rng.random() < 0.1 else 0, 9, int(rng.integers(0, 12))).astype(
        str(rng.choice(["int64", "int32", "uint8"]))))
    kwargs = {"minlength": int(rng.integers(0, 12))}
    if a.size and rng.random() < 0.5:  # without elements NumPy forgets the type of the weights
        kwargs["weights"] = {"array": record(rng.normal(0, 1, a.shape).round(3))}
    case("bincount", i, [arg], kwargs, lambda: np.bincount(a, **python(kwargs)), {"rtol": 1e-12, "atol": 1e-12})

# Samples and calculus.
for i in range(COUNT):
    arg, a = operand(EVERY, nan=0)
    kwargs = {"n": int(rng.integers(0, 4))}
    if a.ndim and rng.random() < 0.7:
        kwargs["axis"] = int(rng.integers(-a.ndim, a.ndim))
    if a.dtype in ("int64", "float64") and rng.random() < 0.5:
        kwargs["prepend"] = 1
    case("diff", i, [arg], kwargs, over(np.diff, a, kwargs), tolerance("diff", str(a.dtype)))

for i in range(COUNT):
    arg, a = operand(NUMBERS, nan=0)
    case("ediff1d", i, [arg], {}, lambda: np.ediff1d(a), tolerance("diff", str(a.dtype)))

for op in ["convolve", "correlate"]:
    for i in range(COUNT):
        dtype = str(rng.choice(NUMBERS))
        (x, a), (y, b) = [viewed(values(dtype, (int(rng.integers(0 if rng.random() < 0.1 else 2, 9)),), nan=0,
                                        extreme=0)) for _ in range(2)]
        mode = str(rng.choice(["full", "same", "valid"]))
        case(op, i, [x, y, mode], {}, lambda: getattr(np, op)(a, b, mode), tolerance("convolve", dtype))

for op in ["cov", "corrcoef"]:
    for i in range(COUNT):
        arg, a = operand(["float64", "int64", "float32", "uint8"], [(5,), (2, 3), (4, 9), (1, 4)], nan=0, extreme=0)
        kwargs = {"rowvar": False} if op == "cov" and rng.random() < 0.4 else {}
        case(op, i, [arg], kwargs, over(getattr(np, op), a, kwargs), {"rtol": 1e-9, "atol": 1e-9})

for i in range(COUNT):
    arg, a = operand(["float64", "int64", "float32", "uint8"], [(4,), (7,), (3, 4), (3, 3, 4), (1,)], nan=0)
    kwargs = {"edge_order": int(rng.integers(1, 3))}
    args = [arg]
    if rng.random() < 0.6:
        kwargs["axis"] = int(rng.integers(-a.ndim, a.ndim))
        if rng.random() < 0.6 and a.dtype != np.float32:
            x = np.cumsum(rng.integers(1, 4, a.shape[kwargs["axis"]])).astype(float)
            args.append({"array": record(x)})
        elif rng.random() < 0.5:
            args.append(0.5)
    extra = [python({"x": v})["x"] for v in args[1:]]
    case("gradient", i, args, kwargs, lambda: np.gradient(a, *extra, **kwargs), tolerance("gradient", str(a.dtype))
         if a.dtype == np.float32 else {"rtol": 1e-11, "atol": 1e-10})

for i in range(COUNT):
    arg, a = operand(["float64", "int64", "float32"], [(0,), (1,), (7,), (3, 4), (2, 3, 4)], nan=0)
    kwargs = {}
    if rng.random() < 0.6:
        kwargs["axis"] = int(rng.integers(-a.ndim, a.ndim))
    if rng.random() < 0.5:
        kwargs["dx"] = 0.5
    elif rng.random() < 0.6:
        x = np.sort(rng.integers(-9, 9, a.shape[kwargs.get("axis", -1)])).astype(a.dtype)
        kwargs["x"] = {"array": record(x)}
    case("trapezoid", i, [arg], kwargs, over(np.trapezoid, a, kwargs),
         {"rtol": 3e-5, "atol": 1e-4} if a.dtype == np.float32 else {"rtol": 1e-11, "atol": 1e-10})

for i in range(COUNT):
    xp = np.unique(rng.integers(-9, 9, 6)).astype(float)
    fp = values("float64", xp.shape, nan=0)
    arg, x = viewed(values("float64", SHAPES[rng.integers(len(SHAPES))]))
    kwargs = {"left": -1.5} if rng.random() < 0.4 else {}
    if rng.random() < 0.4:
        kwargs["right"] = 99.0
    case("interp", i, [arg, {"array": record(xp)}, {"array": record(fp)}], kwargs,
         lambda: np.interp(x, xp, fp, **kwargs), {"rtol": 1e-13, "atol": 1e-13})

for i in range(COUNT):
    dtype = str(rng.choice(NUMBERS))
    p = values(dtype, (int(rng.integers(0, 5)),), nan=0, extreme=0)
    arg, x = viewed(values(dtype, SHAPES[rng.integers(len(SHAPES))], extreme=0))
    case("polyval", i, [{"array": record(p)}, arg], {}, lambda: np.polyval(p, x), tolerance("polyval", dtype))

for i in range(COUNT):
    x = np.sort(rng.normal(0, 2, 12))
    y = rng.normal(0, 2, (12, 2) if rng.random() < 0.5 else 12)
    degree = int(rng.integers(0, 5))
    case("polyfit", i, [{"array": record(x)}, {"array": record(y)}, degree], {},
         lambda: np.polyfit(x, y, degree), {"rtol": 1e-9, "atol": 1e-10})

for i in range(COUNT):
    arg, a = operand(FLOATS, [(0,), (1,), (12,), (3, 4)], nan=0, extreme=0)
    kwargs = {"axis": int(rng.integers(a.ndim))} if rng.random() < 0.5 else {}
    case("unwrap", i, [arg], kwargs, over(np.unwrap, a, kwargs), tolerance("unwrap", str(a.dtype)))
