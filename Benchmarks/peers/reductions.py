"""Section C: reductions along each axis, order statistics, sorting."""
import numpy as np

from library import DTYPES, generator, rows


def groups(lib):
    return {
        "C/f64": lambda: along_axes(lib, "f64") + ordered(lib, "f64") + booleans(lib),
        "C/f32": lambda: along_axes(lib, "f32") + ordered(lib, "f32"),
        "C/i64": lambda: integers(lib),
    }


def million(name):
    return generator().standard_normal(10**6).astype(DTYPES[name])


def along_axes(lib, name):
    xp, numbers = lib.xp, million(name)
    near_one = lib.array((1 + numbers * DTYPES[name](1e-6)).astype(DTYPES[name]))
    flat = lib.array(numbers)
    spread = {"correction": 0} if lib.is_torch else {}
    result = []
    for view, shape, axis in (
        ("flat1e6", (10**6,), None), ("ax0", (1000, 1000), 0), ("ax1", (1000, 1000), 1), ("mid", (100, 100, 100), 1),
        ("short", (100_000, 10), 1),
    ):
        x, factors = flat.reshape(shape), near_one.reshape(shape)
        along = {} if axis is None else lib.along(axis)
        largest = xp.amax if lib.is_torch else xp.max
        accumulated = lib.along(0 if axis is None else axis)
        result += rows("C:", f"/{view}/{name}", [
            ("sum", lambda x=x, along=along: xp.sum(x, **along)),
            ("mean", lambda x=x, along=along: xp.mean(x, **along)),
            ("var", lambda x=x, along=along: xp.var(x, **spread, **along)),
            ("std", lambda x=x, along=along: xp.std(x, **spread, **along)),
            ("max", lambda x=x, along=along: largest(x, **along)),
            ("argmax", lambda x=x, along=along: xp.argmax(x, **along)),
            ("prod", lambda x=factors, along=along: xp.prod(x, **along)),
            ("cumsum", lambda x=x, along=accumulated: xp.cumsum(x, **along)),
        ])
    return result


def ordered(lib, name):
    xp, numbers = lib.xp, million(name)
    with_nan = numbers.copy()
    with_nan[generator(1).integers(0, 10**6, 1000)] = np.nan
    flat, gaps, sorted_ = lib.array(numbers), lib.array(with_nan), lib.array(np.sort(numbers))
    queries = lib.array(numbers[:100000].copy())
    matrix = flat.reshape(1000, 1000)
    calls = [
        ("argsort/flat1e6", lambda: xp.argsort(flat), lambda order: flat[order]),
        ("searchsorted1e5in1e6", lambda: xp.searchsorted(sorted_, queries)),
        ("nansum/flat1e6", lambda: xp.nansum(gaps)),
        ("nanmean/flat1e6", lambda: xp.nanmean(gaps)),
        ("unique/flat1e6", lambda: xp.unique(flat)),
    ]
    if lib.is_torch:
        calls += [
            ("median/flat1e6", lambda: xp.quantile(flat, 0.5)),
            ("softmax_rows/ax1", lambda: xp.softmax(matrix, 1)),
            ("sort/flat1e6", lambda: xp.sort(flat), lambda result: result.values),
            ("sort/ax1", lambda: xp.sort(matrix, dim=1), lambda result: result.values),
        ]
    else:
        calls += [
            ("median/flat1e6", lambda: np.median(flat)),
            ("median/ax1", lambda: np.median(matrix, axis=1)),
            ("percentile90/flat1e6", lambda: np.percentile(flat, 90)),
            ("percentile3/flat1e6", lambda: np.percentile(flat, [25, 50, 75])),
            ("partition/flat1e6", lambda: np.partition(flat, 500000), lambda result: result[500000]),
            ("histogram50/flat1e6", lambda: np.histogram(flat, 50), lambda result: result[0]),
            ("sort/flat1e6", lambda: np.sort(flat)),
            ("sort/ax0", lambda: np.sort(matrix, axis=0)),
            ("sort/ax1", lambda: np.sort(matrix, axis=1)),
            ("sort_stable/flat1e6", lambda: np.sort(flat, kind="stable")),
            ("argsort_stable/flat1e6", lambda: np.argsort(flat, kind="stable")),
            ("diff/flat1e6", lambda: np.diff(flat)),
            ("linalg.norm/flat1e6", lambda: np.linalg.norm(flat)),
            ("allclose/flat1e6", lambda: np.allclose(flat, flat)),
            ("array_equal/flat1e6", lambda: np.array_equal(flat, flat)),
            ("logsumexp_rows/ax1", lambda: log_sum_exp(matrix)),
            ("softmax_rows/ax1", lambda: softmax(matrix)),
        ]
    return rows("C:", f"/{name}", calls)


def log_sum_exp(x):
    largest = x.max(1, keepdims=True)
    return np.log(np.sum(np.exp(x - largest), 1)) + largest[:, 0]


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def booleans(lib):
    xp, numbers = lib.xp, million("f64")
    all_false, all_true = lib.array(numbers > 5.5), lib.array(numbers > -50)
    calls = [("any/flat1e6/bool", lambda: xp.any(all_false)), ("all/flat1e6/bool", lambda: xp.all(all_true))]
    if not lib.is_torch:
        hundred = numbers[:100].copy()
        calls += [
            ("sum/flat1e6/bool", lambda: all_false.sum()),
            ("count_nonzero/flat1e6/bool", lambda: np.count_nonzero(all_true)),
            ("sum/1e2/f64", lambda: np.sum(numbers[:100])),
            ("sum_method/1e2/f64", lambda: hundred.sum()),
        ]
    return rows("C:", "", calls)


def integers(lib):
    xp = lib.xp
    numbers = lib.array(generator().integers(0, 1000, 10**6))
    calls = [
        ("sum/flat1e6/i64", lambda: xp.sum(numbers)),
        ("sort/flat1e6/i64", lambda: xp.sort(numbers), lambda result: result[0] if lib.is_torch else result),
    ]
    if not lib.is_torch:
        calls += [
            ("bincount/flat1e6/i64", lambda: np.bincount(numbers)),
            ("unique/flat1e6/i64", lambda: np.unique(numbers)),
            ("argmax/flat1e6/i64", lambda: np.argmax(numbers)),
        ]
    return rows("C:", "", calls)
