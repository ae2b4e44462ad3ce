#include "app/session/models/search_model.hpp"

#include "app/session/models/asset_list_model.hpp"
#include "assets/model/area.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

namespace app {

namespace {

/// How well the text matches: 0 (a whole name) to 4 (nearly a name); none if it does not match.
std::optional<int> closeness(const std::vector<std::string>& names, const std::vector<std::string>& words,
                             const std::string& text) {
    const auto any = [&](const std::vector<std::string>& all, const auto& test) {
        return std::any_of(all.begin(), all.end(), test);
    };
    const auto begins = [&](const std::string& s) {
        return s.starts_with(text);
    };
    if (any(names, [&](const std::string& s) { return s == text; })) return 0;
    if (any(names, begins)) return 1;
    if (any(words, begins)) return 2;
    constexpr std::size_t least_within = 3, least_nearly = 5;
    if (text.size() >= least_within &&
        any(names, [&](const std::string& s) { return s.find(text) != std::string::npos; }))
        return 3;
    const auto nearly = [&](const std::string& s) {
        const std::size_t longer = std::max(s.size(), text.size()), shorter = std::min(s.size(), text.size());
        return longer - shorter <= 2 && geo::edit_distance(s, text) <= 1;
    };
    if (text.size() >= least_nearly && (any(names, nearly) || any(words, nearly))) return 4;
    return std::nullopt;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "35.1 N 129.0 E", "35.1N, 129E", or longitude and latitude as on the command line: "129.0, 35.1".
std::optional<geo::LonLat> coordinates(const std::string& text) {
    std::vector<std::pair<double, char>> parts; // a number and the letter after it, or ' '
    std::string pending;
    const auto flush = [&]() -> bool {
        if (pending.empty()) return true;
        const auto value = number(pending);
        pending.clear();
        if (!value) return false;
        parts.emplace_back(*value, ' ');
        return true;
    };
    for (const char c : text) {
        const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (c == ' ' || c == ',' || c == ';') {
            if (!flush()) return std::nullopt;
        } else if (letter == 'N' || letter == 'S' || letter == 'E' || letter == 'W') {
            if (!flush() || parts.empty() || parts.back().second != ' ') return std::nullopt;
            parts.back().second = letter;
        } else if (std::string_view{"+-.0123456789"}.find(c) != std::string_view::npos) {
            if (c != '+') pending += c;
        } else {
            return std::nullopt;
        }
    }
    if (!flush() || parts.size() != 2) return std::nullopt;
    const auto signed_value = [](const std::pair<double, char>& p) {
        return p.second == 'S' || p.second == 'W' ? -p.first : p.first;
    };
    const auto is_latitude = [](char letter) {
        return letter == 'N' || letter == 'S';
    };
    const char first = parts[0].second, second = parts[1].second;
    if ((first == ' ') != (second == ' ') || (first != ' ' && is_latitude(first) == is_latitude(second)))
        return std::nullopt;
    const double a = signed_value(parts[0]), b = signed_value(parts[1]);
    const double lon = is_latitude(first) ? b : a, lat = is_latitude(first) ? a : b;
    if (std::abs(lon) > 360) return std::nullopt;
    return geo::LonLat::from_degrees(lon, lat);
}

template <class Entry>
void add_name(Entry& entry, const std::string& text) {
    if (text.empty()) return;
    entry.names.push_back(geo::fold_name(text));
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(" -/()", begin), text.size());
        if (end > begin && begin > 0) entry.words.push_back(geo::fold_name(text.substr(begin, end - begin)));
        begin = end + 1;
    }
}

template <class Entry>
void add_name(Entry& entry, const std::vector<std::string>& texts) {
    for (const auto& text : texts)
        add_name(entry, text);
}

template <class Entry>
void add_name(Entry& entry, const geo::LocalNames& names) {
    for (const std::string_view language : geo::LocalNames::languages)
        add_name(entry, std::string{names.in(language)});
}

} // namespace

