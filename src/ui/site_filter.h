#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenario/document.h"

namespace cordon::ui {

/// Every site of a document with its state on one date: made once, then read each frame.
struct SiteTable {
  struct State {
    std::size_t system = 0;  ///< index into Document::systems
    scenario::Status status = scenario::Status::Reported;
  };
  struct Row {
    std::size_t feature = 0;    ///< index into Document::features
    std::string name;           ///< in the language asked for
    std::string searched;       ///< all its names and its id, folded
    std::vector<State> states;  ///< on the date, one a system
  };

  std::shared_ptr<const scenario::Document> document;
  scenario::Date date;
  std::string language;
  std::vector<Row> rows;                   ///< in the document's order
  std::vector<std::size_t> sitesOfSystem;  ///< by system: how many sites show it on the date, withdrawn ones left out
  std::vector<std::size_t> withdrawnOfSystem;  ///< by system: at how many sites it is withdrawn on the date
};

/// Makes the table. Pure; any thread.
SiteTable makeSiteTable(std::shared_ptr<const scenario::Document> document, const scenario::Date& date,
                        const std::string& language);

/// What a list of sites is narrowed to.
struct SiteFilter {
  std::string text;                        ///< every word of it must be in the site's names or id
  std::optional<std::size_t> system;       ///< index into Document::systems
  std::optional<scenario::Status> status;  ///< of that system, or else of any
  bool onlyOnThisDate = false;             ///< only sites with a state on the date, and of a state only what holds then

  friend bool operator==(const SiteFilter&, const SiteFilter&) = default;
};

/// Rows of the table that pass, as indices in its order. 10 000 rows: about a millisecond. Pure; any thread.
std::vector<std::size_t> filteredSites(const SiteTable& table, const SiteFilter& filter);

/// The table and what passed, kept from frame to frame and made again only when what they were made of changed.
class SiteList {
 public:
  void update(const std::shared_ptr<const scenario::Document>& document, const scenario::Date& date,
              const std::string& language, const SiteFilter& filter);

  const SiteTable& table() const { return table_; }
  const std::vector<std::size_t>& shown() const { return shown_; }

 private:
  SiteTable table_;
  SiteFilter filter_;
  std::vector<std::size_t> shown_;
};

}  // namespace cordon::ui
