#pragma once

#include <cstdint>
#include <optional>

#include "typography/drawing.h"
#include "ui/panel.h"

namespace cordon::ui {

/// The line at the window's foot: what lies under the pointer, what is loading, and what the program has to say.
class StatusBar {
 public:
  void draw(const Panel& panel, const typography::Rect& place);

 private:
  void follow(const Panel& panel, const typography::Rect& place);
  void drawPosition(const Panel& panel, float width);
  void drawGround(const Panel& panel, float room);
  void drawMessage(const Panel& panel, float width);

  std::optional<geo::LatLon> position_;  ///< that is pointed at, or was before the pointer came down to the bar
  std::uint64_t lastMessage_ = 0;
  std::optional<edit::Message> message_;  ///< shown just now
  double messageSeconds_ = 0.0;           ///< for which it will be shown yet
};

}  // namespace cordon::ui
