#include "app/session/models/live/target_model.hpp"

#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/contact_list_model.hpp"
#include "assets/feeds/ais/identity.hpp"
#include "assets/model/area.hpp"
#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace app {

namespace {

constexpr double m_per_nmi = 1852;
constexpr double radians = std::numbers::pi / 180;

/// East and north in nautical miles or knots.
struct Vector {
    double east, north;
};
Vector vector_of(double length, double azimuth_deg) {
    return {length * std::sin(azimuth_deg * radians), length * std::cos(azimuth_deg * radians)};
}

std::string bearing_words(double degrees) {
    return fmt::format("{:03.0f}", std::fmod(std::round(degrees), 360));
}

std::string ago_words(assets::Instant now, assets::Instant then) {
    return age_in_words(std::max(std::chrono::seconds{0}, std::chrono::floor<std::chrono::seconds>(now - then)));
}

const assets::ContactCard* card_of(const LiveSnapshot& live, const std::string& id) {
    const auto found = std::ranges::find(live.cards, id, &assets::ContactCard::id);
    return found == live.cards.end() ? nullptr : &*found;
}

/// The position moved along its course to another instant.
geo::LonLat moved_to(const Moving& moving, assets::Instant t) {
    if (!moving.course_deg || !moving.speed_kn) return moving.at;
    const double metres = *moving.speed_kn * m_per_nmi * assets::in_hours(t - moving.time);
    return metres >= 0 ? geo::point_along(moving.at, *moving.course_deg, metres)
                       : geo::point_along(moving.at, *moving.course_deg + 180, -metres);
}

/// Letters and digits in lower case, to compare names.
std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    }
    return out;
}

/// Whether the name that a contact sends is one of the asset's names, or is part of one.
bool is_called(const assets::Asset& asset, const std::string& sent) {
    const std::string heard = folded(sent);
    const auto fits = [&](const std::string& name) {
        const std::string known = folded(name);
        return !known.empty() && (known.find(heard) != std::string::npos || heard.find(known) != std::string::npos);
    };
    return fits(asset.name) || fits(asset.short_name) || fits(asset.hull) ||
           std::any_of(asset.aliases.begin(), asset.aliases.end(), fits);
}

/// Whether all water is more than a kilometre away, which is about the error of the map's coast.
bool is_on_land(const assets::Scenario& scenario, geo::LonLat at) {
    return scenario.atlas && scenario.atlas->land.circle_on_land(at, 1.0);
}

std::vector<std::string> doubts_of(const Session& session, const assets::ContactCard& card,
                                   const assets::Asset& asset) {
    std::vector<std::string> doubts;
    const auto now = session.shown_at();
    for (std::size_t i = 0; i < assets::doubts_count; ++i) {
        const auto at = card.contact.doubted_at[i];
        if (at == assets::Instant::min() || at > now) continue;
        doubts.push_back(
            fmt::format("{}, {} ago", assets::words_of(static_cast<assets::Doubt>(i)), ago_words(now, at)));
    }
    const auto index = static_cast<std::size_t>(&asset - session.scenario()->assets.data());
    const assets::State& state = session.snapshot().states[index];
    const bool ship = card.contact.kind() == assets::ContactKind::Ship;
    if (ship && state.where && is_on_land(*session.scenario(), *state.where))
        doubts.emplace_back("its position is on land");
    const auto& base = session.document().base();
    const assets::Asset* declared = base ? base->asset(card.id) : nullptr;
    if (declared != nullptr) {
        if (!card.contact.name.empty() && !is_called(*declared, card.contact.name))
            doubts.push_back(
                fmt::format("sends the name {}, but its number is that of {}", card.contact.name, declared->name));
        if (!card.contact.country.empty() && !declared->country.empty() && card.contact.country != declared->country)
            doubts.push_back(fmt::format("its number is of {}, but {} is of {}",
                                         country_words(*base, card.contact.country), declared->name,
                                         country_words(*base, declared->country)));
    } else if (base && !card.contact.name.empty()) {
        for (const assets::Asset& other : base->assets)
            if (!other.mmsi.empty() && other.mmsi != card.contact.number() &&
                folded(other.name) == folded(card.contact.name))
                doubts.push_back(fmt::format("sends the name of {}, whose number is {}", other.name, other.mmsi));
    }
    return doubts;
}

std::string size_words(const assets::Contact& contact) {
    if (contact.length_m <= 0) return {};
    std::string words = fmt::format("{:.0f} m", contact.length_m);
    if (contact.beam_m > 0) words += fmt::format(" x {:.0f} m", contact.beam_m);
    if (contact.draught_m > 0) words += fmt::format(", draught {:.1f} m", contact.draught_m);
    return words;
}

