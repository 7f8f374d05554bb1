"""Operands drawn at random: values of every kind, in every memory layout that the format can write down."""

import numpy as np

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float32", "float64"]
NUMBERS = INTEGERS + FLOATS
ALL = ["bool"] + NUMBERS
# The types that most programs use come up more often than their share.
COMMON = ["float64"] * 5 + ["float32"] * 3 + ["int64"] * 3
SPECIAL = [np.nan, np.inf, -np.inf, -0.0, 0.0, 0.5, 1.5, 2.5, 1e30, -1e30, 1e-30, 3e-5, 123456.789, 5e-324, 1e-310,
           1.7976931348623157e308, 1e-40]


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


class Operand:
    """An array as the case writes it and as NumPy sees it."""

    def __init__(self, array, json=None):
        self.value = np.asarray(array)
        self.json = json or record(self.value)


class Index:
    """What stands between the brackets of `a[…]`."""

    def __init__(self, items):
        self.value = tuple(items)

    @property
    def json(self):
        return [self.item(item) for item in self.value]

    @staticmethod
    def item(item):
        if item is Ellipsis:
            return "ellipsis"
        if item is None:
            return "newaxis"
        if isinstance(item, slice):
            return {"slice": [item.start, item.stop, item.step]}
        if isinstance(item, np.ndarray):
            return {"array": record(item)}
        return {"int": int(item)}


class Maker:
    """Draws from one generator; `edges` is the share of operands that are one-dimensional, empty or extreme."""

    def __init__(self, rng, edges=0):
        self.rng = rng
        self.edges = edges

    def edge(self):
        return self.edges > 0 and self.chance(self.edges)

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    def int(self, low, high):
        """An integer from `low` through `high`."""
        return int(self.rng.integers(low, high + 1))

    def extent(self):
        return self.pick([0, 1, 1, 2, 2, 3, 3, 4, 5])

    def shape(self, rank=None, limit=60):
        if self.edge():
            if rank is None and self.chance(0.6):
                return (self.pick([0, 1, 2, 7, 8, 9, 16, 33]),)
            if rank != 0:
                shape = [self.extent() for _ in range(rank or self.int(1, 3))]
                if self.chance(0.5):
                    shape[self.int(0, len(shape) - 1)] = 0
                if np.prod(shape, dtype=int) <= limit:
                    return tuple(shape)
        while True:
            n = self.pick([0, 1, 1, 1, 2, 2, 2, 3, 3, 4]) if rank is None else rank
            shape = tuple(self.extent() for _ in range(n))
            if n == 1 and self.chance(0.2):
                shape = (self.pick([7, 17, 24, 35]),)
            if rank is None and self.chance(0.01):
                shape = tuple(self.pick([1, 1, 2]) for _ in range(self.int(5, 8)))
            if np.prod(shape, dtype=int) <= limit:
                return shape

    def dtype(self, among=ALL):
        common = [d for d in COMMON if d in among]
        return self.pick(common) if common and self.chance(0.6) else self.pick(among)

    def values(self, dtype, shape, tame=False):
        """`tame` keeps to numbers whose sums and conversions are plain."""
        rng = self.rng
        kind = np.dtype(dtype).kind
        if kind == "b":
            return rng.integers(0, 2, shape).astype(bool)
        if kind in "iu":
            values = rng.integers(-9 if kind == "i" else 0, 10, shape).astype(dtype)
            special = [np.iinfo(dtype).min, np.iinfo(dtype).max, np.iinfo(dtype).max - 1, 100]
        else:
            values = np.where(rng.random(shape) < 0.5, rng.integers(-9, 10, shape),
                              np.round(rng.normal(0, 20, shape), 3))
            special = SPECIAL
        if not tame:
            here = rng.random(shape) < (0.7 if self.edge() else 0.12)
            with np.errstate(all="ignore"):
                values = np.where(here, np.array(special)[rng.integers(0, len(special), shape)].astype(dtype), values)
        return np.asarray(values).astype(dtype)

    def viewed(self, make, shape):
        """The array that `make` fills, seen through a view that has `shape`."""
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
            strides = [self.pick([1, 2, -1, -2]) for _ in base]
            steps = [{"slice": [{"slice": [None, None, s]} for s in strides]}] + steps
            base = tuple(extent * abs(s) for extent, s in zip(base, strides))
        if layout == "offset" and rank > 0:
            steps = [{"slice": [{"slice": [1, -1, None]} for _ in base]}]
            base = tuple(extent + 2 for extent in base)
        if layout == "broadcast":
            base = tuple(1 if self.chance(0.5) else extent for extent in shape)
            while base and base[0] == 1 and self.chance(0.5):
                base = base[1:]
            steps = [{"broadcast_to": list(shape)}]
        if layout == "plain" and rank > 0 and self.chance(0.1):
            base = (int(np.prod(shape, dtype=int)),)
            steps = [{"reshape": list(shape)}]
        array = make(base)
        json = record(array)
        if steps:
            json["view"] = steps
        view = array
        for step in steps:
            if "transpose" in step:
                view = view.transpose(step["transpose"])
            elif "slice" in step:
                view = view[tuple(slice(*s["slice"]) for s in step["slice"])]
            elif "reshape" in step:
                view = view.reshape(step["reshape"])
            else:
                view = np.broadcast_to(view, step["broadcast_to"])
        assert view.shape == shape, (view.shape, shape, steps)
        return Operand(view, json)

    def array(self, dtype=ALL, shape=None, tame=False):
        """An array of the dtype, or of one of several."""
        dtype = dtype if isinstance(dtype, str) else self.dtype(dtype)
        return self.viewed(lambda base: self.values(dtype, base, tame), self.shape() if shape is None else shape)

    def partner(self, shape):
        """A shape that broadcasts with `shape`, mostly."""
        other = [1 if self.chance(0.25) else extent for extent in shape]
        if self.chance(0.3):
            other = other[self.int(0, len(other)):]
        if self.chance(0.15):
            other = [self.extent()] + other
        if other and self.chance(0.06):
            other[self.int(0, len(other) - 1)] += 1
        return tuple(other)

    def axis(self, rank, several=True):
        """An axis, several or all; now and then one that does not exist."""
        if self.chance(0.25) or rank == 0:
            return None if self.chance(0.9) else self.pick([0, -1])
        if self.chance(0.04):
            return self.pick([rank, -rank - 1])
        if several and self.chance(0.3):
            axes = self.rng.permutation(rank)[: self.int(1, rank)]
            axes = [int(a) - rank if self.chance(0.5) else int(a) for a in axes]
            return axes + [axes[0]] if self.chance(0.03) else axes
        return self.int(-rank, rank - 1)

    def positions(self, extent, shape):
        """Positions along an axis; now and then one past its end."""
        values = self.rng.integers(-extent, extent, shape) if extent > 0 else np.zeros(shape, int)
        if values.size and self.chance(0.03):
            values.reshape(-1)[0] = self.pick([extent, -extent - 1])
        return np.asarray(values, dtype=np.int64)

    def scalar(self, dtype, tame=False):
        """A Python number that the dtype holds."""
        return self.values(dtype, (), tame).item()
