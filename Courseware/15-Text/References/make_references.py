#!/usr/bin/env python3
"""Reference values for unit 15, from NLTK, scikit-learn, PyTorch (double precision) and pymorphy3.

    pip install nltk==3.10.4 scikit-learn==1.9.1 torch==2.13.0+cpu pymorphy3==2.0.6 numpy
    python3 make_references.py

writes porter.json (NLTK's Porter stemmer in its original mode), morphology.json (forms of Russian nouns), weights.json (TF-IDF and a
sparse classifier), layers.json (embeddings, softmax, negative sampling), pieces.json (tokens, edit distances, byte pairs, as written
down here from their definitions) and runs.json (scikit-learn on the data of the run, and the folds). Nothing here looks at our own results.
"""

import collections
import gzip
import json
import pathlib
import re

import numpy as np
import pymorphy3
import torch
import torch.nn.functional as F
from nltk.metrics import edit_distance
from nltk.stem.porter import PorterStemmer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parents[2] / "Sources" / "CourseKit" / "Data"
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
rng = np.random.default_rng(15)


def encoded(value):
    if isinstance(value, torch.Tensor):
        value = value.detach().numpy()
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return value.item()
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
    (HERE / name).write_text(json.dumps(encoded(value), ensure_ascii=False) + "\n", encoding="utf8")


def tokens(text):
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.lower().replace("’", "'"))


def reviews(part):
    lines = gzip.open(DATA / "reviews" / f"reviews-{part}.tsv.gz", "rt", encoding="utf8").read().split("\n")[1:]
    rows = [line.split("\t", 1) for line in lines if line]
    return [text for _, text in rows], np.array([int(label) for label, _ in rows])


def sonnets():
    poems = []
    for line in (DATA / "texts" / "sonnets.txt").read_text().split("\n"):
        line = line.strip()
        if line and set(line) <= set("IVXLC"):
            poems.append([])
        elif line and poems:
            poems[-1].append(line)
    return ["\n".join(poem) for poem in poems]


def porter():
    stemmer = PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM)
    bible = [line for line in gzip.open(DATA / "texts" / "bible.txt.gz", "rt") if not line.startswith("#")]
    words = set(tokens(" ".join(bible))) | set(tokens(" ".join(reviews("train")[0])))
    words = sorted(w for w in words if w.isascii())[::3]
    # the examples of the paper, step by step, and words that end in every suffix of its tables
    words += """caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling
    hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli
    vileli analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti sensitiviti
    sensibiliti triplicate formative formalize electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic
    adjustable defensible irritant replacement adjustment dependent adoption homologou communism activate angulariti homologous effective
    bowdlerize probate rate cease controll roll generalizations oscillators description strategies scary syzygy toy by yes say yyy
    possibly geology a i is as be ed ing eed ll ion sion
    agreement cement element logical fully ay aye eye""".split()
    return {"words": words, "stems": [stemmer.stem(w) for w in words]}


NOUNS = """стол завод закон урок текст вопрос билет язык автор студент мальчик кот волк слон портфель спектакль писатель гость
читатель медведь музей трамвай случай герой комната книга задача машина газета страна школа река лампа улица дорога собака рыба
птица неделя буря пуля няня линия станция лекция армия история тетрадь ночь дверь область степень новость площадь слово место дело
болото право море поле здание знание задание мнение условие человек ребёнок путь сын мать кошка время окно""".split()
CASES = ["nomn", "gent", "datv", "accs", "ablt", "loct"]


def morphology():
    analyser = pymorphy3.MorphAnalyzer()
    result = {}
    for lemma in NOUNS:
        parse = [p for p in analyser.parse(lemma) if p.tag.POS == "NOUN" and p.normal_form == lemma and "nomn" in p.tag and "sing" in p.tag]
        parse = parse[0]
        forms = []
        for number in ("sing", "plur"):
            for case in CASES:
                forms.append(parse.inflect({number, case}).word)
        result[lemma] = {"gender": {"masc": "masculine", "femn": "feminine", "neut": "neuter"}[parse.tag.gender],
                         "animate": parse.tag.animacy == "anim", "forms": forms}
    return result


