"""Writes printing.json: arrays, print options, and what NumPy makes of them.

    python3 make_printing.py        # NumPy 2.4
"""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(20240611)
cases = []

INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]


def word(value):
    return repr(value.item()) if value.dtype == np.float64 else str(value)


def case(array, **options):
    """array2string's options, and repr and str under them as print options."""
    array = np.asarray(array)
    names = {"max_line_width": "linewidth", "suppress_small": "suppress"}
    globally = {names.get(k, k): v for k, v in options.items() if k != "separator"}
    with np.printoptions(**globally):
        entry = {
            "dtype": str(array.dtype),
            "shape": list(array.shape),
            "data": " ".join(word(v) for v in array.ravel()),
            "options": options,
            "array2string": np.array2string(array, **options),
            "repr": repr(array),
        }
        if str(array) != entry["array2string"]:
            entry["str"] = str(array)
    cases.append(entry)


def floats(values):
    with np.errstate(over="ignore"):
        for dtype in ("float64", "float32"):
            case(np.array(values, dtype))


# Notation and padding.
floats([1.0, 2.5, -3.25])
floats([[1, 2], [3, 4]])
floats([[0.1, -10.25], [100.5, 7]])
floats([0.0, -0.0])
floats([1e-4, 1])
floats([9.9e-5, 1])
floats([1, 1000])
floats([1, 1001])
floats([1, 999.9999])
floats([0.001, 1])
floats([99999999.0])
floats([999999.0, 1.0])
floats([1e6])
floats([1e5, 123.5])
floats([1e8])
floats([123456789.0, 0.5])
floats([1e15, 2e15])
floats([1e16])
floats([1.5e16, 2])
floats([1e-300, 1e300])
floats([1e-10, 1e10])
floats([1e100])
floats([5e-324, 1.7976931348623157e308])
floats([1e-45, 3.4028235e38])
floats([1e22, 1e23])
floats([1 / 3, 2 / 3, 1])
floats([np.pi, np.e])
floats([9.999999999, 0.5])
floats([0.99999999951])
floats([9.9999999999e9])
floats([0.1 + 0.2])
floats([16777217.0])
floats([0.123456785, 0.123456775])
floats([2.5e-9, 3.5e-9, 1])
# Not numbers.
floats([np.nan])
floats([np.inf])
floats([-np.inf])
floats([np.nan, np.inf])
floats([np.nan, -np.inf])
floats([1, np.nan])
floats([1.5, np.inf, -2])
floats([100.25, -np.inf, 2])
floats([1e-10, np.nan, 1])
floats([1e-10, -np.inf, 1])
floats([[np.nan, 1e200], [-np.inf, 0]])
# No axes.
for value in [
    0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 1e-4, 1.2e-4, 9.9e-5, 1e5, 999999.0, 1e6, 1234567.0, 1e8,
    123456789.125, 1e15, 9999999999999998.0, 1e16, 1.5e16, 1e22, 1e100, 1e-100, 5e-324, np.pi,
    np.nan, np.inf, -np.inf, 3e38, 0.1 + 0.2,
]:
    floats(value)
for dtype in INTEGERS:
    case(np.array(7, dtype))
    case(np.array(np.iinfo(dtype).max, dtype))
    case(np.array(np.iinfo(dtype).min, dtype))
case(np.array(True))
case(np.array(False))
# Empty.
for dtype in ["bool", "float32", "float64", *INTEGERS]:
    for shape in [(0,), (0, 3), (3, 0), (2, 0, 2), (1, 0)]:
        case(np.zeros(shape, dtype))
# Integers and truth values.
for dtype in INTEGERS:
    low, high = int(np.iinfo(dtype).min), int(np.iinfo(dtype).max)
    case(np.array([low, high], dtype))
    case(np.array([[1, 20], [100, 4]], dtype))
    case(np.zeros((1, 1, 1), dtype))
    case(rng.integers(low, high, (3, 4), dtype))
    case(np.arange(100).astype(dtype))
    for sign in "+ -":
        case(np.array([1, 22, 3], dtype), sign=sign)
        case(rng.integers(low, high, 5, dtype), sign=sign)
        case(np.array(5, dtype), sign=sign)
case(np.array([-5, 3, 10]), sign=" ")
case(np.array([-500, 3, 10]), sign="+")
case(np.array([True, False]))
case(np.array([[True, False], [False, False]]))
case(np.array([[[False]]]))
case(np.ones(1001, bool))
case(np.zeros((40, 40), bool))
# Lines and indents.
for dtype in ["float64", "float32", "int64", "int8"]:
    case(np.arange(30).astype(dtype))
    case(np.arange(120).reshape(2, 60).astype(dtype))
    case(np.arange(24).reshape(2, 3, 4).astype(dtype))
    case(np.arange(16).reshape(2, 2, 2, 2).astype(dtype))
    case(np.arange(120).reshape(2, 2, 30).astype(dtype))
