#pragma once

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>

#include "base/result.h"

/// GDAL's functions that the program calls: CORDON_GDAL_FUNCTIONS(X) is X(name) for each.
// clang-format off
#define CORDON_GDAL_FUNCTIONS(X) \
  X(GDALOpenEx) X(GDALClose) X(GDALGetDriverByName) X(GDALCreate) X(GDALDatasetCreateLayer) \
  X(GDALDatasetGetLayerCount) X(GDALDatasetGetLayer) X(GDALDatasetExecuteSQL) X(GDALDatasetReleaseResultSet) \
  X(GDALDatasetStartTransaction) X(GDALDatasetCommitTransaction) X(OGR_L_GetName) X(OGR_L_GetNextFeature) \
  X(OGR_L_GetLayerDefn) X(OGR_L_GetSpatialRef) X(OGR_L_CreateField) X(OGR_L_CreateFeature) X(OGR_FD_GetFieldCount) \
  X(OGR_FD_GetFieldDefn) X(OGR_Fld_GetNameRef) X(OGR_Fld_GetType) X(OGR_Fld_Create) X(OGR_Fld_Destroy) \
  X(OGR_F_Create) X(OGR_F_Destroy) X(OGR_F_GetGeometryRef) X(OGR_F_SetGeometryDirectly) X(OGR_F_GetFieldIndex) \
  X(OGR_F_IsFieldSetAndNotNull) X(OGR_F_GetFieldAsString) X(OGR_F_GetFieldAsDouble) X(OGR_F_GetFieldAsInteger64) \
  X(OGR_F_GetFieldAsDateTime) X(OGR_F_GetStyleString) X(OGR_F_SetFieldString) X(OGR_F_SetFieldDouble) \
  X(OGR_G_CreateGeometry) X(OGR_G_DestroyGeometry) X(OGR_G_AddPoint_2D) X(OGR_G_AddGeometryDirectly) \
  X(OGR_G_GetGeometryCount) X(OGR_G_GetGeometryRef) X(OGR_G_GetPointCount) X(OGR_G_GetX) X(OGR_G_GetY) \
  X(OGR_G_GetZ) X(OGR_G_Is3D) X(OGR_G_GetLinearGeometry) X(OGR_G_HasCurveGeometry) X(OGR_G_GetGeometryName) \
  X(OSRNewSpatialReference) X(OSRDestroySpatialReference) X(OSRImportFromEPSG) X(OSRSetAxisMappingStrategy) \
  X(OSRIsSame) X(OSRGetName) X(OSRSetPROJEnableNetwork) X(OCTNewCoordinateTransformation) \
  X(OCTDestroyCoordinateTransformation) X(OCTTransform) X(VSIFileFromMemBuffer) X(VSIFCloseL) X(VSIUnlink) \
  X(VSIGetMemFileBuffer) X(VSIFree) X(CPLPushErrorHandlerEx) X(CPLPopErrorHandler) X(CPLGetErrorHandlerUserData) \
  X(CPLSetConfigOption)
// clang-format on

namespace cordon::interchange {

/// GDAL, opened while the program runs: linked, it would take 40 ms of every start.
struct Gdal {
  // NOLINTBEGIN(readability-identifier-naming): the functions keep their names.
#define CORDON_GDAL_MEMBER(name) decltype(&::name) name = nullptr;
  CORDON_GDAL_FUNCTIONS(CORDON_GDAL_MEMBER)
#undef CORDON_GDAL_MEMBER
  // NOLINTEND(readability-identifier-naming)
};

/// GDAL with the drivers KML, LIBKML, GPX, Shapefile and GeoPackage and no others: none that opens addresses or other
/// files. The library is opened once and stays. The error says what is missing. Any thread.
Result<const Gdal*> openGdal();

/// Collects what GDAL reports on this thread instead of letting it print. Scopes nest.
class GdalMessages {
 public:
  explicit GdalMessages(const Gdal& gdal);
  ~GdalMessages();
  GdalMessages(const GdalMessages&) = delete;
  GdalMessages& operator=(const GdalMessages&) = delete;

  /// Warnings and errors so far, joined by "; ", shortened where there are many.
  const std::string& text() const { return text_; }

 private:
  static void collect(CPLErr severity, CPLErrorNum number, const char* message);

  const Gdal& gdal_;
  std::string text_;
};

/// A file of GDAL's that lies in memory alone, under a folder of its own; unlinked at the end.
class MemoryFile {
 public:
  /// `name` is a plain file name; files of the same `folder` lie beside each other. Bytes are not copied and must
  /// outlive the file.
  MemoryFile(const Gdal& gdal, const std::string& folder, const std::string& name, std::string& bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  const Gdal& gdal_;
  std::string path_;
};

/// The name of a folder in GDAL's memory that no other has.
std::string newMemoryFolder();

/// Handles that free themselves.
struct CloseDataset {
  const Gdal* gdal = nullptr;
  void operator()(void* dataset) const { gdal->GDALClose(dataset); }
};
using DatasetHandle = std::unique_ptr<void, CloseDataset>;

struct DestroyFeature {
  const Gdal* gdal = nullptr;
  void operator()(OGRFeatureH feature) const { gdal->OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

struct DestroyGeometry {
  const Gdal* gdal = nullptr;
  void operator()(OGRGeometryH geometry) const { gdal->OGR_G_DestroyGeometry(geometry); }
};
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

struct DestroySystem {
  const Gdal* gdal = nullptr;
  void operator()(OGRSpatialReferenceH system) const { gdal->OSRDestroySpatialReference(system); }
};
using SystemHandle = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, DestroySystem>;

struct DestroyTransform {
  const Gdal* gdal = nullptr;
  void operator()(OGRCoordinateTransformationH transform) const { gdal->OCTDestroyCoordinateTransformation(transform); }
};
using TransformHandle = std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, DestroyTransform>;

/// WGS84 with longitude first.
SystemHandle wgs84(const Gdal& gdal);

}  // namespace cordon::interchange
