#!/usr/bin/env python3
"""Reference values for unit 04, from PyTorch in double precision and scikit-learn.

    pip install torch==2.13.0+cpu scikit-learn==1.9.1 numpy
    python3 make_references.py

writes layers.json (layers, activations, losses), network.json (whole networks: loss, every
gradient, ten SGD steps; gradient norms by depth) and digits.json (scikit-learn's MLP on the
splits of the run). The tests compare at 1e-10. Nothing here looks at our own results.
"""

import gzip
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(4)


def pack(a):
    a = a.detach().numpy() if isinstance(a, torch.Tensor) else np.asarray(a)
    return {"shape": list(a.shape), "values": a.ravel().tolist()}


def random(*shape):
    return torch.tensor(rng.standard_normal(shape))


def leaf(t):
    return t.clone().requires_grad_(True)


def write(name, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / name).write_text(text.replace("},{", "},\n{") + "\n")
    print(name, len(text), "bytes")


# Layers: Y = f(X), a random upstream gradient dY, and what PyTorch sends back.


def linear_cases():
    cases = []
    for n, inputs, outputs in [(1, 1, 1), (4, 3, 2), (7, 5, 6), (2, 9, 1), (16, 8, 11)]:
        x, w, b = (leaf(random(*s)) for s in [(n, inputs), (inputs, outputs), (outputs,)])
        y = F.linear(x, w.T, b)
        dy = random(n, outputs)
        y.backward(dy)
        arrays = dict(x=x, weight=w, bias=b, dY=dy, y=y, dX=x.grad, dWeight=w.grad, dBias=b.grad)
        cases.append({k: pack(v) for k, v in arrays.items()})
    return cases


ACTIVATIONS = {
    "identity": (None, lambda x: x * 1),
    "sigmoid": (1.0, torch.sigmoid),
    "sigmoid-steep": (2.5, lambda x: torch.sigmoid(2.5 * x)),
    "tanh": (None, torch.tanh),
    "arctan": (None, torch.atan),
    "softsign": (None, F.softsign),
    "isru": (0.7, lambda x: x / torch.sqrt(1 + 0.7 * x * x)),
    "softplus": (None, lambda x: F.softplus(x, threshold=1000)),
    "relu": (None, F.relu),
    "leakyReLU": (0.01, lambda x: F.leaky_relu(x, 0.01)),
    "elu": (1.3, lambda x: F.elu(x, 1.3)),
    "mish": (None, F.mish),
}


def activation_cases():
    cases = []
    for name, (parameter, function) in ACTIVATIONS.items():
        x = leaf(3 * random(4, 5))
        y = function(x)
        dy = random(4, 5)
        y.backward(dy)
        case = {"name": name, "parameter": parameter}
        cases.append(case | {k: pack(v) for k, v in dict(x=x, dY=dy, y=y, dX=x.grad).items()})
    return cases


def parametric_case():
    x, slope = leaf(random(6, 4)), leaf(torch.tensor([0.25]))
    y = F.prelu(x, slope)
    dy = random(6, 4)
    y.backward(dy)
    arrays = dict(x=x, slope=slope, dY=dy, y=y, dX=x.grad, dSlope=slope.grad)
    return {k: pack(v) for k, v in arrays.items()}


def randomised_case():
    """Evaluation mode: the mean slope (1/8 + 1/3)/2 on the negative side."""
    x = leaf(random(5, 3))
    y = F.rrelu(x, 1 / 8, 1 / 3, training=False)
    dy = random(5, 3)
    y.backward(dy)
    return {k: pack(v) for k, v in dict(x=x, dY=dy, y=y, dX=x.grad).items()}


def cross_entropy_cases():
    cases = []
    for n, classes, scale in [(1, 2, 1), (5, 3, 1), (8, 10, 30)]:
        z = leaf(scale * random(n, classes))
        labels = torch.tensor(rng.integers(0, classes, n))
        loss = F.cross_entropy(z, labels)
        loss.backward()
        arrays = dict(logits=z, labels=labels, probabilities=z.softmax(1), dLogits=z.grad)
        cases.append({k: pack(v) for k, v in arrays.items()} | {"loss": loss.item()})
    return cases


def squared_error_cases():
    """One half of the squared error, summed over the outputs, averaged over the objects."""
    cases = []
    for n, outputs in [(1, 1), (6, 3)]:
        y, target = leaf(random(n, outputs)), random(n, outputs)
        loss = F.mse_loss(y, target, reduction="sum") / (2 * n)
        loss.backward()
        arrays = dict(y=y, target=target, dY=y.grad)
        cases.append({k: pack(v) for k, v in arrays.items()} | {"loss": loss.item()})
    return cases


