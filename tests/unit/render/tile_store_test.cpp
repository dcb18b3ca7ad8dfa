#include "render/tile_store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

namespace cordon::render {
namespace {

using mapdata::TileKey;
using mapdata::TileRaster;

TileRaster rasterOf(TileKey key) {
  TileRaster raster;
  raster.key = key;
  return raster;
}

std::vector<TileKey> row(int count) {
  std::vector<TileKey> keys;
  for (int x = 0; x < count; ++x) keys.push_back({9, x, 7});
  return keys;
}

TEST(TileStore, GivesTheTileThatWasAskedFor) {
  TileStore store(rasterOf, 2);
  const TileKey key{5, 3, 2};
  EXPECT_EQ(store.wait(key)->key, key);
}

TEST(TileStore, BuildsEachTileOnceHoweverManyThreadsWait) {
  std::mutex mutex;
  std::map<TileKey, int> builds;
  TileStore store(
      [&](TileKey key) {
        const std::lock_guard lock(mutex);
        ++builds[key];
        return rasterOf(key);
      },
      3);
  const std::vector<TileKey> keys = row(200);
  std::vector<std::thread> threads;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < keys.size(); ++i) {
        const TileKey key = keys[(i + static_cast<std::size_t>(t) * 50) % keys.size()];
        if (store.wait(key)->key != key) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(builds.size(), keys.size());
  for (const auto& [key, count] : builds) EXPECT_EQ(count, 1) << "tile " << key.x;
}

TEST(TileStore, BuildsInTheOrderOfTheRequest) {
  std::vector<TileKey> order;  // one worker: no lock needed, wait() makes it visible
  TileStore store(
      [&](TileKey key) {
        order.push_back(key);
        return rasterOf(key);
      },
      1);
  const std::vector<TileKey> keys = row(20);
  store.request(keys);
  store.wait(keys.back());
  EXPECT_EQ(order, keys);
}

TEST(TileStore, DropsQueuedTilesThatAreNoLongerWanted) {
  std::latch started(1);
  std::latch mayFinish(1);
  std::vector<TileKey> order;
  TileStore store(
      [&](TileKey key) {
        order.push_back(key);
        if (key.x == 0) {
          started.count_down();
          mayFinish.wait();
        }
        return rasterOf(key);
      },
      1);
  const std::vector<TileKey> keys = row(6);
  store.request(keys);
  started.wait();
  store.request({keys[4]});
  mayFinish.count_down();
  store.wait(keys[4]);
  EXPECT_EQ(order, (std::vector<TileKey>{keys[0], keys[4]}));
}

TEST(TileStore, KeepsWhatAnotherThreadWaitsForWhenARequestDropsIt) {
  std::latch started(1);
  std::latch mayFinish(1);
  TileStore store(
      [&](TileKey key) {
        if (key.x == 0) {
          started.count_down();
          mayFinish.wait();
        }
        return rasterOf(key);
      },
      1);
  const std::vector<TileKey> keys = row(4);
  store.request(keys);
  started.wait();
  auto waiting = std::async(std::launch::async, [&] { return store.wait(keys[2])->key; });
  store.request({keys[3]});
  mayFinish.count_down();
  EXPECT_EQ(waiting.get(), keys[2]);
}

TEST(TileStore, RethrowsWhatTheBuilderThrew) {
  TileStore store([](TileKey) -> TileRaster { throw std::runtime_error("the disk is gone"); }, 2);
  try {
    store.wait({4, 1, 1});
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "the disk is gone");
  }
}

TEST(TileStore, AFailedTileLeavesTheOthersUsableAndCanBeTriedAgain) {
  std::atomic<bool> broken{true};
  TileStore store(
      [&](TileKey key) {
        if (key.x == 1 && broken) throw std::runtime_error("unreadable");
        return rasterOf(key);
      },
      2);
  EXPECT_THROW(store.wait({4, 1, 1}), std::runtime_error);
  EXPECT_EQ(store.wait({4, 2, 1})->key.x, 2);
  broken = false;
  EXPECT_EQ(store.wait({4, 1, 1})->key.x, 1);
}

TEST(TileStore, BuildsAForgottenTileAgainAndLeavesItToThoseWhoHoldIt) {
  std::atomic<int> builds{0};
  TileStore store(
      [&](TileKey key) {
        ++builds;
        return rasterOf(key);
      },
      1);
  const TileKey key{6, 9, 9};
  const auto held = store.wait(key);
  store.forget(key);
  EXPECT_EQ(held->key, key);
  store.forget({6, 9, 10});  // was never there
  EXPECT_EQ(store.wait(key)->key, key);
  EXPECT_EQ(builds, 2);
}

TEST(TileStore, EndsWithoutBuildingWhatIsStillQueued) {
  std::atomic<int> builds{0};
  {
    TileStore store(
        [&](TileKey key) {
          ++builds;
          std::this_thread::sleep_for(std::chrono::milliseconds(5));  // all of them would take five seconds
          return rasterOf(key);
        },
        1);
    store.request(row(1000));
    store.wait(row(1).front());
  }
  EXPECT_GE(builds, 1);
  EXPECT_LT(builds, 1000);
}

}  // namespace
}  // namespace cordon::render
