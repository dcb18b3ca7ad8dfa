#pragma once

#include <random>
#include <string>
#include <vector>

#include "geo/position.h"

namespace cordon::geo::reference {

/// Runs a program of GeographicLib on a batch of lines and returns its lines.
///
/// `command` is the program with its options, such as "GeodSolve -E -i -p 9". Throws std::runtime_error, so that the
/// test fails, where the program is not in PATH or ends with another status than 0.
std::vector<std::string> run(const std::string& command, const std::vector<std::string>& lines);

/// The numbers in one line of such output.
std::vector<double> numbers(const std::string& line);

/// "latitude longitude" in degrees, with every digit.
std::string degrees(LatLon position);

struct Inverse {
  double startAzimuthRadians = 0.0;
  double endAzimuthRadians = 0.0;
  double distanceMeters = 0.0;
};

struct DirectProblem {
  LatLon start;
  double azimuthRadians = 0.0;
  double distanceMeters = 0.0;
};

struct Pair {
  LatLon from;
  LatLon to;
};

/// GeographicLib's exact method (elliptic integrals) on many inverse problems.
std::vector<Inverse> exactInverse(const std::vector<Pair>& pairs);

/// GeographicLib's exact method on many direct problems: where they end.
std::vector<LatLon> exactDirect(const std::vector<DirectProblem>& problems);

/// Positions, uniform on the sphere, with a share of poles, equator, dateline and round numbers.
LatLon randomPosition(std::mt19937& generator);

double uniform(std::mt19937& generator, double low, double high);

/// Straight distance between two positions on the ellipsoid: without trouble at poles and the dateline.
double straightMeters(LatLon a, LatLon b);

}  // namespace cordon::geo::reference
