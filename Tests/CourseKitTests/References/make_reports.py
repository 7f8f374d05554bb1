"""Makes reports.json: what scikit-learn 1.9.1 says of some predictions, and how it prints it.

Run in this folder: python3 make_reports.py
"""

import json
import warnings

import numpy as np
from sklearn.datasets import load_digits, load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, confusion_matrix
from sklearn.model_selection import train_test_split

warnings.filterwarnings("ignore")


def case(name, actual, predicted, names, digits=2):
    labels = range(len(names))
    told = classification_report(
        actual, predicted, labels=labels, target_names=names, output_dict=True, zero_division=0
    )
    return {
        "name": name,
        "actual": [int(v) for v in actual],
        "predicted": [int(v) for v in predicted],
        "classNames": names,
        "digits": digits,
        "text": classification_report(
            actual, predicted, labels=labels, target_names=names, digits=digits, zero_division=0
        ),
        "matrix": confusion_matrix(actual, predicted, labels=labels).ravel().tolist(),
        "accuracy": told["accuracy"],
        "macro": [told["macro avg"][k] for k in ("precision", "recall", "f1-score")],
        "weighted": [told["weighted avg"][k] for k in ("precision", "recall", "f1-score")],
        "f1": [told[n]["f1-score"] for n in names],
    }


def fitted(data, name, names, digits=2):
    x, xt, y, yt = train_test_split(data.data, data.target, test_size=0.5, random_state=0)
    model = LogisticRegression(max_iter=60, C=0.001).fit(x, y)
    return case(name, yt, model.predict(xt), names, digits)


rng = np.random.default_rng(0)
wide = rng.integers(0, 4, 3000)
noisy = np.where(rng.random(3000) < 0.6, wide, rng.integers(0, 4, 3000))
cases = [
    fitted(load_digits(), "digits", [str(k) for k in range(10)]),
    fitted(load_iris(), "iris", ["setosa", "versicolor", "virginica"], 4),
    case("never predicted", [0, 0, 1, 2, 2], [0, 1, 0, 0, 0], ["a", "b", "c"]),
    case("never there", [0, 0, 1, 1], [0, 2, 1, 1], ["a", "b", "c"]),
    case("all right", [0, 1, 1], [0, 1, 1], ["no", "yes"]),
    case("long names", wide, noisy, ["x", "a name longer than the averages", "y", "z"], 3),
    # The lecture's class of 100: precision .8120, recall .9500, F1 .8756.
    case(
        "lecture",
        [1] * 100 + [0] * 100,
        [1] * 95 + [0] * 5 + [1] * 22 + [0] * 78,
        ["other", "class"],
        4,
    ),
]
with open("reports.json", "w") as file:
    json.dump(cases, file)
    file.write("\n")
