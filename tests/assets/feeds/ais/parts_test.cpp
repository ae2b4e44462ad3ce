#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace ais_test;
using std::chrono::seconds;

namespace {

/// A static report whose name tells which message it was.
Bits static_report(std::uint32_t number, std::size_t name_characters = 20) {
    Static message;
    message.mmsi = 316'000'000 + number;
    message.name = fmt::format("SHIP {:06}", number).substr(0, name_characters);
    message.destination = fmt::format("PORT {:06}", number); // the name is in the first part, this in the second
    return message.bits();
}

/// Whether a report's beginning and end come from one message.
bool is_pure(const assets::FeedMessage& report) {
    const std::string number = report.key.substr(report.key.size() - 6);
    return report.name == "SHIP " + number && report.destination == "PORT " + number;
}

class Listener {
public:
    void hear(const std::string& line, assets::Instant when = feeds_test::noon) {
        m_decoder->take(line + "\r\n", when, m_reports);
    }
    void hear_singles(int count) {
        for (int i = 0; i < count; ++i)
            hear(sentences(ClassA{}.bits())[0]);
    }
    [[nodiscard]] std::size_t static_reports() const {
        return static_cast<std::size_t>(
            std::count_if(m_reports.begin(), m_reports.end(), [](const auto& r) { return r.message_type == "5"; }));
    }
    [[nodiscard]] std::uint64_t rejected(std::string_view reason) const {
        const auto& all = m_decoder->counts().rejected;
        const auto found = all.find(reason);
        return found == all.end() ? 0 : found->second;
    }
    [[nodiscard]] const std::vector<assets::FeedMessage>& reports() const { return m_reports; }
    void end() { m_decoder->end(feeds_test::noon, m_reports); }

private:
    std::unique_ptr<assets::FeedDecoder> m_decoder = assets::make_ais_decoder();
    std::vector<assets::FeedMessage> m_reports;
};

} // namespace

TEST_CASE("two sentences make one message, also when they changed places", "[ais]") {
    const auto parts = sentences(static_report(1));
    REQUIRE(parts.size() == 2);
    Listener listener;
    listener.hear(parts[0]);
    CHECK(listener.reports().empty());
    listener.hear(parts[1]);
    REQUIRE(listener.reports().size() == 1);
    CHECK(is_pure(listener.reports()[0]));
    CHECK(listener.reports()[0].raw == parts[0] + " " + parts[1]);
    const auto others = sentences(static_report(2));
    listener.hear(others[1]);
    listener.hear(others[0]);
    REQUIRE(listener.reports().size() == 2);
    CHECK(is_pure(listener.reports()[1]));
}

TEST_CASE("a message may have nine sentences", "[ais]") {
    const auto parts = sentences(static_report(1), {.characters = 8});
    REQUIRE(parts.size() == 9);
    Listener listener;
    for (const auto& part : parts)
        listener.hear(part);
    REQUIRE(listener.reports().size() == 1);
    CHECK(is_pure(listener.reports()[0]));
}

TEST_CASE("fill bits in the middle of a message are left out", "[ais]") {
    const Bits bits = static_report(1);
    const std::string payload = bits.armoured();
    // 30 bits with 4 fill bits behind them, then the rest of the message.
    const Bits head = bits.first(356);
    REQUIRE(head.fill_bits() == 4);
    Bits tail;
    for (std::size_t at = 356; at < bits.size(); ++at)
        tail.add((payload[at / 6] - (payload[at / 6] < '`' ? 48 : 56)) >> (5 - at % 6) & 1, 1);
    std::string head_payload = head.armoured();
    head_payload.back() = static_cast<char>(head_payload.back() | 1); // fill bits are not always 0
    Listener listener;
    listener.hear(sentence(fmt::format("AIVDM,2,1,1,A,{},4", head_payload)));
    listener.hear(sentence(fmt::format("AIVDM,2,2,1,A,{},{}", tail.armoured(), tail.fill_bits())));
    REQUIRE(listener.reports().size() == 1);
    CHECK(is_pure(listener.reports()[0]));
}

TEST_CASE("messages interleaved ten deep are all put together", "[ais]") {
    for (int deep = 2; deep <= 10; ++deep) {
        Listener listener;
        std::uint32_t number = 0;
        for (int round = 0; round < 20; ++round) {
            std::vector<std::vector<std::string>> messages;
            for (int id = 0; id < deep; ++id)
                messages.push_back(sentences(static_report(++number), {.sequence = id, .characters = 30}));
            for (std::size_t part = 0; part < messages[0].size(); ++part)
                for (const auto& message : messages)
                    listener.hear(message[part]);
        }
        CAPTURE(deep);
        CHECK(listener.static_reports() == number);
        CHECK(std::all_of(listener.reports().begin(), listener.reports().end(), is_pure));
        CHECK(listener.rejected("part missing") == 0);
    }
}

