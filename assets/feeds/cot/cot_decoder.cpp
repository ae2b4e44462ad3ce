#include "assets/feeds/cot/cot_event.hpp"
#include "assets/feeds/cot/cot_framer.hpp"
#include "assets/feeds/cot/tak_message.hpp"
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
            if (piece->is_tak)
                take_tak(piece->bytes, received, out);
            else
                take_event(piece->bytes, received, out);
        }
    }

    void take_tak(std::string_view message, Instant received, std::vector<FeedMessage>& out) {
        const TakReading reading = read_tak_message(message);
        if (reading.event)
            take_event(*reading.event, received, out);
        else
            m_counts.reject(reading.reason.empty() ? "no event, only control of the protocol" : reading.reason);
    }

    void take_event(std::string_view event, Instant received, std::vector<FeedMessage>& out) {
        CotReading reading = read_cot_event(event, received);
        if (!reading.reason.empty()) m_counts.reject(reading.reason);
        if (reading.zone_assumed) ++m_counts.assumed["events with times without a zone, read as UTC"];
        if (!reading.message) return;
        const bool told = reading.reason.starts_with("drawing"); // counted by its reason
        if (const auto other = name_of_other(*reading.message); !other.empty() && !told)
            ++m_counts.others[std::string{other}];
        ++m_counts.decoded;
        out.push_back(std::move(*reading.message));
    }

    CotFramer m_framer;
    FeedCounts m_counts;
};

} // namespace

std::unique_ptr<FeedDecoder> make_cot_decoder() {
    return std::make_unique<CotDecoder>();
}

} // namespace assets
