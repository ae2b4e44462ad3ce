#include "assets/timeline/snapshot.hpp"

#include "assets/timeline/state.hpp"

#include <algorithm>

namespace assets {

namespace {

bool in_force(const Membership& m, Instant t) {
    return (!m.from || *m.from <= t) && (!m.to || t <= *m.to);
}

/// Gives every asset that is aboard another its carrier's state, carriers that are aboard others first.
class Carriers {
public:
    Carriers(const Scenario& scenario, std::vector<State>& states, Instant t) : m_states{states} {
        m_aboard.resize(states.size(), no_index);
        for (std::size_t i = 0; i < states.size(); ++i)
            if (states[i].fix && states[i].fix->at_asset != no_index) m_aboard[i] = states[i].fix->at_asset;
        for (const Membership& m : scenario.members) {
            if (m.role != Membership::Role::Embarked || !in_force(m, t)) continue;
            const State& state = states[m.asset];
            // Alone only with a fix of its own; and nothing is carried outside its own deployments.
            if (state.how == How::Reported || m_aboard[m.asset] != no_index) continue;
            if (state.how == How::Absent && !scenario.deployments_of(m.asset).empty()) continue;
            m_aboard[m.asset] = m.group;
            m_embarked.push_back(m.asset);
        }
        m_done.resize(states.size(), Done::No);
    }

    void resolve_all() {
        for (std::size_t i = 0; i < m_states.size(); ++i)
            resolve(static_cast<AssetIndex>(i));
    }

private:
    enum class Done : std::uint8_t { No, Now, Yes };

    void resolve(AssetIndex a) {
        if (m_done[a] != Done::No) return;
        m_done[a] = Done::Now;
        const AssetIndex carrier = m_aboard[a];
        // Two assets that are each aboard the other are nowhere; the state keeps what its own reports say.
        if (carrier != no_index && carrier < m_states.size() && m_done[carrier] != Done::Now) {
            resolve(carrier);
            follow(m_states[a], m_states[carrier], carrier);
        }
        m_done[a] = Done::Yes;
    }

    void follow(State& state, const State& carrier, AssetIndex index) const {
        const bool embarked = std::ranges::find(m_embarked, state.asset) != m_embarked.end();
        const State own = state;
        state = carrier;
        state.asset = own.asset;
        state.deployment = own.deployment;
        state.carrier = index;
        state.group = own.group;
        if (embarked) return;
        // By a report that says so: that report counts too, and holds no longer than itself.
        state.how = std::max(own.how, carrier.how);
        if (own.age_h && state.age_h) state.age_h = std::max(*own.age_h, *state.age_h);
        for (const SourceIndex source : own.sources)
            if (const auto at = std::ranges::lower_bound(state.sources, source);
                at == state.sources.end() || *at != source)
                state.sources.insert(at, source);
        for (const int row : own.rows)
            if (const auto at = std::ranges::lower_bound(state.rows, row); at == state.rows.end() || *at != row)
                state.rows.insert(at, row);
        for (const Flag flag : {Flag::Estimated, Flag::Planned, Flag::MayHaveLeft, Flag::MayNotHaveArrived,
                                Flag::Sometime, Flag::BeyondMaxGap})
            if (own.flags.has(flag)) state.flags.set(flag);
        state.last = own.last;
        state.next = own.next;
    }

    std::vector<State>& m_states;
    std::vector<AssetIndex> m_aboard;
    std::vector<AssetIndex> m_embarked;
    std::vector<Done> m_done;
};

} // namespace

Snapshot snapshot_at(const Scenario& s, Instant t) {
    Snapshot snapshot;
    snapshot.at = t;
    snapshot.states.reserve(s.assets.size());
    std::vector<std::size_t> leg_of(s.assets.size(), static_cast<std::size_t>(no_index));
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        OwnState own = own_state(s, static_cast<AssetIndex>(i), t);
        if (own.leg) {
            leg_of[i] = snapshot.legs.size();
            snapshot.legs.push_back(*own.leg);
        }
        snapshot.states.push_back(std::move(own.state));
    }
    for (std::size_t i = 0; i < s.assets.size(); ++i)
        if (leg_of[i] != no_index) snapshot.states[i].leg = &snapshot.legs[leg_of[i]];

    for (const Membership& m : s.members)
        if (m.role != Membership::Role::Embarked && in_force(m, t) && snapshot.states[m.asset].group == no_index)
            snapshot.states[m.asset].group = m.group;
    Carriers{s, snapshot.states, t}.resolve_all();

    for (std::size_t i = 0; i < s.zones.size(); ++i) {
        const Zone& z = s.zones[i];
        if ((!z.valid_from || *z.valid_from <= t) && (!z.valid_to || t <= *z.valid_to))
            snapshot.zones.push_back(static_cast<ZoneIndex>(i));
    }
    for (std::size_t i = 0; i < s.events.size() && s.events[i].from <= t; ++i)
        if (t <= s.events[i].to) snapshot.events.push_back(i);
    return snapshot;
}

} // namespace assets
