#include "geo/text/local_names.hpp"

#include <algorithm>

namespace geo {
namespace {

template <class Names>
auto* member_of(Names& names, std::string_view language) noexcept {
    if (language == "en") return &names.en;
    if (language == "ko") return &names.ko;
    if (language == "ja") return &names.ja;
    if (language == "fr") return &names.fr;
    return language == "zh" ? &names.zh : nullptr;
}

} // namespace

std::string_view LocalNames::in(std::string_view language) const noexcept {
    const std::string* name = member_of(*this, language);
    return name != nullptr ? std::string_view{*name} : std::string_view{};
}

std::string* LocalNames::member(std::string_view language) noexcept {
    return member_of(*this, language);
}

const std::vector<std::string>& name_language_choices() {
    static const std::vector<std::string> choices = [] {
        std::vector<std::string> made(LocalNames::languages.begin(), LocalNames::languages.end());
        for (const std::string_view first : LocalNames::languages)
            for (const std::string_view second : LocalNames::languages)
                if (first != second) made.push_back(std::string{first} + "+" + std::string{second});
        return made;
    }();
    return choices;
}

std::optional<NameLanguages> name_languages(std::string_view text) {
    const auto& choices = name_language_choices();
    if (std::find(choices.begin(), choices.end(), text) == choices.end()) return std::nullopt;
    const std::size_t plus = std::min(text.find('+'), text.size());
    return NameLanguages{std::string{text.substr(0, plus)}, std::string{text.substr(std::min(plus + 1, text.size()))}};
}

} // namespace geo
