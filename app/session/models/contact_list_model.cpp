#include "app/session/models/contact_list_model.hpp"

#include "app/session/models/asset_list_model.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

namespace app {

namespace {

using std::chrono::seconds;

char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether `text` contains `part`, which is in lower case; case-insensitive for ASCII.
bool holds(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return to_lower(a) == b; }) != text.end();
}

bool less_by_name(const std::string& a, const std::string& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return to_lower(x) < to_lower(y); });
}

class Filter {
public:
    Filter(const assets::Scenario& scenario, const std::string& filter) : m_scenario{scenario}, m_part{filter} {
        std::transform(m_part.begin(), m_part.end(), m_part.begin(), to_lower);
    }
    bool matches(const assets::Asset& asset) {
        if (m_part.empty()) return true;
        return holds(asset.name, m_part) || holds(asset.mmsi, m_part) || holds(asset.icao, m_part) ||
               holds(asset.uid, m_part) || holds(asset.id, m_part) || type_has(asset.type) ||
               country_has(asset.country);
    }

private:
    bool type_has(assets::AssetType type) {
        const auto [known, is_new] = m_types.try_emplace(type, false);
        if (is_new) known->second = holds(type_words(type), m_part);
        return known->second;
    }
    bool country_has(const std::string& country) {
        const auto [known, is_new] = m_countries.try_emplace(country, false);
        if (is_new) known->second = holds(country_words(m_scenario, country), m_part) || holds(country, m_part);
        return known->second;
    }

    const assets::Scenario& m_scenario;
    std::string m_part;
    std::map<assets::AssetType, bool> m_types;
    std::map<std::string, bool> m_countries;
};

} // namespace

std::optional<seconds> contact_age(const assets::Snapshot& snapshot, const assets::State& state) {
    if (state.last == nullptr) return std::nullopt;
    return std::max(seconds{0}, std::chrono::floor<seconds>(snapshot.at - state.last->from));
}

std::string age_in_words(seconds ago) {
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    const std::int64_t count = ago.count();
    if (count < 100) return fmt::format("{} s", count);
    if (count < 100 * minute) return fmt::format("{} min", count / minute);
    if (count < 48 * hour) return fmt::format("{} h", count / hour);
    return fmt::format("{} d", count / day);
}

assets::ContactMarks marks_of(const LiveSnapshot& live, assets::AssetIndex asset) {
    const auto first = live.scenario->first_feed_asset;
    const bool is_contact = asset >= first && asset - first < live.marks.size();
    return is_contact ? live.marks[asset - first] : assets::ContactMarks{};
}

void ContactList::update(const Session& session, const std::string& filter, ContactOrder order, bool frozen) {
    const auto& live = session.live().snapshot();
    if (live == nullptr) {
        *this = {};
        return;
    }
    const bool same_request = filter == m_filter && order == m_order && session.live().pinned() == m_pinned;
    const bool thawed = m_frozen && !frozen;
    m_frozen = frozen;
    if (same_request && !thawed && live == m_live) return;
    const auto& scenario = *live->scenario;
    const auto& snapshot = *live->snapshot;
    m_live = live;
    m_filter = filter;
    m_order = order;
    m_pinned = session.live().pinned();

    std::vector<assets::AssetIndex> all = live->declared;
    for (auto i = std::min<std::size_t>(scenario.first_feed_asset, scenario.assets.size()); i < scenario.assets.size();
         ++i)
        all.push_back(static_cast<assets::AssetIndex>(i));
    m_count = all.size();
    Filter wanted{scenario, filter};
    std::erase_if(all, [&](assets::AssetIndex a) { return !wanted.matches(scenario.assets[a]); });

    if (frozen && same_request) {
        // By id. Contacts left in the map at the end have no row yet. It is never iterated, so it can be unordered.
        std::unordered_map<std::string_view, assets::AssetIndex> new_indices;
        for (const auto a : all)
            new_indices.emplace(scenario.assets[a].id, a);
        for (auto& row : m_rows) {
            const auto found = new_indices.find(row.id);
            row.asset = found == new_indices.end() ? assets::no_index : found->second;
            if (found != new_indices.end()) new_indices.erase(found);
        }
        for (const auto a : all)
            if (new_indices.contains(scenario.assets[a].id)) m_rows.push_back({scenario.assets[a].id, a});
        return;
    }

    const auto name_of = [&](assets::AssetIndex a) -> const std::string& {
        return scenario.assets[a].name;
    };
    const auto sort_by = [&](const auto& value) {
        std::stable_sort(all.begin(), all.end(),
                         [&](assets::AssetIndex a, assets::AssetIndex b) { return value(a) < value(b); });
    };
    if (order == ContactOrder::Name || order == ContactOrder::Type || order == ContactOrder::Country)
        std::stable_sort(all.begin(), all.end(), [&](assets::AssetIndex a, assets::AssetIndex b) {
            return less_by_name(name_of(a), name_of(b));
        });
    switch (order) {
    case ContactOrder::Name:
        break;
    case ContactOrder::Age:
        sort_by(
            [&](assets::AssetIndex a) { return contact_age(snapshot, snapshot.states[a]).value_or(seconds::max()); });
        break;
    case ContactOrder::Speed: // fastest first
        sort_by([&](assets::AssetIndex a) { return -snapshot.states[a].speed_kn.value_or(-1); });
        break;
    case ContactOrder::Type:
        sort_by([&](assets::AssetIndex a) { return scenario.assets[a].type; });
        break;
    case ContactOrder::Country:
        sort_by([&](assets::AssetIndex a) { return std::string_view{scenario.assets[a].country}; });
        break;
    }
    if (!m_pinned.empty())
        std::stable_partition(all.begin(), all.end(),
                              [&](assets::AssetIndex a) { return m_pinned.contains(scenario.assets[a].id); });
    m_rows.clear();
    m_rows.reserve(all.size());
    for (const auto a : all)
        m_rows.push_back({scenario.assets[a].id, a});
}

} // namespace app
