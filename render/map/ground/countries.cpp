#include "render/map/drawing/country_grid.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace render {
namespace {

struct Name {
    std::vector<std::string> lines, langs;
};

/// In capitals, with the accented letters of Latin-1 ("Türkiye"), which UTF-8 writes as C3 and a second byte.
std::string capitals(std::string text) {
    bool is_accented = false;
    for (char& c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (is_accented && byte >= 0xA0 && byte <= 0xBE && byte != 0xB7) c = static_cast<char>(byte - 0x20);
        is_accented = byte == 0xC3;
    }
    return text;
}

using Lines = std::vector<std::string>;

/// The lines of the English name as it is printed: in capitals.
std::vector<Lines> english_forms(const geo::Country& country, const geo::Policy& policy) {
    const geo::PolicyFeature* feature = country.iso == "TW" ? policy.find("taiwan") : nullptr;
    const std::string name = capitals(feature != nullptr && !feature->label.empty() ? feature->label : country.name);
    std::vector<Lines> forms{{name}};
    const std::size_t blank = name.find(' ');
    if (blank != std::string::npos && name.find(' ', blank + 1) == std::string::npos)
        forms.push_back({name.substr(0, blank), name.substr(blank + 1)});
    if (!country.short_name.empty()) forms.push_back({capitals(country.short_name)});
    return forms;
}

/// The lines of the French name, in capitals too: "CORÉE DU SUD", or "CORÉE", "DU SUD".
std::vector<Lines> french_forms(const std::string& name) {
    const std::string printed = capitals(name);
    std::vector<Lines> forms{{printed}};
    if (const std::size_t blank = printed.find(' '); blank != std::string::npos)
        forms.push_back({printed.substr(0, blank), printed.substr(blank + 1)});
    return forms;
}

/// The forms of a name in order of preference: on one line, on two lines when it has two words, and shortened; each
/// with the name in the other language above or below it.
std::vector<Name> names_of(const geo::Country& country, const Names& languages, const geo::Policy& policy) {
    const MapName all = languages.of(country.name, country.names);
    std::vector<std::vector<Lines>> forms; // of each part
    std::size_t count = 0;
    for (const MapName::Part& part : all.parts) {
        const bool is_english = part.text == country.name;
        forms.push_back(is_english          ? english_forms(country, policy)
                        : part.lang == "fr" ? french_forms(part.text)
                                            : std::vector<Lines>{{part.text}});
        count = std::max(count, forms.back().size());
    }
    std::vector<Name> names(count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t part = 0; part < forms.size(); ++part) {
            const Lines& lines = forms[part][std::min(i, forms[part].size() - 1)];
            names[i].lines.insert(names[i].lines.end(), lines.begin(), lines.end());
            names[i].langs.resize(names[i].lines.size(), all.parts[part].lang);
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

/// A form of a country's name as it is set, and where it may stand.
struct Form {
    Name name;
    double w_mm = 0, h_mm = 0;
    std::vector<Point> points{}; ///< the best one first
    double own = 0;              ///< share of the text on its country's land at the first point
};

/// The largest share of a name that may lie on other countries' land, and the least that must lie on its own.
constexpr double most_abroad = 0.1, least_at_home = 0.55;
/// Between the middle of a country and its name on the sea beside it.
constexpr double farthest_at_sea_mm = 11;
/// The least of it on the land of a country that has no room for more: the rest stands over its sea.
constexpr double least_over_coast = 0.3;
/// Up to this scale denominator a small state may be named over the sea beside it.
constexpr double small_states_beside = 10e6;

/// A country in the frame.
struct Subject {
    const geo::Country* country; ///< the first of its rows
    std::size_t part;            ///< index into CountryGrid::parts()
    Point wanted{};              ///< where the name would best stand
    double least_own = least_at_home;
    double most_shift_mm = 1e9; ///< from `wanted`
};

/// Whether a name at sea is close to its own country's coast and closer to no other: there it would name that, and far
/// out it would name the water.
bool is_off_own_coast(const MapDrawing& drawing, const Subject& subject, const Rect& box) {
    constexpr double farthest_mm = 2.0, step_mm = 0.5;
    for (double by = 0; by <= farthest_mm; by += step_mm) {
        const LandShares shares = drawing.land.country_grid.shares(subject.part, grown(box, by));
        if (shares.own > 0 || shares.other > 0) return shares.own >= shares.other;
    }
    return false;
}

/// The land below a name. The polygons of countries are coarse: on a map of a harbour they reach over its water.
LandShares shares_below(const MapDrawing& drawing, const Subject& subject, const Rect& box) {
    LandShares shares = drawing.land.country_grid.shares(subject.part, box);
    if (is_harbour_map(drawing.view)) shares.own = std::min(shares.own, drawing.land.grid.share(box));
    return shares;
}

/// Whether a country's name with this box stands in its own country.
bool fits(const MapDrawing& drawing, const Subject& subject, const Rect& box) {
    const LandShares shares = shares_below(drawing, subject, box);
    return shares.own >= subject.least_own && shares.other <= most_abroad &&
           (subject.least_own > 0 || is_off_own_coast(drawing, subject, box));
}

bool is_taken(const MapDrawing& drawing, const Rect& box) {
    const auto any = [&](const auto& all, auto box_of, double room_mm) {
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& thing) { return overlap(grown(box_of(thing), room_mm), box); });
    };
    return any(
               drawing.markers, [](const Marker& m) { return m.box; }, 0.8) ||
           any(
               drawing.rosters, [](const Roster& r) { return r.box; }, 0.8) ||
           any(
               drawing.dots, [](const Rect& r) { return r; }, 0.4);
}

/// Finds the points at which the form stands in its country, the best one first. Neighbours are left out, because the
/// placer shifts a name a little anyway.
void find_points(const MapDrawing& drawing, const Subject& subject, Form& form) {
    constexpr double step_mm = 1.5, away_cost = 0.35;
    const std::size_t most_points = subject.least_own == 0 ? 30 : 6; // on the sea most are taken by other names
    struct Spot {
        Point at;
        double own, cost;
    };
    std::vector<Spot> spots;
    const CountryGrid& grid = drawing.land.country_grid;
    const Rect room = grown(drawing.view.frame_mm, -1.0);
    const double shift = subject.most_shift_mm;
    Rect area = grid.parts()[subject.part].box;
    if (subject.least_own == 0) area = {subject.wanted.x - shift, subject.wanted.y - shift, 2 * shift, 2 * shift};
    const auto consider = [&](Point at) {
        const Rect box{at.x - form.w_mm / 2, at.y - form.h_mm / 2, form.w_mm, form.h_mm};
        if (!contains(room, box)) return;
        const LandShares shares = shares_below(drawing, subject, box);
        if (shares.own < subject.least_own || shares.other > most_abroad || is_taken(drawing, box)) return;
        if (subject.least_own == 0 && !is_off_own_coast(drawing, subject, box)) return;
        const double away = std::hypot(at.x - subject.wanted.x, at.y - subject.wanted.y);
        spots.push_back({at, shares.own, 30 * (1 - shares.own + shares.other) + away_cost * away});
    };
    consider(subject.wanted);
    for (double y = area.y + step_mm / 2; y < area.bottom(); y += step_mm)
        for (double x = area.x + step_mm / 2; x < area.right(); x += step_mm)
            consider({x, y});
    std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.cost < b.cost; });
    for (const Spot& spot : spots) {
        if (form.points.size() == most_points) break;
        const bool is_near = std::any_of(form.points.begin(), form.points.end(), [&](Point p) {
            return std::abs(p.x - spot.at.x) < 0.6 * form.w_mm && std::abs(p.y - spot.at.y) < 2 * form.h_mm;
        });
        if (is_near) continue;
        if (form.points.empty()) form.own = spot.own;
        form.points.push_back(spot.at);
    }
}

