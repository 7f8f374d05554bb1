"""Makes the expected values of unit 17.

    pip install torch==2.13.0+cpu
    python make_references.py

torch.json: torch.nn.RNN, LSTM and GRU in double precision: outputs, last states and every gradient, in one direction and in both, one
layer and several, sequences of one length and of several (packed). cells.json: the lecture's cells, which PyTorch does not have, written
out and differentiated by PyTorch; truncated back-propagation by cutting the graph. training.json: two epochs of a small character model
with torch.nn and torch.optim.Adam, clipped by the norm of all gradients. Nothing here looks at our own results.
"""

import json
import pathlib

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(17)


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
    (HERE / name).write_text(json.dumps(encoded(value), separators=(",", ":")) + "\n")


def random(*shape):
    return torch.tensor(rng.standard_normal(shape))


def leaf(*shape):
    return random(*shape).requires_grad_(True)


def layer_case(kind, inputs, width, steps, objects, layers=1, both=False, lengths=None, start=True):
    module = getattr(torch.nn, kind)(inputs, width, layers, bidirectional=both)
    with torch.no_grad():
        for p in module.parameters():
            p.copy_(0.6 * random(*p.shape))
    x = leaf(steps, objects, inputs)
    names = ["h", "c"] if kind == "LSTM" else ["h"]
    sides = layers * (2 if both else 1)
    starts = [leaf(sides, objects, width) for _ in names]
    given = (tuple(starts) if len(names) == 2 else starts[0]) if start else None
    fed = x if lengths is None else pack_padded_sequence(x, torch.tensor(lengths), enforce_sorted=False)
    y, last = module(fed, given)
    if lengths is not None:
        y, _ = pad_packed_sequence(y, total_length=steps)
    last = list(last) if len(names) == 2 else [last]
    dY, dLast = random(*y.shape), [random(*s.shape) for s in last]
    torch.autograd.backward([y, *last], [dY, *dLast])
    parameters = list(module.named_parameters())
    return {
        "kind": kind, "layers": layers, "isBidirectional": both, "lengths": lengths and np.array(lengths),
        "names": [n for n, _ in parameters], "parameters": [p for _, p in parameters],
        "gradients": [p.grad for _, p in parameters], "x": x, "dX": x.grad, "y": y, "dY": dY,
        "start": starts if start else None, "dStart": [s.grad for s in starts] if start else None,
        "last": last, "dLast": dLast,
    }


save("torch.json", [
    layer_case("RNN", 3, 4, 5, 2),
    layer_case("LSTM", 2, 3, 6, 4),
    layer_case("GRU", 4, 3, 5, 2),
    layer_case("RNN", 2, 3, 4, 3, layers=3, start=False),
    layer_case("LSTM", 3, 2, 1, 1, layers=2),
    layer_case("LSTM", 1, 5, 4, 3, layers=2, both=True),
    layer_case("GRU", 2, 3, 4, 5, layers=2, both=True),
    layer_case("RNN", 2, 3, 4, 3, both=True, lengths=[4, 1, 3]),
    layer_case("LSTM", 3, 2, 5, 4, layers=2, both=True, lengths=[2, 5, 1, 4]),
    layer_case("GRU", 2, 5, 6, 3, layers=2, both=True, lengths=[3, 6, 2]),
    layer_case("LSTM", 2, 3, 5, 3, lengths=[1, 3, 5], start=False),
])

# The lecture's cells: x (steps, objects, 2), each step a function of x_t and the state.
STEPS, OBJECTS = 4, 3


def cell_case(name, step, shapes, state_widths, extra=None):
    parameters = {key: leaf(*shape) for key, shape in shapes.items()}
    x = leaf(STEPS, OBJECTS, 2)
    start = [leaf(OBJECTS, w) for w in state_widths]
    state, outputs = start, []
    for t in range(STEPS):
        state = step(x[t], state, parameters)
        outputs.append(state[0])
    y = torch.stack(outputs)
    dY, dLast = random(*y.shape), [random(*s.shape) for s in state]
    torch.autograd.backward([y, *state], [dY, *dLast])
    zero = lambda t: torch.zeros_like(t) if t.grad is None else t.grad
    return {
        "parameters": parameters, "gradients": {k: p.grad for k, p in parameters.items()}, "x": x, "dX": x.grad,
        "start": start, "dStart": [zero(s) for s in start], "y": y, "last": state, "dY": dY, "dLast": dLast,
    }


sigma = torch.sigmoid


def elman(x, s, p):
    return [torch.tanh(x @ p["W"].T + s[0] @ p["U"].T + p["b"])]


def jordan(x, s, p):
    return [torch.tanh(x @ p["W"].T + s[0] @ p["U"].T + p["b"]) @ p["V"].T + p["c"]]


def trace(x, s, p):
    h = torch.tanh(x @ p["W"].T + s[1] @ p["U"].T + p["b"])
    return [h, 0.7 * s[1] + 0.3 * h]


