#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Lower case, accents and punctuation dropped: "Đà Nẵng" and "Da Nang" fold to the same; CJK is kept. Blanks are
/// dropped too, so that "Cam Ranh" and "Camranh" are one. Bytes that are not UTF-8 are dropped.
[[nodiscard]] std::string fold_name(std::string_view utf8);

/// Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap neighbours) on folded names,
/// in code points; for "did you mean".
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest of the known names, of equals the first; else the longest that `wrong` begins with ("robin" of
/// "robinson"). Empty when none is near: more than one edit in three letters is no misspelling.
[[nodiscard]] std::string nearest_name(std::string_view wrong, const std::vector<std::string>& known);
/// The end of a message about a wrong name: "; did you mean 'export'?" with the nearest name, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known);
[[nodiscard]] std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known);

/// The names of `known` nearest to `name`, best first, at equal distance in the order of `known`; none whose distance
/// exceeds half the length of `name`, for such a hint would mislead.
[[nodiscard]] std::vector<std::string> nearest_names(std::string_view name, const std::vector<std::string>& known,
                                                     std::size_t count);

} // namespace geo
