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

/// Sets the end of a fix with an open end: just before the next known fix or at the end of its deployment, whichever is
/// earlier, else at the scenario's end.
void set_open_end(assets::Scenario& scenario, std::size_t index) {
    auto& fix = scenario.fixes[index];
    if (!fix.open_end()) return;
    std::optional<assets::Instant> end;
    for (const auto& deployment : scenario.deployments)
        if (deployment.asset == fix.asset && deployment.from <= fix.from && deployment.to && *deployment.to >= fix.from)
            end = *deployment.to;
    for (auto next = index + 1; next < scenario.fixes.size() && scenario.fixes[next].asset == fix.asset; ++next)
        if (scenario.fixes[next].from > fix.from) {
            const auto before = scenario.fixes[next].from - assets::tick;
            end = end ? std::min(*end, before) : before;
            break;
        }
    fix.to = end.value_or(std::max(fix.to, scenario.end.value_or(fix.to)));
}

} // namespace

std::shared_ptr<const assets::Scenario> known_by(const assets::Scenario& scenario, assets::Instant last) {
    const Published published{scenario, last};
    auto known = std::make_shared<assets::Scenario>(scenario);
    std::erase_if(known->fixes, [&](const auto& fix) { return !published.any(fix.sources()); });
    std::erase_if(known->events, [&](const auto& event) { return !published.any(event.sources); });
    known->first_fix.assign(known->assets.size() + 1, 0);
    for (const auto& fix : known->fixes)
        ++known->first_fix[fix.asset + 1];
    for (std::size_t i = 1; i < known->first_fix.size(); ++i)
        known->first_fix[i] += known->first_fix[i - 1];
    for (std::size_t i = 0; i < known->fixes.size(); ++i)
        set_open_end(*known, i);
    return known;
}

} // namespace app
