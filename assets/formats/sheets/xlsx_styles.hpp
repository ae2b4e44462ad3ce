#pragma once

#include "assets/formats/sheets/cells/number_format.hpp"
#include "assets/formats/sheets/cells/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// The number formats of the cells of an .xlsx file.
class XlsxStyles {
public:
    XlsxStyles() = default;
    explicit XlsxStyles(pugi::xml_node style_sheet);
    /// Of a cell's attribute `s`.
    [[nodiscard]] const NumberFormat& of(std::size_t style) const noexcept;

private:
    std::vector<NumberFormat> m_formats;
    NumberFormat m_general;
};

/// The texts of an .xlsx file that cells share.
[[nodiscard]] std::vector<std::string> shared_strings(pugi::xml_node table);
/// The text of an element `si` or `is`: its runs without readings (furigana), and with _x000D_ decoded.
[[nodiscard]] std::string rich_text(pugi::xml_node);
/// Decodes _xHHHH_, which stands for a character that XML cannot have.
[[nodiscard]] std::string decoded(std::string_view);

} // namespace assets
