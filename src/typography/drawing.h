#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cordon::typography {

/// A point or vector on the page: pixels, x right, y down, origin at the top left corner.
struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Rect {
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;
};

/// sRGB colour, not premultiplied; components 0 to 1.
struct Color {
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
  double alpha = 1.0;
};

enum class Typeface { Sans, SansItalic, SerifItalic };
enum class Weight { Light, Regular, Medium, SemiBold, Bold };

/// How a run of text looks; sizes in pixels of the page.
struct TextStyle {
  Typeface typeface = Typeface::Sans;
  Weight weight = Weight::Regular;
  double sizePixels = 14.0;
  double letterSpacingPixels = 0.0;
  Color color;
  std::optional<Color> haloColor;
  double haloWidthPixels = 0.0;  ///< how far the halo reaches beyond the glyphs
};

/// Where a text's position lies in it, horizontally.
enum class TextAlign { Left, Center, Right };

/// One line of text. `position` is on the baseline; the text is turned clockwise by `angleRadians` about it.
/// With a `curve` (at least two points, left to right) the baseline follows it instead, the text centred on it.
struct TextItem {
  std::string text;  ///< UTF-8, one line
  TextStyle style;
  Point position;
  TextAlign align = TextAlign::Left;
  double angleRadians = 0.0;
  std::vector<Point> curve;
};

struct Stroke {
  Color color;
  double widthPixels = 1.0;
  std::vector<double> dashPixels;  ///< on, off, ...; empty: solid
  bool roundCaps = false;
};

/// Parallel lines at an angle, drawn inside a shape.
struct Hatch {
  Color color;
  double widthPixels = 1.0;
  double spacingPixels = 6.0;
  double angleRadians = 0.7854;
};

/// Lines and shapes; several contours with the even-odd rule make holes. The casing lies below
/// all else, then come fill, hatch and stroke.
struct PathItem {
  struct Contour {
    std::vector<Point> points;
    bool closed = false;
  };
  std::vector<Contour> contours;
  std::optional<Color> fill;
  std::optional<Hatch> hatch;
  std::optional<Stroke> casing;
  std::optional<Stroke> stroke;
};

/// A rectangle with rounded corners, as panels have.
struct BoxItem {
  Rect rect;
  double cornerRadiusPixels = 0.0;
  Color fill;
  std::optional<Stroke> stroke;
};

using Item = std::variant<TextItem, PathItem, BoxItem>;

/// What stands over the globe's picture, painted in this order.
struct Drawing {
  std::vector<Item> items;
};

}  // namespace cordon::typography
