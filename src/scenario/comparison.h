#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "scenario/document.h"
#include "scenario/part_edit.h"

namespace cordon::scenario {

/// A member of a part that has another value. A value that is null is not there.
struct MemberDifference {
  std::string pointer;  ///< within the part's object, as withMember() takes it; of what is gone, in the part before
  std::string label;    ///< in words: "accuracy (km)"; "statement bal, deployed, from 2016: confidence"
  nlohmann::ordered_json before;
  nlohmann::ordered_json after;

  friend bool operator==(const MemberDifference&, const MemberDifference&) = default;
};

enum class DifferenceKind { Added, Removed, Changed };

/// What became of one part.
struct Difference {
  DifferenceKind kind = DifferenceKind::Changed;
  PartKind part = PartKind::Document;
  std::string id;    ///< empty of the document itself
  std::string name;  ///< in the document's own language; may be empty
  std::optional<FeatureKind> feature;
  std::optional<Geometry> geometryBefore;  ///< of a feature, where it was
  std::optional<Geometry> geometryAfter;   ///< of a feature, where it is now
  /// How far a feature moved: a point along the geodesic, anything else as far as that of its vertices that moved
  /// farthest. Nothing where it did not move, or has another number of vertices.
  std::optional<double> movedMeters;
  std::vector<MemberDifference> members;  ///< but for id and geometry

  /// Whether it stands elsewhere or has another shape.
  bool isMoved() const { return kind == DifferenceKind::Changed && geometryBefore != geometryAfter; }
};

/// What differs between two scenarios, or two dates of one.
struct Comparison {
  std::vector<Difference> differences;

  bool isEmpty() const { return differences.empty(); }
};

/// Compares parts by id: the document's own members, then features, systems, sources, views; each in the order of
/// `after`, what is gone last. What is the catalogue's is no part of a document. Also members that no reader knows are
/// compared. No difference: the order of parts, how a value is written, and a default that is written out.
/// Pure; any thread.
Comparison compare(const Document& before, const Document& after);

/// Compares what holds on two days: features that are shown, and of sites the statements in force (state.h). A site
/// where nothing is in force on a day counts as not there on it. Members are those of the statements: a system that
/// began or ended, or of which another status holds. Features in the document's order. Pure; any thread.
Comparison compareDates(const Document& document, const Date& before, const Date& after);

/// A value of a member as people read it: texts without quotes, lists with commas; "none" where it is not there.
std::string inWords(const nlohmann::ordered_json& value);

}  // namespace cordon::scenario
