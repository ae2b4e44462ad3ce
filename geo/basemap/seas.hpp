#pragma once

#include "geo/earth/box.hpp"
#include "geo/earth/lonlat.hpp"
#include "geo/earth/shape.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A named sea or strait of the theatre: our own coarse outline, cut to water when drawn.
struct Sea {
    std::string id;           ///< south-china-sea
    std::string name;         ///< South China Sea
    std::string second_name;  ///< "East Sea" beside "Sea of Japan": a second line of the label; empty for most
    std::string article_name; ///< in running text: "the South China Sea", "waters around Japan"
    std::string name_ko, name_ja, name_zh;
    std::vector<std::string> aliases;
    std::vector<std::string> contains; ///< ids of the seas inside it (geometrically a parent)
    Polygon outline;
    LonLat label;                ///< in open water
    double label_angle_deg;      ///< counter-clockwise, along the sea's axis
    double min_scale, max_scale; ///< page scale denominators between which its name is drawn; 0 = no limit
    bool drawn_as_label;         ///< false for areas of speech such as "waters around Japan"
    int rank;                    ///< 1 ocean .. 5 narrow strait
};

class Seas {
public:
    [[nodiscard]] static Seas read(const std::filesystem::path& geojson); ///< throws ReadError
    [[nodiscard]] const std::vector<Sea>& seas() const noexcept { return m_seas; }
    [[nodiscard]] const Sea* by_id(std::string_view id) const;
    [[nodiscard]] const Sea* find(std::string_view name_or_alias) const; ///< folded like the gazetteer
    [[nodiscard]] bool contains(const Sea&, LonLat) const;
    /// The smallest sea that holds the point and is drawn as a label, or null.
    [[nodiscard]] const Sea* at(LonLat) const;
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name, std::size_t count = 1) const;

private:
    std::vector<Sea> m_seas;
    std::vector<double> m_areas; ///< of the outlines, square degrees weighted by the cosine of latitude
};

} // namespace geo
