#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/decoding.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

#include <unistd.h>

using namespace ais_test;

namespace {

double resident_mb() {
    std::ifstream in{"/proc/self/statm"};
    double size = 0;
    double resident = 0;
    in >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// Corrects the checksum of the sentence, so that mutations reach the code behind the check of the checksum.
std::string mended(const std::string& text) {
    const auto bang = text.find('!');
    const auto star = text.find('*', bang == std::string::npos ? 0 : bang);
    if (bang == std::string::npos || star == std::string::npos) return text;
    return text.substr(0, bang) + sentence(text.substr(bang + 1, star - bang - 1));
}

} // namespace

TEST_CASE("mutated sentences break no promise and do not grow memory", "[ais][mutations]") {
    std::vector<std::string> seeds;
    for (const Bits& bits :
         {ClassA{}.bits(), BaseStation{}.bits(), Static{}.bits(), SearchAircraft{}.bits(), ClassB{}.bits(),
          ClassBExtended{}.bits(), Aid{}.bits(), NameB{}.bits(), StaticB{}.bits(), LongRange{}.bits()})
        for (const auto& line : sentences(bits))
            seeds.push_back(line);
    seeds.push_back(sentences(ClassA{}.bits(), {.tag = "g:1-2-1234,s:station,c:1722427201"})[0]);
    seeds.push_back(seeds[0] + ",s36310,d-081,r08TPHI1,1242958962");
    feeds_test::Mutator mutator{4,
                                {"!AIVDM,", "*", ",", "\\", "!", "\r", "\n", "9", "0", "w", "`", "-1", "*4A",
                                 "\\s:x*00\\", ",2,1,3,A,", ",2,2,3,A,", std::string(300, 'w'), std::string(1, '\0'),
                                 "\xFF"}};
    const auto decoder = assets::make_ais_decoder();
    std::vector<assets::FeedMessage> messages;
    std::uint64_t accepted = 0;
    double before = 0;
    const int rounds = feeds_test::mutation_rounds();
    for (int round = 0; round < rounds; ++round) {
        std::string line = mutator.mutated(seeds[mutator.pick(seeds.size())]);
        if (mutator.pick(2) == 0) line = mended(line);
        messages.clear();
        decoder->take(line + "\n", feeds_test::noon + std::chrono::seconds{round / 100}, messages);
        for (const auto& message : messages) {
            const std::string broken = feeds_test::broken_promise(message);
            if (broken.empty()) continue;
            CAPTURE(line, broken);
            FAIL();
        }
        accepted += messages.size();
        if (round == rounds / 10) before = resident_mb();
    }
#if defined(__SANITIZE_ADDRESS__)
    const double allowed_mb = 600; // AddressSanitizer keeps freed memory for a while
#else
    const double allowed_mb = 16;
#endif
    CHECK(resident_mb() - before < allowed_mb);
    // Some mutants must be accepted and some rejected, or the test proves nothing.
    CHECK(accepted > static_cast<std::uint64_t>(rounds) / 20);
    CHECK(accepted < static_cast<std::uint64_t>(rounds) * 3 / 4);
    std::uint64_t rejected = 0;
    for (const auto& [reason, count] : decoder->counts().rejected)
        rejected += count;
    CHECK(rejected > static_cast<std::uint64_t>(rounds) / 4);
    CHECK(decoder->counts().decoded == accepted);
}
