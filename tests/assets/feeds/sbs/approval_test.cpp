// A file with every kind of BaseStation line, good and bad, and what the decoder makes of it, compared with an accepted
// file.
#include "tests/assets/feeds/message_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

TEST_CASE("what the decoder makes of many lines is as accepted", "[approval]") {
    const auto decoder = assets::make_sbs_decoder(2.5);
    support::check_golden_text("feeds/sbs.txt",
                               support::decoded_text(*decoder, THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/lines.sbs"));
}
