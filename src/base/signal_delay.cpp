#include "base/signal_delay.h"

namespace cordon {

namespace {

// A handler can reach nothing else than a static object.
volatile std::sig_atomic_t pendingSignal = 0;

extern "C" void noteSignal(int signal) {
  pendingSignal = signal;
}

}  // namespace

SignalDelay::SignalDelay() : saved_{{{SIGINT, {}}, {SIGTERM, {}}, {SIGHUP, {}}, {SIGXFSZ, {}}}} {
  pendingSignal = 0;
  for (Saved& saved : saved_) {
    struct sigaction action = {};
    action.sa_handler = saved.signal == SIGXFSZ ? SIG_IGN : noteSignal;
    sigemptyset(&action.sa_mask);
    sigaction(saved.signal, nullptr, &saved.action);
    if (saved.action.sa_handler != SIG_IGN) sigaction(saved.signal, &action, nullptr);
  }
}

SignalDelay::~SignalDelay() {
  for (const Saved& saved : saved_) sigaction(saved.signal, &saved.action, nullptr);
  if (pendingSignal != 0) std::raise(pendingSignal);
}

bool SignalDelay::isPending() {
  return pendingSignal != 0;
}

}  // namespace cordon
