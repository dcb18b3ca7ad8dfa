#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace cordon::app {

/// A thread that answers the latest request: one that waits is replaced by the next.
///
/// All members may be called from any thread. The destructor waits for the request that is being worked on.
template <typename Request, typename Answer>
class LatestWorker {
 public:
  /// `work` runs on the worker's thread; `done` is called there after each answer.
  LatestWorker(std::function<Answer(const Request&)> work, std::function<void()> done)
      : work_(std::move(work)), done_(std::move(done)), thread_([this] { run(); }) {}

  ~LatestWorker() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
      waiting_.reset();
    }
    changed_.notify_all();
    thread_.join();
  }
  LatestWorker(const LatestWorker&) = delete;
  LatestWorker& operator=(const LatestWorker&) = delete;

  void request(Request request) {
    {
      const std::lock_guard lock(mutex_);
      waiting_ = std::move(request);
    }
    changed_.notify_all();
  }

  /// The latest answer that was not taken yet.
  std::optional<Answer> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(answer_, std::nullopt);
  }

  /// The same, after waiting for at most so long while something is asked.
  template <typename Duration>
  std::optional<Answer> takeWithin(Duration duration) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, duration, [this] { return !waiting_ && !working_; });
    return std::exchange(answer_, std::nullopt);
  }

  /// Whether a request waits or is being worked on.
  bool isBusy() const {
    const std::lock_guard lock(mutex_);
    return waiting_ || working_;
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return stopping_ || waiting_; });
      if (stopping_) return;
      const Request request = std::move(*waiting_);
      waiting_.reset();
      working_ = true;
      lock.unlock();
      std::optional<Answer> answer = work_(request);
      lock.lock();
      answer_ = std::move(answer);
      working_ = false;
      changed_.notify_all();
      lock.unlock();
      if (done_) done_();
      lock.lock();
    }
  }

  std::function<Answer(const Request&)> work_;
  std::function<void()> done_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Request> waiting_;
  std::optional<Answer> answer_;
  bool working_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace cordon::app