/// The forms of the country's name with the points at which each may stand; those without any are left out.
std::vector<Form> forms_with_room(const MapDrawing& drawing, const Subject& subject, const TextStyle& style) {
    constexpr double least_letter_em = 0.55;
    const CountryGrid::Part& part = drawing.land.country_grid.parts()[subject.part];
    std::vector<Form> forms;
    for (Name& name : names_of(*subject.country, drawing.in.words.names(), drawing.in.policy)) {
        Form form{std::move(name)};
        form.h_mm = 1.2 * style.size_mm * static_cast<double>(form.name.lines.size());
        // Most names of small countries have no room by far, which is found without setting them.
        std::size_t letters = 0;
        for (const std::string& line : form.name.lines)
            letters = std::max(letters, line.size());
        const bool is_ascii = std::all_of(form.name.langs.begin(), form.name.langs.end(),
                                          [](const std::string& lang) { return lang == "en"; });
        if (is_ascii && subject.least_own * static_cast<double>(letters) * least_letter_em * style.size_mm * form.h_mm >
                            static_cast<double>(part.cells))
            continue;
        for (std::size_t i = 0; i < form.name.lines.size(); ++i)
            form.w_mm =
                std::max(form.w_mm, drawing.in.typesetter.set(form.name.lines[i], style, form.name.langs[i]).width_mm);
        find_points(drawing, subject, form);
        if (!form.points.empty()) forms.push_back(std::move(form));
    }
    return forms;
}

/// Moves the best form to the front: the first that stands almost wholly on its country's land, else the one of which
/// the most does; on the sea the narrowest.
void put_best_first(const Subject& subject, std::vector<Form>& forms) {
    constexpr double good_share = 0.85, least_gain = 0.05;
    std::size_t best = 0;
    for (std::size_t i = 1; i < forms.size(); ++i) {
        if (subject.least_own == 0 && subject.country->rank < 3) {
            if (forms[i].w_mm < forms[best].w_mm) best = i;
        } else if (forms[best].own <= good_share && forms[i].own > forms[best].own + least_gain) {
            best = i;
        }
    }
    if (best > 0) std::rotate(forms.begin(), forms.begin() + static_cast<std::ptrdiff_t>(best), forms.end());
}

