#include "assets/model/area.hpp"
#include "render/map/rosters/label_lines.hpp"
#include "render/map/rosters/rosters.hpp"
#include "render/map/words/feeds/feed_wording.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double same_place_mm = 1.0, crowded_mm = 4.0;
constexpr double narrow_page_mm = 120.0;

const assets::State& state_of(const MapDrawing& drawing, const DrawnAsset& d) {
    return drawing.in.snapshot.states[d.state];
}

const assets::Asset& asset_of(const MapDrawing& drawing, const DrawnAsset& d) {
    return drawing.in.scenario.assets[state_of(drawing, d).asset];
}

/// How many assets within 4 mm, or in one sea, have no room for symbols and names of their own.
std::size_t crowd_from(const MapDrawing& drawing) {
    return drawing.in.figure.page_width_mm <= narrow_page_mm ? 3 : 4;
}

double apart(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Assets at one place, as indices into the list of drawn assets.
struct GatheringSpot {
    Point at;
    std::vector<std::size_t> assets;
    bool taken = false;
};

std::vector<GatheringSpot> spots_of(const std::vector<DrawnAsset>& all) {
    std::vector<GatheringSpot> spots;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].crowd || all[i].stand_in) continue;
        const auto known = std::find_if(spots.begin(), spots.end(), [&](const GatheringSpot& s) {
            return apart(s.at, all[i].position) < same_place_mm;
        });
        if (known == spots.end())
            spots.push_back({all[i].position, {i}});
        else
            known->assets.push_back(i);
    }
    std::stable_sort(spots.begin(), spots.end(),
                     [](const GatheringSpot& a, const GatheringSpot& b) { return a.assets.size() > b.assets.size(); });
    return spots;
}

bool is_in_country(const assets::State& state) {
    return state.area() && state.area()->of == assets::AreaRef::Of::Country && !state.circle_cut_to_area();
}

/// The name of the place or area where an asset is, whatever the languages of the map's names are; empty when its
/// report names none.
std::string place_of(const MapDrawing& drawing, const DrawnAsset& d) {
    const assets::State& state = state_of(drawing, d);
    const auto name_of = [&](const assets::AreaRef& area) {
        return assets::area_name(drawing.in.scenario, area, assets::Article::Without);
    };
    if (state.area()) return name_of(*state.area());
    if (!state.place().empty()) return state.place();
    if (state.fix == nullptr) return {};
    if (!state.fix->place().empty()) return state.fix->place();
    return state.fix->area() ? name_of(*state.fix->area()) : std::string{};
}

/// The name of the same place in the languages of the map's names.
std::string printed_place(const MapDrawing& drawing, const DrawnAsset& d) {
    const assets::State& state = state_of(drawing, d);
    const Inputs& in = drawing.in;
    if (state.area()) return area_name(in.words, in.scenario, *state.area(), assets::Article::Without);
    return in.words.names().of_place(in.scenario, place_of(drawing, d), state.where);
}

/// The name of a sea as the head of a list that stands in other water or on land.
std::string far_head(const MapDrawing& drawing, const DrawnAsset& d) {
    const Inputs& in = drawing.in;
    const std::string name = area_name(in.words, in.scenario, *state_of(drawing, d).area(), assets::Article::With);
    return capitalised(in.words("label.in_area", {{"area", name}}));
}

/// The place of most assets, and whether there are others.
struct MainPlace {
    std::string name;
    bool alone = true;
};

