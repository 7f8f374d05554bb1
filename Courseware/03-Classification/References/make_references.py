"""Makes the expected values of unit 03.

    pip install torch==2.13.0+cpu scikit-learn==1.9.1
    python make_references.py

PyTorch (double precision, its own differentiation) for losses and gradients, scikit-learn for the
perceptron, the reports, the ROC curve and the minima, NumPy for the optimisers.
"""

import json
import pathlib

import numpy as np
import torch
from sklearn.datasets import load_breast_cancer, load_digits, load_iris
from sklearn.linear_model import LogisticRegression, Perceptron
from sklearn.metrics import classification_report, confusion_matrix, roc_auc_score, roc_curve

HERE = pathlib.Path(__file__).parent
torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(3)


def encoded(value):
    """Arrays and tensors as NDArray reads them: dtype, shape and elements in C order."""
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


def sigmoid():
    z = torch.tensor([-1000.0, -40, -10, -3.7, -1, -1e-9, 0, 1e-9, 0.5, 1, 10, 40, 1000], requires_grad=True)
    s = torch.sigmoid(z)
    s.sum().backward()
    save("sigmoid.json", {
        "z": z, "value": s, "derivative": z.grad, "logarithm": torch.nn.functional.logsigmoid(z)})


def gradients(x, w, z, losses, penalty):
    """What both models compute: from a random upstream gradient, and from the penalised mean loss."""
    upstream = torch.tensor(rng.normal(size=len(x)))
    dz, dw, dx = torch.autograd.grad((losses * upstream).sum(), [z, w, x], retain_graph=True)
    loss = losses.mean() + penalty / 2 * (w[1:] ** 2).sum()
    return {
        "features": x, "parameters": w, "penalty": penalty, "upstream": upstream, "logits": z,
        "losses": losses, "dLogits": dz, "dParameters": dw, "dInput": dx,
        "loss": loss.item(), "gradient": torch.autograd.grad(loss, w)[0],
    }


def logistic():
    cases = []
    for n, d in [(1, 1), (5, 3), (2, 7), (40, 10)]:
        x = torch.tensor(rng.normal(size=(n, d)), requires_grad=True)
        w = torch.tensor(rng.normal(size=d + 1), requires_grad=True)
        y = torch.tensor(rng.integers(0, 2, size=n))
        z = x @ w[1:] + w[0]
        losses = torch.nn.functional.binary_cross_entropy_with_logits(z, y.double(), reduction="none")
        cases.append({"labels": y, **gradients(x, w, z, losses, penalty=0.3)})
    save("logistic.json", cases)


def softmax():
    cases = []
    for n, d, k in [(1, 1, 2), (5, 3, 4), (2, 7, 3), (30, 6, 10)]:
        x = torch.tensor(rng.normal(size=(n, d)), requires_grad=True)
        w = torch.tensor(rng.normal(size=(d + 1, k)), requires_grad=True)
        y = torch.tensor(rng.integers(0, k, size=n))
        z = x @ w[1:] + w[0]
        losses = torch.nn.functional.cross_entropy(z, y, reduction="none")
        cases.append({
            "labels": y, "probabilities": torch.softmax(z, 1), **gradients(x, w, z, losses, penalty=0.2)})
    save("softmax.json", cases)


def perceptron():
    """scikit-learn's perceptron without shuffling makes the same steps in the same order."""
    x = rng.normal(size=(40, 2)) + [3, 1]
    y = np.where(x @ [1.0, -2.0] - 1 > 0, 1, -1)
    x += 0.02 * y[:, None] * np.array([1.0, -2.0])  # a gap between the classes
    passes = []
    for count in [1, 2, 5]:
        model = Perceptron(max_iter=count, tol=None, shuffle=False).fit(x, y)
        passes.append({"passes": count, "weights": model.coef_[0], "bias": model.intercept_[0]})
    save("perceptron.json", {"features": x, "labels": y.astype(float), "after": passes})


def stochastic():
    """Mini-batches of 4 from 10 objects in the order of default_rng(7), written as a plain loop."""
    x, y = rng.normal(size=(10, 3)), rng.integers(0, 2, size=10)
    w, generator = np.zeros(4), np.random.default_rng(7)
    ones = np.column_stack([np.ones(10), x])
    points = []
    for _ in range(3):
        order = generator.permutation(10)
        for first in range(0, 10, 4):
            rows = order[first:first + 4]
            p = 1 / (1 + np.exp(-ones[rows] @ w))
            w = w - 0.5 * ones[rows].T @ (p - y[rows]) / len(rows)
        points.append(w)
    save("stochastic.json", {
        "features": x, "labels": y, "rate": 0.5, "batchSize": 4, "seed": 7, "points": points})


def lbfgs():
    """The same direction with the d × d matrix written down: H <- (I - ρsyᵀ)H(I - ρysᵀ) + ρssᵀ."""
    cases = []
    for d, count in [(3, 0), (3, 1), (5, 4), (20, 10)]:
        a = rng.normal(size=(d, d))
        hessian = a @ a.T + np.eye(d)
        s = rng.normal(size=(count, d))
        y = s @ hessian
        gradient = rng.normal(size=d)
        h = np.eye(d)
        if count:
            h *= s[-1] @ y[-1] / (y[-1] @ y[-1])
        for si, yi in zip(s, y):
            rho = 1 / (si @ yi)
            v = np.eye(d) - rho * np.outer(yi, si)
            h = v.T @ h @ v + rho * np.outer(si, si)
        cases.append({"s": s, "y": y, "gradient": gradient, "direction": -h @ gradient})
    save("lbfgs.json", cases)


