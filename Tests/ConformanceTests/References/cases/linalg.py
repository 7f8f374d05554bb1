"""Linear algebra: matrices well and ill conditioned, of low rank, singular, empty, and stacks of them."""

import numpy as np

from .drafts import Draft, draws
from .drawing import FLOATS, Operand


def tolerance(dtype):
    return {"rtol": 2e-3, "atol": 2e-3} if dtype == "float32" else {"rtol": 1e-8, "atol": 1e-8}


def matrix(m, dtype, rows, columns, rank=None):
    """A stack of matrices of whole numbers, of low rank now and then."""

    def make(shape):
        values = m.rng.integers(-9, 10, shape).astype(float)
        return values if dtype.startswith("int") else np.round(values + m.rng.normal(0, 1, shape), 3)

    batch = m.shape(m.pick([0, 0, 0, 1, 2]), limit=4)
    if rank is not None:
        left, right = m.rng.integers(-3, 4, batch + (rows, rank)), m.rng.integers(-3, 4, batch + (rank, columns))
        return Operand((left @ right).astype(dtype))
    return m.viewed(lambda base: make(base).astype(dtype), batch + (rows, columns))


def types(m):
    return m.dtype(["float64", "float64", "float64", "float32", "int64"])


def conditioned(a, limit=1e4):
    """Whether values computed from the matrices are worth comparing."""
    return a.size == 0 or bool((np.linalg.cond(a.astype(float)) < limit).all())


@draws("linalg.det", "slogdet", "linalg.inv", weight=2)
def square(m, op):
    dtype = types(m)
    n = m.pick([0, 1, 2, 3, 3, 4, 5])
    x = matrix(m, dtype, n, n + m.chance(0.04))
    function = {"linalg.det": np.linalg.det, "slogdet": lambda a: list(np.linalg.slogdet(a)),
                "linalg.inv": np.linalg.inv}[op]
    if x.value.shape[-1] == n and n and m.chance(0.15):
        values = x.value.copy()
        values[..., -1, :] = values[..., 0, :] * 2 if m.chance(0.5) and n > 1 else 0  # exactly singular
        if n > 1 and not (values[..., -1, :] == 0).all():
            return None
        return Draft(function, [Operand(values)])
    elif x.value.shape[-1] == n and not conditioned(x.value):
        return None
    return Draft(function, [x], tol=tolerance(dtype))


@draws("linalg.solve", weight=2)
def solve(m, op):
    dtype = types(m)
    n = m.pick([1, 2, 3, 4])
    x = matrix(m, dtype, n, n)
    if not conditioned(x.value) and m.chance(0.9):
        return None
    batch = x.value.shape[:-2]
    shape = m.pick([(n,), m.partner(batch) + (n, m.int(0, 3))])
    if m.chance(0.04):
        shape = (n + 1,)
    return Draft(np.linalg.solve, [x, m.array(dtype, shape, tame=True)], tol=tolerance(dtype))


@draws("linalg.tensorsolve")
def tensorsolve(m, op):
    a, b = m.int(1, 2), m.int(1, 3)
    x = Operand(m.rng.integers(-9, 10, (a, b, a, b)).astype("float64"))
    if not conditioned(x.value.reshape(a * b, a * b)):
        return None
    return Draft(np.linalg.tensorsolve, [x, m.array("float64", (a, b), tame=True)], tol=tolerance("float64"))


@draws("linalg.pinv", "linalg.matrix_rank", "linalg.cond", "svdvals", "svd_reconstruct", "svd_shapes",
       "qr_shapes", "qr_reconstruct", "qr_qtq", "qr_r_below_diag")
def any_matrix(m, op):
    dtype = types(m)
    rows, columns = m.pick([1, 2, 3, 4]), m.pick([1, 2, 3, 4])
    if op == "linalg.cond" and m.chance(0.7) or m.chance(0.3):
        columns = rows
    if op.startswith(("svd_", "qr_", "linalg.matrix_rank")) and m.chance(0.08):
        rows = 0
    low = op in ("linalg.pinv", "linalg.matrix_rank") and min(rows, columns) > 1 and m.chance(0.4)
    x = matrix(m, dtype, rows, columns, 1 if low else None)
    kwargs, args = {}, [x]
    if op == "linalg.cond":
        if rows != columns:
            order = m.pick([None, 2, -2])
        else:
            if not conditioned(x.value):
                return None
            order = m.pick([None, 2, -2, 1, -1, np.inf, -np.inf, "fro", "nuc"])
        args += [] if order is None else [order]
        if not conditioned(x.value, 1e3):
            return None
        return Draft(np.linalg.cond, args, tol=tolerance(dtype))
    if op == "linalg.pinv" and not low and not conditioned(x.value, 1e3):
        return None
    if op == "svd_shapes":
        kwargs = {"full_matrices": m.chance(0.5)} if m.chance(0.7) else {}
        return Draft(lambda a, **k: [np.array(p.shape, np.int64) for p in np.linalg.svd(a, **k)], args, kwargs)
    if op == "qr_shapes":
        kwargs = {"mode": m.pick(["reduced", "complete"])} if m.chance(0.7) else {}
        return Draft(lambda a, **k: [np.array(p.shape, np.int64) for p in np.linalg.qr(a, **k)], args, kwargs)
    functions = {
        "svdvals": lambda a: np.linalg.svd(a, compute_uv=False),
        "svd_reconstruct": lambda a: reconstructed(*np.linalg.svd(a, full_matrices=False)),
        "qr_reconstruct": lambda a: np.matmul(*np.linalg.qr(a)),
        "qr_qtq": lambda a: (lambda q: np.swapaxes(q, -1, -2) @ q)(np.linalg.qr(a)[0]),
        "qr_r_below_diag": lambda a: np.tril(np.linalg.qr(a)[1], -1),
    }
    function = functions[op] if op in functions else getattr(np.linalg, op[7:])
    tol = "exact" if op in ("linalg.matrix_rank", "qr_r_below_diag") else tolerance(dtype)
    return Draft(function, args, kwargs, tol)


