"""Section B: broadcasting, views with strides, joining and repeating."""
import numpy as np

from library import DTYPES, generator, rows


def groups(lib):
    return {f"B/{name}": lambda name=name: layout_rows(lib, name) for name in DTYPES}


def layout_rows(lib, name):
    rng, xp = generator(), lib.xp

    def normal(*shape):
        return lib.array(rng.standard_normal(shape).astype(DTYPES[name]))

    a, vector, images = normal(1000, 1000), normal(1000), normal(32, 64, 16, 16)
    channels, large = normal(64, 1, 1), normal(2000, 2000)
    column, row = vector.reshape(1000, 1), vector.reshape(1, 1000)
    b = lib.array(np.asarray(a)[::-1])
    calls = [
        ("M+row", lambda: a + vector),
        ("M+col", lambda: a + column),
        ("col+row", lambda: column + row),
        ("M+M", lambda: a + b),
        ("4d+chan", lambda: images + channels),
        ("aT+b", lambda: a.T + b),
        ("aT_reshape_2000", lambda: large.T.reshape(-1)),
        ("stack0", lambda: xp.stack((a, b), 0)),
        ("stack-1", lambda: xp.stack((a, b), -1)),
    ]
    if lib.is_torch:
        calls += [
            ("strided_neg*2", lambda: xp.flip(a[::2], (1,)) * 2),
            ("aT_copy_2000", lambda: large.T.contiguous()),
            ("transpose4d_NCHW_NHWC", lambda: images.permute(0, 2, 3, 1).contiguous()),
            ("concat0", lambda: xp.cat((a, b), 0)),
            ("concat1", lambda: xp.cat((a, b), 1)),
            ("pad2", lambda: xp.nn.functional.pad(a, (2, 2, 2, 2))),
        ]
    else:
        calls += [
            ("strided_neg*2", lambda: a[::2, ::-1] * 2),
            ("aT_copy_2000", lambda: np.ascontiguousarray(large.T)),
            ("transpose4d_NCHW_NHWC", lambda: np.ascontiguousarray(images.transpose(0, 2, 3, 1))),
            ("concat0", lambda: np.concatenate((a, b), 0)),
            ("concat1", lambda: np.concatenate((a, b), 1)),
            ("pad2", lambda: np.pad(a, 2)),
            ("repeat", lambda: np.repeat(a, 2, axis=1)),
            ("tile", lambda: np.tile(a, (2, 1))),
            ("flip_copy", lambda: a[::-1, ::-1].copy()),
            ("roll", lambda: np.roll(a, 7, axis=1)),
            ("col_slice_copy", lambda: a[:, :500].copy()),
            ("strided_copy", lambda: a[:, ::2].copy()),
            ("meshgrid", lambda: np.meshgrid(vector, vector)),
            ("sum_of_sq_dist", lambda: (vector[:, None] - vector[None, :]) ** 2),
        ]
    return rows("B:", f"/{name}", calls)
