"""Random cases of NumPy's behaviour, one module an area; each enters its operations in `drafts.DRAWERS`."""

from . import (  # noqa: F401
    creation, elementwise, files, indexing, linalg, products, reductions, shapes, sorting, statistics, streams, text,
)