def weights():
    texts = ["a b b c", "b c d d d", "e", "a e e c b", "c c c f f a b", ""]
    counts = CountVectorizer(token_pattern=r"\w+").fit(texts)
    C = counts.transform(texts).toarray().astype(float)
    smooth = TfidfVectorizer(token_pattern=r"\w+").fit_transform(texts).toarray()
    three = ["this movie is very scary and long", "this movie is not scary and is slow", "this movie is spooky and good"]
    v = TfidfVectorizer(token_pattern=r"\w+").fit(three)
    sub = TfidfVectorizer(token_pattern=r"\w+", sublinear_tf=True).fit(texts)
    unseen = ["b z z d b b", "z", "f a"]
    X, y = TfidfVectorizer(analyzer=tokens).fit_transform(reviews("train")[0][:90]), reviews("train")[1][:90]
    y = y.copy()
    y[:20] = 0
    model = LogisticRegression(C=2.5, tol=1e-12, max_iter=10000).fit(X, y)
    w = rng.normal(size=X.shape[1] + 1)
    z = X @ w[1:] + w[0]
    p = 1 / (1 + np.exp(-z))
    value = 0.5 * (w[1:] ** 2).sum() + 2.5 * (np.logaddexp(0, z) - y * z).sum()
    gradient = np.concatenate([[2.5 * (p - y).sum()], w[1:] + 2.5 * (X.T @ (p - y))])
    return {
        "texts": texts, "words": list(counts.get_feature_names_out()), "counts": C, "smooth": smooth,
        "three": three, "threeWords": list(v.get_feature_names_out()), "threeWeights": v.transform(three).toarray(),
        "sublinear": sub.transform(texts).toarray(), "unseen": unseen, "unseenWeights": sub.transform(unseen).toarray(),
        "classifierLabels": y, "classifierPoint": w, "classifierValue": value, "classifierGradient": gradient,
        "classifierParameters": np.concatenate([model.intercept_, model.coef_[0]]),
    }


def layers():
    words, width, n, k = 7, 4, 5, 3
    V, U = (torch.tensor(rng.normal(size=(words, width)), requires_grad=True) for _ in range(2))
    result = {"V": V, "U": U}
    ids = torch.tensor([3, 0, 3, 6, 3])
    targets = torch.tensor([1, 5, 5, 0, 1])
    negatives = torch.tensor([[0, 2, 2], [1, 4, 1], [3, 6, 0], [5, 5, 5], [4, 0, 2]])
    bags = [[3, 0, 3], [6], [1, 2, 4, 5], [0, 0], [3, 6]]
    flat = torch.tensor([w for bag in bags for w in bag])
    offsets = torch.tensor(np.cumsum([0] + [len(b) for b in bags[:-1]]))

    def negative_loss(h):
        logits = torch.einsum("nd,nkd->nk", h, U[torch.cat([targets[:, None], negatives], 1)])
        labels = torch.zeros(n, k + 1)
        labels[:, 0] = 1
        return F.binary_cross_entropy_with_logits(logits, labels, reduction="sum") / n

    def softmax_loss(h):
        return F.cross_entropy(h @ U.T, targets)

    inputs = {
        "embedding": lambda: F.embedding(ids, V),
        "mean": lambda: F.embedding_bag(flat, V, offsets, mode="mean"),
        "sum": lambda: F.embedding_bag(flat, V, offsets, mode="sum"),
    }
    cases = []
    for name, make in inputs.items():
        for output, loss in (("softmax", softmax_loss), ("negative", negative_loss)):
            V.grad = U.grad = None
            h = make()
            h.retain_grad()
            value = loss(h)
            value.backward()
            cases.append({"input": name, "output": output, "h": h, "loss": value, "dH": h.grad, "dV": V.grad.clone(), "dU": U.grad.clone()})
    return result | {"ids": ids, "targets": targets, "negatives": negatives, "bags": bags, "cases": cases}