bool is_named_as_place(const MapDrawing& drawing, const geo::Country& country) {
    return std::any_of(drawing.labels.begin(), drawing.labels.end(), [&](const LabelRequest& label) {
        if (label.layer != "places") return false;
        const std::string& name = label.lines.front();
        const geo::LocalNames& names = country.names;
        return name == country.name || name == names.ko || name == names.ja || name == names.zh || name == names.fr;
    });
}

/// Whether the country's name stands at the head of a list of the assets that are somewhere in it.
bool is_named_by_a_list(const MapDrawing& drawing, const geo::Country& country) {
    return std::ranges::any_of(drawing.rosters, [&](const Roster& roster) { return roster.country == country.iso; });
}

/// The countries in the frame, the most important first, then by the land that the frame shows.
std::vector<Subject> subjects(const MapDrawing& drawing) {
    const double scale = drawing.view.scale_denominator();
    const auto& parts = drawing.land.country_grid.parts();
    std::vector<Subject> found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Subject subject{nullptr, i, parts[i].middle};
        bool is_wanted_set = false;
        for (const geo::Country& country : drawing.in.scenario.atlas->countries) {
            if (country.iso != parts[i].iso) continue;
            if (subject.country == nullptr) subject.country = &country;
            const auto at = drawing.view.to_page(country.label);
            if (is_wanted_set || !at || !contains(drawing.view.frame_mm, *at)) continue;
            subject.wanted = *at;
            is_wanted_set = true;
        }
        if (subject.country == nullptr || is_named_as_place(drawing, *subject.country) ||
            is_named_by_a_list(drawing, *subject.country))
            continue;
        if (subject.country->rank == 3 && scale <= small_states_beside && is_wanted_set) {
            subject.least_own = 0;
            subject.most_shift_mm = 3;
        }
        found.push_back(subject);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Subject& a, const Subject& b) {
        const auto key = [&](const Subject& s) {
            return std::pair{s.country->rank, -static_cast<long>(parts[s.part].cells)};
        };
        return key(a) < key(b);
    });
    return found;
}

/// Whether an asset stands in the country: readers look for its name then.
bool holds_subject(const MapDrawing& drawing, const Subject& subject) {
    const auto is_in = [&](Point p) {
        return drawing.land.country_grid.shares(subject.part, {p.x - 0.5, p.y - 0.5, 1, 1}).own > 0;
    };
    return std::ranges::any_of(drawing.drawn, [&](const DrawnAsset& d) { return !d.stand_in && is_in(d.position); }) ||
           std::ranges::any_of(drawing.rosters, [&](const Roster& r) { return r.area.empty() && is_in(r.at); });
}

} // namespace

void request_country_names(MapDrawing& drawing) {
    const Theme& theme = drawing.theme();
    for (Subject& subject : subjects(drawing)) {
        const geo::Country& country = *subject.country;
        const Halo rim{faded(theme.land, 0.7), theme.text_halo_mm};
        const TextStyle style = country_style(theme, country.rank, rim);
        // The forms are tried in this order; each stands where its own strictness allows.
        struct Try {
            Subject subject;
            std::vector<Form> forms;
        };
        std::vector<Try> tries;
        const auto add = [&](const Subject& s) {
            std::vector<Form> forms = forms_with_room(drawing, s, style);
            put_best_first(s, forms);
            if (!forms.empty()) tries.push_back({s, std::move(forms)});
        };
        add(subject);
        const bool is_held = holds_subject(drawing, subject);
        if (country.rank < 3 && subject.least_own > least_over_coast && (tries.empty() || is_held)) {
            subject.least_own = least_over_coast;
            add(subject);
            if (is_held) {
                subject.least_own = 0;
                subject.most_shift_mm = farthest_at_sea_mm;
                add(subject);
            }
        }
        for (Try& t : tries) {
            for (Form& form : t.forms) {
                LabelRequest request{.kind = LabelRequest::Kind::Centred,
                                     .id = "country-" + country.iso,
                                     .layer = "places",
                                     .lines = std::move(form.name.lines),
                                     .style = style,
                                     .second_style = style,
                                     .line_langs = std::move(form.name.langs),
                                     .at = form.points.front(),
                                     .rank = 8}; // placed after great cities and seas
                request.other_points.assign(form.points.begin() + 1, form.points.end());
                request.fits = [&drawing, s = t.subject, w = form.w_mm, h = form.h_mm](Point p) {
                    return fits(drawing, s, {p.x - w / 2, p.y - h / 2, w, h});
                };
                drawing.labels.push_back(std::move(request));
            }
        }
    }
}

} // namespace render
