#include "ui/pointer_marks.h"

#include <cmath>

#include "ui/map_style.h"

namespace cordon::ui {

namespace {

constexpr ImU32 kLaserGlow = IM_COL32(255, 30, 30, 255);
constexpr ImU32 kLaserCore = IM_COL32(255, 215, 205, 255);

ImVec2 inWindow(typography::Point p, ImVec2 origin) {
  return {static_cast<float>(p.x) + origin.x, static_cast<float>(p.y) + origin.y};
}

/// A disc that fades towards its rim, in one fan.
void drawSoftDisc(ImDrawList& list, ImVec2 centre, float radius, ImU32 color) {
  constexpr int kSides = 28;
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(3 * kSides, kSides + 1);
  const unsigned first = list._VtxCurrentIdx;
  for (unsigned i = 0; i < kSides; ++i) {
    for (const unsigned index : {first, first + 1 + i, first + 1 + (i + 1) % kSides}) {
      list.PrimWriteIdx(static_cast<ImDrawIdx>(index));
    }
  }
  list.PrimWriteVtx(centre, white, color);
  for (int i = 0; i < kSides; ++i) {
    const float angle = 6.2831853F * static_cast<float>(i) / kSides;
    list.PrimWriteVtx({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}, white,
                      faded(color, 0.0));
  }
}

}  // namespace

void drawDragBox(const Panel& panel, ImDrawList& list, ImVec2 origin) {
  const auto& box = panel.view.status.dragBox;
  if (!box) return;
  const ImVec2 a = inWindow({box->x, box->y}, origin);
  const ImVec2 b = inWindow({box->x + box->width, box->y + box->height}, origin);
  list.AddRectFilled(a, b, faded(kMapAccent, 0.16));
  list.AddRect(a, b, faded(kMapShade, 0.7), 0.0F, 0, 3.4F * panel.unit);
  list.AddRect(a, b, kMapAccent, 0.0F, 0, 1.6F * panel.unit);
}

bool drawLaser(const Panel& panel, ImDrawList& list, ImVec2 origin, LaserTrail& trail) {
  const double now = ImGui::GetTime();
  trail.update(panel.view.status.laser, now);
  const std::vector<LaserTrail::Mark> marks = trail.marks(now);
  for (std::size_t i = 1; i < marks.size(); ++i) {
    const double strength = marks[i].strength;
    const float width = (1.5F + 5.5F * static_cast<float>(strength)) * panel.unit;
    list.AddLine(inWindow(marks[i - 1].place, origin), inWindow(marks[i].place, origin),
                 faded(kLaserGlow, 0.55 * strength * strength), width);
  }
  if (const auto& laser = panel.view.status.laser) {
    const ImVec2 centre = inWindow(*laser, origin);
    drawSoftDisc(list, centre, 20.0F * panel.unit, faded(kLaserGlow, 0.75));
    list.AddCircleFilled(centre, 6.0F * panel.unit, kLaserGlow);
    list.AddCircleFilled(centre, 2.6F * panel.unit, kLaserCore);
  }
  return trail.isFading();
}

}  // namespace cordon::ui