# Whole networks.


def network_case(sizes, n, activation):
    weights = [leaf(random(a, b) / math.sqrt(a)) for a, b in zip(sizes, sizes[1:])]
    biases = [leaf(0.1 * random(b)) for b in sizes[1:]]
    x, labels = leaf(random(n, sizes[0])), torch.tensor(rng.integers(0, sizes[-1], n))
    parameters = [p for pair in zip(weights, biases) for p in pair]

    def loss_of_network():
        a = x
        for i, (w, b) in enumerate(zip(weights, biases)):
            z = a @ w + b
            a = ACTIVATIONS[activation][1](z) if i < len(weights) - 1 else z
        return F.cross_entropy(a, labels)

    case = {"sizes": sizes, "activation": activation, "x": pack(x), "labels": pack(labels)}
    case["parameters"] = [pack(p) for p in parameters]
    loss = loss_of_network()
    loss.backward()
    case |= {"loss": loss.item(), "dX": pack(x.grad), "gradients": [pack(p.grad) for p in parameters]}

    optimiser = torch.optim.SGD(parameters, lr=0.1)
    losses = []
    for _ in range(10):
        optimiser.zero_grad()
        loss = loss_of_network()
        loss.backward()
        losses.append(loss.item())
        optimiser.step()
    case |= {"losses": losses, "trained": [pack(p) for p in parameters]}
    return case


def gradient_flow(activation, scale, depth=10, width=64, n=32, seed=0):
    """Norm of dL/dW for each of `depth` equal layers; the weights are drawn layer after layer,
    then the objects, then the upstream gradient, from one default_rng(seed)."""
    g = np.random.default_rng(seed)
    ws = [leaf(torch.tensor(g.standard_normal((width, width)) * scale)) for _ in range(depth)]
    x = torch.tensor(g.standard_normal((n, width)))
    dy = torch.tensor(g.standard_normal((n, width)) / n)
    a = x
    for w in ws:
        a = activation(a @ w)
    a.backward(dy)
    return [torch.linalg.norm(w.grad).item() for w in ws]


def main():
    write(
        "layers.json",
        {
            "linear": linear_cases(),
            "activations": activation_cases(),
            "parametric": parametric_case(),
            "randomised": randomised_case(),
            "crossEntropy": cross_entropy_cases(),
            "squaredError": squared_error_cases(),
        },
    )
    small, xavier, he = 0.01, math.sqrt(1 / 64), math.sqrt(2 / 64)
    write(
        "network.json",
        {
            "networks": [
                network_case([3, 4, 2], 5, "sigmoid"),
                network_case([6, 7, 5, 4], 9, "tanh"),
                network_case([5, 8, 8, 3], 12, "mish"),
            ],
            "gradientFlow": {
                "sigmoidXavier": gradient_flow(torch.sigmoid, xavier),
                "tanhXavier": gradient_flow(torch.tanh, xavier),
                "reluHe": gradient_flow(F.relu, he),
                "reluSmall": gradient_flow(F.relu, small),
            },
        },
    )
    write("digits.json", digits())


def digits():
    """scikit-learn's MLP on the splits of the run: default_rng(seed).permutation, the first
    fifth held out. "sgd" is our setting (plain mini-batch SGD); "default" is what
    MLPClassifier() does untouched except for max_iter (Adam, 100 hidden units, L2 1e-4)."""
    from sklearn.neural_network import MLPClassifier

    data = HERE.parents[2] / "Sources/CourseKit/Data/digits.csv.gz"
    table = np.loadtxt(gzip.open(data), delimiter=",")
    x, y = table[:, :64] / 16, table[:, 64].astype(int)
    rows = []
    for seed in range(6):
        order = np.random.default_rng(seed).permutation(len(x))
        held = math.ceil(0.2 * len(x))
        test, train = order[:held], order[held:]
        sgd = MLPClassifier(
            (256, 128), solver="sgd", momentum=0, alpha=0, batch_size=32, learning_rate_init=0.1,
            max_iter=60, tol=0, n_iter_no_change=60, random_state=seed)
        default = MLPClassifier(max_iter=500, random_state=seed)
        row = {"seed": seed, "train": len(train), "test": len(test)}
        for name, model in [("sgd", sgd), ("default", default)]:
            row[name] = model.fit(x[train], y[train]).score(x[test], y[test])
        print(row)
        rows.append(row)
    return {"splits": rows}


if __name__ == "__main__":
    main()
