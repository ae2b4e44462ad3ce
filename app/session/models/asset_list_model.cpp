#include "app/session/models/asset_list_model.hpp"

#include "app/state/state_words.hpp"
#include "geo/text/country_codes.hpp"
#include "geo/text/names.hpp"

#include <algorithm>
#include <map>

namespace app {

namespace {

std::string detail_of(const assets::Asset& asset) {
    std::string detail = type_words(asset.type);
    detail.front() = static_cast<char>(detail.front() - 'a' + 'A');
    return asset.hull.empty() ? detail : detail + " " + asset.hull;
}

bool is_found(const assets::Scenario& scenario, const assets::Asset& asset, const std::string& folded) {
    if (folded.empty()) return true;
    const auto has = [&](const std::string& text) {
        return geo::fold_name(text).find(folded) != std::string::npos;
    };
    return has(asset.name) || has(asset.short_name) || has(asset.hull) || has(asset.id) ||
           has(type_words(asset.type)) || has(country_words(scenario, asset.country)) || asset.country == folded ||
           std::any_of(asset.aliases.begin(), asset.aliases.end(), has);
}

bool is_on_map(const assets::State& state) {
    return state.where.has_value();
}

AssetRow row_of(const Session& session, const assets::State& state, int depth) {
    const auto& scenario = *session.scenario();
    const auto& asset = scenario.assets[state.asset];
    AssetRow row;
    row.asset = state.asset;
    row.id = asset.id;
    row.name = asset.name;
    row.detail = detail_of(asset);
    row.words = describe_state(session.document().words(), scenario, state);
    row.how = state.how;
    row.depth = depth;
    row.shown = session.view().asset_shown(asset.id);
    row.selected = session.view().selection() == Selection{"asset", asset.id};
    row.at = state.where;
    row.width_km = view_width_km(state.radius_km.value_or(0));
    return row;
}

/// For each asset the group under which it is listed: the first in the file of which it is ever a member, so that the
/// list keeps its order while time moves. A group is not listed under another one, nor a member under a group of
/// another country.
std::vector<assets::AssetIndex> groups_of(const assets::Scenario& scenario, std::size_t count) {
    std::vector<assets::AssetIndex> groups(count, assets::no_index);
    std::vector<bool> has_members(count, false);
    const auto is_listed = [&](const assets::Membership& m) {
        return m.role != assets::Membership::Role::Embarked && m.group < count && m.asset < count &&
               m.group != m.asset && scenario.assets[m.group].country == scenario.assets[m.asset].country;
    };
    for (const auto& m : scenario.members)
        if (is_listed(m)) has_members[m.group] = true;
    for (const auto& m : scenario.members)
        if (is_listed(m) && !has_members[m.asset] && groups[m.asset] == assets::no_index) groups[m.asset] = m.group;
    return groups;
}

} // namespace

std::string type_words(assets::AssetType type) {
    return geo::with_spaces(assets::to_string(type));
}

std::string country_words(const assets::Scenario& scenario, const std::string& code) {
    if (code.empty()) return "No country";
    if (scenario.atlas == nullptr) return code;
    const auto& countries = scenario.atlas->countries;
    const auto found =
        std::find_if(countries.begin(), countries.end(), [&](const geo::Country& c) { return c.iso == code; });
    if (found != countries.end()) return found->name;
    const std::string_view name = geo::country_code_name(code);
    return name.empty() ? code : std::string{name};
}

double view_width_km(double radius_km) noexcept {
    constexpr double least_km = 120, radii = 5;
    return std::max(least_km, radius_km * radii);
}

std::vector<AssetCountry> asset_list(const Session& session, const std::string& filter) {
    std::vector<AssetCountry> countries;
    if (session.scenario() == nullptr) return countries;
    const auto& scenario = *session.scenario();
    // Contacts are left out: they have a list of their own.
    const auto& all = session.snapshot().states.compute_all();
    const auto declared = std::min<std::size_t>(all.size(), scenario.first_feed_asset);
    const std::vector<assets::State> states{all.begin(), all.begin() + static_cast<std::ptrdiff_t>(declared)};
    const std::string folded = geo::fold_name(filter);
    std::vector<bool> found, has_found_member(states.size(), false);
    for (const auto& state : states)
        found.push_back(is_found(scenario, scenario.assets[state.asset], folded));
    const std::vector<assets::AssetIndex> groups = groups_of(scenario, states.size());
    const auto group_of = [&](const assets::State& state) {
        return groups[state.asset];
    };
    std::map<assets::AssetIndex, std::vector<std::size_t>> members; // the found members of each group
    for (std::size_t i = 0; i < states.size(); ++i)
        if (const auto group = group_of(states[i]); found[i] && group != assets::no_index) {
            has_found_member[group] = true;
            members[group].push_back(i);
        }

    const auto country_of = [&](const std::string& code) -> AssetCountry& {
        const auto known =
            std::find_if(countries.begin(), countries.end(), [&](const AssetCountry& c) { return c.code == code; });
        if (known != countries.end()) return *known;
        return countries.emplace_back(AssetCountry{code, country_words(scenario, code), {}, 0, 0});
    };
    const auto add = [&](std::size_t i, int depth) {
        auto& country = country_of(scenario.assets[i].country);
        country.rows.push_back(row_of(session, states[i], depth));
        country.shown += country.rows.back().shown ? 1 : 0;
        country.known += is_on_map(states[i]) ? 1 : 0;
    };
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (group_of(states[i]) != assets::no_index || !(found[i] || has_found_member[i])) continue;
        add(i, 0);
        if (const auto of = members.find(static_cast<assets::AssetIndex>(i)); of != members.end())
            for (const std::size_t member : of->second)
                add(member, 1);
    }
    return countries;
}

} // namespace app
