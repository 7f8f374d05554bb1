"""What the sections ask of a library: its functions, its arrays, and where it is not NumPy."""
import os
from dataclasses import dataclass
from typing import Any, Callable

import numpy as np

SEED = 12345
DTYPES = {"f64": np.float64, "f32": np.float32}


@dataclass
class Row:
    """A call to be timed. `check` makes of its result what is compared with ours; None compares nothing."""

    name: str
    call: Callable[[], Any]
    check: Callable[[Any], Any] = lambda result: result


class Library:
    def __init__(self, name):
        self.name = name
        self.is_torch = name == "torch"
        if self.is_torch:
            import torch

            torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
            torch.set_grad_enabled(False)
            self.xp, self.version = torch, f"PyTorch {torch.__version__}"
        else:
            self.xp, self.version = np, f"NumPy {np.__version__}"

    def array(self, a):
        """A NumPy array as one of this library."""
        a = np.ascontiguousarray(a)
        return self.xp.from_numpy(a) if self.is_torch else a

    def along(self, axis):
        """The argument that names an axis."""
        return {"dim" if self.is_torch else "axis": axis}


def generator(offset=0):
    return np.random.default_rng(SEED + offset)


def tag(n):
    return f"1e{len(str(n)) - 1}"


def rows(prefix, suffix, calls):
    """Rows of (name, call) or (name, call, check) with the full names."""
    return [Row(f"{prefix}{name}{suffix}", *rest) for name, *rest in calls]
