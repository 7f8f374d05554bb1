"""Section G: a step of training the classifier 784-256-128-10 on a batch of 128 objects, and an LSTM 64 → 128 over 50
steps of 32 objects."""
import numpy as np

from library import DTYPES, rows


def groups(lib):
    make = torch_rows if lib.is_torch else numpy_rows
    recur = torch_lstm_rows if lib.is_torch else numpy_lstm_rows
    names = ("f32", "f64")
    return {f"G/{name}": lambda name=name: make(lib, name) for name in names} | {
        f"G/lstm/{name}": lambda name=name: recur(lib, name) for name in names}


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


def numpy_rows(lib, name):
    dtype = DTYPES[name]
    x, y = batch(dtype)
    descending, adapting, measured = parameters(dtype), parameters(dtype), parameters(dtype)
    adam = Adam(adapting)

    def sgd_step():
        loss, gradients = backpropagate(descending, x, y)
        for parameter, gradient in zip(descending, gradients):
            parameter -= 1e-2 * gradient
        return loss

    def adam_step():
        loss, gradients = backpropagate(adapting, x, y)
        adam.step(gradients)
        return loss

    inputs = [x] + [np.ones((128, width), dtype) for width in (256, 128, 10)]

    def products():
        for k, weight in enumerate(measured[::2]):
            inputs[k] @ weight
            inputs[k].T @ inputs[k + 1]
            if k > 0:
                inputs[k + 1] @ weight.T

    return rows("G:", f"/{name}", [
        ("mlp_sgd", sgd_step),
        ("mlp_adam", adam_step),
        ("mlp_grad_only", lambda: backpropagate(measured, x, y)[0]),
        ("mlp_products", products, lambda _: 1),
    ])


def backpropagate(parameters, x, y):
    """The loss, and its gradient by each parameter, by hand."""
    w1, b1, w2, b2, w3, b3 = parameters
    z1 = x @ w1 + b1
    h1 = np.maximum(z1, 0)
    z2 = h1 @ w2 + b2
    h2 = np.maximum(z2, 0)
    loss, d3 = softmax_cross_entropy(h2 @ w3 + b3, y)
    d2 = (d3 @ w3.T) * (z2 > 0)
    d1 = (d2 @ w2.T) * (z1 > 0)
    return loss, [x.T @ d1, d1.sum(0), h1.T @ d2, d2.sum(0), h2.T @ d3, d3.sum(0)]


def softmax_cross_entropy(z, y):
    """The mean loss of logits, and its gradient."""
    z = z - z.max(1, keepdims=True)
    e = np.exp(z)
    total = e.sum(1, keepdims=True)
    objects = np.arange(len(y))
    loss = (np.log(total[:, 0]) - z[objects, y]).mean()
    d = e / total
    d[objects, y] -= 1
    return loss, d / len(y)


class Adam:
    def __init__(self, parameters):
        self.parameters = parameters
        self.means = [np.zeros_like(p) for p in parameters]
        self.squares = [np.zeros_like(p) for p in parameters]
        self.steps = 0

    def step(self, gradients):
        self.steps += 1
        mean_scale, square_scale = 1 - 0.9**self.steps, 1 - 0.999**self.steps
        for p, g, mean, square in zip(self.parameters, gradients, self.means, self.squares):
            mean *= 0.9
            mean += 0.1 * g
            square *= 0.999
            square += 0.001 * (g * g)
            p -= (1e-3 / mean_scale) * mean / (np.sqrt(square / square_scale) + 1e-8)


def torch_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    x, y = (torch.from_numpy(a) for a in batch(dtype))

    def model():
        linear = torch.nn.Linear
        result = torch.nn.Sequential(
            linear(784, 256), torch.nn.ReLU(), linear(256, 128), torch.nn.ReLU(), linear(128, 10)
        ).to(x.dtype)
        with torch.no_grad():
            for parameter, value in zip(result.parameters(), parameters(dtype)):
                parameter.copy_(torch.from_numpy(value.T))
        return result

    def gradients(net):
        with torch.enable_grad():
            loss = torch.nn.functional.cross_entropy(net(x), y)
            loss.backward()
        return loss

    def stepping(net, optimizer):
        def step():
            optimizer.zero_grad()
            loss = gradients(net)
            optimizer.step()
            return loss.item()

        return step

    descending, adapting, measured = model(), model(), model()

    def gradients_only():
        measured.zero_grad()
        return gradients(measured).item()

    return rows("G:", f"/{name}", [
        ("mlp_sgd", stepping(descending, torch.optim.SGD(descending.parameters(), 1e-2))),
        ("mlp_adam", stepping(adapting, torch.optim.Adam(adapting.parameters(), 1e-3))),
        ("mlp_grad_only", gradients_only),
    ])


