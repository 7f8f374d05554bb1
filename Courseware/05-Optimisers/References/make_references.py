"""Makes the expected values of unit 05.

    pip install torch==2.13.0+cpu
    python make_references.py

torch.optim in double precision: two parameters of different shapes, a hundred stored gradients, the values after 1, 2 and 100 steps;
and the lectures' own formulas, which PyTorch does not have, written out in NumPy.
"""

import json
import pathlib

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(5)
KEPT = [1, 2, 100]


def encoded(value):
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        return {"dtype": str(value.dtype), "shape": list(value.shape), "elements": value.ravel().tolist()}
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    return value


def save(name, value):
    (HERE / name).write_text(json.dumps(encoded(value)) + "\n")


# Gradients of very different sizes: 2 × 3 weights and 3 biases, one weight that never gets any.
sizes = np.array([[1e-4, 1.0, 30.0], [0.3, 0.0, 2.0]])
W0, b0 = rng.normal(size=(2, 3)), rng.normal(size=3)
dW, db = rng.normal(size=(100, 2, 3)) * sizes, rng.normal(size=(100, 3)) + 0.5


def torch_run(make, rates=None):
    w, b = torch.tensor(W0, requires_grad=True), torch.tensor(b0, requires_grad=True)
    optimiser = make([w, b])
    kept = []
    for step in range(100):
        if rates is not None:
            optimiser.param_groups[0]["lr"] = rates[step]
        w.grad, b.grad = torch.tensor(dW[step]), torch.tensor(db[step])
        optimiser.step()
        if step + 1 in KEPT:
            kept.append({"W": w.detach().numpy().copy(), "b": b.detach().numpy().copy()})
    return kept


def numpy_run(update, memories, rate):
    result = [[], []]
    for k, (start, gradients) in enumerate([(W0, dW), (b0, db)]):
        w, memory = start.copy(), [np.zeros_like(start) for _ in range(memories)]
        for step in range(100):
            w, memory = update(w, gradients[step], memory, rate, step + 1)
            if step + 1 in KEPT:
                result[k].append(w.copy())
    return [{"W": a, "b": c} for a, c in zip(*result)]


def lecture_momentum(w, g, m, rate, t):
    h = 0.9 * m[0] + rate * g
    return w - h, [h]


def adagrad_inside(w, g, m, rate, t):
    r = m[0] + g * g
    return w - rate / np.sqrt(r + 1e-8) * g, [r]


def rmsprop_inside(w, g, m, rate, t):
    r = 0.9 * m[0] + 0.1 * g * g
    return w - rate / np.sqrt(1e-6 + r) * g, [r]


def adam_uncorrected(w, g, m, rate, t):
    h, r = 0.9 * m[0] + 0.1 * g, 0.999 * m[1] + 0.001 * g * g
    return w - rate / np.sqrt(r + 1e-8) * h, [h, r]


falling = [0.05 * 0.97**k for k in range(100)]
optim = torch.optim
runs = {
    "descent": torch_run(lambda p: optim.SGD(p, lr=0.03)),
    "momentum": numpy_run(lecture_momentum, 1, 0.03),
    "torchMomentum": torch_run(lambda p: optim.SGD(p, lr=0.03, momentum=0.9)),
    "torchMomentumFalling": torch_run(lambda p: optim.SGD(p, lr=0.05, momentum=0.9), falling),
    "torchNesterov": torch_run(lambda p: optim.SGD(p, lr=0.03, momentum=0.8, nesterov=True)),
    "adaGrad": torch_run(lambda p: optim.Adagrad(p, lr=0.03, eps=1e-7)),
    "adaGradInside": numpy_run(adagrad_inside, 1, 0.03),
    "rmsProp": numpy_run(rmsprop_inside, 1, 0.03),
    "torchRMSProp": torch_run(lambda p: optim.RMSprop(p, lr=0.03, alpha=0.99, eps=1e-8)),
    "adam": torch_run(lambda p: optim.Adam(p, lr=0.03)),
    "adamOther": torch_run(lambda p: optim.Adam(p, lr=0.03, betas=(0.7, 0.95), eps=1e-3)),
    "adamUncorrected": numpy_run(adam_uncorrected, 2, 0.03),
    "descentPenalty": torch_run(lambda p: optim.SGD(p, lr=0.03, weight_decay=0.2)),
    "adamPenalty": torch_run(lambda p: optim.Adam(p, lr=0.03, weight_decay=0.2)),
    "adamW": torch_run(lambda p: optim.AdamW(p, lr=0.03, weight_decay=0.2)),
    "adamWSparingBiases": torch_run(lambda p: optim.AdamW(
        [{"params": p[:1], "weight_decay": 0.2}, {"params": p[1:], "weight_decay": 0.0}], lr=0.03)),
}
save("optimisers.json", {
    "W": W0, "b": b0, "dW": dW, "db": db, "kept": np.array(KEPT), "runs": runs,
    "falling": np.array(falling)})


def clipping():
    w, b = torch.zeros(2, 3, requires_grad=True), torch.zeros(3, requires_grad=True)
    cases = []
    for limit in [0.5, 3.0, 1e3]:
        # By the definition: torch.nn.utils.clip_grad_norm_ divides by norm + 1e-6.
        norm = np.sqrt((dW[7] ** 2).sum() + (db[7] ** 2).sum())
        factor = min(1, limit / norm)
        case = {"limit": limit, "norm": norm, "W": factor * dW[7], "b": factor * db[7]}
        w.grad, b.grad = torch.tensor(dW[7]), torch.tensor(db[7])
        torch.nn.utils.clip_grad_value_([w, b], limit)
        case |= {"valueW": w.grad.numpy().copy(), "valueb": b.grad.numpy().copy()}
        cases.append(case)
    save("clipping.json", cases)


def schedules():
    p = torch.zeros(1, requires_grad=True)

    def rates(make, base, steps=130):
        optimiser = optim.SGD([p], lr=base)
        schedule = make(optimiser)
        kept = []
        for _ in range(steps):
            kept.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            schedule.step()
        return np.array(kept)

    s = optim.lr_scheduler
    save("schedules.json", {
        "linear": rates(lambda o: s.LinearLR(o, 1.0, 0.01, 100), 0.1),
        "step": rates(lambda o: s.StepLR(o, 30, 0.2), 0.1),
        "cosine": rates(lambda o: s.CosineAnnealingLR(o, 100, 0.001), 0.1, 101),
    })


clipping()
schedules()
print({k: v[-1]["b"] for k, v in runs.items()})
