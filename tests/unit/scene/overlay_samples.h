#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <variant>

#include "scene/overlay.h"
#include "scene/palette.h"

/// What tests of overlays lay out.
namespace cordon::scene::test {

using geo::LatLon;
using typography::Rect;
using typography::Typesetter;

inline Typesetter& typesetter() {
  static const std::unique_ptr<Typesetter> opened =
      std::move(Typesetter::open(CORDON_SOURCE_DIR "/assets/fonts")).value();
  return *opened;
}

inline void addSite(RenderModel& model, const std::string& id, LatLon position, double radiusMeters) {
  SiteSymbol site;
  site.id = id;
  site.name = "Site " + id;
  site.remark = "planned (Dec 2018)";
  site.position = position;
  site.parts = {{SymbolShape::Triangle, palette::rgb(0xC8102E), Status::Planned}};
  model.sites.push_back(site);
  if (radiusMeters <= 0.0) return;
  Ring ring;
  ring.id = id + "/bastion";
  ring.siteId = id;
  ring.centre = position;
  ring.radiusMeters = radiusMeters;
  ring.color = palette::rgb(0xC8102E);
  ring.label = "Bastion ≥ " + std::to_string(std::lround(radiusMeters / 1000.0)) + " km";
  model.rings.push_back(ring);
}

inline RenderModel chain() {
  RenderModel model;
  model.title = "Coastal defence of the Kurils";
  model.subtitle = "As publicly reported";
  model.dateText = "31 December 2018";
  model.sources = {"Kyodo, 30 Dec 2018", "Interfax, 22 Nov 2016"};
  for (int i = 0; i < 6; ++i) {
    const LatLon position = LatLon::fromDegrees(44.2 + 1.4 * i, 146.0 + 2.1 * i);
    addSite(model, std::to_string(i), position, 300e3);
    addSite(model, std::to_string(i) + "b", position, 130e3 + 1e3 * i);
  }
  std::mt19937 random(7);
  std::uniform_real_distribution<double> latitude(40.0, 62.0);
  std::uniform_real_distribution<double> longitude(135.0, 165.0);
  for (int i = 0; i < 120; ++i) {
    Place place;
    place.kind = static_cast<PlaceKind>(i % 9);
    place.rank = 1 + i % 4;
    place.name = "Place number " + std::to_string(i);
    place.secondName = i % 3 == 0 ? "Охотское море" : "";
    place.position = LatLon::fromDegrees(latitude(random), longitude(random));
    model.places.push_back(place);
  }
  LegendEntry entry;
  entry.kind = LegendEntry::Kind::Ring;
  entry.text = "Bastion, planned";
  entry.detail = "more than 300 km";
  entry.status = Status::Planned;
  model.legend.assign(5, entry);
  return model;
}

inline Camera okhotsk() {
  return {LatLon::fromDegrees(50.0, 150.0), 5.0e6, 0.0, 0.0};
}

inline bool drawsText(const Overlay& overlay, const std::string& text) {
  return std::any_of(overlay.drawing.items.begin(), overlay.drawing.items.end(), [&](const typography::Item& item) {
    const auto* drawn = std::get_if<typography::TextItem>(&item);
    return drawn != nullptr && drawn->text == text;
  });
}

inline const PlacedLabel* furniture(const Overlay& overlay, const std::string& id) {
  for (const PlacedLabel& label : overlay.labels) {
    if (label.kind == LabelKind::Furniture && label.id == id) return &label;
  }
  return nullptr;
}

}  // namespace cordon::scene::test