def sequences(dtype):
    rng = np.random.default_rng(7)
    x = rng.standard_normal((50, 32, 64)).astype(dtype)
    return x, rng.standard_normal((50, 32, 128)).astype(dtype)


def lstm_parameters(dtype):
    """weight_ih, weight_hh, bias_ih, bias_hh, drawn in this order."""
    rng = np.random.default_rng(3)
    bound = 1 / np.sqrt(128)
    return [rng.uniform(-bound, bound, shape).astype(dtype) for shape in ((512, 64), (512, 128), (512,), (512,))]


def numpy_lstm_rows(lib, name):
    dtype = DTYPES[name]
    x, target = sequences(dtype)
    adapting, measured = lstm_parameters(dtype), lstm_parameters(dtype)
    adam = Adam(adapting)
    flat, gates, every = x.reshape(1600, 64), np.ones((1600, 512), dtype), np.ones((1600, 128), dtype)
    h, dz = np.ones((32, 128), dtype), np.ones((32, 512), dtype)

    def adam_step():
        loss, gradients = through_time(adapting, x, target)
        adam.step(gradients)
        return loss

    def products():
        w, u = measured[:2]
        flat @ w.T
        for _ in range(50):
            h @ u.T
            dz @ u
        gates.T @ flat
        gates.T @ every
        gates @ w

    return rows("G:", f"/{name}", [
        ("lstm_adam", adam_step),
        ("lstm_grad_only", lambda: through_time(measured, x, target)[0]),
        ("lstm_products", products, lambda _: 1),
    ])


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def through_time(parameters, x, target):
    """The loss, and its gradient by each parameter, by hand; the one by the inputs is computed, too."""
    w, u, b, c_bias = parameters
    steps, objects, width = len(x), x.shape[1], u.shape[1]
    flat = x.reshape(steps * objects, -1)
    a = (flat @ w.T + (b + c_bias)).reshape(steps, objects, -1)
    h = c = np.zeros((objects, width), x.dtype)
    before, caches, outputs = [], [], []
    for t in range(steps):
        before.append(h)
        z = a[t] + h @ u.T
        i, f, o = sigmoid(z[:, :width]), sigmoid(z[:, width:2 * width]), sigmoid(z[:, 3 * width:])
        g = np.tanh(z[:, 2 * width:3 * width])
        old, c = c, f * c + i * g
        tc = np.tanh(c)
        h = o * tc
        caches.append((i, f, g, o, old, tc))
        outputs.append(h)
    difference = np.stack(outputs) - target
    dy = difference * x.dtype.type(2 / difference.size)
    dh = dc = np.zeros_like(h)
    dz = np.empty_like(a)
    for t in reversed(range(steps)):
        i, f, g, o, old, tc = caches[t]
        dh = dh + dy[t]
        dc = dc + dh * o * (1 - tc * tc)
        dz[t, :, :width] = dc * g * i * (1 - i)
        dz[t, :, width:2 * width] = dc * old * f * (1 - f)
        dz[t, :, 2 * width:3 * width] = dc * i * (1 - g * g)
        dz[t, :, 3 * width:] = dh * tc * o * (1 - o)
        dh, dc = dz[t] @ u, dc * f
    dz = dz.reshape(steps * objects, -1)
    dz @ w
    db = dz.sum(0)
    return (difference * difference).mean(), [dz.T @ flat, dz.T @ np.stack(before).reshape(-1, width), db, db]


def torch_lstm_rows(lib, name):
    torch, dtype = lib.xp, DTYPES[name]
    x, target = (torch.from_numpy(a) for a in sequences(dtype))
    x.requires_grad_(True)

    def model():
        result = torch.nn.LSTM(64, 128).to(x.dtype)
        with torch.no_grad():
            for parameter, value in zip(result.parameters(), lstm_parameters(dtype)):
                parameter.copy_(torch.from_numpy(value))
        return result

    def gradients(net):
        net.zero_grad()
        x.grad = None
        with torch.enable_grad():
            loss = torch.nn.functional.mse_loss(net(x)[0], target)
            loss.backward()
        return loss

    adapting, measured = model(), model()
    optimizer = torch.optim.Adam(adapting.parameters(), 1e-3)

    def adam_step():
        loss = gradients(adapting)
        optimizer.step()
        return loss.item()

    return rows("G:", f"/{name}", [
        ("lstm_adam", adam_step),
        ("lstm_grad_only", lambda: gradients(measured).item()),
    ])
