// Builds the display relief of 36–66°N, 128–176°E at 30": ETOPO5 bound to the coast and to summits.
//
//   relief ETOPO5.f32 MASK.u8 SUMMITS.csv OUT.i16
//
// ETOPO5.f32: little-endian floats, 127–177°E by 35–67°N at 5', node-registered, north first.
// MASK.u8: 5761 x 3601 bytes, 30", node-registered, north first; 1 on land.
//
// Land and sea are made apart. Each takes ETOPO5's nodes that lie on its own side (nodes of the
// other side are filled from neighbours, so that a deep sea node does not drown a steep shore) and
// is brought to 0 m at the coast by a ramp w with (1 - L²∇²)w = 1, w = 0 at the coast: that is
// 1 - exp(-d/L) near a straight shore, without creases where shores face each other. Summits are
// concave cones whose feet are bent to the coast by the same kind of ramp. Nothing is random.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr int kWidth = 5761, kHeight = 3601;
constexpr int kCoarseWidth = 601, kCoarseHeight = 385;
constexpr double kWest = 128, kNorth = 66, kStep = 1.0 / 120;
constexpr double kKmPerDegree = 111.2;
constexpr double kPi = 3.14159265358979323846;

using Field = std::vector<float>;

std::size_t at(int x, int y) {
  return static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x);
}
double cosLat(int y) {
  return std::cos((kNorth - y * kStep) * kPi / 180);
}

template <class T>
bool readAll(const char* path, std::vector<T>& into) {
  std::FILE* in = std::fopen(path, "rb");
  const bool ok = in && std::fread(into.data(), sizeof(T), into.size(), in) == into.size();
  if (in) std::fclose(in);
  if (!ok) std::fprintf(stderr, "cannot read %s\n", path);
  return ok;
}

// ETOPO5's nodes of one side; the rest is filled ring by ring with the mean of known neighbours.
Field oneSide(const Field& etopo, const std::vector<std::uint8_t>& mask, bool land) {
  Field out(etopo.size());
  std::vector<bool> known(etopo.size());
  for (int y = 0; y < kCoarseHeight; ++y) {
    for (int x = 0; x < kCoarseWidth; ++x) {
      const auto i = static_cast<std::size_t>(y) * kCoarseWidth + static_cast<std::size_t>(x);
      const int fx = (x - 12) * 10, fy = (y - 12) * 10;
      bool own = land ? etopo[i] > 0 : etopo[i] < 0;
      if (fx >= 0 && fy >= 0 && fx < kWidth && fy < kHeight) own = own && (mask[at(fx, fy)] != 0) == land;
      known[i] = own;
      out[i] = own ? etopo[i] : 0;
    }
  }
  for (int round = 0; round < 40; ++round) {
    auto nextKnown = known;
    auto next = out;
    for (int y = 0; y < kCoarseHeight; ++y) {
      for (int x = 0; x < kCoarseWidth; ++x) {
        const auto i = static_cast<std::size_t>(y) * kCoarseWidth + static_cast<std::size_t>(x);
        if (known[i]) continue;
        double sum = 0, weights = 0;
        for (int dy = -1; dy <= 1; ++dy) {
          for (int dx = -1; dx <= 1; ++dx) {
            const int nx = x + dx, ny = y + dy;
            if (nx < 0 || ny < 0 || nx >= kCoarseWidth || ny >= kCoarseHeight) continue;
            const auto j = static_cast<std::size_t>(ny) * kCoarseWidth + static_cast<std::size_t>(nx);
            if (!known[j]) continue;
            const double weight = dx && dy ? 0.7 : 1.0;
            sum += weight * out[j];
            weights += weight;
          }
        }
        if (weights == 0) continue;
        next[i] = static_cast<float>(sum / weights * 0.8);  // fades with distance from what is known
        nextKnown[i] = true;
      }
    }
    known = std::move(nextKnown);
    out = std::move(next);
  }
  return out;
}

