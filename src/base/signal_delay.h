#pragma once

#include <array>
#include <csignal>

namespace cordon {

/// While it lives, signals that would end the process are noted instead; it delivers them when it ends.
///
/// Signals that the process ignores stay ignored; SIGXFSZ is ignored, so that writing past a size limit is an error
/// of write(). Dispositions belong to the process: only one of these may live at a time. Private to base.
class SignalDelay {
 public:
  SignalDelay();
  ~SignalDelay();
  SignalDelay(const SignalDelay&) = delete;
  SignalDelay& operator=(const SignalDelay&) = delete;

  /// Whether a signal waits.
  static bool isPending();

 private:
  struct Saved {
    int signal = 0;
    struct sigaction action = {};
  };
  std::array<Saved, 4> saved_;
};

}  // namespace cordon
