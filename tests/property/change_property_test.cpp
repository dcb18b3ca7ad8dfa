#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <type_traits>

#include "document_maker.h"
#include "scenario/change.h"
#include "scenario/io.h"

namespace cordon::scenario {
namespace {

/// Makes random edits, each of which leaves a valid document.
class Editor {
 public:
  explicit Editor(unsigned seed) : seed_(seed), random_(seed) {}

  /// A document as it was read, with members that no reader knows; or one that was never in a file.
  Document first() {
    Document document = test::DocumentMaker(seed_).document();
    return below(4) == 0 ? document : withUnknownMembers(std::move(document));
  }

  Document edited(Document document) {
    const Document other = test::DocumentMaker(++made_ * 7919 + seed_).document();
    switch (below(9)) {
      case 0:
        document.title = other.title;
        document.defaultView.reset();
        break;
      case 1:
        for (const Feature& feature : other.features) insert(document.features, feature);
        break;
      case 2:
        erase(document.features);
        break;
      case 3:
        shuffle(document.features);
        break;
      case 4:
        for (std::size_t i = 0; i < std::min(document.features.size(), other.features.size()); ++i) {
          Feature changed = other.features[i];
          if (below(2) == 0) changed.origin = document.features[i].origin;
          changed.id = document.features[i].id;
          document.features.set(i, changed);
        }
        break;
      case 5:
        for (const System& system : other.systems) insert(document.systems, system);
        for (const Source& source : other.sources) insert(document.sources, source);
        for (const View& view : other.views) insert(document.views, view);
        break;
      case 6:
        document.defaultView.reset();
        erase(document.views);
        erase(document.sources);
        break;
      case 7:
        if (!document.features.empty())
          document.features.edit(document.features.size() - 1).id = "renamed " + std::to_string(++made_);
        break;
      default:
        return withUnknownMembers(std::move(document));
    }
    return document;
  }

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

 private:
  /// Written, given members that have no meaning, and read again: ids that name nothing are taken out first.
  Document withUnknownMembers(Document document) {
    for (System& system : document.systems) {
      for (RangeClaim& range : system.ranges) range.sources.clear();
    }
    for (std::size_t i = 0; i < document.features.size(); ++i) {
      Feature& feature = document.features.edit(i);
      feature.sources.clear();
      feature.systems.clear();
    }
    std::string text = writeDocument(document);
    const std::string number = std::to_string(below(3));
    for (const char* anchor : {"\"kind\":", "\"version\":", "\"km\":", "\"title\":"}) {
      const std::size_t at = text.find(anchor, text.size() / 3 * static_cast<std::size_t>(below(3)));
      if (at != std::string::npos) text.insert(at, "\"x-" + std::to_string(++made_) + "\": [" + number + ", 1.0], ");
    }
    auto read = readDocument(text, "", Catalogue{});
    if (!read) throw std::logic_error(toString(read.diagnostics().front()) + "\n" + text);
    return std::move(read).value();
  }

  template <typename List>
  void insert(List& parts, const typename List::value_type& part) {
    const auto isSame = [&](const auto& other) { return other.id == part.id; };
    if (std::any_of(parts.begin(), parts.end(), isSame)) return;
    const int at = below(static_cast<int>(parts.size()) + 1);
    if constexpr (std::is_same_v<List, SharedList<Feature>>) {
      parts.insert(static_cast<std::size_t>(at), part);
    } else {
      parts.insert(parts.begin() + at, part);
    }
  }
  template <typename List>
  void erase(List& parts) {
    if (parts.empty()) return;
    const int at = below(static_cast<int>(parts.size()));
    if constexpr (std::is_same_v<List, SharedList<Feature>>) {
      parts.erase(static_cast<std::size_t>(at));
    } else {
      parts.erase(parts.begin() + at);
    }
  }
  void shuffle(SharedList<Feature>& features) {
    std::vector<std::size_t> order(features.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random_);
    SharedList<Feature> shuffled;
    for (const std::size_t i : order) shuffled.share(features, i);
    features = shuffled;
  }

