#!/usr/bin/env python3
"""Writes cases of NumPy's random numbers, files and text in the conformance format.

    python3 make_random_cases.py [--seed 7] [--out FOLDER]    # NumPy 2.4.6
"""

import argparse
import io
import json
import pathlib

import numpy as np
from make_cases import record

MATRIX = {"array": record(np.arange(12).reshape(3, 4))}

# Methods of both generators: name, positional arguments, keywords.
SHARED = [
    ("normal", [0, 1], {"size": 4}), ("normal", [], {"loc": 2, "scale": 3, "size": [2, 2]}),
    ("normal", [[0, 10], [1, 0.1]], {}), ("standard_normal", [3], {}), ("standard_normal", [], {}),
    ("uniform", [-1, 1, [3]], {}), ("uniform", [], {"size": 3}), ("random", [5], {}),
    ("random", [], {}), ("choice", [5], {"size": 3, "replace": False}),
    ("choice", [[10, 20, 30], 5], {}), ("choice", [[1.5, 2.5]], {"p": [0.3, 0.7], "size": 4}),
    ("choice", [5], {}), ("permutation", [6], {}), ("permutation", [MATRIX], {}),
    ("shuffle", [MATRIX], {}), ("shuffle", [[3, 1, 2]], {}), ("exponential", [2.0], {"size": 3}),
    ("exponential", [], {}), ("gamma", [2.0, 3.0], {"size": 3}), ("gamma", [[0.5, 3.0]], {}),
    ("beta", [2, 3], {"size": 2}), ("poisson", [4], {"size": 5}), ("poisson", [], {"lam": [1, 20]}),
    ("binomial", [10, 0.3], {"size": 4}), ("binomial", [100, 0.5], {}),
    ("multinomial", [10, [0.2, 0.3, 0.5]], {"size": 2}), ("dirichlet", [[1, 2, 3]], {}),
    ("geometric", [0.2], {"size": 3}), ("laplace", [], {"size": 2}), ("standard_t", [4], {"size": 2}),
    ("chisquare", [3, [2]], {}), ("lognormal", [0, 1, [2]], {}), ("triangular", [0, 1, 2, [3]], {}),
    ("weibull", [2.0, 3], {}), ("zipf", [2.0, 3], {}), ("hypergeometric", [5, 6, 7], {"size": 3}),
    ("standard_cauchy", [], {"size": 2}), ("standard_exponential", [3], {}),
    ("standard_gamma", [2.0], {"size": 2}), ("rayleigh", [], {"size": 2}),
    ("vonmises", [0, 1], {"size": 2}), ("wald", [1, 2], {"size": 2}), ("bytes", [7], {}),
    ("f", [2, 3], {"size": 2}), ("gumbel", [0, 1], {"size": 2}), ("logistic", [], {"size": 2}),
    ("pareto", [3], {"size": 2}), ("power", [3], {"size": 2}), ("logseries", [0.5], {"size": 2}),
    ("negative_binomial", [3, 0.5], {"size": 2}), ("noncentral_chisquare", [3, 0.5], {"size": 2}),
    ("noncentral_f", [3, 2, 0.5], {"size": 2}),
    ("multivariate_normal", [[0, 1], [[2, 0.5], [0.5, 1]]], {"size": 2}),
]  # fmt: skip
MODERN = [
    ("random_raw", [3], {}), ("random", [[2, 3]], {"dtype": "float32"}),
    ("standard_normal", [], {"size": [2], "dtype": "float32"}), ("integers", [10], {"size": 5}),
    ("integers", [0, 100, [2, 3]], {}), ("integers", [-5, 5], {"size": 7, "dtype": "int8"}),
    ("integers", [0, 255], {"size": 7, "dtype": "uint8", "endpoint": True}), ("integers", [3], {}),
    ("integers", [[1, 2, 3], [10, 20, 30]], {}), ("choice", [MATRIX, 2], {"replace": False}),
    ("permutation", [MATRIX], {"axis": 1}), ("shuffle", [MATRIX], {"axis": 1}),
    ("permuted", [MATRIX], {"axis": 1}), ("permuted", [MATRIX], {}),
]  # fmt: skip
LEGACY = [
    ("rand", [2, 3], {}), ("rand", [], {}), ("randn", [3], {}), ("randn", [], {}),
    ("random_sample", [], {"size": [2]}), ("randint", [10], {"size": 4}), ("randint", [7], {}),
    ("randint", [0, 5, [2, 2]], {}), ("randint", [-3, 100], {"size": 6, "dtype": "int16"}),
]  # fmt: skip


