#include "assets/timeline/moment.hpp"

#include "assets/timeline/sorted.hpp"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

namespace assets {

namespace {

bool in_force(const Membership& m, Instant t) {
    return (!m.from || *m.from <= t) && (!m.to || t <= *m.to);
}

/// Rule: an asset that is aboard another has the state of its carrier. A carrier that is itself aboard another asset is
/// resolved first.
template <class OwnState>
class CarrierResolver {
public:
    /// `aboard` lists, ascending, all assets that may be aboard another; `own(a)` is the state from a's own fixes.
    CarrierResolver(const Scenario& scenario, Instant t, const std::vector<AssetIndex>& aboard, const OwnState& own)
        : m_assets{scenario.assets.size()},
          m_aboard_assets{aboard},
          m_own{own},
          m_aboard(aboard.size()),
          m_done(aboard.size(), Done::No) {
        m_states.reserve(aboard.size());
        for (std::size_t i = 0; i < aboard.size(); ++i) {
            m_states.push_back(own(aboard[i]));
            const State& state = m_states.back();
            if (state.fix && state.how < How::Lost) m_aboard[i].carrier = state.fix->at_asset();
        }
        for (const Membership& m : scenario.members) {
            if (m.role != Membership::Role::Embarked || !in_force(m, t)) continue;
            // Rule: an embarked asset stands alone only while a fix of its own is in force. Outside its own deployments
            // it is not carried but absent.
            const std::size_t i = *slot_of(m.asset);
            if (m_states[i].how == How::Reported) continue;
            if (m_states[i].how == How::Absent && !scenario.deployments_of(m.asset).empty()) continue;
            m_aboard[i] = {m.group, true};
        }
    }

    [[nodiscard]] std::vector<State> resolve_all() && {
        for (std::size_t i = 0; i < m_states.size(); ++i)
            resolve(i);
        return std::move(m_states);
    }

private:
    enum class Done : std::uint8_t { No, InProgress, Yes };
    struct Aboard {
        AssetIndex carrier = no_index;
        bool embarked = false; ///< by membership, not by an `at_asset` fix
    };

    [[nodiscard]] std::optional<std::size_t> slot_of(AssetIndex a) const {
        const auto found = std::ranges::lower_bound(m_aboard_assets, a);
        if (found == m_aboard_assets.end() || *found != a) return std::nullopt;
        return static_cast<std::size_t>(found - m_aboard_assets.begin());
    }

    void resolve(std::size_t i) {
        if (m_done[i] != Done::No) return;
        m_done[i] = Done::InProgress;
        if (const AssetIndex carrier = m_aboard[i].carrier; carrier < m_assets) {
            if (const auto slot = slot_of(carrier); !slot) {
                take_carrier_state(m_states[i], m_own(carrier), m_aboard[i].embarked);
            } else if (m_done[*slot] != Done::InProgress) {
                // In a ring of assets aboard each other, the last one keeps the state from its own fixes.
                resolve(*slot);
                take_carrier_state(m_states[i], m_states[*slot], m_aboard[i].embarked);
            }
        }
        m_done[i] = Done::Yes;
    }

    static void take_carrier_state(State& state, const State& carrier, bool embarked) {
        const State own = std::exchange(state, carrier);
        state.asset = own.asset;
        state.deployment = own.deployment;
        state.carrier = carrier.asset;
        state.group = own.group;
        for (const Flag flag : {Flag::MayHaveLeft, Flag::MayNotHaveArrived})
            if (own.flags.has(flag)) state.flags.set(flag);
        if (embarked) return;

        // Rule: for an asset aboard by an `at_asset` fix, the state is no more certain and no younger than that fix.
        state.how = std::max(own.how, carrier.how);
        if (own.age_h && state.age_h) state.age_h = std::max(*own.age_h, *state.age_h);
        for (const Fix* f : own.used)
            if (f) state.at_asset_fixes.push_back(f);
        for (const Flag flag : {Flag::Estimated, Flag::Planned, Flag::Sometime, Flag::BeyondMaxGap})
            if (own.flags.has(flag)) state.flags.set(flag);
        state.last = own.last;
        state.next = own.next;
    }

