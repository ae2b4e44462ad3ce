#!/usr/bin/env python3
"""Runs clang-tidy on the translation units of a build folder, skipping those that were clean and have not changed.

usage: tests/support/tidy.py BUILD_FOLDER [PATH...]

PATHs are relative to the repository and limit the run to the units below them.

A unit that passes leaves an empty file BUILD_FOLDER/clean/HASH. The hash covers everything that clang-tidy reads: the
compile commands, every included file with its comments (which can hold a NOLINT), the .clang-tidy files and the version
of clang-tidy. The script prints all findings and exits with 1 when there are any. python3 comes with clang-tidy.

Most of clang-tidy's time goes into the headers of libraries. The units of one folder are therefore checked several at
once, as one file that includes them; units that do not compile together, because two of them define the same name, are
checked in smaller groups.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OURS = ("geo/", "assets/", "render/", "app/", "tests/")
TIDY = "clang-tidy-14"
HEADERS_AND_UNITS = r"(geo|assets|render|app|tests)/.*\.[ch]pp$"
MOST_AT_ONCE = 8


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


def configuration_files():
    listed = subprocess.run(["git", "ls-files", ".clang-tidy", "*/.clang-tidy"], cwd=ROOT, capture_output=True, text=True)
    return listed.stdout.split()


def configuration():
    """The part of the hash that all units share."""
    version = subprocess.run([TIDY, "--version"], capture_output=True, text=True, check=True).stdout
    return [version] + [name + digest_of(os.path.join(ROOT, name)) for name in configuration_files()]


def hash_of(entries, files_of, common):
    """The hash of a unit. `files_of` has the included files of each of its compile commands."""
    parts = list(common)
    for entry, files in zip(entries, files_of):
        parts += [entry["directory"], entry["command"]] + [name + digest_of(name) for name in files]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def flags_of(entry):
    """The compiler's arguments of a compile command without those that name the unit and its object."""
    arguments = shlex.split(entry["command"])[1:]
    for option in ("-o", "-c"):
        at = arguments.index(option)
        del arguments[at : at + 2]
    return arguments


class Unit:
    def __init__(self, path, entries, common):
        self.path, self.entries, self.common = path, entries, common
        self.files_of = [dependencies(entry) for entry in entries]
        self.hash = None if None in self.files_of else hash_of(entries, self.files_of, common)

    def is_known(self, build):
        return self.hash is not None and os.path.exists(os.path.join(build, "clean", self.hash))

    def keep_clean(self, build):
        if self.hash and self.hash == hash_of(self.entries, self.files_of, self.common):  # no file was edited meanwhile
            open(os.path.join(build, "clean", self.hash), "w").close()

    def group(self):
        """Units of one group have the same flags and the same folder, thus the same configuration."""
        flags = {(entry["directory"], *flags_of(entry)) for entry in self.entries}
        return (os.path.dirname(self.path), *sorted(flags)) if len(flags) == 1 else (self.path,)


def command_for(units, build):
    """A command that checks the units, and the folder to run it in."""
    if len(units) == 1:
        return [TIDY, "-p=" + build, "-quiet", units[0].path], ROOT
    folder = os.path.join(build, "groups", os.path.relpath(os.path.dirname(units[0].path), ROOT))
    os.makedirs(folder, exist_ok=True)
    name = hashlib.sha256(" ".join(unit.path for unit in units).encode()).hexdigest()[:16] + ".cpp"
    with open(os.path.join(folder, name), "w") as file:
        file.writelines(f'#include "{unit.path}"\n' for unit in units)
    entry = units[0].entries[0]
    # The units are included like headers, and the analyzer passes over headers unless told otherwise.
    command = [TIDY, "-quiet", "--checks=-bugprone-suspicious-include", "--header-filter=" + HEADERS_AND_UNITS]
    command += [os.path.join(folder, name), "--"] + flags_of(entry) + ["-Xclang", "-analyzer-opt-analyze-headers"]
    return command, entry["directory"]


def check(units, build):
    """What clang-tidy finds in the units, as a list of texts."""
    command, folder = command_for(units, build)
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if run.returncode == 0 and not re.search(r"(error|warning):", run.stdout):
        for unit in units:
            unit.keep_clean(build)
        return []
    if len(units) > 1 and "clang-diagnostic-error" in run.stdout:
        half = len(units) // 2
        return check(units[:half], build) + check(units[half:], build)
    return [run.stdout.strip() or run.stderr.strip() or units[0].path + ": clang-tidy failed and printed nothing"]


def copy_configurations(build):
    """Copies the .clang-tidy files below the root, so that clang-tidy finds them for the files of groups too."""
    for name in configuration_files():
        if os.path.dirname(name):
            os.makedirs(os.path.join(build, "groups", os.path.dirname(name)), exist_ok=True)
            shutil.copyfile(os.path.join(ROOT, name), os.path.join(build, "groups", name))


def groups_of(units):
    """Lists of at most MOST_AT_ONCE units each that can be checked at once."""
    by_group = {}
    for unit in units:
        by_group.setdefault(unit.group(), []).append(unit)
    return [
        members[first : first + MOST_AT_ONCE]
        for members in by_group.values()
        for first in range(0, len(members), MOST_AT_ONCE)
    ]


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
    copy_configurations(build)
    findings = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        all_units = list(pool.map(lambda item: Unit(*item, common), sorted(units.items())))
        new = [unit for unit in all_units if not unit.is_known(build)]
        for task in concurrent.futures.as_completed([pool.submit(check, group, build) for group in groups_of(new)]):
            for text in task.result():
                findings += 1
                print(text, flush=True)
    known = len(all_units) - len(new)
    print(f"clang-tidy: {len(units)} units, {known} unchanged and known to be clean, {findings} findings", flush=True)
    sys.exit(1 if findings else 0)


main()
