"""Section G: a step of training a Transformer block (width 128, 4 heads, pre-norm) on 32 texts of 64 words, and the embedding of
32 sentences by a BERT of all-MiniLM-L6-v2's build with random weights."""
from math import sqrt

import numpy as np

import steps
from library import DTYPES, rows

TEXTS, LENGTH, WIDTH, HEADS, HIDDEN = 32, 64, 128, 4, 512
# MiniLM: words, places, width, heads, inner width, blocks.
BERT = dict(words=30522, places=512, width=384, heads=12, hidden=1536, blocks=6)


def groups(lib):
    def step(name):
        return torch_rows(lib, name) if lib.is_torch else numpy_rows(name)

    return {f"G/transformer/{name}": lambda name=name: step(name) for name in ("f32", "f64")} | {
        "G/minilm/f32": lambda: embedding_rows(lib)}


def texts(dtype):
    rng = np.random.default_rng(7)
    shape = (TEXTS, LENGTH, WIDTH)
    return rng.standard_normal(shape).astype(dtype), rng.standard_normal(shape).astype(dtype)


def block(rng, width, hidden, dtype):
    """Maps (inputs, outputs) of query, key, value, output, inner and outer, each followed by its bias, then two norms' γ and β."""
    result = []
    for inputs, outputs in [(width, width)] * 4 + [(width, hidden), (hidden, width)]:
        result += [(rng.standard_normal((inputs, outputs)) / sqrt(inputs)).astype(dtype), np.zeros(outputs, dtype)]
    return result + [make(width, dtype) for _ in range(2) for make in (np.ones, np.zeros)]


def parameters(dtype):
    return block(np.random.default_rng(3), WIDTH, HIDDEN, dtype)