TEST_CASE("the same sequence id on two channels, of two stations or talkers does not mix", "[ais]") {
    const std::vector<Sending> sendings{{.channel = "A"},       {.channel = "B"}, {.channel = ""},
                                        {.formatter = "BSVDM"}, {.tag = "s:one"}, {.tag = "s:two"}};
    Listener listener;
    std::vector<std::vector<std::string>> messages;
    for (std::uint32_t i = 0; i < sendings.size(); ++i)
        messages.push_back(sentences(static_report(i), sendings[i]));
    for (std::size_t part = 0; part < 2; ++part)
        for (const auto& message : messages)
            listener.hear(message[part]);
    CHECK(listener.static_reports() == sendings.size());
    CHECK(std::all_of(listener.reports().begin(), listener.reports().end(), is_pure));
}

TEST_CASE("a group's later sentences belong to the station that the first one names", "[ais]") {
    const auto one = sentences(static_report(1));
    const auto two = sentences(static_report(2));
    Listener listener;
    listener.hear(tag_block("g:1-2-73874,n:157036,s:r003669945,c:1722427201") + one[0]);
    listener.hear(tag_block("g:1-2-73875,s:r003669946,c:1722427202") + two[0]);
    listener.hear(tag_block("g:2-2-73874,n:157037") + one[1]);
    listener.hear(tag_block("g:2-2-73875") + two[1]);
    REQUIRE(listener.reports().size() == 2);
    CHECK(is_pure(listener.reports()[0]));
    CHECK(listener.reports()[0].source == "r003669945");
    CHECK(listener.reports()[0].time == feeds_test::at("2024-07-31T12:00:01Z"));
    CHECK(is_pure(listener.reports()[1]));
    CHECK(listener.reports()[1].source == "r003669946");
}

TEST_CASE("a part waits three seconds, not four", "[ais]") {
    const auto parts = sentences(static_report(1));
    Listener patient;
    patient.hear(parts[0]);
    patient.hear(parts[1], feeds_test::noon + seconds{3});
    CHECK(patient.static_reports() == 1);
    Listener late;
    late.hear(parts[0]);
    late.hear(parts[1], feeds_test::noon + seconds{4});
    CHECK(late.static_reports() == 0);
    CHECK(late.rejected("part missing") == 1);
    late.end();
    CHECK(late.rejected("part missing") == 2);
}

TEST_CASE("a part waits for eight single messages of its source, not nine", "[ais]") {
    const auto parts = sentences(static_report(1));
    for (const int singles : {8, 9}) {
        Listener listener;
        listener.hear(parts[0]);
        listener.hear_singles(singles);
        listener.hear(parts[1]);
        CHECK(listener.static_reports() == (singles == 8 ? 1U : 0U));
    }
    // Other stations' traffic does not hurry it.
    const auto tagged = sentences(static_report(1), {.tag = "s:quiet"});
    Listener listener;
    listener.hear(tagged[0]);
    listener.hear_singles(100);
    listener.hear(tagged[1]);
    CHECK(listener.static_reports() == 1);
}

TEST_CASE("a part that came before the first one waits for its neighbour only", "[ais]") {
    const auto parts = sentences(static_report(1));
    Listener listener;
    listener.hear(parts[1]);
    listener.hear_singles(1);
    listener.hear(parts[0]);
    CHECK(listener.static_reports() == 0);
    CHECK(listener.rejected("part missing") == 1);
}

TEST_CASE("a part is given up when sequence ids have come round", "[ais]") {
    const auto first = sentences(static_report(1), {.sequence = 0});
    const auto last = sentences(static_report(2), {.sequence = 0});
    const auto other = sentences(static_report(3), {.sequence = 1});
    const auto another = sentences(static_report(4), {.sequence = 1});
    Listener listener;
    listener.hear(first[0]); // its second part is lost
    listener.hear(other[0]);
    listener.hear(other[1]);
    listener.hear(another[0]);
    listener.hear(another[1]);
    listener.hear(last[1]); // its first part is lost
    CHECK(listener.static_reports() == 2);
    CHECK(std::all_of(listener.reports().begin(), listener.reports().end(), is_pure));
}

