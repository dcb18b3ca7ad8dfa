"""Checks the committed map data: checksums, sizes, sources, and what the features must say."""
import hashlib
import json
import os
import unittest

FOLDER = os.environ.get("CORDON_GEODATA") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../geodata")
DESCRIPTIONS = {"SOURCES.md", "manifest.json", "relief_okhotsk.SOURCE.md"}


def data(name):
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def features(name):
    return json.loads(data(name))["features"]


class Manifest(unittest.TestCase):
    def setUp(self):
        self.files = json.loads(data("manifest.json"))["files"]

    def test_lists_every_file_and_no_other(self):
        self.assertEqual({f["file"] for f in self.files}, set(os.listdir(FOLDER)) - DESCRIPTIONS)

    def test_checksums_and_sizes_are_true(self):
        for entry in self.files:
            content = data(entry["file"])
            self.assertEqual(hashlib.sha256(content).hexdigest(), entry["sha256"], entry["file"])
            self.assertEqual(len(content), entry["bytes"], entry["file"])

    def test_each_file_has_origin_licence_and_date(self):
        sources = data("SOURCES.md").decode()
        for entry in self.files:
            self.assertIn("## " + entry["file"] + "\n", sources)
            for key in ("origin", "licence", "date", "made"):
                self.assertTrue(entry[key], entry["file"])

    def test_sizes_stay_small(self):
        sizes = [f["bytes"] for f in self.files]
        self.assertLess(sum(sizes), 40e6)
        self.assertLess(max(sizes), 10e6)


class Relief(unittest.TestCase):
    def test_display_relief_says_what_it_is(self):
        self.assertIn(b"FOR DISPLAY, NOT FOR ANALYSIS", data("relief_okhotsk.tif"))
        self.assertIn("not for analysis", data("relief_okhotsk.SOURCE.md").decode())


class Names(unittest.TestCase):
    def setUp(self):
        self.places = features("places.geojson")

    def test_count_and_kinds(self):
        self.assertGreaterEqual(len(self.places), 190)
        kinds = {p["properties"]["kind"] for p in self.places}
        self.assertEqual(kinds, {"island", "strait", "town", "sea", "gulf", "cape", "volcano", "trench", "region"})

    def test_each_has_a_name_a_rank_a_source_and_a_place(self):
        for place in self.places:
            p, (lon, lat) = place["properties"], place["geometry"]["coordinates"]
            self.assertTrue(p["en"] and p["name"] and p["source"], p)
            self.assertIn(p["rank"], range(1, 6))
            self.assertTrue(127 < lon < 177 and 35 < lat < 67, p)
            if p["source"] == "general knowledge":
                self.assertTrue(p.get("unverified"), p)
            if "height_m" in p:
                self.assertTrue(p["height_source"], p)

    def test_disputed_islands_carry_both_names(self):
        names = {p["properties"]["name"] for p in self.places if p["properties"].get("disputed")}
        self.assertLessEqual({"Iturup / Etorofu", "Kunashir / Kunashiri"}, names)
        polygons = [f for f in features("disputed.geojson") if f["properties"]["kind"] == "disputed_island"]
        self.assertEqual(len(polygons), 4)
        for f in polygons:
            self.assertEqual(f["properties"]["note"], "administered by Russia, claimed by Japan")

    def test_both_claim_lines_are_dashed_alike(self):
        lines = [f["properties"] for f in features("disputed.geojson") if f["properties"]["kind"] == "claim_line"]
        self.assertEqual([f["style"] for f in lines], ["dashed", "dashed"])


class Straits(unittest.TestCase):
    # Widths published with a source; the shores' data and the place measured differ by a few percent.
    PUBLISHED = {"Second Kuril Strait": 1.65, "Fourth Kuril Strait": 53, "Notsuke Strait": 16, "Goyomai Strait": 7.0,
                 "La Perouse Strait": 43, "Vries Strait": 40, "Catherine Strait": 22, "Diana Strait": 20, "Shpanberg Strait": 22,
                 "Bussol Strait": 68}

    def test_computed_widths_agree_with_published_ones(self):
        straits = {f["properties"]["en"]: f["properties"] for f in features("straits.geojson")}
        self.assertEqual(len(straits), 27)
        for name, km in self.PUBLISHED.items():
            self.assertAlmostEqual(straits[name]["computed_km"], km, delta=0.06 * km, msg=name)

    def test_each_published_width_has_a_source(self):
        for f in features("straits.geojson"):
            for width in f["properties"].get("widths_km", []):
                self.assertTrue(width["source"], f["properties"]["en"])


class Limits(unittest.TestCase):
    def test_sea_is_one_polygon_and_the_disclaimer_is_quoted(self):
        document = json.loads(data("okhotsk_limits.geojson"))
        self.assertIn("no political significance", document["disclaimer"])
        seas = [f for f in document["features"] if f["geometry"]["type"] == "Polygon"]
        self.assertEqual(len(seas), 1)
        self.assertEqual(seas[0]["geometry"]["coordinates"][0][0], seas[0]["geometry"]["coordinates"][0][-1])


if __name__ == "__main__":
    unittest.main()