  unsigned seed_;
  unsigned made_ = 0;
  std::mt19937 random_;
};

TEST(ChangeProperty, AnyEditsAreRedoneAndUndoneToTheSameBytes) {
  constexpr int kEdits = 12;
  for (unsigned seed = 0; seed < 100; ++seed) {
    Editor editor(seed);
    std::vector<Document> states{editor.first()};
    std::vector<Change> changes;
    for (int i = 0; i < kEdits; ++i) {
      states.push_back(editor.edited(states.back()));
      changes.push_back(changeBetween(states[states.size() - 2], states.back()));
      ASSERT_EQ(inverse(inverse(changes.back())), changes.back()) << "seed " << seed;
    }
    Document document = states.front();
    for (std::size_t i = 0; i < changes.size(); ++i) {
      document = applied(changes[i], std::move(document));
      ASSERT_TRUE(areIdentical(document, states[i + 1])) << "seed " << seed << " edit " << i;
      ASSERT_EQ(writeDocument(document), writeDocument(states[i + 1])) << "seed " << seed << " edit " << i;
    }
    for (std::size_t i = changes.size(); i-- > 0;) {
      document = applied(inverse(changes[i]), std::move(document));
      ASSERT_EQ(writeDocument(document), writeDocument(states[i])) << "seed " << seed << " edit " << i;
    }
  }
}

TEST(ChangeProperty, ChangesReadFromTheirTextsLeadToTheSameBytes) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Editor editor(seed);
    Document state = editor.first();
    Document replayed = state;
    for (int i = 0; i < 8; ++i) {
      const std::string before = writeDocument(state);
      Document next = editor.edited(state);
      const std::string text = writeChange(changeBetween(state, next));
      ASSERT_EQ(text.find('\n'), std::string::npos);
      const auto change = readChange(text, Catalogue{});
      ASSERT_TRUE(change) << "seed " << seed << ": " << toString(change.diagnostics().front()) << "\n" << text;
      ASSERT_TRUE(fits(*change, replayed)) << "seed " << seed;
      replayed = applied(*change, std::move(replayed));
      ASSERT_EQ(writeDocument(replayed), writeDocument(next)) << "seed " << seed << " edit " << i << "\n" << text;
      ASSERT_EQ(writeDocument(applied(inverse(*change), replayed)), before) << "seed " << seed << " edit " << i;
      state = std::move(next);
    }
  }
}

TEST(ChangeProperty, DocumentsAreIdenticalOnlyWhereNothingChanged) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    Editor editor(seed);
    const Document a = editor.first();
    const Document b = editor.edited(a);
    const Change change = changeBetween(a, b);
    EXPECT_EQ(change.isEmpty(), areIdentical(a, b)) << "seed " << seed;
    EXPECT_TRUE(writeDocument(a) == writeDocument(b) || !change.isEmpty()) << "seed " << seed;
    EXPECT_TRUE(changeBetween(b, b).isEmpty()) << "seed " << seed;
  }
}

TEST(ChangeProperty, SpoiltTextsAreRefusedOrStillApply) {
  int refused = 0;
  int read = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    Editor editor(seed);
    const Document state = editor.first();
    const std::string sound = writeChange(changeBetween(state, editor.edited(editor.edited(state))));
    for (int i = 0; i < 10; ++i) {
      std::string text = sound;
      for (int spoils = 1 + editor.below(3); spoils > 0 && !text.empty(); --spoils) {
        const auto at = static_cast<std::size_t>(editor.below(static_cast<int>(text.size())));
        if (editor.below(3) == 0) {
          text.erase(at, static_cast<std::size_t>(1 + editor.below(9)));
        } else {
          text[at] = "0{}[]\",:-e\xff\0n"[editor.below(13)];
        }
      }
      const auto change = readChange(text, Catalogue{});
      if (!change) {
        ++refused;
        EXPECT_TRUE(hasErrors(change.diagnostics()));
      } else if (fits(*change, state)) {
        ++read;
        EXPECT_FALSE(writeDocument(applied(*change, state)).empty());
      } else {
        EXPECT_THROW(applied(*change, state), std::invalid_argument);
      }
    }
  }
  EXPECT_GT(refused, 1000);
  EXPECT_GT(read, 10);
}

}  // namespace
}  // namespace cordon::scenario
