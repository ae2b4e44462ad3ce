// The words of a map of a period: the list of calls, the days of the period and what its lines mean.
#include "render/map/words/period/voyages.hpp"
#include "tests/render/map/furniture_support.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

namespace {

using namespace furniture_test;
using assets::AssetType;
using assets::Continuity;
using render::call_numbers;
using std::chrono::hours;
using Lines = std::vector<std::string>;

assets::Instant end_of(int year, unsigned month, unsigned day_of_month) {
    return day(year, month, day_of_month) + hours{24} - assets::tick;
}

/// A map of October 2024 with the calls of ships.
struct Month : Stage {
    Month() {
        figure.period = render::Period{day(2024, 10, 1), day(2024, 11, 1)};
        figure.at = snapshot.at = end_of(2024, 10, 31);
        scenario.data_to_day.reset();
    }
    std::size_t ship(const std::string& name) {
        asset(name, AssetType::Frigate, "", day(2024, 10, 1), day(2024, 10, 2));
        snapshot.voyages.push_back({static_cast<assets::AssetIndex>(scenario.assets.size() - 1), {}, {}, {}});
        return snapshot.voyages.size() - 1;
    }
    assets::Call& call(std::size_t voyage, const std::string& place, assets::Instant from, assets::Instant to,
                       geo::LonLat at = geo::lonlat(130, 30)) {
        auto fix = std::make_unique<assets::Fix>(*fixes.front());
        fix->asset = snapshot.voyages[voyage].asset;
        fix->from = from;
        fix->to = to;
        fix->position = at;
        fix->edit().place = place;
        snapshot.voyages[voyage].calls.push_back({{fix.get()}, from, to, at, false});
        fixes.push_back(std::move(fix));
        return snapshot.voyages[voyage].calls.back();
    }
    assets::Fix& last_fix() { return *fixes.back(); }
    /// The rows of the list, "*" before headings.
    [[nodiscard]] Lines rows() const {
        Lines lines;
        for (const render::CallRow& row : call_rows(inputs(), visible))
            lines.push_back(
                fmt::format("{}{}{}{}", row.heading ? "*" : "", row.number, row.number.empty() ? "" : " ", row.text));
        return lines;
    }
};

} // namespace

TEST_CASE("the numbers of calls stand each for itself, and three or more in a row as a span", "[furniture][voyages]") {
    CHECK(call_numbers({}, "/").empty());
    CHECK(call_numbers({0}, "/") == "1");
    CHECK(call_numbers({0, 1}, "/") == "1/2");
    CHECK(call_numbers({3, 17}, "/") == "4/18");
    CHECK(call_numbers({0, 1, 2}, ", ") == "1–3");
    CHECK(call_numbers({0, 1, 2, 8}, "/") == "1–3/9");
    CHECK(call_numbers({1, 3, 4, 6, 7, 8, 9}, ", ") == "2, 4, 5, 7–10");
}

TEST_CASE("a period is told by its days, and a year that both have stands once", "[furniture][voyages]") {
    const Stage stage;
    const auto words = [&](assets::Instant from, assets::Instant to) {
        return render::period_words(stage.words, {from, to});
    };
    CHECK(words(day(2024, 10, 1), day(2024, 11, 1)) == "1 October – 31 October 2024");
    CHECK(words(day(2023, 12, 30), day(2024, 1, 3)) == "30 December 2023 – 2 January 2024");
    CHECK(words(day(2024, 10, 1), day(2024, 10, 2)) == "1 October 2024");
    CHECK(words(day(2024, 10, 1, 6), day(2024, 10, 1, 18)) == "1 October 2024");
    CHECK(words(day(2024, 10, 1), day(2024, 10, 2, 1)) == "1 October – 2 October 2024");
}

TEST_CASE("the list of one voyage has its calls in order, of several it has headings", "[furniture][voyages]") {
    Month month;
    const auto one = month.ship("HMCS One");
    month.call(one, "Guam", day(2024, 10, 2), end_of(2024, 10, 4));
    month.call(one, "off Taiwan", day(2024, 10, 9), end_of(2024, 10, 9));
    month.call(one, "", day(2024, 10, 12), end_of(2024, 10, 12), geo::lonlat(-150.26, -12.34));
    CHECK(month.rows() == Lines{"1 Guam, 2–4 Oct.", "2 Off Taiwan, 9 Oct.", "3 12.3°S 150.3°W, 12 Oct."});
    const auto two = month.ship("HMCS Two");
    month.call(two, "Busan", day(2024, 10, 30), end_of(2024, 10, 31));
    CHECK(month.rows() == Lines{"*HMCS One", "1 Guam, 2–4 Oct.", "2 Off Taiwan, 9 Oct.", "3 12.3°S 150.3°W, 12 Oct.",
                                "*HMCS Two", "1 Busan, 30–31 Oct."});
}

