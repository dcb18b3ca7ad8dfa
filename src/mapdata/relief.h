#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"
#include "geo/position.h"
#include "mapdata/relief_sampler.h"

namespace cordon::mapdata {

/// The world's relief with a finer region set into it.
///
/// All const members may be called from several threads.
class Relief {
 public:
  /// Opens relief_world.pack and, where it is there, relief_okhotsk.pack in a folder.
  static Result<Relief> open(const std::filesystem::path& geodata);

  /// Heights and slopes at the crossings of columns and rows; see sampleRelief(). Inside the region the finer relief,
  /// which passes into the coarse one over kBlendDegrees along the region's border.
  ReliefSamples sample(const std::vector<double>& lonDegrees, const std::vector<double>& latDegrees,
                       double texelDegrees) const;

  /// The height at one point, negative for depths, at the finest resolution there is.
  double metersAt(geo::LatLon position) const;

  static constexpr double kBlendDegrees = 1.0;

 private:
  Relief(ReliefRaster world, std::optional<ReliefRaster> region);

  ReliefRaster world_;
  std::optional<ReliefRaster> region_;
};

}  // namespace cordon::mapdata
