#include "assets/model/values/web_link.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assets {
namespace {

bool begins_with(std::string_view text, std::string_view lower_case) {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char wanted, char given) {
               return (given >= 'A' && given <= 'Z' ? static_cast<char>(given - 'A' + 'a') : given) == wanted;
           });
}

bool stands_for_itself(char c) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter_or_digit || std::string_view{"-._~:/?#@!$&*+,;=%"}.find(c) != std::string_view::npos;
}

} // namespace

std::string web_link(std::string_view address) {
    constexpr std::string_view doi = "doi:";
    std::string link;
    if (begins_with(address, doi)) {
        address.remove_prefix(doi.size());
        if (!address.starts_with("10.")) return {};
        link = "https://doi.org/";
    } else if (!begins_with(address, "http://") && !begins_with(address, "https://")) {
        return {};
    }
    for (const char c : address)
        if (stands_for_itself(c))
            link += c;
        else
            link += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return link;
}

} // namespace assets
