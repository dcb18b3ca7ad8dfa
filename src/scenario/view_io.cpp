#include "scenario/members.h"
#include "scenario/parts.h"

namespace cordon::scenario {

namespace {

const auto& viewMembers() {
  static const TextListCodec layers{&layerNames(), true};
  static const std::tuple table{Member{"id", &View::id, TextCodec{}}, Member{"name", &View::name, TextCodec{}},
                                Member{"date", &View::date, DateCodec{}}, Member{"layers", &View::layers, layers}};
  return table;
}

const auto& cameraMembers() {
  static const std::tuple table{Member{"lat", &CameraView::latDegrees, NumberCodec{-90.0, 90.0}},
                                Member{"lon", &CameraView::lonDegrees, NumberCodec{-360.0, 360.0}},
                                Member{"range_km", &CameraView::rangeKm, NumberCodec{kLeastCameraKm, kMostCameraKm}},
                                Member{"heading", &CameraView::headingDegrees, NumberCodec{-360.0, 360.0}},
                                Member{"tilt", &CameraView::tiltDegrees, NumberCodec{0.0, 90.0, false, true}}};
  return table;
}

std::optional<ExtentView> readExtent(const Json& json, const Place& place, ReadContext& context) {
  if (!json.is_array() || json.size() != 4) {
    context.error(place, "An extent has four numbers.", "Write [west, south, east, north] in degrees.");
    return std::nullopt;
  }
  const NumberCodec longitude{-360.0, 360.0};
  const NumberCodec latitude{-90.0, 90.0};
  const auto west = longitude.decode(json[0], place.item(0), context);
  const auto south = latitude.decode(json[1], place.item(1), context);
  const auto east = longitude.decode(json[2], place.item(2), context);
  const auto north = latitude.decode(json[3], place.item(3), context);
  if (!west || !south || !east || !north) return std::nullopt;
  if (*north - *south < kLeastExtentDegrees || *west == *east) {
    context.error(place, "The extent is empty.", "Write [west, south, east, north] in degrees.");
    return std::nullopt;
  }
  return ExtentView{*west, *south, *east, *north};
}

Json writeExtent(const ExtentView& extent) {
  const NumberCodec codec;
  return Json::array({codec.encode(extent.westDegrees), codec.encode(extent.southDegrees),
                      codec.encode(extent.eastDegrees), codec.encode(extent.northDegrees)});
}

}  // namespace

View readView(const Json& object, const Place& place, ReadContext& context) {
  View view;
  view.origin = context.originOf(object);
  readMembers(viewMembers(), object, view, place, context, {"camera", "extent"});
  if (view.id.empty()) context.error(place, "The view has no \"id\".", "Give it a short name for `--view`.");
  const auto camera = object.find("camera");
  const auto extent = object.find("extent");
  const bool hasCamera = camera != object.end();
  const bool hasExtent = extent != object.end();
  if (hasCamera == hasExtent) {
    context.error(place,
                  hasCamera ? "The view has a \"camera\" and an \"extent\"." : "The view says not where to look.",
                  "Give either \"camera\" or \"extent\".");
    return view;
  }
  if (hasExtent) {
    const auto read = readExtent(*extent, place.member("extent"), context);
    if (read) view.frame = *read;
    return view;
  }
  const Place at = place.member("camera");
  if (!requireType(*camera, camera->is_object(), "an object with lat, lon and range_km", at, context)) return view;
  for (const char* name : {"lat", "lon", "range_km"}) {
    if (!camera->contains(name)) context.error(at, fmt::format("The camera has no \"{}\".", name));
  }
  CameraView frame;
  readMembers(cameraMembers(), *camera, frame, at, context);
  view.frame = frame;
  return view;
}

Json writeView(const View& view) {
  const bool isNew = view.origin.json() == nullptr;
  Json object = isNew ? Json::object() : *view.origin.json();
  ReadContext ignored("", nullptr);
  const View original = isNew ? View{} : readView(object, Place(), ignored);
  writeMembers(viewMembers(), view, original, View{}, object);
  if (!isNew && view.frame == original.frame) return object;
  if (const auto* extent = std::get_if<ExtentView>(&view.frame)) {
    object.erase("camera");
    object["extent"] = writeExtent(*extent);
    return object;
  }
  object.erase("extent");
  Json& camera = object["camera"];
  if (!camera.is_object()) camera = Json::object();
  const CameraView& frame = std::get<CameraView>(view.frame);
  const auto* before = std::get_if<CameraView>(&original.frame);
  writeMembers(cameraMembers(), frame, !isNew && before ? *before : CameraView{}, CameraView{}, camera);
  // These say where to look: they stand there even where they have their defaults.
  camera["lat"] = NumberCodec{}.encode(frame.latDegrees);
  camera["lon"] = NumberCodec{}.encode(frame.lonDegrees);
  camera["range_km"] = NumberCodec{}.encode(frame.rangeKm);
  return object;
}

}  // namespace cordon::scenario
