#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cordon::ui {

/// A text to search in: small letters (Latin, Greek and Cyrillic), without the accents of Western and Central Europe
/// and of Japanese in Latin letters. What is no UTF-8 stays as it is. Pure.
std::string foldedText(std::string_view text);

/// How well a text of several lines answers to typed words, its first line (a title) above the others; higher is
/// better, nothing where it does not.
///
/// Best is a title that begins so, then one with words that begin so, then such words anywhere, then words that hold
/// them, and last initials: "lare" and "lr" for "layer: relief". Both are as foldedText() makes them. Pure.
std::optional<int> commandScore(std::string_view wanted, std::string_view text);

/// How well `text` answers to `wanted` as a name: 4 it is it, 3 it begins so, 2 one of its words begins so, 1 it holds
/// it; nothing otherwise. Both are as foldedText() makes them; an empty `wanted` answers nothing. Pure.
std::optional<int> nameScore(std::string_view wanted, std::string_view text);

}  // namespace cordon::ui
