#include "assets/feeds/ais/log/json_line.hpp"
#include "assets/feeds/ais/log/log_time.hpp"
#include "assets/feeds/ais/message.hpp"
#include "assets/feeds/ais/parts.hpp"
#include "assets/feeds/ais/sentence.hpp"
#include "assets/feeds/ais/vessels.hpp"
#include "assets/feeds/decoder.hpp"
#include "assets/feeds/doubt_reasons.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assets {

namespace {

using namespace ais;

/// Remembers the station of each group of sentences, which only the first tag block of a group (g:1-2-1234) names.
class TagGroups {
public:
    void remember(const TagBlock& tag) {
        if (tag.group.empty() || tag.source.empty()) return;
        auto known =
            std::find_if(m_groups.begin(), m_groups.end(), [&](const auto& g) { return g.first == tag.group; });
        if (known == m_groups.end()) {
            known = m_groups.begin() + static_cast<std::ptrdiff_t>(m_next);
            m_next = (m_next + 1) % m_groups.size();
        }
        *known = {std::string{tag.group}, std::string{tag.source}};
    }
    [[nodiscard]] std::string_view source_of(std::string_view group) const {
        for (const auto& known : m_groups)
            if (!group.empty() && known.first == group) return known.second;
        return {};
    }

private:
    std::array<std::pair<std::string, std::string>, 64> m_groups;
    std::size_t m_next = 0;
};

/// Reads lines, which end with CR, LF or both, from a stream that may be cut at any byte.
///
/// Every line that is not blank is counted: each valid sentence in `messages`, and a line without one in `rejected`. A
/// valid sentence that gives no message (incomplete, too short or of another type) is counted in `rejected` as well.
class AisDecoder final : public FeedDecoder {
public:
    void take(std::string_view bytes, Instant received, std::vector<FeedMessage>& out) override {
        while (!bytes.empty()) {
            const auto end = line_end(bytes);
            const auto piece = bytes.substr(0, end);
            if (m_skipping) {
                // ignore the rest of a line that is too long
            } else if (m_rest.size() + piece.size() > longest_line(piece)) {
                m_counts.reject(reason::line_too_long);
                m_skipping = true;
                m_rest.clear();
            } else if (end == std::string_view::npos) {
                m_rest += piece;
            } else if (m_rest.empty()) {
                take_line(piece, received, out);
            } else {
                m_rest += piece;
                take_line(m_rest, received, out);
                m_rest.clear();
            }
            if (end == std::string_view::npos) break;
            m_skipping = false;
            bytes.remove_prefix(end + 1);
        }
        if (!m_parts.empty()) m_parts.expire(received);
        count_lost();
    }

    void end(Instant received, std::vector<FeedMessage>& out) override {
        if (!m_rest.empty()) take_line(m_rest, received, out);
        m_rest.clear();
        m_skipping = false;
        m_parts.clear();
        count_lost();
    }

    [[nodiscard]] const FeedCounts& counts() const noexcept override { return m_counts; }

private:
    /// Lines of JSON may be longer than NMEA sentences.
    [[nodiscard]] std::size_t longest_line(std::string_view piece) const noexcept {
        const std::string_view line = m_rest.empty() ? piece : std::string_view{m_rest};
        return line.starts_with('{') ? max_json_line : max_line;
    }
    [[nodiscard]] static std::size_t line_end(std::string_view bytes) noexcept {
        const auto lf = bytes.find('\n');
        const auto cr = bytes.substr(0, lf).find('\r');
        return cr != std::string_view::npos ? cr : lf;
    }

    void count_lost() {
        const auto lost = m_parts.take_lost();
        if (lost.part_missing > 0) m_counts.reject(reason::part_missing, lost.part_missing);
        if (lost.part_repeated > 0) m_counts.reject(reason::part_repeated, lost.part_repeated);
        if (lost.malformed > 0) m_counts.reject(reason::malformed, lost.malformed);
    }

    void take_line(std::string_view text, Instant received, std::vector<FeedMessage>& out);
    void take_json(std::string_view text, Instant received, std::vector<FeedMessage>& out);
    void take_sentences(std::string_view text, std::optional<MessageTime> line_time, Instant received,
                        std::vector<FeedMessage>& out);
    void take_sentence(const Sentence& sentence, std::string_view raw, const TagBlock& tag,
                       std::optional<MessageTime> time, bool doubtful_tag, Instant received,
                       std::vector<FeedMessage>& out);
    void decode_message(const Payload& payload, std::string raw, std::string_view source,
                        std::optional<MessageTime> time, bool doubtful_tag, Instant received,
                        std::vector<FeedMessage>& out, std::uint64_t sentences);