std::string source_words(const Session& session, const assets::ContactCard& card, std::size_t own_sources) {
    const auto& sources = session.scenario()->sources;
    std::string words =
        own_sources + card.feed < sources.size() ? sources[own_sources + card.feed].title : std::string{};
    if (!card.contact.station.empty()) words += (words.empty() ? "" : ", ") + ("station " + card.contact.station);
    return words;
}

} // namespace

std::optional<TargetCard> target_card(const Session& session) {
    const auto& live = session.live().snapshot();
    const Selection& selection = session.view().selection();
    if (!live || selection.kind != "asset") return std::nullopt;
    const assets::ContactCard* card = card_of(*live, selection.id);
    const assets::Asset* asset = live->scenario->asset(selection.id);
    if (card == nullptr || asset == nullptr) return std::nullopt;
    const auto index = static_cast<std::size_t>(asset - live->scenario->assets.data());
    const assets::State& state = live->snapshot->states[index];
    const assets::Contact& contact = card->contact;
    TargetCard made{card->id, contact.shown_name(), {}, doubts_of(session, *card, *asset)};
    const auto add = [&](const char* what, std::string value) {
        if (!value.empty()) made.facts.emplace_back(what, std::move(value));
    };
    add("Speed", state.speed_kn ? fmt::format("{:.1f} kn", *state.speed_kn) : "");
    add("Course", state.course_deg ? bearing_words(*state.course_deg) : "");
    add("Heading", card->heading_deg ? bearing_words(*card->heading_deg) : "");
    add("Status", contact.status);
    std::string destination = contact.destination;
    if (!contact.eta.empty()) destination += (destination.empty() ? "ETA " : ", ETA ") + contact.eta + " UTC";
    add("Destination", destination);
    if (contact.kind() == assets::ContactKind::Ship) {
        std::string of_class{assets::vessel_classes.at(static_cast<std::size_t>(contact.vessel_class()))};
        if (contact.transponder != 0) of_class += fmt::format("; AIS class {}", contact.transponder);
        add("Class", of_class);
        if (const auto words = assets::ais::ship_type_words(contact.ship_code); !words.empty())
            add("Ship type", fmt::format("{} (code {})", words, contact.ship_code));
    }
    add("IMO", contact.imo ? fmt::format("{}", *contact.imo) : "");
    add("Call sign", contact.callsign);
    add("Size", size_words(contact));
    add("Source", source_words(session, *card, live->base->sources.size()));
    if (contact.heard != assets::Instant::min())
        add("Last message", ago_words(std::max(session.shown_at(), contact.heard), contact.heard) + " ago");
    return made;
}

std::optional<Moving> moving_of(const Session& session, const std::string& asset_id) {
    const auto& scenario = session.scenario();
    const assets::Asset* asset = scenario ? scenario->asset(asset_id) : nullptr;
    if (asset == nullptr) return std::nullopt;
    const auto& state = session.snapshot().states[static_cast<std::size_t>(asset - scenario->assets.data())];
    if (!state.where) return std::nullopt;
    // A fix is in force for some minutes, but its position is that of its first instant.
    const bool from_fix = state.fix != nullptr && state.how != assets::How::Interpolated;
    return Moving{*state.where, state.course_deg, state.speed_kn, from_fix ? state.fix->from : session.shown_at()};
}

Passing passing(const Moving& first, const Moving& second, assets::Instant t) {
    const geo::LonLat a = moved_to(first, t), b = moved_to(second, t);
    const auto line = geo::geodesic(a, b);
    Passing made{line.distance_m / m_per_nmi, line.azimuth_start_deg, {}, {}};
    if (!first.speed_kn || !second.speed_kn) return made;
    // A ship that lies still needs no course.
    const auto velocity = [](const Moving& m) -> std::optional<Vector> {
        if (m.course_deg) return vector_of(*m.speed_kn, *m.course_deg);
        return *m.speed_kn < 0.5 ? std::optional<Vector>{{0, 0}} : std::nullopt;
    };
    const auto v1 = velocity(first), v2 = velocity(second);
    if (!v1 || !v2) return made;
    const Vector apart = vector_of(made.range_nmi, made.bearing_deg);
    const Vector relative{v2->east - v1->east, v2->north - v1->north};
    const double speed2 = relative.east * relative.east + relative.north * relative.north;
    double hours = 0;
    if (speed2 > 1e-6) hours = std::max(0.0, -(apart.east * relative.east + apart.north * relative.north) / speed2);
    made.closest_in_min = hours * 60;
    made.closest_nmi = std::hypot(apart.east + relative.east * hours, apart.north + relative.north * hours);
    return made;
}

