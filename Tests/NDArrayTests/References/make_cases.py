#!/usr/bin/env python3
"""Writes random cases of NumPy's behaviour in the conformance format, one JSON object a line.

    python3 make_cases.py                           # the committed files beside this script
    python3 make_cases.py --seed 7 --count 20000 --out /tmp/cases   # others

Every group draws from its own generator, seeded with [seed, number of the group], so that a change in one
leaves the others alone. Made with NumPy 2.4.6.
"""

import argparse
import json
import pathlib

import numpy as np

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float32", "float64"]
NUMBERS = INTEGERS + FLOATS
ALL = ["bool"] + NUMBERS
# The types that a course uses come up more often than their share.
COMMON = ["float64"] * 5 + ["float32"] * 3 + ["int64"] * 3

np.seterr(all="ignore")


# --- arrays -------------------------------------------------------------------------------------------


def number(value):
    """A number as JSON, or the text that stands for it."""
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    value = float(value)
    if np.isnan(value):
        return "nan"
    if np.isinf(value):
        return "inf" if value > 0 else "-inf"
    if value == 0 and np.signbit(value):
        return "-0.0"
    return value


def record(array):
    array = np.asarray(array)
    return {"dtype": array.dtype.name, "shape": list(array.shape),
            "data": [number(x) for x in array.reshape(-1)]}


def index_json(index):
    items = []
    for item in index:
        if item is Ellipsis:
            items.append("ellipsis")
        elif item is None:
            items.append("newaxis")
        elif isinstance(item, slice):
            items.append({"slice": [item.start, item.stop, item.step]})
        elif isinstance(item, np.ndarray):
            items.append({"array": record(item)})
        else:
            items.append({"int": int(item)})
    return items


class Maker:
    """Draws operands: values of every kind, in every memory layout."""

    def __init__(self, rng):
        self.rng = rng

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    def extent(self):
        return self.pick([0, 1, 1, 2, 2, 3, 3, 4, 5])

    def shape(self, rank=None, limit=40):
        while True:
            n = self.pick([0, 1, 1, 2, 2, 2, 3, 3, 4]) if rank is None else rank
            shape = tuple(self.extent() for _ in range(n))
            if np.prod(shape, dtype=int) <= limit:
                return shape

    def dtype(self, among=ALL):
        common = [d for d in COMMON if d in among]
        return self.pick(common) if common and self.chance(0.6) else self.pick(among)

    def values(self, dtype, count, tame=False):
        """`tame` keeps to numbers whose sums and conversions are plain."""
        rng = self.rng
        kind = np.dtype(dtype).kind
        if kind == "b":
            return rng.integers(0, 2, count).astype(bool)
        if kind in "iu":
            values = rng.integers(-9 if kind == "i" else 0, 10, count).astype(dtype)
            if not tame:
                info = np.iinfo(dtype)
                for i in range(count):
                    if self.chance(0.1):
                        values[i] = self.pick([info.min, info.max, info.max - 1, 100, 0])
            return values
        values = np.where(rng.random(count) < 0.5, rng.integers(-9, 10, count),
                          np.round(rng.normal(0, 20, count), 3))
        if not tame:
            for i in range(count):
                if self.chance(0.12):
                    values[i] = self.pick([np.nan, np.inf, -np.inf, -0.0, 0.0, 0.5, 1e30, -1e-30, 123456.789])
        return values.astype(dtype)

    def operand(self, dtype, shape, tame=False):
        """The JSON of an array and the array: some base seen through a view that has `shape`."""
        shape = tuple(shape)
        rank = len(shape)
        layout = self.pick(["plain", "plain", "transposed", "reversed", "strided", "offset", "broadcast", "mixed"])
        steps = []
        base = shape
        if layout in ("transposed", "mixed") and rank > 0:
            order = [int(i) for i in self.rng.permutation(rank)]
            base = tuple(shape[order.index(i)] for i in range(rank))
            steps = [{"transpose": order}]
        if layout == "reversed" and rank > 0:
            steps = [{"slice": [{"slice": [None, None, -1 if self.chance(0.7) else None]} for _ in base]}]
        if layout in ("strided", "mixed") and rank > 0:
            inner = []
            wide = []
            for extent in base:
                step = self.pick([1, 2, -1, -2])
                wide.append(extent * abs(step))
                inner.append({"slice": [None, None, step]})
            base = tuple(wide)
            steps = [{"slice": inner}] + steps
        if layout == "offset" and rank > 0:
            steps = [{"slice": [{"slice": [1, -1, None]} for _ in base]}]
            base = tuple(extent + 2 for extent in base)
        if layout == "broadcast":
            base = tuple(1 if self.chance(0.5) else extent for extent in shape)
            while base and base[0] == 1 and self.chance(0.5):
                base = base[1:]
            steps = [{"broadcast_to": list(shape)}]
        array = self.values(dtype, int(np.prod(base, dtype=int)), tame).reshape(base)
        json_array = record(array)
        if steps:
            json_array["view"] = steps
        view = array
        for step in steps:
            if "transpose" in step:
                view = view.transpose(step["transpose"])
            elif "slice" in step:
                view = view[tuple(slice(*s["slice"]) for s in step["slice"])]
            else:
                view = np.broadcast_to(view, step["broadcast_to"])
        assert view.shape == shape, (view.shape, shape, steps)
        return json_array, view

    def partner(self, shape):
        """A shape that broadcasts with `shape`, mostly."""
        other = [1 if self.chance(0.25) else extent for extent in shape]
        if self.chance(0.3):
            other = other[int(self.rng.integers(len(other) + 1)):]
        if self.chance(0.15):
            other = [self.extent()] + other
        if other and self.chance(0.06):
            other[int(self.rng.integers(len(other)))] += 1
        return tuple(other)

    def axis(self, rank):
        """An axis, several or all; now and then one that does not exist."""
        if self.chance(0.25) or rank == 0:
            return None if self.chance(0.9) else 0
        if self.chance(0.04):
            return self.pick([rank, -rank - 1])
        if self.chance(0.3):
            axes = self.rng.permutation(rank)[: int(self.rng.integers(1, rank + 1))]
            return [int(a) - rank if self.chance(0.5) else int(a) for a in axes]
        return int(self.rng.integers(-rank, rank))


