#include <gtest/gtest.h>

#include "document_maker.h"
#include "scenario/io.h"

namespace cordon::scenario {
namespace {

using Maker = test::DocumentMaker;

TEST(ScenarioProperty, WhatIsWrittenIsReadBackEqual) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const Document document = Maker(seed).document();
    const std::string text = writeDocument(document);
    const auto again = readDocument(text, "", Catalogue{});
    ASSERT_TRUE(again) << toString(again.diagnostics().front()) << "\n" << text;
    ASSERT_EQ(*again, document) << "seed " << seed << "\n" << text;
    ASSERT_EQ(writeDocument(*again), text) << "seed " << seed;
  }
}

/// A change written into a file's own JSON must mean the same as the change itself.
TEST(ScenarioProperty, PartsMovedFromAnotherFileAreReadBackEqual) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Document document = readDocument(writeDocument(Maker(seed).document()), "", Catalogue{}).value();
    const Document other = Maker(seed + 100'000).document();
    document.title = other.title;
    document.date = other.date;
    for (std::size_t i = 0; i < std::min(document.features.size(), other.features.size()); ++i) {
      Feature changed = other.features[i];
      changed.origin = document.features[i].origin;
      changed.id = document.features[i].id;
      changed.sources.clear();
      changed.systems.clear();
      document.features.set(i, changed);
    }
    const auto again = readDocument(writeDocument(document), "", Catalogue{});
    ASSERT_TRUE(again) << toString(again.diagnostics().front());
    ASSERT_EQ(*again, document) << "seed " << seed;
  }
}

}  // namespace
}  // namespace cordon::scenario
