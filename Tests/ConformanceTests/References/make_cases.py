#!/usr/bin/env python3
"""Writes random cases of NumPy's behaviour in the conformance format, one JSON object a line.

    python3 make_cases.py                                       # the committed files beside this script
    python3 make_cases.py --seed 7 --count 20000 --out /tmp/cases [--only pad,roll] [--edges 0.4]

With --edges so large a share of the operands are one-dimensional, empty, or of extreme numbers for the most part.

Every operation draws from its own generator, seeded with [seed, its name], so that a change in one leaves the
others alone. Made with NumPy 2.4.6.
"""

import argparse
import collections
import pathlib
import warnings
import zlib

import numpy as np
from cases.drafts import DRAWERS
from cases.drawing import Maker
import cases  # noqa: F401  enters the operations

np.seterr(all="ignore")
warnings.simplefilter("ignore")


def lines(op, seed, count, edges):
    """`count` cases of one operation."""
    maker = Maker(np.random.default_rng([seed, zlib.crc32(op.encode())]), edges)
    drawers = DRAWERS[op]
    found = []
    for _ in range(40 * count):
        if len(found) == count:
            break
        draw = maker.pick(drawers)
        draft = draw(maker, op)
        group = draw.__module__.split(".")[-1]
        line = draft and draft.line(f"{group}.{op}.{len(found):05}", op, group)
        if line:
            found.append((group, line))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20261)
    parser.add_argument("--count", type=int, default=5400, help="how many cases, about")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    parser.add_argument("--only", help="operations, with commas between them")
    parser.add_argument("--edges", type=float, default=0, help="how many operands of a hundred are extreme, over 100")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    names = options.only.split(",") if options.only else sorted(DRAWERS)
    # An operation with several ways of drawing it has more to show.
    share = options.count / sum(2 + len(DRAWERS[name]) for name in names)
    files = collections.defaultdict(list)
    for name in names:
        count = max(1, round(share * (2 + len(DRAWERS[name]))))
        for group, line in lines(name, options.seed, count, options.edges):
            files[group].append(line)
    for group, found in files.items():
        (options.out / f"{group}.jsonl").write_text("\n".join(found) + "\n")


if __name__ == "__main__":
    main()
