#include "app/render_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <system_error>

#include "app/layers.h"
#include "app/number_list.h"
#include "scene/words.h"

namespace cordon::app {

namespace {

constexpr double kMinResolution = 64.0;
constexpr double kMaxResolution = 16384.0;
constexpr double kMaxExaggeration = 100.0;

const std::vector<NumberRule>& extentRules() {
  static const std::vector<NumberRule> rules{
      {"W", -360.0, 360.0}, {"S", -90.0, 90.0}, {"E", -360.0, 360.0}, {"N", -90.0, 90.0}};
  return rules;
}

/// Checks one argument after the other and keeps what is wrong.
class Checker {
 public:
  explicit Checker(Diagnostics& errors) : errors_(errors) {}

  void wrong(std::string message, std::string mend = {}) {
    errors_.push_back(plainError(std::move(message), std::move(mend)));
  }

  /// The value, or nothing after keeping the errors.
  template <typename T>
  std::optional<T> take(const Result<T>& result) {
    if (result.ok()) return result.value();
    errors_.insert(errors_.end(), result.diagnostics().begin(), result.diagnostics().end());
    return std::nullopt;
  }

  /// Keeps an error unless the word is one of those that there are.
  void oneOf(const std::string& option, const std::string& word, const std::vector<std::string_view>& words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return;
    wrong(fmt::format("{}: \"{}\" is none of {}.", option, word, fmt::join(words, ", ")));
  }

  /// The value of a word; as it is after keeping the error.
  template <typename Value, typename Kept, std::size_t count>
  void choose(const std::string& option, const std::string& text, const std::array<scene::Word<Kept>, count>& words,
              Value& value) {
    if (const scene::Word<Kept>* word = scene::findWord(words, text)) {
      value = word->value;
      return;
    }
    std::vector<std::string_view> known;
    for (const scene::Word<Kept>& word : words) known.push_back(word.text);
    oneOf(option, text, known);
  }

  std::filesystem::path file(const std::string& option, const std::string& name) {
    // "--output --stats" would else make a file of that name.
    if (name.empty() || name.starts_with("--")) {
      wrong(fmt::format("{} needs a file's name, not \"{}\".", option, name),
            "A name that begins with two dashes can be written as ./--name.");
    }
    return name;
  }

 private:
  Diagnostics& errors_;
};

std::string lowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Whether two names are of one file, which need not exist yet: however it is spelt, over links too.
bool nameOneFile(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code error;
  if (std::filesystem::equivalent(a, b, error)) return true;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(a, error), error);
  if (error) return a == b;
  const std::filesystem::path other = std::filesystem::weakly_canonical(std::filesystem::absolute(b, error), error);
  return error ? a == b : whole == other;
}

void checkOutput(const RenderArguments& arguments, Checker& check, RenderOptions& options) {
  if (arguments.output.empty()) {
    check.wrong("render needs --output F.png.", "For instance: cordon render okhotsk --output okhotsk.png");
    return;
  }
  options.output = check.file("--output", arguments.output);
  const std::string extension = lowerCase(options.output.extension().string());
  if (!extension.empty() && extension != ".png") {
    check.wrong(fmt::format("--output: pictures are written as PNG, not as \"{}\".", extension),
                "Give the file a name that ends in .png.");
  }
  if (!arguments.stats.empty()) {
    options.stats = check.file("--stats", arguments.stats);
    if (nameOneFile(*options.stats, options.output)) check.wrong("--stats and --output name the same file.");
  }
}

void checkView(const RenderArguments& arguments, Checker& check, RenderOptions& options) {
  const int given = static_cast<int>(!arguments.camera.empty()) + static_cast<int>(!arguments.view.empty()) +
                    static_cast<int>(!arguments.extent.empty());
  if (given > 1) check.wrong("--camera, --view and --extent exclude each other.", "Give just one of them.");
  if (!arguments.camera.empty()) options.camera = check.take(parseCamera("--camera", arguments.camera));
  if (!arguments.extent.empty()) {
    if (const auto n = check.take(parseNumbers("--extent", arguments.extent, extentRules(), 4))) {
      options.extent = scenario::ExtentView{(*n)[0], (*n)[1], (*n)[2], (*n)[3]};
      if ((*n)[3] - (*n)[1] < scenario::kLeastExtentDegrees) {
        check.wrong(fmt::format("--extent: N ({}) must be north of S ({}).", (*n)[3], (*n)[1]));
      }
      if ((*n)[0] == (*n)[2]) {
        check.wrong(fmt::format("--extent: W and E are the same meridian ({}).", (*n)[0]),
                    "For the whole world write -180,-90,180,90.");
      }
    }
  }
  if (!arguments.view.empty()) options.view = arguments.view;
}

}  // namespace

