#include "app/feeds/source/feed_stream.hpp"

#include "assets/feeds/any/make_decoder.hpp"

namespace app {

assets::Instant now_utc() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void FeedStream::begin(FeedKind kind, std::optional<double> utc_offset_h) {
    m_kind = kind;
    update_recorder();
    if (m_core.options.decoder) {
        m_decoder = m_core.options.decoder();
        return;
    }
    m_decoder = assets::make_decoder(kind, utc_offset_h);
}

void FeedStream::update_recorder() {
    auto recorder = m_core.recorder();
    if (recorder == m_recorder) return;
    m_recorder = std::move(recorder);
    m_framer.reset();
    if (!m_recorder) return;
    m_recorder->admit(m_kind);
    m_framer.emplace(m_kind);
    m_skipping = m_in_line && m_kind != FeedKind::Cot; // a framer of events finds the next event by itself
}

void FeedStream::record(std::string_view bytes, assets::Instant received) {
    if (!m_framer) return;
    if (m_skipping) {
        const auto end = bytes.find('\n');
        if (end == std::string_view::npos) return;
        bytes.remove_prefix(end + 1);
        m_skipping = false;
    }
    m_framer->take(bytes, received, m_records);
    m_recorder->append(m_records);
    m_records.clear();
}

void FeedStream::deliver(std::string_view bytes, assets::Instant received, assets::TimeFrom clock) {
    m_core.received(bytes.size());
    update_recorder();
    record(bytes, received); // first, so that everything that is shown has been recorded
    if (!bytes.empty()) m_in_line = bytes.back() != '\n';
    m_decoder->take(bytes, received, m_messages);
    hand_over(clock);
    if (std::chrono::steady_clock::now() - m_published >= std::chrono::milliseconds{100}) publish();
}

void FeedStream::end(assets::Instant received, assets::TimeFrom clock) {
    if (!m_decoder) return;
    if (m_framer) {
        m_framer->end(received, m_records);
        m_recorder->append(m_records);
        m_records.clear();
    }
    m_decoder->end(received, m_messages);
    hand_over(clock);
    publish();
}

void FeedStream::tick(assets::Instant received) {
    m_decoder->take({}, received, m_messages);
    hand_over(assets::TimeFrom::Clock);
    publish();
}

void FeedStream::hand_over(assets::TimeFrom clock) {
    for (auto& message : m_messages)
        if (message.time_from == assets::TimeFrom::Clock) message.time_from = clock;
    const auto unwanted = std::remove_if(m_messages.begin(), m_messages.end(),
                                         [this](const auto& message) { return !m_filter.wants(message); });
    m_unwanted += static_cast<std::uint64_t>(m_messages.end() - unwanted);
    m_messages.erase(unwanted, m_messages.end());
    if (m_messages.empty()) return;
    const auto transport = m_core.url.transport;
    if (transport == FeedTransport::Tcp || transport == FeedTransport::Udp)
        m_core.offer(m_messages);
    else if (!m_core.offer_when_room(m_messages))
        m_messages.clear(); // the owner is gone
}

void FeedStream::publish() {
    m_published = std::chrono::steady_clock::now();
    m_core.publish(m_decoder->counts(), m_unwanted);
}

} // namespace app
