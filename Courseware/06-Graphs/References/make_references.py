#!/usr/bin/env python3
"""Reference values for unit 06, from torch.autograd in double precision.

    pip install torch==2.13.0+cpu numpy
    python3 make_references.py

writes graphs.json: formulas of numbers and of arrays with the gradient of every leaf, the standardised network with the gradient
of every intermediate, and a network of tanh with an upstream gradient. The checks compare at 1e-10. Nothing here looks at our own results.
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(6)


def pack(a):
    a = a.detach().numpy() if isinstance(a, torch.Tensor) else np.asarray(a)
    dtype = "int64" if a.dtype.kind == "i" else "float64"
    return {"dtype": dtype, "shape": list(a.shape), "elements": a.ravel().tolist()}


def leaf(a):
    return torch.tensor(a).requires_grad_(True)


def number_cases():
    formulas = {
        "quotient": lambda a, b, c: (a * b - c) / (a + c * c),
        "functions": lambda a, b, c: torch.exp(torch.tanh(a * b)) * torch.log(c) - torch.sigmoid(-a),
        "kinks": lambda a, b, c: torch.relu(a * b) + torch.abs(b - c) * torch.relu(c - a),
        "shared": lambda a, b, c: (a * a + b) * (a * a + b) / c + a * (a * a + b),
    }
    cases = []
    for name, formula in formulas.items():
        for _ in range(3):
            a, b, c = (leaf(x) for x in [rng.standard_normal(), rng.standard_normal(), rng.uniform(0.5, 3)])
            y = formula(a, b, c)
            y.backward()
            grads = [0.0 if t.grad is None else t.grad.item() for t in (a, b, c)]
            cases.append({"name": name, "leaves": [t.item() for t in (a, b, c)], "value": y.item(), "gradients": grads})
    return cases


def array_cases():
    formulas = {
        "arithmetic": ([(4, 3), (3,), (4, 1)], lambda a, b, c: (a + b) * (b - c) / (c * c + 1.5) - a * b),
        "single number": ([(2, 5), (), (5,)], lambda a, b, c: (a * b + c) / (b * b + 0.7)),
        "three axes": ([(2, 3, 4), (3, 1), (1, 1, 4)], lambda a, b, c: a * b - c / (1.2 + b * b) + b * c),
        "products": ([(5, 3), (3, 2), (2,)], lambda a, b, c: torch.tanh(a @ b + c) * c - (a * a) @ b),
        "functions": ([(3, 2), (1, 2), (3, 1)], lambda a, b, c: torch.sqrt(a * a + 1) * torch.atan(b) + torch.log1p(c * c) - torch.expm1(a * b)),
        "sums": ([(3, 5), (5,), (3, 1)], lambda a, b, c: (a * b).sum(0, keepdim=True) * a + (a - c).sum(1, keepdim=True) * b + (b * c).sum()),
        "largest": ([(4, 3), (3,), (1, 3)], lambda a, b, c: a.amax(1, keepdim=True) * b - (a * c).amax(0, keepdim=True)),
    }
    cases = []
    for name, (shapes, formula) in formulas.items():
        leaves = [leaf(rng.standard_normal(s)) for s in shapes]
        y = formula(*leaves)
        dy = torch.tensor(rng.standard_normal(tuple(y.shape)))
        y.backward(dy)
        cases.append({"name": name, "leaves": [pack(t) for t in leaves], "value": pack(y), "upstream": pack(dy),
                      "gradients": [pack(t.grad) for t in leaves]})
    # Equal largest ones share.
    a = leaf(np.array([[2.0, 5, 5, 1], [3, 3, 3, 0]]))
    y = a.amax(1, keepdim=True)
    dy = torch.tensor([[6.0], [9]])
    y.backward(dy)
    cases.append({"name": "ties", "leaves": [pack(a)], "value": pack(y), "upstream": pack(dy), "gradients": [pack(a.grad)]})
    return cases


def standardised():
    n, d, k, classes = 7, 3, 4, 5
    x = torch.tensor(rng.standard_normal((n, d)))
    W, U = leaf(rng.standard_normal((d, k))), leaf(rng.standard_normal((k, classes)))
    labels = torch.tensor(rng.integers(0, classes, n))
    v = {"W": W, "U": U}
    v["Z"] = x @ W
    v["M"] = v["Z"].mean(0, keepdim=True)
    v["C"] = v["Z"] - v["M"]
    v["Q"] = v["C"] * v["C"]
    v["V"] = v["Q"].mean(0, keepdim=True) + 0.1
    v["S"] = torch.sqrt(v["V"])
    v["N"] = v["C"] / v["S"]
    v["H"] = torch.tanh(v["N"])
    v["O"] = v["H"] @ U
    for t in v.values():
        t.retain_grad()
    loss = F.cross_entropy(v["O"], labels)
    loss.backward()
    return {"X": pack(x), "labels": pack(labels), "loss": loss.item(),
            "values": {k: pack(t) for k, t in v.items()}, "gradients": {k: pack(t.grad) for k, t in v.items()}}


def layered():
    """Two layers of tanh with an upstream gradient, for the layer that differentiates itself."""
    x, w1, b1, w2, b2 = (leaf(rng.standard_normal(s)) for s in [(5, 3), (3, 4), (4,), (4, 2), (2,)])
    y = torch.tanh(torch.tanh(x @ w1 + b1) @ w2 + b2)
    dy = torch.tensor(rng.standard_normal((5, 2)))
    y.backward(dy)
    return {"leaves": [pack(t) for t in (x, w1, b1, w2, b2)], "value": pack(y), "upstream": pack(dy),
            "gradients": [pack(t.grad) for t in (x, w1, b1, w2, b2)]}


def softplus_at_zero():
    """max(0, z) + ln(1 + exp(−|z|)) at z = 0: torch's slope, where both kinks are on the wrong side, and its own softplus."""
    z = leaf(np.array([0.0]))
    (torch.relu(z) + torch.log1p(torch.exp(-torch.abs(z)))).sum().backward()
    w = leaf(np.array([0.0]))
    F.softplus(w).sum().backward()
    return {"composed": z.grad.item(), "builtIn": w.grad.item()}


def main():
    value = {"numbers": number_cases(), "arrays": array_cases(), "standardised": standardised(), "layered": layered(),
             "softplusAtZero": softplus_at_zero()}
    text = json.dumps(value)
    (HERE / "graphs.json").write_text(text.replace("}, {", "},\n{") + "\n")
    print(len(text), "bytes", value["softplusAtZero"])


if __name__ == "__main__":
    main()