def byte_pairs(words, count):
    pieces = {w: list(w) + ["_"] for w in words}
    merges = []
    while len(merges) < count:
        pairs = collections.Counter()
        for w, p in pieces.items():
            for pair in zip(p, p[1:]):
                pairs[pair] += words[w]
        if not pairs:
            break
        best = min(pairs, key=lambda q: (-pairs[q], q))
        if pairs[best] < 2:
            break
        merges.append(list(best))
        for w, p in pieces.items():
            joined, i = [], 0
            while i < len(p):
                if i + 1 < len(p) and (p[i], p[i + 1]) == best:
                    joined.append(p[i] + p[i + 1])
                    i += 2
                else:
                    joined.append(p[i])
                    i += 1
            pieces[w] = joined
    return merges, pieces


def pieces():
    texts = ["Feel'st thou? 'Tis well-known: it's 29.95!", "Ёжик и О’Нил съели 3 яблока.", "rock 'n' roll's", "", "…  ", "naïve CAFÉ_x2y", "don''t stop'"]
    sequences = []
    for _ in range(40):
        a, b = (rng.integers(0, 4, rng.integers(0, 9)).tolist() for _ in range(2))
        sequences.append({"a": a, "b": b, "distance": edit_distance(a, b)})
    words = collections.Counter(t for s in sonnets()[:40] for t in tokens(s) if t.isascii() and "'" not in t)
    merges, split = byte_pairs(dict(words), 150)
    small = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
    smallMerges, _ = byte_pairs(small, 10)
    return {"texts": texts, "tokens": [tokens(t) for t in texts], "sequences": sequences, "bytePairWords": dict(words), "merges": merges,
            "split": {w: split[w] for w in sorted(split)[::9]}, "smallMerges": smallMerges}


def pairs_of(words):
    return [a + " " + b for a, b in zip(words, words[1:])]


def padded(text, n):
    result = []
    for word in text.lower().split():
        word = f" {word} "
        result += [word[i:i + n] for i in range(len(word) - n + 1)] if len(word) > n else [word]
    return result


def runs():
    stemmer = PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM)
    (train, y), (test, wanted) = reviews("train"), reviews("test")
    result = {"reviews": {}, "sonnets": {}}
    analysers = {
        "words": tokens,
        "stems": lambda t: [stemmer.stem(w) for w in tokens(t)],
        "words and pairs": lambda t: tokens(t) + pairs_of(tokens(t)),
    }
    for name, analyser in analysers.items():
        v = TfidfVectorizer(analyzer=analyser, sublinear_tf=True).fit(train)
        model = LogisticRegression(C=1, tol=1e-8, max_iter=5000).fit(v.transform(train), y)
        z = model.decision_function(v.transform(test))
        result["reviews"][name] = {"features": len(v.vocabulary_), "accuracy": accuracy_score(wanted, z > 0), "area": roc_auc_score(wanted, z)}
    poems, y = sonnets(), (np.arange(154) >= 126).astype(int)
    views = {
        "words": tokens,
        "4-grams": lambda t: padded(t, 4),
        "everything": lambda t: tokens(t) + pairs_of(tokens(t)) + padded(t, 3) + padded(t, 4) + padded(t, 5),
    }
    partitions = [np.zeros(154, int) for _ in range(9)]
    for seed, folds in enumerate(partitions):
        for fold, (_, held) in enumerate(StratifiedKFold(5, shuffle=True, random_state=seed).split(poems, y)):
            folds[held] = fold
    result["folds"] = partitions
    for name, view in views.items():
        areas = []
        for folds in partitions:
            area = []
            for fold in range(5):
                learn, held = np.where(folds != fold)[0], np.where(folds == fold)[0]
                v = TfidfVectorizer(analyzer=view, sublinear_tf=True).fit([poems[i] for i in learn])
                model = LogisticRegression(C=10, tol=1e-8, max_iter=5000).fit(v.transform([poems[i] for i in learn]), y[learn])
                area.append(roc_auc_score(y[held], model.decision_function(v.transform([poems[i] for i in held]))))
            areas.append(np.mean(area))
        result["sonnets"][name] = areas
    return result


for name, make in [("porter", porter), ("morphology", morphology), ("weights", weights), ("layers", layers), ("pieces", pieces), ("runs", runs)]:
    value = make()
    save(name + ".json", value)
    if name == "runs":
        print(json.dumps({k: v for k, v in encoded(value).items() if k != "folds"}, indent=1))
