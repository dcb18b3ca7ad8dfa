"""Writes places, straits, limits of the Sea of Okhotsk and the disputed islands as GeoJSON.

usage: vectors.py TABLES_FOLDER COAST0.geojsonl COAST1.geojsonl ETOPO5.f32 OUT_FOLDER

Needs nothing but Python. The coast files are those of coastline.cpp; ETOPO5.f32 that of relief.cpp.
"""
import array
import json
import math
import sys

tables, coast0_path, coast1_path, etopo_path, out = sys.argv[1:6]
KM = 111.195


def rows(name):
    with open(f"{tables}/{name}", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def write(name, features, **members):
    document = {"type": "FeatureCollection", "name": name, **members, "features": features}
    with open(f"{out}/{name}.geojson", "w", encoding="utf-8") as file:
        head = json.dumps({k: v for k, v in document.items() if k != "features"}, ensure_ascii=False)
        file.write(head[:-1] + ', "features": [\n')
        file.write(",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features))
        file.write("\n]}\n")


def feature(geometry, coordinates, **properties):
    return {"type": "Feature", "properties": {k: v for k, v in properties.items() if v not in (None, "", [])},
            "geometry": {"type": geometry, "coordinates": coordinates}}


def geodesic_km(a, b):
    """Vincenty's inverse on WGS84; the pairs here are never antipodal."""
    if a == b:
        return 0.0
    major, f = 6378.137, 1 / 298.257223563
    minor = major * (1 - f)
    u1, u2 = (math.atan((1 - f) * math.tan(math.radians(p[1]))) for p in (a, b))
    length = lam = math.radians(b[0] - a[0])
    for _ in range(100):
        x = math.cos(u2) * math.sin(lam)
        y = math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam)
        sin_s = math.hypot(x, y)
        cos_s = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        sigma = math.atan2(sin_s, cos_s)
        sin_a = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_s
        cos2_a = 1 - sin_a * sin_a
        cos_2m = cos_s - 2 * math.sin(u1) * math.sin(u2) / cos2_a if cos2_a else 0
        c = f / 16 * cos2_a * (4 + f * (4 - 3 * cos2_a))
        last = lam
        lam = length + (1 - c) * f * sin_a * (sigma + c * sin_s * (cos_2m + c * cos_s * (2 * cos_2m**2 - 1)))
        if abs(lam - last) < 1e-13:
            break
    k = cos2_a * (major**2 - minor**2) / minor**2
    big_a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)))
    big_b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)))
    delta = big_b * sin_s * (cos_2m + big_b / 4 * (cos_s * (2 * cos_2m**2 - 1)
                             - big_b / 6 * cos_2m * (4 * sin_s**2 - 3) * (4 * cos_2m**2 - 3)))
    return minor * big_a * (sigma - delta)


def load(path):
    """Land rings that reach the region, open (no repeated last point)."""
    rings = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            f = json.loads(line)
            ring = [tuple(p) for p in f["geometry"]["coordinates"][0][:-1]]
            if f["properties"]["level"] == 1 and any(127 < x < 177 and 35 < y < 67 for x, y in ring):
                rings.append(ring)
    return rings


