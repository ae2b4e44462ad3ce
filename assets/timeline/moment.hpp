#pragma once

#include "assets/timeline/state.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace assets {

/// What was found of each asset, kept from one moment to the next: a step of time asks only about those of which other
/// reports speak then. Kept by blocks of neighbouring assets, each locked by itself.
class MotionCache {
public:
    static constexpr std::size_t block_size = 64; ///< assets

    explicit MotionCache(std::size_t assets) : m_blocks((assets + block_size - 1) / block_size) {}

    struct Block {
        std::mutex mutex;
        std::vector<Motion> speaking; ///< empty until first asked
    };
    [[nodiscard]] Block& block(std::size_t i) noexcept { return m_blocks[i]; }

private:
    std::vector<Block> m_blocks;
};

/// A scenario prepared for many moments: see Timeline.
struct Prepared {
    explicit Prepared(std::shared_ptr<const Scenario>);

    std::shared_ptr<const Scenario> scenario;
    std::vector<Instant> latest_end;       ///< see Track
    std::vector<AssetIndex> may_be_aboard; ///< ascending: they have a report at another asset, or are embarked at times
    mutable LandMemo land;
    mutable MotionCache kept;
};

/// The states of one instant, worked out by blocks of neighbouring assets when they are asked for. Thread-safe.
class Moment {
public:
    /// All of it at once: the scenario need not stay as it is.
    Moment(const Scenario&, Instant t);
    Moment(std::shared_ptr<const Prepared>, Instant t);
    ~Moment() = default;
    Moment(const Moment&) = delete;
    Moment& operator=(const Moment&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] const State& state(std::size_t i) const {
        return m_may_be_aboard.empty() || !m_is_special[i] ? own(i) : aboard(static_cast<AssetIndex>(i));
    }
    /// Several threads share the work when there are very many; what comes out is the same.
    void work_out_all() const;
    [[nodiscard]] const std::vector<const Leg*>& legs() const;

private:
    struct Block {
        std::vector<State> states;
        std::vector<Leg> legs;
    };
    [[nodiscard]] const State& own(std::size_t i) const {
        return block(i / MotionCache::block_size).states[i % MotionCache::block_size];
    }
    [[nodiscard]] const Block& block(std::size_t i) const {
        const Block* known = m_slots[i].block.load(std::memory_order_acquire);
        return known ? *known : make(i);
    }
    const Block& make(std::size_t i) const;
    [[nodiscard]] std::unique_ptr<Block> work_out(std::size_t i) const;
    [[nodiscard]] const State& aboard(AssetIndex) const;
    void find_aboard() const;
    void set_may_be_aboard(std::vector<AssetIndex>);

    std::shared_ptr<const Prepared> m_prepared; ///< null: all was worked out at once
    const Scenario& m_scenario;
    Instant m_t;
    std::size_t m_size;
    std::vector<std::pair<AssetIndex, AssetIndex>> m_groups; ///< of members now, by asset
    std::vector<AssetIndex> m_may_be_aboard;                 ///< ascending
    std::vector<bool> m_is_special;                          ///< is in m_may_be_aboard; empty when that is

    /// Null until asked for.
    struct Slot {
        std::atomic<const Block*> block = nullptr;
        Slot() = default;
        Slot(const Slot&) = delete;
        Slot& operator=(const Slot&) = delete;
        ~Slot() { delete block.load(); }
    };
    mutable std::vector<Slot> m_slots;
    mutable std::atomic<bool> m_complete = false; ///< no slot is null
    mutable std::once_flag m_legs_once, m_aboard_once;
    mutable std::vector<const Leg*> m_legs;
    mutable std::vector<State> m_aboard; ///< of each of m_may_be_aboard
};

/// A snapshot of these states, with the zones and events of the scenario.
[[nodiscard]] Snapshot snapshot_of(const Scenario&, std::shared_ptr<const Moment>, Instant t);

} // namespace assets
