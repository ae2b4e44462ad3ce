#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace ais_test;
using std::chrono::seconds;

namespace {

/// Static data whose name and destination identify the message.
Bits static_message(std::uint32_t number, std::size_t name_characters = 20) {
    Static sent;
    sent.mmsi = 316'000'000 + number;
    sent.name = fmt::format("SHIP {:06}", number).substr(0, name_characters);
    sent.destination =
        fmt::format("PORT {:06}", number); // the name is in the first part, the destination in the second
    return sent.bits();
}

/// Whether the name and destination come from one message.
bool is_pure(const assets::FeedMessage& message) {
    const std::string number = message.key.substr(message.key.size() - 6);
    return message.name == "SHIP " + number && message.destination == "PORT " + number;
}

class Listener {
public:
    void take(const std::string& line, assets::Instant when = feeds_test::noon) {
        m_decoder->take(line + "\r\n", when, m_messages);
    }
    void take_singles(int count) {
        for (int i = 0; i < count; ++i)
            take(sentences(ClassA{}.bits())[0]);
    }
    [[nodiscard]] std::size_t static_messages() const {
        return static_cast<std::size_t>(
            std::count_if(m_messages.begin(), m_messages.end(), [](const auto& r) { return r.message_type == "5"; }));
    }
    [[nodiscard]] std::uint64_t rejected(std::string_view reason) const {
        const auto& all = m_decoder->counts().rejected;
        const auto found = all.find(reason);
        return found == all.end() ? 0 : found->second;
    }
    [[nodiscard]] const std::vector<assets::FeedMessage>& messages() const { return m_messages; }
    void end() { m_decoder->end(feeds_test::noon, m_messages); }

private:
    std::unique_ptr<assets::FeedDecoder> m_decoder = assets::make_ais_decoder();
    std::vector<assets::FeedMessage> m_messages;
};

} // namespace

TEST_CASE("two sentences make one message in either order", "[ais]") {
    const auto parts = sentences(static_message(1));
    REQUIRE(parts.size() == 2);
    Listener listener;
    listener.take(parts[0]);
    CHECK(listener.messages().empty());
    listener.take(parts[1]);
    REQUIRE(listener.messages().size() == 1);
    CHECK(is_pure(listener.messages()[0]));
    CHECK(listener.messages()[0].raw == parts[0] + " " + parts[1]);
    const auto others = sentences(static_message(2));
    listener.take(others[1]);
    listener.take(others[0]);
    REQUIRE(listener.messages().size() == 2);
    CHECK(is_pure(listener.messages()[1]));
}

TEST_CASE("a message may have nine sentences", "[ais]") {
    const auto parts = sentences(static_message(1), {.characters = 8});
    REQUIRE(parts.size() == 9);
    Listener listener;
    for (const auto& part : parts)
        listener.take(part);
    REQUIRE(listener.messages().size() == 1);
    CHECK(is_pure(listener.messages()[0]));
}

TEST_CASE("fill bits inside a message are left out", "[ais]") {
    const Bits bits = static_message(1);
    const std::string payload = bits.armoured();
    // 356 bits followed by 4 fill bits, then the rest of the message.
    const Bits head = bits.first(356);
    REQUIRE(head.fill_bits() == 4);
    Bits tail;
    for (std::size_t at = 356; at < bits.size(); ++at)
        tail.add((payload[at / 6] - (payload[at / 6] < '`' ? 48 : 56)) >> (5 - at % 6) & 1, 1);
    std::string head_payload = head.armoured();
    head_payload.back() = static_cast<char>(head_payload.back() | 1); // fill bits are not always 0
    Listener listener;
    listener.take(sentence(fmt::format("AIVDM,2,1,1,A,{},4", head_payload)));
    listener.take(sentence(fmt::format("AIVDM,2,2,1,A,{},{}", tail.armoured(), tail.fill_bits())));
    REQUIRE(listener.messages().size() == 1);
    CHECK(is_pure(listener.messages()[0]));
}

TEST_CASE("up to ten interleaved messages are all assembled", "[ais]") {
    for (int deep = 2; deep <= 10; ++deep) {
        Listener listener;
        std::uint32_t number = 0;
        for (int round = 0; round < 20; ++round) {
            std::vector<std::vector<std::string>> sent;
            for (int id = 0; id < deep; ++id)
                sent.push_back(sentences(static_message(++number), {.sequence = id, .characters = 30}));
            for (std::size_t part = 0; part < sent[0].size(); ++part)
                for (const auto& parts : sent)
                    listener.take(parts[part]);
        }
        CAPTURE(deep);
        CHECK(listener.static_messages() == number);
        CHECK(std::all_of(listener.messages().begin(), listener.messages().end(), is_pure));
        CHECK(listener.rejected("part missing") == 0);
    }
}

