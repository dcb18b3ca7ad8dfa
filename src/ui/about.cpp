#include "ui/about.h"

#include <imgui.h>

#include "ui/dialog.h"
#include "ui/widgets.h"

namespace cordon::ui {

void drawAbout(const Panel& panel) {
  if (!panel.state.showsAbout) return;
  const DialogScope dialog(panel, "About Cordon", panel.state.showsAbout, 480.0F, 330.0F);
  if (!dialog) return;
  {
    const FontScope title(panel.fonts.title);
    ImGui::TextUnformatted("Cordon " CORDON_VERSION);
  }
  wrappedText(
      "Shows where publicly reported missile systems stand and how far they reach. Every ring is a true geodesic "
      "circle "
      "on WGS84, and every radius, date and position carries its source.");
  dialogHeading(panel, "Data");
  wrappedText(
      "Relief: ETOPO5. Coasts, rivers and borders: GSHHG and DCW. Names, straits and limits: the program's own, each "
      "with its source. Type: Noto Sans, SIL Open Font License.");
  wrappedSoftText(panel,
                  "Licences and sources stand beside the data: geodata/SOURCES.md, assets/fonts/SOURCES.md and "
                  "assets/licences.");
  dialogHeading(panel, "Made with");
  wrappedText("OpenSceneGraph, PROJ, GeographicLib, GDAL, Pango and Cairo, GLFW, Dear ImGui " IMGUI_VERSION ".");
}

}  // namespace cordon::ui
