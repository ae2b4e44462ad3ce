#include "render/map/drawing/page_countries.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace render {
namespace {

/// The largest scale denominator at which countries of a rank are named, and how far a name may stand from its label
/// point.
struct RankRule {
    double max_scale, max_shift_mm;
};
constexpr std::array<RankRule, 3> rules{{{70e6, 9.0}, {25e6, 5.0}, {10e6, 3.0}}};

struct Name {
    std::vector<std::string> lines, langs;
};

std::string capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// The lines of the English name as it is printed: in capitals.
std::vector<std::vector<std::string>> english_forms(const geo::Country& country, const geo::Policy& policy) {
    const geo::PolicyFeature* feature = country.iso == "TW" ? policy.find("taiwan") : nullptr;
    const std::string name = capitals(feature != nullptr && !feature->label.empty() ? feature->label : country.name);
    std::vector<std::vector<std::string>> forms{{name}};
    const std::size_t blank = name.find(' ');
    if (blank != std::string::npos && name.find(' ', blank + 1) == std::string::npos)
        forms.push_back({name.substr(0, blank), name.substr(blank + 1)});
    if (!country.short_name.empty()) forms.push_back({capitals(country.short_name)});
    return forms;
}

/// The forms of a name in order of preference: on one line, on two lines when it has two words, and shortened; each
/// with the name in the other language above or below it.
std::vector<Name> names_of(const geo::Country& country, const Names& languages, const geo::Policy& policy) {
    const MapName all = languages.of(country.name, country.names);
    std::vector<Name> names;
    for (const std::vector<std::string>& english : english_forms(country, policy)) {
        Name name;
        bool has_english = false;
        for (const MapName::Part& part : all.parts) {
            const bool is_english = part.text == country.name;
            has_english = has_english || is_english;
            if (is_english)
                name.lines.insert(name.lines.end(), english.begin(), english.end());
            else
                name.lines.push_back(part.text);
            name.langs.resize(name.lines.size(), part.lang);
        }
        names.push_back(std::move(name));
        if (!has_english) break; // the forms differ in English alone
    }
    return names;
}

TextStyle country_style(const Theme& theme, int rank, Halo halo) {
    const double size = theme.place_label_mm * (rank == 1 ? 1.0 : 0.92);
    Colour colour = theme.place_label;
    colour.a = 205; // fainter than the names of cities around it
    return {.size_mm = size,
            .weight = 500,
            .letter_spacing_mm = size * (rank == 1   ? 0.24
                                         : rank == 2 ? 0.14
                                                     : 0.10),
            .colour = colour,
            .halo = halo};
}

/// A place for a name, the share of the name that lies on the country's land, and the cost of the place.
struct Spot {
    Point at;
    double land = 0, cost = std::numeric_limits<double>::infinity();
};

/// The largest share of a name that may lie on other countries' land, and the least that must lie on its own.
constexpr double most_abroad = 0.2, least_at_home = 0.55;

/// The least share of a country's name on its own land; small states may be named over the sea around them.
double least_land(const geo::Country& country) {
    return country.rank == 3 ? 0.0 : least_at_home;
}

/// Whether a country's name with this box stands in its own country.
bool fits(const MapDrawing& drawing, const geo::Country& country, const Rect& box) {
    const LandShares shares = land_shares(drawing, country.iso, box);
    return shares.own >= least_land(country) && shares.other <= most_abroad;
}

/// The best of the places around `wanted`. All are ranked by how much land lies under the name, which is quick to find;
/// then, from the best on, by whose land that is, until no better one can follow.
Spot best_spot(const MapDrawing& drawing, const geo::Country& country, Point wanted, double w, double h,
               double max_shift_mm) {
    std::vector<Spot> spots;
    const Rect room = grown(drawing.view.frame_mm, -1.0);
    constexpr int steps = 3;
    const auto box_at = [&](Point at) {
        return Rect{at.x - w / 2, at.y - h / 2, w, h};
    };
    for (int i = -steps; i <= steps; ++i) {
        for (int j = -steps; j <= steps; ++j) {
            const Point at{wanted.x + max_shift_mm * i / steps, wanted.y + max_shift_mm * j / steps};
            const Rect box = box_at(at);
            if (!contains(room, box)) continue;
            const bool taken = std::any_of(drawing.markers.begin(), drawing.markers.end(),
                                           [&](const Marker& marker) { return overlap(grown(marker.box, 0.8), box); });
            const bool on_dot = std::any_of(drawing.dots.begin(), drawing.dots.end(),
                                            [&](const Rect& dot) { return overlap(grown(dot, 0.4), box); });
            if (taken || on_dot) continue;
            const double land = drawing.land.grid.share(box);
            if (land < least_land(country)) continue;
            spots.push_back({at, land, 30 * (1 - land) + std::hypot(at.x - wanted.x, at.y - wanted.y)});
        }
    }
    std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.cost < b.cost; });
    if (!drawing.land.countries) return spots.empty() ? Spot{wanted} : spots.front();
    Spot best{wanted};
    for (const Spot& spot : spots) {
        if (spot.cost >= best.cost) break; // a country's own land is at most all land, so no later place is better
        const LandShares shares = land_shares(drawing, country.iso, box_at(spot.at));
        if (shares.own < least_land(country) || shares.other > most_abroad) continue;
        const double cost = spot.cost + 30 * std::max(0.0, spot.land - shares.own);
        if (cost < best.cost) best = {spot.at, shares.own, cost};
    }
    return best;
}

