"""Makes the expected values of unit 16.

    pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    python make_references.py

statsmodels (AutoReg, acf, pacf, acovf, seasonal_decompose, acorr_ljungbox, yule_walker, ArmaProcess), SciPy (chi2, gaussian_kde) and
NumPy's lstsq in double precision, on made series and on the course's own.
"""

import csv
import json
import pathlib

import numpy as np
from scipy import stats
from statsmodels.regression.linear_model import yule_walker
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.ar_model import AutoReg
from statsmodels.tsa.arima_process import ArmaProcess
from statsmodels.tsa.seasonal import seasonal_decompose
from statsmodels.tsa.stattools import acf, acovf, pacf

HERE = pathlib.Path(__file__).parent
DATA = HERE / "../../../Sources/CourseKit/Data/series"
rng = np.random.default_rng(16)


def encoded(value):
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        elements = [None if x != x else x for x in value.ravel().tolist()]
        if None in elements:  # JSON has no NaN
            elements = [-9999.0 if x is None else x for x in elements]
        return {"dtype": str(value.dtype), "shape": list(value.shape), "elements": elements}
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    return value


def save(name, value):
    (HERE / name).write_text(json.dumps(encoded(value)) + "\n")


def column(file, name):
    with open(DATA / file, encoding="utf-8") as lines:
        return np.array([float(row[name] or "nan") for row in csv.DictReader(lines)])


def lag_matrix(y, p):
    rows = np.column_stack([np.ones(len(y) - p)] + [y[p - i:len(y) - i] for i in range(1, p + 1)])
    return rows, y[p:]


def gap_fit(y, p):
    """Least squares on the rows without a gap: AutoReg itself takes no NaN."""
    x, t = lag_matrix(y, p)
    whole = ~np.isnan(x).any(axis=1) & ~np.isnan(t)
    return np.linalg.lstsq(x[whole], t[whole], rcond=None)[0]


sunspots = column("sunspots.csv", "SUNACTIVITY")
co2 = column("co2.csv", "co2")
seattle = column("seattle-weather.csv", "temp_max")
made = rng.normal(size=57).cumsum() + 3

# --- autoregressions
fits = []
for name, y, orders, trend in [
    ("sunspots", sunspots[:250], [1, 2, 9, 20], "c"),
    ("sunspots", sunspots[:250], [3], "n"),
    ("seattle", seattle, [7], "c"),
    ("made", made, [1, 4], "c"),
    ("made", made, [4], "n"),
]:
    for p in orders:
        model = AutoReg(y, p, trend=trend).fit()
        fits.append({
            "series": name, "learned": len(y), "order": p, "hasConstant": trend == "c",
            "parameters": model.params, "fitted": model.fittedvalues,
            "forecast": model.forecast(12),
        })
save("fits.json", {"made": made, "fits": fits})

# --- gaps
gapped = made.copy()
gapped[[0, 7, 8, 30, 44]] = np.nan
save("gaps.json", {
    "made": gapped, "madeOrder3": gap_fit(gapped, 3),
    "co2Order13": gap_fit(co2, 13), "co2Differences52": gap_fit(np.diff(co2), 52),
    "filled": np.interp(np.arange(1, 57), np.flatnonzero(~np.isnan(gapped)), gapped[~np.isnan(gapped)]),
})

# --- correlations, whiteness, density
residuals = AutoReg(sunspots[:250], 2).fit().resid
boxes = []
for name, x, h, p in [("residuals", residuals, 10, 2), ("residuals", residuals, 21, 2), ("made", made, 5, 0),
                      ("made", made, 6, 3)]:
    row = acorr_ljungbox(x, lags=[h], model_df=p)
    boxes.append({"series": name, "lags": h, "fitted": p, "statistic": row["lb_stat"].iloc[0],
                  "pValue": row["lb_pvalue"].iloc[0]})
tails = [{"q": q, "degrees": k, "tail": stats.chi2.sf(q, k)}
         for k in [1, 2, 3, 4, 7, 12, 31] for q in [0.1, 0.7, 3.0, 11.0, 60.0]]
