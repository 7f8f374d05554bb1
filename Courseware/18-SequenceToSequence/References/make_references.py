"""Makes the expected values of unit 18.

    pip install torch==2.13.0+cpu nltk==3.10.4
    python make_references.py

attention.json: one look at a memory with each score, in double precision: torch.nn.functional.scaled_dot_product_attention for the dot products,
Luong's and Bahdanau's scores written out in torch; masked and not, one object, one state, every gradient. models.json: the whole pair with
torch.nn.Embedding, a packed torch.nn.LSTM, torch.nn.LSTMCell, torch.nn.Linear and cross_entropy that ignores padding, texts of unequal length; with
teacher forcing and running freely. training.json: steps of torch.optim.Adam, clipped. bleu.json: nltk's corpus_bleu without smoothing. Nothing here
looks at our own results.
"""

import json
import math
import pathlib
import warnings

import numpy as np
import torch
from nltk.translate import bleu_score
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(18)


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
    return (0.7 * random(*shape)).requires_grad_(True)


def scores(kind, p, query, states):
    """(objects, query width), (objects, steps, width) -> (objects, steps)"""
    if kind == "general":
        return torch.einsum("nq,nsm,mq->ns", query, states, p["W"])
    if kind == "additive":
        return torch.tanh((query @ p["W"])[:, None] + states @ p["U"]) @ p["v"]
    product = torch.einsum("nq,nsq->ns", query, states)
    return product / math.sqrt(query.shape[1]) if kind == "scaledDot" else product


def look(kind, p, query, states, mask):
    if kind in ("dot", "scaledDot"):
        scale = 1.0 if kind == "dot" else None
        z = torch.nn.functional.scaled_dot_product_attention(
            query[:, None], states, states, attn_mask=mask[:, None], scale=scale)
        return z[:, 0]
    s = scores(kind, p, query, states).masked_fill(~mask, -torch.inf)
    return torch.einsum("ns,nsm->nm", s.softmax(1), states)


def score_parameters(kind, query, width, inner):
    if kind == "general":
        return {"W": leaf(width, query)}
    if kind == "additive":
        return {"W": leaf(query, inner), "U": leaf(width, inner), "v": leaf(inner)}
    return {}


def attention_case(kind, objects, steps, query, width, inner=0, lengths=None):
    p = score_parameters(kind, query, width, inner)
    q, h = leaf(objects, query), leaf(objects, steps, width)
    mask = torch.arange(steps)[None] < torch.tensor(lengths or [steps] * objects)[:, None]
    z = look(kind, p, q, h, mask)
    weights = scores(kind, p, q, h).masked_fill(~mask, -torch.inf).softmax(1)
    dZ = random(*z.shape)
    z.backward(dZ)
    return {"kind": kind, "parameters": p, "gradients": {k: v.grad for k, v in p.items()}, "query": q, "states": h,
            "mask": mask, "weights": weights, "context": z, "dContext": dZ, "dQuery": q.grad, "dStates": h.grad}


save("attention.json", [
    attention_case("dot", 3, 5, 4, 4),
    attention_case("dot", 4, 6, 3, 3, lengths=[6, 1, 4, 3]),
    attention_case("dot", 1, 1, 2, 2),
    attention_case("scaledDot", 2, 4, 5, 5, lengths=[2, 4]),
    attention_case("scaledDot", 1, 7, 3, 3),
    attention_case("general", 3, 4, 2, 5),
    attention_case("general", 4, 5, 6, 3, lengths=[5, 2, 1, 3]),
    attention_case("general", 1, 1, 3, 4),
    attention_case("additive", 3, 4, 2, 5, inner=3),
    attention_case("additive", 2, 6, 4, 3, inner=7, lengths=[3, 6]),
    attention_case("additive", 1, 1, 3, 2, inner=1),
])

PAD, START, END = 0, 1, 2


