"""Writes reductions.npz: what NumPy and SciPy make of operands that `ReductionTests` builds by the same rule.

    python3 make_reductions.py        # NumPy 2.4, SciPy 1.17

Each entry `OP.KIND` holds the results for all shapes, over everything and then along each axis, one after another.
"""

import pathlib
import warnings

import numpy as np
from scipy import special

SHAPES = [(7, 131), (33, 10), (300, 3), (2, 700), (3, 20, 17), (9, 64), (2600,), (1, 1), (12, 8), (20, 129)]
SMALL = [(7, 131), (12, 8), (9, 34), (3, 20, 5), (1, 1)]
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


def whole(shape):
    i = np.arange(np.prod(shape, dtype=int))
    return ((i * 7919 + 13 * (i // 7)) % 1009 - 504).reshape(shape)


def operand(kind, shape):
    """Multiples of 1/16, whose sums are exact; with gaps, NaN and infinities among them."""
    v = whole(shape)
    if kind == "bool":
        return v % 3 == 0
    if kind in INTEGERS:
        return v.astype(kind)
    x = v / 16
    if kind.startswith("gaps"):
        i = np.arange(x.size).reshape(shape)
        x = np.where(i % 97 == 13, np.nan, x)
        x = np.where(i % 251 == 7, np.inf, x)
        x = np.where(i % 251 == 9, -np.inf, x)
    return x.astype("float32" if kind.endswith("32") else "float64")


def near_one(x):
    return 1 + x / x.dtype.type(4096)


def along_axes(function, kind, shapes, flat=True):
    results = []
    for shape in shapes:
        x = operand(kind, shape)
        for axis in ([None] if flat else []) + list(range(x.ndim)):
            results.append(np.ravel(function(x, axis=axis)))
    return np.concatenate(results)


FOLDS = {"sum": np.sum, "max": np.max, "min": np.min, "argmax": np.argmax, "argmin": np.argmin,
         "count_nonzero": np.count_nonzero}
# In double precision, so that the error is ours alone.
MOMENTS = {"var": lambda x, axis: np.var(x, axis=axis, dtype="float64"),
           "prod": lambda x, axis: np.prod(near_one(x), axis=axis)}
NAN = {"nansum": np.nansum, "nanmean": np.nanmean}
WHOLE = {"cumsum": np.cumsum, "cumprod": lambda x, axis: np.cumprod(near_one(x), axis=axis),
         "softmax": special.softmax, "log_softmax": special.log_softmax}

arrays = {}
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for kind in ["float64", "float32", "gaps64", "gaps32", "bool"] + INTEGERS:
        for name, function in FOLDS.items():
            arrays[f"{name}.{kind}"] = along_axes(function, kind, SHAPES)
            if name.startswith(("arg", "count")):
                arrays[f"{name}.{kind}"] = arrays[f"{name}.{kind}"].astype("int16")
    for kind in ["float64", "float32"]:
        for name, function in MOMENTS.items():
            arrays[f"{name}.{kind}"] = along_axes(function, kind, SHAPES)
    for kind in ["float64", "float32", "gaps64", "gaps32"]:
        for name, function in NAN.items():
            arrays[f"{name}.{kind}"] = along_axes(function, kind, SHAPES)
        for name, function in WHOLE.items():
            arrays[f"{name}.{kind}"] = along_axes(function, kind, SMALL, flat=False)
        arrays[f"logsumexp.{kind}"] = along_axes(special.logsumexp, kind, SHAPES)
np.savez_compressed(pathlib.Path(__file__).with_name("reductions.npz"), **arrays)
