"""Streams of random numbers: many calls on one generator, so that what one leaves behind meets the next."""

import numpy as np

from .drafts import Draft, draws
from .drawing import record

MATRIX = {"array": record(np.arange(12).reshape(3, 4))}


def size(m):
    """A keyword, a shape or nothing."""
    return m.pick([{}, {"size": m.int(0, 9)}, {"size": m.int(1, 40)}, {"size": [2, 3]}, {"size": [m.int(0, 3), 2]}])


def shared(m):
    """A call that both generators have."""
    of_size = size(m)
    real = lambda: m.pick([0.5, 1, 2.0, 3.5, 10])  # noqa: E731
    calls = {
        "normal": m.pick([[0, 1], [], [2.5, 0.1], [[0, 10], [1, 0.1]]]),
        "standard_normal": [], "uniform": m.pick([[], [-1, 1], [2, 2.5], [[0, 10], [1, 11]]]), "random": [],
        "exponential": m.pick([[], [2.0], [[1, 2]]]), "standard_exponential": [],
        "gamma": [m.pick([0.3, 1, 2.0, 7.5]), real()], "standard_gamma": [m.pick([0.3, 1, 2.0, 7.5])],
        "beta": [m.pick([0.2, 0.5, 2, 3]), m.pick([0.3, 0.7, 1, 5])], "chisquare": [real()], "f": [real(), real()],
        "standard_t": [real()], "poisson": [m.pick([0, 0.5, 4, 9.9, 10, 30, 1000])],
        "binomial": [m.pick([0, 1, 5, 10, 20, 100, 10000]), m.pick([0, 0.1, 0.3, 0.5, 0.7, 0.99, 1])],
        "negative_binomial": [m.pick([1, 3, 2.5]), m.pick([0.1, 0.5, 1])], "geometric": [m.pick([0.01, 0.2, 0.5, 1])],
        "hypergeometric": m.pick([[5, 6, 7], [50, 60, 15], [1000, 2000, 500], [3, 0, 2]]),
        "logseries": [m.pick([0.1, 0.5, 0.99])], "zipf": [m.pick([1.5, 2.0, 4])], "laplace": [], "gumbel": [0, 1],
        "logistic": [], "lognormal": [0, m.pick([0.5, 1])], "rayleigh": [], "wald": [1, 2], "pareto": [real()],
        "weibull": [real()], "power": [real()], "triangular": [0, m.pick([0, 1, 2]), 2],
        "vonmises": [0, m.pick([0.0, 1e-7, 0.5, 4, 1e7])], "standard_cauchy": [], "noncentral_chisquare": [real(), 0.5],
        "noncentral_f": [3, 2, 0.5],
    }
    arrangements = [
        ("choice", [m.int(1, 9)], of_size), ("choice", [[10, 20, 30, 40]], {"size": 3, "replace": False}),
        ("choice", [[1.5, 2.5, 9]], {"size": 5, "p": [0.5, 0.2, 0.3]}), ("choice", [50], {"size": 7, "replace": False}),
        ("choice", [4], {"size": 3, "replace": False, "p": [0.1, 0.2, 0.3, 0.4]}),
        ("permutation", [m.int(0, 12)], {}), ("permutation", [MATRIX], {}), ("shuffle", [MATRIX], {}),
        ("shuffle", [[3, 1, 2, 7, 9]], {}), ("bytes", [m.int(0, 13)], {}), ("dirichlet", [[1, 2, 3]], size(m)),
        ("multinomial", [m.int(0, 40), [0.2, 0.3, 0.5]], size(m)),
    ]
    if m.chance(0.3):
        return m.pick(arrangements)
    name = m.pick(list(calls))
    return name, calls[name], of_size


def modern(m):
    dtype = m.pick(["int64", "int32", "uint8", "int8", "uint16", "int16", "uint32", "uint64"])
    info = np.iinfo(dtype)
    low = m.pick([0, 1, info.min, -3 if info.min else 2])
    high = m.pick([low + 1, low + 5, low + 100, info.max])
    kinds = [
        ("integers", [low, max(high, low + 1)], {**size(m), "dtype": dtype, **({"endpoint": True} if m.chance(0.3)
                                                                              else {})}),
        ("integers", [m.pick([1, 2, 10, 1000, 2**31, 2**33])], size(m)),
        ("integers", [0, m.pick([2, 7, 100]), m.pick([3, [2, 2]])], {}), ("random", [m.int(0, 5)], {"dtype": "float32"}),
        ("standard_normal", [], {**size(m), "dtype": "float32"}),
        ("standard_exponential", [], {**size(m), "dtype": "float32"}),
        ("standard_exponential", [], {**size(m), "method": "inv"}),
        ("standard_gamma", [m.pick([0.4, 1, 2.5])], {**size(m), "dtype": "float32"}),
        ("random_raw", [m.int(1, 4)], {}), ("permuted", [MATRIX], {"axis": m.int(0, 1)}), ("permuted", [MATRIX], {}),
        ("permutation", [MATRIX], {"axis": 1}), ("shuffle", [MATRIX], {"axis": 1}),
        ("choice", [MATRIX, 2], {"replace": False}), ("choice", [MATRIX, 3], {"axis": 1}),
        ("choice", [60], {"size": 9, "replace": False, "shuffle": False}), ("integers", [[1, 2, 3], [10, 20, 300]], {}),
        ("integers", [[3, 5, m.int(1, 2**40)]], {"endpoint": m.chance(0.5)}), ("integers", [m.int(-3, 0), [3, 5]], {}),
        ("integers", [[1, 2], [30, 2**33]], {"size": [3, 2]}),
        ("permutation", [{"of": [10, 20, 30, 40]}], {}), ("permutation", [{"of": [[1, 2], [3, 4], [5, 6]]}], {}),
        ("choice", [{"of": [10, 20, 30]}, 5], {"p": [0.1, 0.3, 0.6]}),
        ("binomial", [m.pick([10**17, 10**18, 2**63 - 1]), m.pick([1e-17, 1e-18, 3e-19])], size(m)),
        ("multinomial", [10**18, [1e-17, 1 - 1e-17]], size(m)),
        ("multivariate_hypergeometric", [[16, 8, 4], 9], size(m)),
        ("multivariate_hypergeometric", [[16, 8, 4], 9], {**size(m), "method": "count"}),
    ]
    return m.pick(kinds)