# --- a file of cases ----------------------------------------------------------------------------------


class Group:
    def __init__(self, name, seed, number_of_group):
        self.name = name
        self.maker = Maker(np.random.default_rng([seed, number_of_group]))
        self.lines = []

    def add(self, op, args, kwargs, compute, tol="exact"):
        case = {"id": f"{self.name}.{op}.{len(self.lines):05d}", "op": op, "args": args, "kwargs": kwargs}
        try:
            result = compute()
        except Exception as error:  # whatever NumPy refuses with
            expected = {"error": type(error).__name__, "message": str(error)}
        else:
            expected = {"outputs": [record(r) for r in result]} if isinstance(result, (tuple, list)) \
                else record(result)
            outputs = expected.get("outputs", [expected])
            if any(o["dtype"] not in ALL for o in outputs):
                return
        case["tol"] = tol
        case["expected"] = expected
        self.lines.append(json.dumps(case, separators=(",", ":")))


def sums_tolerance(dtype):
    if dtype == "float32":
        return {"rtol": 3e-5, "atol": 1e-4}
    return {"rtol": 1e-11, "atol": 1e-10}


def elementwise(group, count):
    m = group.maker
    exact2 = ["add", "subtract", "multiply", "divide", "remainder", "floor_divide", "power", "maximum", "minimum",
              "fmax", "fmin", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and",
              "logical_or", "logical_xor", "copysign", "nextafter", "fmod", "heaviside"]
    bits2 = ["bitwise_and", "bitwise_or", "bitwise_xor"]
    integer2 = ["gcd", "lcm"]
    close2 = ["arctan2", "hypot", "logaddexp", "logaddexp2"]
    exact1 = ["negative", "abs", "sign", "square", "sqrt", "floor", "ceil", "trunc", "rint", "reciprocal", "isnan",
              "isinf", "isfinite", "signbit", "fabs", "logical_not", "positive", "invert", "spacing"]
    close1 = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "cbrt", "sin", "cos", "tan", "arcsin",
              "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh"]
    while len(group.lines) < count:
        kind = m.pick(["exact2"] * 6 + ["exact1"] * 3 + ["close1"] * 2 + ["close2", "bits2", "where", "clip",
                                                                          "astype", "integer2", "scalar", "scalar"])
        if kind in ("exact2", "close2", "bits2", "integer2", "scalar"):
            names = {"exact2": exact2, "close2": close2, "bits2": bits2, "integer2": integer2,
                     "scalar": exact2[:9] + exact2[11:17]}[kind]
            op = m.pick(names)
            among = {"bits2": ["bool"] + INTEGERS, "integer2": INTEGERS}.get(kind, ALL)
            dtype = m.dtype(among)
            shape = m.shape()
            a, x = m.operand(dtype, shape)
            tol = "exact"
            if kind == "close2" or op == "power" and dtype in FLOATS:
                tol = {"ulp": 4}
            elif op in ("maximum", "minimum", "fmax", "fmin"):
                tol = {"ulp": 0}
            function = getattr(np, op)
            if kind == "scalar":
                y = m.values(dtype, 1)[0]
                if np.isnan(y) or np.isinf(y):
                    continue
                literal = y.item()
                scalar = number(literal)
                if scalar == "-0.0":
                    scalar = {"f": "-0.0"}
                if m.chance(0.5) and op in exact2[:7] and op != "floor_divide":
                    group.add(op, [scalar, {"array": a}], {}, lambda: function(literal, x), tol)
                else:
                    group.add(op, [{"array": a}, scalar], {}, lambda: function(x, literal), tol)
                continue
            b, y = m.operand(dtype, m.partner(shape))
            if m.chance(0.3):
                a, b, x, y = b, a, y, x
            group.add(op, [{"array": a}, {"array": b}], {}, lambda: function(x, y), tol)
        elif kind in ("exact1", "close1"):
            op = m.pick(exact1 if kind == "exact1" else close1)
            a, x = m.operand(m.dtype(), m.shape())
            group.add(op, [{"array": a}], {}, lambda: getattr(np, op)(x), "exact" if kind == "exact1" else {"ulp": 4})
        elif kind == "where":
            dtype = m.dtype()
            shape = m.shape()
            mask, c = m.operand("bool", m.partner(shape))
            a, x = m.operand(dtype, shape)
            b, y = m.operand(dtype, m.partner(shape))
            group.add("where", [{"array": mask}, {"array": a}, {"array": b}], {}, lambda: np.where(c, x, y))
        elif kind == "clip":
            a, x = m.operand(m.dtype(NUMBERS), m.shape())
            low, high = (1, 7) if x.dtype.kind == "u" else (-4, 5)
            group.add("clip", [{"array": a}, low, high], {}, lambda: np.clip(x, low, high))
        else:
            source, target = m.dtype(), m.pick(ALL)
            a, x = m.operand(source, m.shape(), tame=True)
            if target.startswith("u") and (x < 0).any() and x.dtype.kind == "f":
                continue  # undefined in C
            group.add("astype", [{"array": a}, target], {}, lambda: x.astype(target))


