#include "tests/assets/feeds/message_text.hpp"

#include "tests/support/files.hpp"

#include <fmt/format.h>

namespace support {
namespace {

using assets::FeedMessage;

class Line {
public:
    template <class T>
    void add(const char* name, const T& value) {
        m_text += fmt::format(" {} {}", name, value);
    }
    template <class T>
    void add(const char* name, const std::optional<T>& value) {
        if (value) add(name, *value);
    }
    void add(const char* name, std::optional<double> value) {
        if (value) m_text += fmt::format(" {} {:.2f}", name, *value);
    }
    void add_text(const char* name, const std::optional<std::string>& value) {
        if (value) m_text += fmt::format(" {} '{}'", name, *value);
    }
    void add_if(const char* name, bool wanted) {
        if (wanted) m_text += fmt::format(" {}", name);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string text_of(const FeedMessage& m) {
    Line line;
    line.add("type", m.message_type);
    line.add("at", assets::to_iso(m.time));
    line.add_if("by the sender", m.time_source == assets::TimeSource::Sender);
    line.add_if(("from " + m.source).c_str(), !m.source.empty());
    line.add_if(("how " + m.how).c_str(), !m.how.empty());
    if (m.position) line.add("place", fmt::format("{:.4f},{:.4f}", m.position->lon(), m.position->lat()));
    line.add("radius", m.radius_m);
    line.add("altitude", m.altitude_m);
    line.add("speed", m.speed_kn);
    line.add("course", m.course_deg);
    line.add("heading", m.heading_deg);
    line.add_text("name", m.name);
    line.add_text("callsign", m.callsign);
    line.add_text("to", m.destination);
    line.add_text("remarks", m.remarks);
    line.add("imo", m.imo);
    if (m.type) line.add("is", assets::to_string(*m.type));
    line.add_text("sidc", m.sidc);
    if (m.side) line.add("side", static_cast<int>(*m.side));
    line.add("country", m.country);
    line.add("length", m.length_m);
    if (m.activity) line.add("activity", assets::to_string(*m.activity));
    line.add("ground", m.on_ground);
    if (m.stale) line.add("stale", assets::to_iso(*m.stale));
    line.add_if("aid", m.aid);
    line.add_if("distress", m.distress);
    line.add_if("pleasure", m.pleasure);
    line.add_if("military", m.military);
    for (const std::string& doubt : m.doubts)
        line.add("doubt", "'" + doubt + "'");
    line.add("raw", m.raw.size());
    return m.key + line.text() + "\n";
}

} // namespace

std::string decoded_text(assets::FeedDecoder& decoder, const std::filesystem::path& path) {
    const std::string bytes = file_bytes(path);
    assets::Instant received = std::chrono::sys_days{std::chrono::year{2024} / 7 / 31} + std::chrono::hours{12};
    std::string text;
    std::vector<FeedMessage> messages;
    const auto print = [&](std::size_t line) {
        for (const FeedMessage& message : messages)
            text += fmt::format("{}: {}", line, text_of(message));
        messages.clear();
    };
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < bytes.size(); ++line) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        decoder.take(std::string_view{bytes}.substr(begin, end - begin), received, messages);
        received += std::chrono::seconds{1};
        begin = end;
        print(line + 1);
    }
    decoder.end(received, messages);
    print(line);
    const assets::FeedCounts& counts = decoder.counts();
    text += fmt::format("{} messages, {} decoded\n", counts.messages, counts.decoded);
    for (const auto& [reason, count] : counts.rejected)
        text += fmt::format("rejected, {}: {}\n", reason, count);
    return text;
}

} // namespace support
