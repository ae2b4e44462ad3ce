#include "app/feeds/source/newest_queue.hpp"

#include <algorithm>

namespace app {

namespace {

std::size_t size_of(const assets::FeedMessage& message) noexcept {
    constexpr std::size_t bookkeeping = 250; // bytes for the nodes of the map, the sets and the table
    std::size_t bytes = sizeof message + bookkeeping + 2 * message.key.size() + message.source.size() +
                        message.message_type.size() + message.how.size() + message.raw.size();
    for (const auto* text : {&message.name, &message.callsign, &message.destination, &message.remarks, &message.sidc})
        if (*text) bytes += (*text)->size();
    if (message.outline) bytes += message.outline->points.size() * sizeof(geo::Degrees);
    if (message.alert) bytes += message.alert->title.size();
    for (const auto& doubt : message.doubts)
        bytes += sizeof(std::string) + doubt.size();
    return bytes;
}

} // namespace

NewestQueue::NewestQueue(std::size_t most_messages, std::size_t most_bytes)
    : m_most_messages{std::max<std::size_t>(most_messages, 1)}, m_most_bytes{most_bytes} {}

void NewestQueue::push(assets::FeedMessage message) {
    const Number number = m_next++;
    auto& newest = m_newest[message.key];
    auto& newest_of_kind = message.position ? newest.position : newest.statement;
    if (newest_of_kind) {
        m_superseded.insert(*newest_of_kind);
        if (!message.position) m_statements.erase(*newest_of_kind);
    }
    newest_of_kind = number;
    if (!message.position) m_statements.insert(m_statements.end(), number);
    m_bytes += size_of(message);
    m_messages.emplace_hint(m_messages.end(), number, std::move(message));
    while (m_messages.size() > m_most_messages || (m_bytes > m_most_bytes && m_messages.size() > 1))
        drop_one();
}

std::size_t NewestQueue::take(std::vector<assets::FeedMessage>& out, std::size_t most) {
    std::size_t taken = 0;
    for (; taken < most && !m_messages.empty(); ++taken) {
        forget(m_messages.begin());
        out.push_back(std::move(m_messages.begin()->second));
        m_messages.erase(m_messages.begin());
    }
    return taken;
}

bool NewestQueue::has_room_for(const assets::FeedMessage& message) const noexcept {
    return m_messages.empty() || (m_messages.size() < m_most_messages && m_bytes + size_of(message) <= m_most_bytes);
}

/// Removes a message from the indices; the caller removes it from the queue.
void NewestQueue::forget(Entry entry) {
    const auto& [number, message] = *entry;
    const auto known = m_newest.find(message.key);
    if (known != m_newest.end()) {
        auto& newest_of_kind = message.position ? known->second.position : known->second.statement;
        if (newest_of_kind == number) newest_of_kind.reset();
        if (!known->second.position && !known->second.statement) m_newest.erase(known);
    }
    m_superseded.erase(number);
    m_statements.erase(number);
    m_bytes -= size_of(message);
}

void NewestQueue::drop_one() {
    const Number number = !m_superseded.empty()   ? *m_superseded.begin()
                          : !m_statements.empty() ? *m_statements.begin()
                                                  : m_messages.begin()->first;
    const auto entry = m_messages.find(number);
    forget(entry);
    m_messages.erase(entry);
    ++m_dropped;
}

} // namespace app