def legacy(m):
    dtype = m.pick(["int64", "int32", "uint8", "int8", "uint16", "int16", "uint32", "uint64"])
    low = m.pick([0, 1, np.iinfo(dtype).min])
    kinds = [
        ("rand", [m.int(0, 3), 2], {}), ("rand", [], {}), ("randn", [m.int(1, 5)], {}), ("randn", [], {}),
        ("random_sample", [], size(m)), ("randint", [m.pick([1, 2, 10, 1000, 2**31, 2**33])], size(m)),
        ("randint", [low, low + m.pick([1, 5, 100])], {**size(m), "dtype": dtype}),
        ("randint", [0, 2], {**size(m), "dtype": "bool"}),
        ("randint", [0, m.pick([2, 7, 100]), m.pick([3, [2, 2]])], {}),
        ("multivariate_normal", [[0, 1], [[2, 0.5], [0.5, 1]]], {"size": 2}),
        ("randint", [[1, 2], [30, 2**33]], {"size": [3, 2]}), ("randint", [0, [3, 5, 100]], {}),
        ("binomial", [m.pick([10**17, 10**18]), m.pick([1e-17, 3e-19])], size(m)),
        ("shuffle", [{"of": [0, 1, 2, 3, 4, 5]}], {}),
    ]
    return m.pick(kinds)


def called(generator, method, positional, keywords):
    values = [x if not isinstance(x, dict) else np.array(x["of"]) if "of" in x else
              np.array(x["array"]["data"]).reshape(x["array"]["shape"]) for x in positional]
    keywords = {k: tuple(v) if k == "size" and isinstance(v, list) else v for k, v in keywords.items()}
    if method == "random_raw":
        return np.asarray(generator.bit_generator.random_raw(*values), dtype=np.uint64)
    if method == "shuffle":
        values = np.array(values[0])
        generator.shuffle(values, **keywords)
        return values
    result = getattr(generator, method)(*values, **keywords)
    return np.frombuffer(result, dtype=np.uint8) if method == "bytes" else result


@draws("rng", "legacy_rng", weight=30)
def stream(m, op):
    make, own = (np.random.default_rng, modern) if op == "rng" else (np.random.RandomState, legacy)
    seed = m.pick([0, 1, 42, m.int(0, 2**32 - 1), [m.int(0, 2**32 - 1), m.int(0, 99)], [1, 2, 3, 4, 5]])
    calls = [list((own if m.chance(0.4) else shared)(m)) for _ in range(m.int(1, 6))]
    calls = [c if c[2] or m.chance(0.3) else c[:2] for c in calls]

    def function(seed, calls):
        generator = make(seed)
        return [called(generator, c[0], c[1], c[2] if len(c) > 2 else {}) for c in calls]

    # Matrices are decomposed, and these are sums of logarithms.
    rough = any(c[0] == "multivariate_normal" for c in calls)
    return Draft(function, [seed, calls], tol={"rtol": 1e-12, "atol": 1e-13} if rough else "exact",
                 tags=[op.replace("_", "-")])


@draws("seedseq", "pcg64_state")
def seeds(m, op):
    seed = m.pick([0, 1, 2**32 - 1, 2**63 - 1, m.int(0, 2**40), [1, 2, 3], [m.int(0, 2**32 - 1) for _ in range(m.int(1, 6))],
                   2**64 - 1, 123456789012345678901234567890])
    if op == "seedseq" and m.chance(0.4):
        return Draft(lambda s, n, t: np.random.SeedSequence(s).generate_state(n, t), [seed, m.int(0, 6), "uint64"],
                     tags=["rng"])
    if op == "seedseq":
        return Draft(lambda s, n: np.random.SeedSequence(s).generate_state(n), [seed, m.int(0, 12)], tags=["rng"])

    def state(s):
        words = np.random.PCG64(s).state["state"]
        return np.array([w >> shift & (2**64 - 1) for w in (words["state"], words["inc"]) for shift in (64, 0)],
                        dtype=np.uint64)

    return Draft(state, [seed], tags=["rng"])
