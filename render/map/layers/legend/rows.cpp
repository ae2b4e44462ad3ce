#include "render/map/layers/legend/rows.hpp"

#include <algorithm>
#include <iterator>

namespace render {
namespace {

enum class Section { Forces, Known, Zones, Events };

Section section_of(LegendPlace place) {
    switch (place) {
    case LegendPlace::Forces:
        return Section::Forces;
    case LegendPlace::Reported:
    case LegendPlace::Tracks:
    case LegendPlace::Older:
    case LegendPlace::Areas:
    case LegendPlace::Coverage:
        return Section::Known;
    case LegendPlace::Zones:
        return Section::Zones;
    case LegendPlace::Events:
    case LegendPlace::Remarks:
        break;
    }
    return Section::Events;
}

} // namespace

LegendRow& LegendRows::add(LegendPlace place, std::string id, std::string text, int priority) {
    LegendRow row;
    row.id = std::move(id);
    row.text = std::move(text);
    row.priority = priority;
    m_rows.push_back({place, std::move(row)});
    return m_rows.back().row;
}

std::vector<LegendRow> LegendRows::take() {
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Placed& a, const Placed& b) { return a.place < b.place; });
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        m_rows[i].row.new_section = section_of(m_rows[i].place) != section_of(m_rows[i - 1].place);
    std::vector<LegendRow> rows;
    rows.reserve(m_rows.size());
    for (Placed& placed : m_rows)
        rows.push_back(std::move(placed.row));
    m_rows.clear();
    return rows;
}

Colour LegendRows::sample_colour() const {
    return visible.countries.size() == 1 ? in.theme.country_colour(*visible.countries.begin()) : in.theme.text_muted;
}

} // namespace render
