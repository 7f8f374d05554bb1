"""Makes the expected values of unit 01.

    pip install numpy==2.4.6
    python make_references.py

Everything is NumPy's own answer. NaN is written as null, for JSON has none.
"""

import json
import math
import pathlib
import warnings

import numpy as np

HERE = pathlib.Path(__file__).parent
rng = np.random.default_rng(1)
warnings.simplefilter("ignore")


def encoded(value):
    """Arrays as shape and elements in C order; numbers as numbers, NaN as null."""
    if isinstance(value, np.ndarray):
        return {"shape": list(value.shape), "elements": [encoded(x) for x in value.ravel().tolist()]}
    if isinstance(value, np.generic):
        return encoded(value.item())
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encoded(item) for item in value]
    return value


def save(name, value):
    (HERE / name).write_text(json.dumps(encoded(value), allow_nan=False) + "\n")


def slices():
    """Which indices start:stop:step takes, for every combination of small numbers and what is left out."""
    cases = []
    for extent in [0, 1, 5]:
        for start in [None, *range(-7, 8)]:
            for stop in [None, *range(-7, 8)]:
                for step in [1, 2, 3, -1, -2, -3]:
                    if extent < 5 and (start or 0) % 2 + (stop or 0) % 3 > 0:
                        continue
                    cases.append([extent, start, stop, step, np.arange(extent)[start:stop:step].tolist()])
    return cases


def random_slice(extent):
    pick = lambda: None if rng.random() < 0.3 else int(rng.integers(-extent - 1, extent + 2))
    return pick(), pick(), int(rng.choice([1, 1, 2, 3, -1, -1, -2]))


def views(count, reshape):
    """An arange under up to four steps of slicing, selecting, transposing and new axes, then perhaps a reshape."""
    cases = []
    while len(cases) < count:
        shape = rng.permutation([2, 3, 4, 5])[: rng.integers(1, 4)].tolist()
        base = np.arange(int(np.prod(shape)))
        array, steps = base.reshape(shape), []
        for _ in range(rng.integers(1, 5)):
            kind = rng.choice(["slice", "slice", "select", "transpose", "newAxis"])
            if array.ndim == 0 and kind != "newAxis":
                continue
            if kind == "newAxis":
                axis = int(rng.integers(0, array.ndim + 1))
                array = np.expand_dims(array, axis)
                steps.append({"kind": kind, "axis": axis})
            elif kind == "transpose":
                axes = rng.permutation(array.ndim).tolist()
                array = array.transpose(axes)
                steps.append({"kind": kind, "axes": axes})
            else:
                axis = int(rng.integers(0, array.ndim))
                extent = array.shape[axis]
                before = (slice(None),) * axis
                if kind == "select":
                    if extent == 0:
                        continue
                    index = int(rng.integers(-extent, extent))
                    array = array[before + (index,)]
                    steps.append({"kind": kind, "axis": axis, "index": index})
                else:
                    start, stop, step = random_slice(extent)
                    array = array[before + (slice(start, stop, step),)]
                    steps.append({"kind": kind, "axis": axis, "start": start, "stop": stop, "step": step})
        if not reshape:
            # Most views keep something to look at.
            if array.size == 0 and rng.random() < 0.8:
                continue
            cases.append({"shape": shape, "steps": steps, "result": np.asarray(array)})
            continue
        if array.size < 2:
            continue
        new = random_factors(array.size)
        result = array.reshape(new)
        cases.append({"shape": shape, "steps": steps, "new": new, "result": result,
                      "isView": bool(np.shares_memory(result, base))})
    return cases


def random_factors(size):
    """A shape of this many elements, with a 1 now and then."""
    shape = []
    while size > 1:
        divisors = [d for d in range(2, size + 1) if size % d == 0]
        d = int(rng.choice(divisors))
        shape.append(d)
        size //= d
    if rng.random() < 0.3:
        shape.insert(int(rng.integers(0, len(shape) + 1)), 1)
    return shape


def broadcasts():
    """Pairs of shapes and the shape of the result, null where there is none."""
    cases = []
    while len(cases) < 60:
        full = rng.choice([0, 1, 2, 3, 4], size=rng.integers(0, 5), p=[0.06, 0.24, 0.25, 0.25, 0.2])
        pair = []
        for _ in range(2):
            shape = [1 if rng.random() < 0.3 else int(n) for n in full]
            shape = shape[int(rng.integers(0, len(shape) + 1)):]
            if shape and rng.random() < 0.15:
                shape[int(rng.integers(0, len(shape)))] = int(rng.integers(2, 4))
            pair.append(shape)
        try:
            result = list(np.broadcast_shapes(*map(tuple, pair)))
        except ValueError:
            result = None
        cases.append([*pair, result])
    return cases


