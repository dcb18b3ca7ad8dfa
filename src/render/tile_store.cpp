#include "render/tile_store.h"

#include <algorithm>
#include <exception>

namespace cordon::render {

using mapdata::TileKey;
using mapdata::TileRaster;

TileStore::TileStore(Builder build, unsigned threads, std::function<void()> built)
    : build_(std::move(build)), built_(std::move(built)) {
  for (unsigned i = 0; i < std::max(1U, threads); ++i) threads_.emplace_back([this] { work(); });
}

TileStore::~TileStore() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void TileStore::request(const std::vector<TileKey>& keys) {
  {
    const std::lock_guard lock(mutex_);
    queue_.clear();
    const std::set<TileKey> wanted(keys.begin(), keys.end());
    std::erase_if(tiles_, [&wanted](const auto& tile) { return !wanted.contains(tile.first); });
    for (const TileKey& key : keys) {
      if (tiles_.contains(key) || underWay_.contains(key)) continue;
      failures_.erase(key);
      queue_.push_back(key);
    }
  }
  changed_.notify_all();
}

std::shared_ptr<const TileRaster> TileStore::wait(TileKey key) {
  std::unique_lock lock(mutex_);
  while (true) {
    if (const auto found = tiles_.find(key); found != tiles_.end()) return found->second;
    if (const auto failed = failures_.find(key); failed != failures_.end()) {
      const std::exception_ptr failure = failed->second;
      failures_.erase(failed);
      std::rethrow_exception(failure);
    }
    // Another thread's request may have dropped it from the queue meanwhile.
    if (!underWay_.contains(key) && std::find(queue_.begin(), queue_.end(), key) == queue_.end()) {
      queue_.push_front(key);
      changed_.notify_all();
    }
    changed_.wait(lock);
  }
}

std::shared_ptr<const TileRaster> TileStore::poll(TileKey key) {
  const std::lock_guard lock(mutex_);
  if (const auto found = tiles_.find(key); found != tiles_.end()) return found->second;
  if (const auto failed = failures_.find(key); failed != failures_.end()) {
    const std::exception_ptr failure = failed->second;
    failures_.erase(failed);
    std::rethrow_exception(failure);
  }
  return nullptr;
}

void TileStore::forget(TileKey key) {
  const std::lock_guard lock(mutex_);
  tiles_.erase(key);
}

void TileStore::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    if (stopping_) return;
    const TileKey key = queue_.front();
    queue_.pop_front();
    underWay_.insert(key);
    lock.unlock();
    std::shared_ptr<const TileRaster> tile;
    std::exception_ptr failure;
    try {
      tile = std::make_shared<const TileRaster>(build_(key));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    underWay_.erase(key);
    if (failure) {
      failures_[key] = failure;
    } else {
      tiles_[key] = std::move(tile);
    }
    changed_.notify_all();
    if (built_) {
      lock.unlock();
      built_();
      lock.lock();
    }
  }
}

}  // namespace cordon::render
