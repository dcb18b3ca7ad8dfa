#pragma once

#include <memory>

#include "scenario/read_context.h"

/// Reading and writing of a document's parts. Every writer starts from the part's origin.
namespace cordon::scenario {

/// Reads a system; `base` (may be null) gives what the object leaves out.
System readSystem(const Json& object, std::shared_ptr<const System> base, const Place& place, ReadContext& context);
Json writeSystem(const System& system);

Source readSource(const Json& object, const Place& place, ReadContext& context);
Json writeSource(const Source& source);

View readView(const Json& object, const Place& place, ReadContext& context);
Json writeView(const View& view);

/// Reads a GeoJSON feature; `idIfNone` is its id where it names none.
Feature readFeature(const Json& object, const std::string& idIfNone, const Place& place, ReadContext& context);
Json writeFeature(const Feature& feature, const std::string& idIfNone);

/// Reads the geometry of a feature of a kind; nothing where the context has been told of an error.
std::optional<Geometry> readGeometry(const Json& json, FeatureKind kind, const Place& place, ReadContext& context);
Json writeGeometry(const Geometry& geometry);

/// Adds the catalogue's systems that sites name and the catalogue's sources that any part names, where the document has
/// none of the same id.
void addNamedFromCatalogue(Document& document, const Catalogue& catalogue);

/// A colour for a system that has none, always the same for the same id.
std::string defaultColor(const std::string& systemId);

/// The id that a feature gets where the file gives it none: "feature-1" for the first.
std::string featureIdIfNone(std::size_t index);

}  // namespace cordon::scenario
