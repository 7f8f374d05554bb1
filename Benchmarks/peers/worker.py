#!/usr/bin/env python3
"""One of the libraries we are compared with, as a process that answers compare.py over pipes.

    python worker.py numpy|torch

One line of standard input is a command, one line of standard output its answer. The commands are those of
Sources/benchmarks/Worker.swift: info, groups, open GROUP, check ROW, calibrate ROW NS, time ROW COUNT.
"""
import gc
import os
import sys
from itertools import repeat
from time import perf_counter_ns

import numpy as np

import convolution, elementwise, indexing, layouts, linear_algebra, random_numbers, reductions, training, transformer
from library import Library

SECTIONS = (
    elementwise, layouts, reductions, linear_algebra, indexing, random_numbers, training, convolution, transformer)


def nanoseconds(count, call):
    """The time of `count` calls; where there are several, one more comes before the clock starts."""
    if count > 1:
        call()
    gc.disable()
    start = perf_counter_ns()
    for _ in repeat(None, count):
        call()
    taken = perf_counter_ns() - start
    gc.enable()
    return taken


def calls_in(target, call):
    """How many calls take about `target` nanoseconds."""
    count = 1
    while True:
        taken = max(min(nanoseconds(count, call), nanoseconds(count, call)), 1)
        if taken >= target // 2:
            return max(count * target // taken, 1)
        count = max(count * 2, min(count * target // taken, count * 100))


def sample(result):
    """How many elements there are, then up to sixteen of them, evenly spaced; of a tuple, all parts."""
    if isinstance(result, (tuple, list)):
        return [number for part in result for number in sample(part)]
    flat = np.asarray(result).ravel()
    picked = min(flat.size, 16)
    places = [k * (flat.size - 1) // max(picked - 1, 1) for k in range(picked)]
    return [float(flat.size)] + [float(flat[place]) for place in places]


class Worker:
    def __init__(self, library):
        self.library = library
        self.groups = {name: rows for section in SECTIONS for name, rows in section.groups(library).items()}
        self.rows = {}

    def answer(self, command, *words):
        if command == "info":
            return self.library.version + ("" if self.library.is_torch else f"; OpenBLAS core {openblas_core()}")
        if command == "groups":
            return " ".join(self.groups)
        if command == "open":
            self.rows = {}
            self.rows = {row.name: row for row in self.groups[words[0]]()}
            return " ".join(self.rows)
        row = self.rows[words[0]]
        if command == "check":
            checked = row.check(row.call())
            return "-" if checked is None else " ".join(map(repr, sample(checked)))
        if command == "calibrate":
            return str(calls_in(int(words[1]), row.call))
        if command == "time":
            return str(nanoseconds(int(words[1]), row.call))
        return "error no such command"


def openblas_core():
    from threadpoolctl import threadpool_info

    return next((pool["architecture"] for pool in threadpool_info() if pool["internal_api"] == "openblas"), "none")


def main():
    # What a library prints must not end up between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    worker = Worker(Library(sys.argv[1]))
    for line in sys.stdin:
        try:
            answer = worker.answer(*line.split())
        except Exception as error:
            answer = f"error {type(error).__name__}: {error}".replace("\n", " ")
        print(answer, file=answers, flush=True)


main()
