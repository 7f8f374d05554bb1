"""Section F: random numbers. NumPy's generators draw what ours draw; PyTorch's numbers are its own."""
import numpy as np

from library import Row, rows, tag


def groups(lib):
    if lib.is_torch:
        return {"F/1e6": lambda: torch_rows(lib.xp)}
    result = {f"F/{tag(n)}": lambda n=n: numpy_rows(n) for n in (1000, 10**6)}
    return result | {"F": lambda: [Row("F:default_rng_create", lambda: np.random.default_rng(1), lambda _: 1)]}


def numpy_rows(n):
    size, weights, shuffled = tag(n), [0.1, 0.2, 0.3, 0.2, 0.2], np.arange(n)

    def row(name, draw, rng=None):
        rng = rng or np.random.default_rng(1)
        return name, lambda: draw(rng)

    def shuffle(rng):
        rng.shuffle(shuffled)
        return shuffled

    return rows("F:", "", [
        row(f"random/{size}/f64", lambda rng: rng.random(n)),
        row(f"random/{size}/f32", lambda rng: rng.random(n, dtype=np.float32)),
        row(f"standard_normal/{size}/f64", lambda rng: rng.standard_normal(n)),
        row(f"standard_normal/{size}/f32", lambda rng: rng.standard_normal(n, dtype=np.float32)),
        row(f"integers0_100/{size}", lambda rng: rng.integers(0, 100, n)),
        row(f"integers_full/{size}", lambda rng: rng.integers(0, 2**63 - 1, n)),
        row(f"permutation/{size}", lambda rng: rng.permutation(n)),
        row(f"exponential/{size}", lambda rng: rng.exponential(1.0, n)),
        row(f"choice_p/{size}", lambda rng: rng.choice(5, n, p=weights)),
        row(f"uniform/{size}", lambda rng: rng.uniform(-1, 1, n)),
        row(f"normal_loc/{size}", lambda rng: rng.normal(1, 2, n)),
        row(f"gamma2.5/{size}", lambda rng: rng.gamma(2.5, 1, n)),
        row(f"binomial/{size}", lambda rng: rng.binomial(10, 0.3, n)),
        row(f"poisson4/{size}", lambda rng: rng.poisson(4, n)),
        row(f"shuffle/{size}", shuffle),
        row(f"legacy_randn/{size}", lambda rng: rng.randn(n), np.random.RandomState(1)),
        row(f"legacy_rand/{size}", lambda rng: rng.rand(n), np.random.RandomState(1)),
        row(f"sfc64_random/{size}/f64", lambda rng: rng.random(n), np.random.Generator(np.random.SFC64(1))),
        row(f"philox_random/{size}/f64", lambda rng: rng.random(n), np.random.Generator(np.random.Philox(1))),
    ])


def torch_rows(torch):
    n = 10**6
    own_numbers = lambda _: None
    return rows("F:", "", [
        ("random/1e6/f64", lambda: torch.rand(n, dtype=torch.float64), own_numbers),
        ("random/1e6/f32", lambda: torch.rand(n), own_numbers),
        ("standard_normal/1e6/f64", lambda: torch.randn(n, dtype=torch.float64), own_numbers),
        ("standard_normal/1e6/f32", lambda: torch.randn(n), own_numbers),
        ("integers0_100/1e6", lambda: torch.randint(0, 100, (n,)), own_numbers),
        ("permutation/1e6", lambda: torch.randperm(n), own_numbers),
    ])