def reconstructed(u, s, vt):
    return (u * s[..., None, :]) @ vt


@draws("linalg.cholesky", "linalg.eigvalsh", "eigh_reconstruct", "eigvals_sorted")
def symmetric(m, op):
    dtype = types(m)
    n = m.pick([0, 1, 2, 3, 4]) if op != "eigvals_sorted" else m.int(1, 4)
    half = matrix(m, dtype, n, n).value
    values = half + np.swapaxes(half, -1, -2)
    if op == "linalg.cholesky" and m.chance(0.85):
        values = half @ np.swapaxes(half, -1, -2) + np.eye(n, dtype=dtype)
        if not conditioned(values, 1e5):
            return None
    elif op == "linalg.cholesky":
        values = -np.abs(values) - np.eye(n, dtype=dtype)
    x = Operand(values.astype(dtype))
    tol = tolerance(dtype)
    if op == "eigvals_sorted":
        return Draft(lambda a: np.sort(np.linalg.eigvals(a)), [x], tol=tol)
    if op == "eigh_reconstruct":
        return Draft(lambda a: (lambda w, v: (v * w[..., None, :]) @ np.swapaxes(v, -1, -2))(*np.linalg.eigh(a)), [x],
                     tol=tol)
    if op == "linalg.cholesky":
        return Draft(np.linalg.cholesky, [x], {"upper": m.chance(0.7)} if m.chance(0.4) else {}, tol)
    return Draft(np.linalg.eigvalsh, [Operand(half)] if m.chance(0.3) else [x],
                 {"UPLO": m.pick(["L", "U"])} if m.chance(0.5) else {}, tol)


@draws("linalg.norm", weight=5)
def norm(m, op):
    dtype = types(m)
    rank = m.pick([0, 1, 1, 2, 2, 2, 3])
    x = m.array(dtype, m.shape(rank), tame=m.chance(0.95))
    of_vector = [None, 2, 1, 0, np.inf, -np.inf, 3, -1, 0.5, -2]
    of_matrix = [None, "fro", "nuc", 2, -2, 1, -1, np.inf, -np.inf]
    kwargs = {}
    kind = m.pick(["all", "one", "two"])
    if kind == "all" or rank == 0:
        order = m.pick(of_vector if rank == 1 else of_matrix if rank == 2 else [None, None, 1])
        if m.chance(0.05):
            order = m.pick(["fro", 3])
    elif kind == "one" or rank < 2:
        kwargs["axis"] = m.int(-rank, rank - 1)
        order = m.pick(of_vector)
    else:
        kwargs["axis"] = [int(i) for i in m.rng.permutation(rank)[:2]]
        order = m.pick(of_matrix)
    if m.chance(0.4):
        kwargs["keepdims"] = m.chance(0.8)
    if order is not None or m.chance(0.3):
        kwargs["ord"] = order
    if np.isnan(x.value).any() and kwargs.get("ord") in ("nuc", 2, -2):
        return None  # where NumPy's singular values do not converge, ours are NaN
    return Draft(np.linalg.norm, [x], kwargs, {"rtol": 1e-4, "atol": 1e-4} if dtype == "float32" else
                 {"rtol": 1e-9, "atol": 1e-9})


@draws("lstsq", weight=2)
def lstsq(m, op):
    dtype = m.dtype(FLOATS + ["int64"])
    rows, columns = m.int(1, 5), m.int(1, 4)
    low = m.chance(0.25) and min(rows, columns) > 1
    if low:
        x = Operand((m.rng.integers(-3, 4, (rows, 1)) @ m.rng.integers(1, 4, (1, columns))).astype(dtype))
    else:
        x = m.viewed(lambda base: m.rng.integers(-9, 10, base).astype(dtype), (rows, columns))
        if not conditioned(x.value, 1e3):
            return None
    y = m.array(dtype, m.pick([(rows,), (rows, m.int(1, 3))]) if m.chance(0.96) else (rows + 1,), tame=True)
    return Draft(lambda a, b: [np.asarray(p) if i != 2 else np.int64(p)
                               for i, p in enumerate(np.linalg.lstsq(a, b, rcond=None))], [x, y], tol=tolerance(dtype))
