#include "interchange/xml_text.h"

namespace cordon::interchange {

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default: {
        const auto byte = static_cast<unsigned char>(c);
        const bool isControl = byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
        // U+FFFE and U+FFFF.
        const bool isNoCharacter = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
        if (isNoCharacter) i += 2;
        result += isControl || isNoCharacter ? ' ' : c;
      }
    }
  }
  return result;
}

std::string element(std::string_view name, std::string_view text) {
  if (text.empty()) return {};
  std::string result = "<";
  result.append(name).append(">").append(escaped(text)).append("</").append(name).append(">");
  return result;
}

}  // namespace cordon::interchange
