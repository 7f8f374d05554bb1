"""Writes distributions.json: what numpy.random gives for its distributions and for RandomState.

    python3 make_distributions.py        # NumPy 2.4.6
"""

import json
import pathlib

import numpy as np
from make_random import bits, digest

# For each method the sets of parameters; they reach every branch of the algorithms.
CONTINUOUS = {
    "exponential": [(0.7,)],
    "uniform": [(-2.5, 0.3)],
    "normal": [(1.7, 0.31)],
    "standard_gamma": [(0.0,), (0.05,), (0.7,), (1.0,), (1.5,), (40.0,)],
    "gamma": [(0.3, 2.5), (7.0, 0.5)],
    "beta": [(0.5, 0.5), (0.001, 0.002), (1.0, 1.0), (2.0, 0.5), (30.0, 4.0), (1e-104, 2e-104)],
    "chisquare": [(1.0,), (5.0,)],
    "noncentral_chisquare": [(3.0, 2.0), (0.5, 3.0), (2.0, 0.0)],
    "f": [(3.0, 7.0)],
    "noncentral_f": [(3.0, 7.0, 1.5)],
    "standard_t": [(1.0,), (4.5,)],
    "standard_cauchy": [()],
    "pareto": [(2.5,), (0.3,)],
    "weibull": [(1.7,), (0.0,)],
    "power": [(2.5,), (0.2,)],
    "rayleigh": [(1.3,)],
    "laplace": [(0.5, 2.0)],
    "gumbel": [(0.5, 2.0)],
    "logistic": [(0.5, 2.0)],
    "lognormal": [(0.5, 1.2)],
    "wald": [(1.5, 2.0), (10.0, 0.01), (1e5, 1.0)],
    "triangular": [(-1.0, 0.5, 3.0), (0.0, 0.0, 1.0)],
    "vonmises": [(0.5, 2.0), (3.0, 1e-9), (0.0, 5e-6), (-3.0, 700.0), (3.1415, 2e6)],
}
DISCRETE = {
    "poisson": [(0.0,), (0.5,), (9.9,), (10.0,), (123.4,), (1e15,)],
    "binomial": [
        (0, 0.5), (10, 0.0), (10, 1.0), (10, 0.3), (10, 0.8), (100, 0.3), (101, 0.3), (1000, 0.7),
        (10**6, 0.5), (10**12, 0.001), (60, 0.5), (62, 0.5),
    ],
    "negative_binomial": [(5.0, 0.4), (0.5, 0.01), (3.0, 1.0)],
    "geometric": [(0.5,), (0.34,), (0.3,), (0.001,), (1.0,), (1e-18,)],
    "hypergeometric": [
        (5, 7, 4), (7, 5, 9), (15, 15, 15), (100, 2, 10), (1000, 3000, 500), (3000, 1000, 3500),
        (20, 10, 22), (10**8, 10**8, 10**7), (4, 0, 3), (0, 4, 3),
    ],
    "zipf": [(1.1,), (2.0,), (4.5,), (1000.0,)],
    "logseries": [(0.1,), (0.8,), (0.999,)],
}  # fmt: skip
SOURCES = {"Generator": np.random.default_rng, "RandomState": np.random.RandomState}


def streams():
    for source, make in SOURCES.items():
        for method, sets in (CONTINUOUS | DISCRETE).items():
            for parameters in sets:
                # There NumPy's RandomState overflows to a negative number of trials.
                if (source, method, parameters) == ("RandomState", "geometric", (1e-18,)):
                    continue
                r = make(7)
                values = getattr(r, method)(*parameters, size=20_000)
                yield {
                    "source": source,
                    "method": method,
                    "parameters": parameters,
                    "count": len(values),
                    "first": bits(values[:5]),
                    "digest": digest(values),
                    "next": r.random(),
                }


def arrays():
    """One draw for each set of parameters, which broadcast."""
    for source, make in SOURCES.items():
        r = make(3)
        values = [
            r.gamma([0.5, 1.0, 3.0], [[1.0], [2.0]]),
            r.binomial([5, 50, 500], 0.3),
            r.normal([0.0, 10.0], [1.0, 0.1], size=(3, 2)),
            r.uniform([0.0, 1.0], [[1.0], [2.0]]),
            r.triangular([0.0, 1.0], [0.5, 1.5], 2.0),
            r.hypergeometric([5, 50], 20, [3, 12]),
            r.poisson([0.1, 20.0, 3.0]),
        ]
        yield {
            "source": source,
            "shapes": [list(v.shape) for v in values],
            "values": [float(x) for v in values for x in v.ravel()],
        }


def multivariate():
    cases = {
        "multinomial": [
            (20, [0.2, 0.3, 0.5]), (1000, [0.1] * 10), (5, [1.0, 0.0, 0.0]), (7, [0.25, 0.25, 0.1]),
            (0, [0.5, 0.5]), (3, [1.0]),
        ],
        "dirichlet": [
            ([1.0, 2.0, 3.0],), ([0.01, 0.02, 0.03, 0.04],), ([0.5],), ([0.05, 0.2],),
        ],
    }  # fmt: skip
    cases_generator = [([0.0, 0.05, 0.0],), ([0.05, 0.0, 0.0],), ([0.0, 0.0],)]
    for source, make in SOURCES.items():
        for method, sets in cases.items():
            extra = cases_generator if (source, method) == ("Generator", "dirichlet") else []
            for parameters in sets + extra:
                r = make(11)
                values = getattr(r, method)(*parameters, size=(40, 2))
                yield {
                    "source": source,
                    "method": method,
                    "n": parameters[0] if method == "multinomial" else 0,
                    "p": parameters[-1],
                    "shape": list(values.shape),
                    "first": values[0, :1].ravel().tolist(),
                    "digest": digest(values),
                    "next": r.random(),
                }


