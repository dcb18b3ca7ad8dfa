#include "app/view/latest_worker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>
#include <vector>

namespace cordon::app {
namespace {

using namespace std::chrono_literals;

/// The next answer; waits for it.
template <typename Request, typename Answer>
Answer next(LatestWorker<Request, Answer>& worker) {
  while (true) {
    if (auto answer = worker.takeWithin(1s)) return *answer;
  }
}

TEST(LatestWorker, AnswersOnAnotherThread) {
  std::promise<void> done;
  LatestWorker<int, std::string> worker([](const int& number) { return std::to_string(number); },
                                        [&done] { done.set_value(); });
  EXPECT_FALSE(worker.isBusy());
  EXPECT_FALSE(worker.take());
  worker.request(7);
  EXPECT_EQ(next(worker), "7");
  EXPECT_FALSE(worker.take()) << "an answer is taken once";
  done.get_future().wait();
}

TEST(LatestWorker, LeavesOutWhatALaterRequestReplaces) {
  std::promise<void> started;
  std::promise<void> goOn;
  std::vector<int> worked;
  LatestWorker<int, int> worker(
      [&, mayGoOn = goOn.get_future().share()](const int& number) {
        if (number == 1) {
          started.set_value();
          mayGoOn.wait();
        }
        worked.push_back(number);
        return number;
      },
      {});
  worker.request(1);
  started.get_future().wait();
  EXPECT_TRUE(worker.isBusy());
  EXPECT_FALSE(worker.takeWithin(1ms));
  for (int number = 2; number <= 5; ++number) worker.request(number);
  goOn.set_value();
  int last = 0;
  while (last != 5) last = next(worker);
  EXPECT_EQ(worked, (std::vector<int>{1, 5}));
}

TEST(LatestWorker, EndsWithoutWhatWaits) {
  std::promise<void> started;
  int worked = 0;
  {
    LatestWorker<int, int> worker(
        [&](const int& number) {
          if (number == 1) started.set_value();
          std::this_thread::sleep_for(20ms);
          return worked += number;
        },
        {});
    worker.request(1);
    started.get_future().wait();
    worker.request(100);
  }
  EXPECT_EQ(worked, 1);
}

}  // namespace
}  // namespace cordon::app
