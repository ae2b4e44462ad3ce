#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A name in lower case without accents, punctuation and spaces: "Đà Nẵng" and "Da Nang" both fold to "danang". CJK
/// characters are kept. Bytes that are not UTF-8 are dropped.
[[nodiscard]] std::string fold_name(std::string_view utf8);

/// The words of a name in a file: "patrol aircraft" for "patrol_aircraft".
[[nodiscard]] std::string with_spaces(std::string_view name);

/// Damerau-Levenshtein distance of the folded names in code points (optimal string alignment: insert, delete, replace,
/// swap neighbours).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The end of a message about a wrong name, which suggests the nearest known name: "; did you mean 'export'?". The
/// nearest name is the first with the smallest edit_distance(), if the distance is at most 1 or a third of the bytes of
/// `wrong`; otherwise the longest known name that is a prefix of `wrong` ("robin" for "robinson"). Empty when no name
/// is near, and for a `wrong` of more than 80 bytes.
[[nodiscard]] std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known);
[[nodiscard]] std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known);
/// The same, but `otherwise` where no known name is near: "; `theatrum help types` lists the types".
[[nodiscard]] std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known,
                                       std::string_view otherwise);
/// The same, but where no known name is near it lists them all: "; use article or dark".
[[nodiscard]] std::string did_you_mean_or_list(std::string_view wrong, const std::vector<std::string>& known);

/// At most `count` known names that `name` may be a misspelling of, nearest first, equally near ones in the order of
/// `known`. A name of three to six letters may have one wrong, of seven to ten two, of more three; a looser hint would
/// mislead (Groton is no misspelt Triton). Words count as spelt by fold_name().
[[nodiscard]] std::vector<std::string> close_names(std::string_view name, const std::vector<std::string>& known,
                                                   std::size_t count);

} // namespace geo