def elementwise():
    """Differences of arrays that have to be broadcast; subtraction tells left from right."""
    cases = []
    for a, b in [((3, 1), (4,)), ((4,), (3, 1)), ((2, 1, 3), (5, 1)), ((), (2, 3)), ((1, 3), (2, 3)), ((0, 3), (1, 3))]:
        x, y = np.round(rng.normal(size=a), 3), np.round(rng.normal(size=b), 3)
        cases.append({"left": np.asarray(x), "right": np.asarray(y), "result": np.asarray(x - y)})
    return cases


def divisions():
    whole = [[a, b, a // b, a % b] for a in range(-9, 10) for b in range(-4, 5) if b != 0]
    parts = []
    for a in [1.0, -1.0, 7.5, -7.5, 0.0, 1e17, -6.0, 5e-324]:
        for b in [0.1, -0.1, 2.0, -2.0, 2.5, 3.0, 1e-3]:
            parts.append([a, b, *(float(x) for x in np.divmod(np.float64(a), np.float64(b)))])
    single = []
    for a in [1.0, -1.0, 7.5, -6.0]:
        for b in [0.1, -0.1, 2.5, 0.7]:
            q, r = np.divmod(np.float32(a), np.float32(b))
            single.append([a, b, float(q), float(r)])
    return {"integers": whole, "doubles": parts, "floats": single}


AGGREGATES = {
    "sum": (np.sum, np.nansum), "product": (np.prod, np.nanprod), "mean": (np.mean, np.nanmean),
    "variance": (np.var, np.nanvar), "std": (np.std, np.nanstd),
    "std, ddof 1": (lambda a, axis: np.std(a, axis, ddof=1), lambda a, axis: np.nanstd(a, axis, ddof=1)),
    "min": (np.min, np.nanmin), "max": (np.max, np.nanmax), "argMin": (np.argmin, np.nanargmin),
    "argMax": (np.argmax, np.nanargmax), "median": (np.median, np.nanmedian),
    "percentile 30": (lambda a, axis: np.percentile(a, 30, axis), lambda a, axis: np.nanpercentile(a, 30, axis)),
    "any": (lambda a, axis: np.any(a, axis).astype(float), None),
    "all": (lambda a, axis: np.all(a, axis).astype(float), None),
}


def aggregates():
    """Every aggregate along every axis of two random arrays, one of them with NaN; ties and zeros in both."""
    cases = []
    for shape, nan in [((3, 5), False), ((2, 5, 3), False), ((4, 3, 2), True), ((1, 4), True), ((6, 1), False)]:
        a = rng.integers(-4, 5, size=shape) / 4
        if nan:
            a[rng.random(shape) < 0.2] = np.nan
            a.flat[1] = np.nan
        for axis in range(len(shape)):
            if nan and np.isnan(a).all(axis=axis).any():
                continue
            for name, (plain, safe) in AGGREGATES.items():
                cases.append({"name": name, "array": a, "axis": axis, "result": plain(a, axis=axis),
                              "nanSafe": None if safe is None else np.asarray(safe(a, axis=axis))})
    return cases


def percentiles():
    cases = []
    for n in [1, 2, 3, 4, 7, 10]:
        lane = np.round(rng.normal(size=n), 3)
        for q in [0, 10, 25, 40, 50, 66, 90, 100]:
            cases.append({"lane": lane.tolist(), "percent": q, "result": float(np.percentile(lane, q))})
    return cases


def products():
    cases = []
    for a, b in [((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((1, 5), (5, 1)), ((5, 1), (1, 5)),
                 ((2, 0), (0, 3)), ((2, 4, 3), (3, 5)), ((4, 3), (2, 3, 5)), ((2, 3), (4, 3, 2))]:
        x, y = rng.normal(size=a), rng.normal(size=b)
        cases.append({"left": x, "right": y, "result": np.asarray(np.dot(x, y))})
    return cases


save("slices.json", slices())
save("views.json", views(60, reshape=False))
save("reshapes.json", views(60, reshape=True))
save("broadcasts.json", broadcasts())
save("elementwise.json", elementwise())
save("divisions.json", divisions())
save("aggregates.json", aggregates())
save("percentiles.json", percentiles())
save("products.json", products())

# What the text and the run mention, printed to be compared by eye.
table = np.array([[1, 2], [5, 3], [4, 6]])
print(table.mean(0), table.std(0), table.std(), table.var(), np.median(table))
print(np.percentile([1, 2, 3, 4], [25, 40]), np.std([1, 2, 3]), np.std([1, 2, 3], ddof=1))
print(np.ones((3, 1)) + np.arange(3), np.arange(3)[:, None] + np.arange(3), sep="\n")
print(np.zeros((2, 3)).strides, np.zeros((2, 3)).T.strides)
