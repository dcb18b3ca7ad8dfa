#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/folder_list.h"
#include "ui/panel.h"

namespace cordon::ui {

/// Opens a scenario or chooses one to compare with, a file to import, names the file to save or export to, or chooses
/// the folder of pictures; while InterfaceState::FileDialog::purpose says which. Emits `open PATH`, `compare PATH`,
/// `import PATH ask`, `save PATH`, `export PATH [overwrite] [shown]` or `picture-folder PATH`.
class FileDialog {
 public:
  void draw(const Panel& panel);

  /// What stands in the folder that is shown.
  const FolderList& list() const { return list_; }

 private:
  void begin(const Panel& panel);
  void enter(const Panel& panel, const std::filesystem::path& folder);
  void update(const Panel& panel);
  void drawPlace(const Panel& panel);
  void drawText(const Panel& panel);
  void drawRecent(const Panel& panel, float height);
  void drawList(const Panel& panel, float height);
  void drawKinds(const Panel& panel, bool isShort);
  void drawFoot(const Panel& panel);
  void handleKeys(const Panel& panel);
  void activate(const Panel& panel, std::size_t row);
  void accept(const Panel& panel);
  void finish(const Panel& panel, const std::string& line);

  FolderList list_;
  std::optional<FolderFilter> filter_;  ///< what shown_ answers to; nothing: another list
  std::vector<std::size_t> shown_;      ///< indices into list_
  std::string asksToOverwrite_;         ///< the file that exists; empty: no question
  std::string problem_;                 ///< why what was typed serves for nothing; empty: it has not been tried
  bool wantsFocus_ = false;
  bool scrolls_ = false;
  bool entered_ = false;   ///< Enter in the text's box, this frame
  bool wasEmpty_ = false;  ///< the text, before this frame's keys
};

}  // namespace cordon::ui
