"""Products: matrices, stacks of them, contractions and einsum."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, NUMBERS


def tolerance(dtype):
    return {"float32": {"rtol": 3e-5, "atol": 3e-3}, "float64": {"rtol": 1e-11, "atol": 1e-9}}.get(dtype, "exact")


@draws("matmul", "dot", weight=4)
def matmul(m, op):
    dtype = m.dtype(NUMBERS if m.chance(0.95) else ALL)
    k = m.extent()
    batch = tuple(m.extent() for _ in range(m.pick([0, 0, 0, 1, 2])))
    left = m.partner(batch) + (m.extent(), k) if m.chance(0.75) else (k,)
    right = batch + (k, m.extent()) if m.chance(0.75) else (k,)
    if op == "dot" and m.chance(0.1):
        left, right = m.pick([((), right), (left, ())])
    if m.chance(0.05):
        right = right + (2,)
    return Draft(getattr(np, op), [m.array(dtype, left, tame=True), m.array(dtype, right, tame=True)],
                 tol=tolerance(dtype))


@draws("inner", "outer", "kron", "vdot", "vecdot", "cross", weight=2)
def vectors(m, op):
    dtype = m.dtype(NUMBERS)
    kwargs = {}
    if op in ("outer", "kron"):
        shapes = m.shape(limit=8), m.shape(limit=8)
    elif op == "vdot":
        shape = m.shape()
        shapes = shape, shape if m.chance(0.9) else m.shape()
    elif op == "cross":
        n = m.pick([3, 3, 3, 3, 2, 4])
        shape = m.shape(limit=10) + (3,)
        shapes = shape, m.partner(shape[:-1]) + (n,)
        if m.chance(0.3):
            shapes = shapes[0], shapes[0]
            kwargs["axis"] = m.pick([-1, len(shape) - 1, 0])
    else:
        k = m.extent()
        left = m.shape(m.int(0, 2), limit=12) + (k,)
        right = (m.partner(left[:-1]) if op == "vecdot" else m.shape(m.int(0, 2), limit=12)) + (k + m.chance(0.05),)
        shapes = left, right
        if op == "inner" and m.chance(0.1):
            shapes = (), right
    return Draft(getattr(np, op), [m.array(dtype, s, tame=True) for s in shapes], kwargs, tolerance(dtype))


@draws("tensordot", weight=2)
def tensordot(m, op):
    dtype = m.dtype(NUMBERS)
    left = list(m.shape(m.int(1, 3), limit=30))
    if m.chance(0.4):
        n = m.int(0, min(2, len(left)))
        right = left[len(left) - n:] + list(m.shape(m.int(0, 2), limit=8))
        kwargs = {"axes": n} if n != 2 or m.chance(0.5) else {}
    else:
        right = list(m.shape(m.int(1, 3), limit=30))
        n = m.int(1, min(len(left), len(right)))
        a = [int(i) for i in m.rng.permutation(len(left))[:n]]
        b = [int(i) for i in m.rng.permutation(len(right))[:n]]
        for i, j in zip(a, b):
            right[j] = left[i] + m.chance(0.03)
        kwargs = {"axes": [a[0], b[0]] if n == 1 and m.chance(0.3) else [a, b]}
    return Draft(np.tensordot, [m.array(dtype, left, tame=True), m.array(dtype, right, tame=True)], kwargs,
                 tolerance(dtype))


@draws("einsum", weight=8)
def einsum(m, op):
    dtype = m.dtype(NUMBERS)
    extents = {c: m.pick([1, 2, 2, 3, 3, 0 if m.chance(0.3) else 4]) for c in "ijkl"}
    operands, terms = [], []
    dots = m.chance(0.3)
    batch = tuple(m.int(1, 3) for _ in range(m.int(0, 2)))
    for _ in range(m.pick([1, 1, 2, 2, 2, 3])):
        term = "".join(m.pick("ijkl") for _ in range(m.int(0 if dots else 1, 3)))
        shape = [extents[c] for c in term]
        if shape and m.chance(0.02):
            shape[0] += 1
        if dots and m.chance(0.8):
            cut = m.int(0, len(term))
            here = m.partner(batch) if m.chance(0.3) else batch
            shape = shape[:cut] + list(here) + shape[cut:]
            term = term[:cut] + "..." + term[cut:]
        operands.append(m.array(dtype, shape, tame=True))
        terms.append(term)
    text = ",".join(terms)
    if m.chance(0.7):
        letters = sorted({c for c in text if c.isalpha()})
        kept = [letters[int(i)] for i in m.rng.permutation(len(letters))[: m.int(0, len(letters))]]
        out = "".join(kept)
        if "..." in text:
            cut = m.int(0, len(out))
            out = out[:cut] + "..." + out[cut:] if m.chance(0.97) else out
        if m.chance(0.02):
            out += m.pick(["m", "i", "."])
        text += "->" + out
    if m.chance(0.2):
        text = text.replace(",", ", ").replace("->", " -> ")
    return Draft(np.einsum, [text, *operands], tol=tolerance(dtype))


@draws("linalg.multi_dot", "linalg.matrix_power")
def chains(m, op):
    dtype = m.dtype(FLOATS + ["int64", "int32"])
    if op == "linalg.matrix_power":
        n = m.int(0, 3)
        power = m.int(-2 if dtype in FLOATS else 0, 4)
        x = m.array(dtype, m.shape(m.pick([0, 0, 1]), limit=4) + (n, n + m.chance(0.04)), tame=True)
        return Draft(np.linalg.matrix_power, [x, power],
                     tol={"rtol": 1e-3, "atol": 1e-3} if dtype == "float32" else {"rtol": 1e-7, "atol": 1e-7})
    sizes = [m.int(1, 4) for _ in range(m.int(3, 5))]
    shapes = [[a, b] for a, b in zip(sizes, sizes[1:])]
    if m.chance(0.2):
        shapes[0] = shapes[0][1:]
    if m.chance(0.2):
        shapes[-1] = shapes[-1][:1]
    if m.chance(0.04):
        shapes[0] = [7] * len(shapes[0])
    return Draft(np.linalg.multi_dot, [[m.array(dtype, s, tame=True) for s in shapes]],
                 tol={"rtol": 1e-4, "atol": 1e-2} if dtype == "float32" else sums_of(dtype))


def sums_of(dtype):
    return {"rtol": 1e-11, "atol": 1e-8} if dtype == "float64" else "exact"
