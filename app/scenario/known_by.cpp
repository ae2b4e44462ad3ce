#include "app/scenario/known_by.hpp"

#include <algorithm>

namespace app {

namespace {

class Published {
public:
    Published(const assets::Scenario& scenario, assets::Instant last) {
        m_by_then.reserve(scenario.sources.size());
        for (const auto& source : scenario.sources) {
            const auto published = assets::parse_time_text(source.published, 0);
            m_by_then.push_back(published && published->last <= last);
        }
    }
    [[nodiscard]] bool any(const std::vector<assets::SourceIndex>& sources) const {
        return std::any_of(sources.begin(), sources.end(), [&](auto source) { return m_by_then[source]; });
    }

private:
    std::vector<bool> m_by_then;
};

} // namespace

std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario& scenario, assets::Instant last) {
    const Published published{scenario, last};
    auto known = std::make_shared<assets::Scenario>(scenario);
    std::erase_if(known->fixes, [&](const auto& fix) { return !published.any(fix.sources()); });
    std::erase_if(known->events, [&](const auto& event) { return !published.any(event.sources); });
    index_by_asset(*known);
    close_open_ends(*known);
    return known;
}

} // namespace app
