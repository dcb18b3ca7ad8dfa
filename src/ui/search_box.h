#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "typography/drawing.h"
#include "ui/panel.h"
#include "ui/place_search.h"

namespace cordon::ui {

/// The box in the menu bar in which places, sites, systems, views and positions are looked for.
class SearchBox {
 public:
  /// The box itself, at the cursor of the present window. `width` in pixels.
  void drawBox(const Panel& panel, float width);
  /// What was found, below the box, over everything; between windows.
  void drawResults(const Panel& panel);

 private:
  void update(const Panel& panel);
  void take(const Panel& panel, std::size_t index);

  std::shared_ptr<const scenario::Document> document_;  ///< what index_ was made of
  std::string language_;
  PlaceIndex index_;
  std::string text_;  ///< what results_ answer to
  std::vector<SearchResult> results_;
  typography::Rect box_;
  bool isTyping_ = false;
  bool isPointedAt_ = false;
  bool isUnanswered_ =
      false;  ///< Enter found nothing to go to: what is wrong stays in view, and the box gets the keyboard
};

}  // namespace cordon::ui
