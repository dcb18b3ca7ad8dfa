#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/position.h"
#include "geo/ring_profile.h"
#include "scene/length_unit.h"
#include "scene/palette.h"
#include "scene/system_look.h"
#include "typography/drawing.h"

namespace cordon::scene {

/// What a site's state is, as published; decides the style of lines and symbols.
enum class Status { Deployed, Planned, Reported, Exercise, Withdrawn, Hypothetical };

/// The azimuths that a ring is limited to, clockwise from the first to the second.
struct Sector {
  double fromAzimuthRadians = 0.0;
  double toAzimuthRadians = 0.0;
};

/// One range of one system at one site, ready to draw.
struct Ring {
  std::string id;  ///< "site/system", "site/system/span" of the band around it, or "own-ring/1"; unique
  std::string siteId;
  std::string systemId;  ///< empty: of no system, a reader's free ring
  geo::LatLon centre;
  double radiusMeters = 0.0;
  geo::RingProfile profile;        ///< of the outer circle
  double innerRadiusMeters = 0.0;  ///< minimum range; 0: none
  std::optional<geo::RingProfile> innerProfile;
  std::optional<Sector> sector;
  typography::Color color;
  Status status = Status::Deployed;
  int fillGroup = 0;                         ///< rings of one group fill as a union of one opacity
  std::string label;                         ///< "Bastion ≥ 300 km"
  double accuracyMeters = 0.0;               ///< how far the true centre may lie from `centre`; 0: not stated
  bool isLowerBound = false;                 ///< its claim is "at least": the true range may be greater
  double fillOpacity = kDefaultFillOpacity;  ///< at the rim, 0 to 1; the same for all rings of a fill group
  double lineWidthFactor = 1.0;              ///< of the status's width

  bool isFree = false;  ///< a reader laid it on the map: it is no system's reach
  bool tints = true;    ///< what it covers, if its status does: a free ring does not count among overlaps
  std::string bandOf;   ///< of the band of a span of claims: the id of the ring of the smallest; else empty
};

/// How a line on the ground is drawn. Widths are in pixels of a picture 1080 pixels high.
struct LineStyle {
  typography::Color color;
  double widthPixels = 1.5;
  std::vector<double> dashPixels;
  std::optional<typography::Color> casingColor;
};

struct GroundLine {
  std::string id;
  std::vector<geo::LatLon> points;  ///< joined by geodesics; densified
  LineStyle style;
  std::string label;
  bool arrow = false;                   ///< an arrowhead at the last point
  double coarsestMetersPerPixel = 0.0;  ///< with coarser pixels (of a picture 1080 high) it is left out; 0: never
  double finestMetersPerPixel = 0.0;    ///< with finer ones too: a coarse line beside a detailed coast looks wrong