class Pair(torch.nn.Module):
    """The pair of the unit out of torch.nn; parameters by the unit's names come from `named`."""

    def __init__(self, kind, order, source, target, embedding, width, inner=3):
        super().__init__()
        self.kind, self.order = kind, order
        both = order == "bothWays"
        context = 0 if kind is None else width
        self.source = torch.nn.Embedding(source, embedding)
        self.lstm = torch.nn.LSTM(embedding, width // 2 if both else width, bidirectional=both)
        self.target = torch.nn.Embedding(target, embedding)
        self.cell = torch.nn.LSTMCell(embedding + context, width)
        self.output = torch.nn.Linear(width + context, target)
        with torch.no_grad():
            for q in self.parameters():
                q.copy_(0.6 * random(*q.shape))
            self.cell.bias_hh.zero_()
        self.p = score_parameters(kind, width, width, inner) if kind else {}

    def everything(self):
        return [q for name, q in self.named_parameters() if name != "cell.bias_hh"] + list(self.p.values())

    def named(self, pick):
        names = {"encoder.embedding.E": pick(self.source.weight), "decoder.embedding.E": pick(self.target.weight)}
        for side, suffix in enumerate(["_l0", "_l0_reverse"] if self.order == "bothWays" else ["_l0"]):
            ours = "_l0_reverse" if self.order == "backwards" else suffix
            for part in ["weight_ih", "weight_hh", "bias_ih", "bias_hh"]:
                names[f"encoder.recurrent.layers.{side}.{part}{ours}"] = pick(getattr(self.lstm, part + suffix))
        names["decoder.cell.W"] = pick(self.cell.weight_ih)
        names["decoder.cell.U"] = pick(self.cell.weight_hh)
        names["decoder.cell.b"] = pick(self.cell.bias_ih)
        names["decoder.output.W"] = pick(self.output.weight).T.clone()
        names["decoder.output.b"] = pick(self.output.bias)
        for key, value in self.p.items():
            names[f"decoder.attention.score.{key}"] = pick(value)
        return names

    def forward(self, source, lengths, inputs, own=False):
        x = source
        if self.order == "backwards":  # each text turned round, its padding left behind
            x = source.clone()
            for k, n in enumerate(lengths):
                x[:n, k] = source[:n, k].flip(0)
        packed = pack_padded_sequence(self.source(x), torch.tensor(lengths), enforce_sorted=False)
        states, (h, c) = self.lstm(packed)
        states, _ = pad_packed_sequence(states, total_length=source.shape[0])
        if self.order == "backwards":
            states = torch.stack([
                torch.cat([states[:n, k].flip(0), states[n:, k]]) for k, n in enumerate(lengths)], 1)
        h, c = (torch.cat(list(s), 1) for s in (h, c))
        states = states.transpose(0, 1)
        mask = torch.arange(source.shape[0])[None] < torch.tensor(lengths)[:, None]
        logits, read = [], inputs[0]
        for t in range(inputs.shape[0]):
            if t > 0:
                read = logits[-1].argmax(1) if own else inputs[t]
            x = self.target(read)
            if self.kind:
                z = look(self.kind, self.p, h, states, mask)
                x = torch.cat([x, z], 1)
            h, c = self.cell(x, (h, c))
            logits.append(self.output(torch.cat([h, z], 1) if self.kind else h))
        return torch.stack(logits)


def texts(lengths, kinds):
    return [rng.integers(3, kinds, n).tolist() for n in lengths]


def padded(rows):
    steps = max(map(len, rows))
    return torch.tensor([r + [PAD] * (steps - len(r)) for r in rows]).T


def loss_of(logits, targets):
    return torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=PAD)


def model_case(kind, order, sizes, source_lengths, target_lengths, own=False):
    model = Pair(kind, order, *sizes)
    source, target = texts(source_lengths, sizes[0]), texts(target_lengths, sizes[1])
    inputs, targets = padded([[START] + t for t in target]), padded([t + [END] for t in target])
    logits = model(padded(source), source_lengths, inputs, own)
    start = {k: v.detach().clone() for k, v in model.named(lambda q: q).items()}
    loss = loss_of(logits, targets)
    loss.backward()
    return {"kind": kind, "order": order, "sizes": list(sizes), "source": source, "target": target, "isFree": own,
            "parameters": start, "gradients": model.named(lambda q: q.grad), "logits": logits, "loss": loss.item()}


