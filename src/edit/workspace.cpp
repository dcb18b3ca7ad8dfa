#include "edit/workspace.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "edit/edit_commands.h"
#include "edit/feature_edits.h"

namespace cordon::edit {

namespace {

constexpr std::size_t kMaxMessages = 200;
/// More than any span has: keeps the days finite.
constexpr double kMostDaysAtOnce = 1e9;

/// A path needs this many vertices to measure anything.
std::size_t leastVertices(const scene::MeasuredPath& path) {
  return path.closed ? 3 : 2;
}

bool hasFeature(const scenario::Document& document, std::string_view id,
                std::initializer_list<scenario::FeatureKind> kinds) {
  const scenario::Feature* feature = document.findFeature(id);
  return feature != nullptr && std::find(kinds.begin(), kinds.end(), feature->kind) != kinds.end();
}

bool hasRing(const scenario::Document& document, const std::string& id) {
  return std::any_of(document.features.begin(), document.features.end(), [&](const scenario::Feature& site) {
    return std::any_of(site.systems.begin(), site.systems.end(),
                       [&](const auto& assignment) { return site.id + "/" + assignment.systemId == id; });
  });
}

bool hasShape(const std::vector<mapdata::GazetteerShape>& shapes, std::string_view id) {
  return std::any_of(shapes.begin(), shapes.end(), [&](const auto& shape) { return shape.id == id; });
}

bool exists(const scenario::Document& document, const mapdata::Gazetteer& gazetteer, const scene::Item& item) {
  using scenario::FeatureKind;
  switch (item.kind) {
    case scene::ItemKind::Site:
      return hasFeature(document, item.id, {FeatureKind::Site, FeatureKind::Note});
    case scene::ItemKind::Ring:
      return hasRing(document, item.id);
    case scene::ItemKind::Line:
      for (const std::string_view id : {std::string_view(item.id), scenario::withoutPart(item.id)}) {
        if (hasFeature(document, id, {FeatureKind::Line, FeatureKind::Track}) || hasShape(gazetteer.straits, id) ||
            hasShape(gazetteer.seaLimits, id) || hasShape(gazetteer.disputed, id)) {
          return true;
        }
      }
      return false;
    case scene::ItemKind::Area:
      return hasFeature(document, item.id, {FeatureKind::Area}) || hasShape(gazetteer.disputed, item.id);
    case scene::ItemKind::Place:
      break;
  }
  return true;  // no document takes a place away
}

}  // namespace

bool drawsPath(Tool tool) {
  return tool == Tool::Measure || tool == Tool::Area || tool == Tool::DrawLine || tool == Tool::DrawTrack ||
         tool == Tool::DrawArea;
}

bool addsToScenario(Tool tool) {
  return tool == Tool::AddSite || tool == Tool::AddNote || tool == Tool::DrawLine || tool == Tool::DrawTrack ||
         tool == Tool::DrawArea;
}

Workspace::Workspace(const mapdata::Gazetteer& gazetteer)
    : gazetteer_(gazetteer), history_(std::make_shared<const scenario::Document>()) {
  follow();
}

void Workspace::open(scenario::Document document, std::filesystem::path file, std::string name, Diagnostics problems) {
  history_ = History(std::make_shared<const scenario::Document>(std::move(document)));
  setFile(std::move(file), std::move(name));
  problems_ = std::move(problems);
  scene::ModelOptions fresh;
  fresh.language = shown_.language;
  fresh.secondLanguage = shown_.secondLanguage;
  fresh.palette = shown_.palette;
  fresh.lengthUnit = shown_.lengthUnit;
  shown_ = std::move(fresh);
  playback_.playing = false;
  playback_.fractionDays = 0.0;
  selection_.clear();
  tool_ = Tool::Select;
  drawing_ = false;
  hasOrigin_ = false;
  askedPlace_.reset();
  follow();
}

void Workspace::reload(scenario::Document document, Diagnostics problems) {
  history_ = History(std::make_shared<const scenario::Document>(std::move(document)));
  problems_ = std::move(problems);
  std::set<std::string_view> systems;
  for (const scenario::System& system : this->document().systems) systems.insert(system.id);
  std::set<std::string_view> features;
  for (const scenario::Feature& feature : this->document().features) features.insert(feature.id);
  std::erase_if(shown_.looks, [&](const auto& look) { return systems.count(look.first) == 0; });
  std::erase_if(shown_.hiddenSites, [&](const std::string& id) { return features.count(id) == 0; });
  follow();
}

History::Pushed Workspace::apply(std::string step, scenario::Document changed, std::string mergeKey) {
  const History::Pushed pushed = history_.push(
      std::move(step), std::make_shared<const scenario::Document>(std::move(changed)), std::move(mergeKey));
  if (pushed != History::Pushed::Nothing) follow();
  return pushed;
}

void Workspace::undo() {
  if (history_.canUndo()) jumpTo(history_.position() - 1);
}

void Workspace::redo() {
  if (history_.canRedo()) jumpTo(history_.position() + 1);
}

void Workspace::jumpTo(std::size_t position) {
  if (position > history_.stepCount()) return;
  history_.jumpTo(position);
  follow();
}

void Workspace::setFile(std::filesystem::path file, std::string name) {
  file_ = std::move(file);
  name_ = std::move(name);
}

void Workspace::follow() {
  timeline_ = scenario::timeline(document());
  span_ = scenario::daySpan(document(), timeline_);
  std::erase_if(selection_, [&](const scene::Item& item) { return !exists(document(), gazetteer_, item); });
}

scenario::Date Workspace::date() const {
  if (shown_.date) return *shown_.date;
  if (document().date) return *document().date;
  if (document().to) return *document().to;
  return span_ ? scenario::Date::fromDay(span_->lastDay) : scenario::Date();
}

bool Workspace::advance(double seconds) {
  if (!playback_.playing || !(seconds > 0.0)) return false;
  const int today = date().lastDay();
  if (!span_ || today >= span_->lastDay) {
    playback_.playing = false;
    playback_.fractionDays = 0.0;
    return false;
  }
  playback_.fractionDays = std::min(playback_.fractionDays + seconds * playback_.daysPerSecond, kMostDaysAtOnce);
  const double wholeDays = std::floor(playback_.fractionDays);
  if (!(wholeDays >= 1.0)) return false;
  playback_.fractionDays -= wholeDays;
  // A day before the span is taken to its first, so that play never runs through years in which nothing is told.
  const int start = std::max(today, span_->firstDay - 1);
  int day = span_->lastDay;
  if (wholeDays < static_cast<double>(span_->lastDay - start)) {
    day = start + static_cast<int>(wholeDays);
  } else {
    playback_.playing = false;
    playback_.fractionDays = 0.0;
  }
  shown_.date = scenario::Date::fromDay(day);
  return true;
}

bool Workspace::isSelected(const scene::Item& item) const {
  return std::find(selection_.begin(), selection_.end(), item) != selection_.end();
}

void Workspace::select(std::vector<scene::Item> items, bool add) {
  if (!add) selection_.clear();
  for (scene::Item& item : items) {
    deselect(item);
    selection_.push_back(std::move(item));
  }
}

void Workspace::deselect(const scene::Item& item) {
  selection_.erase(std::remove(selection_.begin(), selection_.end(), item), selection_.end());
}

void Workspace::setTool(Tool tool) {
  endTool(true);
  if (hasOrigin_ && tool != Tool::Bearing) dropAsked();
  tool_ = tool;
}

void Workspace::useTool(geo::LatLon place) {
  switch (tool_) {
    case Tool::Select:
      return;
    case Tool::AddSite:
    case Tool::AddNote: {
      scenario::Feature feature;
      feature.kind = tool_ == Tool::AddSite ? scenario::FeatureKind::Site : scenario::FeatureKind::Note;
      feature.geometry = rounded(place);
      tool_ = Tool::Select;
      editing_ = true;
      addFeature(*this, std::move(feature));
      return;
    }
    case Tool::Measure:
    case Tool::Area:
    case Tool::DrawLine:
    case Tool::DrawTrack:
    case Tool::DrawArea: {
      std::vector<scene::MeasuredPath>& paths = shown_.sketch.paths;
      if (!isDrawing()) paths.push_back({{}, tool_ == Tool::Area || tool_ == Tool::DrawArea});
      drawing_ = true;
      std::vector<geo::LatLon>& vertices = paths.back().vertices;
      // The second click of a double click adds no leg of no length.
      if (vertices.empty() || vertices.back() != place) vertices.push_back(place);
      return;
    }
    case Tool::Bearing:
      if (!hasOrigin_ || !askedPlace_) {
        askAbout(place);
        hasOrigin_ = true;
      } else if (*askedPlace_ != place) {
        shown_.sketch.paths.push_back({{*askedPlace_, place}, false, true});
        dropAsked();
      }
      return;
    case Tool::Ring:
      shown_.sketch.rings.push_back({place, freeRingMeters_});
      return;
    case Tool::Reach:
      askAbout(place);
      return;
  }
}

void Workspace::endTool(bool keep) {
  if (keep) {
    if (!isDrawing()) return;
    const scene::MeasuredPath& path = shown_.sketch.paths.back();
    drawing_ = false;
    if (path.vertices.size() < leastVertices(path)) {
      shown_.sketch.paths.pop_back();
    } else if (addsToScenario(tool_)) {
      keepDrawn();
    }
    return;
  }
  if (isDrawing()) {
    shown_.sketch.paths.pop_back();
    drawing_ = false;
  } else if (askedPlace_ || shown_.sketch.mark) {
    dropAsked();
  } else if (tool_ != Tool::Select) {
    tool_ = Tool::Select;
  } else if (!selection_.empty()) {
    selection_.clear();
  } else {
    shown_.changes.reset();
  }
}

// The path that was drawn becomes a feature.
void Workspace::keepDrawn() {
  scenario::Path path;
  for (const geo::LatLon vertex : shown_.sketch.paths.back().vertices) path.push_back(rounded(vertex));
  shown_.sketch.paths.pop_back();
  scenario::Feature feature;
  if (tool_ == Tool::DrawArea) {
    feature.kind = scenario::FeatureKind::Area;
    feature.geometry = std::vector<scenario::Polygon>{{{std::move(path)}}};
  } else {
    feature.kind = tool_ == Tool::DrawTrack ? scenario::FeatureKind::Track : scenario::FeatureKind::Line;
    feature.geometry = std::vector<scenario::Path>{std::move(path)};
  }
  tool_ = Tool::Select;
  editing_ = true;
  addFeature(*this, std::move(feature));
}

void Workspace::addPath(scene::MeasuredPath path) {
  endTool(true);
  shown_.sketch.paths.push_back(std::move(path));
}

void Workspace::clearPaths() {
  shown_.sketch.paths.clear();
  drawing_ = false;
  if (hasOrigin_) dropAsked();
}

void Workspace::askAbout(geo::LatLon place) {
  askedPlace_ = place;
  shown_.sketch.mark = place;
  hasOrigin_ = false;
}

void Workspace::dropAsked() {
  askedPlace_.reset();
  shown_.sketch.mark.reset();
  hasOrigin_ = false;
}

void Workspace::tell(Severity severity, std::string text) {
  messages_.push_back({severity, std::move(text), ++messageCount_});
  if (messages_.size() > kMaxMessages) messages_.pop_front();
}

}  // namespace cordon::edit
