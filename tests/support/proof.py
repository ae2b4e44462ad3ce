#!/usr/bin/env python3
"""Compares the output files of two builds byte for byte.

usage: tests/support/proof.py OLD NEW [--cases DIR] [--only TEXT] [--keep DIR] [--time N]

OLD and NEW are source trees with a program at build/release/app/cli/theatrum. The script runs the same commands with
both programs: `export` in three formats at many dates, views, themes and sizes with all sidecars, `state`, `check` and
`listen`. Inputs are the built-in scenario, the fixtures of NEW and, with --cases, a folder of real-world files. The
script prints each difference and exits with 1 when it finds one. It ignores fractions of a second in times. It lists
differences in standard error and exit codes, but does not count them.

--only TEXT  runs only the commands that contain TEXT
--keep DIR   keeps the outputs in DIR/old and DIR/new
--time N     then times the export of the built-in scenario in N alternating runs, and prints both medians
"""
import argparse
import concurrent.futures
import filecmp
import os
import pathlib
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILTIN = "builtin:canada-2024"
PROGRAM = "build/release/app/cli/theatrum"
LOG_TIME = 1740787200  # 2025-03-01; the file time dates logs that have no readable time
FRACTION = re.compile(rb"(\d\d:\d\d:\d\d)\.\d+")


def builtin_exports():
    for date in ("2024-03-05", "2024-06-27", "2024-07-31", "2024-09-15", "2024-10-17", "2024-10-20"):
        yield f"export {BUILTIN} --at {date} -o map.png"
    for extension in ("svg", "pdf"):
        for preset in ("web-16x9", "column-89", "square"):
            yield f"export {BUILTIN} --at 2024-10-20 --preset {preset} -o map.{extension}"
    sidecars = "--layout l.json --alt a.txt --caption c.txt --factcheck f.md"
    for options in (
        "--at 2024-07-31 --theme dark -o map.svg",
        "--at 2024-07-31 --symbols dot -o map.svg",
        "--at 2024-07-31 --names ko -o map.svg",
        "--at 2024-07-31 --names ja --preset column-183 -o map.pdf",
        "--at 2024-07-31 --names zh -o map.png",
        "--at 2024-07-31 --svg-text outlines -o map.svg",
        "--at 2024-07-31 --without all -o map.png",
        "--at 2024-07-31 --without legend,places,unplaced -o map.svg",
        "--at 2024-07-31 --without zones,labels -o map.svg",
        "--at 2024-10-20 --with events,relief -o map.png",
        "--at 2024-10-20 --with events,coverage -o map.svg",
        "--at 2024-10-20 --only hmcs-vancouver,cp-140-neon -o map.svg",
        "--at 2024-10-20 --fit all -o map.svg",
        "--at 2024-10-20 --fit hmcs-vancouver,canadians-unc -o map.png",
        "--at 2024-10-20T06:00Z --round-deg 1 --delay-h 36 -o map.svg",
        "--at 2024-07-31 --known-by 2024-07-15 -o map.svg",
        "--center 127.5,38 --width-km 300 -o map.png",
        "--center 127.5,38 --width-km 300 --preset story -o map.svg",
        "--center 121,24 --width-km 800 --size 900x700 --dpi 96 -o map.svg",
        "--bbox 110,-15,-150,50 --projection eqearth -o map.png",
        "--projection merc --center 140,30 --width-km 9000 -o map.svg",
        "--projection ortho --center 170,20 --width-km 12000 -o map.svg",
        "--projection lcc --center 130,35 --width-km 4000 -o map.svg",
        "--projection robin --center 150,0 --width-km 36000 -o map.svg",
        "--at 2024-09-15 --width-mm 183 -o map.pdf",
        "--at 2024-09-15 --width-mm 120 --height-mm 90 --dpi 150 -o map.png",
        "--at 2024-09-15 --title One --subtitle Two --credit Three -o map.svg",
    ):
        yield f"export {BUILTIN} {options} {sidecars}"
    yield f"export {BUILTIN} --at 2024-07-31 --layout l.json"


def builtin_texts():
    for date in ("2024-03-05", "2024-07-31", "2024-10-17T03:30:00Z", "2024-12-20"):
        for form in ("table", "json", "geojson", "csv"):
            yield f"state {BUILTIN} --at {date} --format {form}"
    yield f"state {BUILTIN} --at 2024-07-31 --known-by 2024-07-15"
    yield f"check {BUILTIN}"
    yield f"check {BUILTIN} --format json"
    yield f"check {BUILTIN} --strict"
    yield "new started"
    yield "--version"


def scenario_commands(path, full):
    yield f"check {path}"
    yield f"check {path} --format json"
    if full:
        yield f"export {path} --layout l.json --factcheck f.md --alt a.txt --caption c.txt -o map.svg"


def fixture_commands(inputs):
    for folder in sorted((inputs / "scenarios").iterdir()):
        whole = not folder.name.startswith("broken")
        for path in sorted(folder.glob("*.csv")) if whole and not (folder / "scenario.toml").exists() else [folder]:
            yield from scenario_commands(path.relative_to(inputs), whole)
    yield "state scenarios/map-small --at 2024-07-31 --format json"


