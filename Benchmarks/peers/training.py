"""Section G: a step of training the classifier 784-256-128-10 on a batch of 128 objects, and an LSTM 64 → 128 over 50
steps of 32 objects."""
import numpy as np

import steps
from library import DTYPES, rows


def groups(lib):
    def mlp(name):
        return torch_rows(lib, name) if lib.is_torch else numpy_rows(name)

    def lstm(name):
        return torch_lstm_rows(lib, name) if lib.is_torch else numpy_lstm_rows(name)

    names = ("f32", "f64")
    return {f"G/{name}": lambda name=name: mlp(name) for name in names} | {
        f"G/lstm/{name}": lambda name=name: lstm(name) for name in names} | {
        "G/embedding": lambda: embedding_gradients(lib, "f32") + embedding_gradients(lib, "f64")}


def batch(dtype):
    rng = np.random.default_rng(7)
    return rng.standard_normal((128, 784)).astype(dtype), rng.integers(0, 10, 128)


def parameters(dtype):
    """Weights with a column for each neuron, each followed by its bias."""
    rng = np.random.default_rng(3)
    result = []
    for inputs, outputs in ((784, 256), (256, 128), (128, 10)):
        result += [(rng.standard_normal((inputs, outputs)) / np.sqrt(inputs)).astype(dtype), np.zeros(outputs, dtype)]
    return result


def embedding_gradients(lib, name):
    """The gradient by a table of 1000 words, a row for each, of a text of 1600 words."""
    result = []
    for width in (16, 128):
        rng = np.random.default_rng(7)
        numbers = rng.standard_normal((1600, width)).astype(DTYPES[name])
        gradients, words = lib.array(numbers), lib.array(rng.integers(0, 1000, 1600))

        def sums(gradients=gradients, words=words, width=width):
            if lib.is_torch:
                return lib.xp.ops.aten.embedding_dense_backward(gradients, words, 1000, -1, False)
            result = np.zeros((1000, width), gradients.dtype)
            np.add.at(result, words, gradients)
            return result

        result.append((f"embedding{width}", sums))
    return rows("G:", f"/{name}", result)


def numpy_rows(name):
    dtype = DTYPES[name]
    x, y = batch(dtype)
    inputs = [x] + [np.ones((128, width), dtype) for width in (256, 128, 10)]
    weights = parameters(dtype)[::2]

    def products():
        for k, weight in enumerate(weights):
            inputs[k] @ weight
            inputs[k].T @ inputs[k + 1]
            if k > 0:
                inputs[k + 1] @ weight.T

    return steps.numpy_rows("mlp", name, lambda: parameters(dtype), lambda p: backpropagate(p, x, y), products)


def backpropagate(parameters, x, y):
    """The loss, and its gradient by each parameter, by hand."""
    w1, b1, w2, b2, w3, b3 = parameters
    z1 = x @ w1 + b1
    h1 = np.maximum(z1, 0)
    z2 = h1 @ w2 + b2
    h2 = np.maximum(z2, 0)
    loss, d3 = steps.softmax_cross_entropy(h2 @ w3 + b3, y)
    d2 = (d3 @ w3.T) * (z2 > 0)
    d1 = (d2 @ w2.T) * (z1 > 0)
    return loss, [x.T @ d1, d1.sum(0), h1.T @ d2, d2.sum(0), h2.T @ d3, d3.sum(0)]


def torch_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    x, y = (torch.from_numpy(a) for a in batch(dtype))

    def model():
        linear, bend = torch.nn.Linear, torch.nn.ReLU()
        network = torch.nn.Sequential(linear(784, 256), bend, linear(256, 128), bend, linear(128, 10))
        return steps.copied(network, steps.transposed(parameters(dtype)))

    return steps.torch_rows(lib, "mlp", name, model, lambda net: torch.nn.functional.cross_entropy(net(x), y))


def sequences(dtype):
    rng = np.random.default_rng(7)
    x = rng.standard_normal((50, 32, 64)).astype(dtype)
    return x, rng.standard_normal((50, 32, 128)).astype(dtype)


def lstm_parameters(dtype):
    """weight_ih, weight_hh, bias_ih, bias_hh, drawn in this order."""
    rng = np.random.default_rng(3)
    bound = 1 / np.sqrt(128)
    return [rng.uniform(-bound, bound, shape).astype(dtype) for shape in ((512, 64), (512, 128), (512,), (512,))]


def numpy_lstm_rows(name):
    dtype = DTYPES[name]
    x, target = sequences(dtype)
    w, u = lstm_parameters(dtype)[:2]
    flat, gates, every = x.reshape(1600, 64), np.ones((1600, 512), dtype), np.ones((1600, 128), dtype)
    h, dz = np.ones((32, 128), dtype), np.ones((32, 512), dtype)

    def products():
        flat @ w.T
        for _ in range(50):
            h @ u.T
            dz @ u
        gates.T @ flat
        gates.T @ every
        gates @ w

    return steps.numpy_rows("lstm", name, lambda: lstm_parameters(dtype), lambda p: through_time(p, x, target), products)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def through_time(parameters, x, target):
    """The loss, and its gradient by each parameter, by hand; the one by the inputs is computed, too."""
    w, u, b, c_bias = parameters
    length, objects, width = len(x), x.shape[1], u.shape[1]
    flat = x.reshape(length * objects, -1)
    a = (flat @ w.T + (b + c_bias)).reshape(length, objects, -1)
    h = c = np.zeros((objects, width), x.dtype)
    before, caches, outputs = [], [], []
    for t in range(length):
        before.append(h)
        z = a[t] + h @ u.T
        i, f, o = sigmoid(z[:, :width]), sigmoid(z[:, width:2 * width]), sigmoid(z[:, 3 * width:])
        g = np.tanh(z[:, 2 * width:3 * width])
        old, c = c, f * c + i * g
        tc = np.tanh(c)
        h = o * tc
        caches.append((i, f, g, o, old, tc))
        outputs.append(h)
    loss, dy = steps.mean_square(np.stack(outputs), target)
    dh = dc = np.zeros_like(h)
    dz = np.empty_like(a)
    for t in reversed(range(length)):
        i, f, g, o, old, tc = caches[t]
        dh = dh + dy[t]
        dc = dc + dh * o * (1 - tc * tc)
        dz[t, :, :width] = dc * g * i * (1 - i)
        dz[t, :, width:2 * width] = dc * old * f * (1 - f)
        dz[t, :, 2 * width:3 * width] = dc * i * (1 - g * g)
        dz[t, :, 3 * width:] = dh * tc * o * (1 - o)
        dh, dc = dz[t] @ u, dc * f
    dz = dz.reshape(length * objects, -1)
    dz @ w
    db = dz.sum(0)
    return loss, [dz.T @ flat, dz.T @ np.stack(before).reshape(-1, width), db, db]


def torch_lstm_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    x, target = (torch.from_numpy(a) for a in sequences(dtype))
    x.requires_grad_(True)

    def loss_of(net):
        x.grad = None
        return torch.nn.functional.mse_loss(net(x)[0], target)

    return steps.torch_rows(
        lib, "lstm", name, lambda: steps.copied(torch.nn.LSTM(64, 128), lstm_parameters(dtype)), loss_of)
