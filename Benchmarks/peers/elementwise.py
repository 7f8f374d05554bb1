"""Section A: one operation on each element, 10² to 10⁷ of them."""
import numpy as np

from library import DTYPES, generator, rows, tag


def groups(lib):
    result = {}
    for n in (10**power for power in range(2, 8)):
        for name in DTYPES:
            result[f"A/{name}/{tag(n)}"] = lambda n=n, name=name: floating_point(lib, n, name)
        result[f"A/i64/{tag(n)}"] = lambda n=n: integers(lib, n)
    return result


def floating_point(lib, n, name):
    dtype, xp = DTYPES[name], lib.xp
    rng = generator()
    x = rng.standard_normal(n).astype(dtype)
    y = rng.standard_normal(n).astype(dtype)
    y[np.abs(y) < 1e-3] = 1
    positive = (np.abs(rng.standard_normal(n)) + 0.1).astype(dtype)
    a, b, p = lib.array(x), lib.array(y), lib.array(positive)
    out = xp.empty_like(a)
    zero = dtype(0)
    calls = [
        ("a+b", lambda: a + b),
        ("a*b", lambda: a * b),
        ("a*2.5+1", lambda: a * 2.5 + 1),
        ("a/b", lambda: a / b),
        ("sqrt", lambda: xp.sqrt(p)),
        ("exp", lambda: xp.exp(a)),
        ("log", lambda: xp.log(p)),
        ("tanh", lambda: xp.tanh(a)),
        ("sigmoid", lambda: 1 / (1 + xp.exp(-a))),
        ("sin", lambda: xp.sin(a)),
        ("max0", (lambda: xp.clamp_min(a, 0)) if lib.is_torch else (lambda: xp.maximum(a, zero))),
        ("a>b", lambda: a > b),
        ("where", lambda: xp.where(a > b, a, b)),
        ("abs", lambda: xp.abs(a)),
        ("a**2", lambda: a**2),
        ("a**2.5", lambda: p**2.5),
        ("a+b_out", lambda: xp.add(a, b, out=out)),
        ("exp_out", lambda: xp.exp(a, out=out)),
    ]
    if lib.is_torch:
        calls += [("sigmoid_fused", lambda: xp.sigmoid(a))]
    else:
        other = np.float32 if dtype is np.float64 else np.float64
        calls += [
            ("copy", lambda: a.copy()),
            ("zeros", lambda: np.zeros(n, dtype)),
            ("full", lambda: np.full(n, 1.5, dtype)),
            ("arange", lambda: np.arange(n, dtype=dtype)),
            ("astype", lambda: a.astype(other)),
            ("clip", lambda: np.clip(a, dtype(-1), dtype(1))),
            ("isnan", lambda: np.isnan(a)),
        ]
    return rows("A:", f"/{name}/{tag(n)}", calls)


def integers(lib, n):
    rng = generator()
    a = lib.array(rng.integers(-(10**6), 10**6, n))
    b = lib.array(rng.integers(1, 1000, n))
    calls = [("int64_add", lambda: a + b), ("int64_mod", lambda: a % b)]
    if lib.is_torch:
        calls += [("int64_floordiv", lambda: lib.xp.div(a, b, rounding_mode="floor"))]
    else:
        calls += [("int64_floordiv", lambda: a // b), ("int64_floordiv7", lambda: a // 7)]
    return rows("A:", f"/i64/{tag(n)}", calls)
