#include "tests/assets/feeds/decoding.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

/// Corrects the checksum of every sentence, because a fuzzer rarely finds the right 8 bits by itself.
std::string mended(std::string text) {
    for (std::size_t bang = text.find('!'); bang != std::string::npos; bang = text.find('!', bang + 1)) {
        const auto star = text.find_first_of("*!\r\n", bang + 1);
        if (star == std::string::npos || text[star] != '*') continue;
        unsigned sum = 0;
        for (std::size_t i = bang + 1; i < star; ++i)
            sum ^= static_cast<unsigned char>(text[i]);
        text.replace(star + 1, std::min<std::size_t>(2, text.size() - star - 1), fmt::format("{:02X}", sum));
    }
    return text;
}

} // namespace

// The first byte says how the rest is cut, and whether its checksums are corrected. For any input, the messages keep
// their promises and do not depend on the cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] % 2 == 1) bytes = mended(std::move(bytes));
    const auto whole = feeds_test::decode(*assets::make_ais_decoder(), bytes);
    for (const auto& message : whole.messages)
        if (!feeds_test::broken_promise(message).empty()) std::abort();
    const auto cut = feeds_test::decode(*assets::make_ais_decoder(), bytes, 1 + data[0] / 2);
    if (feeds_test::as_text(cut) != feeds_test::as_text(whole)) std::abort();
    return 0;
}
