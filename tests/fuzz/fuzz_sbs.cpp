#include "tests/assets/feeds/decoding.hpp"

#include <cstdint>
#include <cstdlib>

// The first byte says how the rest is cut. For any input, the messages keep their promises and do not depend on the
// cut.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto whole = feeds_test::decode(*assets::make_sbs_decoder(), bytes);
    for (const auto& message : whole.messages)
        if (!feeds_test::broken_promise(message).empty()) std::abort();
    const auto cut = feeds_test::decode(*assets::make_sbs_decoder(), bytes, 1 + data[0]);
    if (feeds_test::as_text(cut) != feeds_test::as_text(whole)) std::abort();
    return 0;
}
