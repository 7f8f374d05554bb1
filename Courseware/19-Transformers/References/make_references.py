#!/usr/bin/env python3
"""Reference values for unit 19, from PyTorch and NumPy in double precision, and from Hugging Face's tokenizers.

    pip install torch==2.13.0+cpu numpy tokenizers
    python3 make_references.py

writes attention.json (scaled_dot_product_attention, MultiheadAttention), blocks.json (LayerNorm, GELU, encoder and decoder
layers), models.json (cross-entropy that skips padding, whole stacks, sampling), and tiny-bert.safetensors, tiny-bert.txt,
tiny-bert.json: a random BERT of two layers with its vocabulary, the token numbers and the embeddings of some sentences.
The tests compare at 1e-10 (1e-5 for tiny-bert, whose weights are Float). Nothing here looks at our own results.
"""

import json
import pathlib
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(19)


def pack(a):
    a = a.detach().numpy() if isinstance(a, torch.Tensor) else np.asarray(a)
    return {"shape": list(a.shape), "values": [float(v) for v in a.ravel()]}


def random(*shape, scale=1.0):
    return torch.tensor(rng.standard_normal(shape) * scale)


def leaf(*shape, scale=1.0):
    return random(*shape, scale=scale).requires_grad_(True)


def write(name, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / name).write_text(text.replace("},{", "},\n{") + "\n")
    print(name, len(text), "bytes")


def shake(module):
    """Every parameter random, so that no bias is 0 and no gain is 1."""
    for name, p in module.named_parameters():
        p.data = random(*p.shape, scale=0.4) + (1.0 if "norm" in name and name.endswith("weight") else 0.0)


# Attention


def mask_of(kind, n, t, s):
    """True where the key may be seen, shape (n, 1, t or 1, s); None for no mask."""
    causal = torch.tril(torch.ones(t, s, dtype=torch.bool))[None, None]
    lengths = torch.tensor([s - (2 * i + 1) % s for i in range(n)])
    padding = (torch.arange(s)[None] < lengths[:, None])[:, None, None]
    return {"none": None, "causal": causal, "padding": padding, "both": causal & padding}[kind]


def core_cases():
    cases = []
    for lead, t, s, d, e, kind in [
        ((2, 3), 5, 5, 4, 4, "none"), ((2, 3), 5, 5, 4, 4, "causal"), ((3, 2), 4, 7, 5, 3, "padding"),
        ((2, 1), 6, 6, 3, 2, "both"), ((1, 1), 1, 1, 4, 4, "none"), ((1, 2), 1, 6, 3, 5, "none"),
    ]:
        q, k, v = leaf(*lead, t, d), leaf(*lead, s, d), leaf(*lead, s, e)
        mask = mask_of(kind, lead[0], t, s)
        z = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        dz = random(*z.shape)
        z.backward(dz)
        case = dict(q=pack(q), k=pack(k), v=pack(v), z=pack(z), dZ=pack(dz), dQ=pack(q.grad), dK=pack(k.grad), dV=pack(v.grad))
        if mask is not None:
            case["mask"] = pack(mask.double())
        cases.append(case)
    return cases


def attention_parameters(module, prefix, grad):
    """Our names: query, key, value, output, each with W (in, out) and b."""
    d = module.embed_dim
    pick = (lambda p: p.grad) if grad else (lambda p: p)
    w, b = pick(module.in_proj_weight), pick(module.in_proj_bias)
    found = {}
    for i, name in enumerate(["query", "key", "value"]):
        found[f"{prefix}{name}.W"] = pack(w[i * d:(i + 1) * d].T)
        found[f"{prefix}{name}.b"] = pack(b[i * d:(i + 1) * d])
    found[f"{prefix}output.W"] = pack(pick(module.out_proj.weight).T)
    found[f"{prefix}output.b"] = pack(pick(module.out_proj.bias))
    return found


def head_cases():
    cases = []
    for n, t, s, d, heads, kind in [
        (2, 5, 5, 6, 3, "none"), (3, 5, 5, 6, 2, "both"), (1, 4, 7, 6, 1, "padding"), (1, 1, 1, 4, 2, "none"),
        (2, 3, 4, 8, 4, "padding"),
    ]:
        module = nn.MultiheadAttention(d, heads, batch_first=True)
        shake(module)
        q, k, v = leaf(n, t, d), leaf(n, s, d), leaf(n, s, d)
        mask = mask_of(kind, n, t, s)
        given = None
        if mask is not None:
            given = ~mask.expand(n, heads, t, s).reshape(n * heads, t, s)
        y, a = module(q, k, v, attn_mask=given, average_attn_weights=False)
        dy = random(*y.shape)
        y.backward(dy)
        case = dict(
            heads=heads, inputs=[pack(q), pack(k), pack(v)], y=pack(y), weights=pack(a), dY=pack(dy),
            dInputs=[pack(q.grad), pack(k.grad), pack(v.grad)],
            parameters=attention_parameters(module, "", False), gradients=attention_parameters(module, "", True))
        if mask is not None:
            case["mask"] = pack(mask.double())
        cases.append(case)
    return cases