TEST_CASE("a new message under an id ends the old one, a part heard twice is one", "[ais]") {
    const auto old = sentences(static_report(1));
    const auto fresh = sentences(static_report(2));
    Listener listener;
    listener.hear(old[0]);
    listener.hear(old[0]);
    listener.hear(fresh[0]);
    listener.hear(fresh[1]);
    REQUIRE(listener.static_reports() == 1);
    CHECK(is_pure(listener.reports()[0]));
    CHECK(listener.rejected("part heard twice") == 1);
    CHECK(listener.rejected("part missing") == 1);
}

TEST_CASE("losing parts of interleaved messages never mixes two", "[ais]") {
    std::mt19937 random{7};
    Listener listener;
    std::uint32_t number = 0;
    std::set<std::string> complete;
    std::uint64_t heard = 0;
    for (int round = 0; round < 600; ++round) {
        std::vector<std::vector<std::string>> messages;
        for (int slot = 0; slot < 4; ++slot)
            messages.push_back(sentences(static_report(++number), {.sequence = static_cast<int>((number - 1) % 10)}));
        std::vector<int> lost(4);
        for (std::size_t part = 0; part < 2; ++part)
            for (std::size_t i = 0; i < messages.size(); ++i) {
                if (random() % 10 == 0) {
                    ++lost[i];
                    continue;
                }
                listener.hear(messages[i][part]);
                ++heard;
            }
        for (std::size_t i = 0; i < messages.size(); ++i)
            if (lost[i] == 0) complete.insert(fmt::format("mmsi:{}", 316'000'000 + number - 3 + i));
    }
    listener.end();
    CHECK(std::all_of(listener.reports().begin(), listener.reports().end(), is_pure));
    std::set<std::string> got;
    for (const auto& report : listener.reports())
        got.insert(report.key);
    CHECK(got == complete);
    CHECK(complete.size() > 1800);
    CHECK(listener.rejected("part missing") == heard - 2 * complete.size());
}

TEST_CASE("parts that never come to an end are bounded, and counted", "[ais]") {
    Listener listener;
    std::uint64_t heard = 0;
    for (std::uint32_t station = 0; station < 3000; ++station)
        for (int id = 0; id < 3; ++id) {
            listener.hear(sentences(static_report(station), {.sequence = id, .tag = fmt::format("s:{}", station)})[0]);
            ++heard;
        }
    CHECK(listener.rejected("part missing") == heard - 1024);
    listener.end();
    CHECK(listener.rejected("part missing") == heard);
}

TEST_CASE("a message over 200 characters is rejected when it is whole", "[ais]") {
    Listener listener;
    for (int part = 1; part <= 4; ++part)
        listener.hear(sentence(fmt::format("AIVDM,4,{},1,A,{},0", part, std::string(60, '1'))));
    CHECK(listener.reports().empty());
    CHECK(listener.rejected("payload too long") == 4);
}

TEST_CASE("the second part of a message alone gives nothing", "[ais]") {
    Listener listener;
    listener.hear("!AIVDM,2,2,1,A,88888888880,2*25");
    listener.hear(sentence("AIVDM,2,1,,A,177KQ@,0"));
    listener.end();
    CHECK(listener.reports().empty());
    CHECK(listener.rejected("part missing") == 2);
}

TEST_CASE("each later part of a message waits for eight single messages anew", "[ais]") {
    const auto parts = sentences(static_report(1), {.characters = 30});
    REQUIRE(parts.size() == 3);
    for (const int singles : {6, 8, 9}) {
        Listener listener;
        listener.hear(parts[0]);
        listener.hear_singles(singles);
        listener.hear(parts[1]);
        listener.hear_singles(singles);
        listener.hear(parts[2]);
        CHECK(listener.static_reports() == (singles <= 8 ? 1U : 0U));
    }
}

TEST_CASE("each later part of a message may be overtaken three times anew", "[ais]") {
    for (const int overtaking : {3, 4}) {
        const auto parts = sentences(static_report(1), {.sequence = 0, .characters = 30});
        Listener listener;
        std::uint32_t number = 1;
        const auto overtake = [&](int first_id) {
            for (int i = 0; i < overtaking; ++i)
                for (const auto& part : sentences(static_report(++number), {.sequence = first_id + i}))
                    listener.hear(part);
        };
        listener.hear(parts[0]);
        overtake(1);
        listener.hear(parts[1]);
        overtake(5);
        listener.hear(parts[2]);
        CHECK(listener.static_reports() == number - (overtaking == 3 ? 0 : 1));
    }
}
