#include "app/feeds/source/feed_stream.hpp"

#include "assets/feeds/any/make_decoder.hpp"

namespace app {

assets::Instant now_utc() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void FeedStream::begin(FeedKind kind, std::optional<double> utc_offset_h) {
    m_kind = kind;
    if (m_core.options.recorder) {
        m_core.options.recorder->admit(kind);
        m_framer.emplace(kind);
    }
    if (m_core.options.decoder) {
        m_decoder = m_core.options.decoder();
        return;
    }
    m_decoder = assets::make_decoder(kind, utc_offset_h);
}

void FeedStream::deliver(std::string_view bytes, assets::Instant received) {
    m_core.received(bytes.size());
    if (m_framer) { // first, so that everything that is shown has been recorded
        m_framer->take(bytes, received, m_records);
        m_core.options.recorder->append(m_records);
        m_records.clear();
    }
    m_decoder->take(bytes, received, m_messages);
    hand_over();
    if (std::chrono::steady_clock::now() - m_published >= std::chrono::milliseconds{100}) publish();
}

void FeedStream::end(assets::Instant received) {
    if (!m_decoder) return;
    if (m_framer) {
        m_framer->end(received, m_records);
        m_core.options.recorder->append(m_records);
        m_records.clear();
    }
    m_decoder->end(received, m_messages);
    hand_over();
    publish();
}

void FeedStream::tick(assets::Instant received) {
    m_decoder->take({}, received, m_messages);
    hand_over();
    publish();
}

void FeedStream::hand_over() {
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