# Blocks


def norm_parameters(module, prefix, grad):
    pick = (lambda p: p.grad) if grad else (lambda p: p)
    return {f"{prefix}gamma": pack(pick(module.weight)), f"{prefix}beta": pack(pick(module.bias))}


def linear_parameters(module, prefix, grad):
    pick = (lambda p: p.grad) if grad else (lambda p: p)
    return {f"{prefix}W": pack(pick(module.weight).T), f"{prefix}b": pack(pick(module.bias))}


def encoder_parameters(layer, grad, prefix=""):
    return {
        **attention_parameters(layer.self_attn, prefix + "attention.", grad),
        **norm_parameters(layer.norm1, prefix + "attentionNorm.", grad),
        **linear_parameters(layer.linear1, prefix + "feedForward.inner.", grad),
        **linear_parameters(layer.linear2, prefix + "feedForward.outer.", grad),
        **norm_parameters(layer.norm2, prefix + "feedForwardNorm.", grad),
    }


def decoder_parameters(layer, grad, prefix=""):
    return {
        **attention_parameters(layer.self_attn, prefix + "selfAttention.", grad),
        **norm_parameters(layer.norm1, prefix + "selfNorm.", grad),
        **attention_parameters(layer.multihead_attn, prefix + "crossAttention.", grad),
        **norm_parameters(layer.norm2, prefix + "crossNorm.", grad),
        **linear_parameters(layer.linear1, prefix + "feedForward.inner.", grad),
        **linear_parameters(layer.linear2, prefix + "feedForward.outer.", grad),
        **norm_parameters(layer.norm3, prefix + "feedForwardNorm.", grad),
    }


def norm_cases():
    cases = []
    for shape, eps in [((3, 4, 5), 1e-5), ((7, 3), 1e-12), ((1, 1, 2), 1e-5), ((2, 6), 1e-2)]:
        x, layer = leaf(*shape), nn.LayerNorm(shape[-1], eps=eps)
        layer.weight.data, layer.bias.data = random(shape[-1]), random(shape[-1])
        y = layer(x)
        dy = random(*shape)
        y.backward(dy)
        cases.append(dict(
            epsilon=eps, inputs=[pack(x)], y=pack(y), dY=pack(dy), dInputs=[pack(x.grad)],
            parameters=norm_parameters(layer, "", False), gradients=norm_parameters(layer, "", True)))
    return cases


def gelu_case():
    x = (random(3, 7) * 3).requires_grad_(True)
    y = F.gelu(x)
    dy = random(3, 7)
    y.backward(dy)
    return dict(inputs=[pack(x)], y=pack(y), dY=pack(dy), dInputs=[pack(x.grad)])


def encoder_cases():
    cases = []
    for n, t, d, heads, hidden, pre, act, kind in [
        (2, 5, 6, 3, 9, False, "relu", "none"), (3, 4, 6, 2, 7, True, "relu", "both"), (2, 4, 4, 1, 5, False, "gelu", "padding"),
        (1, 1, 4, 2, 3, True, "gelu", "none"), (1, 6, 4, 2, 5, False, "relu", "causal"),
    ]:
        layer = nn.TransformerEncoderLayer(d, heads, hidden, 0.0, act, batch_first=True, norm_first=pre)
        shake(layer)
        x = leaf(n, t, d)
        mask = mask_of(kind, n, t, t)
        given = None if mask is None else ~mask.expand(n, heads, t, t).reshape(n * heads, t, t)
        y = layer(x, src_mask=given)
        dy = random(*y.shape)
        y.backward(dy)
        case = dict(
            heads=heads, hidden=hidden, isPre=pre, activation=act, inputs=[pack(x)], y=pack(y), dY=pack(dy),
            dInputs=[pack(x.grad)], parameters=encoder_parameters(layer, False), gradients=encoder_parameters(layer, True))
        if mask is not None:
            case["mask"] = pack(mask.double())
        cases.append(case)
    return cases