  /// Whether it is drawn where a pixel (of a picture 1080 high) covers so many metres.
  bool isShownAt(double metersPerPixel) const {
    return metersPerPixel >= finestMetersPerPixel &&
           (coarsestMetersPerPixel <= 0.0 || metersPerPixel <= coarsestMetersPerPixel);
  }
};

struct GroundArea {
  std::string id;
  std::vector<std::vector<geo::LatLon>> contours;  ///< densified, closed implicitly, even-odd
  std::optional<typography::Color> fill;
  std::optional<typography::Hatch> hatch;
  std::optional<LineStyle> outline;
  std::string label;
  bool isMeasured = false;  ///< a reader laid it on the map to measure it
};

/// A system's sign at a site: told apart by shape as well as by colour.
enum class SymbolShape { Circle, Square, Diamond, Triangle, Hexagon, Star, Cross, Note };

struct SiteSymbol {
  std::string id;  ///< the site's
  geo::LatLon position;
  struct Part {
    SymbolShape shape = SymbolShape::Circle;
    typography::Color color;
    Status status = Status::Deployed;
  };
  std::vector<Part> parts;  ///< one a system
  std::string name;
  std::string secondName;       ///< "/ Etorofu" where disputed; Japanese or Russian below, by the label language
  std::string remark;           ///< short state, e.g. "planned (Dec 2018)"
  int priority = 0;             ///< higher is placed first
  double accuracyMeters = 0.0;  ///< how far the true place may lie from `position`; 0: not stated
};

/// A point that a reader's tool marks: drawn exactly there whatever layers are shown; names keep off it.
struct GroundMark {
  std::string id;
  geo::LatLon position;
  SymbolShape shape = SymbolShape::Circle;
  typography::Color color;
  double radiusPixels = 3.0;  ///< of a picture 1080 pixels high, 0: the label alone
  std::string label;          ///< beside it; may be empty
  bool mayYield = false;      ///< its label is left out where it has no room at `position` and `otherPositions`
  std::vector<geo::LatLon> otherPositions = {};
  std::string ofRing = {};  ///< the ring whose middle it is: its label stands where that ring's line is out of sight
};

/// What became of a thing since what the map is compared with.
enum class ChangeKind { New, Gone, Moved, Changed };

/// A difference that the map marks. What was is grey, drawn dashed; what is keeps its own look.
struct ChangeMark {
  ChangeKind kind = ChangeKind::Changed;
  std::string id;                                  ///< the feature's
  geo::LatLon position;                            ///< of what was and has a sign: there; else where the mark stands
  bool isAtSign = false;                           ///< the mark goes with the sign of the site `id`
  std::vector<SymbolShape> shapes;                 ///< the signs that stood at `position`; may be empty
  std::vector<std::vector<geo::LatLon>> outlines;  ///< lines, edges and rings that were; densified
  std::vector<geo::LatLon> way;                    ///< from where it was to where it is; densified; may be empty
  std::string label;                               ///< "Iturup, gone", "moved 42 km"; may be empty
};

enum class PlaceKind { Sea, Gulf, Strait, Trench, Island, Town, Cape, Volcano, Region };

struct Place {
  PlaceKind kind = PlaceKind::Town;
  int rank = 3;  ///< 1 the most important
  geo::LatLon position;
  std::string name;
  std::string secondName;
  double heightMeters = 0.0;      ///< summits only; 0: none
  double extentMeters = 0.0;      ///< how far a sea's name may spread; 0: not stated
  std::vector<geo::LatLon> path;  ///< along which the name runs; may be empty
};

enum class Layer {
  Relief,
  Coast,
  Lakes,
  Rivers,
  Borders,
  Graticule,
  Places,
  Areas,
  Lines,
  Sites,
  Rings,
  Labels,
  Furniture
};
inline constexpr int kLayerCount = 13;

struct LegendEntry {
  enum class Kind { Ring, Symbol, Line, Area, Change, Text };
  Kind kind = Kind::Text;
  typography::Color color;
  Status status = Status::Deployed;
  bool forStatus = false;                   ///< explains a status of all systems, not one system
  bool forOwnRings = false;                 ///< a line that explains the readers' free rings
  ChangeKind change = ChangeKind::Changed;  ///< of Kind::Change
  SymbolShape shape = SymbolShape::Circle;
  LineStyle line;
  std::optional<typography::Hatch> hatch;
  std::string text;
  std::string detail;
};

/// Everything a picture shows, in world coordinates, for one date: independent of the camera.
struct RenderModel {
  std::vector<Ring> rings;
  std::vector<GroundLine> lines;
  std::vector<GroundArea> areas;
  std::vector<SiteSymbol> sites;
  std::vector<GroundMark> marks;
  std::vector<ChangeMark> changes;  ///< since what the map is compared with; else empty
  std::vector<Place> places;
  std::vector<LegendEntry> legend;
  std::string title;
  std::string subtitle;
  std::string shownDate;  ///< "30 December 2018": the day whose state it is
  std::string dateText;   ///< "As reported by 30 December 2018"; empty where nothing states a date
  std::string disclaimer;
  std::string handling;              ///< who may see it: a bar at the upper and one at the lower edge; may be empty
  std::vector<std::string> sources;  ///< of what is shown, for the footer: "Kyodo, 30 Dec 2018"
  std::string mapCredits;            ///< whose data the ground is
  std::vector<bool> layers = std::vector<bool>(kLayerCount, true);  ///< parts of the model that are drawn
  double exaggeration = 1.0;
  FillMode fillMode = FillMode::Union;
  PaletteName palette = PaletteName::Standard;
  LengthUnit lengthUnit = LengthUnit::Kilometers;  ///< of lengths that the layout writes

  bool shows(Layer layer) const { return layers[static_cast<std::size_t>(layer)]; }
};

}  // namespace cordon::scene
