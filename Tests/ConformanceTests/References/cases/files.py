"""Arrays as bytes and as files, and back."""

import io

import numpy as np

from .drafts import Draft, draws
from .drawing import ALL, FLOATS, Operand


def saved(array, version=None):
    file = io.BytesIO()
    if version:
        np.lib.format.write_array(file, array, version=version)
    else:
        np.save(file, array)
    return np.frombuffer(file.getvalue(), dtype=np.uint8)


@draws("npy_bytes", "tobytes")
def written(m, op):
    if op == "npy_bytes":
        return Draft(saved, [m.array()], tags=["npy"])
    return Draft(lambda a: np.frombuffer(a.tobytes(), dtype=np.uint8), [m.array()])


@draws("npy_load")
def loaded(m, op):
    value = m.array().value
    if m.chance(0.3):
        value = value.astype(value.dtype.newbyteorder(">"))
    if m.chance(0.3):
        value = np.asfortranarray(value)
    data = saved(value, m.pick([None, None, (1, 0), (2, 0), (3, 0)]))
    if m.chance(0.15):
        data = data[: m.pick([5, 60, data.size - 1])]
        if value.size == 0 and data.size > 100:
            return None
    return Draft(lambda b: (lambda a: a.astype(a.dtype.newbyteorder("=")))(np.load(io.BytesIO(b.tobytes()))),
                 [Operand(data)], tags=["npy"])


@draws("frombuffer")
def frombuffer(m, op):
    dtype = m.pick(ALL)
    raw = m.values(dtype, (m.int(1, 6),)).tobytes()
    if m.chance(0.1):
        raw += b"\1"
    return Draft(np.frombuffer, [Operand(np.frombuffer(raw, dtype=np.uint8)), dtype])


@draws("savetxt_str", weight=8)
def savetxt(m, op):
    x = m.array(shape=m.shape(m.pick([1, 2, 2])), tame=True)
    kwargs = {}
    if m.chance(0.6):
        kwargs["fmt"] = m.pick(["%d", "%.3f", "%g", "%10.5f", "%.2e", "%5d", "%+.1f", "%-8.2f|", "%s", "%i"])
        if m.chance(0.2) and x.value.ndim == 2:
            kwargs["fmt"] = [m.pick(["%d", "%.3f", "%g"]) for _ in range(x.value.shape[1])]
    if kwargs.get("fmt") == "%s" and x.value.dtype.name in ("float32", "bool"):
        return None
    if m.chance(0.5):
        kwargs["delimiter"] = m.pick([",", ", ", "\t", ";"])

    def function(a, **options):
        text = io.StringIO(newline="")
        np.savetxt(text, a, **options)
        return text.getvalue()

    return Draft(function, [x], kwargs, tags=["text"])


@draws("loadtxt_str", "genfromtxt_str", weight=8)
def read(m, op):
    rows, columns = m.int(1, 5), m.int(1, 4)
    delimiter = m.pick([None, ",", ";", "\t"])
    cells = [[m.pick(["1", "2.5", "-3e4", "nan", "inf", ".5", "+7", "1e-300", "-0.0", "123456.789"])
              for _ in range(columns)] for _ in range(rows)]
    if op == "genfromtxt_str" and delimiter and m.chance(0.7):
        for _ in range(m.int(1, 3)):
            cells[m.int(0, rows - 1)][m.int(0, columns - 1)] = m.pick(["", "x", " ", "N/A", "?"])
    if m.chance(0.05):
        cells[0] = cells[0] + ["9"]
    if op == "loadtxt_str" and m.chance(0.05):
        cells[0][0] = "oops"
    lines = [(delimiter or " ").join((" " if m.chance(0.1) else "") + c for c in row) for row in cells]
    if m.chance(0.3):
        lines.insert(m.int(0, len(lines)), "# a remark")
    if m.chance(0.2):
        lines[m.int(0, len(lines) - 1)] += " # after"
    if m.chance(0.2):
        lines.insert(m.int(0, len(lines)), "")
    text = "\n".join(lines) + ("\n" if m.chance(0.8) else "")
    kwargs = {"delimiter": delimiter} if delimiter else {}
    if op == "loadtxt_str":
        if m.chance(0.3):
            kwargs["skiprows"] = m.int(0, 2)
        if m.chance(0.3):
            some = [int(i) for i in m.rng.permutation(columns)[: m.int(1, columns)]]
            kwargs["usecols"] = some[0] if len(some) == 1 and m.chance(0.5) else some
    return Draft(lambda t, **k: getattr(np, op[:-4])(io.StringIO(t), **k), [text], kwargs, tags=["text"])
