#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;

TEST_CASE("mutated events break no promise and do not harm the next event", "[cot][mutations]") {
    // The pieces have no DOCTYPE, because a DOCTYPE rejects the next event by design.
    Mutator mutator{42,
                    {"<",
                     ">",
                     "/>",
                     "</",
                     "\"",
                     "'",
                     "=",
                     "<!--",
                     "-->",
                     "<![CDATA[",
                     "]]>",
                     "<?",
                     "?>",
                     "<!",
                     "&",
                     "&amp;",
                     "&#0;",
                     "&#xD800;",
                     "<event ",
                     "</event>",
                     "<a>",
                     "</a>",
                     "nan",
                     "9999999",
                     "1e308",
                     "-91",
                     "181",
                     "a-f-A",
                     "a-",
                     "\xFF",
                     "\xEF\xBB\xBF",
                     std::string(1, '\0'),
                     "2024-02-30T25:00:00Z",
                     "+",
                     "0"}};
    const int rounds = mutation_rounds();
    int with_position = 0, rejected = 0;
    double memory_mb = 0;
    for (int round = 0; round < rounds; ++round) {
        if (round == rounds / 10) memory_mb = resident_memory_mb();
        const std::string mutant = mutator.mutated(cot_events[mutator.pick(cot_events.size())]);
        const std::string stream = mutant + valid_event;
        const auto whole = decode_cot(stream);
        const bool last_is_valid = !whole.messages.empty() && whole.messages.back().raw == valid_event;
        std::string broken;
        for (const auto& r : whole.messages)
            broken += broken_promise(r);
        const bool adds_up = whole.counts.decoded == whole.messages.size() &&
                             whole.counts.decoded + whole.rejected() >= whole.counts.messages;
        const bool same = as_text(decode_cot(stream, 1 + mutator.pick(60))) == as_text(whole);
        if (!last_is_valid || !broken.empty() || !adds_up || !same) {
            CAPTURE(round, mutant, broken, as_text(whole));
            CHECK(last_is_valid);
            CHECK(broken.empty());
            CHECK(adds_up);
            CHECK(same);
        }
        with_position += whole.messages.size() > 1 && whole.messages.front().position ? 1 : 0;
        rejected += whole.rejected() > 0 ? 1 : 0;
    }
    CHECK(resident_memory_mb() - memory_mb < 16);
    // Some mutants must be accepted and some rejected, or the test proves nothing.
    CHECK(with_position > rounds / 100);
    CHECK(rejected > rounds / 10);
}
