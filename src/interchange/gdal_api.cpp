#include "interchange/gdal_api.h"

#include <dlfcn.h>

#include <atomic>
#include <cstring>

namespace cordon::interchange {

namespace {

constexpr std::size_t kMostMessageBytes = 400;

struct Loaded {
  Gdal gdal;
  std::string problem;
};

Loaded load() {
  Loaded loaded;
  void* library = dlopen(CORDON_GDAL_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) {
    loaded.problem = dlerror();
    return loaded;
  }
  const auto find = [&](const char* name) {
    void* symbol = dlsym(library, name);
    if (symbol == nullptr) loaded.problem = std::string(CORDON_GDAL_LIBRARY) + " has no function " + name;
    return symbol;
  };
#define CORDON_GDAL_FIND(name) loaded.gdal.name = reinterpret_cast<decltype(&::name)>(find(#name));
  CORDON_GDAL_FUNCTIONS(CORDON_GDAL_FIND)
#undef CORDON_GDAL_FIND
  if (!loaded.problem.empty()) return loaded;
  const Gdal& gdal = loaded.gdal;
  for (const auto& [name, value] : {std::pair{"GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"},
                                    {"GDAL_PAM_ENABLED", "NO"},
                                    {"GDAL_HTTP_TIMEOUT", "1"},
                                    {"GDAL_HTTP_MAX_RETRY", "0"},
                                    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{noext}.none"},
                                    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
                                    {"OGR_SQLITE_LIST_VIRTUAL_OGR", "NO"},
                                    {"LIBKML_RESOLVE_STYLE", "NO"}}) {
    gdal.CPLSetConfigOption(name, *value == '\0' ? nullptr : value);
  }
  gdal.OSRSetPROJEnableNetwork(0);
  // Not GDALAllRegister(): a driver that is not registered opens nothing.
  for (const char* name :
       {"RegisterOGRLIBKML", "RegisterOGRKML", "RegisterOGRGPX", "RegisterOGRShape", "RegisterOGRGeoPackage"}) {
    if (void* registerDriver = dlsym(library, name)) reinterpret_cast<void (*)()>(registerDriver)();
  }
  return loaded;
}

}  // namespace

Result<const Gdal*> openGdal() {
  static const Loaded loaded = load();
  if (!loaded.problem.empty()) {
    return Result<const Gdal*>::failure(
        plainError("GDAL cannot be opened: " + loaded.problem + ".", "Install the package libgdal32."));
  }
  return Result<const Gdal*>(&loaded.gdal);
}

GdalMessages::GdalMessages(const Gdal& gdal) : gdal_(gdal) {
  gdal_.CPLPushErrorHandlerEx(collect, this);
}

GdalMessages::~GdalMessages() {
  gdal_.CPLPopErrorHandler();
}

void GdalMessages::collect(CPLErr severity, CPLErrorNum, const char* message) {
  if (severity < CE_Warning) return;
  const Result<const Gdal*> gdal = openGdal();
  auto* own = static_cast<GdalMessages*>((*gdal)->CPLGetErrorHandlerUserData());
  if (own->text_.size() > kMostMessageBytes) return;
  if (!own->text_.empty()) own->text_ += "; ";
  own->text_.append(message, strnlen(message, kMostMessageBytes));
}

std::string newMemoryFolder() {
  static std::atomic<unsigned> number{0};
  return "/vsimem/cordon-" + std::to_string(++number);
}

MemoryFile::MemoryFile(const Gdal& gdal, const std::string& folder, const std::string& name, std::string& bytes)
    : gdal_(gdal), path_(folder + "/" + name) {
  VSILFILE* file = gdal.VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(bytes.data()),
                                             static_cast<vsi_l_offset>(bytes.size()), FALSE);
  if (file != nullptr) gdal.VSIFCloseL(file);
}

MemoryFile::~MemoryFile() {
  gdal_.VSIUnlink(path_.c_str());
}

SystemHandle wgs84(const Gdal& gdal) {
  SystemHandle system(gdal.OSRNewSpatialReference(nullptr), DestroySystem{&gdal});
  gdal.OSRImportFromEPSG(system.get(), 4326);
  gdal.OSRSetAxisMappingStrategy(system.get(), OAMS_TRADITIONAL_GIS_ORDER);
  return system;
}

}  // namespace cordon::interchange