def permutations():
    cube = np.arange(60).reshape(3, 4, 5)
    r = np.random.default_rng(5)
    shuffled = cube.copy()
    r.shuffle(shuffled, axis=1)
    results = {
        "shuffledAxis": shuffled,
        "permutationAxis": r.permutation(cube, axis=2),
        "permuted": r.permuted(cube),
        "permutedTransposed": r.permuted(cube.T),
        "permutedTurned": r.permuted(cube.transpose(2, 0, 1)),
        "permutedReversed": r.permuted(cube[:, ::-1]),
        "permuted0": r.permuted(cube, axis=0),
        "permuted1": r.permuted(cube, axis=1),
        "permuted2": r.permuted(cube, axis=-1),
        "permutedTransposed1": r.permuted(cube.transpose(2, 0, 1), axis=1),
        "bytes": np.frombuffer(r.bytes(10), dtype=np.uint8),
        "integers": r.integers([0, 5, -(2**40)], [[10], [2**33]]),
        "next": np.array([r.integers(0, 2**60)]),
    }
    return {name: values.ravel().tolist() for name, values in results.items()}


def legacy():
    """RandomState: its bits, seeds, integers and choices."""
    folder = pathlib.Path(np.random.__file__).parent / "tests" / "data"
    files = []
    for number in (1, 2):
        lines = (folder / f"mt19937-testset-{number}.csv").read_text().split("\n")
        values = np.array([int(l.split(",")[1], 0) for l in lines[1:] if l], dtype=np.uint64)
        seed = int(lines[0].split(",")[1], 0)
        files.append({"seed": str(seed), "count": len(values), "digest": digest(values)})
    seeds = []
    for seed in (0, 42, 2**32 - 1, [0], [1, 2, 3], list(range(700))):
        r = np.random.RandomState(seed)
        first = r.randint(0, 2**32, 3, dtype=np.uint64)
        values = r.randn(1001)
        seeds.append({
            "seed": seed if isinstance(seed, list) else [seed],
            "isList": isinstance(seed, list),
            "first": first.tolist(),
            "digest": digest(values),
            "next": r.random_sample(),
        })  # fmt: skip
    integers = []
    for dtype, low, high in [
        ("int64", 0, 10), ("int64", -5, 6), ("int64", 0, 2**32), ("int64", 0, 2**33 + 5),
        ("int64", -(2**63), 2**63 - 1), ("int64", 3, 4), ("int32", -100, 2**31 - 1),
        ("uint32", 0, 2**32 - 1), ("uint32", 5, 6), ("int16", -300, 300), ("uint16", 0, 60000),
        ("int8", -100, 100), ("uint8", 0, 255), ("uint8", 0, 7), ("uint8", 4, 5),
    ]:  # fmt: skip
        r = np.random.RandomState(42)
        first, second = (r.randint(low, high, n, dtype=dtype) for n in (5, 1001))
        integers.append({
            "dtype": dtype, "low": str(low), "high": str(high), "first": bits(first),
            "second": digest(second), "next": int(r.randint(0, 2**63 - 1)),
        })  # fmt: skip
    choices = []
    p = np.arange(1, 8) / 28
    for population, count, replace, weights in [
        (7, 20, True, None), (7, 7, False, None), (7, 4, False, None), (20000, 50, False, None),
        (7, 20, True, p), (7, 5, False, p), (7, 7, False, p),
    ]:  # fmt: skip
        r = np.random.RandomState(11)
        values = r.choice(population, count, replace=replace, p=weights)
        choices.append({
            "population": population, "count": count, "replace": replace,
            "p": None if weights is None else weights.tolist(), "shuffle": True,
            "first": values[:20].tolist(), "digest": digest(values), "next": r.random_sample(),
        })  # fmt: skip
    r = np.random.RandomState(3)
    cube = np.arange(24).reshape(4, 3, 2)
    shuffled = cube.copy()
    r.shuffle(shuffled)
    mixed = [
        r.rand(), r.randn(), r.random_sample(), r.randn(), r.randint(0, 10), r.permutation(6)[0],
        r.exponential(2.0), r.standard_normal(), r.uniform(2, 3), r.standard_exponential(),
        float(r.rand(2, 3).sum()), float(r.randn(3)[-1]), r.choice(5), r.normal(1, 2),
        r.bytes(5)[-1], r.choice([10, 20, 30], p=[0.2, 0.3, 0.5]), r.rand(),
    ]  # fmt: skip
    return {
        "files": files, "seeds": seeds, "integers": integers, "choices": choices,
        "shuffled": shuffled.ravel().tolist(), "mixed": [float(x) for x in mixed],
        "permuted": r.permutation(cube).ravel().tolist(),
    }  # fmt: skip


if __name__ == "__main__":
    reference = {
        "streams": list(streams()),
        "arrays": list(arrays()),
        "multivariate": list(multivariate()),
        "permutations": permutations(),
        "legacy": legacy(),
    }
    path = pathlib.Path(__file__).with_name("distributions.json")
    path.write_text(json.dumps(reference, separators=(",", ":")).replace("},{", "},\n{") + "\n")
