#!/usr/bin/env python3
"""Packs the accuracy tables of NumPy's wheel into umath.npz: python3 make_umath.py

`numpy/_core/tests/data/umath-validation-set-*.csv` holds, for 20 functions and both precisions, arguments, correctly
rounded results and the error in ulps that NumPy allows itself. Made from NumPy 2.4.6; the tables are NumPy's, see
NOTICE.md.
"""

import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
tables = pathlib.Path(np.__file__).parent / "_core/tests/data"


def rows(path):
    for line in path.read_text().splitlines():
        if line[:1] not in ("", "#", "$") and not line.startswith("dtype"):
            dtype, argument, result, ulps = line.split(",")
            yield dtype.removeprefix("np."), int(argument, 16), int(result, 16), int(ulps)


paths = sorted(tables.glob("umath-validation-set-*.csv"))
entries = {}
for dtype, bits in ("float32", np.uint32), ("float64", np.uint64):
    table = [
        (function, *row[1:])
        for function, path in enumerate(paths)
        for row in rows(path)
        if row[0] == dtype
    ]
    functions, arguments, results, ulps = zip(*table)
    # By number in alphabetical order, as `UmathTests.functions` lists them.
    entries[f"{dtype}.functions"] = np.array(functions, np.uint8)
    entries[f"{dtype}.arguments"] = np.array(arguments, bits).view(dtype)
    entries[f"{dtype}.results"] = np.array(results, bits).view(dtype)
    entries[f"{dtype}.ulps"] = np.array(ulps, np.uint8)
    print(dtype, len(table), "rows, at most", max(ulps), "ulps")

print(*(path.stem.split("-")[-1] for path in paths))
np.savez_compressed(here / "umath.npz", **entries)
