#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "interchange/readers.h"

namespace cordon::interchange {

namespace {

constexpr int kMostDepth = 100;

/// Elements of KML that a scenario has no place for, with words for them.
constexpr std::array<std::pair<std::string_view, const char*>, 8> kLostElements{{
    {"NetworkLink", "links to other files (they are not followed)"},
    {"GroundOverlay", "pictures on the ground"},
    {"ScreenOverlay", "pictures on the screen"},
    {"PhotoOverlay", "photographs"},
    {"Model", "3D models"},
    {"gx:Tour", "tours"},
    {"Region", "regions that hide things by scale"},
    {"LookAt", "cameras of things"},
}};

void countElement(std::string_view name, DocumentBuilder& builder) {
  for (const auto& [element, words] : kLostElements) {
    if (name == element) builder.losses().add(words);
  }
}

}  // namespace

bool checkXml(const std::string& text, DocumentBuilder& builder) {
  if (text.find('\0') != std::string::npos || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    builder.tell(Severity::Error, "The file is no XML text in UTF-8.", "Save it as UTF-8.");
    return false;
  }
  int depth = 0;
  std::size_t at = 0;
  while ((at = text.find('<', at)) != std::string::npos) {
    const std::string_view rest = std::string_view(text).substr(at);
    std::string_view end = ">";
    if (rest.starts_with("<!--")) {
      end = "-->";
    } else if (rest.starts_with("<![CDATA[")) {
      end = "]]>";
    } else if (rest.starts_with("<!")) {
      // Entities may expand without bound, and may name other files.
      builder.tell(Severity::Error, "The file declares a document type or entities; such files are not read.",
                   "Remove the declaration.");
      return false;
    }
    // A ">" may stand in an attribute's quotes.
    std::size_t stop = end.size() > 1 ? text.find(end, at + 4) : at;
    if (end.size() == 1) {
      char quote = '\0';
      for (++stop; stop < text.size(); ++stop) {
        const char c = text[stop];
        if (quote != '\0') {
          if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '>') {
          break;
        }
      }
    }
    if (stop == std::string::npos || stop >= text.size()) return true;  // the parser tells what is wrong
    if (rest.starts_with("</")) {
      --depth;
    } else if (end.size() == 1 && !rest.starts_with("<?")) {
      countElement(rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1), builder);
      if (text[stop - 1] != '/' && ++depth > kMostDepth) {
        builder.tell(Severity::Error, fmt::format("The file's elements are nested deeper than {}.", kMostDepth));
        return false;
      }
    }
    at = stop + 1;
  }
  return true;
}

}  // namespace cordon::interchange
