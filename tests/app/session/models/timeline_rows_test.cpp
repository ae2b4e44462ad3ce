// Groups of lanes, the counts above them, and what the axis says beside its labels.
#include "app/session/models/timeline/timeline_rows.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace app;

namespace {

assets::Instant at(const char* text) {
    return assets::parse_time_text(text, 0).value().first;
}

/// Lanes of Canada (two operations), Japan, and one contact of a feed.
struct Example {
    assets::Scenario scenario;
    TimelineModel model;
    Example() {
        scenario.first_feed_asset = 4;
        const auto add = [&](const char* id, const char* country, const char* operation) {
            TimelineLane lane{static_cast<assets::AssetIndex>(model.lanes.size()), id, id, country, {}, {}};
            if (*operation != 0)
                lane.bars.push_back({at("2024-01-01"), at("2024-02-01"), false, 0, 0, 0, operation, 0});
            model.lanes.push_back(lane);
        };
        add("ottawa", "CA", "HORIZON");
        add("montreal", "CA", "NEON");
        add("vancouver", "CA", "HORIZON");
        add("ise", "JP", "");
        add("contact", "PA", "");
    }
    [[nodiscard]] std::string rows(LaneGroups groups, const std::set<std::string>& collapsed = {}) const {
        std::string text;
        for (const TimelineRow& row : timeline_rows(scenario, model, groups, collapsed))
            text += fmt::format("{}{}{};", std::string(static_cast<std::size_t>(row.depth), '>'),
                                row.is_group() ? row.label : model.lanes[row.lanes.front()].label,
                                row.collapsed ? "-" : "");
        return text;
    }
};

} // namespace

TEST_CASE("lanes are grouped by country, by operation, or by both", "[timeline]") {
    const Example e;
    CHECK(e.rows(LaneGroups::None) == "contact;ottawa;montreal;vancouver;ise;");
    CHECK(e.rows(LaneGroups::Country) == "Contacts (1);>contact;CA (3);>ottawa;>montreal;>vancouver;JP (1);>ise;");
    CHECK(e.rows(LaneGroups::Operation) ==
          "Contacts (1);>contact;HORIZON (2);>ottawa;>vancouver;NEON (1);>montreal;No operation (1);>ise;");
    CHECK(e.rows(LaneGroups::CountryAndOperation) ==
          "Contacts (1);>contact;CA (3);>HORIZON (2);>>ottawa;>>vancouver;>NEON (1);>>montreal;"
          "JP (1);>No operation (1);>>ise;");
    CHECK(usual_groups(e.model) == LaneGroups::Country);
}

TEST_CASE("a collapsed group hides its lanes and keeps them for its own row", "[timeline]") {
    const Example e;
    const auto rows = timeline_rows(e.scenario, e.model, LaneGroups::CountryAndOperation, {});
    REQUIRE(rows[2].label == "CA (3)");
    const std::string canada = rows[2].key, horizon = rows[3].key;
    CHECK(e.rows(LaneGroups::CountryAndOperation, {canada}) ==
          "Contacts (1);>contact;CA (3)-;JP (1);>No operation (1);>>ise;");
    CHECK(e.rows(LaneGroups::CountryAndOperation, {horizon}) ==
          "Contacts (1);>contact;CA (3);>HORIZON (2)-;>NEON (1);>>montreal;JP (1);>No operation (1);>>ise;");
    const auto shut = timeline_rows(e.scenario, e.model, LaneGroups::Country, {canada});
    CHECK(shut[2].lanes == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("reports and messages are counted along the axis", "[timeline]") {
    const TimeCounts reports{{at("2024-01-03"), at("2024-01-01"), at("2024-01-01T12:00Z")}};
    CHECK(reports.count(at("2024-01-01"), at("2024-01-02")) == 2);
    CHECK(reports.count(at("2024-01-02"), at("2024-01-03")) == 0);
    const TimeAxis axis{at("2024-01-01"), at("2024-01-05"), 100, 400};
    CHECK(reports.bins(axis, 100) == std::vector<std::uint64_t>{2, 0, 1, 0});
    const TimeCounts messages{
        std::map<assets::Instant, std::uint32_t>{{at("2024-01-02T10:00Z"), 40}, {at("2024-01-02T10:01Z"), 2}}};
    CHECK(messages.bins(axis, 100) == std::vector<std::uint64_t>{0, 42, 0, 0});
    CHECK(messages.count(at("2024-01-02T10:01Z"), at("2024-01-02T10:02Z")) == 2);
}

TEST_CASE("a zoomed axis names the month and the year that its labels leave out", "[timeline]") {
    const auto context = [](const char* from, const char* to) {
        return axis_context(TimeAxis{at(from), at(to), 0, 800}, 0, 62);
    };
    CHECK(context("2024-03-14T06:00Z", "2024-03-14T18:00Z") == "14 March 2024");
    CHECK(context("2024-03-14", "2024-03-24") == "March 2024");
    CHECK(context("2024-03-14", "2024-10-24") == "2024");
    CHECK(context("2004-03-14", "2024-10-24").empty());
}
