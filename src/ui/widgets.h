#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "typography/drawing.h"
#include "ui/panel.h"

/// Small parts that panels, menus and dialogs share. All colours come from the ImGui style, all lengths from the font
/// and from Panel::unit. Called between ImGui::NewFrame() and ImGui::Render().
namespace cordon::ui {

/// Sets text in a face while it lives.
class FontScope {
 public:
  explicit FontScope(ImFont* font);
  ~FontScope();
  FontScope(const FontScope&) = delete;
  FontScope& operator=(const FontScope&) = delete;
};

/// The style's colour for links and for what is chosen, moved towards the text's colour until it reads.
ImVec4 linkColor();
/// The colour of a message: the text's own for a note.
ImVec4 severityColor(Severity severity);
ImU32 withAlpha(const ImVec4& color, float alpha);

/// Text in the style's colour for what is secondary: one line, or wrapped at the window's edge.
void softText(std::string_view text);
void wrappedText(std::string_view text);
void wrappedSoftText(const Panel& panel, std::string_view text);  ///< in the small face

/// The part of a text that fits a width (pixels, of the present face), with an ellipsis where it was cut.
std::string cutToFit(std::string_view text, float width);
/// One line that is cut where it does not fit `width`; the whole is shown when it is pointed at.
void cutText(const Panel& panel, const std::string& text, float width);

/// Text with a soft label before it, in the two columns that all such rows share; the text wraps.
void fact(const Panel& panel, std::string_view label, std::string_view text);
/// The label alone; the next item, a text or a link, stands in the second column.
void factLabel(const Panel& panel, std::string_view label);
/// The label of a row as high as a frame; the next item stands in the second column and takes its width.
void rowLabel(const Panel& panel, std::string_view label);

/// Shows a tip while the last item is pointed at, with the keys that call `command`, where it has any.
void tooltipWithKey(const Panel& panel, std::string_view text, std::string_view command = {});
/// The keys of a command for a reader: "Ctrl+Shift+Z or Ctrl+Y"; empty where it has none.
std::string keysOf(const edit::CommandTable& commands, std::string_view command);

/// Text that is clicked, wrapped at the window's edge. Returns whether it was clicked.
bool linkText(const std::string& text, const char* id);

/// A button without a frame until it is pointed at.
bool quietButton(const Panel& panel, const char* label, std::string_view tip, std::string_view command = {});

/// Signs of buttons, drawn as lines so that no font is needed.
enum class Glyph { Previous, Next, Play, Pause, Remove, Add, FlyTo, Opened, Closed };
void drawGlyph(ImDrawList& list, Glyph glyph, ImVec2 centre, float radius, ImU32 color);
/// A square button, as high as a frame, that shows a glyph.
bool glyphButton(const Panel& panel, const char* id, Glyph glyph, std::string_view tip, std::string_view command = {});
float glyphButtonWidth();

/// One of few choices.
struct Choice {
  std::string label;
  std::string tip;
};
/// An entry of an open list. The keyboard begins at the chosen one. Returns whether it was taken.
bool listEntry(const std::string& label, bool isChosen);
/// A row of buttons of which one is chosen; a list to open where they do not fit the width. Returns what was clicked.
std::optional<std::size_t> choiceRow(const Panel& panel, const char* id, const std::vector<Choice>& choices,
                                     std::size_t chosen, std::string_view command = {});

/// A number by a slider as wide as the next item may be. Returns the new value where it was moved.
std::optional<double> numberSlider(const char* id, double value, double least, double most, const char* format);

/// The heading of a part of the panel that opens and closes; `summary` stands at its right. Emits `section TITLE
/// open|closed` when clicked and returns whether the part is open (Preferences::closedSections).
bool sectionHeading(const Panel& panel, const std::string& title, const std::string& summary);

/// A colour of the map's for ImGui.
ImU32 toImGui(const typography::Color& color);

}  // namespace cordon::ui