SearchIndex::SearchIndex(std::shared_ptr<const assets::Scenario> scenario) : m_scenario{std::move(scenario)} {
    if (m_scenario == nullptr) return;
    const auto add = [&](Kind kind, std::size_t index, int rank, const auto&... texts) {
        Entry entry{kind, index, rank, {}, {}};
        (add_name(entry, texts), ...);
        std::erase(entry.names, std::string{});
        std::erase(entry.words, std::string{});
        m_entries.push_back(std::move(entry));
    };
    for (std::size_t i = 0; i < m_scenario->assets.size(); ++i) {
        const auto& a = m_scenario->assets[i];
        add(Kind::Asset, i, a.rank, a.name, a.short_name, a.hull, a.id, a.mmsi, a.names, a.aliases);
    }
    for (std::size_t i = 0; i < m_scenario->zones.size(); ++i)
        add(Kind::Zone, i, 1, m_scenario->zones[i].name, m_scenario->zones[i].id, m_scenario->zones[i].names);
    for (std::size_t i = 0; i < m_scenario->events.size(); ++i)
        add(Kind::Event, i, 1, m_scenario->events[i].title, m_scenario->events[i].id);
    // The scenario's places have the first indices; those of the gazetteer follow.
    const auto add_place = [&](std::size_t i, const geo::Place& p) {
        add(Kind::Place, i, p.rank, p.name, p.id, p.names, p.aliases);
    };
    const auto& own = m_scenario->places;
    for (std::size_t i = 0; i < own.size(); ++i)
        add_place(i, own[i]);
    if (m_scenario->atlas == nullptr) return;
    const auto& seas = m_scenario->atlas->seas.seas();
    for (std::size_t i = 0; i < seas.size(); ++i)
        add(Kind::Sea, i, seas[i].rank, seas[i].name, seas[i].second_name, seas[i].id, seas[i].names, seas[i].aliases);
    const auto& places = m_scenario->atlas->gazetteer.places();
    for (std::size_t i = 0; i < places.size(); ++i)
        add_place(own.size() + i, places[i]);
}

SearchHit SearchIndex::hit(const Entry& entry, const assets::Snapshot& snapshot) const {
    const auto& s = *m_scenario;
    switch (entry.kind) {
    case Kind::Asset: {
        const auto& asset = s.assets[entry.index];
        SearchHit found{"asset", asset.id, asset.name, type_words(asset.type)};
        if (!asset.country.empty()) found.detail += ", " + country_words(s, asset.country);
        std::optional<geo::LonLat> at;
        double radius_km = 0;
        if (entry.index < snapshot.states.size() && snapshot.states[entry.index].where) {
            at = snapshot.states[entry.index].where;
            radius_km = snapshot.states[entry.index].radius_km.value_or(0);
        }
        for (const auto& fix : s.fixes_of(static_cast<assets::AssetIndex>(entry.index)))
            if (!at && fix.position) {
                at = fix.position;
                radius_km = fix.radius_km;
            }
        if (at) {
            found.at = *at;
            found.width_km = view_width_km(radius_km);
        }
        return found;
    }
    case Kind::Zone: {
        const auto& zone = s.zones[entry.index];
        SearchHit found{"zone", zone.id, zone.name, "zone, " + geo::with_spaces(assets::to_string(zone.kind))};
        if (const auto circle = assets::enclosing_circle(s, {assets::AreaRef::Of::Zone, zone.id})) {
            found.at = circle->centre;
            found.width_km = view_width_km(circle->radius_km);
        }
        return found;
    }
    case Kind::Event: {
        const auto& event = s.events[entry.index];
        SearchHit found{"event", event.id, event.title,
                        "event, " + assets::to_long_date(event.from, event.utc_offset_h)};
        if (event.position) {
            found.at = *event.position;
            found.width_km = view_width_km(event.radius_km);
        }
        return found;
    }
    case Kind::Sea: {
        const auto& sea = s.atlas->seas.seas()[entry.index];
        const auto circle = assets::enclosing_circle(s, {assets::AreaRef::Of::Sea, sea.id});
        return {"sea", sea.id, sea.name, "sea", sea.label, circle ? circle->radius_km * 2.2 : 1500};
    }
    case Kind::Place: {
        const bool own = entry.index < s.places.size();
        const auto& place = own ? s.places[entry.index] : s.atlas->gazetteer.places()[entry.index - s.places.size()];
        SearchHit found{"place",        place.id,
                        place.name,     geo::with_spaces(geo::to_string(place.kind)),
                        place.position, view_width_km(geo::default_radius_km(place.kind))};
        if (!place.country.empty()) found.detail += ", " + country_words(s, place.country);
        return found;
    }
    }
    return {};
}

