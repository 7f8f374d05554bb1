#!/usr/bin/env python3
"""Writes the Markdown table and the figure of a run of compare.py.

    python3 report.py results/comparison    # once more, from results/comparison.json and notes.json
"""
import json
import math
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = {"numpy": "NumPy", "torch": "PyTorch", "debug": "debug build"}
SECTIONS = {
    "A": "elementwise", "B": "broadcasting and layouts", "C": "reductions and sorting", "D": "linear algebra",
    "E": "indexing", "F": "random numbers", "G": "training steps",
}
BEHIND = 0.95
DEBUG_LIMIT = 1.25


def write(output):
    """Makes `output`.md and `output`.svg of `output`.json."""
    results = json.loads(output.with_suffix(".json").read_text())
    rows = results["rows"]
    notes = {re.compile(key): note for key, note in json.loads((HERE / "notes.json").read_text()).items()}
    figure = output.with_suffix(".svg")
    lines = [*heading(results["about"]), *summary(rows), *by_section(rows), f"![ratios by section]({figure.name})", ""]
    lines += exceptions(rows, notes) + tables(rows, notes)
    output.with_suffix(".md").write_text("\n".join(lines) + "\n")
    draw(rows, figure)
    print("\n".join(summary(rows)))
    print(f"{output}.json, .md, .svg")


def text(about, rows):
    """The results as JSON, a row a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{\n"about": {json.dumps(about, indent=1)},\n"rows": [\n{lines}\n]\n}}\n'


def heading(about):
    facts = [
        f"`{about['command']}`", about["date"], about["machine"], about["system"], about["swift"],
        f"commit {about['commit']}",
    ]
    lines = ["# NDArray against its peers", "", *(f"- {fact}" for fact in facts)]
    for part in about["passes"]:
        versions = "; ".join(f"{NAMES.get(name, 'NDArray')}: {text}" for name, text in part["versions"].items())
        load = "–".join(map(str, part["load"]))
        lines.append(
            f"- threads {part['threads']}, core {part['core']}: {versions}; load {load}, {part['seconds']} s")
    return lines + ["", "Ratios are peer's time over ours, of medians: above 1 we are faster.", ""]


def note(row, notes):
    return "; ".join(text for key, text in notes.items() if key.search(row))


def columns(rows):
    """The settings that were run: (peer, threads, core)."""
    return list(dict.fromkeys((row["peer"], row["threads"], row["core"]) for row in rows))


def title(column):
    peer, threads, core = column
    return f"{NAMES[peer]}, {threads} thread{'s' * (threads > 1)}" + (", native core" if core == "native" else "")


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else math.nan


def timed(rows, column):
    return [
        row for row in rows if (row["peer"], row["threads"], row["core"]) == column and row["ratio"] is not None]


def misses(row):
    """Whether the row does not hold what is asked of it."""
    return row["ratio"] > DEBUG_LIMIT if row["peer"] == "debug" else row["ratio"] < BEHIND


def summary(rows):
    limit = f"above {DEBUG_LIMIT}×" if any(row["peer"] == "debug" for row in rows) else f"below {BEHIND}×"
    lines = [f"| | rows | geometric mean | of minima | {limit} |", "|---|---|---|---|---|"]
    for column in columns(rows):
        part = timed(rows, column)
        if part:
            missing = sum(map(misses, part))
            lines.append(
                f"| {title(column)} | {len(part)} | {mean([r['ratio'] for r in part]):.2f}× "
                f"| {mean([r['ratio_min'] for r in part]):.2f}× | {missing} ({missing / len(part):.1%}) |")
    return lines + ["", *without_the_call(rows), *steps_over_products(rows)]


def without_the_call(rows):
    """What is left of a debug build's delay without that of the calls that are timed, which do not get optimised."""
    part = [row for row in rows if row["peer"] == "debug" and row["ratio"] is not None]
    calls = [row for row in part if row["op"] == "A:call"]
    if not calls:
        return []
    ours, debug = (min(row[key] for row in calls) for key in ("ours_min_ns", "peer_min_ns"))
    ratios = [
        (row["peer_min_ns"] - debug) / (row["ours_min_ns"] - ours) for row in part
        if row["op"] != "A:call" and row["ours_min_ns"] > 2 * ours and row["peer_min_ns"] > debug]
    return [
        f"- a call that only returns its operand takes {ours:.0f} ns, in the debug build {debug:.0f} ns; "
        f"{len(ratios)} rows without it, of minima: geometric mean {mean(ratios):.2f}×, "
        f"{sum(ratio > DEBUG_LIMIT for ratio in ratios)} above {DEBUG_LIMIT}×", ""]


