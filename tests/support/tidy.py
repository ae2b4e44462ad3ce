#!/usr/bin/env python3
"""Runs clang-tidy on the translation units of a build folder, skipping those that were clean and have not changed.

usage: tests/support/tidy.py BUILD_FOLDER [PATH...]

PATHs are relative to the repository and limit the run to the units below them.

A unit that passes leaves an empty file BUILD_FOLDER/clean/HASH. The hash covers everything that clang-tidy reads: the
compile commands, every included file with its comments (which can hold a NOLINT), the .clang-tidy files and the version
of clang-tidy. The script prints all findings and exits with 1 when there are any. python3 comes with clang-tidy.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OURS = ("geo/", "assets/", "render/", "app/", "tests/")
TIDY = "clang-tidy-14"


@functools.lru_cache(maxsize=None)
def digest_of_version(path, _size, _time_ns):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def digest_of(path):
    status = os.stat(path)
    return digest_of_version(path, status.st_size, status.st_mtime_ns)


def dependencies(entry):
    """Every file that the unit includes, as the compiler finds them now; None when the unit does not compile."""
    arguments = shlex.split(entry["command"])
    output = arguments.index("-o")
    del arguments[output : output + 2]
    arguments.remove("-c")
    run = subprocess.run(arguments + ["-M"], cwd=entry["directory"], capture_output=True, text=True)
    if run.returncode != 0:
        return None  # clang-tidy will print the reason
    rule = run.stdout.replace("\\\n", " ").split(":", 1)[1]
    names = re.findall(r"(?:\\ |[^\s])+", rule)
    return sorted({os.path.realpath(os.path.join(entry["directory"], name.replace("\\ ", " "))) for name in names})


def configuration():
    """The part of the hash that all units share."""
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    listed = subprocess.run(["git", "ls-files", ".clang-tidy", "*/.clang-tidy"], cwd=ROOT, capture_output=True, text=True)
    return [version] + [name + digest_of(os.path.join(ROOT, name)) for name in listed.stdout.split("\n") if name]


def hash_of(entries, files_of, common):
    """The hash of a unit. `files_of` has the included files of each of its compile commands."""
    parts = list(common)
    for entry, files in zip(entries, files_of):
        parts += [entry["directory"], entry["command"]] + [name + digest_of(name) for name in files]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def check(unit, entries, build, common):
    """Whether the unit was known to be clean, and the findings of clang-tidy ("" when there are none)."""
    files_of = [dependencies(entry) for entry in entries]
    before = None if None in files_of else hash_of(entries, files_of, common)
    if before and os.path.exists(os.path.join(build, "clean", before)):
        return True, ""
    run = subprocess.run([TIDY, "-p=" + build, "-quiet", unit], cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        return False, run.stdout.strip() or run.stderr.strip() or unit + ": clang-tidy failed and printed nothing"
    if re.search(r"(error|warning):", run.stdout):
        return False, run.stdout.strip()
    if before and before == hash_of(entries, files_of, common):  # no file was edited meanwhile
        open(os.path.join(build, "clean", before), "w").close()
    return False, ""


def main():
    build = os.path.abspath(sys.argv[1])
    below = [os.path.join(ROOT, path).rstrip("/") for path in sys.argv[2:]]
    os.makedirs(os.path.join(build, "clean"), exist_ok=True)
    units = {}
    with open(os.path.join(build, "compile_commands.json")) as file:
        for entry in json.load(file):
            unit = os.path.normpath(os.path.join(entry["directory"], entry["file"]))
            ours = os.path.relpath(unit, ROOT).startswith(OURS)
            if ours and (not below or any(unit == path or unit.startswith(path + "/") for path in below)):
                units.setdefault(unit, []).append(entry)
    if not units:
        sys.exit("tidy: no matching translation units in " + build)
    common = configuration()
    known = bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        tasks = [pool.submit(check, unit, entries, build, common) for unit, entries in sorted(units.items())]
        for task in concurrent.futures.as_completed(tasks):
            was_known, findings = task.result()
            known += was_known
            if findings:
                bad += 1
                print(findings, flush=True)
    print(f"clang-tidy: {len(units)} units, {known} unchanged and known to be clean, {bad} with findings", flush=True)
    sys.exit(1 if bad else 0)


main()