TEST_CASE("only a single voyage that leads back is divided, after its farthest call", "[furniture][voyages]") {
    Month month;
    const auto one = month.ship("HMCS One");
    for (const unsigned of_month : {2U, 5U, 8U})
        month.call(one, "Port", day(2024, 10, of_month), end_of(2024, 10, of_month));
    month.snapshot.voyages[one].farthest = 1;
    CHECK(month.rows() == Lines{"*Outbound", "1 Port, 2 Oct.", "2 Port, 5 Oct.", "*Homeward", "3 Port, 8 Oct."});
    month.call(month.ship("HMCS Two"), "Busan", day(2024, 10, 30), end_of(2024, 10, 30));
    const auto both = month.rows();
    CHECK(std::count_if(both.begin(), both.end(), [](const std::string& row) { return row[0] == '*'; }) == 2);
}

TEST_CASE("the calls outside the map are named at the end of their own voyage", "[furniture][voyages]") {
    Month month;
    for (const char* name : {"HMCS One", "HMCS Two"}) {
        const auto voyage = month.ship(name);
        for (const unsigned of_month : {2U, 5U})
            month.call(voyage, "Port", day(2024, 10, of_month), end_of(2024, 10, of_month));
    }
    month.visible.calls_outside[1] = {0, 1};
    const auto rows = month.rows();
    REQUIRE(rows.size() == 7);
    CHECK(rows[3] == "*HMCS Two");
    CHECK(rows[6] == "Outside this map: 1, 2");
}

TEST_CASE("a report with a clock time has its time, and in a period of one day the time alone",
          "[furniture][voyages]") {
    Month month;
    const auto one = month.ship("HMCS One");
    const auto noon = day(2024, 10, 7, 12);
    const auto& call = month.call(one, "Guam", noon, noon);
    month.last_fix().edit().precision = assets::Precision::Time;
    const auto dates = [&] {
        return render::call_dates(month.inputs(), call);
    };
    CHECK(dates() == "7 Oct., noon");
    month.last_fix().edit().utc_offset_h = 10;
    CHECK(dates() == "7 Oct., 10 p.m.");
    month.figure.period = render::Period{day(2024, 10, 7, 1), day(2024, 10, 7, 13)};
    month.snapshot.at = day(2024, 10, 7, 13) - assets::tick;
    CHECK(dates() == "10 p.m.");
    month.last_fix().edit().time_error_h = 2; // then the hour is not known
    CHECK(dates() == "7 Oct.");
}

TEST_CASE("the text of a period explains only the lines that are drawn", "[furniture][voyages]") {
    Month month;
    const auto text = [&](render::Detail detail = render::Detail::Full) {
        return render::period_text(month.inputs(), detail);
    };
    CHECK(text() == "No voyage reported, 1 October – 31 October 2024.");
    const auto one = month.ship("HMCS One");
    month.call(one, "Guam", day(2024, 10, 2), end_of(2024, 10, 2));
    month.call(one, "Busan", day(2024, 10, 9), end_of(2024, 10, 9));
    const std::string reported = "Calls and positions as reported, 1 October – 31 October 2024.";
    auto& legs = month.snapshot.voyages[one].legs;
    legs = {{0, 1, Continuity::Unknown, nullptr}}; // no way was found, so there is no line
    CHECK(text() == reported);
    const auto way = std::make_shared<const geo::GeodesicPath>(std::vector{geo::lonlat(130, 30), geo::lonlat(131, 30)});
    legs = {{0, 1, Continuity::Reported, way}};
    CHECK(text() == reported);
    legs = {{0, 1, Continuity::Unknown, way}};
    CHECK(text() == reported + " Thin lines join reported stops; the routes between them are not known.");
    legs.push_back({0, 1, Continuity::Estimated, way});
    CHECK(text().ends_with("not known. Dashed lines: estimated between reports."));
    CHECK(text(render::Detail::Brief) == reported);
    month.scenario.data_to_day = day(2024, 12, 1);
    month.figure.known_by = day(2024, 11, 20);
    month.figure.round_deg = 0.5;
    CHECK(text(render::Detail::Brief).starts_with(reported + " Updated 1 December 2024. "));
    CHECK_THAT(text(render::Detail::Brief), Catch::Contains("20 November 2024") && Catch::Contains("0.5"));
}
