#include "ui/review_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <array>
#include <chrono>

#include "edit/review.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr std::array<int, 4> kAgesYears{1, 2, 3, 5};
constexpr std::size_t kMostShown = 200;

std::string_view headingOf(edit::Finding::Topic topic) {
  using Topic = edit::Finding::Topic;
  switch (topic) {
    case Topic::MissingSource:
      return "Without a source";
    case Topic::MissingDate:
      return "Without a date";
    case Topic::OldStatus:
      return "Not confirmed for long";
    case Topic::PlanOverdue:
      return "Plans whose time has passed";
    case Topic::Precision:
      return "Precision of positions";
    case Topic::Duplicate:
      return "At one place";
    case Topic::SourceDetails:
      return "Sources to complete";
  }
  return {};
}

scenario::Date today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return scenario::Date::fromDay(static_cast<int>(days.time_since_epoch().count()));
}

void refresh(const Panel& panel) {
  InterfaceState::Review& state = panel.state.review;
  const auto& document = panel.view.workspace.documentPointer();
  if (state.document == document && state.askedYears == state.ageYears) return;
  state.document = document;
  state.askedYears = state.ageYears;
  state.findings = edit::review(*document, today(), state.ageYears * 365);
}

void drawFinding(const Panel& panel, const edit::Finding& finding, const char* id) {
  if (finding.featureId.empty()) {
    wrappedText(finding.text);
    return;
  }
  if (linkText(finding.text, id)) {
    panel.run("select " + edit::quoted(finding.featureId));
    panel.run("fly-to " + edit::quoted(finding.featureId));
  }
}

}  // namespace

void drawReviewSection(const Panel& panel) {
  refresh(panel);
  InterfaceState::Review& state = panel.state.review;
  const std::size_t count = state.findings.size();
  if (!sectionHeading(panel, "Review", count == 0 ? "nothing to ask" : counted(count, "question", "questions"))) return;
  ImGui::PushID("review");
  softText("Ask again of a status after");
  std::vector<Choice> ages;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < kAgesYears.size(); ++i) {
    ages.push_back({counted(static_cast<std::size_t>(kAgesYears[i]), "year", "years"), {}});
    if (kAgesYears[i] == state.ageYears) chosen = i;
  }
  if (const auto clicked = choiceRow(panel, "age", ages, chosen)) state.ageYears = kAgesYears[*clicked];
  for (std::size_t i = 0; i < std::min(count, kMostShown); ++i) {
    const edit::Finding& finding = state.findings[i];
    if (i == 0 || state.findings[i - 1].topic != finding.topic) {
      const FontScope bold(panel.fonts.bold);
      const std::string_view heading = headingOf(finding.topic);
      ImGui::TextUnformatted(heading.data(), heading.data() + heading.size());
    }
    drawFinding(panel, finding, std::to_string(i).c_str());
  }
  if (count > kMostShown) wrappedSoftText(panel, fmt::format("and {} more", count - kMostShown));
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
