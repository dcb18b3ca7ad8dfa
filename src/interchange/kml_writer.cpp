#include <fmt/format.h>

#include <cmath>
#include <map>

#include "interchange/facts.h"
#include "interchange/flat_map.h"
#include "interchange/kml_views.h"
#include "interchange/writers.h"
#include "interchange/xml_text.h"
#include "scenario/words.h"

namespace cordon::interchange {

namespace {

std::string coordinatesOf(const FlatPath& path, bool isClosed) {
  std::string text = "<coordinates>";
  const auto add = [&text](const FlatPoint& point) {
    fmt::format_to(std::back_inserter(text), "{:.9f},{:.9f} ", point.lonDegrees, point.latDegrees);
  };
  for (const FlatPoint& point : path) add(point);
  if (isClosed && !path.empty()) add(path.front());
  if (text.back() == ' ') text.pop_back();
  return text + "</coordinates>";
}

std::string boundary(const char* name, const FlatPath& ring) {
  return fmt::format("<{0}><LinearRing>{1}</LinearRing></{0}>", name, coordinatesOf(ring, true));
}

std::string gathered(const std::vector<std::string>& parts) {
  if (parts.size() == 1) return parts.front();
  std::string all = "<MultiGeometry>";
  for (const std::string& part : parts) all += part;
  return all + "</MultiGeometry>";
}

void addPolygons(const std::vector<FlatPolygon>& polygons, std::vector<std::string>& parts) {
  for (const FlatPolygon& polygon : polygons) {
    std::string part =
        "<Polygon><altitudeMode>clampToGround</altitudeMode>" + boundary("outerBoundaryIs", polygon.outer);
    for (const FlatPath& hole : polygon.holes) part += boundary("innerBoundaryIs", hole);
    parts.push_back(part + "</Polygon>");
  }
}

std::string trackOf(const scenario::Feature& feature, const scenario::Path& path) {
  std::string text = "<gx:Track><altitudeMode>clampToGround</altitudeMode>";
  for (const scenario::Moment& moment : feature.times) text += element("when", moment.toString());
  for (const geo::LatLon& vertex : path) {
    const FlatPoint point = flatPoint(vertex);
    text += fmt::format("<gx:coord>{:.9f} {:.9f} 0</gx:coord>", point.lonDegrees, point.latDegrees);
  }
  return text + "</gx:Track>";
}

std::string geometryOf(const scenario::Feature& feature) {
  std::vector<std::string> parts;
  if (const auto* position = std::get_if<geo::LatLon>(&feature.geometry)) {
    parts.push_back("<Point><altitudeMode>clampToGround</altitudeMode>" + coordinatesOf({flatPoint(*position)}, false) +
                    "</Point>");
  } else if (const auto* lines = std::get_if<std::vector<scenario::Path>>(&feature.geometry)) {
    const bool isTimed = !feature.times.empty() && lines->size() == 1 && lines->front().size() == feature.times.size();
    if (isTimed) return trackOf(feature, lines->front());
    for (const scenario::Path& line : *lines) {
      for (const FlatPath& piece : flatLines(line)) {
        parts.push_back("<LineString><tessellate>1</tessellate><altitudeMode>clampToGround</altitudeMode>" +
                        coordinatesOf(piece, false) + "</LineString>");
      }
    }
  } else {
    for (const scenario::Polygon& polygon : std::get<std::vector<scenario::Polygon>>(feature.geometry)) {
      addPolygons(flatPolygons(polygon), parts);
    }
  }
  return gathered(parts);
}

/// KML's aabbggrr.
std::string colorOf(const std::string& color, double opacity) {
  const std::string alpha = fmt::format("{:02x}", static_cast<int>(std::lround(255.0 * opacity)));
  return alpha + color.substr(5, 2) + color.substr(3, 2) + color.substr(1, 2);
}

std::string styleBody(const Look& look) {
  return fmt::format(
      "<IconStyle><color>{0}</color></IconStyle><LineStyle><color>{0}</color><width>{1}</width></LineStyle>"
      "<PolyStyle><color>{2}</color><fill>{3}</fill><outline>1</outline></PolyStyle>",
      colorOf(look.color, look.lineOpacity), look.widthPixels, colorOf(look.fill, look.fillOpacity),
      look.fillOpacity > 0.0 ? 1 : 0);
}

std::string timeSpan(const std::string& begin, const std::string& end) {
  if (begin.empty() && end.empty()) return {};
  return "<TimeSpan>" + element("begin", begin) + element("end", end) + "</TimeSpan>";
}

void addSourceRows(std::string& html, const scenario::Document& document, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  html += "<p>Sources:</p><ul>";
  for (const std::string& id : ids) {
    const scenario::Source* source = document.findSource(id);
    if (source == nullptr) continue;
    html += "<li>";
    scenario::Source plain = *source;
    plain.url.clear();
    const std::string words = escaped(sourceText(plain));
    html += source->url.empty() ? words : "<a href=\"" + escaped(source->url) + "\">" + words + "</a>";
    html += "</li>";
  }
  html += "</ul>";
}

/// HTML in CDATA: it holds no "]]>", because every ">" of a text is escaped.
std::string balloon(const scenario::Document& document, const Json& facts, const std::vector<std::string>& sources) {
  std::string html;
  for (const char* name : {"text", "status", "from", "to", "due", "last_confirmed", "confidence", "claims", "date",
                           "accuracy_km", "remarks"}) {
    const auto found = facts.find(name);
    if (found != facts.end()) {
      html += std::string("<p>") + name + ": " + escaped(factText(*found)) + "</p>";
    }
  }
  addSourceRows(html, document, sources);
  return html.empty() ? html : "<description><![CDATA[" + html + "]]></description>";
}

std::string extendedData(const Json& facts) {
  std::string text = "<ExtendedData>";
  for (const auto& [name, value] : facts.items()) {
    if (name == "name") continue;
    text += "<Data name=\"" + escaped(name) + "\"><value>" + escaped(factText(value)) + "</value></Data>";
  }
  return text + "</ExtendedData>";
}

std::string folder(const std::string& name, const std::string& placemarks) {
  return placemarks.empty() ? "" : "<Folder>" + element("name", name) + "\n" + placemarks + "</Folder>\n";
}

/// Builds one document; lives for one call of writeKml().
class KmlWriter {
 public:
  KmlWriter(const scenario::Document& document, const ExportOptions& options, Losses& losses)
      : document_(document), options_(options), losses_(losses) {}

