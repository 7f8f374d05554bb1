"""Writes files.json: what numpy.save, savez, savetxt, loadtxt and genfromtxt write and read.

    python3 make_files.py        # NumPy 2.4.6
"""

import io
import json
import pathlib

import numpy as np

DTYPES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64".split()


def numbers(values):
    """As doubles, by the names JSON has not."""
    return [str(x) for x in np.ravel(values).astype(float).tolist()]


def array(dtype, shape=(2, 3)):
    values = np.arange(np.prod(shape, dtype=int)).reshape(shape)
    if dtype == "bool":
        return values % 2 == 0
    return (values * (7 if dtype[0] == "u" else -7) + 3).astype(dtype)


def saved(values, version=None):
    file = io.BytesIO()
    if version:
        np.lib.format.write_array(file, values, version=version)
    else:
        np.save(file, values)
    return file.getvalue().hex()


def npy():
    """The key `same` says that the library writes the same bytes for this array."""
    cases = [(name, array(name).astype(name), None, True) for name in DTYPES]
    for shape in [(), (1,), (0,), (0, 3), (123,), (3, 1), (1, 2, 1, 2, 1)]:
        cases.append((f"shape {shape}", array("float64", shape), None, True))
    cases += [
        ("Fortran order", np.asfortranarray(array("float64", (2, 3, 2))), None, True),
        ("big endian int16", array("int16").astype(">i2"), None, False),
        ("big endian float64", array("float64").astype(">f8"), None, False),
        ("big endian Fortran float32", np.asfortranarray(array("float32").astype(">f4")), None, False),
        ("version 1.0", array("int32").astype("i4"), (1, 0), True),
        ("version 2.0", array("int32").astype("i4"), (2, 0), False),
        ("version 3.0", array("int32").astype("i4"), (3, 0), False),
    ]  # fmt: skip
    for name, values, version, same in cases:
        yield {
            "name": name, "dtype": values.dtype.newbyteorder("=").name, "shape": values.shape,
            "isFortranOrder": not values.flags.c_contiguous, "elements": numbers(values),
            "file": saved(values, version), "same": same,
        }  # fmt: skip


def npz():
    arrays = {"w": array("float64", (20, 30)), "b": array("int32").astype("i4"), "größe": np.array(3.5)}
    for name, save in [("savez", np.savez), ("savez_compressed", np.savez_compressed)]:
        file = io.BytesIO()
        save(file, **arrays)
        yield {"name": name, "file": file.getvalue().hex()}


def texts():
    loaders = {
        "loadtxt": [
            ("1 2\n3 4.5\n", {}), ("1,2\n3,4", {"delimiter": ","}), ("1 2 # x\n\n 3 4", {}),
            ("7\n8", {}), ("1 2 3", {}), ("5", {}), ("5", {"ndmin": 2}), ("1\n2", {"ndmin": 2}),
            ("5", {"ndmin": 1}), ("", {}), ("a b\n1 2", {"skiprows": 1}),
            ("1,2\n3,4,5", {"delimiter": ",", "usecols": [0, 1]}),
            ("1 2 3\n4 5 6", {"usecols": [2, 0]}), ("1 2 3\n4 5 6", {"usecols": [-1]}),
            ("1, 2 ,nan\n inf,-inf,+3.", {"delimiter": ","}), ("1 2\n3 4\n5 6", {"max_rows": 2}),
            ("1;2\r\n3;4\r", {"delimiter": ";"}), ("Infinity NaN -nan .5e-3", {}),
            ("1e400 1e-400 0.1 123456789012345678", {}), ("1\t2\n3\t4", {"delimiter": "\t"}),
            ("1 2 % a\n3 4 # b", {"comments": ["%", "#"]}),
        ],
        "genfromtxt": [
            ("1,2,\n4,x,6\n", {"delimiter": ","}), ("1,2,3", {"delimiter": ","}),
            ("# c\n1,2 # t\n,\n", {"delimiter": ","}), ("a,b\n1,2", {"delimiter": ",", "skip_header": 1}),
            ("1,2\n3,4\n5,6", {"delimiter": ",", "skip_footer": 1}), ("", {}), ("5", {}),
            ("1,N/A", {"delimiter": ",", "filling_values": -9}),
            ("1, 2 ,  \n3,4,5", {"delimiter": ","}), ("1 2 3\n4 5 6", {"usecols": [0, 2]}),
            ("1\t\t\n\t2\t3", {"delimiter": "\t"}), ("1::2\n3::4", {"delimiter": "::"}),
        ],
    }  # fmt: skip
    for loader, cases in loaders.items():
        for text, options in cases:
            values = getattr(np, loader)(io.StringIO(text), **options)
            yield {
                "loader": loader, "text": text, "delimiter": options.get("delimiter"),
                "comments": options.get("comments", ["#"]),
                "skipRows": options.get("skiprows", options.get("skip_header", 0)),
                "skipFooter": options.get("skip_footer", 0), "useColumns": options.get("usecols"),
                "maxRows": options.get("max_rows"), "minimumRank": options.get("ndmin", 0),
                "missing": str(float(options.get("filling_values", "nan"))),
                "shape": values.shape, "elements": numbers(values),
            }  # fmt: skip