def by_section(rows):
    """The geometric mean of each section in each setting."""
    settings = columns(rows)
    lines = [f"| | {' | '.join(map(title, settings))} |", "|---" * (len(settings) + 1) + "|"]
    for letter, name in SECTIONS.items():
        parts = [[r["ratio"] for r in timed(rows, column) if r["row"].startswith(letter)] for column in settings]
        if any(parts):
            lines.append(f"| {letter}: {name} | {' | '.join(f'{mean(p):.2f}×' if p else '' for p in parts)} |")
    return lines + [""]


def steps_over_products(rows):
    """How far the training steps are from the matrix products that they consist of."""
    lines = []
    times = {(r["row"], r["threads"], r["core"]): r["ours_ns"] for r in rows if r["row"].startswith("G:") and r["ratio"]}
    for (row, threads, core), bound in times.items():
        if "_products/" in row:
            for kind in ("sgd", "adam"):
                step = times.get((row.replace("products", kind), threads, core))
                if step:
                    lines.append(
                        f"- {row.replace('products', kind)}, threads {threads}, core {core}: "
                        f"{step / bound:.2f}× its matrix products")
    return lines + [""] * bool(lines)


def exceptions(rows, notes):
    """The rows that miss what is asked of them, the worst first, each with its note."""
    lines = []
    for column in columns(rows):
        part = sorted(filter(misses, timed(rows, column)), key=lambda row: row["ratio"], reverse=column[0] == "debug")
        if part:
            lines += ["", f"## Missed: {title(column)}", "", "| row | ours | peer | ratio | of minima | notes |"]
            lines.append("|---|---|---|---|---|---|")
            lines += [
                f"| `{r['row']}` | {duration(r['ours_ns'])} | {duration(r['peer_ns'])} | {r['ratio']:.2f}× "
                f"| {r['ratio_min']:.2f}× | {note(r['row'], notes)} |" for r in part]
    return lines


def tables(rows, notes):
    """A table for each section: our times by thread setting, then the ratio for each peer and setting."""
    lines, settings = [], columns(rows)
    threads = list(dict.fromkeys((t, core) for _, t, core in settings))
    by_row = {}
    for row in rows:
        by_row.setdefault(row["row"], {})[(row["peer"], row["threads"], row["core"])] = row
    for letter, name in SECTIONS.items():
        names = [row for row in by_row if row.startswith(letter)]
        if not names:
            continue
        heads = [f"ours, {t} thread{'s' * (t > 1)}{', native' * (core == 'native')}" for t, core in threads]
        lines += ["", f"## {letter}: {name}", "", f"| row | {' | '.join(heads + list(map(title, settings)))} | notes |"]
        lines.append("|---" * (len(heads) + len(settings) + 2) + "|")
        for row in names:
            records = by_row[row]
            cells = [
                next((duration(r["ours_ns"]) for k, r in records.items() if k[1:] == s and r["ours_ns"]), "")
                for s in threads]
            cells += [ratio(records.get(column)) for column in settings]
            lines.append(f"| `{row}` | {' | '.join(cells)} | {note(row, notes)} |")
    return lines


def ratio(record):
    if record is None:
        return ""
    if record["problem"]:
        return "failed"
    return f"{record['ratio']:.2f}×" if record["ratio"] else "not offered"


def duration(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def draw(rows, path):
    """A dot for each row, by section, and the geometric means as bars; one panel for each setting."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "benchmarks"  # the same file for the same figures
    import matplotlib.pyplot as plt
    from matplotlib.ticker import FuncFormatter

    settings = [column for column in columns(rows) if column[2] == "found"] or columns(rows)
    figure, axes = plt.subplots(
        1, len(settings), figsize=(1 + 3.2 * len(settings), 4), sharey=True, squeeze=False, layout="constrained")
    for axis, column in zip(axes[0], settings):
        part = timed(rows, column)
        letters = [letter for letter in SECTIONS if any(row["row"].startswith(letter) for row in part)]
        for x, letter in enumerate(letters):
            ratios = sorted(row["ratio"] for row in part if row["row"].startswith(letter))
            spread = [x + 0.5 * (k / max(len(ratios) - 1, 1) - 0.5) for k in range(len(ratios))]
            axis.scatter(spread, ratios, s=6, color="tab:blue", alpha=0.6, linewidths=0)
            axis.hlines(mean(ratios), x - 0.35, x + 0.35, color="tab:red", linewidth=2)
        axis.axhline(1, color="black", linewidth=0.8)
        axis.set(title=title(column), yscale="log", xticks=range(len(letters)))
        axis.set_xticklabels([SECTIONS[letter].replace(" and ", "\nand ") for letter in letters], rotation=60, fontsize=7)
    axes[0][0].set_ylabel("peer's time / ours")
    axes[0][0].yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}×"))
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
