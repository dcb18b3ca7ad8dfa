#include "unit/geo/reference_tool.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <numbers>
#include <sstream>
#include <stdexcept>

namespace cordon::geo::reference {

namespace {

/// A file of lines that is gone when it goes out of scope.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::vector<std::string>& lines) {
    path_ = (std::filesystem::temp_directory_path() / "cordon-geo-XXXXXX").string();
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0) throw std::runtime_error("no temporary file at " + path_);
    close(descriptor);
    std::ofstream file(path_);
    for (const std::string& line : lines) file << line << '\n';
    file.close();
    if (!file) throw std::runtime_error("cannot write " + path_);
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

std::vector<std::string> run(const std::string& command, const std::vector<std::string>& lines) {
  const TemporaryFile input(lines);
  const std::string whole = command + " --input-file '" + input.path() + "'";
  FILE* pipe = popen(whole.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start " + command);
  std::string output;
  std::array<char, 65536> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) output.append(buffer.data(), n);
  if (const int status = pclose(pipe); status != 0) {
    throw std::runtime_error(
        fmt::format("{} failed with status {}; it is in Debian's package geographiclib-tools", command, status));
  }
  std::vector<std::string> result;
  std::istringstream stream(output);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

std::vector<double> numbers(const std::string& line) {
  std::istringstream stream(line);
  std::vector<double> values;
  for (double value = 0.0; stream >> value;) values.push_back(value);
  return values;
}

std::string degrees(LatLon position) {
  // Radians that stand for a pole may be half a digit beyond it in degrees.
  const double latDegrees = std::min(90.0, std::max(-90.0, position.latDegrees()));
  return fmt::format("{:.25f} {:.25f}", latDegrees, position.lonDegrees());  // an exponent's e would mean east
}

std::vector<Inverse> exactInverse(const std::vector<Pair>& pairs) {
  std::vector<std::string> lines;
  lines.reserve(pairs.size());
  for (const Pair& pair : pairs) lines.push_back(degrees(pair.from) + " " + degrees(pair.to));
  const std::vector<std::string> answers = run("GeodSolve -E -i -p 9", lines);
  if (answers.size() != pairs.size()) throw std::runtime_error("GeodSolve left problems out");
  std::vector<Inverse> result;
  result.reserve(answers.size());
  for (const std::string& answer : answers) {
    const std::vector<double> values = numbers(answer);
    if (values.size() != 3) throw std::runtime_error("GeodSolve: " + answer);
    result.push_back({degreesToRadians(values[0]), degreesToRadians(values[1]), values[2]});
  }
  return result;
}

std::vector<LatLon> exactDirect(const std::vector<DirectProblem>& problems) {
  std::vector<std::string> lines;
  lines.reserve(problems.size());
  for (const DirectProblem& p : problems) {
    lines.push_back(
        fmt::format("{} {:.25f} {:.17g}", degrees(p.start), radiansToDegrees(p.azimuthRadians), p.distanceMeters));
  }
  const std::vector<std::string> answers = run("GeodSolve -E -p 10", lines);
  if (answers.size() != problems.size()) throw std::runtime_error("GeodSolve left problems out");
  std::vector<LatLon> result;
  result.reserve(answers.size());
  for (const std::string& answer : answers) {
    const std::vector<double> values = numbers(answer);
    if (values.size() != 3) throw std::runtime_error("GeodSolve: " + answer);
    result.push_back(LatLon::fromDegrees(values[0], values[1]));
  }
  return result;
}

double uniform(std::mt19937& generator, double low, double high) {
  return std::uniform_real_distribution<double>(low, high)(generator);
}

LatLon randomPosition(std::mt19937& generator) {
  const double lonRadians = uniform(generator, -std::numbers::pi, std::numbers::pi);
  const double latRadians = std::asin(uniform(generator, -1.0, 1.0));
  switch (std::uniform_int_distribution<int>(0, 15)(generator)) {
    case 0:
      return {std::numbers::pi / 2.0, lonRadians};
    case 1:
      return {-std::numbers::pi / 2.0, lonRadians};
    case 2:
      return {0.0, lonRadians};
    case 3:
      return {latRadians, std::numbers::pi};
    case 4:
      return LatLon::fromDegrees(std::round(radiansToDegrees(latRadians)), std::round(radiansToDegrees(lonRadians)));
    default:
      return {latRadians, lonRadians};
  }
}

double straightMeters(LatLon a, LatLon b) {
  return norm(toEcef(a) - toEcef(b));
}

}  // namespace cordon::geo::reference
