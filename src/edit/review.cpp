#include "edit/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "scenario/words.h"
#include "scene/model_text.h"

namespace cordon::edit {

namespace {

using scenario::Document;
using scenario::Feature;
using scenario::Status;
using scenario::SystemAssignment;
using Topic = Finding::Topic;

constexpr double kKmPerDegree = 111.2;
constexpr int kMostDecimals = 9;

std::string nameOf(const Feature& feature) {
  return feature.name.empty() ? feature.id : feature.name;
}

std::string systemName(const Document& document, const std::string& id) {
  const scenario::System* system = document.findSystem(id);
  return system && !system->name.empty() ? system->name : id;
}

/// How many decimals a number of degrees needs.
int decimalsOf(double degrees) {
  double scale = 1.0;
  for (int decimals = 0; decimals < kMostDecimals; ++decimals, scale *= 10.0) {
    if (std::abs(degrees * scale - std::round(degrees * scale)) < 1e-9 * scale + 1e-6) return decimals;
  }
  return kMostDecimals;
}

class Reviewer {
 public:
  Reviewer(const Document& document, scenario::Date today, int mostDays)
      : document_(document), today_(today.lastDay()), mostDays_(mostDays) {}

  std::vector<Finding> findings() {
    for (const Feature& feature : document_.features) {
      if (feature.kind != scenario::FeatureKind::Site) continue;
      for (const SystemAssignment& statement : feature.systems) statementOf(feature, statement);
      precisionOf(feature);
    }
    duplicates();
    claims();
    sources();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Finding& a, const Finding& b) { return a.topic < b.topic; });
    return std::move(found_);
  }

 private:
  void add(Topic topic, std::string text, const std::string& featureId, const std::string& partId = {}) {
    found_.push_back({topic, std::move(text), featureId, partId});
  }

  void statementOf(const Feature& site, const SystemAssignment& statement) {
    const std::string what =
        fmt::format("{}: {} {}", nameOf(site), systemName(document_, statement.systemId), toWord(statement.status));
    if (statement.status == Status::Hypothetical) return;
    if (statement.sources.empty()) add(Topic::MissingSource, what + " has no source.", site.id);
    const auto& latest = statement.lastConfirmed ? statement.lastConfirmed : statement.from;
    if (!latest && !statement.due) {
      add(Topic::MissingDate, what + " has no date.", site.id);
      return;
    }
    const bool holds = !statement.to || statement.to->lastDay() >= today_;
    const bool isPresent = statement.status == Status::Deployed || statement.status == Status::Reported;
    if (isPresent && holds && latest && today_ - latest->lastDay() > mostDays_) {
      add(Topic::OldStatus, fmt::format("{} was last confirmed {}.", what, scene::shortDate(*latest)), site.id);
    }
    if (statement.status == Status::Planned && holds && statement.due && statement.due->lastDay() < today_ &&
        !isFollowed(site, statement)) {
      add(Topic::PlanOverdue, fmt::format("{} for {}: what became of it?", what, scene::shortDate(*statement.due)),
          site.id);
    }
  }

  /// Whether a later statement says what became of a plan.
  static bool isFollowed(const Feature& site, const SystemAssignment& plan) {
    return std::any_of(site.systems.begin(), site.systems.end(), [&](const SystemAssignment& other) {
      return other.systemId == plan.systemId && other.status != Status::Planned &&
             other.status != Status::Hypothetical && other.from && plan.from &&
             other.from->firstDay() >= plan.from->firstDay();
    });
  }

  void precisionOf(const Feature& site) {
    const auto* place = std::get_if<geo::LatLon>(&site.geometry);
    if (place == nullptr) return;
    if (!site.accuracyKm) {
      add(Topic::Precision, nameOf(site) + " does not say how well its position is known.", site.id);
      return;
    }
    const int decimals = std::max(decimalsOf(place->latDegrees()), decimalsOf(place->lonDegrees()));
    const double stepKm = kKmPerDegree * std::pow(10.0, -decimals);
    if (*site.accuracyKm > 0.0 && stepKm < *site.accuracyKm / 1000.0) {
      add(Topic::Precision,
          fmt::format("{} is placed to {} decimals of a degree, but known within {:g} km only.", nameOf(site), decimals,
                      *site.accuracyKm),
          site.id);
    }
  }

  void duplicates() {
    std::map<std::pair<double, double>, const Feature*> seen;
    for (const Feature& feature : document_.features) {
      const auto* place = std::get_if<geo::LatLon>(&feature.geometry);
      if (feature.kind != scenario::FeatureKind::Site || place == nullptr) continue;
      const auto [earlier, isNew] = seen.emplace(std::pair{place->latRadians, place->lonRadians}, &feature);
      if (isNew) continue;
      add(Topic::Duplicate,
          fmt::format("{} stands at the very place of {}.", nameOf(feature), nameOf(*earlier->second)), feature.id);
    }
  }

  void claims() {
    std::set<std::string> used;
    for (const Feature& feature : document_.features) {
      for (const SystemAssignment& statement : feature.systems) used.insert(statement.systemId);
    }
    for (const scenario::System& system : document_.systems) {
      const scenario::RangeClaim* claim = system.defaultRange();
      if (!used.contains(system.id) || claim == nullptr || !claim->sources.empty()) continue;
      add(Topic::MissingSource, fmt::format("The range of {} that is drawn has no source.", system.name), {},
          system.id);
    }
  }

  void sources() {
    for (const scenario::Source& source : document_.sources) {
      if (source.fromCatalogue || (source.date && !source.url.empty())) continue;
      const std::string_view lacks = source.date ? "address" : source.url.empty() ? "date and no address" : "date";
      add(Topic::SourceDetails,
          fmt::format("The source {} has no {}.", source.title.empty() ? source.id : source.title, lacks), {},
          source.id);
    }
  }

  const Document& document_;
  int today_;
  int mostDays_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> review(const Document& document, scenario::Date today, int mostDays) {
  return Reviewer(document, today, mostDays).findings();
}

}  // namespace cordon::edit
