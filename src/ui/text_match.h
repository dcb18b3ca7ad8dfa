#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cordon::ui {

/// A text to search in: small letters (Latin, Greek and Cyrillic), without the accents of Western and Central Europe
/// and of Japanese in Latin letters. What is no UTF-8 stays as it is. Pure.
std::string foldedText(std::string_view text);

/// How well the letters of `wanted` are found in `text`, in their order; higher is better; nothing where they are not.
///
/// Letters at the starts of words and in unbroken runs count more, and so do shorter texts; spaces in `wanted` are
/// passed over. Both are as foldedText() makes them. Pure.
std::optional<int> fuzzyScore(std::string_view wanted, std::string_view text);

/// How well `text` answers to `wanted` as a name: 4 it is it, 3 it begins so, 2 one of its words begins so, 1 it holds
/// it; nothing otherwise. Both are as foldedText() makes them; an empty `wanted` answers nothing. Pure.
std::optional<int> nameScore(std::string_view wanted, std::string_view text);

}  // namespace cordon::ui
