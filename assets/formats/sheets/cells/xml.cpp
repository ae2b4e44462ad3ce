#include "assets/formats/sheets/cells/xml.hpp"

#include "assets/formats/sheets/cells/sheet_error.hpp"
#include "assets/model/values/codes.hpp"

#include <charconv>
#include <cmath>
#include <new>

#include <fmt/format.h>

namespace assets {
namespace {

std::string_view without_prefix(std::string_view name) noexcept {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

XmlTree::XmlTree(std::string text, std::string_view member) : m_text{std::move(text)} {
    constexpr unsigned options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single;
    const auto result = m_document.load_buffer_inplace(m_text.data(), m_text.size(), options);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc{};
    if (!result)
        throw SheetError{code::syntax,
                         fmt::format("is damaged: {} is not well-formed XML ({})", member, result.description())};
    for (const auto node : m_document.children())
        if (node.type() == pugi::node_doctype)
            throw SheetError{code::syntax, fmt::format("has a DOCTYPE in {}, which is not read", member)};
}

std::string_view local_name(pugi::xml_node node) noexcept {
    return without_prefix(node.name());
}

bool is_named(pugi::xml_node node, std::string_view local) noexcept {
    return local_name(node) == local;
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) noexcept {
    for (const auto inner : node.children())
        if (is_named(inner, local)) return inner;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local) noexcept {
    for (const auto value : node.attributes())
        if (without_prefix(value.name()) == local) return value.value();
    return {};
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

int whole_number_of(std::string_view text) noexcept {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace assets
