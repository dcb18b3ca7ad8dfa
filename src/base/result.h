#pragma once

#include <stdexcept>
#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace cordon {

/// A value with the warnings met on the way, or the errors that prevented it.
///
/// Used for everything that depends on the user's data. Reading the value of a failed result is a
/// programmer's error and throws std::logic_error.
template <typename T>
class [[nodiscard]] Result {
 public:
  /// A success; `diagnostics` must hold no error.
  Result(T value, Diagnostics diagnostics = {}) : value_(std::move(value)), diagnostics_(std::move(diagnostics)) {}

  /// A failure; `diagnostics` must hold at least one error.
  static Result failure(Diagnostics diagnostics) { return Result(Failed{}, std::move(diagnostics)); }

  /// A failure with one error.
  static Result failure(Diagnostic diagnostic) { return Result(Failed{}, Diagnostics{std::move(diagnostic)}); }

  bool ok() const { return value_.index() == 1; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    requireOk();
    return std::get<1>(value_);
  }
  T& value() & {
    requireOk();
    return std::get<1>(value_);
  }
  T&& value() && {
    requireOk();
    return std::get<1>(std::move(value_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Failed {};  // keeps a failure apart from a value that is itself a list of diagnostics
  Result(Failed, Diagnostics diagnostics) : diagnostics_(std::move(diagnostics)) {}
  void requireOk() const {
    if (!ok()) throw std::logic_error("value of a failed Result read");
  }

  std::variant<std::monostate, T> value_;
  Diagnostics diagnostics_;
};

}  // namespace cordon