def decoder_cases():
    cases = []
    for n, t, s, d, heads, hidden, pre, kind in [
        (2, 5, 4, 6, 3, 9, False, "padding"), (3, 4, 6, 6, 2, 7, True, "padding"), (1, 1, 1, 4, 1, 5, False, "none"),
        (1, 3, 5, 4, 2, 5, True, "none"),
    ]:
        layer = nn.TransformerDecoderLayer(d, heads, hidden, 0.0, "relu", batch_first=True, norm_first=pre)
        shake(layer)
        x, memory = leaf(n, t, d), leaf(n, s, d)
        causal, mask = mask_of("causal", n, t, t), mask_of(kind, n, t, s)
        hidden_keys = None if mask is None else ~mask.expand(n, heads, t, s).reshape(n * heads, t, s)
        y = layer(x, memory, tgt_mask=~causal[0, 0], memory_mask=hidden_keys)
        dy = random(*y.shape)
        y.backward(dy)
        case = dict(
            heads=heads, hidden=hidden, isPre=pre, activation="relu", inputs=[pack(x), pack(memory)], y=pack(y), dY=pack(dy),
            dInputs=[pack(x.grad), pack(memory.grad)], parameters=decoder_parameters(layer, False),
            gradients=decoder_parameters(layer, True))
        if mask is not None:
            case["mask"] = pack(mask.double())
        cases.append(case)
    return cases


# Models


def stack_case(pre):
    """Two layers one after the other; with pre-norm a last norm, as nn.TransformerEncoder takes it."""
    d, heads, hidden, n, t = 4, 2, 5, 2, 3
    layers = [nn.TransformerEncoderLayer(d, heads, hidden, 0.0, batch_first=True, norm_first=pre) for _ in range(2)]
    last = nn.LayerNorm(d)
    for module in [*layers, last]:
        shake(module)
    last.weight.data, last.bias.data = random(d), random(d)
    x = leaf(n, t, d)
    y = x
    for layer in layers:
        y = layer(y)
    if pre:
        y = last(y)
    dy = random(*y.shape)
    y.backward(dy)

    def named(grad):
        found = {}
        for i, layer in enumerate(layers):
            found.update(encoder_parameters(layer, grad, f"blocks.{i}."))
        if pre:
            found.update(norm_parameters(last, "norm.", grad))
        return found

    return dict(
        heads=heads, hidden=hidden, isPre=pre, activation="relu", inputs=[pack(x)], y=pack(y), dY=pack(dy),
        dInputs=[pack(x.grad)], parameters=named(False), gradients=named(True))


def loss_cases():
    cases = []
    for n, t, v, labels in [(2, 3, 5, [[1, 4, 0], [2, 0, 0]]), (1, 4, 3, [[2, 1, 2, 1]]), (3, 1, 4, [[0], [3], [0]])]:
        z, y = leaf(n, t, v, scale=3), torch.tensor(labels)
        loss = F.cross_entropy(z.reshape(-1, v), y.reshape(-1), ignore_index=0)
        loss.backward()
        cases.append(dict(logits=pack(z), labels=pack(y), loss=loss.item(), dLogits=pack(z.grad)))
    return cases


def sampling():
    z = rng.standard_normal(11) * 2
    counts = rng.integers(0, 4, 11)

    def softmax(a):
        e = np.exp(a - a[np.isfinite(a)].max())
        return e / e.sum()

    def top_k(a, k):
        return np.where(a >= np.sort(a)[-k], a, -np.inf)

    def top_p(a, p):
        order = np.argsort(-a)
        before = np.cumsum(softmax(a)[order]) - softmax(a)[order]
        kept = order[before < p]
        out = np.full_like(a, -np.inf)
        out[kept] = a[kept]
        return out

    cases = []
    for t, k, p, presence, frequency in [
        (0.7, None, None, 0, 0), (1, 4, None, 0, 0), (1, None, 0.8, 0, 0), (0.1, None, 0.9, 0.3, 0.5), (1.3, 5, 0.75, 0.4, 0.1),
    ]:
        a = (z - presence * (counts > 0) - frequency * counts) / t
        if k is not None:
            a = top_k(a, k)
        if p is not None:
            a = top_p(a, p)
        case = dict(temperature=t, presence=presence, frequency=frequency, probabilities=pack(softmax(a)))
        case.update({} if k is None else {"topK": k})
        case.update({} if p is None else {"topP": p})
        cases.append(case)
    return dict(logits=pack(z), counts=pack(counts), cases=cases)


