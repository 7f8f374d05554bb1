"""Writes random.json: what numpy.random.default_rng and its parts give, for RandomTests.

    python3 make_random.py        # NumPy 2.4.6
"""

import json
import pathlib

import numpy as np

SEEDS = [0, 42, 2**32 + 5, 2**70 + 3, [1, 2, 3], [2**40, 7], [9, 8, 7, 6, 5, 4]]
F32 = np.float32


def name(seed):
    """A seed as strings, because JSON readers lose integers beyond 64 bits."""
    return [str(s) for s in (seed if isinstance(seed, list) else [seed])]


def bits(values):
    """The elements as unsigned words: the bit patterns of floats, integers sign-extended."""
    values = np.ravel(values)
    if values.dtype.kind == "f":
        return values.view(f"u{values.itemsize}").tolist()
    return [int(v) % 2**64 for v in values]


def digest(values):
    """One word that changes with any bit of any element."""
    result = 0
    for word in bits(values):
        result = (result * 6364136223846793005 + word + 1) % 2**64
    return result


def sequences():
    for seed in SEEDS:
        sequence = np.random.SeedSequence(seed)
        children = sequence.spawn(2) + sequence.spawn(1)
        raw = np.random.PCG64(seed)
        jumped = raw.jumped()
        advanced = np.random.PCG64(seed).advance(10**9)
        yield {
            "seed": name(seed),
            "state": np.random.SeedSequence(seed).generate_state(10).tolist(),
            "children": [child.generate_state(4).tolist() for child in children],
            "grandchild": children[1].spawn(1)[0].generate_state(4).tolist(),
            "raw": raw.random_raw(5).tolist(),
            "jumped": jumped.random_raw(3).tolist(),
            "advanced": advanced.random_raw(3).tolist(),
        }


def files():
    """The streams that NumPy itself is tested with."""
    folder = pathlib.Path(np.random.__file__).parent / "tests" / "data"
    for number in (1, 2):
        lines = (folder / f"pcg64-testset-{number}.csv").read_text().split("\n")
        seed = int(lines[0].split(",")[1], 0)
        values = np.array([int(l.split(",")[1], 0) for l in lines[1:] if l], dtype=np.uint64)
        yield {"seed": name(seed), "count": len(values), "digest": digest(values)}


METHODS = {
    "random": lambda r, n: r.random(n),
    "randomFloat": lambda r, n: r.random(n, dtype=F32),
    "standardNormal": lambda r, n: r.standard_normal(n),
    "standardNormalFloat": lambda r, n: r.standard_normal(n, dtype=F32),
    "standardExponential": lambda r, n: r.standard_exponential(n),
    "standardExponentialFloat": lambda r, n: r.standard_exponential(n, dtype=F32),
    "uniform": lambda r, n: r.uniform(-2.5, 0.3, n),
    "normal": lambda r, n: r.normal(1.7, 0.31, n),
}


def streams():
    for seed in SEEDS:
        for method, draw in METHODS.items():
            count = 1_000_000 if seed in (42, 2**70 + 3) else 1_001
            values = draw(np.random.default_rng(seed), count)
            # The rarest draws: those from the tail, beyond the last layer of the ziggurat.
            edge = 3.6541528853610088 if "ormal" in method else 7.69711747013105
            tail = np.nonzero(np.abs(values) > edge)[0].tolist() if "standard" in method else []
            positions = [0, 1, 2, 3, 1000] + tail[:3] + tail[-2:]
            yield {
                "seed": name(seed),
                "method": method,
                "count": count,
                "positions": positions,
                "bits": bits(values[positions]),
                "digest": digest(values),
            }


