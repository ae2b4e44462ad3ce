#include "render/map/style/theme.hpp"

#include "geo/basemap/files/toml_file.hpp"
#include "geo/error.hpp"
#include "render/picture/units.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace render {
namespace {

struct ColourKey {
    std::string_view key;
    Colour Theme::*member;
};
struct NumberKey {
    std::string_view key;
    double Theme::*member;
};

constexpr ColourKey colour_keys[] = {
    {"page", &Theme::page},
    {"sea", &Theme::sea},
    {"off_earth", &Theme::off_earth},
    {"land", &Theme::land},
    {"coast", &Theme::coast},
    {"border", &Theme::border},
    {"disputed_border", &Theme::disputed_border},
    {"graticule", &Theme::graticule},
    {"frame", &Theme::frame},
    {"text", &Theme::text},
    {"text_muted", &Theme::text_muted},
    {"sea_label", &Theme::sea_label},
    {"place_label", &Theme::place_label},
    {"place_dot", &Theme::place_dot},
    {"halo", &Theme::halo},
    {"panel", &Theme::panel},
    {"panel_edge", &Theme::panel_edge},
    {"accent", &Theme::accent},
    {"zone_line", &Theme::zone_line},
    {"zone_tint", &Theme::zone_tint},
    {"demarcation", &Theme::demarcation},
    {"dmz_tint", &Theme::dmz_tint},
    {"event_mark", &Theme::event_mark},
    {"event_text", &Theme::event_text},
    {"other_country", &Theme::other_country},
};
/// In the order of assets::VesselClass.
constexpr std::array<std::string_view, 7> target_keys{"naval", "coast_guard", "government", "fishing",
                                                      "cargo", "tanker",      "other"};
constexpr NumberKey opacity_keys[] = {
    {"area_tint", &Theme::area_tint_opacity},
    {"held", &Theme::held_opacity},
    {"stale", &Theme::stale_opacity},
};
constexpr NumberKey width_keys[] = {
    {"coast", &Theme::coast_mm},         {"border", &Theme::border_mm},
    {"graticule", &Theme::graticule_mm}, {"frame", &Theme::frame_mm},
    {"track", &Theme::track_mm},         {"zone_line", &Theme::zone_line_mm},
    {"leader", &Theme::leader_mm},       {"symbol_halo", &Theme::symbol_halo_mm},
    {"text_halo", &Theme::text_halo_mm},
};
constexpr NumberKey size_keys[] = {
    {"symbol", &Theme::symbol_mm},           {"title", &Theme::title_mm},
    {"subtitle", &Theme::subtitle_mm},       {"asset_label", &Theme::asset_label_mm},
    {"place_label", &Theme::place_label_mm}, {"sea_label", &Theme::sea_label_mm},
    {"legend", &Theme::legend_mm},           {"small", &Theme::small_mm},
};
constexpr NumberKey space_keys[] = {
    {"margin", &Theme::margin_mm},
    {"gap", &Theme::gap_mm},
};

/// The colour of #rrggbb or #rrggbbaa.
std::optional<Colour> colour_from(std::string_view text) {
    const bool well_formed = (text.size() == 7 || text.size() == 9) && text[0] == '#';
    std::uint32_t bits = 0;
    const char* const end = text.data() + text.size();
    if (!well_formed || std::from_chars(text.data() + 1, end, bits, 16).ptr != end) return std::nullopt;
    if (text.size() == 7) bits = (bits << 8U) | 0xffU;
    const auto byte = [bits](unsigned shift) {
        return static_cast<std::uint8_t>((bits >> shift) & 0xffU);
    };
    return Colour{byte(24), byte(16), byte(8), byte(0)};
}

/// Reads one theme file. Every error message names the file and the key.
class Reader {
public:
    explicit Reader(const std::filesystem::path& path) : m_file{path.string()} { m_table = geo::read_toml(path); }

