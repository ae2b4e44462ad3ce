#pragma once

#include "assets/timeline/state.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace assets {

/// The motion last found for each asset. The next instant needs a new motion only for those assets for which other
/// fixes now decide. Motions are stored in blocks of neighbouring assets, each with its own lock.
class MotionCache {
public:
    static constexpr std::size_t block_size = 64; ///< assets

    explicit MotionCache(std::size_t assets) : m_blocks((assets + block_size - 1) / block_size) {}

    struct Block {
        std::mutex mutex;
        std::vector<Motion> motions; ///< empty until first used
    };
    [[nodiscard]] Block& block(std::size_t i) noexcept { return m_blocks[i]; }

private:
    std::vector<Block> m_blocks;
};

/// A scenario with the indexes and caches that the moments of a Timeline share.
struct PreparedScenario {
    explicit PreparedScenario(std::shared_ptr<const Scenario>);

    std::shared_ptr<const Scenario> scenario;
    std::vector<Instant> latest_end;       ///< see Track
    std::vector<AssetIndex> may_be_aboard; ///< ascending: assets with an `at_asset` fix, or embarked at some time
    mutable Ways ways;
    mutable MotionCache motions;
};

/// The states of all assets at one instant. A block of neighbouring assets is worked out when one of its states is
/// first read. Thread-safe.
class Moment {
public:
    /// Works out all states at once, so that later changes of the scenario do not show. The scenario must outlive
    /// the states.
    Moment(const Scenario&, Instant t);
    Moment(std::shared_ptr<const PreparedScenario>, Instant t);
    ~Moment() = default;
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] const State& state(std::size_t i) const {
        return m_may_be_aboard.empty() || !m_is_candidate[i] ? own(i) : carried_state(static_cast<AssetIndex>(i));
    }
    /// Several threads share the work when there are very many assets; the result does not depend on their number.
    void compute_all() const;
    /// The legs whose time span contains the instant, in order of their assets. Works out all states.
    [[nodiscard]] const std::vector<const Leg*>& legs() const;

private:
    struct Block {
        std::vector<State> states;
        std::vector<Leg> legs;
    };
    /// The state that an asset's own fixes give it.
    [[nodiscard]] const State& own(std::size_t i) const {
        return block(i / MotionCache::block_size).states[i % MotionCache::block_size];
    }
    [[nodiscard]] const Block& block(std::size_t i) const {
        const Block* known = m_slots[i].block.load(std::memory_order_acquire);
        return known ? *known : make_block(i);
    }
    const Block& make_block(std::size_t i) const;
    [[nodiscard]] std::unique_ptr<Block> work_out_block(std::size_t i) const;
    /// The state of an asset in m_may_be_aboard: its carrier's, if it is aboard one now.
    [[nodiscard]] const State& carried_state(AssetIndex) const;
    void resolve_carriers() const;
    void set_may_be_aboard(std::vector<AssetIndex>);

    std::shared_ptr<const PreparedScenario> m_prepared; ///< null: all states were worked out at once
    const Scenario& m_scenario;
    Instant m_t;
    std::size_t m_size;
    std::vector<std::pair<AssetIndex, AssetIndex>> m_groups; ///< (member, group) in force now, sorted by member
    std::vector<AssetIndex> m_may_be_aboard;                 ///< ascending
    std::vector<bool> m_is_candidate; ///< by asset: whether m_may_be_aboard has it; empty if there is none

    /// Holds a block, or null until it is worked out.
    struct Slot {
        std::atomic<const Block*> block = nullptr;
        Slot() = default;
        Slot(const Slot&) = delete;
        Slot& operator=(const Slot&) = delete;
        ~Slot() { delete block.load(); }
    };
    mutable std::vector<Slot> m_slots;
    mutable std::atomic<bool> m_complete = false; ///< no slot is null
    mutable std::once_flag m_legs_once, m_carried_once;
    mutable std::vector<const Leg*> m_legs;
    mutable std::vector<State> m_carried_states; ///< one for each of m_may_be_aboard
};

/// The snapshot of a moment, with the zones and events of the scenario that are in force at `t`.
[[nodiscard]] Snapshot snapshot_of(const Scenario&, std::shared_ptr<const Moment>, Instant t);

} // namespace assets