// The nodes under the weights of a cubic B-spline (1 4 1) / 6 each way.
Field smoothed(const Field& nodes) {
  Field out = nodes;
  for (int y = 1; y + 1 < kCoarseHeight; ++y)
    for (int x = 1; x + 1 < kCoarseWidth; ++x) {
      double sum = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
          sum += nodes[static_cast<std::size_t>(y + dy) * kCoarseWidth + static_cast<std::size_t>(x + dx)] *
                 (dy ? 1.0 : 4.0) * (dx ? 1.0 : 4.0);
      out[static_cast<std::size_t>(y) * kCoarseWidth + static_cast<std::size_t>(x)] = static_cast<float>(sum / 36);
    }
  return out;
}

// A B-spline approximates: most of what it would lose is put back into its nodes beforehand.
Field sharpened(const Field& nodes) {
  Field out = nodes;
  for (int pass = 0; pass < 2; ++pass) {
    const Field smooth = smoothed(out);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += (nodes[i] - smooth[i]) * 0.8F;
  }
  return out;
}

void splineWeights(double t, double w[4]) {
  w[0] = (1 - t) * (1 - t) * (1 - t) / 6;
  w[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
  w[2] = (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6;
  w[3] = t * t * t / 6;
}

double spline(const Field& nodes, int x, int y) {
  const double gx = 12 + x / 10.0, gy = 12 + y / 10.0;
  const int ix = static_cast<int>(gx), iy = static_cast<int>(gy);
  double wx[4], wy[4], sum = 0;
  splineWeights(gx - ix, wx);
  splineWeights(gy - iy, wy);
  for (int j = 0; j < 4; ++j)
    for (int i = 0; i < 4; ++i)
      sum += wx[i] * wy[j] *
             nodes[static_cast<std::size_t>(iy + j - 1) * kCoarseWidth + static_cast<std::size_t>(ix + i - 1)];
  return sum;
}

double bilinear(const Field& nodes, int x, int y) {
  const double gx = 12 + x / 10.0, gy = 12 + y / 10.0;
  const int ix = static_cast<int>(gx), iy = static_cast<int>(gy);
  const double tx = gx - ix, ty = gy - iy;
  const auto node = [&](int dx, int dy) {
    return nodes[static_cast<std::size_t>(iy + dy) * kCoarseWidth + static_cast<std::size_t>(ix + dx)];
  };
  return (node(0, 0) * (1 - tx) + node(1, 0) * tx) * (1 - ty) + (node(0, 1) * (1 - tx) + node(1, 1) * tx) * ty;
}

// The ramp w of the head comment, by red-black over-relaxation; `lengthKm` is L. Neighbours across
// the coast count as 0, half a cell away from the shore.
Field ramp(const std::vector<std::uint8_t>& mask, bool land, double lengthKm, int sweeps) {
  Field w(mask.size(), 0.0F);
  const double dy2 = std::pow(kStep * kKmPerDegree, 2);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    for (int colour = 0; colour < 2; ++colour) {
      for (int y = 0; y < kHeight; ++y) {
        const double c = cosLat(y);
        const double ax = lengthKm * lengthKm / (dy2 * c * c), ay = lengthKm * lengthKm / dy2;
        for (int x = (y + colour) % 2; x < kWidth; x += 2) {
          const auto i = at(x, y);
          if ((mask[i] != 0) != land) continue;
          const auto side = [&](int nx, int ny) {
            nx = std::clamp(nx, 0, kWidth - 1);
            ny = std::clamp(ny, 0, kHeight - 1);
            return nx == x && ny == y ? w[i] : w[at(nx, ny)];
          };
          const double sum = ax * (side(x - 1, y) + side(x + 1, y)) + ay * (side(x, y - 1) + side(x, y + 1));
          const double target = (1 + sum) / (1 + 2 * ax + 2 * ay);
          w[i] += static_cast<float>(1.5 * (target - w[i]));
        }
      }
    }
  }
  return w;
}

struct Summit {
  double lat, lon, metres;
  bool placed;  // false: only the island's greatest height is known, not where
};

std::vector<Summit> readSummits(const char* path) {
  std::vector<Summit> summits;
  std::FILE* in = std::fopen(path, "r");
  char line[256];
  while (in && std::fgets(line, sizeof line, in)) {
    Summit s{};
    s.placed = std::string(line).find("(island)") == std::string::npos;
    if (std::sscanf(line, "%lf,%lf,%lf", &s.lat, &s.lon, &s.metres) == 3) summits.push_back(s);
  }
  if (in) std::fclose(in);
  return summits;
}

double softMax(double a, double b, double width);

// ETOPO5 knows next to nothing of islands of 10 km. There a spine is drawn between the shores: a
// share of the island's summit heights (nearer ones count more) times the foot's ramp; where only
// an island's greatest height is published, all of that height at the place farthest from the shore.
Field islandSpines(const std::vector<std::uint8_t>& mask, const Field& foot, const std::vector<Summit>& summits) {
  Field spines(mask.size(), 0.0F);
  std::vector<bool> seen(mask.size(), false);
  constexpr std::size_t kMostCells = 9000;  // about 5,500 km² at 45°N: Iturup, but not Hokkaido
  for (const auto& seed : summits) {
    const int sx = static_cast<int>(std::lround((seed.lon - kWest) / kStep));
    const int sy = static_cast<int>(std::lround((kNorth - seed.lat) / kStep));
    std::size_t start = mask.size();
    for (int reach = 0; reach <= 3 && start == mask.size(); ++reach)
      for (int y = sy - reach; y <= sy + reach; ++y)
        for (int x = sx - reach; x <= sx + reach; ++x)
          if (mask[at(x, y)] && start == mask.size()) start = at(x, y);
    if (start == mask.size() || seen[start]) continue;
    std::vector<std::size_t> cells{start};
    seen[start] = true;
    for (std::size_t k = 0; k < cells.size() && cells.size() <= kMostCells; ++k) {
      const std::size_t i = cells[k];
      for (const std::size_t j : {i - 1, i + 1, i - kWidth, i + kWidth})
        if (j < mask.size() && mask[j] && !seen[j]) {
          seen[j] = true;
          cells.push_back(j);
        }
    }
    if (cells.size() > kMostCells) continue;
    double top = 0;
    std::vector<bool> own(summits.size(), false);
    for (const auto i : cells) top = std::max(top, static_cast<double>(foot[i]));
    for (std::size_t k = 0; k < summits.size(); ++k) {
      const auto cell = at(static_cast<int>(std::lround((summits[k].lon - kWest) / kStep)),
                           static_cast<int>(std::lround((kNorth - summits[k].lat) / kStep)));
      own[k] = &summits[k] == &seed || std::find(cells.begin(), cells.end(), cell) != cells.end();
    }
    for (const auto i : cells) {
      const int x = static_cast<int>(i % kWidth), y = static_cast<int>(i / kWidth);
      double sum = 0, weights = 0;
      for (std::size_t k = 0; k < summits.size(); ++k) {
        if (!own[k]) continue;
        const double ex = (summits[k].lon - (kWest + x * kStep)) * kKmPerDegree * cosLat(y);
        const double ey = (summits[k].lat - (kNorth - y * kStep)) * kKmPerDegree;
        const double weight = 1 / (ex * ex + ey * ey + 16);
        sum += weight * summits[k].metres * (summits[k].placed ? 0.42 : 1.0);
        weights += weight;
      }
      spines[i] = static_cast<float>(sum / weights * std::pow(foot[i] / top, 1.3));
    }
  }
  return spines;
}

double softMax(double a, double b, double width) {
  const double d = std::abs(a - b);
  return std::max(a, b) + (d < width ? (width - d) * (width - d) / (4 * width) : 0);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  Field etopo(static_cast<std::size_t>(kCoarseWidth) * kCoarseHeight);
  std::vector<std::uint8_t> mask(static_cast<std::size_t>(kWidth) * kHeight);
  const auto summits = readSummits(argv[3]);
  if (!readAll(argv[1], etopo) || !readAll(argv[2], mask) || summits.empty()) return 1;

  // ETOPO5's land in Asia comes in blocks of 10'; the spline alone, which smooths, makes hills of them.
  const Field landNodes = smoothed(oneSide(etopo, mask, true));
  const Field seaNodes = sharpened(oneSide(etopo, mask, false));
  const Field landRamp = ramp(mask, true, 2.5, 60);
  const Field footRamp = ramp(mask, true, 7.0, 150);
  const Field seaRamp = ramp(mask, false, 4.0, 90);

  Field height(mask.size());
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const auto i = at(x, y);
      height[i] = static_cast<float>(mask[i] ? std::max(spline(landNodes, x, y), 3.0) * landRamp[i]
                                             : std::min(spline(seaNodes, x, y), -3.0) * seaRamp[i]);
    }

  const Field spines = islandSpines(mask, footRamp, summits);
  for (std::size_t i = 0; i < mask.size(); ++i)
    if (spines[i] > 0) height[i] = static_cast<float>(softMax(height[i], spines[i], 0.5 * spines[i]));

  // Cones: H(1 - r/R)^1.35 with R = 5.5 H, times the foot's ramp, which is 1 at the summit.
  Field cones(mask.size(), 0.0F);
  for (const auto& s : summits) {
    const int sx = static_cast<int>(std::lround((s.lon - kWest) / kStep));
    const int sy = static_cast<int>(std::lround((kNorth - s.lat) / kStep));
    if (!s.placed) continue;
    // The best ramp within 1 km stands for the summit, whose place is given to 0.001° only.
    double top = 0;
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx) top = std::max(top, static_cast<double>(footRamp[at(sx + dx, sy + dy)]));
    if (top <= 0) {
      std::fprintf(stderr, "summit %.3f %.3f lies in the sea of the mask\n", s.lat, s.lon);
      continue;
    }
    const double reachKm = 5.5 * s.metres / 1000;
    const int ry = static_cast<int>(reachKm / (kKmPerDegree * kStep)) + 1;
    const int rx = static_cast<int>(ry / cosLat(sy)) + 1;
    for (int y = std::max(0, sy - ry); y <= std::min(kHeight - 1, sy + ry); ++y)
      for (int x = std::max(0, sx - rx); x <= std::min(kWidth - 1, sx + rx); ++x) {
        const auto i = at(x, y);
        if (!mask[i]) continue;
        const double ex = (s.lon - (kWest + x * kStep)) * kKmPerDegree * cosLat(y);
        const double ey = (s.lat - (kNorth - y * kStep)) * kKmPerDegree;
        const double r = std::hypot(ex, ey) / reachKm;
        if (r >= 1) continue;
        const double foot = std::min(1.0, footRamp[i] / top);
        cones[i] = std::max(cones[i], static_cast<float>(s.metres * std::pow(1 - r, 1.35) * foot));
      }
  }
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (cones[i] <= 0) continue;
    const double width = std::min({250.0, 0.5 * cones[i], 0.5 * height[i]});
    height[i] = static_cast<float>(width > 0 ? softMax(height[i], cones[i], width) : std::max(height[i], cones[i]));
  }
  // Where ETOPO5 stands above a summit, its surroundings are lowered; where the cell is beside the
  // exact place, they are raised: the cell itself takes the published height.
  for (const auto& s : summits) {
    const int sx = static_cast<int>(std::lround((s.lon - kWest) / kStep));
    const int sy = static_cast<int>(std::lround((kNorth - s.lat) / kStep));
    const double now = height[at(sx, sy)];
    if (!s.placed || !mask[at(sx, sy)] || now <= 0) continue;
    const double factor = s.metres / now - 1;
    const double widthKm = 2.0;
    for (int y = sy - 12; y <= sy + 12; ++y)
      for (int x = sx - 20; x <= sx + 20; ++x) {
        const double ex = (x - sx) * kStep * kKmPerDegree * cosLat(sy), ey = (y - sy) * kStep * kKmPerDegree;
        const double pull = std::exp(-(ex * ex + ey * ey) / (widthKm * widthKm));
        if (mask[at(x, y)]) height[at(x, y)] *= static_cast<float>(1 + factor * pull);
      }
  }

  std::vector<std::int16_t> out(mask.size());
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const auto i = at(x, y);
      const double bound = mask[i] ? std::max(1.0F, height[i]) : std::min(-1.0F, height[i]);
      const double edge = std::min({x, y, kWidth - 1 - x, kHeight - 1 - y}) / 60.0;  // half degrees
      const double t = std::clamp(edge, 0.0, 1.0), mix = t * t * (3 - 2 * t);
      out[i] = static_cast<std::int16_t>(std::lround(bound * mix + bilinear(etopo, x, y) * (1 - mix)));
    }
  std::FILE* file = std::fopen(argv[4], "wb");
  const bool ok = file && std::fwrite(out.data(), 2, out.size(), file) == out.size();
  if (file) std::fclose(file);
  return ok ? 0 : 1;
}
