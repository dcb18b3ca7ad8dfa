#pragma once

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "scenario/document.h"

namespace cordon::scenario::test {

/// Makes random valid documents.
class DocumentMaker {
 public:
  explicit DocumentMaker(unsigned seed) : random_(seed) {}

  Document document() {
    Document document;
    document.title = text();
    document.subtitle = text();
    document.disclaimer = text();
    document.language = text();
    if (chance()) document.date = date();
    for (int i = below(4); i > 0; --i) document.sources.push_back(source(i));
    for (int i = below(4); i > 0; --i) document.systems.push_back(system(i, document));
    for (int i = below(4); i > 0; --i) document.views.push_back(view(i));
    if (!document.views.empty() && chance()) document.defaultView = document.views.back().id;
    for (int i = below(8); i > 0; --i) document.features.push_back(feature(i, document));
    return document;
  }

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  bool chance() { return below(2) == 0; }
  double number(double least, double most) { return std::uniform_real_distribution<double>(least, most)(random_); }

  std::string text() {
    static const std::vector<std::string> texts{"",  "plain", "\"quoted\" \\ / ~1", "国後島 Кунашир", "\n\t\x01",
                                                "🚀", "-0",    std::string(200, 'x')};
    return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
  }
  std::map<std::string, std::string> names() {
    std::map<std::string, std::string> names;
    for (int i = below(3); i > 0; --i) names[std::string(1, static_cast<char>('a' + i))] = text();
    return names;
  }
  Date date() {
    static const std::vector<std::string> dates{"1000", "2016", "2016-11", "2020-02-29", "2018-12-30", "9999-12-31"};
    return Date::parse(dates[static_cast<std::size_t>(below(static_cast<int>(dates.size())))]).value();
  }
  std::string color() { return chance() ? "#00ff7f" : "#808080"; }
  /// Positions of 9 decimals are those that a file keeps.
  geo::LatLon position() {
    const auto rounded = [](double degrees) { return std::round(degrees * 1e9) / 1e9; };
    return geo::LatLon::fromDegrees(rounded(number(-90, 90)), rounded(number(-360, 360)));
  }
  Path path(int fewest) {
    Path path;
    for (int i = fewest + below(4); i > 0; --i) path.push_back(position());
    return path;
  }
  std::vector<std::string> sourceIds(const Document& document) {
    std::vector<std::string> ids;
    for (const Source& source : document.sources) {
      if (chance()) ids.push_back(source.id);
    }
    return ids;
  }

  Source source(int i) {
    Source source;
    source.id = "source " + std::to_string(i);
    source.title = text();
    source.publisher = text();
    if (chance()) source.date = date();
    if (chance()) source.url = "https://example.org/" + std::to_string(i);
    return source;
  }
  RangeClaim range(const Document& document) {
    RangeClaim range;
    range.minKm = range.maxKm = chance() ? below(20000) + 1 : number(1e-9, 20037);
    range.bound = static_cast<Bound>(below(4));
    if (range.bound == Bound::Span) range.minKm = range.maxKm / 3;
    range.meaning = text();
    range.sources = sourceIds(document);
    if (chance()) range.target = static_cast<Target>(below(3));
    return range;
  }
  System system(int i, const Document& document) {
    System system;
    system.id = "system/" + std::to_string(i);
    system.name = text() + "n";
    system.names = names();
    if (chance()) system.designations = {text(), text()};
    system.role = static_cast<Role>(below(5));
    if (chance()) system.operatorName = text();
    system.color = color();
    system.symbol = symbolNames()[static_cast<std::size_t>(below(8))];
    for (int count = 1 + below(3); count > 0; --count) system.ranges.push_back(range(document));
    system.ranges.back().isDefault = chance();
    if (chance()) system.sector = Sector{number(0, 360), number(0, 360)};
    return system;
  }
  View view(int i) {
    View view;
    view.id = std::to_string(i);
    view.name = text();
    if (chance()) {
      view.frame = CameraView{number(-90, 90), number(-360, 360), number(kLeastCameraKm, kMostCameraKm),
                              number(-360, 360), number(0, 89.9)};
    } else {
      view.frame = ExtentView{number(-180, 180), number(-90, 0), number(181, 360), number(1, 90)};
    }
    if (chance()) view.layers = {"relief", "-rings"};
    return view;
  }
  Feature feature(int i, const Document& document) {
    Feature feature;
    feature.id = chance() ? "feature-" + std::to_string(i) : "id " + std::to_string(i);
    feature.kind = static_cast<FeatureKind>(below(5));
    feature.geometry = geometry(feature.kind);
    feature.name = text();
    feature.names = names();
    feature.altNames = names();
    if (chance()) feature.accuracyKm = number(0, 20037);
    if (chance()) feature.date = date();
    feature.from = Date::parse("1000");
    if (chance()) feature.to = date();
    feature.sources = sourceIds(document);
    feature.text = text();
    feature.labelPriority = below(201) - 100;
    feature.style.widthPixels = number(0.1, 50);
    if (chance()) feature.style.color = color();
    if (chance()) feature.style.dashPixels = {1.5, 2.0};
    if (chance()) feature.style.hatch = static_cast<Hatch>(below(3));
    if (feature.kind == FeatureKind::Track && chance()) {
      const auto count = std::get<std::vector<Path>>(feature.geometry).front().size();
      feature.times.assign(count, Moment::parse("2018-05-07T14:30:05Z").value());
    }
    if (feature.kind != FeatureKind::Site) return feature;
    for (const System& system : document.systems) {
      SystemAssignment assignment;
      assignment.systemId = system.id;
      assignment.status = static_cast<Status>(below(6));
      if (chance()) assignment.from = Date::parse("1000");
      if (chance()) assignment.due = date();
      assignment.sources = sourceIds(document);
      if (chance()) assignment.confidence = static_cast<Confidence>(below(3));
      assignment.remarks = text();
      feature.systems.push_back(assignment);
    }
    return feature;
  }
  Geometry geometry(FeatureKind kind) {
    if (kind == FeatureKind::Site || kind == FeatureKind::Note) return position();
    const int count = kind == FeatureKind::Track ? 1 : 1 + below(3);
    if (kind == FeatureKind::Area) {
      std::vector<Polygon> polygons;
      for (int i = 0; i < count; ++i) polygons.push_back({{path(3), path(3)}});
      return polygons;
    }
    std::vector<Path> lines;
    for (int i = 0; i < count; ++i) lines.push_back(path(2));
    return lines;
  }

  std::mt19937 random_;
};

}  // namespace cordon::scenario::test