std::string passing_words(const Passing& p) {
    std::string words = fmt::format("{:.1f} nmi, bearing {}", p.range_nmi, bearing_words(p.bearing_deg));
    if (!p.closest_nmi) return words + "; closest approach unknown";
    constexpr double behind_min = 0.05;
    if (*p.closest_in_min < behind_min) return words + "; not coming closer";
    return words + fmt::format("; closest {:.1f} nmi in {:.0f} min", *p.closest_nmi, *p.closest_in_min);
}

std::optional<ToLine> distance_to(const assets::Zone& zone, const geo::Seas* seas, geo::LonLat from) {
    constexpr double step_m = 10'000;
    std::optional<ToLine> nearest;
    const auto try_point = [&](const geo::Degrees& at) {
        const auto point = geo::LonLat::from_degrees(at.lon, at.lat);
        if (!point) return;
        const auto line = geo::geodesic(from, *point);
        const double nmi = line.distance_m / m_per_nmi;
        if (!nearest || nmi < nearest->distance_nmi) nearest = {nmi, line.azimuth_start_deg};
    };
    const double squeeze = std::cos(from.lat() * radians);
    for (const geo::Polyline& course : assets::lines_of(zone.shape, seas))
        for (std::size_t i = 1; i < course.size(); ++i) {
            const auto a = geo::LonLat::from_degrees(course[i - 1].lon, course[i - 1].lat);
            const auto b = geo::LonLat::from_degrees(course[i].lon, course[i].lat);
            if (!a || !b) continue;
            const geo::Polyline pieces = geo::geodesic_polyline(*a, *b, step_m);
            for (std::size_t k = 1; k < pieces.size(); ++k) {
                // On a piece of 10 km a plane is exact enough to find the foot of the perpendicular.
                const double turn = std::round((pieces[k - 1].lon - from.lon()) / 360) * 360;
                const Vector p{(from.lon() + turn - pieces[k - 1].lon) * squeeze, from.lat() - pieces[k - 1].lat};
                const Vector d{(pieces[k].lon - pieces[k - 1].lon) * squeeze, pieces[k].lat - pieces[k - 1].lat};
                const double length2 = d.east * d.east + d.north * d.north;
                const double share =
                    length2 > 0 ? std::clamp((p.east * d.east + p.north * d.north) / length2, 0.0, 1.0) : 0.0;
                try_point({pieces[k - 1].lon + (pieces[k].lon - pieces[k - 1].lon) * share,
                           pieces[k - 1].lat + (pieces[k].lat - pieces[k - 1].lat) * share});
            }
        }
    return nearest;
}

std::array<std::string, table_headers.size()> table_cells(const Session& session, assets::AssetIndex asset_index,
                                                          const std::optional<Moving>& range_from) {
    const auto& scenario = *session.scenario();
    const auto& snapshot = session.snapshot();
    const auto& asset = scenario.assets[asset_index];
    const auto& state = snapshot.states[asset_index];
    const bool is_target =
        snapshot.targets && asset_index < snapshot.targets->size() && (*snapshot.targets)[asset_index].is_target;
    const std::string of_class = is_target ? std::string{assets::vessel_classes.at(
                                                 static_cast<std::size_t>((*snapshot.targets)[asset_index].of_class))}
                                           : type_words(asset.type);
    const std::string& number = !asset.mmsi.empty() ? asset.mmsi : !asset.icao.empty() ? asset.icao : asset.uid;
    const auto age = contact_age(snapshot, state);
    std::string range, bearing;
    if (range_from && state.where && session.view().selection().id != asset.id) {
        const auto line = geo::geodesic(range_from->at, *state.where);
        range = fmt::format("{:.1f}", line.distance_m / m_per_nmi);
        bearing = bearing_words(line.azimuth_start_deg);
    }
    return {asset.name,
            number,
            of_class,
            asset.country,
            state.speed_kn ? fmt::format("{:.1f}", *state.speed_kn) : "",
            state.course_deg ? bearing_words(*state.course_deg) : "",
            age ? fmt::format("{}", age->count()) : "",
            range,
            bearing};
}

std::string contacts_tsv(const Session& session, const std::vector<assets::AssetIndex>& all,
                         const std::optional<Moving>& range_from) {
    std::string text;
    for (const char* header : table_headers)
        text += (text.empty() ? "" : "\t") + std::string{header};
    text += '\n';
    for (const auto asset : all) {
        const auto cells = table_cells(session, asset, range_from);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += '\t';
            for (const char c : cells[i]) // a name must not break the table
                text += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
        }
        text += '\n';
    }
    return text;
}

} // namespace app
