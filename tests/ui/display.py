"""A display of its own with the program's window on it, and a person's mouse and keys."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

WIDTH, HEIGHT = 1280, 720
# The panel, the menu bar and the status bar at a text scale of 1: the map is what they leave.
PANEL, BAR = 360, 29
MIDDLE = ((WIDTH - PANEL) // 2, HEIGHT // 2)


class Display:
    """An X server without a monitor."""

    def __init__(self, width=WIDTH, height=HEIGHT):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(10)

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.name}, check=True,
                       stdout=subprocess.DEVNULL)

    def titles(self):
        """Of all windows that have one."""
        found = subprocess.run(["xdotool", "search", "--name", ".", "getwindowname", "%@"], text=True,
                               env={**os.environ, "DISPLAY": self.name}, stdout=subprocess.PIPE, check=False)
        return found.stdout.split("\n")

    def switch_monitor(self, how):
        """Unplugs the monitor (--off) or plugs it in (--auto); X cannot shrink the screen to nothing and says so."""
        subprocess.run(["xrandr", "--output", "screen", how], env={**os.environ, "DISPLAY": self.name},
                       stderr=subprocess.DEVNULL)

    def drag(self, start, end, button=1, steps=12, key=None):
        self.do("mousemove", *start)
        if key:
            self.do("keydown", key)
        self.do("mousedown", button)
        for i in range(1, steps + 1):
            self.do("mousemove", *(round(a + (b - a) * i / steps) for a, b in zip(start, end)))
            time.sleep(0.02)
        time.sleep(0.25)
        self.do("mouseup", button)
        if key:
            self.do("keyup", key)


class Session:
    """One run of the program: the window settles, the person acts, the window settles again and closes."""

    def __init__(self, display, program, folder, *options, seconds=3.0, before=(), after=(), environment=None):
        folder = pathlib.Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "config").mkdir(parents=True)
        self.folder = folder
        script = ["settle", *before, "settle", "screenshot ready.png", f"wait {seconds}", "settle",
                  "screenshot after.png", *after]
        (folder / "script.txt").write_text("\n".join(script) + "\n")
        self.environment = {**os.environ, "DISPLAY": display.name, "HOME": str(folder), "LIBGL_ALWAYS_SOFTWARE": "1",
                            "XDG_CONFIG_HOME": str(folder / "config"),
                            "XDG_STATE_HOME": str(folder / "state"), **(environment or {})}
        self.process = subprocess.Popen(
            [program, "view", "okhotsk", "--window", f"{WIDTH},{HEIGHT}", "--script", "script.txt", "--stats",
             "stats.json", *options], cwd=folder, env=self.environment, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + 60
        while not (folder / "ready.png").exists():
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError("the window did not settle: " + self.process.communicate()[1])
            time.sleep(0.05)

    def end(self):
        """Waits for the end; returns what --stats wrote."""
        _, errors = self.process.communicate(timeout=120)
        if self.process.returncode != 0:
            raise AssertionError(f"exit code {self.process.returncode}: {errors}")
        return json.loads((self.folder / "stats.json").read_text())


class Unscripted:
    """One run of the program without a script, as a person starts it; asks about unsaved changes."""

    def __init__(self, display, program, folder):
        folder = pathlib.Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.display = display
        environment = {**os.environ, "DISPLAY": display.name, "HOME": str(folder), "LIBGL_ALWAYS_SOFTWARE": "1",
                       "XDG_STATE_HOME": str(folder / "state")}
        self.process = subprocess.Popen([program, "view", "okhotsk", "--no-config", "--window", f"{WIDTH},{HEIGHT}"],
                                        cwd=folder, env=environment)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "cordon"],
                       env={**os.environ, "DISPLAY": display.name}, check=True, stdout=subprocess.DEVNULL, timeout=60)
        time.sleep(3)

    def size(self):
        lines = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "cordon", "getwindowgeometry", "--shell"],
                               env={**os.environ, "DISPLAY": self.display.name}, check=True, capture_output=True,
                               text=True).stdout.splitlines()
        values = dict(line.split("=") for line in lines)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def command(self, line):
        """Types a command into the palette."""
        self.display.do("key", "ctrl+k")
        self.display.do("type", "--delay", 0, line)
        self.display.do("key", "Return")


def check(condition, what):
    if not condition:
        raise AssertionError(what)
    print("ok:", what, flush=True)
