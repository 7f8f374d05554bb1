#!/usr/bin/env python3
"""Reference values for unit 07, from PyTorch in double precision.

    pip install torch==2.13.0+cpu numpy
    python3 make_references.py

writes layers.json (convolutions, poolings) and network.json (the lecture's network and the digits' network: loss, gradients,
three steps of SGD, with weights from a formula). The checks compare at 1e-10. Nothing here looks at our own results.
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(7)


def pack(a):
    a = a.detach().numpy() if isinstance(a, torch.Tensor) else np.asarray(a)
    return {"shape": list(a.shape), "values": [float(f"{v:.13g}") for v in a.ravel().tolist()]}


def random(*shape):
    # Four digits, which keeps the file small.
    return torch.tensor(np.round(rng.standard_normal(shape), 4))


def leaf(t):
    return t.clone().requires_grad_(True)


def write(name, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / name).write_text(text.replace("},{", "},\n{") + "\n")
    print(name, len(text), "bytes")


# n, c, h, w, o, kh, kw, stride, mode, p, groups, has bias
CONVOLUTIONS = [
    (1, 1, 1, 1, 1, 1, 1, 1, "none", 0, 1, True),
    (2, 3, 5, 7, 4, 3, 2, 1, "none", 0, 1, True),
    (1, 2, 6, 5, 3, 3, 3, 2, "zeros", 1, 1, True),
    (3, 4, 7, 6, 6, 3, 3, 3, "zeros", 2, 2, True),
    (2, 3, 5, 4, 3, 2, 3, 1, "replicate", 2, 3, True),
    (1, 1, 9, 8, 2, 5, 4, 4, "zeros", 3, 1, True),
    (5, 2, 4, 9, 2, 1, 1, 1, "none", 0, 1, True),
    (2, 6, 5, 7, 4, 3, 3, 2, "replicate", 1, 2, False),
    (1, 3, 3, 2, 2, 5, 5, 2, "zeros", 3, 1, False),
    (2, 2, 3, 5, 4, 2, 2, 2, "replicate", 3, 2, True),
    (1, 3, 4, 6, 6, 3, 3, 1, "zeros", 1, 3, True),
]


def pad(x, mode, p):
    if mode == "none" or p == 0:
        return x
    return F.pad(x, (p, p, p, p), mode="constant" if mode == "zeros" else "replicate")


def convolutions():
    cases = []
    for n, c, h, w, o, kh, kw, stride, mode, p, groups, has_bias in CONVOLUTIONS:
        x, weight = leaf(random(n, c, h, w)), leaf(random(o, c // groups, kh, kw))
        bias = leaf(random(o)) if has_bias else None
        y = F.conv2d(pad(x, mode, p), weight, bias, stride=stride, groups=groups)
        dy = random(*y.shape)
        y.backward(dy)
        case = {"stride": stride, "mode": mode, "padding": p, "groups": groups}
        arrays = dict(x=x, weight=weight, dY=dy, y=y, dX=x.grad, dWeight=weight.grad)
        if has_bias:
            arrays.update(bias=bias, dBias=bias.grad)
        cases.append(case | {k: pack(v) for k, v in arrays.items()})
    return cases


def poolings(layer):
    cases = []
    for shape, size, stride in [
        ((1, 1, 1, 1), 1, 1), ((2, 3, 5, 7), 2, 2), ((1, 2, 7, 6), 3, 3), ((3, 1, 6, 5), 3, 1),
        ((2, 2, 8, 5), 2, 3), ((1, 3, 4, 9), 4, 2),
    ]:
        x = leaf(random(*shape))
        y = layer(size, stride)(x)
        dy = random(*y.shape)
        y.backward(dy)
        arrays = {k: pack(v) for k, v in dict(x=x, dY=dy, y=y, dX=x.grad).items()}
        cases.append({"size": size, "stride": stride} | arrays)
    return cases


def weights(shape, place):
    """The same in Swift: cos(i² + place) / sqrt(fan-in), i counted row by row."""
    i = np.arange(int(np.prod(shape)), dtype=float)
    return torch.tensor((np.cos(i * i % 1000 + place) / np.sqrt(np.prod(shape[1:]))).reshape(shape))


class Normalise(nn.Module):
    def forward(self, x):
        mean = torch.tensor([0.5074, 0.4867, 0.4411]).reshape(3, 1, 1)
        deviation = torch.tensor([0.2011, 0.1987, 0.2025]).reshape(3, 1, 1)
        return (x - mean) / deviation


def networks():
    lecture = nn.Sequential(
        Normalise(), nn.Conv2d(3, 32, 5, stride=4, padding=2), nn.ReLU(), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
        nn.AvgPool2d(4), nn.Flatten(), nn.Linear(256, 3))
    digits = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(128, 10))
    cases = {}
    for name, network, shape, classes in [("lecture", lecture, (3, 3, 32, 32), 3), ("digits", digits, (5, 1, 8, 8), 10)]:
        parameters = list(network.parameters())
        with torch.no_grad():
            for place, parameter in enumerate(parameters):
                parameter.copy_(weights(tuple(parameter.shape), place))
        i = np.arange(int(np.prod(shape)), dtype=float)
        x = leaf(torch.tensor(0.5 + 0.5 * np.cos(i * i % 777)).reshape(shape))
        labels = torch.arange(shape[0]) * 2 % classes
        losses = []
        for step in range(3):
            loss = F.cross_entropy(network(x), labels)
            network.zero_grad()
            x.grad = None
            loss.backward()
            losses.append(loss.item())
            if step == 0:
                case = {
                    "logits": pack(network(x)),
                    "dXSums": pack(x.grad.sum((2, 3))),
                    "gradientSums": [p.grad.sum().item() for p in parameters],
                    "gradientSquares": [(p.grad ** 2).sum().item() for p in parameters],
                }
            with torch.no_grad():
                for p in parameters:
                    p -= 0.1 * p.grad
        cases[name] = case | {"losses": losses}
    return cases


if __name__ == "__main__":
    x = leaf(random(2, 3, 5, 4))
    y = x.mean((2, 3))
    dy = random(2, 3)
    y.backward(dy)
    write("layers.json", {
        "convolutions": convolutions(),
        "maxPools": poolings(nn.MaxPool2d),
        "avgPools": poolings(nn.AvgPool2d),
        "globalAverage": {k: pack(v) for k, v in dict(x=x, dY=dy, y=y, dX=x.grad).items()},
    })
    write("network.json", networks())
