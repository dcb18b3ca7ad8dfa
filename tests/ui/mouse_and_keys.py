"""Real mouse and keyboard events in a real window: mouse_and_keys.py PROGRAM FOLDER"""

import pathlib
import sys
import time

from display import MIDDLE, Display, Session, check

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
MATUA = ("--camera", "48.08,153.23,900")


def act(display, name, options, actions, seconds=3.0, before=(), config=False):
    session = Session(display, PROGRAM, FOLDER / name, *options, *([] if config else ["--no-config"]), seconds=seconds,
                      before=before)
    actions()
    return session.end()


def main():
    with Display() as display:
        def click():
            display.do("mousemove", *MIDDLE)
            display.do("click", 1)
        stats = act(display, "click", MATUA, click)
        check(stats["selected"] == ["matua"], f"a click selects the site under it: {stats['selected']}")

        def click_and_escape():
            click()
            time.sleep(0.3)
            display.do("key", "Escape")
        stats = act(display, "escape", MATUA, click_and_escape)
        check(stats["selected"] == [], "Escape clears the selection")

        x, y = MIDDLE
        stats = act(display, "drag", MATUA, lambda: display.drag(MIDDLE, (x + 200, y)))
        camera = stats["camera"]
        # 900 km away, 30 degrees of view over 662 pixels: 0.729 km a pixel, at 48 degrees north.
        check(abs(camera["lon"] - (153.23 - 200 * 0.729 / 74.6)) < 0.1 and abs(camera["lat"] - 48.08) < 0.1,
              f"the ground follows a drag pixel for pixel: {camera}")
        check(abs(camera["range_km"] - 900) < 1 and abs(camera["heading"]) < 0.01, "a drag keeps distance and heading")

        def wheel():
            display.do("mousemove", x + 150, y - 100)
            for _ in range(5):
                display.do("click", 4)
        camera = act(display, "wheel", MATUA, wheel)["camera"]
        check(abs(camera["range_km"] / 900 - 1.25 ** -5) < 0.02, f"five notches of the wheel: {camera}")
        check(camera["lon"] > 153.6 and camera["lat"] > 48.2, "the wheel zooms to the pointer")

        camera = act(display, "turn", MATUA, lambda: display.drag(MIDDLE, (x + 60, y - 120), button=2))["camera"]
        check(25 < camera["tilt"] < 45 and abs(camera["heading"]) > 5, f"a drag with the middle button tilts: {camera}")
        camera = act(display, "ctrl", MATUA, lambda: display.drag(MIDDLE, (x + 60, y - 120), key="ctrl"))["camera"]
        check(abs(camera["heading"]) > 5, f"Ctrl and a drag turn: {camera}")
        camera = act(display, "right", MATUA, lambda: display.drag(MIDDLE, (x, y - 100), button=3))["camera"]
        check(camera["range_km"] < 600, f"a drag with the right button zooms: {camera}")

        def double():
            display.do("mousemove", *MIDDLE)
            display.do("click", "--repeat", 2, "--delay", 80, 1)
        camera = act(display, "double", MATUA, double)["camera"]
        check(abs(camera["range_km"] - 300) < 5, f"a double click flies in: {camera}")

        def arrows():
            display.do("mousemove", *MIDDLE)
            for key in ("Right", "Right", "plus"):
                display.do("key", key)
        camera = act(display, "arrows", MATUA, arrows)["camera"]
        check(camera["lon"] > 154 and camera["range_km"] < 700, f"arrows and + move the map: {camera}")

        tilted = ("--camera", "48,153,900,40,50")
        def reset():
            display.do("key", "n")
            time.sleep(1.2)
            display.do("key", "r")
        camera = act(display, "reset", tilted, reset, seconds=4)["camera"]
        check(abs(camera["heading"]) < 0.01 and camera["tilt"] < 0.01, f"N and R put north up and look down: {camera}")
        camera = act(display, "home", MATUA, lambda: display.do("key", "space"), seconds=4)["camera"]
        check(abs(camera["range_km"] - 4150) < 1, f"Space goes home: {camera}")

        stats = act(display, "box", ("--camera", "47,152,3000"),
                    lambda: display.drag((x - 350, y - 250), (x + 300, y + 250), key="shift"))
        check(len(stats["selected"]) >= 4, f"Shift and a drag select what is in the box: {stats['selected']}")

        def picture():
            display.do("key", "F12")
            time.sleep(1.5)
            display.do("key", "ctrl+F12")
        act(display, "pictures", MATUA, picture, seconds=5)
        pictures = [f for f in (FOLDER / "pictures").glob("okhotsk-*.png")]
        check(len(pictures) == 2, f"F12 and Ctrl+F12 each save a picture: {pictures}")

        def search():
            display.do("key", "ctrl+f")
            time.sleep(0.4)
            display.do("type", "--delay", 60, "iturup")
            time.sleep(0.4)
            display.do("key", "Return")
        camera = act(display, "search", (), search, seconds=5)["camera"]
        check(abs(camera["lat"] - 45.05) < 0.6 and abs(camera["lon"] - 147.84) < 0.6, f"search flies there: {camera}")

        act(display, "config", (), lambda: display.do("key", "Tab"), config=True)
        preferences = (FOLDER / "config/config/cordon/preferences.json").read_text()
        check('"panel_open": false' in preferences, "the closed panel is remembered")

        session = Session(display, PROGRAM, FOLDER / "quit", "--no-config", seconds=60)
        display.do("key", "ctrl+q")
        check(session.process.wait(20) == 0, "Ctrl+Q quits")
    print("all passed")


if __name__ == "__main__":
    main()
