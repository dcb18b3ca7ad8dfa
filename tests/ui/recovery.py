"""Edits of a program that was killed are offered by the next: recovery.py PROGRAM FOLDER"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from display import Display, check

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
ENVIRONMENT = {**os.environ, "HOME": str(FOLDER), "XDG_CONFIG_HOME": str(FOLDER / "config"),
               "XDG_STATE_HOME": str(FOLDER / "state"), "LIBGL_ALWAYS_SOFTWARE": "1"}
EDITS = """settle
site-add 51,157.5 "Reported place" bal reported 2018-12-30
set feature reported-place accuracy_km 25
move reported-place 51.5,157
undo
settle
screenshot edited.png
wait 120
"""
RECOVERED = """settle
recover
settle
expect modified yes
expect-member feature reported-place /properties/name "Reported place"
expect-member feature reported-place /properties/accuracy_km 25
undo
expect modified no
redo
save restored.geojson
expect modified no
quit
"""


def start(display, scenario, script):
    (FOLDER / "script.txt").write_text(script)
    return subprocess.Popen([PROGRAM, "view", scenario, "--no-config", "--window", "800,600", "--script", "script.txt"],
                            cwd=FOLDER, env={**ENVIRONMENT, "DISPLAY": display.name}, stderr=subprocess.PIPE, text=True)


def finish(process):
    _, errors = process.communicate(timeout=90)
    return process.returncode, errors


def edit_and_kill(display, scenario):
    (FOLDER / "edited.png").unlink(missing_ok=True)
    process = start(display, scenario, EDITS)
    for _ in range(600):
        if (FOLDER / "edited.png").exists():
            break
        check(process.poll() is None, f"the edits failed: {process.poll()}")
        time.sleep(0.1)
    process.kill()
    process.communicate()


def place_of(file):
    features = json.loads((FOLDER / file).read_text())["features"]
    return next(feature for feature in features if feature.get("id") == "reported-place")["geometry"]["coordinates"]


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with Display(800, 600) as display:
        # A built-in scenario, which has no file of its own.
        edit_and_kill(display, "okhotsk")
        code, errors = finish(start(display, "okhotsk", RECOVERED))
        check(code == 0, f"recovered: {errors}")
        check(place_of("restored.geojson") == [157.5, 51], f"what was undone stays undone: {place_of('restored.geojson')}")

        # What was saved is not offered again.
        code, errors = finish(start(display, "okhotsk", "settle\nrecover\n"))
        check(code != 0 and "No earlier run" in errors, f"nothing is left ({code}): {errors}")

        # A file: saving the restored changes touches only what they added.
        original = (FOLDER / "restored.geojson").read_text().replace("Reported place", "Known place")
        (FOLDER / "mine.geojson").write_text(original.replace("reported-place", "known-place"))
        before = (FOLDER / "mine.geojson").read_text().splitlines()
        edit_and_kill(display, "mine.geojson")
        check((FOLDER / "mine.geojson").read_text().splitlines() == before, "a killed program wrote to the file")
        code, errors = finish(start(display, "okhotsk", RECOVERED.replace("restored.geojson", "mine.geojson")))
        check(code == 0, f"recovered into its file: {errors}")
        after = (FOLDER / "mine.geojson").read_text().splitlines()
        lost = [line for line in before if line not in after and line + "," not in after]
        check(not lost, f"lines that no edit touched were changed: {lost}")
        check((FOLDER / "mine.geojson~").read_text().splitlines() == before, "the version before is kept beside it")

        # Thrown away is thrown away.
        edit_and_kill(display, "mine.geojson")
        code, errors = finish(start(display, "okhotsk", "settle\nrecover discard\nexpect modified no\n"))
        check(code == 0, f"discarded: {errors}")
        check(not list((FOLDER / "state" / "cordon" / "journal").glob("*")), "a journal is left")


if __name__ == "__main__":
    main()
