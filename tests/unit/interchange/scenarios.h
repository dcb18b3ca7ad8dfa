#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "interchange/export.h"
#include "interchange/import.h"
#include "scenario/io.h"

namespace cordon::interchange::test {

/// A folder of its own, removed at the end.
class InFolder : public testing::Test {
 protected:
  InFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "cordon-interchange-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder: " + name);
    folder_ = name;
  }
  ~InFolder() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  Result<scenario::Document> import(const std::string& name, const std::string& content,
                                    const ImportOptions& options = {}) const {
    return importFile(write(name, content), options, scenario::Catalogue{});
  }

  /// What a program printed; "failed" added where it did not end well.
  std::string outputOf(const std::string& command) const {
    const std::filesystem::path file = folder_ / "output";
    const int code = std::system((command + " >'" + file.string() + "' 2>&1").c_str());
    std::ostringstream text;
    text << std::ifstream(file).rdbuf() << (code == 0 ? "" : "failed");
    return text.str();
  }

  std::filesystem::path folder_;
};

inline scenario::Document documentOf(const std::string& cordon, const std::string& features) {
  const std::string text =
      R"({"type":"FeatureCollection","cordon":{"version":1,)" + cordon + R"(},"features":[)" + features + "]}";
  const auto document = scenario::readDocument(text, "test", scenario::Catalogue{});
  if (!document) throw std::runtime_error(toString(document.diagnostics().front()));
  return *document;
}

/// A site with one system of a radius, and what a test adds to the system.
inline scenario::Document battery(double lat, double lon, double km, const std::string& more = "") {
  return documentOf(
      R"("systems":[{"id":"bal","name":"Bal","color":"#336699","ranges":[{"km":)" + std::to_string(km) + "}]" + more +
          "}]",
      R"({"type":"Feature","id":"site","geometry":{"type":"Point","coordinates":[)" + std::to_string(lon) + "," +
          std::to_string(lat) +
          R"(]},"properties":{"kind":"site","name":"Site","systems":[{"system":"bal","status":"deployed","from":"2016-11-18"}]}})");
}

inline std::string exported(const scenario::Document& document, Format format, const ExportOptions& options = {}) {
  const Result<std::string> bytes = exportDocument(document, format, options);
  if (!bytes) throw std::runtime_error(toString(bytes.diagnostics().front()));
  return *bytes;
}

/// All messages in one text.
inline std::string textOf(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics) text += toString(one) + "\n";
  return text;
}

}  // namespace cordon::interchange::test
