#include "app/view/scenario_file_watch.h"

#include <system_error>
#include <utility>

namespace cordon::app {

namespace {

constexpr double kLookSeconds = 1.0;

}  // namespace

std::optional<std::filesystem::file_time_type> lastWritten(const std::filesystem::path& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  if (error) return std::nullopt;
  return time;
}

ScenarioFileWatch::Change ScenarioFileWatch::look(const std::filesystem::path& file, bool isModified,
                                                  double nowSeconds) {
  if (file.empty() || (lookedAtSeconds_ && nowSeconds - *lookedAtSeconds_ < kLookSeconds)) return Change::None;
  lookedAtSeconds_ = nowSeconds;
  const std::optional<Time> written = lastWritten(file);
  if (!written || !taken_ || written == taken_) return Change::None;
  if (isModified) return std::exchange(isTold_, true) ? Change::None : Change::Tell;
  return std::exchange(askedFor_, written) == written ? Change::None : Change::Reread;
}

void ScenarioFileWatch::noteTaken(std::optional<Time> written) {
  taken_ = written;
  askedFor_.reset();
  isTold_ = false;
}

bool ScenarioFileWatch::isChanged(const std::filesystem::path& file) const {
  return taken_ && lastWritten(file) != taken_;
}

}  // namespace cordon::app
