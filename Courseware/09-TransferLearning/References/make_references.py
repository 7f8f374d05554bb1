#!/usr/bin/env python3
"""Reference values for unit 09, from PyTorch in double precision.

    pip install torch==2.13.0+cpu numpy
    python3 make_references.py

writes blocks.json (residual, depthwise-separable and inverted residual blocks, each in training and in use), networks.json (a small ResNet, and
the parameter counts of the lecture's two networks, built as their authors do) and tuning.json (a head alone for three steps, then everything for three, with
two learning rates). The checks compare at 1e-10. Nothing here looks at our own results.
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
rng = np.random.default_rng(9)


def pack(a):
    a = a.detach().numpy() if isinstance(a, torch.Tensor) else np.asarray(a)
    return {"shape": list(a.shape), "values": [float(f"{v:.13g}") for v in a.ravel().tolist()]}


def random(*shape):
    # Three digits, which keeps the files small.
    return torch.tensor(np.round(rng.standard_normal(shape), 3))


def write(name, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / name).write_text(text.replace("},{", "},\n{") + "\n")
    print(name, len(text), "bytes")


class PaddedShortcut(nn.Module):
    """Option A of He et al., as in akamaster/pytorch_resnet_cifar10 but with the zeros behind."""

    def __init__(self, channels, stride):
        super().__init__()
        self.channels, self.stride = channels, stride

    def forward(self, x):
        x = x[:, :, :: self.stride, :: self.stride]
        return F.pad(x, (0, 0, 0, 0, 0, self.channels - x.shape[1]))


class Basic(nn.Module):
    def __init__(self, i, o, stride=1, shortcut="projection"):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(i, o, 3, stride, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU(),
            nn.Conv2d(o, o, 3, 1, 1, bias=False), nn.BatchNorm2d(o))
        if i == o and stride == 1:
            self.shortcut = nn.Identity()
        elif shortcut == "padding":
            self.shortcut = PaddedShortcut(o, stride)
        else:
            self.shortcut = nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False), nn.BatchNorm2d(o))

    def forward(self, x):
        return torch.relu(self.body(x) + self.shortcut(x))


class Separable(nn.Module):
    def __init__(self, i, o, k, stride):
        super().__init__()
        self.depthwise = nn.Conv2d(i, i, k, stride, (k - 1) // 2, groups=i, bias=False)
        self.pointwise = nn.Conv2d(i, o, 1, bias=False)

    def forward(self, x):
        return self.pointwise(self.depthwise(x))


class Inverted(nn.Module):
    def __init__(self, i, o, stride, t):
        super().__init__()
        w = i * t
        widen = [nn.Conv2d(i, w, 1, bias=False), nn.BatchNorm2d(w), nn.ReLU6()] if t != 1 else []
        self.body = nn.Sequential(
            *widen, nn.Conv2d(w, w, 3, stride, 1, groups=w, bias=False), nn.BatchNorm2d(w), nn.ReLU6(),
            nn.Conv2d(w, o, 1, bias=False), nn.BatchNorm2d(o))
        self.skip = stride == 1 and i == o

    def forward(self, x):
        return x + self.body(x) if self.skip else self.body(x)


def randomise(module):
    """Weights of every size, batch normalisation that is not at its start."""
    for p in module.parameters():
        p.data = random(*p.shape) * (0.6 if p.dim() > 1 else 1)
    for m in module.modules():
        if isinstance(m, nn.BatchNorm2d):
            m.running_mean = random(*m.running_mean.shape) * 0.3
            m.running_var = torch.tensor(np.round(rng.uniform(0.5, 2, m.running_var.shape), 3))


def case(module, x, **about):
    randomise(module)
    buffers = lambda: [pack(b) for n, b in module.named_buffers() if "num_batches" not in n]
    value = {**about, "parameters": [pack(p) for p in module.parameters()], "buffers": buffers(), "x": pack(x)}
    for mode in ("use", "training"):
        module.train(mode == "training")
        module.zero_grad()
        leaf = x.clone().requires_grad_(True)
        y = module(leaf)
        dY = random(*y.shape)
        y.backward(dY)
        value[mode] = {
            "y": pack(y), "dY": pack(dY), "dX": pack(leaf.grad),
            "gradients": [pack(p.grad) for p in module.parameters()], "buffers": buffers()}
    return value


blocks = {"basic": [], "separable": [], "inverted": []}
for n, i, o, h, w, stride, shortcut in [
    (3, 2, 2, 4, 5, 1, "projection"), (2, 2, 3, 5, 4, 2, "projection"), (1, 1, 2, 3, 5, 2, "padding"),
    (2, 3, 4, 4, 3, 1, "projection"), (3, 2, 3, 7, 5, 3, "padding")]:
    blocks["basic"].append(case(
        Basic(i, o, stride, shortcut), random(n, i, h, w), inputs=i, outputs=o, stride=stride, shortcut=shortcut))
for n, i, o, h, w, k, stride in [(2, 3, 2, 5, 4, 3, 1), (1, 1, 3, 4, 7, 5, 2), (3, 2, 5, 6, 5, 3, 2), (2, 4, 1, 3, 2, 1, 1)]:
    blocks["separable"].append(case(
        Separable(i, o, k, stride), random(n, i, h, w), inputs=i, outputs=o, kernel=k, stride=stride))
for n, i, o, h, w, stride, t in [(2, 2, 2, 4, 5, 1, 3), (3, 2, 3, 5, 4, 2, 2), (2, 3, 3, 4, 3, 1, 1), (2, 2, 2, 5, 4, 2, 2), (1, 2, 4, 3, 5, 1, 3)]:
    blocks["inverted"].append(case(
        Inverted(i, o, stride, t), 4 * random(n, i, h, w), inputs=i, outputs=o, stride=stride, expansion=t))
write("blocks.json", blocks)


def resnet(inputs, blocks, widths, shortcut="projection"):
    layers, channels = [nn.Conv2d(inputs, widths[0], 3, 1, 1, bias=False), nn.BatchNorm2d(widths[0]), nn.ReLU()], widths[0]
    for stage, width in enumerate(widths):
        for block in range(blocks):
            layers.append(Basic(channels, width, 2 if stage and not block else 1, shortcut))
            channels = width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten())


def divisible(v, divisor=8):
    # torchvision's _make_divisible
    new = max(divisor, int(v + divisor / 2) // divisor * divisor)
    return new + divisor if new < 0.9 * v else new


def mobilenet(width):
    # chenyaofo/pytorch-cifar-models, mobilenetv2
    setting = [(1, 16, 1, 1), (6, 24, 2, 1), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)]
    c = divisible(32 * width)
    layers = [nn.Conv2d(3, c, 3, 1, 1, bias=False), nn.BatchNorm2d(c), nn.ReLU6()]
    for t, o, n, s in setting:
        o = divisible(o * width)
        for k in range(n):
            layers.append(Inverted(c, o, s if k == 0 else 1, t))
            c = o
    last = divisible(1280 * max(1.0, width))
    return nn.Sequential(*layers, nn.Conv2d(c, last, 1, bias=False), nn.BatchNorm2d(last), nn.ReLU6(), nn.AdaptiveAvgPool2d(1), nn.Flatten())


def count(m):
    return sum(p.numel() for p in m.parameters())


counts = {
    "resNet20": count(resnet(3, 3, [16, 32, 64])), "resNet20Padding": count(resnet(3, 3, [16, 32, 64], "padding")),
    "resNet32": count(resnet(3, 5, [16, 32, 64])), "mobileNetHalf": count(mobilenet(0.5)), "mobileNet": count(mobilenet(1.0)),
    "mobileNet75": count(mobilenet(0.75))}
print(counts, "with 100 classes:", counts["resNet20"] + 65 * 100, counts["mobileNetHalf"] + 1281 * 100)
x = random(3, 2, 9, 6)
net = resnet(2, 2, [2, 3, 4])
write("networks.json", {"counts": counts, "resNet": case(net, x)})


# A body with batch normalisation and a head: the head alone for three steps (the body in use), then everything for three.
body = nn.Sequential(nn.Conv2d(2, 3, 3, 1, 1, bias=False), nn.BatchNorm2d(3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
head = nn.Linear(3, 4)
randomise(body)
randomise(head)
mean, deviation = torch.tensor([0.3, -0.2]), torch.tensor([1.5, 0.7])
x, labels = random(7, 2, 5, 4), torch.tensor([0, 3, 1, 1, 2, 0, 3])
value = {"x": pack(x), "labels": labels.tolist(), "mean": mean.tolist(), "deviation": deviation.tolist()}
state = lambda: {
    "body": [pack(p) for p in body.parameters()], "weight": pack(head.weight.T), "bias": pack(head.bias),
    "buffers": [pack(b) for n, b in body.named_buffers() if "num_batches" not in n]}
value["start"] = state()
for p in body.parameters():
    p.requires_grad_(False)
optimiser = torch.optim.SGD(
    [{"params": head.parameters(), "lr": 0.1}, {"params": body.parameters(), "lr": 0.02}], momentum=0.9)
losses = []
for step in range(6):
    body.train(step >= 3)
    for p in body.parameters():
        p.requires_grad_(step >= 3)
    optimiser.zero_grad()
    loss = F.cross_entropy(head(body((x - mean[:, None, None]) / deviation[:, None, None])), labels)
    loss.backward()
    optimiser.step()
    losses.append(loss.item())
    if step == 2:
        value["afterHead"] = state()
value["end"], value["losses"] = state(), losses
write("tuning.json", value)