    std::string m_rest;             ///< the beginning of an unfinished line, <= longest_line()
    std::optional<Instant> m_clock; ///< of the last clock sentence
    bool m_skipping = false;
    Parts m_parts;
    TagGroups m_groups;
    Vessels m_vessels;
    FeedCounts m_counts;
};

void AisDecoder::take_line(std::string_view text, Instant received, std::vector<FeedMessage>& out) {
    if (text.find_first_not_of(" \t") == std::string_view::npos) return;
    if (const auto brace = text.find("\\{"); text.starts_with('\\') && brace != std::string_view::npos)
        return take_json(text.substr(brace + 1), received, out); // as a recorder keeps it
    if (text.starts_with('{') && looks_like_json_line(text)) return take_json(text, received, out);
    if (const auto clock = clock_sentence(text)) {
        m_clock = clock;
        return;
    }
    take_sentences(text, m_clock ? std::optional{MessageTime{*m_clock, TimeFrom::Line}} : std::nullopt, received, out);
}

void AisDecoder::take_json(std::string_view text, Instant received, std::vector<FeedMessage>& out) {
    JsonLine line = read_json_line(text);
    const auto time = line.time ? std::optional{MessageTime{*line.time, TimeFrom::Line}} : std::nullopt;
    for (const std::string& sentence : line.sentences)
        take_sentences(sentence, time, received, out);
    if (!line.reason.empty()) m_counts.reject(line.reason);
    if (!line.message) return;
    ++m_counts.messages;
    ++m_counts.decoded;
    FeedMessage& message = out.emplace_back(std::move(*line.message));
    message.time = line.time.value_or(received);
    message.time_source = line.time ? TimeSource::Sender : TimeSource::Receiver;
    message.time_from = line.time ? TimeFrom::Line : TimeFrom::Clock;
    m_vessels.check(line.facts, message);
}

/// A line may have a time or rubbish in front of a sentence, and two sentences when a line end was lost. A sentence
/// begins with '!' and contains no further '!' and no '\'. `line_time` is the time of sentences that have none.
void AisDecoder::take_sentences(std::string_view text, std::optional<MessageTime> line_time, Instant received,
                                std::vector<FeedMessage>& out) {
    auto bang = text.find('!');
    bool is_ais = false;
    std::size_t from = 0; // where a tag block may begin
    while (bang != std::string_view::npos) {
        const auto next = text.find('!', bang + 1);
        const auto end = std::min(text.find('\\', bang), std::min(next, text.size()));
        TagBlock tag;
        bool doubtful_tag = false;
        std::size_t begin = bang;
        if (bang > from && text[bang - 1] == '\\') {
            const auto open = text.substr(from, bang - 1 - from).rfind('\\');
            const auto read = open == std::string_view::npos
                                  ? std::nullopt
                                  : read_tag_block(text.substr(from + open + 1, bang - 1 - from - open - 1));
            doubtful_tag = !read;
            if (read) {
                tag = *read;
                begin = from + open;
            }
        }
        if (from == 0 && begin > 0)
            if (const auto written = time_before_sentence(text.substr(0, begin)))
                line_time = MessageTime{*written, TimeFrom::Line};
        const auto read = read_sentence(text.substr(bang, end - bang));
        if (read.sentence) {
            const auto suffix = read.sentence->suffix;
            const auto unprintable =
                std::find_if(suffix.begin(), suffix.end(), [](char c) { return c < ' ' || c > '~'; });
            const char* const raw_end = suffix.data() + (unprintable - suffix.begin());
            auto raw = text.substr(begin, static_cast<std::size_t>(raw_end - text.data()) - begin);
            raw.remove_suffix(raw.size() - 1 - raw.find_last_not_of(' '));
            if (suffix.size() > 1 && suffix[0] == ',') {
                const TagBlock after = read_suffix(suffix.substr(1));
                if (tag.source.empty()) tag.source = after.source;
                if (!tag.time) tag.time = after.time;
            }
            const auto time = tag.time ? std::optional{MessageTime{*tag.time, TimeFrom::Tag}} : line_time;
            take_sentence(*read.sentence, raw, tag, time, doubtful_tag, received, out);
        } else if (read.reason != reason::not_ais) {
            m_counts.reject(read.reason);
        }
        is_ais = is_ais || read.reason != reason::not_ais;
        from = end;
        bang = next;
    }
    if (!is_ais) m_counts.reject(reason::not_ais);
}

void AisDecoder::take_sentence(const Sentence& sentence, std::string_view raw, const TagBlock& tag,
                               std::optional<MessageTime> time, bool doubtful_tag, Instant received,
                               std::vector<FeedMessage>& out) {
    ++m_counts.messages;
    m_groups.remember(tag);
    const auto source = tag.source.empty() ? m_groups.source_of(tag.group) : tag.source;
    if (sentence.total > 1) {
        auto whole = m_parts.take(sentence, {source, raw, time, doubtful_tag, received});
        if (whole)
            decode_message(whole->payload, std::move(whole->raw), source, whole->time, whole->doubtful_tag, received,
                           out, static_cast<std::uint64_t>(sentence.total));
        return;
    }
    if (!m_parts.empty()) m_parts.count_single(source);
    Payload payload;
    if (!payload.append(sentence.payload, sentence.fill_bits)) {
        m_counts.reject(reason::malformed);
        return;
    }
    decode_message(payload, std::string{raw}, source, time, doubtful_tag, received, out, 1);
}

void AisDecoder::decode_message(const Payload& payload, std::string raw, std::string_view source,
                                std::optional<MessageTime> time, bool doubtful_tag, Instant received,
                                std::vector<FeedMessage>& out, std::uint64_t sentences) {
    if (const auto fault = fault_of(payload); !fault.empty()) {
        m_counts.reject(fault, sentences);
        return;
    }
    FeedMessage& message = out.emplace_back();
    message.time = time ? time->at : received;
    message.time_source = time ? TimeSource::Sender : TimeSource::Receiver;
    message.time_from = time ? time->from : TimeFrom::Clock;
    message.source = source;
    message.raw = std::move(raw);
    if (doubtful_tag) message.doubts.emplace_back(doubt_reason::tag_block);
    const MessageFacts facts = read_message(payload, message);
    m_vessels.check(facts, message);
    ++m_counts.decoded;
}

} // namespace

std::unique_ptr<FeedDecoder> make_ais_decoder() {
    return std::make_unique<AisDecoder>();
}

} // namespace assets
