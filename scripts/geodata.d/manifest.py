"""Writes SOURCES.md, relief_okhotsk.SOURCE.md and manifest.json for the files of the folder given."""
import hashlib
import json
import os
import sys

folder = sys.argv[1]
DATE = "2026-11-24"
GSHHG = ("GSHHG 2.3.7 (15 June 2017), P. Wessel and W. H. F. Smith, from Debian's gmt-gshhg-full",
         "LGPL-3.0-or-later")
ETOPO = ("ETOPO5, NOAA National Geophysical Data Center (1988; file of 27 February 1998), from Debian's ferret-datasets",
         "public domain")
FACTS = ("public pages and data sets named in each feature's source (NE, NE10c: Natural Earth; GVP: Smithsonian Global "
         "Volcanism Program, Holocene list 4.7.6; WC: SimpleMaps world cities)",
         "facts, free to use; Natural Earth public domain; sources credited in each feature")
BOTH = (GSHHG[0] + "; " + FACTS[0], "shores LGPL-3.0-or-later; facts as credited in each feature")
COAST = ("Segments of `gmt coast -M` joined into rings by their exact ends, cut at ±180°, Antarctica closed along -90°; "
         "Douglas-Peucker {0}; vertices put back where edges crossed. `level`: 1 land, 2 lake, 3 island in lake, 4 pond; "
         "paint in that order.")
ENTRIES = {
    "coast_0.fgb": (GSHHG, COAST.format("none inside 35-67N, 127-177E, 0.06° outside; only rings that reach 36-66N, 128-176E: "
                                        "use it inside that box only")),
    "coast_1.fgb": (GSHHG, COAST.format("at 0.004° inside 35-67N, 127-177E and 0.016° outside; from 0.05 and 5 km², all Kuril islands")),
    "coast_2.fgb": (GSHHG, COAST.format("at 0.016° inside 35-67N, 127-177E and 0.03° outside; from 1 and 10 km², all Kuril islands")),
    "coast_3.fgb": (GSHHG, COAST.format("at 0.06°; from 40 km², all Kuril islands")),
    "coast_4.fgb": (GSHHG, COAST.format("at 0.25°; from 1500 km²")),
    "rivers.fgb": (GSHHG, "River levels 0-4 in 36-66N, 128-176E, 0-2 elsewhere; joined; Douglas-Peucker at 0.002° and 0.01°."),
    "borders.fgb": (GSHHG, "National borders as GSHHG has them (it takes no side on any claim, nor does this file); "
                    "Douglas-Peucker at 0.002° and 0.01°."),
    "relief_world.tif": (ETOPO, "5 arc-minute nodes turned from 0..360 to -180..180 (both edges present), pixels centred on "
                         "nodes; overviews by average. Metres."),
    "relief_okhotsk.tif": ((ETOPO[0] + "; " + GSHHG[0] + "; summits: GVP", "public domain; coast LGPL-3.0-or-later"),
                           "FOR DISPLAY, NOT FOR ANALYSIS: see relief_okhotsk.SOURCE.md."),
    "places.geojson": (FACTS, "Table scripts/geodata.d/places.tsv, summits.csv and straits.tsv; `unverified` marks positions, "
                       "`names_unverified` names and `height_unverified` heights that are general knowledge. `path` is a curve for a label."),
    "straits.geojson": (BOTH, "Closest vertices of the two shores (full resolution) near each midpoint; published widths beside the computed one."),
    "okhotsk_limits.geojson": (BOTH, "IHO S-23, 3rd edition (1953): limits and the sea's polygon on the 0.004° shore. "
                               "S-23 says of itself that \"these limits have no political significance whatsoever\"."),
    "disputed.geojson": (BOTH, "Four islands/groups from the full-resolution shore and two claim lines; see each feature's source."),
}
OKHOTSK = """# relief_okhotsk.tif: for display, not for analysis

This is a picture's relief, not a survey. Do not measure heights, slopes, depths or lines of sight on it.

30 arc-seconds, 36-66N, 128-176E, Int16 metres, pixels centred on nodes. Real knowledge in it: ETOPO5 (5 arc-minutes,
public domain), GSHHG's full-resolution coast, and the summits of scripts/geodata.d/summits.csv (Smithsonian GVP; three
island heights are general knowledge and marked `*` there). How scripts/geodata.d/relief.cpp joins them:

1. Land and sea come from the coast alone: land is at least 1 m, sea at most -1 m.
2. On each side ETOPO5's nodes of that side are interpolated (cubic B-spline; nodes of the wrong side are filled
   from neighbours) and brought to 0 m at the shore by a ramp with a length of 2.5 km on land, 4 km at sea.
3. Islands up to the size of Iturup get a spine between their shores, 42 % of their summits' height: an assumption.
4. Each summit is a concave cone, 5.5 heights in radius, ending at the shore: an assumption. The summit's cell has the
   published height. Craters, calderas and ridges are not modelled. Lakes have the height of the land round them.
5. Over the outer half degree it passes into relief_world.tif.

Nothing is random; no detail is invented beyond points 3 and 4.
"""
with open(f"{folder}/relief_okhotsk.SOURCE.md", "w", encoding="utf-8") as file:
    file.write(OKHOTSK)

files, lines = [], ["# Sources of the map data", "",
                    f"Rebuilt by `scripts/geodata` from Debian 12's packages; made {DATE}. Checksums are in manifest.json.", ""]
for name, ((origin, licence), made) in ENTRIES.items():
    with open(f"{folder}/{name}", "rb") as file:
        data = file.read()
    files.append({"file": name, "origin": origin, "licence": licence, "date": DATE, "made": made,
                  "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)})
    lines += [f"## {name}", "", f"- Origin: {origin}", f"- Licence: {licence}", f"- Made: {made}", ""]
lines += ["Not used: DCW (gmt-dcw): GSHHG's own borders suffice.", ""]
with open(f"{folder}/SOURCES.md", "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
with open(f"{folder}/manifest.json", "w", encoding="utf-8") as file:
    json.dump({"date": DATE, "files": files}, file, ensure_ascii=False, indent=2)
    file.write("\n")
print(sum(os.path.getsize(f"{folder}/{n}") for n in os.listdir(folder)) / 1e6, "MB in all")
