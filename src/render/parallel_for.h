#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace cordon::render {

/// Calls `work` for 0 to `count` - 1 on as many threads as the machine has cores, this one among them, and returns when
/// all are done. The order is not defined; `work` must not throw. Worth it from about a millisecond of work on.
template <typename Work>
void parallelFor(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), count);
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
  run();
}

}  // namespace cordon::render
