#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

using cli::theatrum;

namespace {

const std::string canada = "export builtin:canada-2024 ";

} // namespace

TEST_CASE("several instants are a map each on one page, in every format", "[cli][panels]") {
    const cli::Scratch folder;
    const std::string dates = canada + "--at 2024-06-15,2024-07-31,2024-10-20 ";
    for (const char* format : {"png", "svg", "pdf"}) {
        INFO(format);
        REQUIRE(theatrum(dates + "-o a." + format, folder.path()).code == 0);
        CHECK(folder.read(std::string{"a."} + format).size() > 10000);
    }
    const std::string svg = folder.read("a.svg");
    for (const char* heading : {">15 June 2024<", ">31 July 2024<", ">20 October 2024<"})
        CHECK_THAT(svg, Catch::Contains(heading));
    CHECK_THAT(svg, Catch::Contains("id=\"map-3\""));
    CHECK(svg.find("id=\"map-4\"") == std::string::npos);
}

TEST_CASE("a comparison is two maps, or one with arrows, with texts beside it", "[cli][panels]") {
    const cli::Scratch folder;
    const std::string two = canada + "--at 2024-07-31 --compare 2024-10-20 ";
    REQUIRE(
        theatrum(two + "-o a.svg --layout a.json --caption a.txt --factcheck a.md --alt b.txt", folder.path()).code ==
        0);
    CHECK_THAT(folder.read("a.svg"), Catch::Contains("Changes since 31 July. Moved: "));
    const auto layout = nlohmann::json::parse(folder.read("a.json"));
    std::size_t maps = 0;
    for (const auto& item : layout["items"])
        maps += item["layer"] == "map" ? 1 : 0;
    CHECK(maps == 2);
    CHECK_THAT(folder.read("a.txt"), Catch::Contains("\nCHANGES\nCanada in the Indo-Pacific, 2024: 31 July 2024 to "
                                                     "20 October 2024\n\nMoved ("));
    CHECK_THAT(folder.read("a.txt"), Catch::Contains("\n20 October 2024\n"));
    CHECK_THAT(folder.read("b.txt"),
               Catch::StartsWith("Maps: Canada in the Indo-Pacific, 2024, 31 July 2024; 20 October 2024. Moved ("));
    const std::string checks = folder.read("a.md");
    CHECK_THAT(checks, Catch::StartsWith("# Fact check: Canada in the Indo-Pacific, 2024, 31 July 2024\n"));
    CHECK_THAT(checks, Catch::Contains("\n# Fact check: Canada in the Indo-Pacific, 2024, 20 October 2024\n"));

    REQUIRE(theatrum(two + "--compare-as arrows -o c.svg --caption c.txt --factcheck c.md", folder.path()).code == 0);
    CHECK_THAT(folder.read("c.svg"), Catch::Contains("change of position, not route"));
    CHECK_THAT(folder.read("c.txt"), Catch::Contains("\nCHANGES\n"));
    CHECK_THAT(folder.read("c.md"), Catch::Contains(", 31 July 2024\n"));
}

TEST_CASE("a delay moves all instants", "[cli][panels]") {
    const cli::Scratch folder;
    REQUIRE(theatrum(canada + "--at 2024-07-31,2024-10-20 --delay-h 48 -o a.svg", folder.path()).code == 0);
    const std::string svg = folder.read("a.svg");
    CHECK_THAT(svg, Catch::Contains(">29 July 2024<"));
    CHECK_THAT(svg, Catch::Contains(">18 October 2024<"));
    CHECK_THAT(svg, Catch::Contains("delayed 48 hours"));
}

TEST_CASE("instants that make no picture are refused with exit code 2", "[cli][panels]") {
    const cli::Scratch folder;
    const auto fails = [&](const std::string& arguments, const std::string& message) {
        INFO(arguments);
        const auto result = theatrum(canada + arguments + " -o a.png", folder.path());
        CHECK(result.code == 2);
        CHECK_THAT(result.err, Catch::Contains(message));
        CHECK(folder.files() == 0);
    };
    fails("--at 2024-07-31,2024-07-30", "--at: 2024-07-30 is not after 2024-07-31; give the instants in order");
    fails("--at 2024-07-31,", "is not a list of two instants or more");
    fails("--at 2024-07-31,2024-08", "--at: '2024-08' is a month");
    fails("--at 2024-07-31 --compare 2024-07-31", "--compare: 2024-07-31 is not after --at 2024-07-31");
    fails("--compare 2024-07-31", "--compare needs --at");
    fails("--at 2024-07-31 --compare-as arrows", "--compare-as needs --compare");
    fails("--at 2024-07-31 --compare 2024-10-20 --compare-as ghosts", "--compare-as");
    fails("--from 2024-07-01 --to 2024-07-31 --compare 2024-10-20", "leave out --compare");
    fails("--at 2024-01-01,2024-01-02,2024-01-03,2024-01-04,2024-01-05,2024-01-06,2024-01-07,2024-01-08,2024-01-09,"
          "2024-01-10,2024-01-11,2024-01-12,2024-01-13",
          "13 maps are too many");
}
