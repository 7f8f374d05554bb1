"""Section G: the rows of a step of training, whatever the network: gradient descent, Adam, and the gradients alone."""
import numpy as np

from library import rows


def numpy_rows(net, name, parameters, backpropagate, products):
    """`parameters()` draws them, `backpropagate(parameters)` is the loss and its gradients, `products()` the bound of the others."""
    descending, adapting, measured = parameters(), parameters(), parameters()
    adam = Adam(adapting)

    def sgd_step():
        loss, gradients = backpropagate(descending)
        for parameter, gradient in zip(descending, gradients):
            parameter -= 1e-2 * gradient
        return loss

    def adam_step():
        loss, gradients = backpropagate(adapting)
        adam.step(gradients)
        return loss

    return rows(f"G:{net}_", f"/{name}", [
        ("sgd", sgd_step),
        ("adam", adam_step),
        ("grad_only", lambda: backpropagate(measured)[0]),
        ("products", products, lambda _: 1),
    ])


def torch_rows(lib, net, name, model, loss_of):
    """`model()` is a network of the same weights, `loss_of(network)` its loss."""
    torch = lib.xp

    def gradients(network):
        network.zero_grad()
        with torch.enable_grad():
            loss = loss_of(network)
            loss.backward()
        return loss

    def stepping(optimiser, **settings):
        network = model()
        optimiser = optimiser(network.parameters(), **settings)

        def step():
            loss = gradients(network)
            optimiser.step()
            return loss.item()

        return step

    measured = model()
    return rows(f"G:{net}_", f"/{name}", [
        ("sgd", stepping(torch.optim.SGD, lr=1e-2)),
        ("adam", stepping(torch.optim.Adam, lr=1e-3)),
        ("grad_only", lambda: gradients(measured).item()),
    ])


def copied(network, values):
    """A PyTorch network with these values of its parameters, in their order and of their type."""
    import torch

    network = network.to(torch.from_numpy(values[0]).dtype)
    with torch.no_grad():
        for parameter, value in zip(network.parameters(), values, strict=True):
            parameter.copy_(torch.from_numpy(value))
    return network


def transposed(parameters):
    """The values as `copied` takes them: PyTorch's linear maps are (outputs, inputs)."""
    return [value.T if value.ndim == 2 else value for value in parameters]


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


def mean_square(y, target):
    """The mean square of the difference, and its gradient."""
    difference = y - target
    return (difference * difference).mean(), difference * y.dtype.type(2 / difference.size)
