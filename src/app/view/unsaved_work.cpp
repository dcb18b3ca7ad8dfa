#include "app/view/unsaved_work.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <exception>
#include <utility>

#include "base/fingerprint.h"
#include "scenario/change.h"
#include "scenario/io.h"

namespace cordon::app {

UnsavedWork::UnsavedWork(std::optional<std::filesystem::path> folder, const scenario::Catalogue& catalogue)
    : folder_(std::move(folder)), catalogue_(catalogue) {
  if (folder_) earlier_ = edit::findAbandoned(*folder_);
}

void UnsavedWork::begin(const edit::Workspace& workspace, std::string text) {
  noted_ = workspace.documentPointer();
  if (!folder_) return;
  edit::JournalBase base{workspace.file(), workspace.name(), std::move(text), 0};
  base.savedFingerprint = fingerprint(base.text);
  if (journal_) {
    journal_->restart(std::move(base));
  } else {
    journal_ = std::make_unique<edit::Journal>(*folder_, std::move(base));
  }
}

void UnsavedWork::follow(const edit::Workspace& workspace) {
  if (!noted_ || noted_ == workspace.documentPointer()) return;
  const edit::Workspace::DocumentPointer before = std::exchange(noted_, workspace.documentPointer());
  if (!journal_) return;
  const scenario::Change change = scenario::changeBetween(*before, *noted_);
  if (change.isEmpty()) return;
  const edit::History& history = workspace.history();
  journal_->add(edit::JournalMove::Do, history.canUndo() ? history.undoStep() : "Undo", scenario::writeChange(change));
  if (journal_->isLarge()) journal_->compact([document = noted_] { return scenario::writeDocument(*document); });
  if (auto warning = journal_->takeWarning()) warning_ = std::move(warning);
}

void UnsavedWork::flush() {
  if (journal_) journal_->flush();
}

void UnsavedWork::discardOwn() {
  if (journal_) journal_->restart({});
  journal_.reset();
}

std::string UnsavedWork::earlierInWords() const {
  const edit::AbandonedJournal& latest = earlier_.front();
  const std::time_t when = static_cast<std::time_t>(latest.lastChange / 1000);
  std::string words = fmt::format("The program ended without saving {} change{} of {}, the last at {:%Y-%m-%d %H:%M}.",
                                  latest.content.entries.size(), latest.content.entries.size() == 1 ? "" : "s",
                                  latest.content.base.name, fmt::localtime(when));
  if (earlier_.size() > 1) words += fmt::format(" There are {} more such scenarios.", earlier_.size() - 1);
  return words;
}

std::optional<UnsavedWork::Recovered> UnsavedWork::takeEarlier() {
  edit::AbandonedJournal& latest = earlier_.front();
  const edit::JournalContent& content = latest.content;
  scenario::SoundReading reading = scenario::readSound(content.base.text, content.base.name, catalogue_);
  if (!reading.document) {
    warning_ = plainError(fmt::format("What was not saved of {} could not be read back.", content.base.name),
                          fmt::format("Its journal is kept in {}.", folder_->string()));
    earlier_.erase(earlier_.begin());
    return std::nullopt;
  }
  Recovered recovered{content.base, *reading.document, std::move(*reading.document), 0, hasErrors(reading.problems)};
  recovered.before = recovered.after;
  for (const edit::JournalEntry& entry : content.entries) {
    Result<scenario::Change> change = scenario::readChange(entry.payload, catalogue_);
    if (!change || !scenario::fits(*change, recovered.after)) break;
    recovered.after = scenario::applied(*change, std::move(recovered.after));
    ++recovered.steps;
  }
  const Result<std::string> present = scenario::readTextFile(content.base.file);
  if (present && *present == scenario::writeDocumentOver(content.base.text, recovered.after)) {
    // The program ended between saving and noting that it had.
    warning_ =
        Diagnostic{Severity::Note, fmt::format("{} had been saved after all.", content.base.name), {}, {}, {}, {}};
    discardEarlier();
    return std::nullopt;
  }
  isPartlyRead_ = recovered.steps < content.entries.size();
  if (isPartlyRead_) {
    warning_ = Diagnostic{Severity::Warning,
                          fmt::format("{} of {} changes could be restored; the rest was damaged.", recovered.steps,
                                      content.entries.size()),
                          {},
                          {},
                          {},
                          {}};
  }
  journal_ = std::make_unique<edit::Journal>(std::move(latest));
  earlier_.erase(earlier_.begin());
  noted_.reset();
  return recovered;
}

void UnsavedWork::resume(const edit::Workspace& workspace) {
  noted_ = workspace.documentPointer();
  // Later steps would stand behind those that do not fit, and be lost with them.
  if (journal_ && std::exchange(isPartlyRead_, false)) {
    journal_->compact([document = noted_] { return scenario::writeDocument(*document); });
  }
}

void UnsavedWork::discardEarlier() {
  if (!earlier_.front().discard()) {
    warning_ = plainError("The journal of the unsaved changes could not be removed.");
  }
  earlier_.erase(earlier_.begin());
}

std::optional<Diagnostic> UnsavedWork::takeWarning() {
  return std::exchange(warning_, std::nullopt);
}

}  // namespace cordon::app
