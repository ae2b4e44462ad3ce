#include "app/feeds/source/newest_queue.hpp"

#include <algorithm>

namespace app {

namespace {

std::size_t size_of(const assets::FeedMessage& report) {
    constexpr std::size_t bookkeeping = 250; // nodes of the map, the sets and the table
    std::size_t bytes = sizeof report + bookkeeping + 2 * report.key.size() + report.source.size() +
                        report.message_type.size() + report.how.size() + report.raw.size();
    for (const auto* text : {&report.name, &report.callsign, &report.destination, &report.remarks, &report.sidc})
        if (*text) bytes += (*text)->size();
    for (const auto& doubt : report.doubts)
        bytes += sizeof(std::string) + doubt.size();
    return bytes;
}

} // namespace

NewestQueue::NewestQueue(std::size_t most_reports, std::size_t most_bytes)
    : m_most_reports{std::max<std::size_t>(most_reports, 1)}, m_most_bytes{most_bytes} {}

void NewestQueue::push(assets::FeedMessage report) {
    const Number number = m_next++;
    auto& newest = m_newest[report.key];
    auto& of_its_sort = report.position ? newest.position : newest.statement;
    if (of_its_sort) {
        m_superseded.insert(*of_its_sort);
        if (!report.position) m_statements.erase(*of_its_sort);
    }
    of_its_sort = number;
    if (!report.position) m_statements.insert(m_statements.end(), number);
    m_bytes += size_of(report);
    m_reports.emplace_hint(m_reports.end(), number, std::move(report));
    while (m_reports.size() > m_most_reports || (m_bytes > m_most_bytes && m_reports.size() > 1))
        drop_one();
}

std::size_t NewestQueue::take(std::vector<assets::FeedMessage>& out, std::size_t most) {
    std::size_t taken = 0;
    for (; taken < most && !m_reports.empty(); ++taken) {
        forget(m_reports.begin());
        out.push_back(std::move(m_reports.begin()->second));
        m_reports.erase(m_reports.begin());
    }
    return taken;
}

bool NewestQueue::has_room_for(std::size_t reports) const noexcept {
    return m_reports.size() + reports <= m_most_reports && m_bytes < m_most_bytes;
}

/// Takes a report out of the books; the caller takes it out of the queue.
void NewestQueue::forget(Place place) {
    const auto& [number, report] = *place;
    const auto known = m_newest.find(report.key);
    if (known != m_newest.end()) {
        auto& of_its_sort = report.position ? known->second.position : known->second.statement;
        if (of_its_sort == number) of_its_sort.reset();
        if (!known->second.position && !known->second.statement) m_newest.erase(known);
    }
    m_superseded.erase(number);
    m_statements.erase(number);
    m_bytes -= size_of(report);
}

void NewestQueue::drop_one() {
    const Number number = !m_superseded.empty()   ? *m_superseded.begin()
                          : !m_statements.empty() ? *m_statements.begin()
                                                  : m_reports.begin()->first;
    const auto place = m_reports.find(number);
    forget(place);
    m_reports.erase(place);
    ++m_dropped;
}

} // namespace app
