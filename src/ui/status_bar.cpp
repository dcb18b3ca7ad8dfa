#include "ui/status_bar.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr double kNoteSeconds = 8.0;
constexpr double kErrorSeconds = 20.0;
/// A window at rest draws no frames: a message counts as seen for so long at most between two.
constexpr double kMostSecondsAFrame = 0.25;

const char* widestPosition(geo::CoordinateFormat format) {
  if (format == geo::CoordinateFormat::DecimalDegrees) return "48.8888°N 148.8888°W";
  if (format == geo::CoordinateFormat::DegreesMinutesSeconds) return "48°48′48.8″N 148°48′48.8″W";
  return "58WMM 88888 88888";
}

constexpr const char* kNoRing = "No ring as drawn reaches it";

std::string ringsText(std::size_t count) {
  return count == 0 ? kNoRing : counted(count, "ring reaches it", "rings reach it");
}

/// "Height 512 m", "Depth 3210 m".
std::string elevationText(double elevationMeters) {
  const bool isDepth = elevationMeters < -0.5;
  return (isDepth ? "Depth " : "Height ") +
         fmt::format("{} m", static_cast<long>(std::lround(std::abs(elevationMeters))));
}

std::string loadingText(const MapStatus& status) {
  return status.loadingText.empty() ? "loading" : status.loadingText;
}

void drawProgress(const Panel& panel, float width, double share) {
  const float line = ImGui::GetFrameHeight();
  const float thick = std::round(5.0F * panel.unit);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float top = std::round(corner.y + 0.5F * (line - thick));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float done = width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  list.AddRectFilled({corner.x, top}, {corner.x + width, top + thick}, ImGui::GetColorU32(ImGuiCol_FrameBgHovered),
                     0.5F * thick);
  list.AddRectFilled({corner.x, top}, {corner.x + done, top + thick}, ImGui::GetColorU32(ImGuiCol_PlotHistogram),
                     0.5F * thick);
  ImGui::Dummy({width, line});
}

}  // namespace

void StatusBar::follow(const Panel& panel, const typography::Rect& place) {
  const MapStatus& status = panel.view.status;
  // On the bar itself the pointer is on its way to copy the position.
  const auto pointerY = static_cast<double>(ImGui::GetIO().MousePos.y);
  const bool isOnBar = pointerY >= place.y && pointerY < place.y + place.height;
  if (status.cursor || !isOnBar) position_ = status.cursor;
  messageSeconds_ -= std::min(static_cast<double>(ImGui::GetIO().DeltaTime), kMostSecondsAFrame);
  const bool isDismissed = std::exchange(panel.state.dismissesMessage, false) && message_;
  if (messageSeconds_ <= 0.0 || (isDismissed && message_->severity != Severity::Note)) message_.reset();
  const auto& messages = panel.view.workspace.messages();
  if (!messages.empty() && messages.back().number != lastMessage_) {
    lastMessage_ = messages.back().number;
    message_ = messages.back();
    messageSeconds_ = message_->severity == Severity::Error ? kErrorSeconds : kNoteSeconds;
  }
}

void StatusBar::drawPosition(const Panel& panel, float width) {
  const std::string text =
      position_ ? positionText(*position_, panel.view.preferences.coordinateFormat) : "Point at the map";
  const bool isLive = panel.view.status.cursor.has_value();
  ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0.0F, 0.0F, 0.0F, 0.0F));
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(isLive ? ImGuiCol_Text : ImGuiCol_TextDisabled));
  ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0.0F, 0.5F});
  const bool clicked = ImGui::Button((text + "###position").c_str(), {width, 0.0F});
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  tooltipWithKey(panel, "Copy this position");
  if (clicked && position_) panel.run("copy " + edit::quoted(text));
}

void StatusBar::drawGround(const Panel& panel, float room) {
  const MapStatus& status = panel.view.status;
  const auto field = [&](const std::string& text, const char* widest) {
    const float width = std::max(ImGui::CalcTextSize(widest).x, ImGui::CalcTextSize(text.c_str()).x);
    if (width > room) return;
    room -= width + ImGui::GetStyle().ItemSpacing.x;
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    softText(text);
    ImGui::SameLine(left + width + 2.0F * ImGui::GetStyle().ItemSpacing.x);
  };
  field(status.elevationMeters ? elevationText(*status.elevationMeters) : " ", "Height 8888 m");
  field(status.reachingRings ? ringsText(*status.reachingRings) : " ", kNoRing);
}

