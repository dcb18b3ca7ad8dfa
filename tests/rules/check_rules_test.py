"""Plants each kind of breach in a small tree and asks whether check_rules.py finds it, and nothing else."""

import pathlib
import tempfile
import unittest

import check_rules


class CheckRules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def breaches(self):
        return [(str(path), line) for path, line, _ in check_rules.breaches(self.root)]

    def test_a_clean_tree_is_clean(self):
        self.write("src/scene/a.cpp", '#include "scene/a.h"\n\n#include <vector>\n\n#include "geo/position.h"\n')
        self.write("src/scene/a.h", '#pragma once\n#include "typography/drawing.h"\n')
        self.write("src/render/b.cpp", "#include <osg/Group>\n")
        self.write("src/mapdata/c.cpp", "#include <gdal_priv.h>\n#include <ogrsf_frmts.h>\n")
        self.write("src/geo/d.cpp", "#include <geodesic.h>\n#include <GeographicLib/MGRS.hpp>\n")
        self.write("src/typography/e.cpp", "#include <cairo-ft.h>\n#include <pango/pangocairo.h>\n")
        self.assertEqual(self.breaches(), [])

    def test_a_library_may_not_use_what_stands_below(self):
        self.write("src/geo/a.cpp", '#include <cmath>\n#include "scene/camera.h"\n')
        self.write("src/gl/a.cpp", '#include "geo/position.h"\n')
        self.write("src/scenario/a.cpp", '#include "mapdata/tile.h"\n')
        self.write("src/typography/a.cpp", '#  include <render/renderer.h>\n')
        self.assertEqual(
            self.breaches(),
            [("src/geo/a.cpp", 2), ("src/gl/a.cpp", 1), ("src/scenario/a.cpp", 1), ("src/typography/a.cpp", 1)],
        )

    def test_a_component_stays_in_its_libraries(self):
        for header in (
            "gdal.h",
            "ogr_api.h",
            "cpl_conv.h",
            "proj.h",
            "geodesic.h",
            "GeographicLib/Geodesic.hpp",
            "osg/Node",
            "osgViewer/Viewer",
            "EGL/egl.h",
            "GLFW/glfw3.h",
            "pango/pango.h",
            "cairo.h",
            "cairo/cairo.h",
            "fontconfig/fontconfig.h",
            "ft2build.h",
            "imgui.h",
            "valijson/validator.hpp",
        ):
            with self.subTest(header):
                self.write("src/scene/a.cpp", f"#include <{header}>\n")
                self.assertEqual(self.breaches(), [("src/scene/a.cpp", 1)])

    def test_includes_start_at_the_root(self):
        self.write("src/geo/a.cpp", '#include "position.h"\n')
        self.assertEqual(self.breaches(), [("src/geo/a.cpp", 1)])

    def test_a_new_library_has_to_be_written_down(self):
        self.write("src/telepathy/a.h", "#pragma once\n")
        self.assertEqual(self.breaches(), [("src/telepathy/a.h", 1)])

    def test_long_files(self):
        self.write("src/geo/a.cpp", "\n" * check_rules.MAX_LINES)
        self.assertEqual(self.breaches(), [])
        self.write("src/geo/a.cpp", "\n" * (check_rules.MAX_LINES + 1))
        self.assertEqual(self.breaches(), [("src/geo/a.cpp", check_rules.MAX_LINES + 1)])

    def test_headers(self):
        self.write("src/geo/a.h", "#pragma once\n\nusing namespace std;\n")
        self.write("src/geo/b.h", "int f();\n")
        self.assertEqual(self.breaches(), [("src/geo/a.h", 3), ("src/geo/b.h", 1)])

    def test_words(self):
        self.write("docs/a.md", "Later: TO" + "DO\n")
        self.write("scripts/a", "cd /ho" + "me/me/cordon\n")
        self.write("src/geo/a.cpp", "// FIX" + "ME\nint todo;\n")
        self.write("README.md", "Asked Cla" + "ude.\n")
        self.assertEqual(
            self.breaches(), [("README.md", 1), ("src/geo/a.cpp", 1), ("scripts/a", 1), ("docs/a.md", 1)]
        )

    def test_tests_that_cannot_fail(self):
        self.write("tests/unit/a.cpp", "GTEST_" + "SKIP();\nEXPECT_TRUE(" + "true);\nEXPECT_TRUE(ok);\n")
        self.assertEqual(self.breaches(), [("tests/unit/a.cpp", 1), ("tests/unit/a.cpp", 2)])

    def test_large_files(self):
        self.write("geodata/a.tif", "x" * (check_rules.MAX_BYTES + 1))
        self.assertEqual(self.breaches(), [("geodata/a.tif", 1)])


if __name__ == "__main__":
    unittest.main()
