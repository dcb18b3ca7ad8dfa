#include "ui/messages_window.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "ui/dialog.h"
#include "ui/widgets.h"
#include "ui/wording.h"

namespace cordon::ui {

namespace {

constexpr std::size_t kMostProblems = 300;

void drawMark(const Panel& panel, Severity severity) {
  const float line = ImGui::GetTextLineHeight();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const ImU32 color = severity == Severity::Note ? ImGui::GetColorU32(ImGuiCol_TextDisabled)
                                                 : ImGui::GetColorU32(severityColor(severity));
  ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + 5.0F * panel.unit, corner.y + 0.5F * line}, 3.5F * panel.unit,
                                              color);
  ImGui::Dummy({12.0F * panel.unit, line});
  ImGui::SameLine();
}

void drawProblems(const Panel& panel, const Diagnostics& problems) {
  const std::size_t shown = std::min(problems.size(), kMostProblems);
  for (std::size_t i = 0; i < shown; ++i) {
    drawMark(panel, problems[i].severity);
    ImGui::BeginGroup();
    wrappedText(problems[i].message);
    std::string where = problems[i].pointer.empty() ? problems[i].file : "at " + problems[i].pointer;
    if (problems[i].position) where = "line " + std::to_string(problems[i].position->line);
    if (!problems[i].mend.empty()) where += (where.empty() ? "" : " · ") + problems[i].mend;
    if (!where.empty()) wrappedSoftText(panel, where);
    ImGui::EndGroup();
  }
  if (problems.size() <= shown) return;
  wrappedSoftText(panel,
                  "… and " + counted(problems.size() - shown, "other", "others") + ". cordon check lists them all.");
}

}  // namespace

void drawMessagesWindow(const Panel& panel, const Diagnostics& ownProblems) {
  if (!panel.state.showsMessages) return;
  const DialogScope dialog(panel, "Messages", panel.state.showsMessages, 620.0F, 440.0F);
  if (!dialog) return;
  const edit::Workspace& workspace = panel.view.workspace;
  if (!workspace.problems().empty()) {
    dialogHeading(panel, "In " + workspace.name());
    drawProblems(panel, workspace.problems());
  }
  if (!ownProblems.empty()) {
    dialogHeading(panel, "In the program's installation");
    drawProblems(panel, ownProblems);
  }
  dialogHeading(panel, "Messages, the latest first");
  const auto& messages = workspace.messages();
  if (messages.empty()) softText("None yet.");
  for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
    drawMark(panel, message->severity);
    wrappedText(message->text);
  }
}

}  // namespace cordon::ui