    [[nodiscard]] Theme theme() const {
        reject_unknown_keys(m_table, "",
                            {"name", "colours", "country", "target", "opacity", "widths_mm", "sizes_mm", "space_mm"});
        Theme theme{};
        const auto name = m_table["name"].value<std::string>();
        if (!name) fail("name", "missing");
        theme.name = *name;
        colours(theme);
        numbers(theme, "opacity", opacity_keys, 0.0, 1.0);
        numbers(theme, "widths_mm", width_keys, 0.01, 20.0);
        numbers(theme, "sizes_mm", size_keys, 0.5, 50.0);
        numbers(theme, "space_mm", space_keys, 0.0, 50.0);
        std::set<std::string, std::less<>> classes;
        for (std::size_t i = 0; i < target_keys.size(); ++i) {
            classes.emplace(target_keys[i]);
            const std::string key = "target." + std::string{target_keys[i]};
            const toml::node* node = table("target").get(target_keys[i]);
            if (node == nullptr) fail(key, "missing");
            theme.target.at(i) = colour(key, *node);
        }
        reject_unknown_keys(table("target"), "target.", classes);
        for (const auto& [key, value] : table("country")) {
            const std::string iso{key.str()};
            theme.country[iso] = colour("country." + iso, value);
        }
        return theme;
    }

private:
    [[noreturn]] void fail(const std::string& key, const std::string& what) const {
        throw geo::ReadError{fmt::format("{}: {}: {}", m_file, key, what)};
    }

    [[nodiscard]] const toml::table& table(const std::string& key) const {
        const auto* found = m_table[key].as_table();
        if (found == nullptr) fail(key, "missing");
        return *found;
    }

    void reject_unknown_keys(const toml::table& in, const std::string& prefix,
                             const std::set<std::string, std::less<>>& known) const {
        for (const auto& [key, value] : in) {
            if (!known.contains(key.str())) fail(prefix + std::string{key.str()}, "unknown key");
        }
    }

    [[nodiscard]] Colour colour(const std::string& key, const toml::node& node) const {
        const auto colour = colour_from(node.value<std::string>().value_or(""));
        if (!colour) fail(key, "must be a colour like \"#c8102e\" or \"#c8102e80\"");
        return *colour;
    }

    void colours(Theme& theme) const {
        const toml::table& in = table("colours");
        std::set<std::string, std::less<>> known;
        for (const auto& [key, member] : colour_keys) {
            known.emplace(key);
            const toml::node* node = in.get(key);
            if (node == nullptr) fail("colours." + std::string{key}, "missing");
            theme.*member = colour("colours." + std::string{key}, *node);
        }
        reject_unknown_keys(in, "colours.", known);
    }

    void numbers(Theme& theme, const std::string& section, std::span<const NumberKey> keys, double least,
                 double most) const {
        const toml::table& in = table(section);
        std::set<std::string, std::less<>> known;
        for (const auto& [key, member] : keys) {
            known.emplace(key);
            const std::string name = section + "." + std::string{key};
            const toml::node* node = in.get(key);
            if (node == nullptr) fail(name, "missing");
            const auto number = node->value<double>();
            if (!number || !(*number >= least && *number <= most)) {
                fail(name, fmt::format("must be a number from {} to {}", least, most));
            }
            theme.*member = *number;
        }
        reject_unknown_keys(in, section + ".", known);
    }

    std::string m_file;
    toml::table m_table;
};

constexpr double full_width_mm = 180.0, column_width_mm = 89.0, column_scale = 0.8;
constexpr double body_minimum_mm = 6.0 * mm_per_inch / 72.0; // 6 pt, the smallest type that newspapers print

} // namespace

Theme Theme::read(const std::filesystem::path& path) {
    return Reader{path}.theme();
}

Colour Theme::country_colour(std::string_view iso) const {
    const auto found = country.find(iso);
    return found == country.end() ? other_country : found->second;
}

Colour Theme::colour_named(std::string_view written) const {
    if (const auto colour = colour_from(written)) return *colour;
    for (const auto& [key, member] : colour_keys)
        if (key == written) return this->*member;
    return zone_line;
}

Theme Theme::scaled_for(double page_width_mm, double least_type_mm) const {
    const double along = std::clamp((page_width_mm - column_width_mm) / (full_width_mm - column_width_mm), 0.0, 1.0);
    const double factor = column_scale + (1.0 - column_scale) * along;
    Theme scaled = *this;
    for (const auto& [key, member] : width_keys)
        scaled.*member *= factor;
    for (const auto& [key, member] : space_keys)
        scaled.*member *= factor;
    for (const auto& [key, member] : size_keys) {
        // A house style with a size below 6 pt keeps that size.
        scaled.*member = std::max(scaled.*member * factor, std::min(scaled.*member, body_minimum_mm));
    }
    // The title shrinks more than other type, because a column has no room for a large one.
    scaled.title_mm *= 0.75 + 0.25 * along;
    for (double Theme::*type : {&Theme::title_mm, &Theme::subtitle_mm, &Theme::asset_label_mm, &Theme::place_label_mm,
                                &Theme::sea_label_mm, &Theme::legend_mm, &Theme::small_mm})
        scaled.*type = std::max(scaled.*type, least_type_mm);
    return scaled;
}

} // namespace render
