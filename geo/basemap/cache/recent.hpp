#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace geo {

/// A cache of the most recently used values. Thread-safe. A thread that asks for a key whose value another thread is
/// making waits for that value; threads that ask for other keys do not wait.
template <class Key, class Value>
class Recent {
public:
    /// `capacity` > 0: the number of values that are kept.
    explicit Recent(std::size_t capacity) : m_capacity{capacity} {}

    /// The value of this key, made by `make()` when it is not in the cache. An exception from `make` is passed on and
    /// nothing is kept, so the next call makes the value again.
    template <class Make>
    [[nodiscard]] std::shared_ptr<const Value> get(const Key& key, Make&& make) {
        const std::shared_ptr<Entry> entry = entry_of(key);
        const std::lock_guard lock{entry->mutex};
        if (!entry->value) entry->value = std::make_shared<const Value>(make());
        return entry->value;
    }

private:
    struct Entry {
        Key key;
        std::mutex mutex; ///< protects `value`; locked while the value is made
        std::shared_ptr<const Value> value;
        explicit Entry(const Key& its_key) : key{its_key} {}
    };

    std::shared_ptr<Entry> entry_of(const Key& key) {
        const std::lock_guard lock{m_mutex};
        const auto known =
            std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry->key == key; });
        if (known != m_entries.end()) {
            std::rotate(m_entries.begin(), known, known + 1);
        } else {
            if (m_entries.size() == m_capacity) m_entries.pop_back();
            m_entries.insert(m_entries.begin(), std::make_shared<Entry>(key));
        }
        return m_entries.front();
    }

    std::mutex m_mutex; ///< protects `m_entries`
    std::size_t m_capacity;
    std::vector<std::shared_ptr<Entry>> m_entries; ///< most recently used first
};

} // namespace geo
