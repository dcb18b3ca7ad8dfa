#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/choose_view.h"
#include "app/messages.h"
#include "app/view/application.h"
#include "base/file_writer.h"
#include "base/fingerprint.h"

namespace cordon::app {

namespace {

constexpr double kPreferencesSeconds = 2.0;

/// The path from the root; as it is where the present folder cannot be asked.
std::filesystem::path absolutePath(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::path whole = std::filesystem::absolute(path, error);
  return error ? path : whole;
}

}  // namespace

void Application::load(LoadRequest request) {
  loadIsCancelled_ = false;
  request.number = ++loadNumber_;
  if (!request.isAutomatic) fileWatch_.noteDropped();  // a reading that it asked for is overtaken
  status_.loadingText = "reading " + std::filesystem::path(request.nameOrPath).filename().string();
  loader_->request(std::move(request));
}

void Application::takeLoaded() {
  std::optional<LoadedFile> loaded = loader_->take();
  if (!loaded || loaded->request.number != loadNumber_) return;  // another one is under way
  status_.loadingText.clear();
  needFrames(2);
  // What was done meanwhile is not thrown away for the sake of a file that changed.
  if (loaded->request.isAutomatic && (workspace_.history().isModified() || loaded->path != workspace_.file())) {
    fileWatch_.noteDropped();
  } else if (loadIsCancelled_) {
    tell(Severity::Note, fmt::format("{} was not opened.", loaded->name));
  } else if (loaded->document && !loaded->request.question.empty() && workspace_.history().isModified()) {
    interface_->state().unsavedQuestion = loaded->request.question;
  } else if (loaded->document) {
    showLoaded(std::move(*loaded));
  } else {
    tellUnreadable(*loaded);
  }
}

void Application::tellUnreadable(const LoadedFile& loaded) {
  for (const Diagnostic& problem : loaded.problems) tell(problem);
  script_.fail(loaded.problems, ExitCode::FileError);
  if (script_.ended() || hasOpened_) return;
  // The named scenario cannot be shown at all: the window still has something to show.
  report(loaded.problems);
  if (loaded.request.nameOrPath != "okhotsk") load({"okhotsk", false});
}

void Application::showLoaded(LoadedFile loaded) {
  fileWatch_.noteTaken(loaded.written);
  fileHasErrors_ = hasErrors(loaded.problems);
  const auto errors = std::count_if(loaded.problems.begin(), loaded.problems.end(),
                                    [](const Diagnostic& problem) { return problem.severity == Severity::Error; });
  const std::string name = loaded.name;
  version_ = {loaded.isBuiltIn ? std::filesystem::path() : loaded.path, loaded.text};
  if (loaded.request.isReload) {
    workspace_.reload(std::move(*loaded.document), std::move(loaded.problems));
    comparison_->noteSaved(version_.text);
    tell(Severity::Note, fmt::format("{} changed on disk and was read again.", name));
  } else {
    workspace_.open(std::move(*loaded.document), loaded.isBuiltIn ? std::filesystem::path() : loaded.path, name,
                    std::move(loaded.problems));
    comparison_->end();
    foreign_->noteOpened();
    if (!loaded.isBuiltIn) edit::noteRecent(preferences_, absolutePath(loaded.path));
    showFirstView();
  }
  unsaved_.begin(workspace_, std::move(loaded.text));
  if (errors > 0) {
    tell(Severity::Warning,
         fmt::format("{} has {} problem{}; what is sound of it is shown.", name, errors, errors == 1 ? "" : "s"));
  }
  interface_->noteNames(workspace_);
  thumbnails_->clear();
  hasOpened_ = true;
}

void Application::followTitle() {
  if (!hasOpened_) return;
  const std::string& title = workspace_.document().title;
  const char* mark = workspace_.history().isModified() ? " (modified)" : "";
  std::string wanted = fmt::format("{}{} - Cordon", title.empty() ? workspace_.name() : title, mark);
  if (wanted == windowTitle_) return;
  windowTitle_ = std::move(wanted);
  window_.setTitle(windowTitle_);
}

void Application::showFirstView() {
  RenderOptions wanted;
  if (!hasOpened_) {
    wanted.camera = options_.camera;
    wanted.view = options_.view;
    wanted.date = options_.date;
  }
  Result<ChosenView> chosen = chooseView(wanted);
  if (!chosen) {
    for (const Diagnostic& problem : chosen.diagnostics()) tell(problem);
    wanted.view.reset();
    chosen = chooseView(wanted);
  }
  if (!chosen) return;
  workspace_.shown().date = chosen->date;
  workspace_.shown().layers = chosen->layers;
  control_->jumpTo(chosen->camera);
  workspace_.setCamera(camera_);
}

void Application::followFile() {
  if (loader_->isBusy()) return;
  switch (fileWatch_.look(workspace_.file(), workspace_.history().isModified(), now())) {
    case ScenarioFileWatch::Change::None:
      return;
    case ScenarioFileWatch::Change::Reread:
      load({workspace_.file().string(), true, true});
      return;
    case ScenarioFileWatch::Change::Tell:
      tell(Severity::Warning,
           "The file changed on disk. It was not read again, since your changes would be lost; "
           "\"revert\" reads it.");
      needFrames(2);
      return;
  }
}

std::optional<Diagnostic> Application::save(const std::filesystem::path& file, bool overwrites) {
  std::error_code error;
  const bool isOwn = std::filesystem::equivalent(file, workspace_.file(), error) && !error;
  if (isOwn && fileHasErrors_) {
    return plainError("the file has errors, and what is not sound of it would be lost by saving.",
                      "Mend the file (cordon check lists its errors), or save under another name.");
  }
  unsaved_.follow(workspace_);
  unsaved_.flush();
  edit::SaveResult saved = edit::saveScenario(workspace_.document(), file, version_,
                                              overwrites ? edit::OnChange::Overwrite : edit::OnChange::Ask);
  if (saved.outcome == edit::SaveResult::Outcome::ChangedOnDisk) {
    if (!script_.isRunning()) {
      interface_->state().changedFile = file.string();
      return std::nullopt;
    }
    return plainError("the file changed on disk since it was read: saving would overwrite that.",
                      "Save under another name, read the file again (F5), or add the word overwrite.");
  }
  if (saved.outcome == edit::SaveResult::Outcome::Failed) {
    return saved.problems.empty() ? plainError(fmt::format("{} could not be saved.", file.string()))
                                  : saved.problems.front();
  }
  for (const Diagnostic& problem : saved.problems) tell(problem);
  workspace_.setFile(file, file.filename().string());
  workspace_.markSaved();
  version_ = {file, saved.text};
  comparison_->noteSaved(version_.text);
  unsaved_.begin(workspace_, std::move(saved.text));
  fileWatch_.noteTaken(lastWritten(file));
  fileHasErrors_ = false;
  edit::noteRecent(preferences_, absolutePath(file));
  tell(Severity::Note, fmt::format("Saved as {}", file.string()));
  return std::nullopt;
}

void Application::newScenario() {
  scenario::Document document;
  document.title = "New scenario";
  ++loadNumber_;  // what is being read is not wanted any more
  status_.loadingText.clear();
  fileHasErrors_ = false;
  fileWatch_.noteTaken(std::nullopt);
  version_ = {};
  workspace_.open(std::move(document), {}, "new scenario", {});
  comparison_->end();
  foreign_->noteOpened();
  workspace_.setEditing(true);
  unsaved_.begin(workspace_, scenario::writeDocument(workspace_.document()));
  thumbnails_->clear();
}

void Application::recover() {
  std::optional<UnsavedWork::Recovered> recovered = unsaved_.takeEarlier();
  if (!recovered) return;
  const std::filesystem::path file = recovered->base.file;
  // Only what the file held when it was read can be told from what another program wrote since.
  const bool isWhole = fingerprint(recovered->base.text) == recovered->base.savedFingerprint;
  version_ = {file, isWhole ? recovered->base.text : std::string()};
  fileWatch_.noteTaken(lastWritten(file));
  fileHasErrors_ = recovered->baseHasErrors;
  ++loadNumber_;  // what is being read is not wanted any more
  status_.loadingText.clear();
  workspace_.open(std::move(recovered->before), file, recovered->base.name, {});
  comparison_->end();
  foreign_->noteOpened();
  workspace_.apply("Restore unsaved changes", std::move(recovered->after));
  unsaved_.resume(workspace_);
  showFirstView();
  thumbnails_->clear();
  interface_->noteNames(workspace_);
  tell(Severity::Note,
       fmt::format("{} changes of {} were restored; they are not saved yet.", recovered->steps, recovered->base.name));
}

/// Keeps the journal up with the document, and offers what an earlier run left.
void Application::followUnsaved() {
  unsaved_.follow(workspace_);
  if (const auto warning = unsaved_.takeWarning()) tell(*warning);
  if (recoveryIsOffered_ || !hasOpened_ || !unsaved_.hasEarlier()) return;
  recoveryIsOffered_ = true;
  if (script_.isRunning()) {
    tell(Severity::Warning, unsaved_.earlierInWords() + " \"recover\" brings it back.");
  } else {
    interface_->state().recoverable = unsaved_.earlierInWords();
  }
  needFrames(2);
}

/// What is compared keeps up with what is edited and with the date.
void Application::followComparison() {
  for (const Diagnostic& problem : comparison_->follow()) {
    tell(problem);
    if (problem.severity == Severity::Error) script_.fail({problem}, ExitCode::FileError);
    needFrames(2);
  }
}

void Application::followPreferences(double nowSeconds) {
  if (preferences_ == savedPreferences_) {
    preferencesChangedAt_.reset();
    return;
  }
  if (!preferencesChangedAt_) preferencesChangedAt_ = nowSeconds;
  if (nowSeconds - *preferencesChangedAt_ > kPreferencesSeconds) savePreferences();
}

void Application::savePreferences() {
  preferencesChangedAt_.reset();
  if (!window_.isFullScreen() && !options_.windowWidth) {
    // In units of length: the window is made larger by the monitor's scale when it is opened.
    const double scale = window_.contentScale();
    preferences_.windowWidth = std::max(200, static_cast<int>(std::lround(window_.widthPixels() / scale)));
    preferences_.windowHeight = std::max(100, static_cast<int>(std::lround(window_.heightPixels() / scale)));
  }
  if (preferences_ == savedPreferences_) return;
  savedPreferences_ = preferences_;
  if (!preferencesFile_) return;
  edit::Preferences kept = preferences_;
  kept.textScale = largeType_.kept(preferences_.textScale);
  if (const auto problem = edit::savePreferences(kept, *preferencesFile_)) {
    tell(*problem);
    report(*problem);
  }
}

ExitCode Application::writeStats() const {
  std::vector<std::string> selected;
  for (const scene::Item& item : workspace_.selection()) selected.push_back(item.id);
  const ViewStatistics::Facts facts{
      driver_, window_.widthPixels(), window_.heightPixels(), camera_, selected, picture_->reduction(), now()};
  const auto problem = writeFile(*options_.stats, statistics_.json(facts));
  if (!problem) return ExitCode::Ok;
  report(*problem);
  return ExitCode::FileError;
}

}  // namespace cordon::app
