#include "assets/formats/writing/write_scenario.hpp"
#include "assets/schema/columns/plain.hpp"
#include "assets/schema/help.hpp"
#include "tests/assets/formats/same_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace assets;

namespace {

using Texts = std::vector<std::string>;

/// The schema with one more column, which no other code names.
Schema with_rank() {
    Schema more = schema();
    more.places.push_back(columns::number<&geo::Place::rank>("rank", {1, 6}, "which place is named first"));
    return more;
}

LoadResult read_places(const std::string& places, const Schema& columns) {
    const formats_test::Folder folder{{{"scenario.toml", "theatrum = 1\ntitle = \"Places\"\n"},
                                       {"assets.csv", "id,name,type\na,A,frigate\n"},
                                       {"positions.csv", "asset,from,place,radius_km\na,2024-05-01,home,5\n"},
                                       {"places.csv", places}}};
    return read_scenario(folder.path(), formats_test::atlas(), columns);
}

const std::string two_places = "id,name,lon,lat,kind,rank\nhome,Home,1.5,50,port,4\naway,Away,2.5,51,city,\n";

} // namespace

TEST_CASE("a column added to the schema is read", "[schema]") {
    const auto read = read_places(two_places, with_rank());
    REQUIRE(read.scenario);
    CHECK(formats_test::lines_of(read, Severity::Warning).empty());
    CHECK(read.scenario->places[0].rank == 4);
    CHECK(read.scenario->places[1].rank == blank<geo::Place>().rank);
    CHECK(formats_test::errors(read_places("id,name,lon,lat,rank\nhome,Home,1.5,50,9\n", with_rank())) ==
          Texts{"places.csv:2: rank: '9' is not within 1 to 6"});
    // The schema without the column does not know it.
    const auto unknown = read_places(two_places, schema());
    CHECK(formats_test::lines_of(unknown, Severity::Warning) ==
          Texts{"places.csv:1: rank: is not a known column, so it is ignored"});
}

TEST_CASE("a column added to the schema is written", "[schema]") {
    const auto read = read_places(two_places, with_rank());
    REQUIRE(read.scenario);
    CHECK(write_scenario(*read.scenario, with_rank()).at("places.csv") == two_places);
    CHECK(write_scenario(*read.scenario).at("places.csv") ==
          "id,name,lon,lat,kind\nhome,Home,1.5,50,port\naway,Away,2.5,51,city\n");
}

TEST_CASE("a column added to the schema is explained by help", "[schema]") {
    const auto more = with_rank().columns_of(TableId::Places), usual = schema().columns_of(TableId::Places);
    const auto is_rank = [](const ColumnInfo& column) {
        return column.name == "rank";
    };
    const auto rank = std::find_if(more.begin(), more.end(), is_rank);
    REQUIRE(rank != more.end());
    CHECK(rank->help == "which place is named first");
    CHECK(value_help(*rank) == "a whole number from 1 to 6");
    CHECK(std::none_of(usual.begin(), usual.end(), is_rank));
}

TEST_CASE("a column added to the schema is compared", "[schema]") {
    const auto one = read_places(two_places, with_rank()).scenario;
    const auto other =
        read_places("id,name,lon,lat,kind,rank\nhome,Home,1.5,50,port,5\naway,Away,2.5,51,city,\n", with_rank())
            .scenario;
    REQUIRE(one);
    REQUIRE(other);
    CHECK(formats_test::differences(*one, *one, with_rank()).empty());
    CHECK(formats_test::differences(*one, *other, with_rank()) == Texts{"places[0].rank: '4' and '5'"});
    // A member is compared even if no column shows it.
    CHECK(formats_test::differences(*one, *other) == Texts{"places[0].a member that no column shows"});
}

TEST_CASE("no two columns of a file share a name or alias", "[schema]") {
    for (const TableFile& file : table_files) {
        std::set<std::string_view> names;
        const auto columns = schema().columns_of(file.table);
        REQUIRE(columns.size() >= 5);
        for (const auto& column : columns) {
            INFO(file.name << " " << column.name);
            CHECK(names.insert(column.name).second);
            CHECK(!column.help.empty());
        }
        for (const auto& column : columns)
            for (const auto alias : column.aliases) {
                INFO(file.name << " " << column.name << " " << alias);
                CHECK(column_key(alias) == alias);
                // A name may equal an alias, as `date` does in sources.csv: names take precedence over aliases.
                if (names.contains(alias)) continue;
                CHECK(names.insert(alias).second);
            }
    }
}

TEST_CASE("headers are matched by name first, then by alias, and an alias only to a free column", "[schema]") {
    const auto columns = infos_of(schema().positions);
    const auto name_of_match = [&](const std::vector<std::string>& header) {
        Texts names;
        for (const auto& match : match_header(header, columns))
            names.emplace_back(match.column && !match.is_twice ? columns[*match.column].name : std::string_view{});
        return names;
    };
    CHECK(name_of_match({"Vessel", "Base Date-Time", "LONGITUDE", "y", "SOG", "nothing"}) ==
          Texts{"asset", "from", "lon", "lat", "speed_kn", ""});
    CHECK(name_of_match({"time", "from"}) == Texts{"from", "from"}); // the clock of the date in `from`
    CHECK(name_of_match({"time", "start"}) == Texts{"from", ""});
    CHECK(name_of_match({"note", "note"}) == Texts{"note", ""}); // the reader reports the duplicate
    CHECK(match_header({"note", "comment"}, columns)[1].is_twice);
}

TEST_CASE("a date and its clock may stand in two columns", "[schema]") {
    const auto columns = infos_of(schema().positions);
    const auto is_clock = [&](const std::vector<std::string>& header) {
        std::vector<bool> clocks;
        for (const auto& match : match_header(header, columns))
            clocks.push_back(match.is_clock && columns[match.column.value()].name == "from");
        return clocks;
    };
    using Clocks = std::vector<bool>;
    CHECK(is_clock({"date", "time"}) == Clocks{false, true});
    CHECK(is_clock({"Time", "Date"}) == Clocks{true, false});
    CHECK(is_clock({"asset", "start_date", "start_time"}) == Clocks{false, false, true});
    CHECK(is_clock({"time"}) == Clocks{false});
    CHECK(match_header({"Date", "Time (UTC)"}, columns)[0].is_utc);
    CHECK(match_header({"time_utc"}, columns)[0].is_utc);
    CHECK(match_header({"time_utc"}, columns)[0].column.has_value());
}

TEST_CASE("the defaults of a blank record are those of an empty value", "[schema]") {
    CHECK(blank<Event>().kind == EventKind::Other);
    CHECK(find_column(schema().events, "kind").default_text == "other");
    CHECK(find_column(schema().positions, "kind").default_text == "reported");
    CHECK(find_column(schema().zones, "status").default_text == "illustrative");
    CHECK(find_column(schema().places, "kind").default_text == "landmark");
}
