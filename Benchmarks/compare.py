#!/usr/bin/env python3
"""Times NDArray against NumPy and PyTorch in the same run, and writes the table.

    python3 compare.py            # everything: threads 1 and all, OpenBLAS core as found and native
    python3 compare.py --quick    # NumPy, one thread, three sizes: under 3 minutes
    python3 compare.py --debug    # our debug build against our release build
    python3 compare.py --check    # compares the results and times nothing

Each library is a process; for each repetition of each row every process is timed in turn, so that whatever disturbs
the machine disturbs all. Where a process's memory lies decides on some rows for as long as it lives, so all rows are
run by several processes, one after another. Results are compared before anything is timed.
"""
import argparse
import json
import os
import re
import shlex
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

import report

HERE = Path(__file__).resolve().parent
CORES = len(os.sched_getaffinity(0))
THREAD_VARIABLES = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "NDARRAY_NUM_THREADS",
)
CORE_VARIABLES = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
# What --quick leaves out of the rows.
SLOW = re.compile(r"/1e[357]$|matmul2048")
# How far a few numbers of two results may lie apart, as a part of the largest of them.
TOLERANCE = {"f32": 5e-3, "f64": 1e-8}
# Threads of a library that has just worked wait busily for more, those of OpenBLAS for a tenth of a second; when they
# sleep, in seconds, where rows run on OpenBLAS and elsewhere.
SETTLING_OF_BLAS, SETTLING = 0.12, 0.03


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="NumPy, one thread, core as found, three sizes")
    parser.add_argument("--debug", action="store_true", help="the debug build in the place of the peers; limit 1.25×")
    parser.add_argument("--check", action="store_true", help="compare the results and time nothing")
    parser.add_argument("--sections", default="ABCDEFG", help="letters of sections (ABCDEFG)")
    parser.add_argument("--only", type=re.compile, default=re.compile(""), metavar="REGEX", help="rows to run")
    parser.add_argument("--peer", nargs="+", choices=("numpy", "torch"), help="(numpy torch)")
    parser.add_argument("--threads", nargs="+", choices=("1", "all"), help="(1 all)")
    parser.add_argument("--core", nargs="+", choices=("found", "native"), help="OpenBLAS core (found native)")
    parser.add_argument("--processes", type=int, help="of each library, one after another (3; quick: 1)")
    parser.add_argument("--repetitions", type=int, help="per row and process (3; quick: 5)")
    parser.add_argument("--busy", action="store_true", help="run although the machine is busy")
    parser.add_argument("--output", type=Path, help="path of the results without suffix (results/…)")
    options = parser.parse_args()
    alone = options.quick or options.debug or options.check
    options.peer = ["debug"] if options.debug else options.peer or (["numpy"] if options.quick else ["numpy", "torch"])
    options.threads = options.threads or (["1"] if alone else ["1", "all"])
    options.core = options.core or (["found"] if alone else ["found", "native"])
    options.processes = options.processes or (1 if options.quick or options.check else 3)
    options.repetitions = 0 if options.check else options.repetitions or (5 if options.quick else 3)
    name = "debug" if options.debug else "quick" if options.quick else "comparison"
    options.output = options.output or HERE / "results" / name
    return options


class Failed(Exception):
    """A row that a worker could not run."""


class Worker:
    """A process that times the rows of one library."""

    def __init__(self, name, environment):
        self.name = name
        self.environment = environment
        self.group = None
        self.start()

    def start(self):
        if self.name in ("release", "debug"):
            command = [str(HERE.parent / ".build" / self.name / "benchmarks")]
        else:
            command = [sys.executable, str(HERE / "peers" / "worker.py"), self.name]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment)
        self.version = self.ask("info")
        self.groups = self.ask("groups").split()

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().strip()
        if not answer and self.process.poll() is not None or answer.startswith("error"):
            raise Failed(f"{self.name}: {answer or 'the process ended'}")
        return answer

    def open(self, group):
        self.group = group
        return self.ask("open", group).split() if group in self.groups else []

    def revive(self):
        """Starts again where a row has ended the process."""
        if self.process.poll() is not None:
            self.start()
            self.open(self.group)

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@dataclass
class Measured:
    """What became of a row: the nanoseconds per call of each repetition, and what went wrong, by library."""
    present: set = field(default_factory=set)
    times: dict = field(default_factory=dict)
    problems: dict = field(default_factory=dict)