void StatusBar::drawMessage(const Panel& panel, float width) {
  if (!message_ || width < 60.0F * panel.unit) return;
  const float radius = 4.0F * panel.unit;
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  const float textLeft = 3.5F * radius;
  const float cross = std::round(0.8F * height);
  const std::string text = cutToFit(message_->text, width - textLeft - cross);
  const float textWidth = ImGui::CalcTextSize(text.c_str()).x;
  const bool clicked = ImGui::InvisibleButton("##message", {textLeft + textWidth, height});
  const bool isPointedAt = ImGui::IsItemHovered();
  if (isPointedAt) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  tooltipWithKey(panel, text == message_->text ? "Show all messages" : message_->text, "messages");
  ImGui::SameLine(0.0F, 0.0F);
  const bool dismissed = ImGui::InvisibleButton("##dismiss", {cross, height});
  const bool isCrossPointedAt = ImGui::IsItemHovered();
  const ImVec2 middle(0.5F * (ImGui::GetItemRectMin().x + ImGui::GetItemRectMax().x), corner.y + 0.5F * height);
  tooltipWithKey(panel, "Dismiss (Escape); Help, Messages keeps it");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 color = message_->severity == Severity::Note ? ImGui::GetColorU32(ImGuiCol_CheckMark)
                                                           : ImGui::GetColorU32(severityColor(message_->severity));
  list.AddCircleFilled({corner.x + radius, corner.y + 0.5F * height}, radius, color);
  list.AddText({corner.x + textLeft, corner.y + ImGui::GetStyle().FramePadding.y}, ImGui::GetColorU32(ImGuiCol_Text),
               text.c_str());
  const ImU32 ink = ImGui::GetColorU32(isCrossPointedAt ? ImGuiCol_Text : ImGuiCol_TextDisabled);
  const float line = std::max(1.0F, 1.3F * panel.unit);
  list.AddLine({middle.x - radius, middle.y - radius}, {middle.x + radius, middle.y + radius}, ink, line);
  list.AddLine({middle.x - radius, middle.y + radius}, {middle.x + radius, middle.y - radius}, ink, line);
  if (isPointedAt || isCrossPointedAt) messageSeconds_ = std::max(messageSeconds_, 2.0);
  if (clicked) panel.run("messages");
  if (clicked || dismissed) message_.reset();
}

void StatusBar::draw(const Panel& panel, const typography::Rect& place) {
  follow(panel, place);
  if (place.height <= 0.0) return;
  const float unit = panel.unit;
  const float width = static_cast<float>(place.width);
  const float height = static_cast<float>(place.height);
  ImGui::SetNextWindowPos({static_cast<float>(place.x), static_cast<float>(place.y)});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {8.0F * unit, 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetStyleColorVec4(ImGuiCol_MenuBarBg));
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;
  const bool visible = ImGui::Begin("##status bar", nullptr, kFlags);
  ImGui::PopStyleVar(3);
  if (visible) {
    const MapStatus& status = panel.view.status;
    const float padding = ImGui::GetStyle().FramePadding.x;
    const float gap = 2.0F * ImGui::GetStyle().ItemSpacing.x;
    ImGui::SetCursorPosY(std::floor(0.5F * (height - ImGui::GetFrameHeight())));
    const float top = ImGui::GetCursorPosY();

    float right = width - padding;
    const std::string eye = "Eye " + scene::lengthText(status.cameraHeightMeters, panel.view.preferences.lengthUnit);
    const float eyeWidth = std::max(ImGui::CalcTextSize("Eye 88 888 km").x, ImGui::CalcTextSize(eye.c_str()).x);
    const bool showsEye = width > 520.0F * unit;
    const bool isLoading = status.loadedShare < 1.0 || !status.loadingText.empty();
    const std::string loading = loadingText(status);
    const float barWidth = 70.0F * unit;
    const float loadingWidth = ImGui::CalcTextSize(loading.c_str()).x + barWidth + 8.0F * unit;
    const bool showsLoading = isLoading && width > 360.0F * unit;
    if (showsEye) right -= eyeWidth + gap;
    const float loadingLeft = right - loadingWidth;
    if (showsLoading) right = loadingLeft - gap;

    const float positionWidth =
        ImGui::CalcTextSize(widestPosition(panel.view.preferences.coordinateFormat)).x + 2.0F * padding;
    drawPosition(panel, std::max(std::min(positionWidth, right - ImGui::GetCursorPosX()), 1.0F));
    ImGui::SameLine();
    drawGround(panel, std::min(0.62F * width, right) - ImGui::GetCursorPosX());
    drawMessage(panel, right - ImGui::GetCursorPosX());
    if (showsLoading) {
      ImGui::SetCursorPos({loadingLeft, top});
      drawProgress(panel, barWidth, status.loadedShare);
      ImGui::SameLine();
      ImGui::AlignTextToFramePadding();
      softText(loading);
    }
    if (showsEye) {
      ImGui::SetCursorPos({width - padding - ImGui::CalcTextSize(eye.c_str()).x, top});
      ImGui::AlignTextToFramePadding();
      softText(eye);
      tooltipWithKey(panel, "The eye's height above the ellipsoid");
    }
  }
  ImGui::End();
  ImGui::PopStyleColor();
}

}  // namespace cordon::ui