bool is_named_as_place(const MapDrawing& drawing, const geo::Country& country) {
    return std::any_of(drawing.labels.begin(), drawing.labels.end(), [&](const LabelRequest& label) {
        if (label.layer != "places") return false;
        const std::string& name = label.lines.front();
        const geo::LocalNames& names = country.names;
        return name == country.name || name == names.ko || name == names.ja || name == names.zh;
    });
}

/// Whether the country's name stands at the head of a list of the assets that are somewhere in it.
bool is_named_by_a_list(const MapDrawing& drawing, const geo::Country& country) {
    return std::ranges::any_of(drawing.rosters, [&](const Roster& roster) { return roster.country == country.iso; });
}

} // namespace

void request_country_names(MapDrawing& drawing) {
    const double scale = drawing.view.scale_denominator();
    const Theme& theme = drawing.theme();
    std::set<std::string> named; // ISO codes; a country with several points is named at the first one in the frame
    for (const geo::Country& country : drawing.in.scenario.atlas->countries) {
        const RankRule& rule = rules[static_cast<std::size_t>(country.rank - 1)];
        const auto wanted = drawing.view.to_page(country.label);
        if (scale > rule.max_scale || !wanted || !contains(drawing.view.frame_mm, *wanted)) continue;
        if (named.contains(country.iso) || is_named_as_place(drawing, country) || is_named_by_a_list(drawing, country))
            continue;

        const Halo rim{faded(theme.land, 0.7), theme.text_halo_mm};
        const TextStyle style = country_style(theme, country.rank, rim);
        const Name* chosen = nullptr;
        Spot spot{};
        Point size{};
        const auto names = names_of(country, drawing.in.words.names(), drawing.in.policy);
        for (const Name& name : names) {
            double w = 0;
            for (std::size_t i = 0; i < name.lines.size(); ++i)
                w = std::max(w, drawing.in.typesetter.set(name.lines[i], style, name.langs[i]).width_mm);
            const double h = 1.2 * style.size_mm * static_cast<double>(name.lines.size());
            const Spot here = best_spot(drawing, country, *wanted, w, h, rule.max_shift_mm);
            // Takes the first form that lies almost wholly on its country's land, else the form of which the most does.
            if (here.cost == std::numeric_limits<double>::infinity()) continue;
            if (chosen != nullptr && here.land <= spot.land + 0.05) continue;
            chosen = &name;
            spot = here;
            size = {w, h};
            if (here.land > 0.85) break;
        }
        if (chosen == nullptr) continue;
        named.insert(country.iso);
        LabelRequest request{.kind = LabelRequest::Kind::Centred,
                             .id = "country-" + country.iso,
                             .layer = "places",
                             .lines = chosen->lines,
                             .style = style,
                             .second_style = style,
                             .line_langs = chosen->langs,
                             .at = spot.at,
                             .rank = 8}; // placed after great cities and seas
        request.fits = [&drawing, &country, size](Point p) {
            return fits(drawing, country, {p.x - size.x / 2, p.y - size.y / 2, size.x, size.y});
        };
        drawing.labels.push_back(std::move(request));
    }
}

} // namespace render
