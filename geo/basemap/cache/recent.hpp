#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace geo {

/// The values that were asked for last, so that asking again costs nothing. Thread-safe; who asks for what another
/// thread is making waits for it.
template <class Key, class Value>
class Recent {
public:
    /// `most` > 0: how many are kept.
    explicit Recent(std::size_t most) : m_most{most} {}

    /// The value of this key, made by `make()` where it is not at hand. What `make` throws is passed on, and nothing is
    /// kept.
    template <class Make>
    [[nodiscard]] std::shared_ptr<const Value> get(const Key& key, Make&& make) {
        const std::lock_guard lock{m_mutex};
        const auto known =
            std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& kept) { return kept.first == key; });
        if (known != m_kept.end()) {
            std::rotate(m_kept.begin(), known, known + 1);
        } else {
            auto value = std::make_shared<const Value>(make());
            if (m_kept.size() == m_most) m_kept.pop_back();
            m_kept.emplace(m_kept.begin(), key, std::move(value));
        }
        return m_kept.front().second;
    }

private:
    std::mutex m_mutex;
    std::size_t m_most;
    std::vector<std::pair<Key, std::shared_ptr<const Value>>> m_kept; ///< the last one asked for comes first
};

} // namespace geo
