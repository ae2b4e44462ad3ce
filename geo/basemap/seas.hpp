#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"
#include "geo/text/local_names.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geo {

/// A named sea or strait. Its outline is coarse and runs inland in places; it is cut to water when drawn.
struct Sea {
    std::string id;           ///< such as south-china-sea
    std::string name;         ///< such as South China Sea
    std::string second_name;  ///< second line of the label, such as "East Sea" for the Sea of Japan; empty for most
    std::string article_name; ///< in running text: "the South China Sea", "waters around Japan"
    LocalNames names;         ///< in other languages
    LocalNames second_names;  ///< `second_name` in other languages
    std::vector<std::string> aliases;
    std::vector<std::string> contains; ///< ids of the seas inside this one
    Polygon outline;
    LonLat label;                ///< in open water
    double label_angle_deg;      ///< counter-clockwise, along the axis of the sea
    double min_scale, max_scale; ///< scale denominators between which the name is drawn; 0 = no limit
    bool drawn_as_label;         ///< false for areas used only in text, such as "waters around Japan"
    int rank;                    ///< 1 ocean .. 5 narrow strait
};

class Seas {
public:
    [[nodiscard]] static Seas read(const std::filesystem::path& geojson); ///< throws ReadError
    [[nodiscard]] const std::vector<Sea>& seas() const noexcept { return m_seas; }
    [[nodiscard]] const Sea* by_id(std::string_view id) const;           ///< null when there is none
    [[nodiscard]] const Sea* find(std::string_view name_or_alias) const; ///< compared with fold_name(); null when none
    [[nodiscard]] bool contains(const Sea&, LonLat) const;
    /// The smallest sea that contains the point and is drawn as a label, or null.
    [[nodiscard]] const Sea* at(LonLat) const;
    /// The name or alias nearest to a misspelt name; empty when none is near. See close_names().
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name) const;

private:
    std::vector<Sea> m_seas;
    std::vector<double> m_areas; ///< relative areas of the outlines, in the order of m_seas
    std::vector<std::pair<std::string, std::size_t>> m_index; ///< folded name, index of the sea; sorted
};

} // namespace geo
