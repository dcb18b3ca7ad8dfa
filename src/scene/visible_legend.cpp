#include "scene/visible_legend.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "geo/geodesic.h"
#include "scene/ring_style.h"

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

Found findStatus(const Page& page, const LegendEntry& entry) {
  Found found;
  for (const RingOnPage& on : page.rings) {
    const bool alike = !on.ring->isFree && on.ring->status == entry.status;
    if (alike && !found.inPicture) found.note(isInFrame(page, on));
  }
  for (const SiteSymbol& site : page.model.sites) {
    for (const SiteSymbol::Part& part : site.parts) {
      if (part.status == entry.status && !found.inPicture) found.note(isInFrame(page, site));
    }
  }
  return found;
}

/// Shows the system in the entry as it stands in the picture: where all of it is withdrawn, grey.
Found findSystem(const Page& page, LegendEntry& entry) {
  Found found;
  std::optional<Status> first;
  const auto note = [&](Status status, bool visible) {
    found.note(visible);
    if (visible && (!first || statusRank(status) < statusRank(*first))) first = status;
  };
  const auto matters = [&](Status status) {
    return !found.inPicture || (first && statusRank(status) < statusRank(*first));
  };
  for (const RingOnPage& on : page.rings) {
    const bool alike = !on.ring->isFree && same(on.ring->color, entry.color);
    if (alike && matters(on.ring->status)) note(on.ring->status, isInFrame(page, on));
  }
  for (const SiteSymbol& site : page.model.sites) {
    for (const SiteSymbol::Part& part : site.parts) {
      const bool alike = same(part.color, entry.color) && part.shape == entry.shape;
      if (alike && matters(part.status)) note(part.status, isInFrame(page, site));
    }
  }
  if (first) entry.status = *first;
  return found;
}

Found findOwnRings(const Page& page) {
  Found found;
  for (const RingOnPage& on : page.rings) {
    if (on.ring->isFree && !found.inPicture) found.note(isInFrame(page, on));
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
  for (LegendEntry entry : page.model.legend) {
    Found found;
    switch (entry.kind) {
      case LegendEntry::Kind::Ring:
      case LegendEntry::Kind::Symbol:
        found = entry.forStatus ? findStatus(page, entry) : findSystem(page, entry);
        break;
      case LegendEntry::Kind::Line:
        found = entry.forOwnRings ? findOwnRings(page) : findLine(page, entry);
        break;
      case LegendEntry::Kind::Area:
        found = findArea(page, entry);
        break;
      case LegendEntry::Kind::Change:  // counts all of them
      case LegendEntry::Kind::Text:
        break;
    }
    if (found.inPicture || !found.inModel) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace cordon::scene
