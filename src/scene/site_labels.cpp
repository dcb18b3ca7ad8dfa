#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "scene/page.h"
#include "scene/palette.h"
#include "scene/symbols.h"

namespace cordon::scene {

namespace {

using typography::Drawing;
using typography::PathItem;
using typography::Point;
using typography::Rect;
using typography::Stroke;
using typography::TextAlign;
using typography::TextStyle;

/// More names than this on one picture are noise, and each costs time.
constexpr int kMostNames = 260;
/// With more sites than this, remarks would drown the names.
constexpr int kMostRemarks = 40;
constexpr double kRemarksCoarsestMetersPerPixel = 4500.0;

/// With more sites than this, signs that would lie on each other are counted at once; with fewer all are shown.
constexpr std::size_t kMostDisplaced = 60;
/// So many signs on one spot cannot stand round it.
constexpr std::size_t kFewestInCluster = 4;

/// A sign: of one site, or of several that would lie on each other.
struct Group {
  Point place;   ///< where the site is
  Point centre;  ///< where its sign stands
  std::vector<const SiteSymbol*> members;
};

/// Sites within `reach` pixels of the most important of them.
std::vector<Group> gather(const Page& page, const std::vector<const SiteSymbol*>& sites, double reach) {
  std::vector<Group> groups;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> grid;
  const auto cell = [&](double v) { return static_cast<std::int64_t>(std::floor(v / reach)); };
  const auto key = [](std::int64_t x, std::int64_t y) { return x * 1'000'003 + y; };
  for (const SiteSymbol* site : sites) {
    const std::optional<Point> p = page.ground.pixel(site->position);
    if (!p || !contains(page.frame, {p->x, p->y, 0.0, 0.0})) continue;
    Group* home = nullptr;
    double nearest = reach;
    for (std::int64_t dy = -1; dy <= 1; ++dy) {
      for (std::int64_t dx = -1; dx <= 1; ++dx) {
        const auto found = grid.find(key(cell(p->x) + dx, cell(p->y) + dy));
        if (found == grid.end()) continue;
        for (const std::size_t index : found->second) {
          const double distance = std::hypot(groups[index].place.x - p->x, groups[index].place.y - p->y);
          if (distance >= nearest) continue;
          nearest = distance;
          home = &groups[index];
        }
      }
    }
    if (home != nullptr) {
      home->members.push_back(site);
    } else {
      grid[key(cell(p->x), cell(p->y))].push_back(groups.size());
      groups.push_back({*p, *p, {site}});
    }
  }
  return groups;
}

Rect signRect(const Group& group, double unit) {
  if (group.members.size() > 1) {
    const double r = (9.0 + 2.2 * std::log10(static_cast<double>(group.members.size()))) * unit;
    return {group.centre.x - r, group.centre.y - r, 2.0 * r, 2.0 * r};
  }
  const double parts = static_cast<double>(std::max<std::size_t>(1, group.members.front()->parts.size()));
  const double halfWidth = (0.5 * (parts - 1.0) * kSymbolStep + kSymbolRadius + 2.5) * unit;
  const double halfHeight = (kSymbolRadius + 2.5) * unit;
  return {group.centre.x - halfWidth, group.centre.y - halfHeight, 2.0 * halfWidth, 2.0 * halfHeight};
}

/// Moves signs that lie on more important ones to the nearest free spot; a sign that has its own place keeps it.
void displace(const Page& page, std::vector<Group>& groups) {
  Occupancy taken = page.occupied;
  std::vector<Group*> homeless;
  for (Group& group : groups) {
    const Rect rect = signRect(group, page.unit);
    if (taken.isFree(rect)) {
      taken.add(rect);
    } else if (page.occupied.isFree(rect)) {
      homeless.push_back(&group);
    }
  }
  for (Group* group : homeless) {
    for (int i = 0; i < 3 * 16; ++i) {
      const int circle = i / 16;
      const double distance = (24.0 + 12.0 * circle) * page.unit;
      const double angle = (i % 16) * std::numbers::pi / 8.0;
      group->centre = {group->place.x + std::cos(angle) * distance, group->place.y + std::sin(angle) * distance};
      const Rect rect = signRect(*group, page.unit);
      if (contains(page.frame, rect) && taken.isFree(rect)) break;
      group->centre = group->place;
    }
    taken.add(signRect(*group, page.unit));
  }
}

std::vector<Group> groupSites(const Page& page) {
  std::vector<const SiteSymbol*> sites;
  sites.reserve(page.model.sites.size());
  for (const SiteSymbol& site : page.model.sites) sites.push_back(&site);
  std::stable_sort(sites.begin(), sites.end(),
                   [](const SiteSymbol* a, const SiteSymbol* b) { return a->priority > b->priority; });
  if (sites.size() > kMostDisplaced) return gather(page, sites, (sites.size() > 400 ? 38.0 : 30.0) * page.unit);
  std::vector<Group> groups;
  for (Group& group : gather(page, sites, 2.0 * kSymbolRadius * page.unit)) {
    if (group.members.size() >= kFewestInCluster) {
      groups.push_back(std::move(group));
      continue;
    }
    for (const SiteSymbol* site : group.members) {
      const Point p = page.ground.pixel(site->position).value_or(group.place);
      groups.push_back({p, p, {site}});
    }
  }
  displace(page, groups);
  return groups;
}

/// Ties a displaced sign to its place.
void drawTie(Drawing& drawing, const Group& group, double unit, const Palette& colors) {
  PathItem tie;
  tie.contours = {{{group.place, group.centre}, false}};
  tie.casing = Stroke{palette::withAlpha(colors.casing, 0.7), 2.6 * unit, {}, true};
  tie.stroke = Stroke{colors.leader, 1.0 * unit, {}, true};
  drawing.items.emplace_back(std::move(tie));
}

void drawSign(Drawing& drawing, const Group& group, const Rect& rect, double unit, const Palette& colors) {
  if (group.members.size() > 1) {
    drawCluster(drawing, group.centre, 0.5 * rect.width, static_cast<int>(group.members.size()), unit, colors);
    return;
  }
  const auto& parts = group.members.front()->parts;
  double x = group.centre.x - 0.5 * (static_cast<double>(parts.size()) - 1.0) * kSymbolStep * unit;
  for (const SiteSymbol::Part& part : parts) {
    drawSymbol(drawing, part, {x, group.centre.y}, kSymbolRadius * unit, unit, colors);
    x += kSymbolStep * unit;
  }
}

TextBlock nameBlock(Page& page, const SiteSymbol& site, bool withRemark) {
  TextStyle name;
  name.weight = typography::Weight::SemiBold;
  name.sizePixels = 14.5 * page.unit;
  name.color = page.palette().ink;
  name.haloColor = page.palette().inkHalo;
  name.haloWidthPixels = 1.5 * page.unit;
  TextBlock block;
  const bool pair = site.secondName.starts_with('/');
  addLine(block, page.typesetter, pair ? site.name + " " + site.secondName : site.name, name);
  TextStyle small = name;
  small.weight = typography::Weight::Medium;
  small.sizePixels = 11.5 * page.unit;
  small.color = page.palette().remarkInk;
  // Small type has more edge to its ink: on a dark sea it needs a halo as wide as the name's, and opaque.
  small.haloColor = palette::withAlpha(page.palette().inkHalo, 1.0);
  small.haloWidthPixels = 1.9 * page.unit;
  if (!pair && !site.secondName.empty() && page.options.showSecondNames) {
    addLine(block, page.typesetter, site.secondName, small);
  }
  if (!withRemark) return block;
  // One system's state a line: "Bastion deployed (Dec 2021); Bal planned (Nov 2017)".
  std::string_view rest = site.remark;
  while (!rest.empty()) {
    const std::size_t end = rest.find("; ");
    addLine(block, page.typesetter, std::string(rest.substr(0, end)), small);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  return block;
}

struct Candidate {
  double cost = 0.0;
  Rect rect;
  TextAlign align = TextAlign::Left;
  std::optional<std::pair<Point, Point>> leader;
};

std::vector<Candidate> besideSign(const Rect& sign, const TextBlock& block, double unit) {
  const double gap = 4.0 * unit;
  const double w = block.widthPixels;
  const double h = block.heightPixels;
  const double right = sign.x + sign.width + gap;
  const double left = sign.x - gap - w;
  const double above = sign.y - h + 0.25 * gap;
  const double below = sign.y + sign.height - 0.25 * gap;
  const double middleX = sign.x + 0.5 * sign.width - 0.5 * w;
  const double middleY = sign.y + 0.5 * sign.height - 0.5 * std::min(h, 17.0 * unit);
  return {{0.0, {right, middleY, w, h}, TextAlign::Left, {}},
          {2.0, {right - gap, below, w, h}, TextAlign::Left, {}},
          {3.0, {right - gap, above, w, h}, TextAlign::Left, {}},
          {4.0, {left, middleY, w, h}, TextAlign::Right, {}},
          {5.0, {left + gap, above, w, h}, TextAlign::Right, {}},
          {6.0, {left + gap, below, w, h}, TextAlign::Right, {}},
          {7.0, {middleX, below + gap, w, h}, TextAlign::Center, {}},
          {8.0, {middleX, above - gap, w, h}, TextAlign::Center, {}}};
}

std::vector<Candidate> onLeaders(const Rect& sign, const TextBlock& block, double unit) {
  const Point centre{sign.x + 0.5 * sign.width, sign.y + 0.5 * sign.height};
  std::vector<Candidate> candidates;
  for (const double distance : {42.0, 70.0, 105.0}) {
    for (int i = 0; i < 16; ++i) {
      // From a little below the right, alternating to both sides.
      const int turn = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2);
      const double angle = (turn * 22.5 + 20.0) * std::numbers::pi / 180.0;
      const double c = std::cos(angle);
      const double s = std::sin(angle);
      const Point end{centre.x + c * distance * unit, centre.y + s * distance * unit};
      const Point start{centre.x + c * 0.55 * sign.width, centre.y + s * 0.55 * sign.height};
      Candidate candidate;
      candidate.cost = 12.0 + 0.25 * distance + 0.6 * i;
      candidate.align = c > 0.3 ? TextAlign::Left : c < -0.3 ? TextAlign::Right : TextAlign::Center;
      const double share = c > 0.3 ? 0.0 : c < -0.3 ? 1.0 : 0.5;
      const double gap = (share == 0.0 ? 3.0 : share == 1.0 ? -3.0 : 0.0) * unit;
      const double top = std::abs(c) > 0.3 ? end.y - 9.0 * unit : s > 0.0 ? end.y : end.y - block.heightPixels;
      candidate.rect = {end.x + gap - share * block.widthPixels, top, block.widthPixels, block.heightPixels};
      candidate.leader = std::pair{start, end};
      candidates.push_back(candidate);
    }
  }
  return candidates;
}

std::vector<Rect> leaderBoxes(const std::pair<Point, Point>& leader, double unit) {
  const auto& [a, b] = leader;
  const double half = 1.5 * unit;
  const int steps = std::max(2, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / (5.0 * unit)));
  std::vector<Rect> boxes;
  for (int i = 1; i < steps; ++i) {
    const double t = static_cast<double>(i) / steps;
    boxes.push_back({a.x + (b.x - a.x) * t - half, a.y + (b.y - a.y) * t - half, 2.0 * half, 2.0 * half});
  }
  return boxes;
}

std::optional<Candidate> choose(const Page& page, std::vector<Candidate> candidates) {
  std::optional<Candidate> best;
  for (Candidate& candidate : candidates) {
    const Rect roomy = grown(candidate.rect, 1.5 * page.unit);
    if (!page.hasRoom({roomy})) continue;
    if (candidate.leader && !page.occupied.areFree(leaderBoxes(*candidate.leader, page.unit))) continue;
    candidate.cost += 0.35 * page.lineMask.crossings(candidate.rect);
    if (!best || candidate.cost < best->cost) best = candidate;
  }
  return best;
}

}  // namespace