std::vector<SearchHit> SearchIndex::find(const std::string& text, const assets::Snapshot& snapshot,
                                         std::size_t most) const {
    std::vector<SearchHit> hits;
    if (const auto at = coordinates(text)) {
        hits.push_back({"coordinates", "",
                        fmt::format("{:.3f} {}, {:.3f} {}", std::abs(at->lat()), at->lat() < 0 ? "S" : "N",
                                    std::abs(at->lon()), at->lon() < 0 ? "W" : "E"),
                        "position", *at, 500});
        return hits;
    }
    const std::string folded = geo::fold_name(text);
    if (folded.empty() || m_scenario == nullptr) return hits;
    struct Match {
        int closeness;
        const Entry* entry;
    };
    std::vector<Match> matches;
    for (const auto& entry : m_entries)
        if (const auto near = closeness(entry.names, entry.words, folded)) matches.push_back({*near, &entry});
    const auto order = [](const Match& m) {
        return std::tuple{m.closeness, m.entry->kind, m.entry->rank, m.entry->index};
    };
    std::sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) { return order(a) < order(b); });
    if (matches.size() > most) matches.resize(most);
    for (const auto& match : matches)
        hits.push_back(hit(*match.entry, snapshot));
    return hits;
}

std::vector<PlaceSuggestion> suggest_places(const SearchIndex& index, const assets::Scenario& scenario,
                                            const assets::Snapshot& snapshot, const std::string& text, bool for_area,
                                            std::size_t most) {
    constexpr std::size_t enough = 60; // before other kinds of thing are left out
    const auto namesakes = [&](const std::string& name) {
        const auto is_so_named = [&](const geo::Place& place) {
            return place.name == name;
        };
        const auto& own = scenario.places;
        auto count = std::count_if(own.begin(), own.end(), is_so_named);
        if (scenario.atlas != nullptr) {
            const auto& known = scenario.atlas->gazetteer.places();
            count += std::count_if(known.begin(), known.end(), is_so_named);
        }
        return count;
    };
    std::vector<PlaceSuggestion> suggestions;
    for (const auto& hit : index.find(text, snapshot, enough)) {
        if (suggestions.size() == most) break;
        const bool fits = hit.kind == "sea" || hit.kind == (for_area ? "zone" : "place");
        if (!fits) continue;
        const bool by_id = for_area || (hit.kind == "place" && namesakes(hit.name) > 1);
        suggestions.push_back({by_id ? hit.id : hit.name, hit.name, hit.detail});
    }
    return suggestions;
}

std::vector<SearchHit> find_contacts(const assets::Scenario& scenario, const assets::Snapshot& snapshot,
                                     const std::string& text, std::size_t most) {
    const std::string folded = geo::fold_name(text);
    constexpr std::size_t least_letters = 2; // one letter would find nearly every contact
    if (folded.size() < least_letters) return {};
    std::vector<std::pair<int, assets::AssetIndex>> matches;
    for (std::size_t i = scenario.first_feed_asset; i < std::min(scenario.assets.size(), snapshot.states.size()); ++i) {
        const auto& asset = scenario.assets[i];
        constexpr int no_match = 3;
        int best = no_match; // 0: a whole name, 1: the beginning, 2: a part
        for (const auto* known : {&asset.name, &asset.mmsi, &asset.icao, &asset.uid}) {
            if (known->empty()) continue;
            const std::string name = geo::fold_name(*known);
            const auto at = name.find(folded);
            if (at == std::string::npos) continue;
            best = std::min(best, name == folded ? 0 : at == 0 ? 1 : 2);
        }
        if (best < no_match) matches.emplace_back(best, static_cast<assets::AssetIndex>(i));
    }
    std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (matches.size() > most) matches.resize(most);
    std::vector<SearchHit> hits;
    for (const auto& [closeness, index] : matches) {
        const auto& asset = scenario.assets[index];
        SearchHit hit{"asset", asset.id, asset.name, type_words(asset.type) + ", heard"};
        if (const auto& state = snapshot.states[index]; state.where) {
            hit.at = *state.where;
            hit.width_km = view_width_km(state.radius_km.value_or(0));
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace app
