#!/usr/bin/env python3
"""What simpler methods reach on the run's splits, from scikit-learn and NumPy.

    pip install scikit-learn==1.9.1 numpy
    python3 make_baselines.py

writes baselines.json: on the digits a support vector machine and the nearest neighbour; on the colour pictures both again, and ridge
regression on patches sorted by k-means (Coates, Ng, Lee 2011). Nothing here looks at our own results.
"""

import csv
import gzip
import json
import pathlib

import numpy as np
from sklearn.cluster import MiniBatchKMeans
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "Sources" / "CourseKit" / "Data"


def digits():
    table = np.loadtxt(gzip.open(DATA / "digits.csv.gz"), delimiter=",")
    return table[:, :64] / 16, table[:, 64].astype(int)


def idx(file):
    data = gzip.open(file).read()
    rank = data[3]
    shape = [int.from_bytes(data[4 + 4 * k:8 + 4 * k], "big") for k in range(rank)]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank).reshape(shape)


def pictures(name):
    rows = list(csv.reader(open(DATA / f"{name}.csv", encoding="utf-8")))
    pixels = idx(DATA / f"{name}.idx.gz") / 255
    names = [row[0] for row in rows[len(rows) - len(pixels):]]
    classes = sorted(set(names))
    opacity = pixels[:, 3:]
    over_white = pixels[:, :3] * opacity + (1 - opacity)
    return over_white, np.array([classes.index(n) for n in names]), classes


def stratified(labels, seed, fraction=0.2):
    """The course's trainTestSplit(stratifiedBy:): each class's share by the largest remainder."""
    order = np.random.default_rng(seed).permutation(len(labels))
    held = int(np.ceil(len(labels) * fraction))
    counts = np.bincount(labels)
    quota = held * counts
    take = quota // len(labels)
    rest = quota % len(labels)
    for c in sorted(range(len(counts)), key=lambda c: (-rest[c], c))[:held - take.sum()]:
        take[c] += 1
    left, test, train = take.copy(), [], []
    for i in order:
        if left[labels[i]] > 0:
            left[labels[i]] -= 1
            test.append(i)
        else:
            train.append(i)
    return np.array(train), np.array(test)


def accuracies(x, y, train, test):
    flat = x.reshape(len(x), -1)
    svc = SVC().fit(flat[train], y[train]).score(flat[test], y[test])
    stricter = SVC(C=10).fit(flat[train], y[train]).score(flat[test], y[test])
    near = KNeighborsClassifier(1).fit(flat[train], y[train]).score(flat[test], y[test])
    return {"svc": svc, "svc10": stricter, "nearest": near}


def patch_features(x, train, seed, size=6, count=200):
    """How near each patch of a picture is to each of `count` centres of patches, summed over the picture's quarters."""
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(2, 3))
    n, c, rows, columns = windows.shape[:4]
    patches = windows.transpose(0, 2, 3, 1, 4, 5).reshape(n, rows * columns, -1)

    def normal(p):
        return (p - p.mean(-1, keepdims=True)) / np.sqrt(p.var(-1, keepdims=True) + 0.01)

    rng = np.random.default_rng(seed)
    sample = normal(patches[train].reshape(-1, patches.shape[-1])[rng.integers(0, len(train) * rows * columns, 20000)])
    mean = sample.mean(0)
    values, vectors = np.linalg.eigh(np.cov(sample.T))
    whiten = vectors @ np.diag(1 / np.sqrt(values + 0.1)) @ vectors.T
    centres = MiniBatchKMeans(count, random_state=seed, n_init=3).fit((sample - mean) @ whiten).cluster_centers_
    features = []
    for p in patches:
        z = (normal(p) - mean) @ whiten
        d = np.sqrt(np.maximum((z ** 2).sum(1)[:, None] - 2 * z @ centres.T + (centres ** 2).sum(1), 0))
        f = np.maximum(d.mean(1, keepdims=True) - d, 0).reshape(rows, columns, count)
        h, w = rows // 2, columns // 2
        features.append(np.concatenate([q.sum((0, 1)) for q in (f[:h, :w], f[:h, w:], f[h:, :w], f[h:, w:])]))
    return np.array(features)


def ridge(features, y, train, test):
    mean, deviation = features[train].mean(0), features[train].std(0) + 1e-9
    f = (features - mean) / deviation
    targets = np.eye(y.max() + 1)[y[train]] * 2 - 1
    a = f[train]
    w = a.T @ np.linalg.solve(a @ a.T + 1000 * np.eye(len(train)), targets)
    return float(((f[test] @ w).argmax(1) == y[test]).mean())


if __name__ == "__main__":
    x, y = digits()
    result = {"digits": []}
    for seed in range(3):
        order = np.random.default_rng(seed).permutation(len(x))
        result["digits"].append(accuracies(x, y, order[360:], order[:360]))
    for key, name in [("emoji", "emoji-noto/pictures"), ("photos", "tuxpaint/photos")]:
        x, y, classes = pictures(name)
        result[key] = []
        for seed in range(3):
            train, test = stratified(y, seed)
            row = accuracies(x, y, train, test)
            row["patches"] = ridge(patch_features(x, train, seed), y, train, test)
            result[key].append(row)
        print(key, len(x), dict(zip(classes, np.bincount(y).tolist())), result[key])
    print(result["digits"])
    (HERE / "baselines.json").write_text(json.dumps(result, indent=1) + "\n")
