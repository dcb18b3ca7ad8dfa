#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/document.h"

namespace cordon::scenario {

/// What differs between two lists of parts. A part that was replaced, or moved past others, is in both lists.
template <typename Part>
struct ListChange {
  struct Item {
    std::size_t index = 0;
    Part part;

    friend bool operator==(const Item&, const Item&) = default;
  };
  std::vector<Item> removed;  ///< indices in the list before, ascending
  std::vector<Item> added;    ///< indices in the list after, ascending

  bool isEmpty() const { return removed.empty() && added.empty(); }
  friend bool operator==(const ListChange&, const ListChange&) = default;
};

/// What differs between two documents, with all that is needed to go either way.
struct Change {
  /// The document's own members with its origin, in documents whose lists are empty.
  struct Members {
    Document before;
    Document after;

    friend bool operator==(const Members&, const Members&) = default;
  };
  ListChange<Feature> features;
  ListChange<System> systems;
  ListChange<Source> sources;
  ListChange<View> views;
  std::optional<Members> members;

  bool isEmpty() const;
  friend bool operator==(const Change&, const Change&) = default;
};

/// Whether two documents are the same to the last member of their origins, so that they are written alike, now and
/// after any same change. The functions of this header are pure; any thread.
bool areIdentical(const Document& a, const Document& b);

/// The change that makes `before` a document identical to `after`. Few parts: those that stay keep their order. Takes
/// time in proportion to the documents; a comparison for each part that is the same.
Change changeBetween(const Document& before, const Document& after);

/// Whether the change can be applied: what it removes stands at its place under its id, and what it adds finds a place.
bool fits(const Change& change, const Document& document);

/// The document after a change. std::invalid_argument where it does not fit.
Document applied(const Change& change, Document document);

/// The change that goes back.
Change inverse(Change change);

/// How much memory a change takes, roughly. The document's own origin is not counted: documents share it.
std::size_t approximateBytes(const Change& change);

/// A change as one line of JSON, without a line feed. Applied after readChange(), it gives a document that is written
/// as it would be after the change itself.
std::string writeChange(const Change& change);

/// Reads what writeChange() wrote. The text may be hostile: each part is read by the rules of the scenario's reader,
/// but ids that parts name are not looked up, and the change may fit no document (see fits()). Systems and sources that
/// are the catalogue's are taken from `catalogue`; it is an error where it has none such.
Result<Change> readChange(std::string_view text, const Catalogue& catalogue);

}  // namespace cordon::scenario