def reports():
    # The table of the lecture: 117, 96 and 87 predictions, of which 95, 71 and 65 are right.
    lecture = np.array([[95, 3, 2], [9, 71, 20], [13, 22, 65]])
    random = [rng.integers(0, 30, size=(k, k)) for k in (2, 3, 7)]
    never = np.array([[5, 0, 2], [3, 0, 1], [1, 0, 6]])  # class 1 is never predicted
    cases = []
    for counts, names, digits in [
        (lecture, ["0", "55", "58"], 4),
        *[(counts, [f"class {k}" for k in range(len(counts))], 2) for counts in random],
        (never, ["a", "b", "a class with a long name"], 3),
    ]:
        k = len(counts)
        actual = np.repeat(np.arange(k), counts.sum(1))
        predicted = np.concatenate([np.repeat(np.arange(k), row) for row in counts])
        order = rng.permutation(len(actual))
        actual, predicted = actual[order], predicted[order]
        options = dict(labels=range(k), target_names=names, zero_division=0)
        values = classification_report(actual, predicted, output_dict=True, **options)
        measures = ["precision", "recall", "f1-score"]
        cases.append({
            "actual": actual, "predicted": predicted, "names": names, "digits": digits,
            "counts": confusion_matrix(actual, predicted, labels=range(k)),
            "text": classification_report(actual, predicted, digits=digits, **options),
            "accuracy": values["accuracy"],
            "precision": np.array([values[n]["precision"] for n in names]),
            "recall": np.array([values[n]["recall"] for n in names]),
            "f1": np.array([values[n]["f1-score"] for n in names]),
            "macro": np.array([values["macro avg"][m] for m in measures]),
            "weighted": np.array([values["weighted avg"][m] for m in measures]),
        })
    save("reports.json", cases)


def roc():
    cases = []
    for n in (6, 50):
        labels = rng.integers(0, 2, size=n)
        labels[:2] = [0, 1]
        scores = np.round(rng.normal(size=n) + labels, 1)  # with ties
        across, up, _ = roc_curve(labels, scores, drop_intermediate=False)
        cases.append({"labels": labels, "scores": scores, "falsePositiveRate": across,
                      "truePositiveRate": up, "area": roc_auc_score(labels, scores)})
    save("roc.json", cases)


def minimum():
    """Where scikit-learn's logistic regression ends: C = 1/(nλ) makes its objective ours."""
    x, penalty = rng.normal(size=(60, 4)), 0.05
    two = (x @ [1.0, -2, 0.5, 0] + rng.normal(size=60) > 0).astype(int)
    three = (x[:, 0] > 0.3).astype(int) + (x[:, 1] + 0.3 * rng.normal(size=60) > 0)
    found = {}
    for name, labels in [("logistic", two), ("softmax", three)]:
        model = LogisticRegression(
            C=1 / (60 * penalty), solver="newton-cg", tol=1e-12, max_iter=10_000).fit(x, labels)
        parameters = np.vstack([model.intercept_, model.coef_.T])
        found[name] = {"labels": labels, "parameters": parameters if name == "softmax" else parameters[:, 0]}
    save("minimum.json", {"features": x, "penalty": penalty, **found})


def split(y, seed=1, share=0.2):
    """CourseKit's stratified split: permute, then give each class its share of the test part."""
    held = int(np.ceil(len(y) * share))
    sizes = np.bincount(y)
    places = sizes * held // len(y)
    remainders = sizes * held % len(y)
    for label in sorted(range(len(sizes)), key=lambda c: (-remainders[c], c))[: held - places.sum()]:
        places[label] += 1
    train, test = [], []
    for i in np.random.default_rng(seed).permutation(len(y)):
        (test if places[y[i]] > 0 else train).append(i)
        places[y[i]] -= 1
    return np.array(train), np.array(test)


def runs():
    """What scikit-learn's logistic regression reaches on the splits of the run (C = 1: λ = 1/n)."""
    found = {}
    for name, data, columns, scaled in [
        ("breastCancer", load_breast_cancer(), slice(None), True),
        ("irisPetals", load_iris(), slice(2, 4), True),
        ("iris", load_iris(), slice(None), True),
        ("digits", load_digits(), slice(None), False),
    ]:
        x, y = data.data[:, columns], data.target
        train, test = split(y)
        if scaled:
            mean, deviation = x[train].mean(0), x[train].std(0)
            x = (x - mean) / deviation
        else:
            x = x / 16
        model = LogisticRegression(C=1, tol=1e-10, max_iter=100_000).fit(x[train], y[train])
        found[name] = {"train": model.score(x[train], y[train]), "test": model.score(x[test], y[test]),
                       "right": int((model.predict(x[test]) == y[test]).sum()), "of": len(test)}
        if name == "breastCancer":
            found[name]["area"] = roc_auc_score(y[test], model.decision_function(x[test]))
    save("runs.json", found)


if __name__ == "__main__":
    for make in (sigmoid, logistic, softmax, perceptron, stochastic, lbfgs, reports, roc, minimum, runs):
        make()