void layoutSites(Page& page, Drawing& symbols, Drawing& labels) {
  const std::vector<Group> groups = groupSites(page);
  std::vector<Rect> signs;
  std::vector<bool> shown;
  for (const Group& group : groups) {
    if (group.centre.x != group.place.x || group.centre.y != group.place.y)
      drawTie(symbols, group, page.unit, page.palette());
  }
  for (const Group& group : groups) {
    const Rect sign = signRect(group, page.unit);
    // A sign that the furniture covers is not drawn: half a sign misleads.
    const bool visible = std::none_of(page.overlay.panels.begin(), page.overlay.panels.end(),
                                      [&](const Rect& panel) { return overlap(panel, sign); });
    signs.push_back(sign);
    shown.push_back(visible);
    if (!visible) continue;
    PlacedSign& placed = page.overlay.signs.emplace_back();
    for (const SiteSymbol* site : group.members) placed.siteIds.push_back(site->id);
    placed.rect = sign;
    drawSign(symbols, group, sign, page.unit, page.palette());
    if (group.members.size() > 1) {
      page.place(LabelKind::Cluster, group.members.front()->id, std::to_string(group.members.size()), {sign});
    } else {
      page.occupied.add(sign);
    }
  }
  if (!page.model.shows(Layer::Labels)) return;
  const bool fewSites = static_cast<int>(groups.size()) <= kMostRemarks;
  const bool withRemarks = fewSites && page.metersPerPixel <= kRemarksCoarsestMetersPerPixel;
  int names = 0;
  for (std::size_t i = 0; i < groups.size() && names < kMostNames; ++i) {
    if (groups[i].members.size() > 1 || !shown[i]) continue;
    const SiteSymbol& site = *groups[i].members.front();
    if (site.name.empty()) continue;
    ++names;
    // Without its remark a name may still find room.
    std::optional<Candidate> place;
    TextBlock block;
    for (const bool remark : {withRemarks, false}) {
      block = nameBlock(page, site, remark);
      place = choose(page, besideSign(signs[i], block, page.unit));
      if (!place && fewSites) place = choose(page, onLeaders(signs[i], block, page.unit));
      if (place || !remark) break;
    }
    if (!place) {
      page.overlay.dropped.push_back({LabelKind::Site, site.id});
      continue;
    }
    if (place->leader) {
      PathItem line;
      line.contours = {{{place->leader->first, place->leader->second}, false}};
      line.casing = Stroke{palette::withAlpha(page.palette().casing, 0.7), 2.6 * page.unit, {}, true};
      line.stroke = Stroke{page.palette().leader, 1.0 * page.unit, {}, true};
      labels.items.emplace_back(std::move(line));
      for (const Rect& box : leaderBoxes(*place->leader, page.unit)) page.occupied.add(box);
    }
    drawBlock(labels, block, {place->rect.x, place->rect.y}, place->align);
    page.place(LabelKind::Site, site.id, block.lines.front().text, {grown(place->rect, 1.5 * page.unit)});
  }
}

}  // namespace cordon::scene