    std::size_t m_assets;
    const std::vector<AssetIndex>& m_aboard_assets;
    const OwnState& m_own;
    std::vector<State> m_states; ///< of m_aboard_assets
    std::vector<Aboard> m_aboard;
    std::vector<Done> m_done;
};

std::vector<std::pair<AssetIndex, AssetIndex>> groups_at(const Scenario& s, Instant t) {
    std::vector<std::pair<AssetIndex, AssetIndex>> groups;
    for (const Membership& m : s.members)
        if (m.role != Membership::Role::Embarked && in_force(m, t)) groups.emplace_back(m.asset, m.group);
    // Stable, because the first row counts for an asset in several groups.
    std::ranges::stable_sort(groups, {}, &std::pair<AssetIndex, AssetIndex>::first);
    return groups;
}

std::vector<AssetIndex> embarked_at_some_time(const Scenario& s) {
    std::vector<AssetIndex> assets;
    for (const Membership& m : s.members)
        if (m.role == Membership::Role::Embarked) assets.push_back(m.asset);
    return assets;
}

std::size_t block_count(std::size_t assets) {
    return (assets + MotionCache::block_size - 1) / MotionCache::block_size;
}

} // namespace

PreparedScenario::PreparedScenario(std::shared_ptr<const Scenario> of)
    : scenario{std::move(of)}, may_be_aboard{embarked_at_some_time(*scenario)}, motions{scenario->assets.size()} {
    latest_end.reserve(scenario->fixes.size());
    for (std::size_t a = 0; a < scenario->assets.size(); ++a) {
        Instant latest = Instant::min();
        for (const Fix& f : scenario->fixes_of(static_cast<AssetIndex>(a))) {
            if (f.to >= f.from) latest = std::max(latest, f.to);
            latest_end.push_back(latest);
            const bool listed = !may_be_aboard.empty() && may_be_aboard.back() == f.asset;
            if (f.at_asset() != no_index && !listed) may_be_aboard.push_back(f.asset);
        }
    }
    sort_unique(may_be_aboard);
}

Moment::Moment(const Scenario& scenario, Instant t)
    : m_scenario{scenario},
      m_t{t},
      m_size{scenario.assets.size()},
      m_groups{groups_at(scenario, t)},
      m_slots(block_count(m_size)) {
    compute_all();
    std::vector<AssetIndex> may_be_aboard = embarked_at_some_time(scenario);
    for (std::size_t i = 0; i < m_size; ++i)
        if (const Fix* fix = own(i).fix; fix && fix->at_asset() != no_index)
            may_be_aboard.push_back(static_cast<AssetIndex>(i));
    sort_unique(may_be_aboard);
    set_may_be_aboard(std::move(may_be_aboard));
    if (!m_may_be_aboard.empty()) (void)carried_state(m_may_be_aboard.front());
    (void)legs();
}

Moment::Moment(std::shared_ptr<const PreparedScenario> prepared, Instant t)
    : m_prepared{std::move(prepared)},
      m_scenario{*m_prepared->scenario},
      m_t{t},
      m_size{m_scenario.assets.size()},
      m_groups{groups_at(m_scenario, t)},
      m_slots(block_count(m_size)) {
    set_may_be_aboard(m_prepared->may_be_aboard);
}

void Moment::set_may_be_aboard(std::vector<AssetIndex> assets) {
    m_may_be_aboard = std::move(assets);
    if (m_may_be_aboard.empty()) return;
    m_is_candidate.assign(m_size, false);
    for (const AssetIndex a : m_may_be_aboard)
        m_is_candidate[a] = true;
}

const Moment::Block& Moment::make_block(std::size_t i) const {
    auto made = work_out_block(i);
    const Block* expected = nullptr;
    // Two threads may work out the same block at once: the results are equal, and one is kept.
    if (!m_slots[i].block.compare_exchange_strong(expected, made.get(), std::memory_order_acq_rel)) return *expected;
    return *made.release();
}

std::unique_ptr<Moment::Block> Moment::work_out_block(std::size_t i) const {
    constexpr auto none = static_cast<std::size_t>(-1);
    const std::size_t first = i * MotionCache::block_size;
    const std::size_t count = std::min(MotionCache::block_size, m_size - first);
    auto block = std::make_unique<Block>();
    block->states.reserve(count);
    block->legs.reserve(count);
    std::array<std::size_t, MotionCache::block_size> leg_of;
    const auto add = [&](std::size_t k, const Motion& motion) {
        const std::size_t legs = block->legs.size();
        block->states.push_back(own_state(motion, m_t, block->legs));
        leg_of[k] = block->states.back().how == How::Interpolated ? legs : none;
    };
    if (m_prepared) {
        const Lookup lookup{m_scenario, m_prepared->latest_end, &m_prepared->ways};
        auto& cached = m_prepared->motions.block(i);
        const std::lock_guard lock{cached.mutex};
        if (cached.motions.empty()) cached.motions.resize(count);
        for (std::size_t k = 0; k < count; ++k) {
            Motion& motion = cached.motions[k];
            if (!motion.covers(m_t)) motion = motion_at(lookup, static_cast<AssetIndex>(first + k), m_t);
            add(k, motion);
        }
    } else {
        for (std::size_t k = 0; k < count; ++k)
            add(k, motion_at({m_scenario}, static_cast<AssetIndex>(first + k), m_t));
    }
    for (std::size_t k = 0; k < count; ++k) {
        State& state = block->states[k];
        if (leg_of[k] != none) state.leg = &block->legs[leg_of[k]];
        if (m_groups.empty()) continue;
        const auto group =
            std::ranges::lower_bound(m_groups, state.asset, {}, &std::pair<AssetIndex, AssetIndex>::first);
        if (group != m_groups.end() && group->first == state.asset) state.group = group->second;
    }
    return block;
}

void Moment::compute_all() const {
    constexpr std::size_t enough_for_threads = 4'000, most_threads = 4;
    if (m_complete.load(std::memory_order_acquire)) return;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < m_slots.size(); i = next++)
            (void)block(i);
    };
    std::vector<std::future<void>> others;
    if (m_size >= enough_for_threads)
        for (std::size_t n = std::min<std::size_t>(std::thread::hardware_concurrency(), most_threads); n > 1; --n)
            others.push_back(std::async(std::launch::async, work));
    work();
    for (auto& other : others)
        other.get();
    m_complete.store(true, std::memory_order_release);
}

const std::vector<const Leg*>& Moment::legs() const {
    std::call_once(m_legs_once, [&] {
        compute_all();
        for (std::size_t i = 0; i < m_slots.size(); ++i)
            for (const Leg& leg : block(i).legs)
                m_legs.push_back(&leg);
    });
    return m_legs;
}

const State& Moment::carried_state(AssetIndex a) const {
    std::call_once(m_carried_once, [&] { resolve_carriers(); });
    return m_carried_states[static_cast<std::size_t>(std::ranges::lower_bound(m_may_be_aboard, a) -
                                                     m_may_be_aboard.begin())];
}

void Moment::resolve_carriers() const {
    const auto own_of = [&](AssetIndex a) -> const State& {
        return own(a);
    };
    m_carried_states = CarrierResolver{m_scenario, m_t, m_may_be_aboard, own_of}.resolve_all();
}

} // namespace assets
