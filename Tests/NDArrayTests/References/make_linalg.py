"""Writes linalg.json: operands and what numpy.linalg makes of them.

    python3 make_linalg.py        # NumPy 2.4
"""

import json
import pathlib

import numpy as np
from numpy import linalg

rng = np.random.default_rng(31)
cases = []


def tensor(array):
    array = np.asarray(array)
    data = [v if np.isfinite(v) else str(v) for v in array.ravel().astype("float64").tolist()]
    return {"dtype": str(array.dtype), "shape": list(array.shape), "data": data}


def case(op, operands, outputs, **options):
    cases.append({
        "op": op,
        "operands": [tensor(a) for a in operands],
        "options": options,
        "outputs": [tensor(a) for a in outputs],
    })


def matrices(*shape):
    """Random matrices of each dtype, far from singular."""
    *_, m, n = shape
    real = rng.standard_normal(shape) + 3 * np.eye(m, n)
    yield real
    yield real.astype("float32")
    yield rng.integers(-5, 6, shape) + 20 * np.eye(m, n, dtype="int64")


def right(a, shape):
    values = rng.integers(-9, 10, shape) / 4
    return (values * 4 if a.dtype == np.int64 else values).astype(a.dtype)


def symmetric(a):
    return a + np.swapaxes(a, -1, -2)


def definite(a):
    return np.swapaxes(a, -1, -2) @ a + np.eye(a.shape[-1], dtype=a.dtype)


# Square matrices, alone and in batches.
for shape in [(1, 1), (2, 2), (3, 3), (5, 5), (8, 8), (3, 4, 4), (2, 1, 3, 3), (0, 0), (2, 0, 0),
              (0, 2, 2)]:
    n = shape[-1]
    for a in matrices(*shape):
        rights = [(n,), (n, 1), (n, 3), (n, 0)]
        if len(shape) > 2:
            rights += [(*shape[:-2], n, 2), (shape[0], 1, n, 2)[-len(shape) - 1:]]
        if len(shape) == 4:
            rights += [(4, n, 2), (1, n, 2)]
        for b in (right(a, r) for r in rights):
            case("solve", [a, b], [linalg.solve(a, b)])
        case("inv", [a], [linalg.inv(a)])
        case("det", [a], [linalg.det(a)])
        case("slogdet", [a], list(linalg.slogdet(a)))
        p = definite(a)
        case("cholesky", [p], [linalg.cholesky(p)])
        # Only one triangle is read.
        case("cholesky", [np.tril(p)], [linalg.cholesky(np.tril(p))])
        case("cholesky", [np.triu(p)], [linalg.cholesky(np.triu(p), upper=True)], upper=True)
        s = symmetric(a)
        case("eigh", [s], [linalg.eigh(s)[0]])
        case("eigh", [np.tril(s)], [linalg.eigh(np.tril(s))[0]])
        case("eigh", [np.triu(s)], [linalg.eigh(np.triu(s), "U")[0]], upper=True)
        if a.size:
            case("eigvals", [s], [np.sort(linalg.eigvals(s), axis=-1)])

# Matrices of any shape.
for shape in [(1, 1), (3, 3), (5, 3), (3, 5), (9, 4), (4, 9), (2, 4, 3), (2, 3, 4), (0, 3),
              (3, 0), (0, 0), (2, 0, 3)]:
    for a in matrices(*shape):
        case("svd", [a], [linalg.svd(a)[1]])
        case("qr", [a], list(linalg.qr(a)))
        case("qr", [a], list(linalg.qr(a, mode="complete")), complete=True)
        case("pinv", [a], [linalg.pinv(a)])
        case("matrixRank", [a], [linalg.matrix_rank(a)])

for a in [np.ones((3, 3)), np.zeros((3, 2)), np.arange(12.0).reshape(4, 3), np.diag([1, 1e-3, 1e-20]),
          np.arange(12, dtype="float32").reshape(3, 4), np.arange(18.0).reshape(2, 3, 3)]:
    case("matrixRank", [a], [linalg.matrix_rank(a)])
    case("matrixRank", [a], [linalg.matrix_rank(a, tol=1e-2)], tolerance=1e-2)
    case("pinv", [a], [linalg.pinv(a, rcond=1e-6)], rcond=1e-6)
for a in [np.ones((2, 2)), np.zeros((3, 3)), np.eye(4)[[1, 0, 2, 3]], np.diag([1e200, 1e200, -1e200])]:
    with np.errstate(all="ignore"):
        case("det", [a], [linalg.det(a)])
    case("slogdet", [a], list(linalg.slogdet(a)))