Result<scenario::CameraView> parseCamera(const std::string& option, const std::string& text) {
  static const std::vector<NumberRule> rules{{"LAT", -90.0, 90.0},
                                             {"LON", -360.0, 360.0},
                                             {"RANGE_KM", scenario::kLeastCameraKm, scenario::kMostCameraKm},
                                             {"HEADING", -360.0, 360.0},
                                             {"TILT", 0.0, 90.0, false}};
  const Result<std::vector<double>> numbers = parseNumbers(option, text, rules, 3);
  if (!numbers) return Result<scenario::CameraView>::failure(numbers.diagnostics());
  const std::vector<double>& n = *numbers;
  return scenario::CameraView{n[0], n[1], n[2], n.size() > 3 ? n[3] : 0.0, n.size() > 4 ? n[4] : 0.0};
}

Result<Size> parseSize(const std::string& option, const std::string& text) {
  static const std::vector<NumberRule> rules{{"W", kMinResolution, kMaxResolution, true, true},
                                             {"H", kMinResolution, kMaxResolution, true, true}};
  const Result<std::vector<double>> numbers = parseNumbers(option, text, rules, 2);
  if (!numbers) return Result<Size>::failure(numbers.diagnostics());
  return Size{static_cast<int>((*numbers)[0]), static_cast<int>((*numbers)[1])};
}

Result<scenario::Date> parseDay(const std::string& option, const std::string& text) {
  const std::optional<scenario::Date> date = scenario::Date::parse(text);
  // A month would be shown as on its last day, which nobody asked for.
  if (date && date->day()) return *date;
  return Result<scenario::Date>::failure(
      plainError(fmt::format("{}: \"{}\" is no day.", option, text), "Write YYYY-MM-DD, such as 2018-12-30."));
}

Result<RenderOptions> checkArguments(const RenderArguments& arguments) {
  Diagnostics errors;
  Checker check(errors);
  RenderOptions options;
  options.scenario = arguments.scenario;
  options.background = !arguments.noBackground;
  options.verbose = arguments.verbose;
  checkOutput(arguments, check, options);
  checkView(arguments, check, options);

  if (const auto size = check.take(parseSize("--resolution", arguments.resolution))) {
    options.widthPixels = size->widthPixels;
    options.heightPixels = size->heightPixels;
  }
  if (!arguments.date.empty()) options.date = check.take(parseDay("--date", arguments.date));
  if (!arguments.layers.empty()) options.layers = check.take(parseLayers("--layers", splitWords(arguments.layers)));
  if (!arguments.exaggeration.empty()) {
    const std::vector<NumberRule> rules{{"X", 0.0, kMaxExaggeration}};
    if (const auto x = check.take(parseNumbers("--exaggeration", arguments.exaggeration, rules, 1))) {
      options.exaggeration = x->front();
    }
  }
  check.choose("--range-claim", arguments.rangeClaim, scene::kRangeWords, options.claim.kind);
  check.oneOf("--rendering-backend", arguments.backend, {"auto", "egl"});
  check.choose("--language", arguments.language, scene::kLanguageWords, options.language);
  check.choose("--palette", arguments.palette, scene::kPaletteWords, options.palette);
  check.choose("--fill", arguments.fill, scene::kFillWords, options.fillMode);

  if (!errors.empty()) return Result<RenderOptions>::failure(errors);
  return options;
}

}  // namespace cordon::app