def numpy_rows(name):
    dtype = DTYPES[name]
    x, target = texts(dtype)
    ones = lambda *shape: np.ones(shape, dtype)
    words, wide = ones(TEXTS * LENGTH, WIDTH), ones(TEXTS * LENGTH, HIDDEN)
    square, inner, outer = ones(WIDTH, WIDTH), ones(WIDTH, HIDDEN), ones(HIDDEN, WIDTH)
    head, weights = ones(TEXTS, HEADS, LENGTH, WIDTH // HEADS), ones(TEXTS, HEADS, LENGTH, LENGTH)
    across = head.swapaxes(-1, -2)

    def products():
        for _ in range(4):
            words @ square, words.T @ words, words @ square.T
        words @ inner, words.T @ wide, wide @ inner.T
        wide @ outer, wide.T @ words, words @ outer.T
        head @ across, weights @ head
        head @ across, weights @ head, weights.swapaxes(-1, -2) @ head, weights.swapaxes(-1, -2) @ head

    return steps.numpy_rows(
        "transformer", name, lambda: parameters(dtype), lambda p: backpropagate(p, x, target), products)


def normalise(x, gamma, beta, epsilon):
    centred = x - x.mean(-1, keepdims=True)
    deviation = np.sqrt((centred * centred).mean(-1, keepdims=True) + epsilon)
    normalised = centred / deviation
    return normalised * gamma + beta, (normalised, deviation)


def normalise_back(dy, gamma, cache):
    normalised, deviation = cache
    g = dy * gamma
    along = (g * normalised).mean(-1, keepdims=True)
    dx = (g - g.mean(-1, keepdims=True) - normalised * along) / deviation
    return dx, [(dy * normalised).sum(0), dy.sum(0)]


def softmax(scores):
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def split(x, heads):
    """(texts, length, width) → (texts, heads, length, width / heads)"""
    return x.reshape(*x.shape[:2], heads, -1).swapaxes(1, 2)


def merge(z):
    """The way back, to the rows of all words."""
    return z.swapaxes(1, 2).reshape(z.shape[0] * z.shape[2], -1)


def backpropagate(parameters, x, target):
    """The loss, and its gradient by each parameter, by hand; the one by the inputs is computed, too. Words are rows."""
    wq, bq, wk, bk, wv, bv, wo, bo, w1, b1, w2, b2, g1, s1, g2, s2 = parameters
    shape, root = x.shape, x.dtype.type(sqrt(WIDTH / HEADS))
    heads = lambda rows: split(rows.reshape(shape), HEADS)
    x = x.reshape(-1, WIDTH)
    n1, first = normalise(x, g1, s1, x.dtype.type(1e-5))
    q, k, v = heads(n1 @ wq + bq), heads(n1 @ wk + bk), heads(n1 @ wv + bv)
    a = softmax(q @ k.swapaxes(-1, -2) / root)
    z = merge(a @ v)
    h = x + z @ wo + bo
    n2, second = normalise(h, g2, s2, x.dtype.type(1e-5))
    inner = n2 @ w1 + b1
    bent = np.maximum(inner, 0)
    loss, dy = steps.mean_square(h + bent @ w2 + b2, target.reshape(-1, WIDTH))

    dinner = dy @ w2.T * (inner > 0)
    dn2, of_second = normalise_back(dinner @ w1.T, g2, second)
    dh = dy + dn2
    dz = heads(dh @ wo.T)
    da = dz @ v.swapaxes(-1, -2)
    ds = a * (da - (da * a).sum(-1, keepdims=True)) / root
    dq, dk, dv = merge(ds @ k), merge(ds.swapaxes(-1, -2) @ q), merge(a.swapaxes(-1, -2) @ dz)
    dn1, of_first = normalise_back(dq @ wq.T + dk @ wk.T + dv @ wv.T, g1, first)
    dh + dn1
    return loss, [
        n1.T @ dq, dq.sum(0), n1.T @ dk, dk.sum(0), n1.T @ dv, dv.sum(0), z.T @ dh, dh.sum(0),
        n2.T @ dinner, dinner.sum(0), bent.T @ dy, dy.sum(0), *of_first, *of_second,
    ]


def torch_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    x, target = (torch.from_numpy(a) for a in texts(dtype))
    x.requires_grad_(True)

    def model():
        layer = torch.nn.TransformerEncoderLayer(WIDTH, HEADS, HIDDEN, 0.0, batch_first=True, norm_first=True)
        wq, bq, wk, bk, wv, bv, *others = steps.transposed(parameters(dtype))
        return steps.copied(layer, [np.concatenate([wq, wk, wv]), np.concatenate([bq, bk, bv]), *others])

    def loss_of(net):
        x.grad = None
        return torch.nn.functional.mse_loss(net(x), target)

    return steps.torch_rows(lib, "transformer", name, model, loss_of)


def sentences():
    """(32, 32) tokens, the texts 5 to 32 of them long, and where a word stands."""
    rng = np.random.default_rng(7)
    tokens = rng.integers(1, BERT["words"], (32, 32))
    lengths = rng.integers(5, 33, 32)
    lengths[0] = 32
    return tokens, np.arange(32) < lengths[:, None]


def bert_parameters():
    """The tables of words, places and the first segment, the norm's γ and β; then the blocks."""
    rng, width = np.random.default_rng(3), BERT["width"]
    draw = lambda count: rng.standard_normal((count, width)).astype(np.float32)
    tables = draw(BERT["words"]), draw(BERT["places"]), draw(2)[0], np.ones(width, np.float32), np.zeros(width, np.float32)
    return tables, [block(rng, width, BERT["hidden"], np.float32) for _ in range(BERT["blocks"])]


def embedding_rows(lib):
    embed = torch_embedding(lib.xp) if lib.is_torch else numpy_embedding()
    calls = [("embed", embed)]
    if not lib.is_torch:
        calls.append(("products", bert_products(), lambda _: 1))
    return rows("G:minilm_", "/f32", calls)


def numpy_embedding():
    (words, places, segment, gamma, beta), blocks = bert_parameters()
    tokens, seen = sentences()
    width, heads = BERT["width"], BERT["heads"]
    root, epsilon = np.float32(sqrt(width / heads)), np.float32(1e-12)
    from scipy.special import erf

    def embed():
        x, _ = normalise(words[tokens] + segment + places[:tokens.shape[1]], gamma, beta, epsilon)
        shape, x = x.shape, x.reshape(-1, width)
        head = lambda rows: split(rows.reshape(shape), heads)
        for wq, bq, wk, bk, wv, bv, wo, bo, w1, b1, w2, b2, g1, s1, g2, s2 in blocks:
            scores = head(x @ wq + bq) @ head(x @ wk + bk).swapaxes(-1, -2) / root
            a = softmax(np.where(seen[:, None, None], scores, np.float32(-np.inf)))
            h, _ = normalise(x + merge(a @ head(x @ wv + bv)) @ wo + bo, g1, s1, epsilon)
            inner = h @ w1 + b1
            bent = inner * (np.float32(0.5) * (1 + erf(inner * np.float32(sqrt(0.5)))))
            x, _ = normalise(h + bent @ w2 + b2, g2, s2, epsilon)
        counts = seen[:, :, None].astype(np.float32)
        mean = (x.reshape(shape) * counts).sum(1) / counts.sum(1)
        return mean / np.sqrt((mean * mean).sum(1, keepdims=True))

    return embed


def bert_products():
    ones = lambda *shape: np.ones(shape, np.float32)
    width, hidden, heads = BERT["width"], BERT["hidden"], BERT["heads"]
    x, wide, square, inner, outer = ones(1024, width), ones(1024, hidden), ones(width, width), ones(width, hidden), ones(hidden, width)
    head, weights = ones(32, heads, 32, width // heads), ones(32, heads, 32, 32)

    def products():
        for _ in range(BERT["blocks"]):
            for _ in range(4):
                x @ square
            head @ head.swapaxes(-1, -2), weights @ head
            x @ inner, wide @ outer

    return products


def torch_embedding(torch):
    nn = torch.nn.functional
    (words, places, segment, gamma, beta), blocks = bert_parameters()
    words, places, segment, gamma, beta = (torch.from_numpy(a) for a in (words, places, segment, gamma, beta))
    blocks = [[torch.from_numpy(np.ascontiguousarray(a)) for a in steps.transposed(values)] for values in blocks]
    tokens, seen = (torch.from_numpy(a) for a in sentences())
    width, heads = BERT["width"], BERT["heads"]

    def embed():
        x = nn.layer_norm(nn.embedding(tokens, words) + segment + places[:tokens.shape[1]], (width,), gamma, beta, 1e-12)
        head = lambda rows: rows.view(*rows.shape[:2], heads, -1).transpose(1, 2)
        for wq, bq, wk, bk, wv, bv, wo, bo, w1, b1, w2, b2, g1, s1, g2, s2 in blocks:
            q, k, v = (head(nn.linear(x, w, b)) for w, b in ((wq, bq), (wk, bk), (wv, bv)))
            z = nn.scaled_dot_product_attention(q, k, v, attn_mask=seen[:, None, None])
            h = nn.layer_norm(x + nn.linear(z.transpose(1, 2).reshape(x.shape), wo, bo), (width,), g1, s1, 1e-12)
            x = nn.layer_norm(h + nn.linear(nn.gelu(nn.linear(h, w1, b1)), w2, b2), (width,), g2, s2, 1e-12)
        counts = seen[:, :, None].float()
        return nn.normalize((x * counts).sum(1) / counts.sum(1), dim=1)

    return embed
