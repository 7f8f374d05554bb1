"""Makes the expected values of unit 02.

    pip install numpy scipy scikit-learn==1.9.1
    python make_references.py

scikit-learn for least squares, ridge, neighbours and trees, NumPy for the descents and the minimum-norm solution.
"""

import json
import pathlib

import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score
from sklearn.neighbors import KNeighborsRegressor
from sklearn.tree import DecisionTreeRegressor

HERE = pathlib.Path(__file__).parent
rng = np.random.default_rng(2)


def encoded(value):
    """Arrays as NDArray reads them: dtype, shape and elements in C order."""
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


def with_ones(x):
    return np.column_stack([np.ones(len(x)), x])


def least_squares():
    """Random tables: what least squares, ridge and the gradients give."""
    cases = []
    for n, d in [(7, 3), (12, 5), (4, 1), (30, 8)]:
        x = with_ones(rng.normal(size=(n, d)) * rng.uniform(0.5, 3, size=d) + rng.normal(size=d))
        y = rng.normal(size=n)
        w = rng.normal(size=d + 1)
        model = LinearRegression().fit(x[:, 1:], y)
        cases.append({
            "x": x, "y": y, "w": w,
            "solution": np.concatenate([[model.intercept_], model.coef_]),
            "mse": mean_squared_error(y, x @ w), "mae": mean_absolute_error(y, x @ w),
            "r2": r2_score(y, x @ w),
            "ridge": [{"lambda": a, **ridge(x, y, a)} for a in [0.1, 4.0, 250.0]],
        })
    save("leastsquares.json", cases)


def ridge(x, y, a):
    free = Ridge(alpha=a).fit(x[:, 1:], y)
    both = Ridge(alpha=a, fit_intercept=False).fit(x, y)
    return {"free": np.concatenate([[free.intercept_], free.coef_]), "penalised": both.coef_}


def singular():
    x = np.array([[1.0, 2], [2, 4], [3, 6]])
    y = np.array([1.0, 2, 2])
    wide = rng.normal(size=(3, 5))
    target = rng.normal(size=3)
    save("singular.json", [
        {"x": x, "y": y, "solution": np.linalg.pinv(x) @ y},
        {"x": wide, "y": target, "solution": np.linalg.pinv(wide) @ target},
    ])


def descents():
    x = with_ones(rng.normal(size=(10, 2)))
    y = rng.normal(size=10)
    cases = []
    for size in [1, 4, 10]:
        order = np.random.default_rng(5)
        w = np.array([0.3, -0.2, 0.1])
        path = [w]
        for _ in range(3):
            p = order.permutation(10)
            for start in range(0, 10, size):
                b = p[start:start + size]
                w = w + 0.05 * 2 / len(b) * x[b].T @ (y[b] - x[b] @ w)
            path.append(w)
        cases.append({"batchSize": size, "path": np.array(path)})
    save("descents.json", {"x": x, "y": y, "seed": 5, "rate": 0.05, "cases": cases})


def neighbours():
    x, y, queries = rng.normal(size=(20, 3)), rng.normal(size=20), rng.normal(size=(6, 3))
    answers = [KNeighborsRegressor(k).fit(x, y).predict(queries) for k in [1, 3, 20]]
    distances = ((queries[:, None] - x[None]) ** 2).sum(2)
    save("neighbours.json", {
        "x": x, "y": y, "queries": queries, "ks": np.array([1, 3, 20]),
        "answers": np.array(answers), "distances": distances})


def stumps():
    cases = []
    for n, d in [(9, 2), (25, 4)]:
        x, y = rng.normal(size=(n, d)), rng.normal(size=n)
        tree = DecisionTreeRegressor(max_depth=1).fit(x, y).tree_
        cases.append({
            "x": x, "y": y, "feature": tree.feature[0], "threshold": tree.threshold[0],
            "below": tree.value[1].item(), "above": tree.value[2].item()})
    save("stumps.json", cases)


def diabetes():
    """All of it for the checks; the split of the run: permutation of seed 0, the first 88 held out."""
    x, y = load_diabetes(return_X_y=True, scaled=False)
    p = np.random.default_rng(0).permutation(len(y))
    test, train = p[:88], p[88:]
    mean, deviation = x[train].mean(0), x[train].std(0)
    z = (x - mean) / deviation
    whole = LinearRegression().fit(x, y)
    model = LinearRegression().fit(z[train], y[train])
    answer = model.predict(z[test])
    result = {
        "allR2": whole.score(x, y), "intercept": whole.intercept_, "weights": whole.coef_,
        "trainR2": model.score(z[train], y[train]), "testR2": model.score(z[test], y[test]),
        "mse": mean_squared_error(y[test], answer), "mae": mean_absolute_error(y[test], answer),
        "ridge10": Ridge(alpha=10).fit(z[train], y[train]).score(z[test], y[test]),
    }
    for k in [1, 5, 20]:
        result[f"neighbours{k}"] = KNeighborsRegressor(k).fit(z[train], y[train]).score(z[test], y[test])
    result["stump"] = DecisionTreeRegressor(max_depth=1).fit(z[train], y[train]).score(z[test], y[test])
    result["tree3"] = DecisionTreeRegressor(max_depth=3, random_state=0).fit(z[train], y[train]).score(
        z[test], y[test])
    save("diabetes.json", result)
    print({k: v for k, v in result.items() if k != "weights"})


least_squares()
singular()
descents()
neighbours()
stumps()
diabetes()