def case_commands(inputs):
    cases = inputs / "cases"
    for folder in sorted((cases / "maps").glob("*/")):
        path = folder.relative_to(inputs)
        yield from scenario_commands(path, True)
        yield f"export {path} --width-mm 89 -o map.pdf"
        yield f"export {path} --theme dark --size 1200x1200 -o map.png"
    for kind in ("ais", "cot", "sbs"):
        for log in sorted((cases / kind).glob("*")):
            path = log.relative_to(inputs)
            yield f"listen {kind}+file:{path}"
            yield from scenario_commands(path, False)
            yield f"export {path} --layout l.json -o map.svg"
            yield f"state {path} --at 2024-07-31T06:05:00Z --format json"
    for sheet in sorted((cases / "csv").glob("*")):
        path = sheet.relative_to(inputs)
        yield f"check {path} --format json"
        yield f"state {path} --at 2024-07-31T06:00:00Z --format json"


def run(tree, command, folder, inputs):
    """Runs one command in a new folder that has links to the inputs. Returns its exit code and standard error."""
    folder.mkdir(parents=True)
    for entry in inputs.iterdir():
        (folder / entry.name).symlink_to(entry)
    environment = dict(os.environ, THEATRUM_DATA=str(tree), TZ="UTC")
    environment.pop("DISPLAY", None)
    done = subprocess.run([str(tree / PROGRAM), *shlex.split(command)], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    for entry in inputs.iterdir():
        (folder / entry.name).unlink()
    (folder / "standard-output").write_bytes(done.stdout)
    return done.returncode, done.stderr


def same_file(old, new):
    """Whether two files are equal apart from fractions of a second."""
    if filecmp.cmp(old, new, shallow=False):
        return True
    return FRACTION.sub(rb"\1", old.read_bytes()) == FRACTION.sub(rb"\1", new.read_bytes())


def files_below(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def differences(old, new):
    """Yields a sentence for every file that differs between two folders."""
    old_files, new_files = files_below(old), files_below(new)
    for name in sorted(old_files ^ new_files):
        yield f"{name} was written by the {'old' if name in old_files else 'new'} program only"
    for name in sorted(old_files & new_files):
        if not same_file(old / name, new / name):
            yield f"{name} differs"


def median_times(trees, scratch, runs):
    """The median duration of an export in seconds for each program; the programs run alternately."""
    seconds = {tree: [] for tree in trees}
    for _ in range(runs):
        for tree in trees:
            environment = dict(os.environ, THEATRUM_DATA=str(tree))
            begin = time.perf_counter()
            subprocess.run([str(tree / PROGRAM), "export", BUILTIN, "--size", "2400x1350", "-o", "timed.png"],
                           cwd=scratch, env=environment, check=True, capture_output=True)
            seconds[tree].append(time.perf_counter() - begin)
    return [statistics.median(seconds[tree]) for tree in trees]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("old", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("--cases", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--time", type=int, default=0)
    arguments = parser.parse_args()
    trees = [arguments.old.resolve(), arguments.new.resolve()]
    with tempfile.TemporaryDirectory() as scratch_name:
        scratch = pathlib.Path(scratch_name)
        inputs = scratch / "inputs"
        shutil.copytree(trees[1] / "tests/fixtures/scenarios", inputs / "scenarios", symlinks=True)
        commands = [*builtin_exports(), *builtin_texts(), *fixture_commands(inputs)]
        if arguments.cases:
            shutil.copytree(arguments.cases, inputs / "cases")
            for kind in ("ais", "cot", "sbs"):
                for log in (inputs / "cases" / kind).glob("*"):
                    log.chmod(0o644)
                    os.utime(log, (LOG_TIME, LOG_TIME))
            commands += case_commands(inputs)
        commands = [command for command in commands if arguments.only in command]
        kept = arguments.keep or scratch / "outputs"
        shutil.rmtree(kept, ignore_errors=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            def both(job):
                number, command = job
                folders = [kept / side / f"{number:03}" for side in ("old", "new")]
                results = [run(tree, command, folder, inputs) for tree, folder in zip(trees, folders)]
                return command, results, list(differences(*folders))
            outcomes = list(pool.map(both, enumerate(commands)))
        different = messages = written = 0
        for number, (command, (old, new), found) in enumerate(outcomes):
            for sentence in found:
                print(f"DIFFERENT {number:03} theatrum {command}: {sentence}")
            different += len(found)
            written += len(files_below(kept / "new" / f"{number:03}"))
            if old != new:
                messages += 1
                print(f"message   {number:03} theatrum {command}: exit code {old[0]}, now {new[0]}")
        print(f"{len(commands)} commands, {written} files: {different} differences; "
              f"{messages} commands with a different message or exit code")
        if arguments.time:
            before, after = median_times(trees, scratch, arguments.time)
            print(f"export, median of {arguments.time}: {before:.3f} s, now {after:.3f} s ({after / before:.3f} x)")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
