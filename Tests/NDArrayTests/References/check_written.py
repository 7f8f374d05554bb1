"""Shows that NumPy loads the files that the library writes.

    NDARRAY_WRITE_TO=/tmp/written swift test --filter FilesWrittenTests
    python3 check_written.py /tmp/written       # NumPy 2.4.6
"""

import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
expected = np.arange(24).reshape(2, 3, 4)
for name in "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split():
    loaded = np.load(folder / f"{name}.npy")
    assert loaded.dtype == name and np.array_equal(loaded, expected.astype(name)), name
    assert np.array_equal(np.load(folder / f"{name}-transposed.npy"), expected.astype(name).T), name
    raw = np.fromfile(folder / f"{name}.raw", dtype=name)
    assert np.array_equal(raw, expected.astype(name).ravel()), name
for name in ("stored", "deflated"):
    with np.load(folder / f"{name}.npz") as archive:
        assert archive.files == ["w", "größe"], archive.files
        assert np.array_equal(archive["w"], expected * 0.5) and archive["größe"] == 7
assert np.array_equal(np.loadtxt(folder / "table.csv", delimiter=","), expected[0] * 0.1)
print("NumPy", np.__version__, "loads them all")
