"""Checks the rules of docs/architecture.md on the source tree: who may include what, and how files look.

    check_rules.py ROOT

Prints `file:line: what is wrong` for every breach; the exit code is 1 where there is one.
"""

import pathlib
import re
import sys

# Library of src/ -> libraries whose headers it may include, besides its own.
MAY_USE = {
    "base": set(),
    "geo": {"base"},
    "scenario": {"base", "geo"},
    "interchange": {"base", "geo", "scenario"},
    "mapdata": {"base", "geo"},
    "typography": {"base"},
    "scene": {"base", "geo", "scenario", "mapdata", "typography"},
    "edit": {"base", "geo", "scenario", "mapdata", "typography", "scene"},
    "gl": {"base"},
    "render": {"base", "geo", "scenario", "mapdata", "typography", "scene", "gl"},
    "output": {"base", "geo", "scenario", "mapdata", "typography", "scene", "gl", "render"},
    "ui": {"base", "geo", "scenario", "mapdata", "typography", "scene", "edit"},
    "app": {"base", "geo", "scenario", "interchange", "mapdata", "typography", "scene", "edit", "gl", "render", "output", "ui"},
}

# Component -> what its headers are called, and the libraries that may include them.
COMPONENTS = {
    "GDAL": (r"(gdal|ogr|cpl_|vrt).*", {"mapdata", "output", "interchange"}),
    "PROJ": (r"(proj\.h|proj/.*|geodesic\.h)", {"geo"}),
    "GeographicLib": (r"GeographicLib/.*", {"geo"}),
    "OpenSceneGraph": (r"(osg\w*|OpenThreads)/.*", {"render"}),
    "EGL": (r"EGL/.*", {"gl", "app"}),
    "GLFW": (r"GLFW/.*", {"gl", "app"}),
    "Pango": (r"pango/.*", {"typography"}),
    "Cairo": (r"(cairo/)?cairo.*\.h", {"typography"}),
    "fontconfig": (r"fontconfig/.*", {"typography"}),
    "FreeType": (r"(ft2build\.h|freetype.*)", {"typography"}),
    "Dear ImGui": (r"imgui.*", {"ui", "app"}),
    "Valijson": (r"valijson/.*", {"scenario"}),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
CODE = {".h", ".cpp", ".vert", ".frag", ".glsl", ".py", ".sh", ".cmake"}
FOLDERS = ("src", "shaders", "tests", "scripts", "cmake", "docs", "assets", "geodata", ".ci")
BINARY = {".fgb", ".tif", ".ttf", ".otf", ".png"}
MAX_LINES = 600
MAX_BYTES = 10 * 1024 * 1024
# Put together from parts, so that this file keeps its own rules.
FORBIDDEN = [
    (re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"), "unfinished work is an issue, not a remark"),
    (re.compile(r"(?<![\w.~$}])/(wo" + r"rk|ro" + r"ot|ho" + r"me)/"), "a path of one machine"),
    (re.compile(r"/tm" + r"p/\w*build"), "a path of one machine"),
    (re.compile(r"(?i)\b(cla" + r"ude|anthr" + r"opic|chat" + r"gpt|copi" + r"lot)\b"), "who or what wrote it is the log's business"),
]
TESTS_ONLY = [
    (re.compile(r"\bGTEST_" + r"SKIP\b"), "a test that may skip itself proves nothing"),
    (re.compile(r"\b(EXPECT|ASSERT)_TRUE\(" + r"true\)"), "a test that cannot fail"),
]


def includes(lines):
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def check_includes(library, lines):
    for number, bracket, header in includes(lines):
        folder = header.split("/")[0] if "/" in header else None
        if folder in MAY_USE:
            if folder != library and folder not in MAY_USE[library]:
                yield number, f"{library} may not use {folder} (docs/architecture.md): {header}"
            continue
        if bracket == '"':
            yield number, f"include from src/'s root, as \"{library}/...\": {header}"
        for component, (pattern, allowed) in COMPONENTS.items():
            if re.fullmatch(pattern, header) and library not in allowed:
                yield number, f"{component} belongs to {', '.join(sorted(allowed))} alone: {header}"


def check_text(path, lines):
    rules = FORBIDDEN + (TESTS_ONLY if path.parts[0] == "tests" else [])
    for number, line in enumerate(lines, 1):
        for pattern, reason in rules:
            match = pattern.search(line)
            if match:
                yield number, f"'{match.group(0)}': {reason}"
    if path.suffix in CODE and len(lines) > MAX_LINES:
        yield len(lines), f"longer than {MAX_LINES} lines; one idea a file"
    if path.suffix == ".h":
        if not any(line.strip() == "#pragma once" for line in lines):
            yield 1, "a header starts with #pragma once"
        for number, line in enumerate(lines, 1):
            if re.match(r"\s*using namespace\b", line):
                yield number, "'using namespace' in a header reaches whoever includes it"


def breaches(root):
    """Yields (path, line, message) for each breach in the tree."""
    for folder in ("", *FOLDERS):
        for file in sorted((root / folder).rglob("*") if folder else root.glob("*")):
            if not file.is_file() or "__pycache__" in file.parts or file.suffix in BINARY:
                continue
            path = file.relative_to(root)
            try:
                lines = file.read_text(encoding="utf-8").splitlines()
            except UnicodeDecodeError:
                continue  # not a text
            for number, message in check_text(path, lines):
                yield path, number, message
            if path.parts[0] != "src" or path.suffix not in {".h", ".cpp"} or len(path.parts) < 3:
                continue
            library = path.parts[1]
            if library not in MAY_USE:
                yield path, 1, f"docs/architecture.md knows no library '{library}'"
                continue
            for number, message in check_includes(library, lines):
                yield path, number, message
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and file.stat().st_size > MAX_BYTES:
                yield file.relative_to(root), 1, "larger than 10 MB"


def main():
    found = list(breaches(pathlib.Path(sys.argv[1])))
    for path, number, message in found:
        print(f"{path}:{number}: {message}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