for n in range(8, 27):
    case(np.arange(n, dtype="float64"))
    case(np.arange(n, dtype="int32"))
    case(np.ones((1, n), "float32"))
for width in [1, 2, 5, 10, 20, 40, 74, 75, 76, 120]:
    case(np.linspace(0, 1, 12), max_line_width=width)
    case(np.arange(40), max_line_width=width)
    case(np.arange(24, dtype="int16").reshape(2, 3, 4), max_line_width=width)
    case(np.array([1000000, 2]), max_line_width=width, separator=",   ")
# Summaries.
case(np.arange(1000))
case(np.arange(1001))
case(np.arange(1001.0))
case(np.arange(1001, dtype="float32"))
case(np.arange(1001, dtype="uint8"))
case(np.arange(1200).reshape(30, 40))
case(np.arange(1200.0).reshape(2, 600))
case(np.arange(1200.0).reshape(600, 2))
case(np.arange(2400.0).reshape(20, 10, 12))
case(np.arange(4096).reshape(8, 8, 8, 8))
case(np.arange(2100.0).reshape(7, 300))
hidden = np.ones(2000)
hidden[1000] = 1e12
case(hidden)
for threshold in [0, 5, 10, 11]:
    for edgeitems in [0, 1, 2, 3, 5, 6]:
        case(np.arange(11), threshold=threshold, edgeitems=edgeitems)
        case(np.arange(12.0).reshape(3, 4) / 7, threshold=threshold, edgeitems=edgeitems)
case(np.arange(27).reshape(3, 3, 3), threshold=5, edgeitems=1)
case(np.array(5.0), threshold=0)
case(np.arange(10), threshold=5, max_line_width=12)
# Options.
values = [
    np.array([1.0, 2.5, -3.25]),
    np.array([1 / 3, 2 / 3, 123.456789123456]),
    np.array([1e-9, 1.0, 5e-9, 15e-9]),
    np.array([1e-10, 123.0]),
    np.array([1.5e10, 2.0, np.pi]),
    np.array([np.nan, 1.0, np.inf]),
    np.array([-np.inf, 1e-9]),
    np.array([0.5, 1.5, 2.5, 0.25, 0.125]),
    np.array([0.0, 1e-5]),
    np.array([99.99999, 0.00012]),
    np.array([[0.1, 0.2], [1 / 3, 12.0]]),
    np.array(1 / 7),
    np.array([np.nan, np.inf]),
]
for value in values:
    for dtype in ("float64", "float32"):
        array = value.astype(dtype)
        for mode in ["fixed", "unique", "maxprec", "maxprec_equal"]:
            for precision in [0, 1, 3, 8, 20]:
                case(array, floatmode=mode, precision=precision)
            case(array, floatmode=mode, suppress_small=True)
            for sign in "+ ":
                case(array, floatmode=mode, sign=sign, precision=4)
        for separator in [", ", ",", "", " | ", ";  "]:
            case(array, separator=separator)
case(np.array([[1, 2], [3, 4]]), separator=",\n")
case(np.arange(40), separator=", ", max_line_width=30)
case(np.array([True, False, True]), separator=",")
case(np.array([1e23, 1e22, 0.5]), floatmode="maxprec_equal", precision=25)
case(np.array([0.1, 0.3]), floatmode="fixed", precision=60)
# At random: every magnitude, every option.
for i in range(300):
    shape = tuple(rng.integers(1, 5, rng.integers(1, 4)))
    kind = i % 6
    if kind == 0:
        array = rng.standard_normal(shape)
    elif kind == 1:
        array = 10.0 ** rng.uniform(-12, 18, shape) * rng.choice([-1, 1], shape)
    elif kind == 2:
        array = 10.0 ** rng.uniform(-2, 3, shape)
    elif kind == 3:
        array = rng.integers(-100, 100, shape) / 8
    elif kind == 4:
        array = np.round(rng.uniform(0, 100, shape), int(rng.integers(0, 12)))
    else:
        array = rng.integers(0, 2**63 - 1, shape, dtype="uint64").view("float64").copy()
        array[~np.isfinite(array)] = 0
    with np.errstate(over="ignore"):
        array = array.astype(rng.choice(["float64", "float32"]))
    if i % 5 == 0:
        array.ravel()[rng.integers(array.size)] = rng.choice([np.nan, np.inf, -np.inf, 0.0, -0.0])
    options = {}
    if i % 2:
        for name, choices in {
            "precision": list(range(0, 18)),
            "floatmode": ["fixed", "unique", "maxprec", "maxprec_equal"],
            "sign": ["+", " ", "-"],
            "suppress_small": [True, False],
            "max_line_width": list(range(20, 100)),
            "threshold": [3, 10, 1000],
            "edgeitems": [1, 2, 3],
        }.items():
            if rng.random() < 0.5:
                choice = choices[rng.integers(len(choices))]
                options[name] = choice
    case(array, **options)

path = pathlib.Path(__file__).with_name("printing.json")
lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
path.write_text(f"[\n{lines}\n]\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
