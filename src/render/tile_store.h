#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "mapdata/tile.h"

namespace cordon::render {

/// Builds tiles on worker threads and keeps them until they are forgotten.
///
/// All members may be called from any thread.
class TileStore {
 public:
  using Builder = std::function<mapdata::TileRaster(mapdata::TileKey)>;

  /// `build` must be callable from several threads at once. `built` (may be empty) is called after each tile, by the
  /// thread that built it.
  TileStore(Builder build, unsigned threads, std::function<void()> built = {});
  ~TileStore();
  TileStore(const TileStore&) = delete;
  TileStore& operator=(const TileStore&) = delete;

  /// Queues those of the tiles that are neither there nor under way, in this order; forgets queued ones that
  /// are no longer wanted, and drops finished ones that nobody took.
  void request(const std::vector<mapdata::TileKey>& keys);

  /// Waits for a tile (requesting it if need be); rethrows what its builder threw, once: the next call tries again.
  std::shared_ptr<const mapdata::TileRaster> wait(mapdata::TileKey key);

  /// A tile if it is there, else null; rethrows what its builder threw, once. Never waits for a builder.
  std::shared_ptr<const mapdata::TileRaster> poll(mapdata::TileKey key);

  /// Drops a tile that is there.
  void forget(mapdata::TileKey key);

 private:
  void work();

  Builder build_;
  std::function<void()> built_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<mapdata::TileKey> queue_;
  std::set<mapdata::TileKey> underWay_;
  std::map<mapdata::TileKey, std::shared_ptr<const mapdata::TileRaster>> tiles_;
  std::map<mapdata::TileKey, std::exception_ptr> failures_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace cordon::render
