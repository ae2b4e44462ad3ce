#include "assets/timeline/snapshot.hpp"

#include "assets/timeline/state.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace assets {

namespace {

bool in_force(const Membership& m, Instant t) {
    return (!m.from || *m.from <= t) && (!m.to || t <= *m.to);
}

template <class T>
void merge(std::vector<T>& into, const std::vector<T>& more) {
    std::vector<T> both;
    std::ranges::set_union(into, more, std::back_inserter(both));
    into = std::move(both);
}

/// Gives every asset that is aboard another its carrier's state, carriers that are aboard others first.
class Carriers {
public:
    Carriers(const Scenario& scenario, std::vector<State>& states, Instant t)
        : m_states{states}, m_aboard(states.size()), m_done(states.size(), Done::No) {
        for (std::size_t i = 0; i < states.size(); ++i)
            if (states[i].fix && states[i].how < How::Lost) m_aboard[i].carrier = states[i].fix->at_asset;
        for (const Membership& m : scenario.members) {
            if (m.role != Membership::Role::Embarked || !in_force(m, t)) continue;
            // Alone only with a fix of its own; and nothing is carried outside its own deployments.
            const State& state = states[m.asset];
            if (state.how == How::Reported) continue;
            if (state.how == How::Absent && !scenario.deployments_of(m.asset).empty()) continue;
            m_aboard[m.asset] = {m.group, true};
        }
    }

    void resolve_all() {
        for (std::size_t i = 0; i < m_states.size(); ++i)
            resolve(static_cast<AssetIndex>(i));
    }

private:
    enum class Done : std::uint8_t { No, Now, Yes };
    struct Aboard {
        AssetIndex carrier = no_index;
        bool embarked = false; ///< by membership, not by a report
    };

    void resolve(AssetIndex a) {
        if (m_done[a] != Done::No) return;
        m_done[a] = Done::Now;
        // Of assets that are aboard each other in a ring, the last keeps what its own reports say.
        const AssetIndex carrier = m_aboard[a].carrier;
        if (carrier < m_states.size() && m_done[carrier] != Done::Now) {
            resolve(carrier);
            follow(m_states[a], m_states[carrier], m_aboard[a].embarked);
        }
        m_done[a] = Done::Yes;
    }

    static void follow(State& state, const State& carrier, bool embarked) {
        const State own = std::exchange(state, carrier);
        state.asset = own.asset;
        state.deployment = own.deployment;
        state.carrier = carrier.asset;
        state.group = own.group;
        for (const Flag flag : {Flag::MayHaveLeft, Flag::MayNotHaveArrived})
            if (own.flags.has(flag)) state.flags.set(flag);
        if (embarked) return;

        // By a report that says so: that report counts too, and holds no longer than itself.
        state.how = std::max(own.how, carrier.how);
        if (own.age_h && state.age_h) state.age_h = std::max(*own.age_h, *state.age_h);
        merge(state.sources, own.sources);
        merge(state.rows, own.rows);
        for (const Flag flag : {Flag::Estimated, Flag::Planned, Flag::Sometime, Flag::BeyondMaxGap})
            if (own.flags.has(flag)) state.flags.set(flag);
        state.last = own.last;
        state.next = own.next;
    }

    std::vector<State>& m_states;
    std::vector<Aboard> m_aboard;
    std::vector<Done> m_done;
};

/// Points every state at its leg in the snapshot that holds both.
void bind_legs(std::vector<State>& states, const std::vector<Leg>& legs, const std::vector<State>& from_states,
               const std::vector<Leg>& from_legs) {
    for (std::size_t i = 0; i < states.size(); ++i)
        if (const Leg* leg = from_states[i].leg) states[i].leg = legs.data() + (leg - from_legs.data());
}

} // namespace

Snapshot::Snapshot(const Snapshot& other)
    : at{other.at},
      states{other.states},
      legs{other.legs},
      zones{other.zones},
      events{other.events},
      trails{other.trails},
      coverage{other.coverage} {
    bind_legs(states, legs, other.states, other.legs);
}

Snapshot& Snapshot::operator=(const Snapshot& other) {
    if (this != &other) *this = Snapshot{other};
    return *this;
}

Snapshot snapshot_at(const Scenario& s, Instant t) {
    return snapshot_with({s}, t);
}

Snapshot snapshot_with(const Lookup& lookup, Instant t) {
    const Scenario& s = lookup.scenario;
    constexpr auto none = static_cast<std::size_t>(-1);
    Snapshot snapshot;
    snapshot.at = t;
    snapshot.states.reserve(s.assets.size());
    std::vector<std::size_t> leg_of(s.assets.size(), none);
    for (std::size_t i = 0; i < s.assets.size(); ++i) {
        OwnState own = own_state(lookup, static_cast<AssetIndex>(i), t);
        if (own.state.how == How::Interpolated) leg_of[i] = snapshot.legs.size();
        snapshot.legs.insert(snapshot.legs.end(), own.legs.begin(), own.legs.end());
        snapshot.states.push_back(std::move(own.state));
    }
    for (std::size_t i = 0; i < s.assets.size(); ++i)
        if (leg_of[i] != none) snapshot.states[i].leg = &snapshot.legs[leg_of[i]];

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
