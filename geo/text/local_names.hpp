#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// The names of one thing in the languages that maps print names in; a name is empty where none is known. The English
/// name is only given for a thing whose main name is not English.
struct LocalNames {
    std::string en, ko, ja, zh;
    std::string fr = {};

    static constexpr std::array<std::string_view, 5> languages{"en", "ko", "ja", "zh", "fr"};
    /// The name in one of `languages`; empty for any other language.
    [[nodiscard]] std::string_view in(std::string_view language) const noexcept;
    /// The member of a language; null for a language that is not one of `languages`.
    [[nodiscard]] std::string* member(std::string_view language) noexcept;
    [[nodiscard]] friend bool operator==(const LocalNames&, const LocalNames&) = default;
};

/// The languages in which names are printed: one, or two in the order in which they stand on the map.
struct NameLanguages {
    std::string first = "en", second = {}; ///< each is one of LocalNames::languages; `second` is empty for one language
};
/// Reads "ko" or "en+ko"; empty for an unknown language and for the same language twice.
[[nodiscard]] std::optional<NameLanguages> name_languages(std::string_view);
/// All texts that name_languages() reads, single languages first.
[[nodiscard]] const std::vector<std::string>& name_language_choices();

} // namespace geo
