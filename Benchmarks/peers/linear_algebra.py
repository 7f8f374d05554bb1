"""Section D: products, systems of equations, decompositions."""
import numpy as np

from library import DTYPES, generator, rows


def groups(lib):
    floats = {f"D/{name}": lambda name=name: products(lib, name) + systems(lib, name) for name in DTYPES}
    return floats | {"D/i64": lambda: integer_products(lib)}


def integer_products(lib):
    a, b = (lib.array(generator(seed).integers(-1000, 1000, (512, 512))) for seed in (2, 3))
    return rows("D:", "/i64", [("matmul512", lambda: a @ b)])


def products(lib, name):
    xp, rng = lib.xp, generator()

    def normal(*shape):
        return lib.array(rng.standard_normal(shape).astype(DTYPES[name]))

    v, w = normal(10**6), normal(10**6)
    matrix, vector = normal(2000, 2000), normal(2000)
    square = normal(512, 512)
    batch, other_batch = normal(64, 128, 128), normal(64, 128, 128)
    left_rows, right_rows = normal(300, 400), normal(500, 400)
    summed = normal(500, 500)
    u, t = normal(1000), normal(1000)
    left, right = normal(50, 50), normal(20, 20)
    cube, other_cube = normal(60, 50, 40), normal(40, 50, 30)
    pairs = [(n, normal(n, n), normal(n, n)) for n in (8, 16, 32, 64, 128, 256, 512, 1024, 2048)]
    calls = [
        ("dot1e6", lambda: v @ w),
        ("matvec2000", lambda: matrix @ vector),
        ("bmm64x128", lambda: batch @ other_batch),
        ("einsum_bij_bjk", lambda: xp.einsum("bij,bjk->bik", batch, other_batch)),
        ("einsum_ik_jk_300x400x500", lambda: xp.einsum("ik,jk->ij", left_rows, right_rows)),
        ("einsum_ij_j", lambda: xp.einsum("ij->j", summed)),
        ("einsum_trace", lambda: xp.einsum("ii->", summed)),
    ]
    calls += [(f"matmul{n}", lambda a=a, b=b: a @ b) for n, a, b in pairs]
    if not lib.is_torch:
        calls += [
            ("vecmat2000", lambda: vector @ matrix),
            ("AT@A_512", lambda: square.T @ square),
            ("outer1000", lambda: np.outer(u, t)),
            ("kron50", lambda: np.kron(left, right)),
            ("tensordot", lambda: np.tensordot(cube, other_cube, axes=([1, 2], [1, 0]))),
        ]
    return rows("D:", f"/{name}", calls)


def systems(lib, name):
    la, rng, dtype = lib.xp.linalg, generator(1), DTYPES[name]

    def normal(*shape):
        return rng.standard_normal(shape).astype(dtype)

    dominant = normal(1000, 1000) + 40 * np.eye(1000, dtype=dtype)
    right = lib.array(normal(1000, 1))
    smaller = lib.array(dominant[:500, :500])
    dominant = lib.array(dominant)
    square, qr_square = lib.array(normal(300, 300)), lib.array(normal(500, 500))
    half, factor = normal(500, 500), normal(1000, 1000)
    symmetric = lib.array((half + half.T) / 2)
    definite = lib.array(factor @ factor.T + 1000 * np.eye(1000, dtype=dtype))
    tall, observed = lib.array(normal(10000, 50)), lib.array(normal(10000))
    three, three_right = lib.array(normal(3, 3)), lib.array(normal(3))
    many, many_right = lib.array(normal(1000, 3, 3)), lib.array(normal(1000, 3, 1))
    eigen = lib.array(normal(200, 200))
    first = lambda result: result[0]
    calls = [
        ("solve1000", lambda: la.solve(dominant, right)),
        ("inv500", lambda: la.inv(smaller)),
        # Columns of factors and eigenvectors may have either sign.
        ("svd300", lambda: la.svd(square), lambda result: result[1]),
        ("eigh500", lambda: la.eigh(symmetric), first),
        ("qr500", lambda: la.qr(qr_square), lambda result: abs(np.asarray(result[1]))),
        ("cholesky1000", lambda: la.cholesky(definite)),
        ("det500", lambda: la.det(smaller)),
        ("pinv300", lambda: la.pinv(square)),
        ("eig200", lambda: la.eig(eigen), lambda result: None),
    ]
    if lib.is_torch:
        observations = observed[:, None]
        calls += [("lstsq10000x50", lambda: la.lstsq(tall, observations), first)]
    else:
        calls += [
            ("lstsq10000x50", lambda: la.lstsq(tall, observed, rcond=None), first),
            ("small_solve3x", lambda: la.solve(three, three_right)),
            ("small_inv3", lambda: la.inv(three)),
            ("batched_solve1000x3", lambda: la.solve(many, many_right)),
        ]
    return rows("D:", f"/{name}", calls)
