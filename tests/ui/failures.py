"""What goes wrong is told in one clear line, and nothing crashes: failures.py PROGRAM FOLDER"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from display import Display, check

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])


def run(display, *arguments, environment=None, script=None, scenario="okhotsk", timeout=90):
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "config").mkdir(parents=True)
    env = {**os.environ, "HOME": str(FOLDER), "XDG_CONFIG_HOME": str(FOLDER / "config"),
           "XDG_STATE_HOME": str(FOLDER / "state"), "LIBGL_ALWAYS_SOFTWARE": "1",
           **(environment or {})}
    env.pop("DISPLAY", None)
    env.pop("WAYLAND_DISPLAY", None)
    if display:
        env["DISPLAY"] = display.name
    words = [PROGRAM, "view", scenario, "--window", "800,600", *arguments]
    if script is not None:
        (FOLDER / "script.txt").write_text(script)
        words += ["--script", "script.txt"]
    return subprocess.run(words, cwd=FOLDER, env=env, capture_output=True, text=True, timeout=timeout)


def main():
    result = run(None)
    lines = result.stderr.strip().splitlines()
    check(result.returncode == 4 and len(lines) == 1 and "cordon render" in lines[0], f"no display: {result.stderr}")

    with Display(800, 600) as display:
        result = run(display, environment={"MESA_GL_VERSION_OVERRIDE": "2.1"})
        lines = result.stderr.strip().splitlines()
        check(result.returncode == 4 and len(lines) == 1 and "cordon render" in lines[0], f"old OpenGL: {result.stderr}")

        result = run(display, "--no-config", script="settle\nlayer sea off\n")
        check(result.returncode == 2 and "script.txt:2:" in result.stderr and "sea" in result.stderr,
              f"a wrong line of a script: {result.stderr}")
        result = run(display, "--no-config", script="fly\n")
        check(result.returncode == 2 and '"fly"' in result.stderr, f"an unknown line of a script: {result.stderr}")
        result = run(display, "--no-config", script="open nowhere.geojson\n")
        check(result.returncode == 3 and "nowhere.geojson" in result.stderr, f"a missing file: {result.stderr}")
        for line in ("picture /dev/full", "picture-plain /dev/full", "screenshot /dev/full", "picture script.txt/a.png"):
            result = run(display, "--no-config", script=f"settle\n{line}\nexpect date never\n")
            wanted = 3 if "/dev/full" in line else 2  # told before or after the map was drawn
            check(result.returncode == wanted and f'script.txt:2:1: error: "{line}": ' in result.stderr,
                  f"{line} ({result.returncode}): {result.stderr}")
        result = run(display, "--no-config", "--script", "missing.txt")
        check(result.returncode == 3 and "missing.txt" in result.stderr, f"a missing script: {result.stderr}")
        result = run(display, "--camera", "91,0,100")
        check(result.returncode == 2, f"a wrong camera: {result.stderr}")

        shutil.rmtree(FOLDER, ignore_errors=True)
        (FOLDER / "config/cordon").mkdir(parents=True)
        broken = FOLDER.parent / "broken.geojson"
        broken.write_text(json.dumps({
            "type": "FeatureCollection", "cordon": {"version": 1, "title": "Broken"},
            "features": [
                {"type": "Feature", "id": "good", "geometry": {"type": "Point", "coordinates": [150, 45]},
                 "properties": {"kind": "site", "name": "Good", "systems": [{"system": "bal", "status": "deployed"}]}},
                {"type": "Feature", "id": "bad", "geometry": {"type": "Point", "coordinates": [150, 95]},
                 "properties": {"kind": "site", "name": "Bad"}},
                {"type": "Feature", "id": "lost", "geometry": {"type": "Point", "coordinates": [151, 45]},
                 "properties": {"kind": "site", "systems": [{"system": "no-such", "status": "deployed"}]}}]}))
        result = run(display, "--no-config", scenario=str(broken),
                     script="settle\nexpect problems 2\nexpect rings 1\nsave broken2.geojson\n")
        check(result.returncode == 0, f"a file with errors opens with what is sound: {result.stderr}")
        before = broken.read_text()
        result = run(display, "--no-config", scenario=str(broken), script=f"settle\nsave\n")
        check(result.returncode == 2 and broken.read_text() == before, f"it is not saved over itself: {result.stderr}")

        def with_preferences(text, mode=0o644):
            folder = FOLDER.parent / "preferences"
            shutil.rmtree(folder, ignore_errors=True)
            (folder / "cordon").mkdir(parents=True)
            (folder / "cordon/preferences.json").write_text(text)
            return {"XDG_CONFIG_HOME": str(folder)}
        damaged = with_preferences("{ this is no JSON")
        result = run(display, environment=damaged, script="settle\ntext-scale 1.5\nlarge-type on\nlarge-type off\n")
        check(result.returncode == 0 and result.stderr.count("preferences.json.damaged") == 1,
              f"damaged preferences: {result.stderr}")
        kept = pathlib.Path(damaged["XDG_CONFIG_HOME"]) / "cordon"
        check((kept / "preferences.json.damaged").read_text() == "{ this is no JSON", "damaged preferences are kept")
        check(json.loads((kept / "preferences.json").read_text())["text_scale"] == 1.5, "new preferences are written")
        result = run(display, environment=damaged,
                     script="settle\nlarge-type on\ntext-scale 1.25\nlarge-type off\n")
        check(result.returncode == 0 and not result.stderr, f"it is told once: {result.stderr}")
        check(json.loads((kept / "preferences.json").read_text())["text_scale"] == 1.25,
              "a size that is chosen while type is large stays")

        # A file that changes on disk is read again.
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        followed = FOLDER.parent / "followed.geojson"
        text = broken.read_text().replace('"no-such"', '"bal"').replace("95", "46")
        followed.write_text(text)
        env = {**os.environ, "DISPLAY": display.name, "HOME": str(FOLDER), "LIBGL_ALWAYS_SOFTWARE": "1"}
        (FOLDER / "script.txt").write_text("settle\nexpect rings 2\nscreenshot ready.png\nwait 4\nsettle\nexpect rings 1\n")
        process = subprocess.Popen([PROGRAM, "view", str(followed), "--no-config", "--script", "script.txt"], cwd=FOLDER,
                                   env=env, stderr=subprocess.PIPE, text=True)
        while not (FOLDER / "ready.png").exists() and process.poll() is None:
            time.sleep(0.05)
        time.sleep(0.5)
        followed.write_text(text.replace('{"system": "bal", "status": "deployed"}', "", 1).replace("[]", "[]"))
        _, errors = process.communicate(timeout=60)
        check(process.returncode == 0, f"a file that changes on disk is read again: {errors}")
    print("all passed")


if __name__ == "__main__":
    main()
