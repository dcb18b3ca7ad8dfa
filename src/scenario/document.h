#pragma once

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/shared_list.h"
#include "geo/position.h"
#include "scenario/date.h"

namespace cordon::scenario {

/// The JSON object that a part of a document was read from, members in the file's order.
///
/// The writer starts from it and touches only the members whose meaning was changed: that keeps unknown
/// members and the order of all. It carries no meaning itself: any two origins compare equal.
class Origin {
 public:
  Origin() = default;
  explicit Origin(std::shared_ptr<const nlohmann::ordered_json> json) : json_(std::move(json)) {}

  /// The object, or null where the part was not read from a file.
  const nlohmann::ordered_json* json() const { return json_.get(); }

  friend bool operator==(const Origin&, const Origin&) { return true; }

 private:
  std::shared_ptr<const nlohmann::ordered_json> json_;
};

/// What kind of system it is: decides how its rings are told apart (strikes at ships differ from air defence).
enum class Role { CoastalDefence, AirDefence, Ballistic, Naval, LandAttack };

/// How a published number bounds the true range.
enum class Bound {
  Exact,    ///< "300 km"
  AtLeast,  ///< "more than 300 km"
  AtMost,   ///< "up to 300 km"
  Span      ///< "150 to 200 km"; the only one that has two different values
};

/// What a range is counted against.
enum class Target { Sea, Land, Air };

/// One published range of a system.
struct RangeClaim {
  double minKm = 0.0;  ///< equal to maxKm unless the bound is Span; 0 < minKm <= maxKm <= 20 037
  double maxKm = 0.0;
  Bound bound = Bound::Exact;
  std::string meaning;               ///< what the source says that the number is
  std::vector<std::string> sources;  ///< ids of Document::sources
  std::optional<Date> date;          ///< when it was published
  bool isDefault = false;            ///< at most one of a system's claims
  std::optional<Target> target;
  Origin origin;

  friend bool operator==(const RangeClaim&, const RangeClaim&) = default;
};

/// Azimuths, degrees clockwise from north in [0, 360], clockwise from the first to the second.
struct Sector {
  double fromDegrees = 0.0;
  double toDegrees = 360.0;

  friend bool operator==(const Sector&, const Sector&) = default;
};

/// A missile system: of the document itself, or taken from the built-in catalogue because the document names it.
struct System {
  std::string id;
  std::string name;
  std::map<std::string, std::string> names;  ///< by language: "en", "ru", "ja"
  std::vector<std::string> designations;     ///< other names: "K-300P", "SSC-5 Stooge"
  Role role = Role::CoastalDefence;
  std::optional<std::string> operatorName;  ///< whose, e.g. "Russia"
  std::string color = "#808080";            ///< "#rrggbb", lower case
  std::string symbol = "circle";            ///< one of symbolNames()
  std::vector<RangeClaim> ranges;
  std::optional<double> minimumRangeKm;
  std::optional<Sector> sector;
  std::string remarks;
  bool fromCatalogue = false;          ///< named but not defined by the document: not written
  std::shared_ptr<const System> base;  ///< the catalogue's entry of this id, which fills what the document leaves out
  Origin origin;

  /// The claim to draw where none is chosen: the one marked default, else the first; null without claims.
  const RangeClaim* defaultRange() const;

  /// Compares all but `base`.
  friend bool operator==(const System& a, const System& b);
};

/// A publication.
struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<Date> date;
  std::string url;  ///< http or https; may be empty
  std::string remarks;
  bool fromCatalogue = false;  ///< belongs to a catalogue system's claims: not written
  Origin origin;

  friend bool operator==(const Source&, const Source&) = default;
};

/// What is published about a system at a site.
enum class Status { Deployed, Planned, Reported, Exercise, Withdrawn, Hypothetical };

/// How far a statement may be trusted, in the document author's judgement.
enum class Confidence { High, Medium, Low };

/// One statement: a system at a site in a state, for a time.
struct SystemAssignment {
  std::string systemId;
  Status status = Status::Reported;
  std::optional<Date> from;           ///< first day known; none: always
  std::optional<Date> to;             ///< last day; none: until another statement replaces it
  std::optional<Date> due;            ///< a plan's horizon
  std::optional<Date> lastConfirmed;  ///< latest publication that confirms it
  std::vector<std::string> sources;   ///< ids of Document::sources
  std::optional<Confidence> confidence;
  std::string remarks;
  Origin origin;

  friend bool operator==(const SystemAssignment&, const SystemAssignment&) = default;
};

enum class FeatureKind { Site, Area, Line, Track, Note };

/// Vertices in the file's order, joined by geodesics.
using Path = std::vector<geo::LatLon>;

/// A polygon: its outer ring, then its holes. Closed implicitly: the last vertex is not the first again.
struct Polygon {
  std::vector<Path> rings;

  friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// A point (site, note), lines (line, track) or polygons (area).
using Geometry = std::variant<geo::LatLon, std::vector<Path>, std::vector<Polygon>>;

enum class Hatch { None, Diagonal, Cross };

/// How a line or area is drawn where the document says so. Pixels are those of a picture 1080 pixels high.
struct Style {
  std::optional<std::string> color;   ///< "#rrggbb", lower case
  std::optional<std::string> fill;    ///< "#rrggbb", lower case
  std::optional<double> fillOpacity;  ///< 0 to 1
  std::optional<double> widthPixels;  ///< over 0, at most 50
  std::vector<double> dashPixels;     ///< drawn, gap, ...; empty: solid
  std::optional<Hatch> hatch;

  friend bool operator==(const Style&, const Style&) = default;
};

/// A thing on the map.
struct Feature {
  std::string id;  ///< unique; made from the index ("feature-3") where the file gives none
  FeatureKind kind = FeatureKind::Site;
  Geometry geometry;
  std::string name;
  std::map<std::string, std::string> names;     ///< by language
  std::map<std::string, std::string> altNames;  ///< by language: the other toponym where a name is disputed
  std::optional<double> accuracyKm;             ///< how far the true place may lie from the point
  std::vector<SystemAssignment> systems;        ///< of a site
  std::optional<Date> date;                     ///< of a note: when it happened
  std::optional<Date> from;                     ///< first day on which the feature is shown
  std::optional<Date> to;                       ///< last day on which it is shown
  std::vector<Moment> times;                    ///< of a track: one a vertex, or empty
  std::vector<std::string> sources;             ///< ids of Document::sources
  std::string text;                             ///< of a note
  std::string remarks;
  int labelPriority = 0;  ///< -100 to 100, higher is placed first
  std::string group;      ///< the briefing or folder it belongs to; may be empty
  Style style;
  Origin origin;

  friend bool operator==(const Feature&, const Feature&) = default;
};

/// How far a camera may stand off, and how high a frame must be at least: in a file and on the command line.
inline constexpr double kLeastCameraKm = 0.1;
inline constexpr double kMostCameraKm = 100'000.0;
inline constexpr double kLeastExtentDegrees = 1e-4;

/// A camera that looks at a point of the ellipsoid.
struct CameraView {
  double latDegrees = 0.0;
  double lonDegrees = 0.0;
  double rangeKm = 4000.0;  ///< from the eye to the point, kLeastCameraKm to kMostCameraKm
  double headingDegrees = 0.0;
  double tiltDegrees = 0.0;  ///< 0 looks straight down; under 90

  friend bool operator==(const CameraView&, const CameraView&) = default;
};

/// A frame in degrees; east is less than west where it crosses the dateline.
struct ExtentView {
  double westDegrees = 0.0;
  double southDegrees = 0.0;
  double eastDegrees = 0.0;
  double northDegrees = 0.0;

  friend bool operator==(const ExtentView&, const ExtentView&) = default;
};

/// A named camera with what it shows.
struct View {
  std::string id;
  std::string name;
  std::variant<CameraView, ExtentView> frame;
  std::optional<Date> date;
  std::vector<std::string> layers;  ///< as `--layers` takes them; empty: all
  Origin origin;

  friend bool operator==(const View&, const View&) = default;
};

/// The id of which a part's is made: "coast" of "coast/1"; any other id as it is.
std::string_view withoutPart(std::string_view id);

/// A scenario: everything that a scenario file says.
///
/// Plain data; concurrent reading is safe. Every id that is referred to exists (the reader sees to it).
struct Document {
  int version = 1;
  std::string title;
  std::string subtitle;
  std::string summary;
  std::string disclaimer;
  std::string author;
  std::string handling;  ///< who may see it: "FOR OFFICIAL USE ONLY"; stands at the map's upper and lower edge
  std::string language;  ///< of the texts: "en"; may be empty
  std::vector<System> systems;
  std::vector<Source> sources;
  SharedList<Feature> features;
  std::vector<View> views;
  std::optional<std::string> defaultView;  ///< id of one of `views`
  std::optional<Date> date;                ///< shown where no other is asked for
  std::optional<Date> from;                ///< the span of time that the scenario is about
  std::optional<Date> to;
  Origin origin;

  /// Linear search by id; null where there is none.
  const System* findSystem(std::string_view id) const;
  const Source* findSource(std::string_view id) const;
  const Feature* findFeature(std::string_view id) const;
  /// Index into `features`.
  std::optional<std::size_t> featureIndex(std::string_view id) const;
  const View* findView(std::string_view id) const;
  /// Index into `systems`.
  std::optional<std::size_t> systemIndex(std::string_view id) const;
  /// The feature of this id, or else that of which the id names a part: "coast/1" is a part of "coast".
  const Feature* findWhole(std::string_view id) const;

  friend bool operator==(const Document&, const Document&) = default;
};

/// The built-in systems with the sources of their claims.
struct Catalogue {
  std::vector<System> systems;
  std::vector<Source> sources;

  const System* findSystem(std::string_view id) const;
  const Source* findSource(std::string_view id) const;
};

/// The words that the format uses for symbols, e.g. "circle", "diamond".
const std::vector<std::string>& symbolNames();

}  // namespace cordon::scenario
