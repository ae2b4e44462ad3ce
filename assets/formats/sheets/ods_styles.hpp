#pragma once

#include "assets/formats/sheets/cells/number_format.hpp"
#include "assets/formats/sheets/cells/xml.hpp"

#include <map>
#include <string>
#include <string_view>

namespace assets {

/// The number formats of the cells of an .ods file.
class OdsStyles {
public:
    /// Adds the styles of an element such as office:automatic-styles.
    void add(pugi::xml_node styles);
    /// Of a cell's style; a general format if there is none.
    [[nodiscard]] const NumberFormat& of(std::string_view style) const;

private:
    std::map<std::string, NumberFormat, std::less<>> m_formats; ///< by the name of number:date-style and others
    std::map<std::string, std::string, std::less<>> m_data_styles, m_parents; ///< by the name of style:style
    NumberFormat m_general;
};

} // namespace assets