def reductions(group, count):
    m = group.maker
    while len(group.lines) < count:
        op = m.pick(["sum", "sum", "prod", "mean", "var", "std", "max", "max", "min", "min", "all", "any", "argmax",
                     "argmin", "count_nonzero"])
        dtype = m.dtype()
        shape = m.shape(limit=60)
        tame = op in ("sum", "prod", "mean", "var", "std") and dtype in FLOATS and m.chance(0.8)
        a, x = m.operand(dtype, shape, tame)
        axis = m.axis(len(shape))
        if op in ("argmax", "argmin") and isinstance(axis, list):
            axis = axis[0]
        kwargs = {"axis": axis}
        if m.chance(0.4):
            kwargs["keepdims"] = True
        if op in ("var", "std") and m.chance(0.4):
            kwargs["ddof"] = int(m.rng.integers(0, 4))
        if op in ("max", "min"):
            tol = {"ulp": 0}
        elif op in ("all", "any", "argmax", "argmin", "count_nonzero"):
            tol = "exact"
        else:
            tol = "exact" if op in ("sum", "prod") and dtype not in FLOATS else sums_tolerance(dtype)
        python = dict(kwargs, axis=tuple(axis) if isinstance(axis, list) else axis)
        group.add(op, [{"array": a}], kwargs, lambda: getattr(np, op)(x, **python), tol)


def positions(m, extent, shape):
    values = m.rng.integers(-extent, extent, shape) if extent > 0 else np.zeros(shape, int)
    if values.size and m.chance(0.03):
        values.reshape(-1)[0] = extent
    return np.asarray(values, dtype=np.int64)


