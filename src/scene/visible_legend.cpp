#include "scene/visible_legend.h"

#include <algorithm>
#include <optional>

#include "geo/geodesic.h"

namespace cordon::scene {

namespace {

using typography::Color;
using typography::Hatch;

bool same(const Color& a, const Color& b) {
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

bool same(const LineStyle& a, const LineStyle& b) {
  return same(a.color, b.color) && a.widthPixels == b.widthPixels && a.dashPixels == b.dashPixels;
}

bool same(const std::optional<Hatch>& a, const std::optional<Hatch>& b) {
  if (!a || !b) return !a && !b;
  return same(a->color, b->color) && a->spacingPixels == b->spacingPixels && a->angleRadians == b->angleRadians;
}

/// What only touches the picture's edge needs no words.
typography::Rect middleOfFrame(const Page& page) {
  constexpr double kEdgeShare = 0.07;
  const double edge = kEdgeShare * std::min(page.frame.width, page.frame.height);
  return {page.frame.x + edge, page.frame.y + edge, page.frame.width - 2.0 * edge, page.frame.height - 2.0 * edge};
}

bool isInFrame(const Page& page, const std::vector<Polyline>& pieces) {
  const typography::Rect frame = middleOfFrame(page);
  return std::any_of(pieces.begin(), pieces.end(), [&](const Polyline& piece) {
    return std::any_of(piece.begin(), piece.end(), [&](const typography::Point& p) {
      return contains(frame, {p.x, p.y, 0.0, 0.0});
    });
  });
}

/// Vertices are asked first: most of what is in the picture has one there.
bool hasVertexInFrame(const Page& page, const std::vector<geo::LatLon>& points) {
  const typography::Rect frame = middleOfFrame(page);
  return std::any_of(points.begin(), points.end(), [&](const geo::LatLon& position) {
    const auto p = page.ground.pixel(position);
    return p && contains(frame, {p->x, p->y, 0.0, 0.0});
  });
}

bool isInFrame(const Page& page, const GroundLine& line) {
  return hasVertexInFrame(page, line.points) || isInFrame(page, page.ground.line(line.points));
}

bool isInFrame(const Page& page, const GroundArea& area) {
  return std::any_of(area.contours.begin(), area.contours.end(),
                     [&](const auto& contour) { return hasVertexInFrame(page, contour); }) ||
         isInFrame(page, page.ground.area(area.contours));
}

bool isInFrame(const Page& page, const RingOnPage& ring) {
  // Close up the line may lie outside, yet its fill tints the whole picture.
  const geo::LatLon middle = page.projector.camera().target;
  if (geo::geodesicDistanceMeters(ring.ring->centre, middle) < ring.ring->radiusMeters) return true;
  return std::any_of(ring.points.begin(), ring.points.end(), [&](const std::optional<typography::Point>& p) {
    return p && contains(page.frame, {p->x, p->y, 0.0, 0.0});
  });
}

bool isInFrame(const Page& page, const SiteSymbol& site) {
  const auto p = page.ground.pixel(site.position);
  return p && contains(page.frame, {p->x, p->y, 0.0, 0.0});
}

/// Whether anything in the model looks like the entry, and whether any of that is in the picture.
struct Found {
  bool inModel = false;
  bool inPicture = false;

  void note(bool visible) {
    inModel = true;
    inPicture = inPicture || visible;
  }
};

Found findRing(const Page& page, const LegendEntry& entry, bool forStatus) {
  Found found;
  for (const RingOnPage& on : page.rings) {
    const bool alike = forStatus ? on.ring->status == entry.status : same(on.ring->color, entry.color);
    if (alike && !found.inPicture) found.note(isInFrame(page, on));
  }
  for (const SiteSymbol& site : page.model.sites) {
    for (const SiteSymbol::Part& part : site.parts) {
      const bool alike =
          forStatus ? part.status == entry.status : same(part.color, entry.color) && part.shape == entry.shape;
      if (alike && !found.inPicture) found.note(isInFrame(page, site));
    }
  }
  return found;
}

Found findLine(const Page& page, const LegendEntry& entry) {
  Found found;
  for (const GroundLine& line : page.model.lines) {
    if (!same(line.style, entry.line) || found.inPicture) continue;
    found.note(!isLeftOut(page, line) && isInFrame(page, line));
  }
  return found;
}

Found findArea(const Page& page, const LegendEntry& entry) {
  Found found;
  for (const GroundArea& area : page.model.areas) {
    const bool fills = area.fill ? same(*area.fill, entry.color) : entry.color.alpha == 0.0;
    if (!fills || !same(area.hatch, entry.hatch) || found.inPicture) continue;
    found.note(isInFrame(page, area));
  }
  return found;
}

}  // namespace

std::vector<LegendEntry> visibleLegend(const Page& page) {
  std::vector<LegendEntry> entries;
  for (const LegendEntry& entry : page.model.legend) {
    Found found;
    switch (entry.kind) {
      case LegendEntry::Kind::Ring:
      case LegendEntry::Kind::Symbol:
        found = findRing(page, entry, entry.forStatus);
        break;
      case LegendEntry::Kind::Line:
        found = findLine(page, entry);
        break;
      case LegendEntry::Kind::Area:
        found = findArea(page, entry);
        break;
      case LegendEntry::Kind::Text:
        break;
    }
    if (found.inPicture || !found.inModel) entries.push_back(entry);
  }
  return entries;
}

}  // namespace cordon::scene