save("models.json", [
    model_case(None, "forwards", (6, 5, 3, 4), [4, 2, 5], [3, 4, 1]),
    model_case(None, "backwards", (5, 7, 2, 3), [1, 3], [2, 4]),
    model_case(None, "bothWays", (6, 6, 4, 6), [3, 5, 2, 4], [1, 2, 3, 1]),
    model_case("dot", "forwards", (6, 5, 3, 4), [4, 2, 5], [3, 4, 1]),
    model_case("scaledDot", "backwards", (5, 8, 2, 5), [3, 6], [4, 2]),
    model_case("general", "bothWays", (7, 5, 3, 4), [2, 4, 1], [2, 3, 4]),
    model_case("additive", "bothWays", (6, 6, 2, 6), [5, 1, 3, 4], [3, 1, 5, 2]),
    model_case("additive", "forwards", (5, 5, 3, 2), [1], [1]),
    model_case(None, "forwards", (6, 7, 3, 4), [4, 2, 3], [5, 3, 4], own=True),
    model_case("additive", "forwards", (6, 7, 3, 4), [3, 5], [5, 4], own=True),
])


def training():
    sizes = (6, 7, 3, 4)
    model = Pair("additive", "forwards", *sizes)
    start = {k: v.detach().clone() for k, v in model.named(lambda q: q).items()}
    optimiser = torch.optim.Adam(model.everything(), lr=0.03)
    batches, losses, norms = [([4, 2, 5], [3, 2, 4]), ([1, 3], [2, 1]), ([2, 2, 6], [1, 5, 2])], [], []
    stored = []
    for lengths, target_lengths in batches:
        source, target = texts(lengths, sizes[0]), texts(target_lengths, sizes[1])
        stored.append({"source": source, "target": target})
        inputs, targets = padded([[START] + t for t in target]), padded([t + [END] for t in target])
        optimiser.zero_grad()
        loss = loss_of(model(padded(source), lengths, inputs), targets)
        loss.backward()
        # clip_grad_norm_ divides by norm + 1e-6; this is the formula without that.
        norms.append(float(torch.nn.utils.get_total_norm([q.grad for q in model.everything()])))
        for q in model.everything():
            q.grad *= min(1, 0.37 / norms[-1])
        optimiser.step()
        losses.append(loss.item())
    print("norms before clipping", norms)
    return {"sizes": list(sizes), "batches": stored, "start": start, "end": model.named(lambda q: q),
            "losses": losses}


save("training.json", training())


# nltk counts one run in a candidate that is too short for any; so no candidate here is shorter than `longest`.
def bleu_case(candidates, references, longest):
    candidates = [c.split() for c in candidates]
    references = [[r.split() for r in rs] for rs in references]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = bleu_score.corpus_bleu(references, candidates, weights=[1 / longest] * longest)
    return {"candidates": candidates, "references": references, "longest": longest, "bleu": float(value)}


save("bleu.json", [
    bleu_case(["the cat sat on mat"], [["the cat sat on the mat"]], 4),
    bleu_case(["the cat sat on the mat today"], [["the cat sat on the mat"]], 4),
    bleu_case(["the the the the the the the"], [["the cat is on the mat", "there is a cat on the mat"]], 1),
    bleu_case(["a black cat slept on a red sofa", "the dog jumped on the mat"],
              [["the black cat slept on the red sofa", "a black cat was asleep on a red sofa"],
               ["the dog jumped onto the mat", "the dog leapt on the mat", "a dog jumped on the mat"]], 4),
    bleu_case(["the fox lay on the bed .", "the wet frog sat on the table ."],
              [["the fox lay on the bed ."], ["the wet frog sat on the wet table ."]], 3),
    bleu_case(["one two three four five"], [["one two three", "one two three four five six seven"]], 2),
])
