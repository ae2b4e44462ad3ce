// A file with every kind of event, good and bad, and what the decoder makes of it, compared with an accepted file.
#include "tests/assets/feeds/message_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

TEST_CASE("what the decoder makes of many events is as accepted", "[approval]") {
    const auto decoder = assets::make_cot_decoder();
    support::check_golden_text("feeds/cot.txt",
                               support::decoded_text(*decoder, THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/events.xml"));
}
