#include "render/map/style/zone_look.hpp"

#include "render/picture/colour.hpp"

namespace render {
namespace {

using assets::ZoneKind;
using assets::ZoneStatus;

/// Agreed zones have solid lines; the weaker a zone's status, the more broken its line.
std::vector<double> dashes_of(ZoneStatus status) {
    switch (status) {
    case ZoneStatus::Agreed:
        return {};
    case ZoneStatus::Unilateral:
        return {2.4, 1.1};
    case ZoneStatus::Claimed:
        return {2.0, 0.8, 0.35, 0.8};
    case ZoneStatus::Informal:
        return {0.9, 0.8};
    case ZoneStatus::Illustrative:
        return {1.6, 1.2};
    }
    return {};
}

Colour line_colour(const Theme& theme, const assets::Zone& zone) {
    if (!zone.colour.empty()) return theme.colour_named(zone.colour);
    if (zone.kind == ZoneKind::Adiz) return theme.text_muted; // grey, whoever declared it: an ADIZ is no airspace
    if (!zone.country.empty()) return theme.country_colour(zone.country);
    return zone.kind == ZoneKind::Demarcation || zone.kind == ZoneKind::Dmz ? theme.demarcation : theme.zone_line;
}

void set_hatch(ZoneLook& look, const Theme& theme, double angle_deg, double spacing_mm) {
    look.fill = ZoneLook::Fill::Hatch;
    look.fill_colour = faded(look.line, 0.55);
    look.hatch_angle_deg = angle_deg;
    look.hatch_spacing_mm = spacing_mm;
    look.width_mm = theme.zone_line_mm;
}

/// The theme's tint in the colour of the zone's own line.
Colour tint(const Theme& theme, const assets::Zone& zone, Colour line) {
    if (zone.colour.empty() && zone.country.empty()) return theme.zone_tint;
    return {line.r, line.g, line.b, theme.zone_tint.a};
}

} // namespace

bool is_on_land(ZoneKind kind) noexcept {
    return kind == ZoneKind::Dmz || kind == ZoneKind::Demarcation || kind == ZoneKind::Area;
}

ZoneLook zone_look(const Theme& theme, const assets::Zone& zone) {
    constexpr double adiz_share = 0.2 / 0.3, ring_share = 0.22 / 0.3; // of the width of other zones' lines
    ZoneLook look{line_colour(theme, zone), theme.zone_line_mm, dashes_of(zone.status)};
    switch (zone.kind) {
    case ZoneKind::Dmz: // its band, without an outline
        look.width_mm = 0;
        look.fill = ZoneLook::Fill::Tint;
        look.fill_colour = zone.colour.empty() ? theme.dmz_tint : faded(look.line, 0.45);
        break;
    case ZoneKind::Area:
        look.fill = ZoneLook::Fill::Tint;
        look.fill_colour = tint(theme, zone, look.line);
        look.soft = zone.drawn == assets::Drawn::Schematic;
        break;
    case ZoneKind::Exercise:
        set_hatch(look, theme, 45, 1.6);
        break;
    case ZoneKind::Exclusion:
        set_hatch(look, theme, -45, 1.6);
        break;
    case ZoneKind::Claim:
        set_hatch(look, theme, 45, 3.2);
        break;
    case ZoneKind::Demarcation:
        look.width_mm *= 0.9;
        break;
    case ZoneKind::Adiz:
        look.width_mm *= adiz_share;
        look.dashes = {4.0, 1.0};
        break;
    case ZoneKind::RangeRing:
        look.width_mm *= ring_share;
        look.dashes = {};
        break;
    case ZoneKind::Patrol:
        // A broken line along the limits of a whole sea would be read as a claim, as the "nine-dash line" is.
        if (std::holds_alternative<assets::SeaShape>(zone.shape)) look.dashes = {};
        break;
    case ZoneKind::LimitLine:
    case ZoneKind::Eez:
        break;
    }
    if (std::holds_alternative<assets::LineShape>(zone.shape)) { // it has no area to fill
        look.fill = ZoneLook::Fill::None;
        look.soft = false;
        if (look.width_mm <= 0) look.width_mm = theme.zone_line_mm;
    }
    return look;
}

assets::Zone ring_zone(const assets::CircleShape& ring, std::size_t index) {
    return {.id = std::to_string(index),
            .name = {},
            .kind = ZoneKind::RangeRing,
            .status = assets::ZoneStatus::Agreed,
            .drawn = assets::Drawn::Exact,
            .valid_from = {},
            .valid_to = {},
            .shape = ring,
            .sources = {},
            .note = {},
            .line = 0};
}

} // namespace render