INTEGERS = [
    ("int64", 0, 9), ("int64", -5, 5), ("int64", 7, 7), ("int64", 0, 2**32 - 2),
    ("int64", 0, 2**32 - 1), ("int64", 0, 2**32), ("int64", -(2**40), 2**40),
    ("int64", 0, 3 * 2**61), ("int64", -(2**63), 2**63 - 1), ("int64", 0, 3 * 2**30),
    ("uint64", 0, 2**64 - 1), ("uint64", 1, 2**63 + 1),
    ("int32", 0, 9), ("int32", -(2**31), 2**31 - 1), ("int32", -(2**30), 2**30),
    ("uint32", 3, 3 * 2**30), ("uint32", 0, 2**32 - 1), ("uint32", 4, 4),
    ("int16", -100, 100), ("int16", -(2**15), 2**15 - 1), ("uint16", 0, 40000),
    ("uint16", 5, 5), ("uint16", 0, 2**16 - 1),
    ("int8", -100, 100), ("int8", -128, 127), ("uint8", 0, 9), ("uint8", 0, 170),
    ("uint8", 0, 255), ("uint8", 3, 3),
]  # fmt: skip


def integers():
    for dtype, low, high in INTEGERS:
        generator = np.random.default_rng(42)
        # Two calls of odd length: what is left of a word is kept or dropped between them.
        first, second = (
            generator.integers(low, high, n, dtype=dtype, endpoint=True) for n in (5, 1001)
        )
        yield {
            "dtype": dtype,
            "low": str(low),
            "high": str(high),
            "first": bits(first),
            "second": digest(second),
            "next": int(generator.integers(0, 2**64, dtype=np.uint64)),
        }


def mixed():
    """Calls of several kinds on one generator: halves of words wait their turn."""
    r = np.random.default_rng(42)
    return [
        float(value)
        for value in [
            r.random(), r.integers(0, 10), r.random(), r.integers(0, 10), r.random(dtype=F32),
            r.standard_normal(), r.standard_normal(dtype=F32), r.integers(0, 2**40),
            r.standard_exponential(), r.standard_exponential(dtype=F32), r.permutation(4)[0],
            r.uniform(2, 3), r.normal(2, 3), r.choice(5), r.choice(3, p=[0.2, 0.3, 0.5]), r.random(),
        ]
    ]  # fmt: skip


def permutations():
    for count in (0, 1, 2, 10, 1000):
        r = np.random.default_rng(5)
        yield {"count": count, "values": r.permutation(count).tolist(), "next": r.random()}


def choices():
    p = np.arange(1, 8) / 28
    long = np.arange(1, 1001) / 500500
    cases = [
        (7, 20, True, None, True), (7, 0, False, None, True), (7, 7, False, None, True),
        (7, 4, False, None, False), (1000, 30, False, None, True),
        (10001, 200, False, None, True), (10001, 201, False, None, True),
        (10001, 501, False, None, False), (10001, 10001, False, None, False),
        (7, 20, True, p, True), (7, 5, False, p, True), (7, 7, False, p, True),
        (1000, 900, False, long, True),
    ]  # fmt: skip
    for population, count, replace, weights, shuffle in cases:
        r = np.random.default_rng(11)
        values = r.choice(population, count, replace=replace, p=weights, shuffle=shuffle)
        yield {
            "population": population,
            "count": count,
            "replace": replace,
            "p": None if weights is None else weights.tolist(),
            "shuffle": shuffle,
            "first": values[:20].tolist(),
            "digest": digest(values),
            "next": r.random(),
        }


def arrays():
    cube = np.arange(24).reshape(4, 3, 2)
    r = np.random.default_rng(3)
    shuffled = cube.copy()
    r.shuffle(shuffled)
    reversed_ = cube[::-1, 1].copy()
    r.shuffle(reversed_)
    return {
        "shuffled": shuffled.ravel().tolist(),
        "reversed": reversed_.ravel().tolist(),
        "permuted": r.permutation(cube).ravel().tolist(),
        "chosen": r.choice(cube, [2, 2]).ravel().tolist(),
        "spawned": [g.random() for g in np.random.default_rng(3).spawn(2)],
    }


if __name__ == "__main__":
    reference = {
        "sequences": list(sequences()),
        "files": list(files()),
        "streams": list(streams()),
        "integers": list(integers()),
        "mixed": mixed(),
        "permutations": list(permutations()),
        "choices": list(choices()),
        "arrays": arrays(),
    }
    path = pathlib.Path(__file__).with_name("random.json")
    path.write_text(json.dumps(reference, separators=(",", ":")).replace('},{', '},\n{') + "\n")
