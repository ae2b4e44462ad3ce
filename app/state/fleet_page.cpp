#include "app/state/fleet_page.hpp"

#include "app/state/compare_writer.hpp"
#include "app/state/state_words.hpp"
#include "geo/basemap/atlas.hpp"
#include "geo/text/names.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

namespace app {

using assets::Activity;
using assets::AssetChange;
using assets::ChangeKind;
using assets::How;
using assets::Scenario;
using assets::Snapshot;
using assets::State;
using render::Words;

namespace {

/// What a ship does. Aircraft, units and people are counted as Other.
enum class Doing : std::uint8_t { Underway, InPort, Other, NotKnown };

Doing doing_of(const Scenario& scenario, const State& state) {
    if (state.how == How::Lost || !state.where) return Doing::NotKnown;
    if (!assets::is_ship(scenario.assets[state.asset].type)) return Doing::Other;
    switch (state.activity) {
    case Activity::InPort:
    case Activity::AtAnchor:
    case Activity::Arrival:
    case Activity::Maintenance:
        return Doing::InPort;
    case Activity::Underway:
    case Activity::Patrol:
    case Activity::Departure:
        return Doing::Underway;
    case Activity::None:
    case Activity::Exercise:
    case Activity::Other:
        break;
    }
    // A ship on a leg, or somewhere in a sea, is under way.
    const bool in_sea = state.area() && state.area()->of == assets::AreaRef::Of::Sea;
    return state.how == How::Interpolated || in_sea ? Doing::Underway : Doing::Other;
}

struct Counts {
    int deployed = 0, underway = 0, in_port = 0, other = 0, not_known = 0;
    void add(Doing doing) {
        ++deployed;
        ++(doing == Doing::Underway ? underway
           : doing == Doing::InPort ? in_port
           : doing == Doing::Other  ? other
                                    : not_known);
    }
    [[nodiscard]] std::vector<std::string> cells() const {
        std::vector<std::string> cells;
        for (const int count : {deployed, underway, in_port, other, not_known})
            cells.push_back(fmt::format("{}", count));
        return cells;
    }
};

std::vector<std::string> count_header(const Words& words) {
    return {words("fleet.deployed"), words("fleet.underway"), words("fleet.in_port"), words("fleet.other"),
            words("fleet.not_known")};
}

/// The deployed assets, without groups whose members are among them.
std::vector<const State*> deployed_states(const Snapshot& snapshot) {
    std::set<assets::AssetIndex> groups;
    for (const State& state : snapshot.states.compute_all())
        if (state.how != How::Absent) groups.insert(state.group);
    std::vector<const State*> found;
    for (const State& state : snapshot.states)
        if (state.how != How::Absent && !groups.contains(state.asset)) found.push_back(&state);
    return found;
}

/// The sea or area under whose name a page lists an asset; empty if its position is not known.
std::string region_of(const Words& words, const Scenario& scenario, const State& state) {
    if (doing_of(scenario, state) == Doing::NotKnown) return {};
    if (state.area()) return render::area_name(words, scenario, *state.area(), assets::Article::Without);
    const auto type = scenario.assets[state.asset].type;
    // What is no ship and is reported at a place stands there, and not in the sea whose outline reaches over it.
    if (!assets::is_ship(type) && (!assets::is_aircraft(type) || !state.place().empty())) return words("fleet.ashore");
    const geo::Sea* sea = scenario.atlas ? scenario.atlas->seas.at(*state.where) : nullptr;
    return sea != nullptr ? words.names().of(sea->name, sea->names).in_line() : words("fleet.elsewhere");
}

/// Numbers the sources in the order in which the page names them.
class SourceNumbers {
public:
    [[nodiscard]] std::string of(const State& state) {
        std::string text;
        for (const assets::SourceIndex source : state.sources()) {
            const auto [known, is_new] = m_numbers.try_emplace(source, m_order.size() + 1);
            if (is_new) m_order.push_back(source);
            text += (text.empty() ? "" : ", ") + fmt::format("{}", known->second);
        }
        return text;
    }
    [[nodiscard]] const std::vector<assets::SourceIndex>& order() const noexcept { return m_order; }

private:
    std::map<assets::SourceIndex, std::size_t> m_numbers;
    std::vector<assets::SourceIndex> m_order;
};

std::string activity_words(const State& state) {
    if (state.how == How::Lost) return {}; // it was doing that when it was last heard of
    return geo::with_spaces(assets::to_string(state.activity));
}

std::string name_and_hull(const Words& words, const assets::Asset& asset) {
    std::string name = full_name(words, asset);
    if (!asset.hull.empty() && name.find(asset.hull) == std::string::npos) name += " (" + asset.hull + ")";
    return name;
}

void add_regions(std::vector<Block>& page, const Words& words, const Scenario& scenario,
                 const std::vector<const State*>& states, SourceNumbers& sources) {
    std::map<std::string, std::vector<const State*>> regions;
    for (const State* state : states)
        regions[region_of(words, scenario, *state)].push_back(state);
    std::vector<const std::pair<const std::string, std::vector<const State*>>*> order;
    for (const auto& region : regions)
        order.push_back(&region);
    std::ranges::stable_sort(order, [](const auto* a, const auto* b) { // the largest first, the unknown last
        if (a->first.empty() != b->first.empty()) return b->first.empty();
        return a->second.size() > b->second.size();
    });
    for (const auto* region : order) {
        const std::string name = region->first.empty() ? words("fleet.not_known") : region->first;
        page.emplace_back(
            Heading{2, words("fleet.region", {{"region", name}, {"count", fmt::format("{}", region->second.size())}})});
        Table table{{words("fleet.asset"), words("fleet.where"), words("fleet.activity"), words("fleet.sources")}, {}};
        for (const State* state : region->second)
            table.rows.push_back({name_and_hull(words, scenario.assets[state->asset]),
                                  describe_state(words, scenario, *state), activity_words(*state), sources.of(*state)});
        page.emplace_back(std::move(table));
    }
}

void add_countries(std::vector<Block>& page, const Words& words, const Scenario& scenario,
                   const std::vector<const State*>& states) {
    std::map<std::string, Counts> countries;
    for (const State* state : states)
        countries[render::country_name(words, scenario.assets[state->asset].country)].add(doing_of(scenario, *state));
    Table table{count_header(words), {}};
    table.header.insert(table.header.begin(), words("fleet.country"));
    for (const auto& [name, counts] : countries) {
        auto cells = counts.cells();
        cells.insert(cells.begin(), name);
        table.rows.push_back(std::move(cells));
    }
    page.emplace_back(Heading{2, words("fleet.by_country")});
    page.emplace_back(std::move(table));
}

void add_changes(std::vector<Block>& page, const Words& words, const Scenario& scenario, const Snapshot& since,
                 const Snapshot& now) {
    page.emplace_back(
        Heading{2, words("fleet.since", {{"date", words.day_month_year(since.at, scenario.utc_offset_h)}})});
    const auto changes = assets::changes_between(scenario, since, now);
    if (changes.empty()) page.emplace_back(Paragraph{words("compare.nobody")});
    for (const auto& [kind, key] : change_groups) {
        List list;
        for (const AssetChange& change : changes) {
            if (change.kind != kind) continue;
            auto lines = change_lines(words, scenario, since, now, change);
            List::Item item{std::move(lines.front()), {}, {}};
            item.lines.assign(std::make_move_iterator(lines.begin() + 1), std::make_move_iterator(lines.end()));
            list.items.push_back(std::move(item));
        }
        if (list.items.empty()) continue;
        page.emplace_back(Heading{
            3, words("compare.count", {{"group", words(key)}, {"count", fmt::format("{}", list.items.size())}})});
        page.emplace_back(std::move(list));
    }
}

void add_sources(std::vector<Block>& page, const Words& words, const Scenario& scenario, const SourceNumbers& numbers) {
    if (numbers.order().empty()) return;
    List list{{}, true};
    for (const assets::SourceIndex index : numbers.order()) {
        const assets::Source& source = scenario.sources[index];
        std::string text = source.title.empty() ? source.id : source.title;
        if (!source.publisher.empty()) text += ", " + source.publisher;
        if (!source.published.empty()) text += words("fleet.published", {{"date", source.published}});
        list.items.push_back({std::move(text), {}, source.url});
    }
    page.emplace_back(Heading{2, words("fleet.sources")});
    page.emplace_back(std::move(list));
}

} // namespace

std::vector<Block> fleet_page(const Words& words, const Scenario& scenario, const Snapshot& now,
                              const Snapshot* since) {
    const std::string day = words.day_month_year(now.at, scenario.utc_offset_h);
    std::vector<Block> page{Heading{1, scenario.title.empty() ? day : scenario.title}};
    page.emplace_back(Paragraph{words("asof.reported", {{"date", day}})});
    const auto states = deployed_states(now);
    Counts all;
    for (const State* state : states)
        all.add(doing_of(scenario, *state));
    page.emplace_back(Table{count_header(words), {all.cells()}});
    SourceNumbers sources;
    if (states.empty()) page.emplace_back(Paragraph{words("fleet.nobody")});
    add_regions(page, words, scenario, states, sources);
    if (!states.empty()) add_countries(page, words, scenario, states);
    if (since != nullptr) add_changes(page, words, scenario, *since, now);
    add_sources(page, words, scenario, sources);
    if (!scenario.credit.empty()) page.emplace_back(Paragraph{scenario.credit});
    return page;
}

} // namespace app
