#include "ui/date_section.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "edit/words.h"
#include "scene/model_text.h"
#include "ui/date_marks.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kListedBefore = 3;
constexpr std::size_t kListedAfter = 3;
constexpr std::size_t kEventsInTip = 8;

/// As large as the width allows, so that it is read from afar; in none but the faces' own sizes, which are sharp.
void drawLargeDate(const Panel& panel, const scenario::Date& date) {
  const float room = ImGui::GetContentRegionAvail().x;
  for (const std::string& text : {scene::longDate(date), scene::shortDate(date)}) {
    for (ImFont* const face : {panel.fonts.date, panel.fonts.title, panel.fonts.bold}) {
      const FontScope font(face);
      const bool isLast = face == panel.fonts.bold && text == scene::shortDate(date);
      if (!isLast && ImGui::CalcTextSize(text.c_str()).x > room) continue;
      return ImGui::TextUnformatted(text.c_str());
    }
  }
}

std::string paceText(double daysPerSecond) {
  if (daysPerSecond == 7.0) return "1 week a second";
  if (daysPerSecond == 365.0) return "1 year a second";
  if (daysPerSecond == 730.0) return "2 years a second";
  return fmt::format("{:g} days a second", daysPerSecond);
}

void drawButtons(const Panel& panel) {
  const edit::Playback& playback = panel.view.workspace.playback();
  if (glyphButton(panel, "previous", Glyph::Previous, "To the event before", "date-previous")) {
    panel.run("date-previous");
  }
  ImGui::SameLine(0.0F, 0.0F);
  const bool plays = playback.playing;
  if (glyphButton(panel, "play", plays ? Glyph::Pause : Glyph::Play, plays ? "Stop here" : "Play from this date on",
                  "play")) {
    panel.run("play toggle");
  }
  ImGui::SameLine(0.0F, 0.0F);
  if (glyphButton(panel, "next", Glyph::Next, "To the next event", "date-next")) panel.run("date-next");
  ImGui::SameLine();
  ImGui::SetNextItemWidth(-FLT_MIN);
  const bool open = ImGui::BeginCombo("##pace", paceText(playback.daysPerSecond).c_str());
  if (!open) tooltipWithKey(panel, "How fast the dates play", "play-speed");
  if (!open) return;
  for (const double pace : edit::kPlayPaces) {
    if (listEntry(paceText(pace), pace == playback.daysPerSecond)) {
      panel.run(fmt::format("play-speed {:g}", pace));
    }
  }
  ImGui::EndCombo();
}

std::string tipOf(const std::vector<scenario::TimelineEvent>& timeline, const DateTick& tick) {
  std::string tip;
  for (std::size_t i = 0; i < std::min(tick.count, kEventsInTip); ++i) {
    const scenario::TimelineEvent& event = timeline[tick.first + i];
    tip += fmt::format("{}{}  {}", i == 0 ? "" : "\n", scene::shortDate(event.date), event.text);
  }
  if (tick.count > kEventsInTip) tip += fmt::format("\nand {} more", tick.count - kEventsInTip);
  return tip;
}