TEST_CASE("equal sequence ids of different channels, stations or talkers do not mix", "[ais]") {
    const std::vector<Sending> sendings{{.channel = "A"},       {.channel = "B"}, {.channel = ""},
                                        {.formatter = "BSVDM"}, {.tag = "s:one"}, {.tag = "s:two"}};
    Listener listener;
    std::vector<std::vector<std::string>> sent;
    for (std::uint32_t i = 0; i < sendings.size(); ++i)
        sent.push_back(sentences(static_message(i), sendings[i]));
    for (std::size_t part = 0; part < 2; ++part)
        for (const auto& parts : sent)
            listener.take(parts[part]);
    CHECK(listener.static_messages() == sendings.size());
    CHECK(std::all_of(listener.messages().begin(), listener.messages().end(), is_pure));
}

TEST_CASE("the first sentence of a group names the station of the later ones", "[ais]") {
    const auto one = sentences(static_message(1));
    const auto two = sentences(static_message(2));
    Listener listener;
    listener.take(tag_block("g:1-2-73874,n:157036,s:r003669945,c:1722427201") + one[0]);
    listener.take(tag_block("g:1-2-73875,s:r003669946,c:1722427202") + two[0]);
    listener.take(tag_block("g:2-2-73874,n:157037") + one[1]);
    listener.take(tag_block("g:2-2-73875") + two[1]);
    REQUIRE(listener.messages().size() == 2);
    CHECK(is_pure(listener.messages()[0]));
    CHECK(listener.messages()[0].source == "r003669945");
    CHECK(listener.messages()[0].time == feeds_test::at("2024-07-31T12:00:01Z"));
    CHECK(is_pure(listener.messages()[1]));
    CHECK(listener.messages()[1].source == "r003669946");
}

TEST_CASE("a part waits three seconds, but not four", "[ais]") {
    const auto parts = sentences(static_message(1));
    Listener patient;
    patient.take(parts[0]);
    patient.take(parts[1], feeds_test::noon + seconds{3});
    CHECK(patient.static_messages() == 1);
    Listener late;
    late.take(parts[0]);
    late.take(parts[1], feeds_test::noon + seconds{4});
    CHECK(late.static_messages() == 0);
    CHECK(late.rejected("part missing") == 1);
    late.end();
    CHECK(late.rejected("part missing") == 2);
}

TEST_CASE("a part waits for eight single-sentence messages of its source, not nine", "[ais]") {
    const auto parts = sentences(static_message(1));
    for (const int singles : {8, 9}) {
        Listener listener;
        listener.take(parts[0]);
        listener.take_singles(singles);
        listener.take(parts[1]);
        CHECK(listener.static_messages() == (singles == 8 ? 1U : 0U));
    }
    // Messages of other stations do not count.
    const auto tagged = sentences(static_message(1), {.tag = "s:quiet"});
    Listener listener;
    listener.take(tagged[0]);
    listener.take_singles(100);
    listener.take(tagged[1]);
    CHECK(listener.static_messages() == 1);
}

TEST_CASE("a part that arrives before the first one is given up at the next message", "[ais]") {
    const auto parts = sentences(static_message(1));
    Listener listener;
    listener.take(parts[1]);
    listener.take_singles(1);
    listener.take(parts[0]);
    CHECK(listener.static_messages() == 0);
    CHECK(listener.rejected("part missing") == 1);
}

TEST_CASE("a part is given up when the sequence ids of its source have repeated", "[ais]") {
    const auto first = sentences(static_message(1), {.sequence = 0});
    const auto last = sentences(static_message(2), {.sequence = 0});
    const auto other = sentences(static_message(3), {.sequence = 1});
    const auto another = sentences(static_message(4), {.sequence = 1});
    Listener listener;
    listener.take(first[0]); // its second part is lost
    listener.take(other[0]);
    listener.take(other[1]);
    listener.take(another[0]);
    listener.take(another[1]);
    listener.take(last[1]); // its first part is lost
    CHECK(listener.static_messages() == 2);
    CHECK(std::all_of(listener.messages().begin(), listener.messages().end(), is_pure));
}

TEST_CASE("a new message ends an old one with the same id, and a repeated part counts once", "[ais]") {
    const auto old = sentences(static_message(1));
    const auto fresh = sentences(static_message(2));
    Listener listener;
    listener.take(old[0]);
    listener.take(old[0]);
    listener.take(fresh[0]);
    listener.take(fresh[1]);
    REQUIRE(listener.static_messages() == 1);
    CHECK(is_pure(listener.messages()[0]));
    CHECK(listener.rejected("part received twice") == 1);
    CHECK(listener.rejected("part missing") == 1);
}