def contains(ring, p):
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > p[1]) != (y2 > p[1]) and p[0] < (x2 - x1) * (p[1] - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def flat2(a, b):
    c = math.cos(math.radians((a[1] + b[1]) / 2))
    return ((a[0] - b[0]) * c) ** 2 + (a[1] - b[1]) ** 2


def ring_at(rings, lat, lon):
    p = (lon, lat)
    for ring in rings:
        if contains(ring, p):
            return ring
    return min(rings, key=lambda r: min(flat2(p, q) for q in r))


def closest(a, b, middle=None, radius=None):
    """The closest pair of vertices of two shores, near `middle` if given."""
    if middle:
        def near(points, r):
            return [q for q in points if flat2(q, middle) <= r * r]
        for r in (0.12, 0.18, 0.27, 0.4, 0.6, 0.9):
            na, nb = near(a, r), near(b, r)
            if na and nb:
                # A little wider, so that the narrowest place is not cut off.
                a, b = near(a, r * 1.25), near(b, r * 1.25)
                break
    else:
        # Only vertices close to the other shore's box can be of the closest pair.
        gap = min(flat2(p, q) for p in a[:: max(1, len(a) // 200)] for q in b[:: max(1, len(b) // 200)]) ** 0.5
        for _ in range(1):
            bx = (min(p[0] for p in b) - gap * 1.6, max(p[0] for p in b) + gap * 1.6,
                  min(p[1] for p in b) - gap, max(p[1] for p in b) + gap)
            a = [p for p in a if bx[0] <= p[0] <= bx[1] and bx[2] <= p[1] <= bx[3]]
            ax = (min(p[0] for p in a) - gap * 1.6, max(p[0] for p in a) + gap * 1.6,
                  min(p[1] for p in a) - gap, max(p[1] for p in a) + gap)
            b = [p for p in b if ax[0] <= p[0] <= ax[1] and ax[2] <= p[1] <= ax[3]]
    best = min(((flat2(p, q), p, q) for p in a for q in b))
    return best[1], best[2]


full, medium = load(coast0_path), load(coast1_path)

# --- places -------------------------------------------------------------------------------------
etopo = array.array("f")
with open(etopo_path, "rb") as file:
    etopo.frombytes(file.read())


def trench_axis():
    """ETOPO5's deepest node of each degree of latitude seaward of the chain."""
    axis = []
    for lat in range(43, 54):
        row = (67 - lat) * 12
        low = 147 + (lat - 43) * 1.25
        columns = range(int((low - 127) * 12), int((low + 9 - 127) * 12))
        deepest = min(columns, key=lambda c: etopo[row * 601 + c])
        axis.append([round(127 + deepest / 12, 3), lat])
    return [[round(sum(axis[j][0] for j in range(max(0, i - 1), min(len(axis), i + 2)))
                   / len(range(max(0, i - 1), min(len(axis), i + 2))), 3), p[1]] for i, p in enumerate(axis)]


PATHS = {
    "Kuril-Kamchatka Trench": trench_axis(),
    "Kuril Islands": [[149.6, 45.65], [150.6, 46.2], [152.0, 47.0], [153.3, 48.2], [154.7, 49.5], [156.0, 50.6]],
    "Kamchatka": [[157.0, 52.0], [158.0, 54.0], [159.3, 56.0], [161.0, 58.0]],
}
WIDTH = {"Sea of Okhotsk": 900, "Sea of Japan (East Sea)": 600, "Pacific Ocean": 1200, "Bering Sea": 500}

places = []
for kind, rank, en, ru, ja, roman, lat, lon, height, height_source, source, marks, note in rows("places.tsv"):
    disputed = "d" in marks
    places.append(feature(
        "Point", [float(lon), float(lat)], kind=kind, rank=int(rank), en=en, ru=ru, ja=ja, ja_latin=roman,
        name=f"{en} / {roman}" if disputed and roman and roman != en else en, disputed=disputed or None,
        height_m=int(height) if height else None,
        height_source=(height_source or "general knowledge") if height else None,
        height_unverified=("h" in marks and bool(height)) or None,
        source=source or "general knowledge", unverified=("p" in marks) or None,
        names_unverified=("n" in marks) or None, extent_km=WIDTH.get(en), path=PATHS.get(en),
        path_source=("computed here from ETOPO5" if "Trench" in en else "drawn here") if en in PATHS else None, note=note))

PAIRS = {"Golovnin": "Tomariyama", "Mendeleev": "Raususan", "Tiatia": "Chachadake"}
DISPUTED_SUMMITS = {"Golovnin", "Mendeleev", "Tiatia", "Berutarube", "Atosanupuri", "Bogatyr Ridge", "Grozny group",
                    "Baransky", "Chirip", "Medvezhia"}
HIGH = {"Klyuchevskoy", "Koryaksky", "Kronotsky", "Sheveluch", "Alaid", "Sarychev", "Tiatia", "Avachinsky"}
# These stand in places.tsv as islands of one volcano, at the same height.
WHOLE_ISLANDS = {"Ushishir", "Srednego", "Chirinkotan", "Shirinki"}
with open(f"{tables}/summits.csv", encoding="utf-8") as lines:
    for line in lines:
        if line.startswith("#") or "(island)" in line:
            continue
        lat, lon, metres, name = line.strip().split(",")
        if name in WHOLE_ISLANDS:
            continue
        places.append(feature(
            "Point", [float(lon), float(lat)], kind="volcano", rank=3 if name in HIGH else 4 if int(metres) > 1400 else 5,
            en=name, ja_latin=PAIRS.get(name), name=f"{name} / {PAIRS[name]}" if name in PAIRS else name,
            disputed=(name in DISPUTED_SUMMITS) or None, height_m=int(metres), height_source="GVP", source="GVP"))

# --- straits ------------------------------------------------------------------------------------
straits, middles = [], {}
for en, ru, ja, lat, lon, shore_a, shore_b, widths, marks, remark in rows("straits.tsv"):
    a, b = (ring_at(full, *map(float, s.split())) for s in (shore_a, shore_b))
    p, q = closest(a, b, (float(lon), float(lat)))
    middle = [round((p[0] + q[0]) / 2, 4), round((p[1] + q[1]) / 2, 4)]
    middles[en] = middle
    published = []
    for item in filter(None, widths.split(";")):
        value, source = item.split("@", 1)
        span = [float(v) for v in value.split("-")]
        entry = {"km": span[0]} if len(span) == 1 else {"km_min": span[0], "km_max": span[1]}
        if source == "unverified":
            entry.update(source="general knowledge", unverified=True)
        else:
            entry["source"] = source
        published.append(entry)
    straits.append(feature("LineString", [list(p), list(q)], en=en, ru=ru, ja=ja, widths_km=published,
                           computed_km=round(geodesic_km(p, q), 2), names_unverified=("n" in marks) or None,
                           position_unverified=("p" in marks) or None, remark=remark))
    big = en.split()[0] in ("La", "Tatar", "Tsugaru", "Bussol", "Krusenstern", "Vries")
    places.append(feature("Point", [float(lon), float(lat)], kind="strait", rank=3 if big else 5, en=en, ru=ru, ja=ja, name=en,
                          source="general knowledge" if "p" in marks else "published or computed midpoint",
                          unverified=("p" in marks) or None, names_unverified=("n" in marks) or None,
                          path=[list(p), list(q)]))
    print(f"{en}: {straits[-1]['properties']['computed_km']} km", widths)
write("straits", straits, about="Shortest shore-to-shore lines of GSHHG's full-resolution coast near the published or "
      "computed midpoint of each strait; computed_km is the geodesic on WGS84 between the two vertices.")
write("places", places)

# --- disputed islands -----------------------------------------------------------------------------
GROUPS = [("Iturup", "Etorofu", "Итуруп", "択捉島", [(45.05, 147.84)]),
          ("Kunashir", "Kunashiri", "Кунашир", "国後島", [(44.18, 145.96)]),
          ("Shikotan", "Shikotan", "Шикотан", "色丹島", [(43.80, 146.75)]),
          ("Habomai group", "Habomai", "Хабомаи", "歯舞群島",
           [(43.63, 146.32), (43.51, 146.16), (43.42, 146.06), (43.36, 146.00), (43.44, 145.91)])]
hokkaido, urup = ring_at(full, 43.36, 142.57), ring_at(full, 45.91, 149.97)
mains = [[ring_at(full, *p) for p in g[4]] for g in GROUPS]
members = [list(m) for m in mains]
known = {id(r) for m in mains for r in m}
window = lambda r: [p for p in r if 144.5 < p[0] < 150.5 and 43 < p[1] < 46.5]
others = [window(hokkaido), window(urup)]
for ring in full:
    x, y = ring[0]
    if id(ring) in known or len(ring) > 400 or not (145.2 < x < 149.2 and 43.2 < y < 45.7):
        continue
    distances = [min(flat2(ring[0], q) for r in m for q in r) for m in mains]
    best = min(range(4), key=lambda i: distances[i])
    if distances[best] < 0.15**2 and distances[best] < min(flat2(ring[0], q) for o in others for q in o):
        members[best].append(ring)
NOTE = "administered by Russia, claimed by Japan"
disputed = []
for (en, roman, ru, ja, _), rings in zip(GROUPS, members):
    disputed.append(feature("MultiPolygon", [[[list(p) for p in r] + [list(r[0])]] for r in rings], kind="disputed_island",
                            name=f"{en} / {roman}" if en != roman else en, en=en, ja_latin=roman, ru=ru, ja=ja, note=NOTE,
                            source="shore: GSHHG 2.3.7, full resolution"))
vries = middles["Vries Strait"]
disputed.append(feature("LineString", [[149.36, 45.18], vries, [148.90, 46.17]], kind="claim_line",
                        name="Iturup / Etorofu to Urup", style="dashed",
                        source="ends: Natural Earth, disputed boundary lines; the point between is the middle of the strait's "
                        "shore-to-shore line, computed here"))
russian_side = [q for m in members for r in m for q in window(r) if q[0] < 146.6]
hokkaido_side = [q for q in others[0] if q[1] < 44.7]
middle_line = []
for step in range(0, 23):
    lat = 44.45 - step * 0.05
    low, high = 144.9, 146.3
    for _ in range(18):
        lon = (low + high) / 2
        nearer_hokkaido = min(flat2((lon, lat), q) for q in hokkaido_side) < min(flat2((lon, lat), q) for q in russian_side)
        low, high = (lon, high) if nearer_hokkaido else (low, lon)
    middle_line.append([round(lon, 4), round(lat, 2)])
disputed.append(feature("LineString", middle_line, kind="claim_line",
                        name="Hokkaido to Kunashir / Kunashiri and Habomai", style="dashed",
                        source="computed here as the line of equal distance from both shores (GSHHG, full resolution); "
                        "no published vertices were used"))
write("disputed", disputed, about="Neither line is drawn as settled: both dashed alike, both names alike. " + NOTE + ".")

# --- limits of the Sea of Okhotsk -------------------------------------------------------------------
CHAIN = [(43.36, 142.57), (43.44, 145.91), (43.36, 146.00), (43.42, 146.06), (43.51, 146.16), (43.63, 146.32), (43.80, 146.75),
         (45.05, 147.84), (45.91, 149.97), (46.46, 150.81), (46.53, 150.87), (46.95, 151.99), (47.34, 152.48), (47.52, 152.80),
         (47.75, 153.02), (48.08, 153.23), (48.29, 153.24), (48.83, 154.11), (49.13, 154.52), (49.43, 154.75), (50.37, 155.71),
         (50.75, 156.35), (53.5, 158.0)]
chain = [ring_at(medium, *p) for p in CHAIN]
mainland, sakhalin, hokkaido1 = chain[-1], ring_at(medium, 50.20, 142.72), chain[0]


def nearest(ring, p):
    return min(ring, key=lambda q: flat2(p, q))


nosappu, soya = nearest(hokkaido1, (145.817, 43.385)), nearest(hokkaido1, (141.937, 45.523))
crillon = nearest(sakhalin, (142.08, 45.90))
west = [p for p in sakhalin if p[0] < 142.3 and 51.5 < p[1] < 52.0]
tuik = min(west, key=lambda p: (abs(p[1] - (51 + 45.7 / 60)) * 10 + (p[0] - 141.5)))
sushcheva = min((p for p in mainland if 140.5 < p[0] < 142 and 51 < p[1] < 53), key=lambda p: flat2(p, tuik))
lopatka = nearest(mainland, (156.652, 50.914))

links = []
for i in range(len(chain) - 1):
    if i == 0:
        links.append((nosappu, nearest(chain[1], nosappu)))
    elif i == len(chain) - 2:
        links.append((nearest(chain[i], lopatka), lopatka))
    else:
        links.append(closest(chain[i], chain[i + 1]))


def along(ring, start, end):
    """The shore from start to end with the sea on the left: against the ring's own sense."""
    i, j = ring.index(start), ring.index(end)
    return [ring[(i - k) % len(ring)] for k in range((i - j) % len(ring) + 1)]


loop = []
for i, (p, q) in enumerate(links):
    loop.append(p)
    if i + 1 < len(links):
        loop += along(chain[i + 1], q, links[i + 1][0])
loop += along(mainland, lopatka, sushcheva) + along(sakhalin, tuik, crillon) + along(hokkaido1, soya, nosappu)
clean = [p for i, p in enumerate(loop) if p != loop[i - 1]]
used = {id(r) for r in chain} | {id(sakhalin)}
box = (min(p[0] for p in clean), max(p[0] for p in clean), min(p[1] for p in clean), max(p[1] for p in clean))
holes = [r for r in medium if id(r) not in used and box[0] < r[0][0] < box[1] and box[2] < r[0][1] < box[3]
         and all(contains(clean, p) for p in r[:: max(1, len(r) // 8)])]
S23 = "IHO S-23, 3rd edition (1953)"
limits = [feature("LineString", [list(p), list(q)], kind="limit", part="southeast", name="Hokkaido to Cape Lopatka",
                  source=S23, remark="S-23 leads the line through the Kuril Islands; the shortest line between neighbouring "
                  "islands is drawn here") for p, q in links]
limits.append(feature("LineString", [list(soya), list(crillon)], kind="limit", part="southwest", name="La Perouse Strait: Cape Soya "
                      "to Cape Crillon (Nishi-Notoro)", source=S23))
limits.append(feature("LineString", [list(tuik), list(sushcheva)], kind="limit", part="southwest",
                      name="Cape Tuik (51°45.7'N) to Cape Sushcheva", source=S23, unverified=True,
                      remark="Cape Tuik is taken as Sakhalin's shore at the published latitude, Cape Sushcheva as the nearest "
                      "mainland shore: no published positions were found"))
limits.append(feature("Polygon", [[list(p) for p in clean + clean[:1]]] + [[list(p) for p in (r + r[:1])[::-1]] for r in holes],
                      kind="sea", en="Sea of Okhotsk", ru="Охотское море", ja="オホーツク海", source=S23 + "; shore: GSHHG 2.3.7, "
                      "simplified to 0.004°"))
write("okhotsk_limits", limits, disclaimer="S-23 says of itself that \"these limits have no political significance whatsoever\".",
      disclaimer_source="https://pdfslide.us/documents/limits-of-oceans-and-seas.html")
print(len(places), "places,", len(straits), "straits,", len(clean), "vertices round the sea,", len(holes), "islands in it")
