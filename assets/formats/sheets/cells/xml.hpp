#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace assets {

/// The XML of an archive's member. Owns the text, which the tree refers to.
class XmlTree {
public:
    /// Throws SheetError if the text is not well-formed or has a DOCTYPE.
    XmlTree(std::string text, std::string_view member);
    [[nodiscard]] pugi::xml_node root() const { return m_document.document_element(); }

private:
    std::string m_text;
    pugi::xml_document m_document;
};

/// The name without the prefix of its namespace: `row` for `x:row`.
[[nodiscard]] std::string_view local_name(pugi::xml_node) noexcept;
[[nodiscard]] bool is_named(pugi::xml_node, std::string_view local) noexcept;
/// The first child element of this local name.
[[nodiscard]] pugi::xml_node child(pugi::xml_node, std::string_view local) noexcept;
/// The value of the attribute with this local name; empty if there is none.
[[nodiscard]] std::string_view attribute(pugi::xml_node, std::string_view local) noexcept;
/// The value of the attribute with this name and prefix; empty if there is none.
[[nodiscard]] inline std::string_view value_of(pugi::xml_node node, const char* name) noexcept {
    return node.attribute(name).value();
}

/// The number that the whole text is; none if it is not one or not finite.
[[nodiscard]] std::optional<double> number_of(std::string_view);
/// The whole number with which the text begins; 0 if there is none.
[[nodiscard]] int whole_number_of(std::string_view) noexcept;

} // namespace assets
