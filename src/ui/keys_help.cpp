#include "ui/keys_help.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/column_balance.h"
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

constexpr float kColumnUnits = 345.0F;
constexpr float kLeastColumnUnits = 260.0F;
constexpr float kGapUnits = 22.0F;
constexpr float kRowGapUnits = 2.5F;
constexpr float kHeadingGapUnits = 7.0F;
constexpr std::size_t kMostColumns = 4;

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

/// How the blocks stand in columns, pixels.
struct Columns {
  std::size_t count = 1;
  std::vector<std::size_t> columnOf;  ///< each block's
  float width = 0.0F;
  float keysWidth = 0.0F;
  float height = 0.0F;  ///< of the highest
};

float rowHeight(const Line& line, const Columns& columns) {
  const float wrap = std::max(columns.width - columns.keysWidth, 1.0F);
  return std::max(ImGui::GetTextLineHeight(), ImGui::CalcTextSize(line.what.c_str(), nullptr, false, wrap).y);
}

float blockHeight(const Panel& panel, const Block& block, const Columns& columns) {
  float height = panel.fonts.bold->FontSize + (kHeadingGapUnits + 2.0F * kRowGapUnits) * panel.unit;
  for (const Line& line : block.lines) height += rowHeight(line, columns) + kRowGapUnits * panel.unit;
  return height;
}

Columns layOut(const Panel& panel, const std::vector<Block>& blocks, float room, std::size_t count) {
  Columns columns;
  const float gaps = kGapUnits * panel.unit * static_cast<float>(count - 1);
  columns.width = std::max((room - gaps) / static_cast<float>(count), 1.0F);
  for (const Block& block : blocks) {
    for (const Line& line : block.lines) {
      columns.keysWidth = std::max(columns.keysWidth, ImGui::CalcTextSize(line.keys.c_str()).x);
    }
  }
  columns.keysWidth = std::min(std::ceil(columns.keysWidth + 12.0F * panel.unit), 0.5F * columns.width);
  std::vector<float> heights;
  for (const Block& block : blocks) heights.push_back(blockHeight(panel, block, columns));
  columns.count = count;
  columns.columnOf = balancedColumns(heights, count);
  std::vector<float> filled(count, 0.0F);
  for (std::size_t i = 0; i < blocks.size(); ++i) filled[columns.columnOf[i]] += heights[i];
  columns.height = *std::max_element(filled.begin(), filled.end());
  return columns;
}

/// Columns that fit the window's size, so that nothing is scrolled, else as many as its width lets stand.
Columns layOutFor(const Panel& panel, const std::vector<Block>& blocks, ImVec2 room) {
  const auto fitting = static_cast<std::size_t>(
      std::max((room.x + kGapUnits * panel.unit) / ((kLeastColumnUnits + kGapUnits) * panel.unit), 1.0F));
  const std::size_t most = std::min(fitting, kMostColumns);
  for (std::size_t count = std::min<std::size_t>(3, most); count < most; ++count) {
    const float width = static_cast<float>(count) * (kColumnUnits + kGapUnits) * panel.unit;
    Columns columns = layOut(panel, blocks, std::min(room.x, width), count);
    if (columns.height <= room.y) return columns;
  }
  const float width = static_cast<float>(most) * (kColumnUnits + kGapUnits) * panel.unit;
  return layOut(panel, blocks, std::min(room.x, width), most);
}

void drawBlock(const Panel& panel, const Block& block, const Columns& columns, ImVec2 corner) {
  const float gap = kRowGapUnits * panel.unit;
  float y = corner.y + kHeadingGapUnits * panel.unit;
  ImGui::SetCursorPos({corner.x, y});
  {
    const FontScope bold(panel.fonts.bold);
    ImGui::TextUnformatted(block.title.c_str());
  }
  y += panel.fonts.bold->FontSize + 2.0F * gap;
  for (const Line& line : block.lines) {
    ImGui::SetCursorPos({corner.x, y});
    cutText(panel, line.keys, columns.keysWidth - 8.0F * panel.unit);
    ImGui::SetCursorPos({corner.x + columns.keysWidth, y});
    ImGui::PushTextWrapPos(corner.x + columns.width);
    softText(line.what);
    ImGui::PopTextWrapPos();
    y += rowHeight(line, columns) + gap;
  }
}

}  // namespace

void drawKeysHelp(const Panel& panel) {
  if (!panel.state.showsKeys) return;
  const std::vector<Block> blocks = blocksOf(panel.view.commands);
  const float unit = panel.unit;
  const ImGuiStyle& style = ImGui::GetStyle();
  const ImVec2 window = ImGui::GetMainViewport()->Size;
  // What a dialog has beside its content: padding, the scroll bar, the title, and the margin about it.
  const ImVec2 frame(2.0F * style.WindowPadding.x + style.ScrollbarSize,
                     2.0F * style.WindowPadding.y + ImGui::GetFrameHeight());
  const float margin = 16.0F * unit;
  const Columns columns = layOutFor(panel, blocks, {window.x - frame.x - margin, window.y - frame.y - margin});
  const auto count = static_cast<float>(columns.count);
  const float width = count * columns.width + (count - 1.0F) * kGapUnits * unit;
  const DialogScope dialog(panel, "Keys and mouse", panel.state.showsKeys, (width + frame.x) / unit,
                           std::ceil(columns.height + frame.y + 1.0F) / unit);
  if (!dialog) return;
  const ImVec2 corner = ImGui::GetCursorPos();
  std::vector<float> tops(columns.count, corner.y);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t column = columns.columnOf[i];
    const float left = corner.x + static_cast<float>(column) * (columns.width + kGapUnits * unit);
    drawBlock(panel, blocks[i], columns, {left, tops[column]});
    tops[column] += blockHeight(panel, blocks[i], columns);
  }
  // The character of the key that opened the window comes with its first frame.
  if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) || ImGui::IsWindowAppearing()) return;
  for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
    if (c == 'h' || c == 'H' || c == '?') panel.state.showsKeys = false;
  }
}

}  // namespace cordon::ui
