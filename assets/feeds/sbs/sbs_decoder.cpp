#include "assets/feeds/decoder.hpp"
#include "assets/feeds/sbs/sbs_line.hpp"

#include <algorithm>

namespace assets {
namespace {

constexpr std::size_t longest_line = 1024;

/// Lines end with CR, LF or both. Empty lines are not counted.
class SbsDecoder final : public FeedDecoder {
public:
    explicit SbsDecoder(std::optional<double> utc_offset_h) : m_utc_offset_h{utc_offset_h} {}

    void take(std::string_view bytes, Instant received, std::vector<FeedMessage>& out) override {
        while (!bytes.empty()) {
            const auto end = bytes.find_first_of("\r\n");
            add(bytes.substr(0, end));
            if (end == std::string_view::npos) return;
            finish_line(received, out);
            bytes.remove_prefix(end + 1);
        }
    }

    void end(Instant received, std::vector<FeedMessage>& out) override {
        constexpr std::ptrdiff_t commas_of_whole_line = 21;
        if (std::count(m_line.begin(), m_line.end(), ',') >= commas_of_whole_line) return finish_line(received, out);
        if (m_too_long)
            m_counts.reject("line too long");
        else if (!m_line.empty())
            m_counts.reject("line cut off");
        m_line.clear();
        m_too_long = false;
    }

    [[nodiscard]] const FeedCounts& counts() const noexcept override { return m_counts; }

private:
    void add(std::string_view part) {
        if (m_too_long) return;
        if (m_line.size() + part.size() > longest_line) {
            m_too_long = true;
            m_line.clear();
        } else {
            m_line += part;
        }
    }

    void finish_line(Instant received, std::vector<FeedMessage>& out) {
        if (m_too_long) {
            m_counts.reject("line too long");
        } else if (!m_line.empty()) {
            ++m_counts.messages;
            SbsReading reading = read_sbs_line(m_line, received, m_utc_offset_h);
            if (!reading.reason.empty()) m_counts.reject(reading.reason);
            if (reading.message) {
                ++m_counts.decoded;
                out.push_back(std::move(*reading.message));
            }
        }
        m_line.clear();
        m_too_long = false;
    }

    std::optional<double> m_utc_offset_h;
    std::string m_line;
    bool m_too_long = false;
    FeedCounts m_counts;
};

} // namespace

std::unique_ptr<FeedDecoder> make_sbs_decoder(std::optional<double> utc_offset_h) {
    return std::make_unique<SbsDecoder>(utc_offset_h);
}

} // namespace assets
