"""Makes the expected values of unit 08.

    pip install torch==2.13.0+cpu numpy
    pip install --no-deps torchvision==0.28.0 pillow
    python make_references.py

PyTorch in double precision: dropout with its own masks, batch normalisation (three passes of training, then use), every node of its
backward pass, label smoothing, weight decay, pictures moved and recoloured by torchvision; hues by Python's colorsys.
"""

import colorsys
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

# torchvision's wheel has its compiled operators for CUDA; none is used here, but the import asks for these two.
try:
    torch.ops.torchvision.nms
except (AttributeError, RuntimeError):
    operators = torch.library.Library("torchvision", "DEF")
    for name in ["nms", "qnms"]:
        operators.define(name + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")

from torchvision.transforms import functional as TF
from torchvision.transforms import InterpolationMode

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.manual_seed(8)
rng = np.random.default_rng(8)


def encoded(value):
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        return {"dtype": str(value.dtype), "shape": list(value.shape), "elements": value.ravel().tolist()}
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [encoded(item) for item in value]
    return value


def save(name, value):
    (HERE / name).write_text(json.dumps(encoded(value)) + "\n")


def random(*shape):
    return torch.tensor(rng.normal(size=shape))


# Dropout: PyTorch draws the mask (what of ones is not 0), we are given it.
def dropped(function, p, shape):
    x = random(*shape).requires_grad_()
    state = torch.get_rng_state()
    factors = function(torch.ones(shape), p, training=True)
    torch.set_rng_state(state)
    y, dY = function(x, p, training=True), random(*shape)
    y.backward(dY)
    return {"p": p, "mask": (factors != 0).double(), "x": x, "y": y, "dY": dY, "dX": x.grad}


save("dropout.json", {
    "plain": [dropped(F.dropout, 0.3, (5, 3)), dropped(F.dropout, 0.8, (1, 7)), dropped(F.dropout, 0.0, (2, 3))],
    "channels": [dropped(F.dropout2d, 0.4, (3, 5, 2, 4)), dropped(F.dropout2d, 0.7, (1, 4, 1, 3))],
})


# Batch normalisation: three batches in training, backward on the last, then use.
def normalised(shape, eps=1e-5, momentum=0.1):
    channels = shape[1]
    make = torch.nn.BatchNorm1d if len(shape) == 2 else torch.nn.BatchNorm2d
    layer = make(channels, eps=eps, momentum=momentum)
    with torch.no_grad():
        layer.weight.copy_(random(channels))
        layer.bias.copy_(random(channels))
    offset = random(channels).reshape([1, channels] + [1] * (len(shape) - 2)) * 3
    passes = []
    for training in [True, True, True, False]:
        layer.train(training)
        x = (random(*shape) * 2 + offset).requires_grad_()
        y, dY = layer(x), random(*shape)
        layer.zero_grad()
        y.backward(dY)
        passes.append({
            "x": x, "y": y, "dY": dY, "dX": x.grad, "dGamma": layer.weight.grad.clone(), "dBeta": layer.bias.grad.clone(),
            "mean": layer.running_mean.clone(), "variance": layer.running_var.clone(),
        })
    return {"gamma": layer.weight, "beta": layer.bias, "epsilon": eps, "momentum": momentum, "passes": passes}


def steps(n, channels):
    x = (random(n, channels) * 2 + 1).requires_grad_()
    gamma, beta, dY = random(channels).requires_grad_(), random(channels).requires_grad_(), random(n, channels)
    mu = x.mean(0)
    c = x - mu
    v = (c * c).mean(0)
    s = (v + 1e-5).sqrt()
    r = 1 / s
    normalised = c * r
    y = gamma * normalised + beta
    nodes = {"mu": mu, "c": c, "v": v, "s": s, "r": r, "normalised": normalised}
    for node in nodes.values():
        node.retain_grad()
    y.backward(dY)
    gradients = {name: node.grad for name, node in nodes.items()}
    gradients |= {"x": x.grad, "gamma": gamma.grad, "beta": beta.grad}
    return {"x": x, "gamma": gamma, "beta": beta, "dY": dY, "y": y, "gradients": gradients}


save("batch_norm.json", {
    "rows": [normalised((5, 3)), normalised((2, 4), momentum=0.25), normalised((7, 1), eps=0.01)],
    "pictures": [normalised((3, 2, 4, 5)), normalised((1, 3, 2, 3), eps=0.1), normalised((2, 1, 1, 3), momentum=0.5)],
    "steps": [steps(5, 3), steps(2, 4)],
})


# Label smoothing, and targets that are probabilities.
def smoothing(n, classes, epsilon, scale=1.0):
    logits = (random(n, classes) * scale).requires_grad_()
    labels = torch.tensor(rng.integers(0, classes, n))
    loss = F.cross_entropy(logits, labels, label_smoothing=epsilon)
    loss.backward()
    return {"logits": logits, "labels": labels, "epsilon": epsilon, "loss": loss.item(), "dLogits": logits.grad}


def soft(n, classes):
    logits = random(n, classes).requires_grad_()
    targets = torch.softmax(random(n, classes), 1)
    loss = F.cross_entropy(logits, targets)
    loss.backward()
    return {"logits": logits, "targets": targets, "loss": loss.item(), "dLogits": logits.grad}


save("smoothing.json", {
    "smoothed": [smoothing(5, 3, 0.3), smoothing(1, 4, 0.1), smoothing(7, 2, 0.0), smoothing(3, 6, 0.45, 300.0)],
    "soft": [soft(4, 5), soft(1, 3)],
})


# Ten steps of descent with a penalty: SGD's weight_decay is ½λ‖w‖², and L1 by autograd.
def penalised(kind, strength):
    w, b = random(2, 3).requires_grad_(), random(3).requires_grad_()
    start = {"W": w.detach().clone(), "b": b.detach().clone()}
    x, t = random(4, 2), random(4, 3)
    decay = strength if kind == "l2" else 0
    optimiser = torch.optim.SGD([{"params": [w], "weight_decay": decay}, {"params": [b]}], lr=0.1)
    for _ in range(10):
        optimiser.zero_grad()
        loss = ((x @ w + b - t) ** 2).sum() / 8
        if kind == "l1":
            loss = loss + strength * w.abs().sum()
        loss.backward()
        optimiser.step()
    return {"strength": strength, "start": start, "x": x, "t": t, "W": w, "b": b}


save("penalties.json", {"l1": penalised("l1", 0.05), "l2": penalised("l2", 0.3)})

# Pictures moved and recoloured.
picture = torch.tensor(rng.uniform(size=(3, 6, 7)))
affine = []
for angle, translate, scale, shear in [
    (30, (0, 0), 1.0, (0, 0)), (0, (2, -1), 1.0, (0, 0)), (0, (0, 0), 1.4, (0, 0)), (0, (0, 0), 1.0, (20, 0)),
    (0, (0, 0), 1.0, (0, 15)), (-70, (1, 2), 0.8, (10, -25)),
]:
    moved = TF.affine(picture, angle, list(translate), scale, list(shear), InterpolationMode.BILINEAR)
    affine.append({"degrees": angle, "shift": np.array(translate, float), "zoom": scale, "shear": np.array(shear, float), "picture": moved})


def homography(matrix):
    height, width = picture.shape[1:]
    back = np.linalg.inv(matrix)
    y, x = np.mgrid[:height, :width].astype(float)
    x, y = x - (width - 1) / 2, y - (height - 1) / 2
    places = np.einsum("ij,jhw->ihw", back, np.stack([x, y, np.ones_like(x)]))
    column, row = places[0] / places[2] + (width - 1) / 2, places[1] / places[2] + (height - 1) / 2
    grid = np.stack([(2 * column + 1) / width - 1, (2 * row + 1) / height - 1], -1)
    moved = F.grid_sample(picture[None], torch.tensor(grid)[None], mode="bilinear", padding_mode="zeros", align_corners=False)
    return {"matrix": matrix, "columns": column, "rows": row, "picture": moved[0]}


save("movements.json", {
    "picture": picture,
    "affine": affine,
    "homographies": [
        homography(np.array([[1, 0.1, 1], [0, 1, 0.5], [0.05, 0, 1]])),
        homography(np.array([[0.9, -0.3, 0], [0.2, 1.1, -1], [-0.02, 0.06, 1]])),
    ],
})

pixels = np.concatenate([rng.uniform(size=(20, 3)), [[0.5, 0.5, 0.5], [1, 0, 0], [0, 0, 0], [0.2, 0.2, 0.9], [0.7, 0.7, 0.1]]])


def hues(part):
    turned = []
    for r, g, b in pixels:
        h, s, v = colorsys.rgb_to_hsv(r, g, b)
        turned.append(colorsys.hsv_to_rgb((h + part) % 1.0, s, v))
    return np.array(turned).T.reshape(3, 5, 5)


save("colours.json", {
    "picture": picture,
    "brightness": {"0.6": TF.adjust_brightness(picture, 0.6), "1.7": TF.adjust_brightness(picture, 1.7)},
    "contrast": {"0.4": TF.adjust_contrast(picture, 0.4), "2.5": TF.adjust_contrast(picture, 2.5)},
    "saturation": {"0.3": TF.adjust_saturation(picture, 0.3), "3": TF.adjust_saturation(picture, 3.0)},
    "pixels": pixels.T.reshape(3, 5, 5),
    "hue": {"0.1": hues(0.1), "-0.35": hues(-0.35), "0.5": hues(0.5)},
})
