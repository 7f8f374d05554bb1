#!/usr/bin/env python3
"""Writes returns.json: what NumPy's functions give beside their first result, and texts of the rarer options.

    python3 make_returns.py    # NumPy 2.4.6
"""

import io
import json
import pathlib

import numpy as np


def values(results):
    return [np.asarray(r).ravel().tolist() for r in results]


x = np.array([0.0, 1, 2, 3, 4])
y = np.array([1.0, 2.9, 7.2, 13.1, 20.8])
two = np.stack([y, y[::-1]], axis=1)
numbers = np.array([1.5, np.nan, -np.inf, 2.25])


def printed(array, **options):
    with np.printoptions(**options):
        return np.array2string(array)


named = np.genfromtxt(
    io.StringIO("# a,b,c\n1,2,50%\n4,,75%\n"), delimiter=",", names=True,
    converters={2: lambda text: float(text.strip("%")) / 100},
)
coefficients, residuals, rank, singular, _ = np.polyfit(x, y, 2, full=True)

result = {
    "polyfit": values([coefficients, residuals, singular]),
    "rank": int(rank),
    "covariance": values([np.polyfit(x, y, 2, cov=True)[1], np.polyfit(x, two, 2, cov=True)[1]]),
    "unscaled": values([np.polyfit(x, y, 2, cov="unscaled")[1]])[0],
    "weighted": values([np.polyfit(x, y, 1, w=[1, 2, 1, 2, 1], cov=True)[1]])[0],
    "intersection": values(np.intersect1d([5, 1, 3, 3], [3, 2, 5, 7, 5], return_indices=True)),
    "average": values(np.average(np.arange(6.0).reshape(2, 3), axis=1, weights=[1.0, 2, 5], returned=True)),
    "printed": [
        printed(numbers, nanstr="NA", infstr="Infinity"), printed(numbers, nanstr="missing"),
        printed(numbers * 1e9, nanstr="-", infstr="oo"),
    ],
    "formatted": [
        np.array2string(np.array([7, 255, 16]), formatter={"int": hex}),
        np.array2string(np.arange(4).reshape(2, 2), formatter={"int": "<{}>".format}, separator=", "),
        np.array2string(np.arange(30), formatter={"int": "n{}".format}, max_line_width=40),
    ],
    "names": list(named.dtype.names),
    "columns": [[None if np.isnan(v) else v for v in named[n].tolist()] for n in named.dtype.names],
}
(pathlib.Path(__file__).parent / "returns.json").write_text(json.dumps(result, indent=1) + "\n")
