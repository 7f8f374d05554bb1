"""Functions of each element, of one array or two that broadcast."""

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, INTEGERS, NUMBERS, Operand

EXACT = ["add", "subtract", "multiply", "divide", "remainder", "mod", "floor_divide", "power", "maximum", "minimum",
         "fmax", "fmin", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "logical_and",
         "logical_or", "logical_xor", "copysign", "nextafter", "fmod", "heaviside", "divmod", "float_power"]
CLOSE = ["arctan2", "hypot", "logaddexp", "logaddexp2"]
BITS = ["bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_left_shift", "bitwise_right_shift"]
ONE = ["negative", "abs", "sign", "square", "sqrt", "floor", "ceil", "trunc", "fix", "rint", "reciprocal", "isnan",
       "isinf", "isfinite", "signbit", "fabs", "logical_not", "positive", "invert", "spacing"]
ONE_CLOSE = ["exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "cbrt", "sin", "cos", "tan", "arcsin", "arccos",
             "arctan", "sinh", "cosh", "tanh", "arcsinh", "arccosh", "arctanh", "deg2rad", "rad2deg"]


def tolerance(op, dtype):
    if op in CLOSE or op in ("power", "float_power") and dtype in FLOATS + INTEGERS:
        return {"ulp": 4}
    return {"ulp": 0} if op in ("maximum", "minimum", "fmax", "fmin") else "exact"


def whole_power_only(op, dtype, exponents):
    """NumPy's integers take no negative powers; a case of it now and then is enough."""
    return op != "power" or dtype not in INTEGERS or (np.asarray(exponents) >= 0).all()


@draws(*EXACT, *CLOSE, *BITS, "gcd", "lcm")
def two(m, op):
    among = {"gcd": INTEGERS, "lcm": INTEGERS}.get(op, ["bool"] + INTEGERS if op in BITS and m.chance(0.95) else ALL)
    dtype = m.dtype(among)
    shape = m.shape()
    x = m.array(dtype, shape)
    y = m.array(dtype, m.partner(shape))
    if not whole_power_only(op, dtype, y.value) and m.chance(0.9):
        y = Operand(np.where(y.value < 0, 3, y.value).astype(dtype))
    if m.chance(0.3) and op != "power":
        x, y = y, x
    return Draft(getattr(np, op), [x, y], tol=tolerance(op, dtype))


@draws(*[op for op in EXACT if op not in ("float_power", "copysign", "nextafter")])
def with_scalar(m, op):
    dtype = m.dtype(NUMBERS)
    x = m.array(dtype)
    y = m.scalar(dtype)
    if not whole_power_only(op, dtype, y):
        y = -y if -y <= np.iinfo(dtype).max else 3
    if m.chance(0.3) and whole_power_only(op, dtype, x.value):
        return Draft(getattr(np, op), [y, x], tol=tolerance(op, dtype))
    return Draft(getattr(np, op), [x, y], tol=tolerance(op, dtype))


@draws(*ONE, *ONE_CLOSE, weight=2)
def one(m, op):
    return Draft(getattr(np, op), [m.array()], tol={"ulp": 4} if op in ONE_CLOSE else "exact")


@draws("sinc", "i0")
def smooth(m, op):
    return Draft(getattr(np, op), [m.array(FLOATS + ["int64", "int32"], tame=True)],
                 tol={"rtol": 3e-6, "atol": 1e-7})


@draws("modf", "frexp")
def parts(m, op):
    return Draft(getattr(np, op), [m.array(FLOATS + ["int64", "int32"])])


@draws("ldexp")
def ldexp(m, op):
    shape = m.shape()
    exponents = m.array(m.pick(["int32", "int32", "int64"]), m.partner(shape), tame=True)
    return Draft(np.ldexp, [m.array(FLOATS, shape), exponents])


@draws("add.outer")
def outer(m, op):
    dtype = m.dtype()
    return Draft(np.add.outer, [m.array(dtype, m.shape(limit=8)), m.array(dtype, m.shape(limit=8))])


@draws("clip")
def clip(m, op):
    dtype = m.dtype(NUMBERS)
    shape = m.shape()
    x = m.array(dtype, shape)
    if m.chance(0.3):
        return Draft(np.clip, [x, m.array(dtype, m.partner(shape)), m.array(dtype, m.partner(shape))],
                     tol={"ulp": 0})
    low, high = m.scalar(dtype), m.scalar(dtype)
    if m.chance(0.8):
        low, high = min(low, high), max(low, high)
    if m.chance(0.3):
        low, high = (None, high) if m.chance(0.5) else (low, None)
    return Draft(np.clip, [x, low, high], tol={"ulp": 0})


@draws("round")
def rounded(m, op):
    x = m.array(FLOATS) if m.chance(0.5) else m.array(NUMBERS, tame=True)
    return Draft(np.round, [x] + ([m.int(-2, 4)] if m.chance(0.7) else []))


@draws("nan_to_num")
def nan_to_num(m, op):
    kwargs = {}
    for name in ("nan", "posinf", "neginf"):
        if m.chance(0.4):
            kwargs[name] = m.pick([0.0, -1.5, 99.0, 7])
    return Draft(np.nan_to_num, [m.array(m.pick([FLOATS, FLOATS, ALL]))], kwargs)


@draws("isclose", "allclose", "array_equal", "array_equiv", weight=2)
def near(m, op):
    dtype = m.dtype(FLOATS if m.chance(0.7) else ALL)
    shape = m.shape()
    x = m.array(dtype, shape)
    kwargs = {}
    if m.chance(0.5):
        y = x.value.copy()
        if dtype in FLOATS and m.chance(0.5):
            with np.errstate(all="ignore"):
                y = (y * (1 + m.pick([1e-9, 1e-6, 1e-4]))).astype(dtype)
        y = Operand(y)
    else:
        y = m.array(dtype, m.partner(shape))
    if op == "isclose":
        for name, value in (("rtol", m.pick([0.0, 1e-3, 1e-5])), ("atol", m.pick([0.0, 1e-3, 1.0]))):
            if m.chance(0.3):
                kwargs[name] = value
        if m.chance(0.4):
            kwargs["equal_nan"] = m.chance(0.7)
    elif op == "array_equal" and m.chance(0.4):
        kwargs["equal_nan"] = m.chance(0.8)
    if op == "isclose" and m.chance(0.1):
        y = m.scalar(dtype)
    return Draft(getattr(np, op), [x, y], kwargs)


@draws("astype", weight=4)
def astype(m, op):
    source, target = m.dtype(), m.pick(ALL)
    x = m.array(source, tame=source in FLOATS)
    if x.value.dtype.kind == "f" and np.dtype(target).kind in "iu":
        info = np.iinfo(target)
        if x.value.size and (x.value.min() < info.min or x.value.max() > info.max):
            return None  # undefined in C
    return Draft(lambda a, d: a.astype(d), [x, target])
