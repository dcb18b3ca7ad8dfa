#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace cordon {
namespace {

const Diagnostic kError{Severity::Error, "no such file", {}, {}, {}, {}};
const Diagnostic kWarning{Severity::Warning, "old version", {}, {}, {}, {}};

TEST(Result, HoldsItsValueAndTheWarnings) {
  const Result<std::string> result("text", {kWarning});

  EXPECT_TRUE(result.ok());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(*result, "text");
  EXPECT_EQ(result->size(), 4U);
  ASSERT_EQ(result.diagnostics().size(), 1U);
  EXPECT_EQ(result.diagnostics().front().message, "old version");
}

TEST(Result, RefusesTheValueOfAFailure) {
  const Result<int> result = Result<int>::failure(kError);

  EXPECT_FALSE(result.ok());
  EXPECT_THROW(static_cast<void>(result.value()), std::logic_error);
  ASSERT_EQ(result.diagnostics().size(), 1U);
  EXPECT_EQ(result.diagnostics().front().message, "no such file");
}

TEST(Result, CarriesWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));

  const std::unique_ptr<int> value = std::move(result).value();

  ASSERT_NE(value, nullptr);
  EXPECT_EQ(*value, 7);
}

TEST(Result, KeepsDiagnosticsApartFromAListOfThemAsValue) {
  const Result<Diagnostics> value(Diagnostics{kError}, Diagnostics{});
  const Result<Diagnostics> failure = Result<Diagnostics>::failure(Diagnostics{kError});

  EXPECT_TRUE(value.ok());
  EXPECT_FALSE(failure.ok());
}

}  // namespace
}  // namespace cordon