def random_index(m, shape):
    """Indices for an array of `shape`, in every combination."""
    rank = len(shape)
    index = []
    axis = 0
    # The position arrays of one index broadcast together, mostly.
    common = tuple(int(m.rng.integers(1, 4)) for _ in range(m.pick([1, 1, 2])))
    stop = rank if m.chance(0.6) else int(m.rng.integers(rank + 1))
    ellipsis = int(m.rng.integers(stop + 1)) if m.chance(0.25) else None
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
            index.append(int(m.rng.integers(-bound, bound)))
        elif kind == "positions":
            mine = tuple(1 if m.chance(0.2) else e for e in common)[int(m.rng.integers(2)) if m.chance(0.3) else 0:]
            if m.chance(0.03):
                mine = mine + (2,)
            index.append(positions(m, extent, mine))
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
            bound = lambda: None if m.chance(0.35) else int(m.rng.integers(-extent - 2, extent + 3))
            index.append(slice(bound(), bound(), m.pick([None, None, 1, 2, -1, -1, -2, 3])))
        axis += 1
    if ellipsis is not None:
        index.append(Ellipsis)
    if m.chance(0.02):
        index.append(0)
    return index


def indexing(group, count):
    m = group.maker
    while len(group.lines) < count:
        op = m.pick(["getitem"] * 5 + ["setitem"] * 6 + ["iadd_index", "nonzero", "extract", "copyto_where", "ix_get"])
        dtype = m.dtype(NUMBERS if op == "iadd_index" else ALL)
        shape = m.shape()
        a, x = m.operand(dtype, shape, tame=True)
        if op == "getitem":
            index = random_index(m, shape)
            group.add(op, [{"array": a}, {"index": index_json(index)}], {}, lambda: x[tuple(index)])
        elif op == "setitem":
            index = random_index(m, shape)
            try:
                selected = x[tuple(index)].shape
            except IndexError:
                selected = ()
            wanted = m.partner(selected) if m.chance(0.6) else selected
            if len(wanted) > len(selected) and wanted[0] != 1 and m.chance(0.7):
                wanted = (1,) + wanted[1:]
            if 0 in wanted and len(wanted) > len(selected):
                continue  # NumPy takes some empty values that do not broadcast
            b, y = m.operand(dtype, wanted)

            def assigned():
                target = x.copy()
                target[tuple(index)] = y
                return target

            group.add(op, [{"array": a}, {"index": index_json(index)}, {"array": b}], {}, assigned)
        elif op == "iadd_index":
            if not shape:
                continue
            where = positions(m, shape[0], int(m.rng.integers(0, 4)))
            if np.unique(where % max(shape[0], 1)).size != where.size and x.size and m.chance(0.5):
                continue
            amount = number(m.values(dtype, 1, tame=True)[0])

            def added():
                target = x.copy()
                target[where] += amount
                return target

            group.add(op, [{"array": a}, {"array": record(where)}, amount], {}, added)
        elif op == "nonzero":
            if not shape:
                continue
            group.add(op, [{"array": a}], {}, lambda: np.nonzero(x))
        elif op == "extract":
            mask, c = m.operand("bool", shape)
            if shape:
                group.add(op, [{"array": mask}, {"array": a}], {}, lambda: np.extract(c, x))
        elif op == "copyto_where":
            mask, c = m.operand("bool", m.partner(shape))
            b, y = m.operand(dtype, m.partner(shape))
            if np.broadcast_shapes(shape) != shape:
                continue

            def copied():
                target = x.copy()
                np.copyto(target, y, where=c)
                return target

            group.add(op, [{"array": a}, {"array": b}, {"array": mask}], {}, copied)
        elif len(shape) >= 2:
            rows = positions(m, shape[0], int(m.rng.integers(0, 4)))
            columns = positions(m, shape[1], int(m.rng.integers(0, 4)))
            group.add(op, [{"array": a}, {"array": record(rows)}, {"array": record(columns)}], {},
                      lambda: x[np.ix_(rows, columns)])


def factorised(m, count):
    """A shape of `count` elements."""
    shape = []
    rest = count
    while rest > 1:
        divisor = m.pick([d for d in range(2, rest + 1) if rest % d == 0])
        shape.append(divisor)
        rest //= divisor
    for _ in range(m.pick([0, 0, 1])):
        shape.insert(int(m.rng.integers(len(shape) + 1)), 1)
    return shape