kde = stats.gaussian_kde(made, bw_method="silverman")
points = np.linspace(-5, 12, 31)
save("correlations.json", {
    "made": made, "residuals": residuals,
    "autocovariance": acovf(made, nlag=11, fft=False), "autocorrelation": acf(made, nlags=11, fft=False),
    "partial": pacf(made, nlags=11, method="ldb"),
    "yuleWalker": yule_walker(made, 4, method="mle")[0],
    "boxes": boxes, "tails": tails,
    "width": kde.factor * made.std(ddof=1), "points": points, "density": kde(points),
    "narrow": stats.gaussian_kde(made, bw_method=0.3 / made.std(ddof=1))(points),
    "normal": stats.norm(1.5, 0.7).pdf(points),
})

# --- decomposition
seasonal = 0.2 * np.arange(50) + np.tile([3.0, -1.0, 4.0, 0.5, -2.0], 10) + rng.normal(size=50)
decompositions = []
for period in [5, 4]:
    d = seasonal_decompose(seasonal, period=period)
    decompositions.append({"period": period, "trend": d.trend, "season": d.seasonal, "rest": d.resid})
save("decomposition.json", {"series": seasonal, "cases": decompositions})

# --- processes
processes = []
for a in [[0.8], [0.5, 0.3], [0.6, -0.4, 0.2], [1.2, -0.5, 0.1, -0.15]]:
    p = ArmaProcess(ar=np.r_[1, -np.array(a)])
    noise = rng.normal(size=30)
    x = [0.3] * len(a)
    for e in noise:
        x.append(0.7 + e + sum(c * x[-1 - i] for i, c in enumerate(a)))
    processes.append({
        "coefficients": np.array(a), "isStationary": bool(p.isstationary), "autocovariances": 1.7 * p.acovf(9),
        "response": p.arma2ma(9), "partial": p.pacf(len(a) + 1)[1:], "noise": noise, "values": np.array(x[len(a):]),
        "eigenvalues": np.sort(np.abs(1 / p.arroots)),
    })
unstable = [[1.0], [0.7, 0.4], [0.2, -1.1], [2.0, -1.0, 0.1]]
save("processes.json", {
    "processes": processes,
    "unstable": [{"coefficients": np.array(a), "isStationary": bool(ArmaProcess(ar=np.r_[1, -np.array(a)]).isstationary)}
                 for a in unstable],
})

# --- harmonics
t = np.arange(len(seattle), dtype=float)
x = np.column_stack([np.ones(len(t))] + [f(2 * np.pi * k * t / 365.25) for k in (1, 2) for f in (np.sin, np.cos)])
save("harmonics.json", {"seattle": np.linalg.lstsq(x, seattle, rcond=None)[0], "rows": x[[3, 100, 777]]})

# --- what the run shows, once more by NumPy
def r2(t, p):
    return 1 - ((t - p) ** 2).sum() / ((t - t.mean()) ** 2).sum()


lab_rng = np.random.default_rng(0)
n = np.arange(10_000.0)
lab = (2 * n / 10_000) ** 2 + (np.sin(n / 50) - np.sin(n / 200)) + lab_rng.normal(0, 1, 10_000)
d = np.diff(lab)
rows = []
for p in [1, 2, 5, 10]:
    b = np.linalg.lstsq(*lag_matrix(d[:7999], p), rcond=None)[0]
    x, target = lag_matrix(d, p)
    e = (x @ b)[7999 - p:]
    rows.append({"order": p, "parameters": b, "r2": r2(d[7999:], e),
                 "levelR2": r2(lab[8000:], lab[7999:-1] + e), "levelMAE": abs(lab[8000:] - lab[7999:-1] - e).mean()})
b = np.linalg.lstsq(*lag_matrix(lab[:8000], 20), rcond=None)[0]
x, target = lag_matrix(lab, 20)
e = (x @ b)[7980:]
save("lab.json", {"signalVariance": (lab - np.random.default_rng(0).normal(0, 1, 10_000)).var(), "rows": rows,
                  "levels": {"r2": r2(lab[8000:], e), "mae": abs(lab[8000:] - e).mean()},
                  "persistence": {"r2": r2(lab[8000:], lab[7999:-1]), "mae": abs(np.diff(lab)[7999:]).mean()}})
print(json.dumps(encoded(rows), indent=0)[:600])
