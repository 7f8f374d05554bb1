"""Section G: a step of training the lecture's network for colour pictures, on a batch of 64."""
import numpy as np

import steps
from library import DTYPES

KERNELS = ((32, 3, 5, 5), (64, 32, 3, 3))


def groups(lib):
    def make(name):
        return torch_rows(lib, name) if lib.is_torch else numpy_rows(name)

    return {f"G/cnn_{name}": lambda name=name: make(name) for name in ("f32", "f64")}


def batch(dtype):
    rng = np.random.default_rng(7)
    return rng.standard_normal((64, 3, 32, 32)).astype(dtype), rng.integers(0, 100, 64)


def parameters(dtype):
    """Kernels (O, C, height, width) and the linear layer's weights (inputs, outputs), each followed by its bias."""
    rng = np.random.default_rng(3)
    result = []
    for shape, fan_in, outputs in ((KERNELS[0], 75, 32), (KERNELS[1], 288, 64), ((256, 100), 256, 100)):
        result += [(rng.standard_normal(shape) / np.sqrt(fan_in)).astype(dtype), np.zeros(outputs, dtype)]
    return result


def numpy_rows(name):
    dtype = DTYPES[name]
    x, y = batch(dtype)
    ones = [np.ones(shape, dtype) for shape in (
        (32, 75), (75, 4096), (32, 4096), (64, 288), (288, 4096), (64, 4096), (256, 100), (64, 256), (64, 100))]

    def products():
        w1, c1, d1, w2, c2, d2, w3, x3, d3 = ones
        w1 @ c1, d1 @ c1.T
        w2 @ c2, d2 @ c2.T, w2.T @ d2
        x3 @ w3, x3.T @ d3, d3 @ w3.T

    return steps.numpy_rows("cnn", name, lambda: parameters(dtype), lambda p: backpropagate(p, x, y), products)


def columns(x, size, stride, padding):
    """The windows of pictures (N, C, H, W) as columns (C·size², N·OH·OW)."""
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(2, 3))[:, :, ::stride, ::stride]
    n, c, rows, across = windows.shape[:4]
    return windows.transpose(1, 4, 5, 0, 2, 3).reshape(c * size * size, n * rows * across)


def pixels(d, shape, size, padding):
    """The way back for stride 1: the columns' gradients added up in the pixels."""
    n, c, h, w = shape
    d = d.reshape(c, size, size, n, h, w)
    x = np.zeros((c, n, h + 2 * padding, w + 2 * padding), d.dtype)
    for u in range(size):
        for v in range(size):
            x[:, :, u:u + h, v:v + w] += d[:, u, v]
    return x[:, :, padding:-padding, padding:-padding]


def backpropagate(parameters, x, y):
    """The loss, and its gradient by each parameter, by hand. Maps are kept as (O, N, H, W)."""
    w1, b1, w2, b2, w3, b3 = parameters
    n = len(x)
    c1 = columns(x, 5, 4, 2)
    z1 = w1.reshape(32, -1) @ c1 + b1[:, None]
    h1 = np.maximum(z1, 0).reshape(32, n, 8, 8)
    c2 = columns(h1.transpose(1, 0, 2, 3), 3, 1, 1)
    z2 = w2.reshape(64, -1) @ c2 + b2[:, None]
    h2 = np.maximum(z2, 0).reshape(64, n, 2, 4, 2, 4)
    p = h2.mean((3, 5)).transpose(1, 0, 2, 3).reshape(n, 256)
    loss, d3 = steps.softmax_cross_entropy(p @ w3 + b3, y)
    dp = (d3 @ w3.T).reshape(n, 64, 2, 2).transpose(1, 0, 2, 3) / np.array(16, p.dtype)
    d2 = np.broadcast_to(dp[:, :, :, None, :, None], h2.shape).reshape(64, -1) * (z2 > 0)
    d1 = pixels(w2.reshape(64, -1).T @ d2, (n, 32, 8, 8), 3, 1).reshape(32, -1) * (z1 > 0)
    return loss, [
        (d1 @ c1.T).reshape(w1.shape), d1.sum(1), (d2 @ c2.T).reshape(w2.shape), d2.sum(1), p.T @ d3, d3.sum(0),
    ]


def torch_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    nn = torch.nn
    x, y = (torch.from_numpy(a) for a in batch(dtype))

    def model():
        return steps.copied(nn.Sequential(
            nn.Conv2d(3, 32, 5, stride=4, padding=2), nn.ReLU(), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
            nn.AvgPool2d(4), nn.Flatten(), nn.Linear(256, 100),
        ), steps.transposed(parameters(dtype)))

    return steps.torch_rows(lib, "cnn", name, model, lambda net: nn.functional.cross_entropy(net(x), y))
