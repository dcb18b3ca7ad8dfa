#include "ui/keys_help.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/command_list.h"
#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

namespace {

struct Line {
  std::string keys;
  std::string what;
};

struct Block {
  std::string title;
  std::vector<Line> lines;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMouse{{
    {"Left drag", "Grab the ground"},
    {"Wheel, right drag", "Zoom to the cursor"},
    {"Middle drag, Ctrl drag", "Tilt and turn"},
    {"Double click", "Fly in"},
    {"Click", "Select; again: what lies below"},
    {"Shift click", "Add to the selection"},
    {"Shift drag", "Select in a box"},
    {"Escape", "One step back"},
    {"Drop a file", "Open it"},
}};

constexpr float kColumnUnits = 330.0F;
constexpr float kKeysShare = 0.47F;

std::vector<Block> blocksOf(const edit::CommandTable& commands) {
  Block mouse{"Mouse", {}};
  for (const auto& [keys, what] : kMouse) mouse.lines.push_back({std::string(keys), std::string(what)});
  std::vector<Block> blocks{std::move(mouse)};
  for (const std::string& group : orderedGroups(commands)) {
    Block block{group, {}};
    for (const edit::Command& command : commands.commands()) {
      if (command.group == group && !command.chords.empty()) {
        block.lines.push_back({keysOf(commands, command.name), command.title});
      }
    }
    if (!block.lines.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

/// Parts blocks into columns of about one height, in their order: the index of each column's first block.
std::vector<std::size_t> columnsOf(const std::vector<Block>& blocks, std::size_t columnCount) {
  constexpr std::size_t kHeadingLines = 2;
  std::size_t total = 0;
  for (const Block& block : blocks) total += block.lines.size() + kHeadingLines;
  std::vector<std::size_t> firsts{0};
  std::size_t before = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t middle = before + (blocks[i].lines.size() + kHeadingLines) / 2;
    const std::size_t column = std::min(middle * columnCount / std::max<std::size_t>(total, 1), columnCount - 1);
    if (column >= firsts.size() && i > firsts.back()) firsts.push_back(i);
    before += blocks[i].lines.size() + kHeadingLines;
  }
  return firsts;
}

void drawBlock(const Panel& panel, const Block& block, float width) {
  dialogHeading(panel, block.title);
  for (const Line& line : block.lines) {
    cutText(panel, line.keys, kKeysShare * width - 8.0F * panel.unit);
    ImGui::SameLine(kKeysShare * width);
    softText(cutToFit(line.what, (1.0F - kKeysShare) * width));
  }
}

}  // namespace

void drawKeysHelp(const Panel& panel) {
  if (!panel.state.showsKeys) return;
  const std::vector<Block> blocks = blocksOf(panel.view.commands);
  const DialogScope dialog(panel, "Keys and mouse", panel.state.showsKeys, 3.0F * kColumnUnits + 64.0F, 640.0F);
  if (!dialog) return;
  const float room = ImGui::GetContentRegionAvail().x;
  const auto fitting = static_cast<std::size_t>(std::max(room / (0.9F * kColumnUnits * panel.unit), 1.0F));
  const std::vector<std::size_t> firsts = columnsOf(blocks, std::min<std::size_t>(fitting, 4));
  const float gap = 20.0F * panel.unit;
  const float count = static_cast<float>(firsts.size());
  const float width = std::max((room - gap * (count - 1.0F)) / count, 1.0F);
  const ImVec2 corner = ImGui::GetCursorPos();
  for (std::size_t column = 0; column < firsts.size(); ++column) {
    ImGui::SetCursorPos({corner.x + static_cast<float>(column) * (width + gap), corner.y});
    ImGui::BeginGroup();
    const std::size_t end = column + 1 < firsts.size() ? firsts[column + 1] : blocks.size();
    for (std::size_t i = firsts[column]; i < end; ++i) drawBlock(panel, blocks[i], width);
    ImGui::EndGroup();
  }
  // The character of the key that opened the window comes with its first frame.
  if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) || ImGui::IsWindowAppearing()) return;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    if (c == 'h' || c == 'H' || c == '?') panel.state.showsKeys = false;
  }
}

}  // namespace cordon::ui
