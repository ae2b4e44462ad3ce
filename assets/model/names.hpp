#pragma once

#include "assets/model/asset.hpp"
#include "assets/model/declared/alert.hpp"
#include "assets/model/event.hpp"
#include "assets/model/zone.hpp"
#include "geo/basemap/gazetteer.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace assets {

/// The words for the values of an enum in files, in the order of the values; empty for a None that is not written.
/// Defined for AssetType, Side, PathRule, During, FixKind, Confidence, Activity, Membership::Role, EventKind, ZoneKind,
/// ZoneStatus, Drawn, AlertWhen and geo::PlaceKind.
template <class Enum>
[[nodiscard]] std::span<const std::string_view> names_of() noexcept;

/// The meaning of each of these words, for help and the manual.
template <class Enum>
[[nodiscard]] std::span<const std::string_view> meanings_of() noexcept;

/// A word that is accepted in place of one of names_of(). A reader adds the note `other_word`.
struct OtherWord {
    std::string_view written; ///< in the spelling of column_key()
    std::string_view meant;   ///< one of names_of()
};
/// Empty for an enum without such words.
template <class Enum>
[[nodiscard]] std::span<const OtherWord> other_words_of() noexcept {
    return {};
}
template <>
[[nodiscard]] std::span<const OtherWord> other_words_of<AssetType>() noexcept;
template <>
[[nodiscard]] std::span<const OtherWord> other_words_of<Activity>() noexcept;

template <class Enum>
[[nodiscard]] std::string_view name_of(Enum value) noexcept {
    return names_of<Enum>()[static_cast<std::size_t>(value)];
}

/// The value written as `name`; empty if there is none or `name` is empty.
template <class Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name) noexcept {
    const auto names = names_of<Enum>();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!name.empty() && names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace assets