  std::string write() {
    std::map<std::string, std::string> rings;
    std::vector<std::string> order;
    for (const MapRing& ring : mapRings(document_, options_.day)) {
      const std::string name = ring.system->name.empty() ? ring.system->id : ring.system->name;
      if (!rings.contains(name)) order.push_back(name);
      rings[name] += ringPlacemark(ring);
    }
    std::string body;
    for (const std::string& name : order) body += folder("Rings: " + name, rings[name]);
    for (const auto& [kind, name] : {std::pair{scenario::FeatureKind::Site, "Sites"},
                                     {scenario::FeatureKind::Area, "Areas"},
                                     {scenario::FeatureKind::Line, "Lines"},
                                     {scenario::FeatureKind::Track, "Tracks"},
                                     {scenario::FeatureKind::Note, "Notes"}}) {
      std::string placemarks;
      for (const scenario::Feature& feature : document_.features) {
        if (feature.kind == kind && isOnMap(feature, options_.day)) placemarks += featurePlacemark(feature);
      }
      body += folder(name, placemarks);
    }
    body += tourOf(document_, losses_);
    countLosses();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<kml xmlns=\"http://www.opengis.net/kml/2.2\" "
           "xmlns:gx=\"http://www.google.com/kml/ext/2.2\">\n<Document>\n" +
           head() + styles_ + body + "</Document>\n</kml>\n";
  }

 private:
  std::string head() const {
    std::string text = element("name", document_.title);
    std::string html;
    for (const std::string& part :
         {document_.handling, document_.subtitle, document_.summary, document_.disclaimer, document_.author}) {
      if (!part.empty()) html += "<p>" + escaped(part) + "</p>";
    }
    if (!html.empty()) text += "<description><![CDATA[" + html + "]]></description>";
    const scenario::View* view = document_.defaultView ? document_.findView(*document_.defaultView) : nullptr;
    if (view != nullptr) text += lookAtOf(*view);
    return text + "\n";
  }

  /// The reference to a style; equal looks share one.
  std::string styleUrl(const Look& look) {
    const std::string style = styleBody(look);
    const auto [known, isNew] = styleIds_.try_emplace(style, fmt::format("style-{}", styleIds_.size() + 1));
    if (isNew) styles_ += fmt::format("<Style id=\"{}\">{}</Style>\n", known->second, style);
    return "<styleUrl>#" + known->second + "</styleUrl>";
  }

  std::string ringPlacemark(const MapRing& ring) {
    const Json facts = ringFacts(document_, ring);
    std::vector<std::string> sources = ring.statement->sources;
    sources.insert(sources.end(), ring.claim->sources.begin(), ring.claim->sources.end());
    std::vector<std::string> parts;
    addPolygons(flatPolygons(shapeOf(ring)), parts);
    return "<Placemark>" + element("name", titleOf(ring)) + balloon(document_, facts, sources) +
           timeSpan(ring.firstDay ? dayText(*ring.firstDay) : "", ring.lastDay ? dayText(*ring.lastDay) : "") +
           styleUrl(lookOf(ring)) + extendedData(facts) + gathered(parts) + "</Placemark>\n";
  }

  std::string featurePlacemark(const scenario::Feature& feature) {
    const Json facts = featureFacts(document_, feature);
    const std::optional<scenario::Date>& begin = feature.from ? feature.from : feature.date;
    return "<Placemark>" + element("name", titleOf(feature)) + balloon(document_, facts, feature.sources) +
           timeSpan(begin ? begin->toString() : "", feature.to ? feature.to->toString() : "") +
           styleUrl(lookOf(feature)) + extendedData(facts) + geometryOf(feature) + "</Placemark>\n";
  }

  void countLosses() {
    for (const scenario::Feature& feature : document_.features) {
      if (!feature.style.dashPixels.empty()) losses_.add("dashes of lines", feature.id);
      if (feature.style.hatch) losses_.add("hatches of areas", feature.id);
      for (const scenario::SystemAssignment& statement : feature.systems) {
        if (statement.status != scenario::Status::Deployed && statement.status != scenario::Status::Withdrawn) {
          losses_.add("dashes of rings that are not of deployed systems (the status stands in the balloon)",
                      feature.id);
        }
      }
    }
    for (const scenario::System& system : document_.systems) {
      if (!system.fromCatalogue) losses_.add("symbols of systems", system.id);
    }
  }

  const scenario::Document& document_;
  const ExportOptions& options_;
  Losses& losses_;
  std::map<std::string, std::string> styleIds_;
  std::string styles_;
};

}  // namespace

std::string writeKml(const scenario::Document& document, const ExportOptions& options, Losses& losses) {
  return KmlWriter(document, options, losses).write();
}

}  // namespace cordon::interchange
