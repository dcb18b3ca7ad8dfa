#include "scenario/words.h"

namespace cordon::scenario {

template <>
const std::vector<Word<Role>>& words<Role>() {
  static const std::vector<Word<Role>> table{{"coastal_defence", Role::CoastalDefence},
                                             {"air_defence", Role::AirDefence},
                                             {"ballistic", Role::Ballistic},
                                             {"naval", Role::Naval},
                                             {"land_attack", Role::LandAttack}};
  return table;
}

template <>
const std::vector<Word<Bound>>& words<Bound>() {
  static const std::vector<Word<Bound>> table{
      {"exact", Bound::Exact}, {"at_least", Bound::AtLeast}, {"at_most", Bound::AtMost}, {"span", Bound::Span}};
  return table;
}

template <>
const std::vector<Word<Target>>& words<Target>() {
  static const std::vector<Word<Target>> table{{"sea", Target::Sea}, {"land", Target::Land}, {"air", Target::Air}};
  return table;
}

template <>
const std::vector<Word<Status>>& words<Status>() {
  static const std::vector<Word<Status>> table{
      {"deployed", Status::Deployed}, {"planned", Status::Planned},     {"reported", Status::Reported},
      {"exercise", Status::Exercise}, {"withdrawn", Status::Withdrawn}, {"hypothetical", Status::Hypothetical}};
  return table;
}

template <>
const std::vector<Word<Confidence>>& words<Confidence>() {
  static const std::vector<Word<Confidence>> table{
      {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low}};
  return table;
}

template <>
const std::vector<Word<FeatureKind>>& words<FeatureKind>() {
  static const std::vector<Word<FeatureKind>> table{{"site", FeatureKind::Site},
                                                    {"area", FeatureKind::Area},
                                                    {"line", FeatureKind::Line},
                                                    {"track", FeatureKind::Track},
                                                    {"note", FeatureKind::Note}};
  return table;
}

template <>
const std::vector<Word<Hatch>>& words<Hatch>() {
  static const std::vector<Word<Hatch>> table{
      {"none", Hatch::None}, {"diagonal", Hatch::Diagonal}, {"cross", Hatch::Cross}};
  return table;
}

const std::vector<std::string>& layerNames() {
  static const std::vector<std::string> names{"relief", "coast", "lakes", "rivers", "borders", "graticule", "places",
                                              "areas",  "lines", "sites", "rings",  "labels",  "furniture"};
  return names;
}

}  // namespace cordon::scenario
