#include <concepts>

#include "scenario/change.h"
#include "scenario/json_text.h"

namespace cordon::scenario {

namespace {

/// What a red-black tree's node takes beside what it holds.
constexpr std::size_t kNodeBytes = 32;

// What values take beyond their own size: on the heap.
std::size_t heapBytes(const std::string& text) {
  return text.capacity() < sizeof(std::string) / 2 ? 0 : text.capacity() + 1;
}
std::size_t heapBytes(const std::optional<std::string>& text) {
  return text ? heapBytes(*text) : 0;
}
std::size_t heapBytes(const std::map<std::string, std::string>& texts) {
  std::size_t bytes = 0;
  for (const auto& [key, text] : texts)
    bytes += kNodeBytes + 2 * sizeof(std::string) + heapBytes(key) + heapBytes(text);
  return bytes;
}
std::size_t heapBytes(const Json& json) {
  if (json.is_string()) return sizeof(std::string) + heapBytes(json.get_ref<const std::string&>());
  if (!json.is_structured()) return 0;
  std::size_t bytes = sizeof(Json::array_t);
  for (auto it = json.begin(); it != json.end(); ++it) {
    bytes += sizeof(Json) + heapBytes(*it);
    if (json.is_object()) bytes += sizeof(std::string) + heapBytes(it.key());
  }
  return bytes;
}
std::size_t heapBytes(const Origin& origin) {
  return origin.json() ? sizeof(Json) + heapBytes(*origin.json()) : 0;
}
template <typename Value>
requires std::is_trivially_copyable_v<Value> std::size_t heapBytes(const Value& /*value*/) {
  return 0;
}
template <typename Item>
std::size_t heapBytes(const std::vector<Item>& items);

template <typename... Values>
std::size_t heapBytesOf(const Values&... values) {
  return (heapBytes(values) + ... + std::size_t{0});
}
std::size_t heapBytes(const RangeClaim& c) {
  return heapBytesOf(c.meaning, c.sources);
}
std::size_t heapBytes(const SystemAssignment& a) {
  return heapBytesOf(a.systemId, a.sources, a.remarks);
}
std::size_t heapBytes(const Polygon& p) {
  return heapBytes(p.rings);
}
std::size_t heapBytes(const Feature& f) {
  const std::size_t geometry = std::visit([](const auto& value) { return heapBytes(value); }, f.geometry);
  return geometry + heapBytesOf(f.id, f.name, f.names, f.altNames, f.systems, f.times, f.sources, f.text, f.remarks,
                                f.group, f.style.color, f.style.fill, f.style.dashPixels, f.origin);
}
std::size_t heapBytes(const System& s) {
  return heapBytesOf(s.id, s.name, s.names, s.designations, s.operatorName, s.color, s.symbol, s.ranges, s.remarks,
                     s.origin);
}
std::size_t heapBytes(const Source& s) {
  return heapBytesOf(s.id, s.title, s.publisher, s.url, s.remarks, s.origin);
}
std::size_t heapBytes(const View& v) {
  return heapBytesOf(v.id, v.name, v.layers, v.origin);
}

template <typename Item>
std::size_t heapBytes(const std::vector<Item>& items) {
  std::size_t bytes = items.capacity() * sizeof(Item);
  for (const Item& item : items) bytes += heapBytes(item);
  return bytes;
}

template <typename Part>
std::size_t listBytes(const ListChange<Part>& list) {
  std::size_t bytes = (list.removed.capacity() + list.added.capacity()) * sizeof(typename ListChange<Part>::Item);
  for (const auto& item : list.removed) bytes += heapBytes(item.part);
  for (const auto& item : list.added) bytes += heapBytes(item.part);
  return bytes;
}

std::size_t memberBytes(const Document& d) {
  return heapBytesOf(d.title, d.subtitle, d.summary, d.disclaimer, d.author, d.handling, d.language, d.defaultView);
}

}  // namespace

std::size_t approximateBytes(const Change& change) {
  std::size_t bytes = sizeof(Change) + listBytes(change.features) + listBytes(change.systems) +
                      listBytes(change.sources) + listBytes(change.views);
  if (change.members) bytes += memberBytes(change.members->before) + memberBytes(change.members->after);
  return bytes;
}

}  // namespace cordon::scenario
