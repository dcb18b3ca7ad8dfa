"""The scenario is edited with a real mouse and real keys: edit_by_hand.py PROGRAM FOLDER"""

import json
import pathlib
import sys
import time

from display import MIDDLE, Display, Session, check

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
# 900 km above Matua, which stands in the middle of the map.
VIEW = ["--camera", "48.08,153.23,900"]


def act(display, name, actions, seconds=6.0):
    """What the scenario is after the person's actions."""
    folder = FOLDER / name
    session = Session(display, PROGRAM, folder, *VIEW, "--no-config", seconds=seconds,
                      before=("select matua", "edit-mode on"), after=("save edited.geojson",))
    actions()
    session.end()
    return json.loads((folder / "edited.geojson").read_text())


def feature(scenario, name):
    return next((each for each in scenario["features"] if each.get("id") == name), None)


def main():
    x, y = MIDDLE
    with Display() as display:
        known = [each.get("id") for each in act(display, "nothing", lambda: None, seconds=0.5)["features"]]

        scenario = act(display, "drag", lambda: display.drag(MIDDLE, (x + 100, y)))
        lon, lat = feature(scenario, "matua")["geometry"]["coordinates"]
        # 0.729 km a pixel, at 48 degrees north.
        check(abs(lon - (153.23 + 100 * 0.729 / 74.6)) < 0.1 and abs(lat - 48.08) < 0.1,
              f"a site follows the mouse: {lon}, {lat}")

        titles = []

        def drag_and_undo():
            titles.extend(display.titles())
            display.drag(MIDDLE, (x + 100, y))
            time.sleep(1.0)
            titles.append("then")
            titles.extend(display.titles())
            display.do("key", "ctrl+z")
            time.sleep(1.0)
            titles.append("then")
            titles.extend(display.titles())
        scenario = act(display, "undo", drag_and_undo)
        lon, lat = feature(scenario, "matua")["geometry"]["coordinates"]
        check(abs(lon - 153.23) < 0.03, f"a drag is one step: {lon}")
        before, moved, undone = "\n".join(titles).split("then")
        check("Okhotsk - Cordon" in before and "Okhotsk (modified) - Cordon" in moved
              and "Okhotsk - Cordon" in undone, f"the title says whether anything is unsaved: {titles}")

        def add():
            display.do("key", "s")
            display.do("mousemove", x - 200, y + 60)
            display.do("click", 1)
        scenario = act(display, "add", add)
        site = feature(scenario, "site")
        check(site is not None and abs(site["geometry"]["coordinates"][0] - (153.23 - 200 * 0.729 / 74.6)) < 0.1,
              f"a click adds a site: {site}")

        def draw():
            display.do("key", "shift+d")
            for dx, dy in ((-200, -60), (-100, -60), (-150, 60)):
                display.do("mousemove", x + dx, y + dy)
                display.do("click", 1)
                time.sleep(0.3)
            display.do("key", "Return")
        scenario = act(display, "draw", draw)
        area = feature(scenario, "area")
        check(area is not None and len(area["geometry"]["coordinates"][0]) == 4, f"clicks draw an area: {area}")

        def copy_and_delete():
            display.do("key", "ctrl+c")
            time.sleep(0.3)
            display.do("key", "ctrl+v")
            time.sleep(0.3)
            display.do("key", "ctrl+d")
            time.sleep(0.3)
            display.do("key", "Delete")
        scenario = act(display, "copy", copy_and_delete)
        added = [each.get("id") for each in scenario["features"] if each.get("id") not in known]
        check(added == ["matua-2"], f"what was copied is pasted, what was duplicated is deleted: {added}")


if __name__ == "__main__":
    main()