TEST_CASE("lost parts of interleaved messages never mix two messages", "[ais]") {
    std::mt19937 random{7};
    Listener listener;
    std::uint32_t number = 0;
    std::set<std::string> complete;
    std::uint64_t received = 0;
    for (int round = 0; round < 600; ++round) {
        std::vector<std::vector<std::string>> sent;
        for (int slot = 0; slot < 4; ++slot)
            sent.push_back(sentences(static_message(++number), {.sequence = static_cast<int>((number - 1) % 10)}));
        std::vector<int> lost(4);
        for (std::size_t part = 0; part < 2; ++part)
            for (std::size_t i = 0; i < sent.size(); ++i) {
                if (random() % 10 == 0) {
                    ++lost[i];
                    continue;
                }
                listener.take(sent[i][part]);
                ++received;
            }
        for (std::size_t i = 0; i < sent.size(); ++i)
            if (lost[i] == 0) complete.insert(fmt::format("mmsi:{}", 316'000'000 + number - 3 + i));
    }
    listener.end();
    CHECK(std::all_of(listener.messages().begin(), listener.messages().end(), is_pure));
    std::set<std::string> got;
    for (const auto& message : listener.messages())
        got.insert(message.key);
    CHECK(got == complete);
    CHECK(complete.size() > 1800);
    CHECK(listener.rejected("part missing") == received - 2 * complete.size());
}

TEST_CASE("incomplete messages are bounded in number, and counted", "[ais]") {
    Listener listener;
    std::uint64_t received = 0;
    for (std::uint32_t station = 0; station < 3000; ++station)
        for (int id = 0; id < 3; ++id) {
            listener.take(sentences(static_message(station), {.sequence = id, .tag = fmt::format("s:{}", station)})[0]);
            ++received;
        }
    CHECK(listener.rejected("part missing") == received - 1024);
    listener.end();
    CHECK(listener.rejected("part missing") == received);
}

TEST_CASE("a message that is longer than its type is read as far as it is defined", "[ais]") {
    const std::string payload = "15RTgt0PAso;90TKcjM8h6g208CQ";
    Listener usual;
    usual.take(sentence("AIVDM,1,1,,A," + payload + ",0"));
    REQUIRE(usual.messages().size() == 1);
    Listener listener;
    for (int part = 1; part <= 4; ++part) // 268 characters, more than are kept
        listener.take(sentence(
            fmt::format("AIVDM,4,{},1,A,{},0", part, (part == 1 ? payload : std::string{}) + std::string(60, '1'))));
    REQUIRE(listener.messages().size() == 1);
    CHECK(listener.messages()[0].position == usual.messages()[0].position);
    CHECK(listener.messages()[0].course_deg == usual.messages()[0].course_deg);
    CHECK(listener.rejected("malformed") == 0);
    // Every character has to be armour, also one that is not kept.
    for (int part = 1; part <= 4; ++part)
        listener.take(
            sentence(fmt::format("AIVDM,4,{},1,A,{}{},0", part, std::string(60, '1'), part == 4 ? "_" : "1")));
    CHECK(listener.messages().size() == 1);
    CHECK(listener.rejected("malformed") == 4);
}

TEST_CASE("an incomplete message gives nothing", "[ais]") {
    Listener listener;
    listener.take("!AIVDM,2,2,1,A,88888888880,2*25");
    listener.take(sentence("AIVDM,2,1,,A,177KQ@,0"));
    listener.end();
    CHECK(listener.messages().empty());
    CHECK(listener.rejected("part missing") == 2);
}

TEST_CASE("each part of a message waits for eight single-sentence messages anew", "[ais]") {
    const auto parts = sentences(static_message(1), {.characters = 30});
    REQUIRE(parts.size() == 3);
    for (const int singles : {6, 8, 9}) {
        Listener listener;
        listener.take(parts[0]);
        listener.take_singles(singles);
        listener.take(parts[1]);
        listener.take_singles(singles);
        listener.take(parts[2]);
        CHECK(listener.static_messages() == (singles <= 8 ? 1U : 0U));
    }
}

TEST_CASE("each part of a message may be overtaken by three messages anew", "[ais]") {
    for (const int overtaking : {3, 4}) {
        const auto parts = sentences(static_message(1), {.sequence = 0, .characters = 30});
        Listener listener;
        std::uint32_t number = 1;
        const auto overtake = [&](int first_id) {
            for (int i = 0; i < overtaking; ++i)
                for (const auto& part : sentences(static_message(++number), {.sequence = first_id + i}))
                    listener.take(part);
        };
        listener.take(parts[0]);
        overtake(1);
        listener.take(parts[1]);
        overtake(5);
        listener.take(parts[2]);
        CHECK(listener.static_messages() == number - (overtaking == 3 ? 0 : 1));
    }
}