void drawSlider(const Panel& panel, const scenario::DaySpan& span, int today) {
  const float unit = panel.unit;
  const float knob = 7.0F * unit;
  const float width = std::max(ImGui::GetContentRegionAvail().x, 4.0F * knob);
  const float height = 34.0F * unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton("##date slider", {width, height});
  const bool pointed = ImGui::IsItemHovered();
  const bool held = ImGui::IsItemActive();

  const float left = corner.x + knob;
  const float length = width - 2.0F * knob;
  const float railY = corner.y + 11.0F * unit;
  const auto xOf = [&](int day) { return left + length * static_cast<float>(shareOfSpan(span, day)); };
  const double pointerShare = static_cast<double>((ImGui::GetIO().MousePos.x - left) / length);
  if (held) {
    const int wanted = dayAtShare(span, pointerShare);
    if (wanted != today) panel.run("date " + isoDay(wanted));
  }

  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 rail = ImGui::GetColorU32(ImGuiCol_FrameBg);
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  const ImU32 accent = withAlpha(linkColor(), 1.0F);
  const float half = 2.0F * unit;
  list.AddRectFilled({left, railY - half}, {left + length, railY + half}, rail, half);
  list.AddRectFilled({left, railY - half}, {xOf(today), railY + half}, withAlpha(linkColor(), 0.55F), half);

  const auto& timeline = panel.view.workspace.timeline();
  const std::vector<DateTick> ticks =
      dateTicks(timeline, span, static_cast<double>(length), static_cast<double>(3.0F * unit));
  const DateTick* nearest = nullptr;
  double nearestPixels = static_cast<double>(5.0F * unit);
  for (const DateTick& tick : ticks) {
    const double away = std::abs(pointerShare * static_cast<double>(length) - tick.xPixels);
    if (pointed && !held && away < nearestPixels) {
      nearest = &tick;
      nearestPixels = away;
    }
  }
  for (const DateTick& tick : ticks) {
    const float x = std::round(left + static_cast<float>(tick.xPixels));
    const float tall = std::min(5.0F + 2.0F * static_cast<float>(tick.count), 11.0F) * unit;
    const ImU32 color = &tick == nearest ? accent : ImGui::GetColorU32(ImGuiCol_TextDisabled);
    list.AddLine({x, railY + 9.0F * unit}, {x, railY + 9.0F * unit + tall}, color,
                 std::max(1.0F, std::round(1.5F * unit)));
  }
  list.AddCircleFilled({xOf(today), railY}, held || pointed ? knob : 0.86F * knob, accent);
  list.AddCircle({xOf(today), railY}, held || pointed ? knob : 0.86F * knob, ink, 0, std::max(1.0F, unit));

  if (held) return;
  if (nearest) {
    tooltipWithKey(panel, tipOf(timeline, *nearest));
  } else {
    const scenario::Date here = scenario::Date::fromDay(dayAtShare(span, pointerShare));
    tooltipWithKey(panel, "Drag to another date; here: " + scene::shortDate(here), "date");
  }
}

void drawSpanEnds(const Panel& panel, const scenario::DaySpan& span) {
  const FontScope small(panel.fonts.small);
  const std::string first = scene::shortDate(scenario::Date::fromDay(span.firstDay));
  const std::string last = scene::shortDate(scenario::Date::fromDay(span.lastDay));
  const float room = ImGui::GetContentRegionAvail().x;
  const float start = ImGui::GetCursorPosX();
  softText(first);
  ImGui::SameLine(start + room - ImGui::CalcTextSize(last.c_str()).x);
  softText(last);
}

void drawEvents(const Panel& panel, int today) {
  const auto& timeline = panel.view.workspace.timeline();
  const EventRange range = eventsNear(timeline, today, kListedBefore, kListedAfter);
  const FontScope small(panel.fonts.small);
  const float column =
      std::min(ImGui::CalcTextSize("30 Sep 2025").x + 14.0F * panel.unit, 0.42F * ImGui::GetContentRegionAvail().x);
  for (std::size_t i = range.first; i < range.first + range.count; ++i) {
    const scenario::TimelineEvent& event = timeline[i];
    const bool begun = event.date.firstDay() <= today;
    ImGui::PushID(static_cast<int>(i));
    const float start = ImGui::GetCursorPosX();
    if (ImGui::Selectable("##event", event.date.firstDay() == today))
      panel.run("date " + isoDay(event.date.firstDay()));
    tooltipWithKey(panel, event.text);
    ImGui::SameLine(start + 4.0F * panel.unit);
    softText(scene::shortDate(event.date));
    ImGui::SameLine(start + column);
    if (!begun) ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetColorU32(ImGuiCol_TextDisabled));
    const std::string shown = cutToFit(event.text, ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    if (!begun) ImGui::PopStyleColor();
    ImGui::PopID();
  }
}

}  // namespace

void drawDateSection(const Panel& panel) {
  const edit::Workspace& workspace = panel.view.workspace;
  const scenario::Date date = workspace.date();
  const bool open = sectionHeading(panel, "Date", scene::shortDate(date));
  if (!open) return;
  ImGui::PushID("date");
  drawLargeDate(panel, date);
  const int today = date.lastDay();
  const auto& span = workspace.span();
  if (span && span->lastDay > span->firstDay) {
    drawSlider(panel, *span, today);
    drawSpanEnds(panel, *span);
    drawButtons(panel);
  } else {
    wrappedSoftText(panel, "Nothing in this scenario changes with the date.");
  }
  if (!workspace.timeline().empty()) drawEvents(panel, today);
  ImGui::Spacing();
  ImGui::PopID();
}

}  // namespace cordon::ui