# A small BERT

WORDS = """the a cat dog sat on mat in was is not it because too tired street animal cross did un ##believ ##ably ##able believe run ##ning
##s ##ed hyper ##param ##eter ##ization eu ##ro cafe deja vu naive facade good bad very film book . , ! ? : ' - ( ) 3 14 1 ##4 é"""
SENTENCES = [
    "The cat sat on the mat.", "The animal didn't cross the street, because it was too tired!", "Unbelievably good",
    "Café déjà-vu: naïve façade?", "running dogs", "qwerty", "", "(3.14)", "hyperparameterization", "it",
    "the\tcat\n sat\u00a0on  A MAT", "猫 cat",
]


def tiny_bert():
    from tokenizers import BertWordPieceTokenizer

    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS.split()
    (HERE / "tiny-bert.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    tokenizer = BertWordPieceTokenizer(str(HERE / "tiny-bert.txt"), lowercase=True)
    d, hidden, heads, layers = 24, 40, 3, 2
    w = {}

    def put(name, *shape, scale=0.3, about=0.0):
        w[name] = (rng.standard_normal(shape) * scale + about).astype(np.float32)

    put("embeddings.word_embeddings.weight", len(vocabulary), d)
    put("embeddings.position_embeddings.weight", 32, d)
    put("embeddings.token_type_embeddings.weight", 2, d)
    put("embeddings.LayerNorm.weight", d, about=1)
    put("embeddings.LayerNorm.bias", d)
    for i in range(layers):
        p = f"encoder.layer.{i}."
        for name, out, into in [
            ("attention.self.query", d, d), ("attention.self.key", d, d), ("attention.self.value", d, d),
            ("attention.output.dense", d, d), ("intermediate.dense", hidden, d), ("output.dense", d, hidden),
        ]:
            put(f"{p}{name}.weight", out, into)
            put(f"{p}{name}.bias", out)
        for name in ["attention.output.LayerNorm", "output.LayerNorm"]:
            put(f"{p}{name}.weight", d, about=1)
            put(f"{p}{name}.bias", d)
    put("pooler.dense.weight", d, d)
    put("pooler.dense.bias", d)
    w64 = {k: torch.tensor(v.astype(np.float64)) for k, v in w.items()}
    stack = []
    for i in range(layers):
        p = f"encoder.layer.{i}."
        layer = nn.TransformerEncoderLayer(d, heads, hidden, 0.0, "gelu", layer_norm_eps=1e-12, batch_first=True)
        parts = [w64[f"{p}attention.self.{n}.weight"] for n in ["query", "key", "value"]]
        biases = [w64[f"{p}attention.self.{n}.bias"] for n in ["query", "key", "value"]]
        layer.self_attn.in_proj_weight.data, layer.self_attn.in_proj_bias.data = torch.cat(parts), torch.cat(biases)
        for module, name in [
            (layer.self_attn.out_proj, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
            (layer.linear1, "intermediate.dense"), (layer.linear2, "output.dense"), (layer.norm2, "output.LayerNorm"),
        ]:
            module.weight.data, module.bias.data = w64[f"{p}{name}.weight"], w64[f"{p}{name}.bias"]
        stack.append(layer)
    rows = []
    for sentence in SENTENCES:
        ids = tokenizer.encode(sentence).ids
        x = w64["embeddings.word_embeddings.weight"][ids] + w64["embeddings.position_embeddings.weight"][:len(ids)]
        x = x + w64["embeddings.token_type_embeddings.weight"][0]
        x = F.layer_norm(x, (d,), w64["embeddings.LayerNorm.weight"], w64["embeddings.LayerNorm.bias"], 1e-12)[None]
        for layer in stack:
            x = layer(x)
        e = x[0].mean(0)
        e = e / e.norm()
        rows.append(dict(sentence=sentence, ids=ids, embedding=pack(e)))
    write("tiny-bert.json", rows)
    header, offset = {}, 0
    for name, a in w.items():
        header[name] = {"dtype": "F32", "shape": list(a.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(HERE / "tiny-bert.safetensors", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for a in w.values():
            file.write(a.tobytes())


write("attention.json", dict(core=core_cases(), heads=head_cases()))
write("blocks.json", dict(norms=norm_cases(), gelu=gelu_case(), encoders=encoder_cases(), decoders=decoder_cases()))
write("models.json", dict(stacks=[stack_case(False), stack_case(True)], losses=loss_cases(), sampling=sampling()))
tiny_bert()