def written():
    table = np.array([[1.0, 2.5, -3.0], [np.nan, np.inf, 1e-5]])
    cases = [
        (table, {}), (table, {"fmt": "%.3f", "delimiter": ","}), (table[0], {"fmt": "%g"}),
        (table[:1], {"fmt": ["%d", "%10.2e", "%s"], "delimiter": ";"}),
        (np.array([[1.0, 2.0]]), {"fmt": "(%d) %5.1f|"}), (table[0], {"fmt": "%d"}),
        (np.array([1.5, -2.7, 1e22]), {"fmt": "%d"}), (np.array([3.0, 14.0]), {"fmt": "%05d"}),
        (np.array([1.5]), {"fmt": "%+08.2f|", "header": "a\nb", "footer": "z"}),
        (np.array([1.5]), {"header": "x", "comments": "// ", "newline": "\r\n"}),
        (np.array([1e-5, 1e16, 123456.789]), {"fmt": "%s"}), (np.zeros((2, 0)), {}),
        (np.array([1.0, 2.0]), {"fmt": "%10s"}), (np.array([1.0, 2.0]), {"fmt": "%-6.1f|"}),
        (np.array([0.1]), {"fmt": "%.18e"}), (np.array([0.5]), {"fmt": "%G"}), (np.zeros((0, 2)), {}),
    ]  # fmt: skip
    for values, options in cases:
        file = io.StringIO(newline="")
        np.savetxt(file, values, **options)
        formats = options.get("fmt", "%.18e")
        yield {
            "shape": values.shape, "elements": numbers(values),
            "formats": formats if isinstance(formats, list) else [formats],
            "delimiter": options.get("delimiter", " "), "newline": options.get("newline", "\n"),
            "header": options.get("header", ""), "footer": options.get("footer", ""),
            "comments": options.get("comments", "# "), "text": file.getvalue(),
        }  # fmt: skip


def points():
    """multivariate_normal, which goes through LAPACK."""
    covariance = [[2.0, 0.6, 0.2], [0.6, 1.0, -0.3], [0.2, -0.3, 0.5]]
    mean = [1.0, -1.0, 10.0]
    return {
        "mean": mean,
        "covariance": covariance,
        "generator": np.random.default_rng(2).multivariate_normal(mean, covariance, (4, 2)).ravel().tolist(),
        "state": np.random.RandomState(2).multivariate_normal(mean, covariance, (4, 2)).ravel().tolist(),
    }


if __name__ == "__main__":
    reference = {
        "npy": list(npy()), "npz": list(npz()), "texts": list(texts()), "written": list(written()),
    }  # fmt: skip
    folder = pathlib.Path(__file__).parent
    for name, value in [("files", reference), ("multivariate_normal", points())]:
        path = folder / f"{name}.json"
        path.write_text(json.dumps(value, separators=(",", ":")).replace("},{", "},\n{") + "\n")
