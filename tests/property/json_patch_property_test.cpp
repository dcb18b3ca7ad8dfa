#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "scenario/json_patch_text.h"
#include "scenario/json_style.h"

namespace cordon::scenario {
namespace {

/// Makes random trees, edits them at random, and writes them with random white space.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Json tree(int depth) {
    const int kind = below(depth > 0 ? 9 : 6);
    if (kind < 6) return scalar();
    Json made = kind == 6 ? Json::object() : Json::array();
    for (int i = below(6); i > 0; --i) {
      if (kind == 6) {
        made[name()] = tree(depth - 1);
      } else if (kind == 7) {
        made.push_back({{"id", name()}, {"v", tree(depth - 1)}});
      } else {
        made.push_back(tree(depth - 1));
      }
    }
    return made;
  }

  void edit(Json& json) {
    if (!json.is_structured() || json.empty() || below(6) == 0) {
      if (json.is_array()) {
        json.insert(json.begin() + below(static_cast<int>(json.size()) + 1), tree(2));
      } else if (json.is_object()) {
        json[name()] = tree(2);
      } else {
        json = tree(2);
      }
      return;
    }
    const auto at = static_cast<std::size_t>(below(static_cast<int>(json.size())));
    auto item = json.begin();
    std::advance(item, at);
    const int what = below(10);
    if (what == 0) {
      json.erase(item);
    } else if (what == 1) {
      json.clear();
    } else if (what == 2 && json.is_array()) {
      std::shuffle(json.begin(), json.end(), random_);
    } else if (what == 3 && json.is_object()) {
      Json other = Json::object();
      for (std::size_t i = 0; i < json.size(); ++i) {
        auto member = json.begin();
        std::advance(member, (i + at) % json.size());
        other[member.key()] = member.value();
      }
      json = std::move(other);
    } else if (what == 4) {
      *item = tree(2);
    } else {
      edit(*item);
    }
  }

  /// Whether a text keeps to one layout or every gap is its own.
  std::string text(const Json& json) {
    if (below(2) == 0) {
      std::string out;
      write(json, out);
      return space() + out + space();
    }
    JsonStyle style;
    style.lineEnd = below(2) == 0 ? "\n" : "\r\n";
    style.indent = below(2) == 0 ? "\t" : "   ";
    style.lineBytes = static_cast<std::size_t>(below(3)) * 40;
    std::string out;
    printStyled(json, style, "", 0, below(4) == 0, out);
    return out + style.lineEnd;
  }

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  std::string name() {
    static const std::vector<std::string> names{"a", "b", "c", "id", "name", "\"q\"", "é", "", "x,y", "{", "]:"};
    return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
  }

  Json scalar() {
    switch (below(6)) {
      case 0:
        return nullptr;
      case 1:
        return below(2) == 0;
      case 2:
        return below(5);
      case 3:
        return below(100) / 8.0;
      case 4:
        return name();
      default:
        return "text, \\ \"and\" [more]: { \n";
    }
  }

  std::string space() {
    static const std::vector<std::string> spaces{"", "", "", " ", "\n", "\r\n  ", "\n\n\t", "  \n    ", "\t"};
    return spaces[static_cast<std::size_t>(below(static_cast<int>(spaces.size())))];
  }

  void write(const Json& json, std::string& out) {
    if (!json.is_structured()) {
      out += json.dump(-1, ' ', below(2) == 0);
      return;
    }
    out += json.is_object() ? "{" : "[";
    out += space();
    bool isFirst = true;
    for (const auto& item : json.items()) {
      if (!isFirst) out += space() + "," + space();
      isFirst = false;
      if (json.is_object()) out += Json(item.key()).dump() + space() + ":" + space();
      write(item.value(), out);
    }
    out += space();
    out += json.is_object() ? "}" : "]";
  }

  std::mt19937 random_;
};

