#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using cli::theatrum;

TEST_CASE("compare prints who moved, arrived, left, and of whom there is no news", "[cli][compare]") {
    const auto text = theatrum("compare builtin:canada-2024 --at 2024-07-31 --compare 2024-10-20");
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    CHECK_THAT(text.out, Catch::StartsWith("Canada in the Indo-Pacific, 2024: 31 July 2024 to 20 October 2024\n"));
    CHECK_THAT(text.out, Catch::Contains("\nMoved ("));
    CHECK_THAT(text.out, Catch::Contains("  HMCS Vancouver: about 8,"));
    CHECK_THAT(text.out, Catch::Contains("      was: Hawaiian Islands (reported, within 350 km)\n"
                                         "      now: in the Taiwan Strait (reported, within 170 km)\n"));
    CHECK_THAT(text.out, Catch::Contains("\nArrived (2)\n  HMCS Ottawa\n      now: not known; sailed 16 October 2024"));
    CHECK_THAT(text.out, Catch::Contains("\nNo news (2)\n  HMCS Montr\xC3\xA9"
                                         "al\n      now: not known; last reported 19 August 2024"));
    CHECK_THAT(text.out, Catch::Contains("\nLeft ("));
    CHECK_THAT(text.out, Catch::Contains("  MV Asterix\n      was: Hawaiian Islands"));
    CHECK_THAT(text.out, Catch::Contains("\nWhere they were (1)\n  Canadians in UN Command\n"));
    // From the end of August to October nobody heard of HMCS Montréal.
    const auto silence = theatrum("compare builtin:canada-2024 --at 2024-09-01 --compare 2024-10-01");
    CHECK_THAT(silence.out, Catch::Contains("  HMCS Montr\xC3\xA9"
                                            "al\n      now: not known; last reported 19 August 2024"));
    CHECK_THAT(silence.out, Catch::Contains("\nNo news ("));
}

TEST_CASE("compare as JSON has the states that state prints", "[cli][compare]") {
    const auto json = nlohmann::json::parse(
        theatrum("compare builtin:canada-2024 --at 2024-07-31 --compare 2024-10-20 --format json").out);
    const auto state = [](const std::string& at) {
        return nlohmann::json::parse(theatrum("state builtin:canada-2024 --format json --at " + at).out)["assets"];
    };
    const auto before = state("2024-07-31"), after = state("2024-10-20");
    CHECK(json["at"] == "2024-07-31T12:00:00Z");
    CHECK(json["compare"] == "2024-10-20T12:00:00Z");
    REQUIRE(json["assets"].size() > 4);
    std::size_t found = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool away = before[i]["how"] != "absent" || after[i]["how"] != "absent";
        if (!away) continue;
        const auto& change = json["assets"].at(found++);
        CHECK(change["id"] == before[i]["id"]);
        CHECK(change["before"] == before[i]);
        CHECK(change["after"] == after[i]);
        CHECK((change["change"] == "arrived") == (before[i]["how"] == "absent"));
        CHECK((change["change"] == "left") == (after[i]["how"] == "absent"));
        CHECK(change["distance_km"].is_null() ==
              (change["change"] != "moved" || before[i]["lon"].is_null() || after[i]["lon"].is_null()));
    }
    CHECK(found == json["assets"].size());
}

TEST_CASE("compare refuses what it cannot use with exit code 2", "[cli][compare]") {
    const auto fails = [](const std::string& arguments, const std::string& message) {
        INFO(arguments);
        const auto result = theatrum("compare " + arguments);
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK_THAT(result.err, Catch::Contains(message));
    };
    fails("builtin:canada-2024 --at 2024-07-31", "--compare");
    fails("builtin:canada-2024 --compare 2024-07-31", "--at");
    fails("builtin:canada-2024 --at 2024-07-31 --compare 2024-07-31", "is not after --at 2024-07-31");
    fails("builtin:canada-2024 --at 2024-07-31 --compare 2024-07-30", "is not after");
    fails("builtin:canada-2024 --at 2024-07 --compare 2024-07-30", "--at: '2024-07' is a month");
    fails("builtin:canada-2024 --at 2024-07-01 --compare 2024-08", "--compare: '2024-08' is a month");
    fails("builtin:canada-2024 --at 2024-07-01 --compare 2024-08-01 --format csv", "--format");
}
