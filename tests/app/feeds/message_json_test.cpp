#include "app/feeds/message_json.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

std::vector<std::string> keys(const std::string& line) {
    std::vector<std::string> names;
    const auto object = nlohmann::ordered_json::parse(line);
    for (const auto& [name, value] : object.items())
        names.push_back(name);
    return names;
}

} // namespace

TEST_CASE("the JSON line of a message has all keys in order, null without a value", "[feeds]") {
    assets::FeedMessage message;
    message.key = "icao:C06B1A";
    message.time = assets::Instant{std::chrono::seconds{1'722'427'200}};
    CHECK(
        app::to_json_line(message, "sbs+file:x") ==
        R"({"source":"sbs+file:x","time":"2024-07-31T12:00:00Z","time_from":"clock","mmsi":null,"icao":"C06B1A","uid":null,"type":null,)"
        R"("lon":null,"lat":null,"alt_m":null,"sog_kn":null,"cog_deg":null,"heading_deg":null,"name":null,)"
        R"("callsign":null,"how":null,"stale":null,"raw":""})");
    message.key = "mmsi:002320000";
    message.source = "station";
    message.message_type = "1";
    message.position = geo::lonlat(-123.4000001234, -48.5);
    message.speed_kn = 12.3;
    message.heading_deg = -0.0;
    message.name = "SAY \"HELLO\"\n";
    message.stale = message.time;
    message.raw = "bytes \xFF\x01";
    const auto line = app::to_json_line(message, "ais+file:x");
    CHECK(keys(line) == std::vector<std::string>{"source", "time", "time_from", "mmsi", "icao", "uid", "type", "lon",
                                                 "lat", "alt_m", "sog_kn", "cog_deg", "heading_deg", "name", "callsign",
                                                 "how", "stale", "raw"});
    const auto read = nlohmann::json::parse(line);
    CHECK(read["source"] == "station");
    CHECK(read["mmsi"] == "002320000");
    CHECK(read["icao"].is_null());
    CHECK(read["lon"] == -123.4000001);
    CHECK(read["lat"] == -48.5);
    CHECK(read["sog_kn"] == 12.3);
    CHECK(read["name"] == "SAY \"HELLO\"\n");
    CHECK(read["stale"] == "2024-07-31T12:00:00Z");
    CHECK(read["raw"] == "bytes \xEF\xBF\xBD\x01");
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find("-0,") == std::string::npos);
}
