// A file with every kind of AIS message, good and bad, and what the decoder makes of it, compared with an accepted
// file.
#include "tests/assets/feeds/message_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

TEST_CASE("what the decoder makes of many AIS messages is as accepted", "[approval]") {
    const auto decoder = assets::make_ais_decoder();
    support::check_golden_text("feeds/ais.txt",
                               support::decoded_text(*decoder, THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/ais.nmea"));
}