# Least squares.
def lstsq(a, b, **options):
    x, residuals, rank, s = linalg.lstsq(a, b, **options)
    case("lstsq", [a, b], [x, residuals, rank, s], **options)


for m, n in [(3, 2), (10, 3), (3, 3), (2, 4), (1, 1), (0, 2), (2, 0), (0, 0)]:
    for a in matrices(m, n):
        for k in [(), (1,), (4,), (0,)]:
            lstsq(a, right(a, (m, *k)))
line = np.stack([np.ones(4), np.arange(4)], axis=1)
lstsq(line, np.array([-1, 0.2, 0.9, 2.1]))
for deficient in [np.ones((4, 2)), np.arange(12.0).reshape(4, 3), np.zeros((3, 2)),
                  np.outer(np.arange(4.0), [1, 2, 3])]:
    lstsq(deficient, np.arange(len(deficient)) - 1.0)
    lstsq(deficient, rng.integers(-3, 4, (len(deficient), 2)).astype("float64"))
# Exact in each step, so that rounding, which the processor decides, has no say where the problem is ill-conditioned.
nearly = np.array([[1, 0], [0, 2.0 ** -30], [0, 0]])
lstsq(nearly, np.array([1.0, 2.0, 3.0]), rcond=1e-6)
lstsq(nearly, np.array([1.0, 2.0, 3.0]), rcond=-1)

# Norms.
for shape in [(3,), (7,), (2, 3), (3, 3), (4, 2), (2, 3, 4)]:
    for dtype in ["float64", "float32", "int64"]:
        a = (rng.integers(-20, 21, shape) / (1 if dtype == "int64" else 4)).astype(dtype)
        case("norm", [a], [linalg.norm(a)])
        for order in [1, 2, np.inf, -np.inf, 0, 3, 0.5, -1]:
            for axis in range(a.ndim):
                for keep in [False, True]:
                    x = np.where(a == 0, a.dtype.type(1), a)
                    case("norm", [x], [linalg.norm(x, order, axis, keep)],
                         order=str(order), axis=axis, keepDims=keep)
        if a.ndim > 1:
            for order in [1, -1, 2, -2, np.inf, -np.inf, "fro", "nuc"]:
                for axes in [(0, 1), (1, 0), (-1, 0)]:
                    keep = axes[0] == 1
                    case("norm", [a], [linalg.norm(a, order, axes, keep)],
                         order=str(order), axes=list(axes), keepDims=keep)

# Condition numbers, powers, chains of products, tensors.
for shape in [(1, 1), (3, 3), (2, 3, 3), (2, 0, 3, 3)]:
    for a in matrices(*shape):
        for order in [2, -2, 1, -1, np.inf, -np.inf, "fro", "nuc"]:
            case("cond", [a], [linalg.cond(a, order)], order=str(order))
        for exponent in [0, 1, 2, 3, 5, 8]:
            small = a if a.dtype != "int64" else a % 3
            case("matrixPower", [small], [linalg.matrix_power(small, exponent)], exponent=exponent)
for a in matrices(4, 3):
    case("cond", [a], [linalg.cond(a)], order="2")
for a in [np.zeros((2, 2)), np.stack([np.diag([1.0, 0.0]), np.eye(2)])]:
    for order in [2, 1]:
        with np.errstate(all="ignore"):
            case("cond", [a], [linalg.cond(a, order)], order=str(order))
for shapes in [[(3,), (3,)], [(2, 3), (3, 4)], [(2, 3), (3,)], [(3,), (3, 2), (2,)],
               [(10, 30), (30, 5), (5, 60)], [(2, 7), (7, 3), (3, 8), (8, 1)],
               [(3,), (3, 7), (7, 2), (2, 6), (6,)]]:
    for dtype in ["float64", "float32", "int64"]:
        factors = [rng.integers(-4, 5, shape).astype(dtype) for shape in shapes]
        case("multiDot", factors, [linalg.multi_dot(factors)])
for dtype in ["float64", "float32", "int64"]:
    a = (np.eye(6).reshape(2, 3, 6) * 3 + rng.integers(0, 2, (2, 3, 6))).astype(dtype)
    case("tensorsolve", [a, np.arange(6, dtype=dtype).reshape(2, 3)],
         [linalg.tensorsolve(a, np.arange(6).reshape(2, 3).astype(dtype))])
    a = (np.eye(6).reshape(6, 3, 2) * 4 + rng.integers(0, 2, (6, 3, 2))).astype(dtype)
    case("tensorsolve", [a, np.arange(6, dtype=dtype)],
         [linalg.tensorsolve(a, np.arange(6).astype(dtype))])

path = pathlib.Path(__file__).with_name("linalg.json")
lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
path.write_text(f"[\n{lines}\n]\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
