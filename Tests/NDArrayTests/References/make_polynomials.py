#!/usr/bin/env python3
"""The coefficients of the polynomials in Sources/Kernels/kernels: minimax by Remez' exchange, in 100 digits.

    pip install mpmath
    python3 make_polynomials.py

Each is the polynomial p of the given degree with the least largest value of |weight · (p − f)| on the interval,
which is printed as a power of two.
"""
from mpmath import atanh, cos, exp, log, log1p, lu_solve, matrix, mp, mpf, pi, sin, sqrt, tanh

mp.dps = 100


def remez(f, weight, lower, upper, degree):
    """p with least max |weight(x)·(p(x) − f(x))| on [lower, upper]."""
    n = degree + 2
    nodes = [(lower + upper) / 2 + (upper - lower) / 2 * cos(pi * (2 * (n - i) - 1) / (2 * n)) for i in range(n)]
    for _ in range(12):
        a = matrix(n, n)
        b = matrix(n, 1)
        for i, x in enumerate(nodes):
            for j in range(degree + 1):
                a[i, j] = x**j
            a[i, degree + 1] = (-1) ** i / weight(x)
            b[i] = f(x)
        solution = lu_solve(a, b)
        p = [solution[j] for j in range(degree + 1)]

        def error(x):
            return weight(x) * (sum(c * x**j for j, c in enumerate(p)) - f(x))

        grid = [lower + (upper - lower) * mpf(i) / 4000 for i in range(4001)]
        values = [error(x) for x in grid]
        extremes = []
        for x, e in zip(grid, values):
            if extremes and (e > 0) == (extremes[-1][1] > 0):
                if abs(e) > abs(extremes[-1][1]):
                    extremes[-1] = (x, e)
            else:
                extremes.append((x, e))
        if len(extremes) < n:
            break
        while len(extremes) > n:
            extremes.pop(0 if abs(extremes[0][1]) < abs(extremes[-1][1]) else -1)
        nodes = [x for x, _ in extremes]
        if max(abs(e) for _, e in extremes) < min(abs(e) for _, e in extremes) * mpf("1.0001"):
            break
    worst = max(abs(e) for _, e in extremes)
    return p, worst


def show(name, f, weight, lower, upper, degree):
    p, worst = remez(f, weight, mpf(lower), mpf(upper), degree)
    terms = ", ".join(float(c).hex() for c in p)
    print(f"// {name}: error 2^{float(log(worst, 2)):.1f}\n  {{{terms}}}\n")


half_ln2 = log(mpf(2)) / 2 * mpf("1.0001")
quarter = pi / 4 * mpf("1.0001")


def near(x):
    """x away from 0, where the quotients below have no value of their own."""
    return x if abs(x) > mpf(10) ** -18 else mpf(10) ** -18


def root(z):
    return sqrt(near(abs(z)))


def f_of_exp(x):
    x = near(x)
    return (exp(x) - 1 - x) / x**2


def f_of_log(z):
    s = root(z)
    return (2 * atanh(s) - 2 * s) / s**3


def f_of_log_tail(z):
    s = root(z)
    return (2 * atanh(s) - 2 * s - s**3 * 2 / 3) / s**5


def f_of_log_float(x):
    x = near(x)
    return (log1p(x) - x + x * x / 2) / x**3


def f_of_sin(z):
    x = root(z)
    return (sin(x) - x) / x**3


def f_of_cos(z):
    x = root(z)
    return (cos(x) - 1 + x**2 / 2) / x**4


def f_of_tanh(z):
    x = root(z)
    return (tanh(x) - x) / x**3


def squared(x):
    return near(x) ** 2


def itself(z):
    return near(abs(z))


low, high = sqrt(mpf(2)) / 2 - 1, sqrt(mpf(2)) - 1
top = (high / (2 + high) * mpf("1.0001")) ** 2

show("exp(r) = 1 + r + r² p(r)", f_of_exp, squared, -half_ln2, half_ln2, 9)
show("the same for float", f_of_exp, squared, -half_ln2, half_ln2, 4)
show("log((1 + s)/(1 − s)) = 2s + s³ p(s²)", f_of_log, itself, 0, top, 6)
show("log((1 + s)/(1 − s)) = 2s + 2/3 s³ + s⁵ p(s²)", f_of_log_tail, itself, 0, top, 6)
show("log(1 + f) = f − f²/2 + f³ p(f) for float", f_of_log_float, squared, low, high, 7)
show("log(1 + f) = f p(f) for the power of floats", lambda x: log1p(near(x)) / near(x), lambda x: mpf(1), low, high, 13)
show("sin(x) = x + x³ p(x²)", f_of_sin, itself, 0, quarter**2, 5)
show("cos(x) = 1 − x²/2 + x⁴ p(x²)", f_of_cos, squared, 0, quarter**2, 5)
# In floats the quotient by π/2 is rounded, so that the rest may be a little longer.
show("sin for float", f_of_sin, itself, 0, (quarter * mpf("1.005")) ** 2, 3)
show("cos for float", f_of_cos, squared, 0, (quarter * mpf("1.005")) ** 2, 3)
show("sin for float in double", f_of_sin, itself, 0, quarter**2, 3)
show("cos for float in double", f_of_cos, squared, 0, quarter**2, 3)
show("tanh(x) = x + x³ p(x²)", f_of_tanh, itself, 0, mpf("0.55") ** 2, 10)
show("tanh for float", f_of_tanh, itself, 0, mpf("0.55") ** 2, 5)