class Writer:
    def __init__(self):
        self.lines = []

    def add(self, group, op, args, kwargs, expected, tol="exact"):
        self.lines.append(json.dumps({
            "id": f"{group}.{op}.{len(self.lines) + 1:04}", "group": group, "op": op, "args": args,
            "kwargs": kwargs, "expected": expected, "tol": tol, "tags": [group], "ref": "", "note": "",
        }))  # fmt: skip


def called(generator, method, positional, keywords):
    values = [
        np.array(x["array"]["data"]).reshape(x["array"]["shape"]) if isinstance(x, dict) else x
        for x in positional
    ]
    if method == "random_raw":
        return np.asarray(generator.bit_generator.random_raw(*values), dtype=np.uint64)
    if method == "shuffle":
        values = np.array(values[0])
        generator.shuffle(values, **keywords)
        return values
    result = getattr(generator, method)(*values, **keywords)
    return np.frombuffer(result, dtype=np.uint8) if method == "bytes" else result


def streams(writer, seeds):
    kinds = [
        ("rng", np.random.default_rng, SHARED + MODERN, ("random", [2], {})),
        ("legacy_rng", np.random.RandomState, SHARED + LEGACY, ("randn", [3], {})),
    ]
    for op, make, methods, last in kinds:
        for seed in seeds:
            for call in methods:
                generator = make(seed)
                calls = [call, last, call]
                outputs = [record(called(generator, *c)) for c in calls]
                tol = {"rtol": 1e-12, "atol": 1e-13} if call[0] == "multivariate_normal" else "exact"
                args = [seed, [[name, p, k] if k else [name, p] for name, p, k in calls]]
                writer.add(op.replace("_", "-"), op, args, {}, {"outputs": outputs}, tol)


def files(writer, rng):
    for dtype in "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split():
        for shape, view in [([], []), ([3], []), ([2, 3], [{"transpose": [1, 0]}]), ([0, 2], []),
                            ([4, 2], [{"slice": [{"slice": [None, None, -2]}]}])]:  # fmt: skip
            values = rng.integers(0, 100, shape).astype(dtype)
            seen = values
            for step in view:
                seen = seen.T if "transpose" in step else seen[::-2]
            operand = {"array": record(values) | ({"view": view} if view else {})}
            saved = io.BytesIO()
            np.save(saved, seen)
            data = np.frombuffer(saved.getvalue(), dtype=np.uint8)
            writer.add("io", "npy_bytes", [operand], {}, record(data))
            writer.add("io", "npy_load", [{"array": record(data)}], {}, record(seen))
            raw = np.frombuffer(seen.tobytes(), dtype=np.uint8)
            writer.add("io", "tobytes", [operand], {}, record(raw))
            if raw.size:
                writer.add("io", "frombuffer", [{"array": record(raw)}, dtype], {}, record(seen.ravel()))
            if seen.ndim in (1, 2):
                for options in ({}, {"fmt": "%d", "delimiter": ","}, {"fmt": "%.3f"}):
                    text = io.StringIO(newline="")
                    np.savetxt(text, seen, **options)
                    writer.add("io", "savetxt_str", [operand], options, {"string": text.getvalue()})
            for cut in (5, 60, data.size - 1):
                if raw.size:
                    refusal = {"error": "ValueError", "message": "truncated"}
                    writer.add("io", "npy_load", [{"array": record(data[:cut])}], {}, refusal)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    options = parser.parse_args()
    for name, fill in [
        ("random", lambda w: streams(w, [options.seed, [options.seed, 2]])),
        ("files", lambda w: files(w, np.random.default_rng(options.seed))),
    ]:
        writer = Writer()
        fill(writer)
        (options.out / f"cases-{name}.jsonl").write_text("\n".join(writer.lines) + "\n")