def run_pass(options, threads, core, sections):
    """The rows of all groups with one setting of threads and OpenBLAS core."""
    environment = dict(os.environ) | {variable: str(threads) for variable in THREAD_VARIABLES}
    if core == "native":
        for variable in CORE_VARIABLES:
            environment.pop(variable, None)
    measured = {}
    for process in range(options.processes):
        workers = [Worker(name, environment) for name in ["release", *options.peer]]
        versions = {worker.name: worker.version for worker in workers}
        for group in dict.fromkeys(group for worker in workers for group in worker.groups):
            if group[0] not in sections or options.quick and SLOW.search(group):
                continue
            offered = {worker: worker.open(group) for worker in workers}
            for row in dict.fromkeys(row for rows in offered.values() for row in rows):
                if options.only.search(row) and not (options.quick and SLOW.search(row)):
                    present = [worker for worker in workers if row in offered[worker]]
                    measure(row, present, measured.setdefault(row, Measured()), options)
            progress = f"threads {threads}, core {core}, process {process + 1}: {group}, {len(measured)} rows"
            print(f"\r{progress:72}", end="", file=sys.stderr, flush=True)
        for worker in workers:
            worker.end()
    print(file=sys.stderr)
    result = [
        record for row, outcome in measured.items()
        for record in records(row, outcome, options.peer, threads, core)]
    return result, versions


def measure(row, workers, measured, options):
    """Times a row that these workers have, if their results agree."""
    measured.present |= {worker.name for worker in workers}
    if workers[0].name != "release":
        return
    tolerance = TOLERANCE.get(dtype(row), 1e-8)
    samples, counts = {}, {}
    target = 1_000_000 if options.quick else 3_000_000
    for worker in workers:
        try:
            for _ in range(3 if row.startswith("G:") else 1):
                samples[worker] = worker.ask("check", row)
            if options.repetitions:
                counts[worker] = int(worker.ask("calibrate", row, target))
        except Failed as failure:
            measured.problems[worker.name] = str(failure)
            worker.revive()
        if worker in samples and workers[0] in samples and not agree(samples[workers[0]], samples[worker], tolerance):
            measured.problems[worker.name] = f"different results: {samples[workers[0]]} and {samples[worker]}"
    working = [worker for worker in workers if worker.name not in measured.problems]
    for repetition in range(options.repetitions):
        # Each starts with another worker and goes the other way round, so that each comes after each.
        for k in range(len(working))[:: -1 if repetition % 2 else 1]:
            worker = working[(k + repetition) % len(working)]
            taken = int(worker.ask("time", row, counts[worker]))
            measured.times.setdefault(worker.name, []).append(taken / counts[worker])
            if worker.environment["OMP_NUM_THREADS"] != "1":
                time.sleep(SETTLING_OF_BLAS if row[0] in "DG" else SETTLING)


def dtype(row):
    """The element type that a row's name has in it."""
    return next((part for part in row.split("/") if part in ("f64", "f32", "i64", "bool")), None)


