#include "assets/formats/sheets/ods_styles.hpp"

namespace assets {
namespace {

NumberFormat format_of(pugi::xml_node style) {
    NumberFormat format;
    const std::string_view kind = style.name();
    format.elapsed = value_of(style, "number:truncate-on-overflow") == "false";
    for (const auto part : style.children()) {
        const std::string_view name = part.name();
        format.year = format.year || name == "number:year" || name == "number:era";
        format.month =
            format.month || name == "number:month" || name == "number:quarter" || name == "number:week-of-year";
        format.day = format.day || name == "number:day" || name == "number:day-of-week";
        format.clock = format.clock || name == "number:hours" || name == "number:minutes" || name == "number:seconds";
        if (name == "number:seconds" && whole_number_of(value_of(part, "number:decimal-places")) > 0)
            format.milliseconds = true;
        if (kind == "number:number-style" && name == "number:number" && value_of(part, "number:grouping") != "true" &&
            whole_number_of(value_of(part, "number:decimal-places")) == 0 &&
            whole_number_of(value_of(part, "number:min-integer-digits")) > 1)
            format.padded_digits = whole_number_of(value_of(part, "number:min-integer-digits"));
    }
    return format;
}

} // namespace

void OdsStyles::add(pugi::xml_node styles) {
    for (const auto style : styles.children()) {
        const std::string_view kind = style.name();
        const std::string name{value_of(style, "style:name")};
        if (kind == "style:style") {
            if (const auto data = value_of(style, "style:data-style-name"); !data.empty()) m_data_styles[name] = data;
            if (const auto parent = value_of(style, "style:parent-style-name"); !parent.empty())
                m_parents[name] = parent;
        } else if (kind == "number:date-style" || kind == "number:time-style" || kind == "number:number-style") {
            m_formats[name] = format_of(style);
        }
    }
}

const NumberFormat& OdsStyles::of(std::string_view style) const {
    constexpr int most_parents = 8;
    for (int i = 0; i < most_parents; ++i) {
        if (const auto data = m_data_styles.find(style); data != m_data_styles.end()) {
            const auto format = m_formats.find(data->second);
            return format == m_formats.end() ? m_general : format->second;
        }
        const auto parent = m_parents.find(style);
        if (parent == m_parents.end()) break;
        style = parent->second;
    }
    return m_general;
}

} // namespace assets
