"""Cases before NumPy has answered, and the table of what draws them."""

import json

import numpy as np

from .drawing import ALL, Index, Operand, number, record

DRAWERS = {}


def draws(*names, weight=1):
    """Enters a function of a maker and an operation's name, which returns a draft or None, for operations."""

    def enter(function):
        for name in names:
            DRAWERS.setdefault(name, []).extend([function] * weight)
        return function

    return enter


def sums(dtype):
    """How far sums may lie apart that are taken in another order."""
    name = np.dtype(dtype).name
    return {"rtol": 3e-5, "atol": 1e-4} if name == "float32" else {"rtol": 1e-11, "atol": 1e-10}


class Draft:
    """An operation and its arguments as Python values, with what NumPy is to do with them."""

    def __init__(self, function, args, kwargs=None, tol="exact", tags=()):
        self.function = function
        self.args = args
        self.kwargs = kwargs or {}
        self.tol = tol
        self.tags = list(tags)

    @staticmethod
    def written(value):
        if isinstance(value, Operand):
            return {"array": value.json}
        if isinstance(value, Index):
            return {"index": value.json}
        if isinstance(value, (list, tuple)):
            if value and all(isinstance(v, Operand) for v in value):
                return {"arrays": [v.json for v in value]}
            return [Draft.written(v) for v in value]
        if isinstance(value, (bool, str, dict)) or value is None:
            return value
        text = number(value)
        return {"f": text} if isinstance(text, str) else text

    @staticmethod
    def meant(value):
        if isinstance(value, (Operand, Index)):
            return value.value
        if isinstance(value, list):
            return [Draft.meant(v) for v in value]
        return value

    def line(self, name, op, group):
        """The case as a line, or None where its result has a dtype outside the format."""
        kwargs = {k: self.meant(v) for k, v in self.kwargs.items()}
        for key in ("axis", "shift"):
            if isinstance(kwargs.get(key), list):
                kwargs[key] = tuple(kwargs[key])
        try:
            result = self.function(*[self.meant(a) for a in self.args], **kwargs)
        except Exception as error:  # whatever NumPy refuses with
            expected = {"error": type(error).__name__, "message": str(error)}
        else:
            if isinstance(result, str):
                expected = {"string": result}
            elif isinstance(result, (tuple, list)):
                expected = {"outputs": [record(r) for r in result]}
            else:
                expected = record(result)
            if any(o["dtype"] not in ALL for o in expected.get("outputs", [expected]) if "dtype" in o):
                return None
        return json.dumps(
            {"id": name, "group": group, "op": op, "args": [self.written(a) for a in self.args],
             "kwargs": {k: self.written(v) for k, v in self.kwargs.items()}, "expected": expected,
             "tol": self.tol, "tags": self.tags}, separators=(",", ":"))
