#include "assets/feeds/cot/cot_event.hpp"
#include "assets/feeds/cot/cot_framer.hpp"
#include "assets/feeds/decoder.hpp"

namespace assets {
namespace {

class CotDecoder final : public FeedDecoder {
public:
    void take(std::string_view bytes, Instant received, std::vector<FeedMessage>& out) override {
        while (!bytes.empty()) {
            const auto part = bytes.substr(0, CotFramer::most_at_once);
            m_framer.add(part);
            drain(CotFramer::Stream::MayContinue, received, out);
            bytes.remove_prefix(part.size());
        }
    }

    void end(Instant received, std::vector<FeedMessage>& out) override {
        drain(CotFramer::Stream::Ended, received, out);
    }

    [[nodiscard]] const FeedCounts& counts() const noexcept override { return m_counts; }

private:
    void drain(CotFramer::Stream stream, Instant received, std::vector<FeedMessage>& out) {
        while (const auto piece = m_framer.next(stream)) {
            if (piece->refused) {
                m_counts.reject(to_string(*piece->refused));
                continue;
            }
            ++m_counts.messages;
            CotReading reading = read_cot_event(piece->event, received);
            if (!reading.reason.empty()) m_counts.reject(reading.reason);
            if (reading.zone_assumed) ++m_counts.assumed["events with times without a zone, read as UTC"];
            if (reading.message) {
                ++m_counts.decoded;
                out.push_back(std::move(*reading.message));
            }
        }
    }

    CotFramer m_framer;
    FeedCounts m_counts;
};

} // namespace

std::unique_ptr<FeedDecoder> make_cot_decoder() {
    return std::make_unique<CotDecoder>();
}

} // namespace assets
