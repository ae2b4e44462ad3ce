#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

using namespace assets;

namespace {

constexpr const char* zones = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "box", "name": "Box", "kind": "area", "status": "illustrative"},
 "geometry": {"type": "Polygon", "coordinates": [[[120, 20], [121, 20], [121, 21], [120, 21], [120, 20]]]}},
{"type": "Feature", "properties": {"id": "line", "name": "Line", "kind": "limit_line", "status": "informal"},
 "geometry": {"type": "LineString", "coordinates": [[120, 20], [121, 21]]}}]})";

LoadResult with_alerts(const std::string& tables) {
    return formats_test::read({{"scenario.toml", tables},
                               {"zones.geojson", zones},
                               {"assets.csv", "id,name,type,mmsi\nottawa,Ottawa,frigate,316136000\n"}});
}

std::vector<std::string> errors_of(const std::string& keys) {
    return formats_test::errors(with_alerts("[[alert]]\n" + keys));
}

} // namespace

TEST_CASE("alerts are read with their zone, contacts and minutes", "[alerts]") {
    const auto result = with_alerts("[[alert]]\nid = \"in\"\nwhen = \"enters\"\nzone = \"box\"\nwho = [\"ottawa\", "
                                    "\"440000001\"]\n[[alert]]\nid = \"quiet\"\nwhen = \"silent\"\nminutes = 20\n"
                                    "[[alert]]\nid = \"new\"\nwhen = \"first_heard\"\n"
                                    "[[alert]]\nid = \"over\"\nwhen = \"crosses\"\nzone = \"line\"\n");
    CHECK(formats_test::errors(result).empty());
    REQUIRE(result.scenario);
    const auto& alerts = result.scenario->alerts;
    REQUIRE(alerts.size() == 4);
    CHECK(alerts[0].id == "in");
    CHECK(alerts[0].when == AlertWhen::Enters);
    CHECK(alerts[0].zone == "box");
    CHECK(alerts[0].who == std::vector<std::string>{"ottawa", "440000001"});
    CHECK(alerts[0].line == 1);
    CHECK(alerts[1].when == AlertWhen::Silent);
    CHECK(alerts[1].minutes == 20);
    CHECK(alerts[2].when == AlertWhen::FirstHeard);
    CHECK(alerts[3].when == AlertWhen::Crosses);
}

TEST_CASE("an alert that cannot work is an error with its key", "[alerts]") {
    using Lines = std::vector<std::string>;
    const auto has = [](const Lines& found, const std::string& part) {
        INFO(part);
        for (const std::string& line : found)
            INFO(line);
        return std::any_of(found.begin(), found.end(),
                           [&](const std::string& line) { return line.find(part) != std::string::npos; });
    };
    CHECK(has(errors_of("id = \"a\"\nwhen = \"enters\"\n"), "alert[0].zone: must be given with when = 'enters'"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"enters\"\nzone = \"bix\"\n"), "did you mean 'box'?"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"leaves\"\nzone = \"line\"\n"), "is a line; write when = 'crosses'"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"silent\"\n"), "alert[0].minutes: must be given"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"silent\"\nminutes = 20\nzone = \"box\"\n"), "has no meaning"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"first_heard\"\nminutes = 20\n"), "has no meaning"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"silent\"\nminutes = 0\n"), "minutes"));
    CHECK(has(errors_of("id = \"a b\"\nwhen = \"first_heard\"\n"), "is not an id"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"entrs\"\nzone = \"box\"\n"), "did you mean 'enters'?"));
    CHECK(has(errors_of("when = \"first_heard\"\n"), "id"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"first_heard\"\nwho = [\"ottowa\"]\n"), "did you mean 'ottawa'?"));
    CHECK(has(errors_of("id = \"a\"\nwhen = \"first_heard\"\n[[alert]]\nid = \"a\"\nwhen = \"first_heard\"\n"),
              "appears twice"));
    CHECK(errors_of("id = \"a\"\nwhen = \"first_heard\"\nwho = [\"440000001\", \"ANDROID-1\"]\n").empty());
}