MainPlace main_place(const MapDrawing& drawing, const std::vector<RosterRow>& rows) {
    std::vector<std::pair<std::string, std::size_t>> places;
    for (const RosterRow& row : rows) {
        const std::string place = place_of(drawing, row.asset);
        if (place.empty()) continue;
        const auto known =
            std::find_if(places.begin(), places.end(), [&](const auto& entry) { return entry.first == place; });
        if (known == places.end())
            places.emplace_back(place, 1);
        else
            ++known->second;
    }
    if (places.empty()) return {};
    const auto most = std::max_element(places.begin(), places.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return {most->first, places.size() == 1};
}

/// The number of drawn assets of each country, with those in rosters.
std::map<std::string, std::size_t> assets_by_country(const MapDrawing& drawing, const std::vector<Roster>& rosters,
                                                     const std::vector<DrawnAsset>& all) {
    std::map<std::string, std::size_t> counts;
    for (const DrawnAsset& d : all)
        ++counts[asset_of(drawing, d).country];
    for (const Roster& roster : rosters)
        for (const RosterRow& row : roster.rows)
            ++counts[asset_of(drawing, row.asset).country];
    return counts;
}

/// Sorts the rows: marked assets first, then the country with most assets on the map first, then the countries by their
/// number in the roster; within a country by rank, then by name.
void sort_rows(const MapDrawing& drawing, Roster& roster, const std::string& subject) {
    std::map<std::string, std::size_t> here;
    for (const RosterRow& row : roster.rows)
        ++here[asset_of(drawing, row.asset).country];
    const auto key = [&](const RosterRow& row) {
        const assets::Asset& asset = asset_of(drawing, row.asset);
        return std::tuple{!row.asset.marked,
                          asset.country != subject,
                          -static_cast<long>(here[asset.country]),
                          asset.country,
                          asset.rank,
                          row.text,
                          asset.id};
    };
    std::sort(roster.rows.begin(), roster.rows.end(),
              [&](const RosterRow& a, const RosterRow& b) { return key(a) < key(b); });
}

/// Sets the head, id and row texts of rosters, and sorts their rows.
void finish(const MapDrawing& drawing, std::vector<Roster>& rosters, const std::vector<DrawnAsset>& all) {
    const auto counts = assets_by_country(drawing, rosters, all);
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    for (Roster& roster : rosters) {
        const MainPlace main = main_place(drawing, roster.rows);
        roster.head = main.name;
        roster.printed_head.clear();
        roster.far_head.clear();
        roster.only_place = main.alone;
        roster.id = "roster:" + roster.head;
        for (RosterRow& row : roster.rows) {
            const bool place_is_head = place_of(drawing, row.asset) == roster.head;
            if (place_is_head && roster.printed_head.empty()) {
                roster.printed_head = printed_place(drawing, row.asset);
                if (!roster.sea.empty()) roster.far_head = far_head(drawing, row.asset);
            }
            row.id = asset_of(drawing, row.asset).id;
            row.text = roster_text(drawing.in, row.asset, place_is_head);
        }
        sort_rows(drawing, roster, most == counts.end() ? std::string{} : most->first);
    }
}

Roster area_roster(const MapDrawing& drawing, const DrawnAsset& first) {
    Roster roster;
    roster.at = first.position;
    roster.area = first.area;
    const assets::State& state = state_of(drawing, first);
    if (state.area() && state.area()->of == assets::AreaRef::Of::Sea) roster.sea = state.area()->id;
    if (is_in_country(state)) roster.country = state.area()->id;
    return roster;
}

void take(Roster& roster, std::vector<DrawnAsset>& all, std::vector<char>& taken, std::size_t i) {
    roster.rows.push_back({std::move(all[i]), {}, {}});
    taken[i] = 1;
}

/// Seas and zones with many assets.
void gather_areas(const MapDrawing& drawing, std::vector<DrawnAsset>& all, std::vector<char>& taken,
                  std::vector<Roster>& rosters) {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> areas;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].stand_in) continue;
        const auto known =
            std::find_if(areas.begin(), areas.end(), [&](const auto& a) { return a.first == all[i].area_key; });
        if (known == areas.end())
            areas.push_back({all[i].area_key, {i}});
        else
            known->second.push_back(i);
    }
    for (const auto& [key, members] : areas) {
        // An asset somewhere in a country is listed even alone: a symbol at a point would read as its place.
        const bool is_country = is_in_country(state_of(drawing, all[members.front()]));
        if (!is_country && members.size() < crowd_from(drawing)) continue;
        Roster roster = area_roster(drawing, all[members.front()]);
        for (const std::size_t i : members)
            take(roster, all, taken, i);
        rosters.push_back(std::move(roster));
    }
}

/// Places with at least two assets, and places that crowd each other.
void gather_places(const MapDrawing& drawing, std::vector<DrawnAsset>& all, std::vector<char>& taken,
                   std::vector<Roster>& rosters) {
    std::vector<GatheringSpot> spots = spots_of(all);
    for (GatheringSpot& spot : spots) {
        if (spot.taken) continue;
        std::vector<GatheringSpot*> near;
        std::size_t count = 0;
        for (GatheringSpot& other : spots) {
            if (other.taken || apart(spot.at, other.at) >= crowded_mm) continue;
            near.push_back(&other);
            count += other.assets.size();
        }
        const bool crowded = count >= crowd_from(drawing);
        if (!crowded && spot.assets.size() < 2) continue;
        Roster roster;
        roster.at = spot.at;
        for (GatheringSpot* member : near) {
            if (!crowded && member != &spot) continue;
            member->taken = true;
            for (const std::size_t i : member->assets)
                take(roster, all, taken, i);
        }
        rosters.push_back(std::move(roster));
    }
}

void remove_taken(std::vector<DrawnAsset>& all, const std::vector<char>& taken) {
    std::vector<DrawnAsset> left;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (taken[i] == 0) left.push_back(std::move(all[i]));
    all = std::move(left);
}

} // namespace

std::size_t most_roster_rows(double page_width_mm) noexcept {
    return page_width_mm <= narrow_page_mm ? 6 : 16;
}

std::vector<Roster> gather_rosters(const MapDrawing& drawing, std::vector<DrawnAsset>& all) {
    std::vector<Roster> rosters;
    std::vector<char> taken(all.size(), 0);
    gather_areas(drawing, all, taken, rosters);
    gather_places(drawing, all, taken, rosters);
    remove_taken(all, taken);
    finish(drawing, rosters, all);
    return rosters;
}

void add_to_rosters(const MapDrawing& drawing, std::vector<Roster>& rosters, std::vector<DrawnAsset> without_room) {
    for (DrawnAsset& d : without_room) {
        const auto of_same_place = [&](const Roster& roster) {
            const DrawnAsset& first = roster.rows.front().asset;
            if (d.stand_in || first.stand_in) return d.stand_in && first.stand_in && first.area_key == d.area_key;
            return apart(roster.at, d.position) < crowded_mm;
        };
        auto roster = std::find_if(rosters.begin(), rosters.end(), of_same_place);
        if (roster == rosters.end()) {
            Roster made;
            if (d.stand_in)
                made = area_roster(drawing, d);
            else
                made.at = d.position;
            rosters.push_back(std::move(made));
            roster = rosters.end() - 1;
        }
        roster->rows.push_back({std::move(d), {}, {}});
    }
    finish(drawing, rosters, drawing.drawn);
}

} // namespace render
