#include "tests/assets/feeds/sbs/sbs_lines.hpp"
#include "tests/support/catch.hpp"

using namespace feeds_test;

TEST_CASE("mutated lines break no promise and do not harm the next line", "[sbs][mutations]") {
    Mutator mutator{41,
                    {",",
                     ",,",
                     "MSG",
                     "MSG,3,",
                     "nan",
                     "-",
                     "1e308",
                     "180",
                     "-91",
                     "\r",
                     "\n",
                     "\r\n",
                     "0",
                     "~",
                     "7700",
                     ".",
                     "9999999.0",
                     "2024/07/31",
                     "\xFF",
                     std::string(1, '\0'),
                     "FFFFFF",
                     "23:59:59.999",
                     std::string(1100, ',')}};
    const std::string valid_line = "MSG,3,1,1,ABCDEF,1,,,,,,1000,,,10.5,20.5,,,0,0,0,0";
    const int rounds = mutation_rounds();
    int with_position = 0, rejected = 0;
    double memory_mb = 0;
    for (int round = 0; round < rounds; ++round) {
        if (round == rounds / 10) memory_mb = resident_memory_mb();
        const std::string mutant = mutator.mutated(sbs_lines[mutator.pick(sbs_lines.size())]);
        const std::string stream = mutant + "\n" + valid_line + "\n";
        const auto whole = decode_sbs(stream);
        const bool last_is_valid = !whole.messages.empty() && whole.messages.back().raw == valid_line;
        std::string broken;
        for (const auto& r : whole.messages)
            broken += broken_promise(r);
        // A line is decoded or rejected, or both when a value was left out of its message.
        const bool adds_up = whole.counts.decoded == whole.messages.size() &&
                             whole.counts.decoded + whole.rejected() >= whole.counts.messages;
        const bool same = as_text(decode_sbs(stream, 1 + mutator.pick(40))) == as_text(whole);
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
