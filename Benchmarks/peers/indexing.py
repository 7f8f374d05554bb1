"""Section E: masks, index arrays, single elements, views."""
import numpy as np

from library import generator, rows


def groups(lib):
    return {"E/f64": lambda: selections(lib) + ([] if lib.is_torch else numpy_rows())}


def operands():
    rng = generator()
    return rng.standard_normal(10**6), rng.integers(0, 10**6, 10**6), rng.integers(0, 1000, 500)


def selections(lib):
    numbers, positions, chosen = operands()
    f, i, mask, chosen = map(lib.array, (numbers, positions, numbers > 0, chosen))
    m = f.reshape(1000, 1000)
    masked, assigned = lib.array(numbers.copy()), lib.array(numbers.copy())

    def mask_assign():
        masked[mask] = 0.0

    def fancy_assign():
        assigned[i] = f

    return rows("E:", "/f64", [
        ("mask_select1e6", lambda: f[mask]),
        ("fancy_take1e6", lambda: f[i]),
        ("fancy_rows500of1000x1000", lambda: m[chosen]),
        ("mask_assign_scalar1e6", mask_assign, lambda _: masked),
        # PyTorch leaves open which value a position gets that comes twice.
        ("fancy_assign1e6", fancy_assign, lambda _: None if lib.is_torch else assigned),
        ("view_slice", lambda: f[10:1000]),
        ("view_2d", lambda: m[5:500, ::2]),
        ("view_T", lambda: m.T),
        ("view_reshape", lambda: f.reshape(100, 10000)),
        ("view_row", lambda: m[7]),
    ])


def numpy_rows():
    f, i, _ = operands()
    m, mask, rare = f.reshape(1000, 1000), f > 0, f > 1.645
    order, bins = np.argsort(m, axis=1), i % 1000
    r, c = i[:100000] % 1000, i[900000:] % 1000
    put, sums, g = f.copy(), np.zeros(1000), f.copy()

    def read():
        total = 0.0
        for k in range(1000):
            total += f[k]
        return total

    def read_matrix():
        total = 0.0
        for k in range(1000):
            total += m[k, 3]
        return total

    def write():
        for k in range(1000):
            g[k] = 1.0

    return rows("E:", "/f64", [
        ("mask_select_5pct", lambda: f[rare]),
        ("compress", lambda: np.compress(mask, f)),
        ("np.take1e6", lambda: np.take(f, i)),
        ("fancy2d_pairs1e5", lambda: m[r, c]),
        ("take_along_axis", lambda: np.take_along_axis(m, order, 1)),
        ("nonzero1e6", lambda: np.nonzero(mask)),
        ("np.where_idx1e6", lambda: np.where(mask)),
        ("putmask", lambda: np.putmask(put, mask, 0.0), lambda _: put),
        ("add.at1e6", lambda: np.add.at(sums, bins, 1.0), lambda _: sums),
        ("bincount_weights", lambda: np.bincount(bins, f)),
        ("scalar_read_loop_per1000", read),
        ("scalar_read2d_loop_per1000", read_matrix),
        ("scalar_write_loop_per1000", write, lambda _: g),
    ])