def shapes(group, count):
    m = group.maker
    while len(group.lines) < count:
        op = m.pick(["reshape"] * 4 + ["ravel", "copy", "T", "transpose", "transpose", "swapaxes", "expand_dims",
                                       "squeeze", "broadcast_to", "flip", "concatenate", "concatenate", "stack"])
        dtype = m.dtype()
        shape = m.shape()
        rank = len(shape)
        a, x = m.operand(dtype, shape, tame=True)
        one = [{"array": a}]
        if op == "reshape":
            target = factorised(m, x.size) if x.size else list(m.rng.permutation(shape))
            target = [int(t) for t in target]
            if target and m.chance(0.3):
                target[int(m.rng.integers(len(target)))] = -1
            if m.chance(0.05):
                target.append(2)
            group.add(op, one + [target], {}, lambda: np.reshape(x, target))
        elif op in ("ravel", "copy"):
            group.add(op, one, {}, lambda: getattr(np, op)(x))
        elif op == "T":
            group.add(op, one, {}, lambda: x.T)
        elif op == "transpose":
            order = [int(i) - rank if m.chance(0.2) else int(i) for i in m.rng.permutation(rank)]
            if order and m.chance(0.05):
                order[0] = order[-1]
            group.add(op, one + [order], {}, lambda: np.transpose(x, order))
        elif op == "swapaxes" and rank:
            i, j = (int(k) for k in m.rng.integers(-rank, rank + (1 if m.chance(0.05) else 0), 2))
            group.add(op, one + [i, j], {}, lambda: np.swapaxes(x, i, j))
        elif op == "expand_dims":
            axis = int(m.rng.integers(-rank - 1, rank + 1 + (1 if m.chance(0.1) else 0)))
            group.add(op, one + [axis], {}, lambda: np.expand_dims(x, axis))
        elif op == "squeeze":
            axis = m.axis(rank) if m.chance(0.5) else None
            group.add(op, one, {"axis": axis},
                      lambda: np.squeeze(x, axis=tuple(axis) if isinstance(axis, list) else axis))
        elif op == "broadcast_to":
            target = list(shape)
            target = [m.extent() if e == 1 and m.chance(0.7) else e for e in target]
            if m.chance(0.4):
                target = [m.extent()] + target
            if target and m.chance(0.06):
                target[-1] += 1
            group.add(op, one + [target], {}, lambda: np.broadcast_to(x, target))
        elif op == "flip":
            axis = m.axis(rank)
            group.add(op, one, {"axis": axis},
                      lambda: np.flip(x, axis=tuple(axis) if isinstance(axis, list) else axis))
        elif op in ("concatenate", "stack"):
            axis = int(m.rng.integers(-rank - (op == "stack"), rank + (op == "stack"))) if rank or op == "stack" else 0
            arrays, views = [], []
            for _ in range(m.pick([1, 2, 2, 3])):
                other = list(shape)
                if op == "concatenate" and rank:
                    other[axis] = m.extent()
                if other and m.chance(0.05):
                    other[0] += 1
                b, y = m.operand(dtype, other, tame=True)
                arrays.append(b)
                views.append(y)
            group.add(op, [{"arrays": arrays}], {"axis": axis}, lambda: getattr(np, op)(views, axis=axis))


def products(group, count):
    m = group.maker
    while len(group.lines) < count:
        op = m.pick(["matmul", "matmul", "dot"])
        dtype = m.dtype(NUMBERS)
        k = m.extent()
        batch = tuple(m.extent() for _ in range(m.pick([0, 0, 0, 1, 2])))
        left = m.partner(batch) + (m.extent(), k) if m.chance(0.75) else (k,)
        right = batch + (k, m.extent()) if m.chance(0.75) else (k,)
        if m.chance(0.05):
            right = right + (2,)
        a, x = m.operand(dtype, left, tame=True)
        b, y = m.operand(dtype, right, tame=True)
        tol = {"rtol": 3e-5, "atol": 3e-3} if dtype == "float32" else \
            {"rtol": 1e-11, "atol": 1e-9} if dtype == "float64" else "exact"
        group.add(op, [{"array": a}, {"array": b}], {}, lambda: getattr(np, op)(x, y), tol)


GROUPS = [("elementwise", elementwise, 0.36), ("reductions", reductions, 0.2), ("indexing", indexing, 0.26),
          ("shapes", shapes, 0.12), ("products", products, 0.06)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20240)
    parser.add_argument("--count", type=int, default=3300)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for i, (name, fill, share) in enumerate(GROUPS):
        group = Group(name, options.seed, i)
        fill(group, round(options.count * share))
        (options.out / f"cases-{name}.jsonl").write_text("\n".join(group.lines) + "\n")


if __name__ == "__main__":
    main()