def lecture_peephole(sees_new):
    def step(x, s, p):
        wi, wf, wg, wo = p["W"].chunk(4)
        ui, uf, uo = p["U"].chunk(3)
        bi, bf, bg, bo = p["b"].chunk(4)
        f = sigma(x @ wf.T + s[1] @ uf.T + bf)
        i = sigma(x @ wi.T + s[1] @ ui.T + bi)
        c = f * s[1] + i * torch.tanh(x @ wg.T + bg)
        o = sigma(x @ wo.T + (c if sees_new else s[1]) @ uo.T + bo)
        return [o * torch.tanh(c), c]
    return step


def peephole(x, s, p):
    zi, zf, zg, zo = (x @ p["W"].T + s[0] @ p["U"].T + p["b"]).chunk(4, 1)
    i, f = sigma(zi + p["P"][0] * s[1]), sigma(zf + p["P"][1] * s[1])
    c = f * s[1] + i * torch.tanh(zg)
    return [sigma(zo + p["P"][2] * c) * torch.tanh(c), c]


def printed_gru(form):
    def step(x, s, p):
        (wz, wr, wh), (uz, ur, uh), (bz, br, bh) = p["W"].chunk(3), p["U"].chunk(3), p["b"].chunk(3)
        z = sigma(x @ wz.T + s[0] @ uz.T + bz)
        r = sigma(x @ wr.T + s[0] @ ur.T + br)
        n = torch.tanh(x @ wh.T + (r * s[0]) @ uh.T + bh)
        return [(1 - z) * s[0] + z * n if form == "new" else z * s[0] + (1 - z) * n]
    return step


def truncated(window):
    """Elman's gradients where that of each output goes back `window` steps, by cutting the graph before them."""
    p = {"W": leaf(3, 2), "U": leaf(3, 3), "b": leaf(3)}
    x, start, dY = leaf(5, OBJECTS, 2), random(OBJECTS, 3), random(5, OBJECTS, 3)
    states = [start]
    for t in range(5):
        states.append(elman(x[t], [states[-1]], p)[0].detach())
    for end in range(5):
        first = max(0, end - window + 1)
        h = states[first]
        for t in range(first, end + 1):
            h = elman(x[t], [h], p)[0]
        h.backward(dY[end])
    return {"window": window, "parameters": p, "gradients": {k: v.grad for k, v in p.items()}, "x": x, "dX": x.grad,
            "start": start, "dY": dY}


small = {"W": (3, 2), "U": (3, 3), "b": (3,)}
save("cells.json", {
    "cells": {
        "elman": cell_case("elman", elman, small, [3]),
        "jordan": cell_case("jordan", jordan, {"W": (4, 2), "U": (4, 3), "b": (4,), "V": (3, 4), "c": (3,)}, [3]),
        "trace": cell_case("trace", trace, small, [3, 3]),
        "lecturePeephole": cell_case(
            "lecture", lecture_peephole(False), {"W": (12, 2), "U": (9, 3), "b": (12,)}, [3, 3]),
        "lecturePeepholeNew": cell_case(
            "lecture", lecture_peephole(True), {"W": (12, 2), "U": (9, 3), "b": (12,)}, [3, 3]),
        "peephole": cell_case(
            "peephole", peephole, {"W": (12, 2), "U": (12, 3), "P": (3, 3), "b": (12,)}, [3, 3]),
        "gruNew": cell_case("gru", printed_gru("new"), {"W": (9, 2), "U": (9, 3), "b": (9,)}, [3]),
        "gruOld": cell_case("gru", printed_gru("old"), {"W": (9, 2), "U": (9, 3), "b": (9,)}, [3]),
    },
    "truncated": [truncated(w) for w in [1, 2, 3, 7]],
})


def training():
    kinds, columns, window, clip, rate = 5, 2, 4, 0.36, 0.02
    text = torch.tensor(rng.integers(0, kinds, 23))
    table = text[:22].reshape(columns, 11).T
    embedding, lstm, output = torch.nn.Embedding(kinds, 3), torch.nn.LSTM(3, 4), torch.nn.Linear(4, kinds)
    parameters = [*embedding.parameters(), *lstm.parameters(), *output.parameters()]
    start = [p.detach().clone() for p in parameters]
    optimiser = torch.optim.Adam(parameters, lr=rate)
    losses, norms = [], []
    for _ in range(2):
        state, total = None, 0.0
        for first in range(0, 10, window):
            end = min(first + window, 10)
            optimiser.zero_grad()
            h, state = lstm(embedding(table[first:end]), state)
            state = tuple(s.detach() for s in state)
            loss = torch.nn.functional.cross_entropy(output(h).reshape(-1, kinds), table[first + 1:end + 1].reshape(-1))
            loss.backward()
            # clip_grad_norm_ divides by norm + 1e-6; this is the formula without that.
            norms.append(float(torch.nn.utils.get_total_norm([p.grad for p in parameters])))
            for p in parameters:
                p.grad *= min(1, clip / norms[-1])
            optimiser.step()
            total += loss.item() * (end - first)
        losses.append(total / 10)
    print("norms before clipping", norms)
    return {"text": text, "columns": table, "start": start, "end": parameters, "losses": np.array(losses)}


save("training.json", training())