def records(row, measured, peers, threads, core):
    """One record for each peer that has the row."""
    size = next((part for part in row.split("/") if re.fullmatch(r"1e\d", part)), None)
    record = {
        "row": row,
        "op": "/".join(part for part in row.split("/") if part not in (dtype(row), size)),
        "dtype": dtype(row),
        "n": int(float(size)) if size else None,
        "threads": threads,
        "core": core,
    }
    figures = ("ours_ns", "ours_min_ns", "peer_ns", "peer_min_ns", "ratio", "ratio_min", "problem")
    for peer in peers:
        if peer not in measured.present:
            continue
        figure = dict.fromkeys(figures) | {"peer": peer}
        figure["problem"] = measured.problems.get("release") or measured.problems.get(peer)
        ours, theirs = measured.times.get("release"), measured.times.get(peer)
        if ours and theirs and not figure["problem"]:
            figure |= {
                "ours_ns": statistics.median(ours), "ours_min_ns": min(ours),
                "peer_ns": statistics.median(theirs), "peer_min_ns": min(theirs),
                "ratio": statistics.median(theirs) / statistics.median(ours), "ratio_min": min(theirs) / min(ours),
            }
        yield record | figure


def agree(ours, theirs, tolerance):
    """Whether two answers to `check` show the same result; "-" is a result that cannot be compared."""
    if "-" in (ours, theirs):
        return True
    ours, theirs = ([float(number) for number in sample.split()] for sample in (ours, theirs))
    scale = max((abs(x) for x in ours[1:] if abs(x) < float("inf")), default=0)
    same = lambda x, y: x == y or x != x and y != y or abs(x - y) <= tolerance * scale
    return len(ours) == len(theirs) and all(map(same, ours, theirs))


def build(configuration):
    subprocess.run(
        ["swift", "build", "--package-path", HERE.parent, "-c", configuration, "--product", "benchmarks"],
        check=True)


def busy_share():
    """The part of the processors' time that others take, over two seconds."""
    def read():
        ticks = [int(word) for word in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        return sum(ticks), ticks[3] + ticks[4]
    before = read()
    time.sleep(2)
    total, idle = (after - earlier for after, earlier in zip(read(), before))
    return 1 - idle / total


def about():
    """What the figures depend on."""
    def output(*command):
        return subprocess.run(command, cwd=HERE, capture_output=True, text=True).stdout.strip()
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    changed = output("git", "status", "--porcelain", "--untracked-files=no", "--", "../Sources", "Sources", "peers")
    return {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "command": shlex.join(["python3", "Benchmarks/compare.py", *sys.argv[1:]]),
        "machine": f"{models[0] if models else os.uname().machine}, {CORES} cores",
        "system": f"{os.uname().sysname} {os.uname().release}",
        "swift": output("swift", "--version").splitlines()[0],
        "commit": output("git", "rev-parse", "--short", "HEAD") + (" with changes" if changed else ""),
        "environment": {variable: os.environ[variable] for variable in CORE_VARIABLES if variable in os.environ},
    }


def main():
    options = arguments()
    for configuration in ["release"] + ["debug"] * options.debug:
        build(configuration)
    busy = 0 if options.check else busy_share()
    if busy > 0.1:
        print(f"The machine is busy: others take {busy:.0%} of its processors.", file=sys.stderr)
        if not options.busy:
            sys.exit("Nothing was timed. Wait, or say --busy to try the tool out.")
    facts = about() | {"busy": round(busy, 3), "passes": []}
    rows = []
    for core in options.core:
        if core == "native" and not facts["environment"]:
            continue  # as found is native already
        sections = set(options.sections) & set("DG" if core == "native" and "found" in options.core else "ABCDEFG")
        for threads in dict.fromkeys(CORES if threads == "all" else 1 for threads in options.threads):
            load, start = os.getloadavg()[0], time.time()
            done, versions = run_pass(options, threads, core, sections)
            rows += done
            facts["passes"].append({
                "threads": threads, "core": core, "versions": versions, "seconds": round(time.time() - start),
                "load": [round(load, 2), round(os.getloadavg()[0], 2)],
            })
    if not options.check:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.with_suffix(".json").write_text(report.text(facts, rows))
        report.write(options.output)
    failed = [row for row in rows if row["problem"]]
    for row in failed:
        print(f"{row['row']}: {row['problem']}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