Json treeOf(const std::string& text) {
  const auto tree = parseJson(text, "test");
  if (!tree) throw std::runtime_error(toString(tree.diagnostics().front()) + "\n" + text);
  return *tree;
}

/// Lines of `before` that `after` does not have in their order.
std::size_t linesLost(const std::string& before, const std::string& after) {
  const auto linesOf = [](const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  };
  const auto a = linesOf(before);
  const auto b = linesOf(after);
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return a.size() - common[0][0];
}

TEST(PatchedTextProperty, ReadsAsTheWantedTree) {
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    Maker maker(seed);
    const Json before = maker.tree(4);
    std::string text = maker.text(before);
    ASSERT_EQ(treeOf(text), before) << "seed " << seed;
    ASSERT_EQ(patchedText(text, before), text) << "seed " << seed;
    Json wanted = before;
    for (int i = 0; i < 3; ++i) {
      maker.edit(wanted);
      text = patchedText(text, wanted);
      ASSERT_EQ(treeOf(text), wanted) << "seed " << seed << "\n" << text;
    }
    const Json other = maker.tree(4);
    ASSERT_EQ(treeOf(patchedText(text, other)), other) << "seed " << seed;
  }
}

/// In a text of one item a line, an edit of one item costs its own line, and the one before where the comma comes or
/// goes.
TEST(PatchedTextProperty, KeepsTheLinesOfTheOtherItems) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const int count = 3 + static_cast<int>(random() % 10);
    std::string text = "{ \"list\" : [\n";
    for (int i = 0; i < count; ++i) {
      text += std::string(1 + random() % 6, ' ') + "{ \"id\":  \"" + std::to_string(i) +
              "\",\t\"v\" : " + std::to_string(random() % 100) + ".50 }" + (i + 1 < count ? "," : "") +
              std::string(random() % 3, ' ') + "\n";
    }
    text += " ],\n \"other\": [1.0,2.0 ,3e0]}\n";
    Json wanted = treeOf(text);
    Json& list = wanted["list"];
    const auto at = static_cast<Json::difference_type>(random() % list.size());
    const bool atEnd = at + 1 == static_cast<Json::difference_type>(list.size());
    std::size_t most = 1;
    switch (random() % 3) {
      case 0:
        list[static_cast<std::size_t>(at)]["v"] = -1;
        break;
      case 1:
        list.erase(list.begin() + at);
        most += atEnd ? 1 : 0;
        break;
      default:
        list.insert(list.begin() + at, {{"id", "new"}, {"v", 7}});
        most = 0;
        break;
    }
    const std::string patched = patchedText(text, wanted);
    ASSERT_EQ(treeOf(patched), wanted);
    ASSERT_LE(linesLost(text, patched), most) << text << patched;
  }
}

/// Ten thousand sites, of which every tenth changed, one went and one came; and a list that was reversed.
TEST(PatchedTextProperty, TakesTimeInProportion) {
  Json tree = {{"features", Json::array()}};
  for (int i = 0; i < 10'000; ++i) {
    tree["features"].push_back({{"type", "Feature"},
                                {"id", "site-" + std::to_string(i)},
                                {"geometry", {{"type", "Point"}, {"coordinates", {i / 100.0, 45.5}}}},
                                {"properties", {{"kind", "site"}, {"systems", {{{"system", "bal"}}}}}}});
  }
  const std::string text = printJson(tree);
  Json wanted = tree;
  for (std::size_t i = 0; i < 10'000; i += 10) wanted["features"][i]["geometry"]["coordinates"][0] = -1.5;
  wanted["features"].erase(5000);
  wanted["features"].insert(wanted["features"].begin() + 3, wanted["features"].back());
  EXPECT_EQ(treeOf(patchedText(text, wanted)), wanted);
  std::reverse(wanted["features"].begin(), wanted["features"].end());
  EXPECT_EQ(treeOf(patchedText(text, wanted)), wanted);
}

}  // namespace
}  // namespace cordon::scenario
