"""Real mouse and keyboard events in a real window: mouse_and_keys.py PROGRAM FOLDER"""

import pathlib
import sys
import time

from display import HEIGHT, MIDDLE, WIDTH, Display, Session, Unscripted, check

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
MATUA = ("--camera", "48.08,153.23,900")


def act(display, name, options, actions, seconds=3.0, before=(), after=(), config=False):
    session = Session(display, PROGRAM, FOLDER / name, *options, *([] if config else ["--no-config"]), seconds=seconds,
                      before=before, after=after)
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

        # Faster than frames are drawn: nothing is lost, and all stays in its order. (GLFW drops a second press of a key
        # within the same millisecond.)
        def search_fast():
            display.do("key", "--delay", 3, "ctrl+f", "i", "t", "x", "BackSpace", "u", "r", "u", "y", "y", "BackSpace",
                       "BackSpace", "p", "Return")
        camera = act(display, "search fast", (), search_fast, seconds=5)["camera"]
        check(abs(camera["lat"] - 45.05) < 0.6 and abs(camera["lon"] - 147.84) < 0.6,
              f"quick keys in the search box: {camera}")

        def type_fast():
            display.do("key", "--delay", 0, "ctrl+f")
            display.do("type", "--delay", 0, "46.5N 151E")
            display.do("key", "--delay", 0, "Return")
        camera = act(display, "type fast", (), type_fast, seconds=5)["camera"]
        check(abs(camera["lat"] - 46.5) < 0.01 and abs(camera["lon"] - 151) < 0.01, f"quickly typed text: {camera}")

        def menu():
            # File, Edit; there "Select all sites", since what cannot be done is passed over; the map does not move.
            display.do("key", "--delay", 0, "F10", "Right", "Down", "Return")
        stats = act(display, "menu", MATUA, menu)
        check(len(stats["selected"]) >= 4, f"menus by the keyboard: {stats['selected']}")
        check(abs(stats["camera"]["lon"] - 153.23) < 1e-6, f"the menus' arrows are not the map's: {stats['camera']}")

        def menu_closed():
            display.do("key", "--delay", 0, "alt", "Down", "Escape", "Right")
        camera = act(display, "menu closed", MATUA, menu_closed)["camera"]
        check(camera["lon"] > 153.5 and abs(camera["lat"] - 48.08) < 0.2,
              f"Alt opens the menus, Escape closes them, and the arrows are the map's again: {camera}")

        # A dialog is no hindrance to the menus, nor is a key that is held while they open.
        for opener in ("ctrl+comma", "h"):
            def menu_over_dialog():
                display.do("key", opener)
                time.sleep(1)
                display.do("key", "F10")
                display.do("keydown", "Right")
                time.sleep(1.5)
                display.do("keyup", "Right")
                display.do("key", "--delay", 100, "Escape", "Escape", "Escape", "Escape")
                time.sleep(1)
                display.do("key", "Left")
            camera = act(display, "menu over dialog", MATUA, menu_over_dialog, seconds=6)["camera"]
            check(camera["lon"] < 153, f"Escape closes the menus and the dialog below ({opener}): {camera}")
        asked = Unscripted(display, PROGRAM, FOLDER / "menu and quit")
        display.do("key", "ctrl+comma")
        time.sleep(1)
        display.do("key", "--delay", 0, "F10", "Right", "Right")
        time.sleep(1)
        display.do("key", "ctrl+q")
        check(asked.process.wait(20) == 0, "Ctrl+Q quits while menus are open over a dialog")

        # The entry that holds is where the keyboard begins.
        def two_up():
            display.do("key", "ctrl+comma")
            time.sleep(1)
            display.do("mousemove", WIDTH // 2, HEIGHT // 2 - 140)
            display.do("click", 1)
            time.sleep(1)
            display.do("key", "--delay", 50, "Up", "Up", "Return")
        act(display, "text size", (), two_up, config=True)
        preferences = (FOLDER / "text size/config/cordon/preferences.json").read_text()
        check('"text_scale": 0.75' in preferences, "two entries up from 100 % are 75 %")

        # Tab is the panel's, not a field's: the letters after it are commands.
        def tab_after_dialog():
            display.do("key", "ctrl+comma")
            time.sleep(1)
            display.do("key", "Escape")
            display.do("key", "Tab")
            time.sleep(0.7)
            display.do("key", "m")
        act(display, "tab", (), tab_after_dialog, after=["expect panel closed", "expect tool measure"])

        def click_escape_click():
            click()
            time.sleep(0.6)
            display.do("key", "Escape")
            time.sleep(0.6)
            display.do("click", 1)
        stats = act(display, "click again", MATUA, click_escape_click)
        check(stats["selected"] == ["matua"], f"after Escape a click begins anew with what is on top: {stats['selected']}")

        act(display, "config", (), lambda: display.do("key", "Tab"), config=True)
        preferences = (FOLDER / "config/config/cordon/preferences.json").read_text()
        check('"panel_open": false' in preferences, "the closed panel is remembered")

        def folder_that_is_missing():
            display.do("key", "F12")
        act(display, "new folder", MATUA, folder_that_is_missing,
            before=["picture new/deeper/first.png", "expect camera 48.08,153.23,900"])
        check((FOLDER / "new folder/new/deeper/first.png").exists(), "a folder for a picture is made where it is missing")

        asked = Unscripted(display, PROGRAM, FOLDER / "asked")
        asked.command("view-add Here")
        display.do("key", "ctrl+q")
        time.sleep(0.7)
        display.do("key", "Escape")
        time.sleep(0.7)
        check(asked.process.poll() is None, "Escape stays with unsaved changes")
        display.do("key", "--delay", 0, "ctrl+q", "Right", "Return")
        check(asked.process.wait(20) == 0, "the marked answer is given by Enter: Discard, after Right")

        asked = Unscripted(display, PROGRAM, FOLDER / "saved")
        asked.command("save here.geojson")
        time.sleep(0.5)
        asked.command("view-add Here")
        display.do("key", "--delay", 0, "ctrl+q", "Return")
        check(asked.process.wait(20) == 0, "Enter saves and quits")
        check("Here" in (FOLDER / "saved/here.geojson").read_text(), "and the changes are in the file")

        # The monitor that the window fills goes and comes back.
        shown = Unscripted(display, PROGRAM, FOLDER / "monitor")
        shown.command("window 700,500")
        sizes = []
        for step in ("F11", "--off", "--auto", "F11"):
            time.sleep(1)
            display.do("key", step) if step == "F11" else display.switch_monitor(step)
            time.sleep(1.5)
            sizes.append(shown.size())
        check(sizes == [(1280, 720), (700, 500), (700, 500), (1280, 720)],
              f"the window leaves a monitor that is unplugged: {sizes}")
        display.do("key", "ctrl+q")
        check(shown.process.wait(20) == 0, "and still obeys")

        session = Session(display, PROGRAM, FOLDER / "quit", "--no-config", seconds=60)
        display.do("key", "ctrl+q")
        check(session.process.wait(20) == 0, "Ctrl+Q quits")
    print("all passed")


if __name__ == "__main__":
    main()
