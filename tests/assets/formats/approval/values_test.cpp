// What each column of each file makes of many values, right and wrong, compared with accepted files. A row of the
// table is a value: then follow the text that the writer gives it, or the findings.
#include "assets/formats/registry/registry.hpp"
#include "assets/formats/writing/write_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

using namespace assets;

namespace {

using Row = std::map<std::string, std::string>;

/// A file with one row that is right, whose columns are then replaced one at a time.
struct File {
    TableId table;
    std::string name, id_column;
    Row row;
};

const std::vector<File>& files() {
    static const std::vector<File> all{
        {TableId::Assets, "assets.csv", "name", {{"id", "x"}, {"name", "X"}, {"type", "frigate"}}},
        {TableId::Deployments,
         "deployments.csv",
         "note",
         {{"asset", "a"}, {"from", "2024-05-01"}, {"to", "2024-05-09"}}},
        {TableId::Positions,
         "positions.csv",
         "note",
         {{"asset", "a"}, {"from", "2024-05-01"}, {"lon", "10"}, {"lat", "-30"}, {"radius_km", "5"}}},
        {TableId::Events,
         "events.csv",
         "note",
         {{"id", "e"}, {"from", "2024-05-01"}, {"title", "T"}, {"kind", "visit"}, {"lon", "10"}, {"lat", "-30"}}},
        {TableId::Members, "members.csv", "from", {{"group", "g"}, {"asset", "a"}, {"role", "member"}}},
        {TableId::Sources, "sources.csv", "url", {{"id", "t"}, {"title", "T"}}},
        {TableId::Places,
         "places.csv",
         "name",
         {{"id", "q"}, {"name", "Q"}, {"lon", "10"}, {"lat", "-30"}, {"kind", "port"}}},
    };
    return all;
}

std::vector<std::string> values_for(const ColumnInfo& column) {
    switch (column.shape) {
    case Shape::Number:
    case Shape::Positive:
    case Shape::Whole: {
        std::vector<std::string> values{"0",   "1",   "2.5",  "-1",  "1e3", "+4",
                                        " 7 ", "1,5", "0x10", "nan", "7km", "1000000"};
        for (const double bound : {column.range.least, column.range.most})
            if (std::abs(bound) < 1e9)
                for (const double by : {-0.01, 0.0, 0.01})
                    values.push_back(fmt::format("{}", bound + by));
        return values;
    }
    case Shape::Flag:
        return {"true", "false", "yes", "no", "1", "0", "TRUE", "x"};
    case Shape::Time:
        return {"2024",
                "2024-06",
                "2024-06-03",
                "2024-06-03T06:00Z",
                "2024-06-03T06:00+09:30",
                "2024-06-03T06:00",
                "2024-06-03 06:00:15.5",
                "2024-02-30",
                "2024-13-01",
                "2024-06-03T24:00Z",
                "2024-06-03T06:60Z",
                "03/06/2024",
                "13/06/2024",
                "*",
                "today",
                "2024-6-3",
                "9999-12-31",
                "0000-01-01",
                "2024-04-30",
                "2024-05-01T08:00-03:30"};
    case Shape::TimeSpan:
        return {"36h", "14d", "2w", "90min", "30s", "1.5h", "0h", "-1h", "none", "never", "5", "h", "1 h", "100000d"};
    case Shape::Id:
        return {"a", "b", "s", "g", "A", "a b", "nobody", "x1.y_z-2", "-x"};
    case Shape::Word:
    case Shape::List: {
        std::vector<std::string> values{"nonsense", "a;b", " ; ", "s", "CA"};
        for (std::size_t i = 0; i < column.allowed.size(); i += 3)
            values.emplace_back(column.allowed[i]);
        if (!column.allowed.empty()) values.push_back(std::string{column.allowed.front()} + "x");
        for (std::size_t i = 0; i < column.other_words.size(); i += 4)
            values.emplace_back(column.other_words[i].written);
        return values;
    }
    default:
        return {"CA",
                "ca",
                "Japan",
                "UN",
                "word",
                "B2",
                "G1",
                "123456789",
                "12345678",
                "abcdef",
                "C06B1A",
                "Busan",
                "ko=x;ja=y",
                "ko=",
                "x=y",
                "https://example.org/x",
                "2024-05",
                "10030000001202040000",
                "a",
                "south-china-sea",
                "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t",
                "  blanks  "};
    }
}

std::string quoted(const std::string& cell) {
    return cell.find_first_of(",\"\n") == std::string::npos ? cell : "\"" + cell + "\"";
}

/// The finding without file and line, shortened where it lists all words.
std::string short_finding(const Finding& f) {
    std::string message = f.message;
    constexpr std::size_t longest = 110;
    if (message.size() > longest) message = message.substr(0, longest) + "...";
    return fmt::format("{} {}: {}", f.code, f.field, message);
}

/// The value of a column in the last row of a written file; "-" if the file has no such column.
std::string written_value(const std::string& csv, const std::string& column) {
    const auto lines = [&] {
        std::vector<std::string> all;
        for (std::size_t begin = 0; begin < csv.size();) {
            const std::size_t end = csv.find('\n', begin);
            all.push_back(csv.substr(begin, end - begin));
            begin = end + 1;
        }
        return all;
    }();
    if (lines.size() < 2) return "-";
    const auto cells = [](const std::string& line) {
        std::vector<std::string> found{""};
        bool inside = false;
        for (const char c : line) {
            if (c == '"')
                inside = !inside;
            else if (c == ',' && !inside)
                found.emplace_back();
            else
                found.back() += c;
        }
        return found;
    };
    const auto header = cells(lines.front()), last = cells(lines.back());
    const auto at = std::find(header.begin(), header.end(), column);
    return at == header.end() ? "-" : last[static_cast<std::size_t>(at - header.begin())];
}

std::string outcome_of(const File& file, const std::string& column, const std::string& value) {
    Row row = file.row;
    row[column] = value;
    if (column == "place" || column == "area" || column == "at_asset") {
        row.erase("lon"), row.erase("lat"), row.erase("radius_km");
    }
    std::string header, cells;
    for (const auto& [name, cell] : row) {
        header += (header.empty() ? "" : ",") + name;
        cells += (&name == &row.begin()->first ? "" : ",") + quoted(cell);
    }
    std::map<std::string, std::string> texts{
        {"scenario.toml", "theatrum = 1\ntitle = \"V\"\n[time]\nutc_offset_h = 2\n"},
        {"assets.csv", "id,name,type\na,A,frigate\nb,B,frigate\ng,G,group\n"},
        {"positions.csv", "asset,from,lon,lat,radius_km\na,2024-04-01,10,-30,5\n"},
        {"sources.csv", "id,title\ns,S\n"},
    };
    if (file.name == "assets.csv")
        texts["assets.csv"] = header + "\n" + cells + "\n", texts["positions.csv"] = "asset,from,lon,lat\n";
    else
        texts[file.name] = header + "\n" + cells + "\n";
    if (file.name == "sources.csv") texts["sources.csv"] = header + "\n" + cells + "\n";
    const LoadResult result = formats_test::read(texts);
    std::string outcome;
    for (const Finding& f : result.findings)
        if (f.file == file.name && f.code != "radius_assumed") outcome += " | " + short_finding(f);
    if (!result.scenario) return outcome;
    const auto written = write_scenario(*result.scenario);
    const auto found = written.find(file.name);
    return " -> " + (found == written.end() ? "-" : written_value(found->second, column)) + outcome;
}

} // namespace

TEST_CASE("what each column makes of right and wrong values is as accepted", "[approval]") {
    for (const File& file : files()) {
        std::string text;
        for (const ColumnInfo& column : schema().columns_of(file.table)) {
            text += fmt::format("{}\n", column.name);
            for (const std::string& value : values_for(column))
                text += fmt::format("  {}{}\n", value, outcome_of(file, std::string{column.name}, value));
        }
        support::check_golden_text("formats/" + file.name + ".txt", text);
    }
}

TEST_CASE("a scenario with every kind of thing is read and written as accepted", "[approval]") {
    const std::filesystem::path root{THEATRUM_SOURCE_DIR};
    for (const std::string name : {"atlas", "names"}) {
        const auto scenario = read_scenario(root / "tests/fixtures" / name, formats_test::atlas()).scenario;
        REQUIRE(scenario);
        std::string text;
        for (const auto& [file, content] : write_scenario(*scenario))
            text += "--- " + file + "\n" + content;
        support::check_golden_text("formats/written-" + name + ".txt", text);
    }
}

TEST_CASE("what each property of a zone makes of right and wrong values is as accepted", "[approval]") {
    const auto outcome = [](const std::string& property, const std::string& json, const std::string& geometry) {
        const LoadResult result = formats_test::read(
            {{"scenario.toml", "theatrum = 1\ntitle = \"V\"\n"},
             {"sources.csv", "id,title\ns,S\n"},
             {"zones.geojson",
              R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "z")" +
                  (property.empty() ? "" : ", \"" + property + "\": " + json) + R"(}, "geometry": )" + geometry +
                  "}]}\n"}});
        std::string text;
        for (const Finding& f : result.findings)
            if (f.file == "zones.geojson") text += " | " + short_finding(f);
        if (!result.scenario) return text + "\n";
        const auto written = write_scenario(*result.scenario);
        const auto found = written.find("zones.geojson");
        if (found == written.end()) return " -> -" + text + "\n";
        const std::string wanted = "\"" + (property.empty() ? "geometry" : property) + "\": ";
        const std::size_t begin = found->second.find(wanted);
        if (begin == std::string::npos) return " -> -" + text + "\n";
        const std::size_t end = property.empty() ? begin + 120 : found->second.find_first_of(",}]", begin);
        std::string shown = found->second.substr(begin + wanted.size(), end - begin - wanted.size());
        std::replace(shown.begin(), shown.end(), '\n', ' ');
        return " -> " + shown + text + "\n";
    };
    const std::string square = R"({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]})";
    std::string text;
    for (const ColumnInfo& column : schema().columns_of(TableId::Zones)) {
        const std::string name{column.name};
        text += name + "\n";
        for (const std::string& value : values_for(column)) {
            const bool bare = column.shape == Shape::Number || column.shape == Shape::Flag;
            if (bare && value.find_first_not_of("-.0123456789truefals") != std::string::npos) continue;
            const std::string geometry = name == "radius_km" ? R"({"type": "Point", "coordinates": [0, 0]})"
                                         : name == "half_width_km"
                                             ? R"({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})"
                                         : name == "sea" ? "null"
                                                         : square;
            text += "  " + value + outcome(name, bare ? value : "\"" + value + "\"", geometry);
        }
    }
    text += "geometries\n";
    for (const std::string geometry :
         {"null", R"({"type": "Point", "coordinates": [0, 0]})", R"({"type": "Point", "coordinates": [0]})",
          R"({"type": "MultiPoint", "coordinates": [[0, 0]]})", R"({"type": "LineString", "coordinates": [[0, 0]]})",
          R"({"type": "LineString", "coordinates": [[170, 0], [-170, 0]]})",
          R"({"type": "LineString", "coordinates": [[0, 91], [1, 0]]})",
          R"({"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2], [3, 3]]]})",
          R"({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]})",
          R"({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1]]]})",
          R"({"type": "Polygon", "coordinates": [[[170, 0], [190, 0], [190, 9], [170, 9], [170, 0]]]})",
          R"({"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]})",
          R"({"type": "Polygon", "coordinates": []})", R"({"type": "GeometryCollection", "geometries": []})",
          R"({"type": "Point", "coordinates": ["x", 0]})", R"({"type": "Point", "coordinates": [1, 2, 3]})"})
        text += "  " + std::string{geometry} + outcome("", "", geometry);
    support::check_golden_text("formats/zones.txt", text);
}

TEST_CASE("what keys of scenario.toml make of right and wrong values is as accepted", "[approval]") {
    std::string text;
    for (const std::string toml :
         {"[time]\nstart = 2024-01-01\nend = 2023-01-01",
          "[time]\nstart = \"2024\"\nend = \"2024-05\"",
          "[time]\nstart = 2024-01-01T06:00:00Z\nutc_offset_h = -3.5",
          "[time]\nutc_offset_h = 14.01",
          "[time]\nutc_offset_h = \"x\"",
          "[time]\ndata_to = 2024-05-01",
          "[time]\ndata_to = \"2024-05\"",
          "[time]\ndata_to = 12",
          "[time]\nstop = 1",
          "[view]\nprojection = \"lcc\"\ncenter = [10, 40]\nwidth_km = 100",
          "[view]\nprojection = \"lea\"",
          "[view]\ncenter = [181, 0]",
          "[view]\ncenter = [0, 91]",
          "[view]\ncenter = [0]",
          "[view]\ncenter = \"x\"",
          "[view]\nwidth_km = 0",
          "[view]\nwidth_km = -1",
          "[view]\nframe = \"korea\"",
          "[view]\nframe = \"korea\"\nwidth_km = 5",
          "[view]\nframe = \"nowhere\"",
          "[view]\nat = \"2024-05-01\"",
          "[view]\nat = \"2024-05\"",
          "[view]\nat = \"noon\"",
          "[view]\nat = 2024-05-01T03:00:00Z",
          "[style]\ntheme = \"dark\"\nsymbols = \"dot\"\nnames = \"en+ko\"\npolicy = \"intl\"\nlabel_style = "
          "\"hull\"\nunits = [\"nmi\", \"km\"]",
          "[style]\nsymbols = \"dots\"",
          "[style]\nnames = \"de\"",
          "[style]\nunits = [\"km\", \"km\"]",
          "[style]\nunits = [\"ft\"]",
          "[style]\nunits = []",
          "[style]\nunits = \"mi\"",
          "[style]\nlabel_style = 3",
          "[read]\ndates = \"dmy\"",
          "[read]\ndates = \"ymd\"",
          "[read]\nassets = [\"../x.csv\"]",
          "[read]\nassets = \"no.csv\"",
          "[read]\nassets = []",
          "[read]\nassets = [3]",
          "[zones]\nbuiltin = [\"dmz\", \"mdl\"]",
          "[zones]\nbuiltin = [\"dmx\"]",
          "[zones]\nbuiltin = [\"dmz\", \"dmz\"]",
          "[words]\n\"asof.reported\" = \"x\"",
          "[words]\nx = 3",
          "[basemap]\nraster = \"x.png\"",
          "[basemap]\nurl = 3",
          "[routes]\navoid = [\"malacca\"]\nallow = [\"kerch-strait\"]",
          "[routes]\navoid = [\"red-sea\"]",
          "[[asset]]\nid = \"t\"\nname = \"T\"\ntype = \"oiler\"\nmax_speed_kn = 12\nmax_gap = \"36h\"",
          "[[asset]]\nid = \"a\"\nname = \"A\"\ntype = \"oiler\"",
          "[[asset]]\nname = \"T\"",
          "[[asset]]\nid = \"t\"\nname = \"T\"\ntype = \"boat\"\nrank = 12",
          "[[accept]]\ncode = \"too_fast\"\nasset = \"a\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"too_slow\"\nasset = \"a\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"syntax\"\nasset = \"a\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"too_fast\"\nasset = \"z\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"too_fast\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"too_fast\"\nasset = \"a\"",
          "[[accept]]\ncode = \"too_fast\"\nasset = \"a\"\nzone = \"z\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"outside_time\"\nevent = \"e\"\nwhy = \"w\"",
          "[[accept]]\ncode = \"disputed\"\nplace = \"busan\"\nwhy = \"w\"",
          "[[feed]]\nurl = \"ais+tcp://localhost:10110\"\nkind = \"ais\"\nname = \"N\"\narea = [1, 2, 3, 4]\ntypes = "
          "[\"frigate\"]\ncredit = \"C\"\nterms = \"T\"",
          "[[feed]]\nurl = \"ais+tcp://localhost:10110\"\nkind = \"cot\"",
          "[[feed]]\nurl = \"http://x\"",
          "[[feed]]\nname = \"x\"",
          "[[feed]]\nurl = \"sbs+file:x.log\"\narea = [1, 5, 3, 4]",
          "[[feed]]\nurl = \"sbs+file:x.log\"\ntypes = [\"boat\"]",
          "[[figure]]\nid = \"f\"\npreset = \"square\"\nat = 2024-05-01\nbbox = [1, 2, 3, 4]",
          "[[figure]]\nid = \"f\"\npreset = \"round\"",
          "[[figure]]\nid = \"F\"",
          "[[figure]]\nid = \"f\"\n[[figure]]\nid = \"f\"",
          "[[figure]]\nid = \"f\"\nfit = [\"z\"]",
          "[[figure]]\nid = \"f\"\nwithout = [\"seas\", \"sea monsters\"]",
          "[[figure]]\nid = \"f\"\nwidth_km = 5\ncenter = [0, 0]\nat = \"2024-05\"",
          "[[figure]]\nid = \"f\"\n[[figure.note]]\nkind = \"arrow\"\nat = [0, 0]\nto = \"a\"\n[[figure.label]]\nid = "
          "\"a\"\nhide = \"x\"\n[[figure.inset]]\nkind = \"detail\"\nwidth_km = 0",
          "[unknown]\nx = 1",
          "title = \"again\"",
          "x ="}) {
        const LoadResult result =
            formats_test::read({{"scenario.toml", "theatrum = 1\ntitle = \"V\"\n" + toml + "\n"}});
        std::string shown = toml;
        std::replace(shown.begin(), shown.end(), '\n', ' ');
        text += shown + "\n";
        for (const Finding& f : result.findings)
            if (f.file == "scenario.toml") text += fmt::format("    line {} {}\n", f.line, short_finding(f));
        if (!result.scenario) continue;
        std::string written = write_scenario(*result.scenario).at("scenario.toml");
        written.erase(0, written.find("\"V\"") + 4);
        std::replace(written.begin(), written.end(), '\n', ' ');
        text += "    -> " + written + "\n";
    }
    support::check_golden_text("formats/settings.txt", text);
}

TEST_CASE("recordings, and files with many equal errors, are read as accepted", "[approval]") {
    std::string text;
    for (const std::string file : {"ais.nmea", "events.xml", "lines.sbs"}) {
        ReadOptions options;
        options.atlas = formats_test::atlas();
        options.now = formats_test::utc("2024-08-01");
        options.written = formats_test::utc("2024-07-31T14:00Z");
        const auto result = FormatRegistry::standard().read(
            std::filesystem::path{THEATRUM_SOURCE_DIR} / "tests/fixtures/feeds" / file, options);
        text += file + "\n";
        for (const Finding& f : result.findings)
            text += fmt::format("  {} line {} {}\n", static_cast<int>(f.severity), f.line, short_finding(f));
        if (!result.scenario) continue;
        const Scenario& s = *result.scenario;
        text += fmt::format("  '{}' {} assets {} fixes {} deployments {} sources, {} to {}\n", s.title, s.assets.size(),
                            s.fixes.size(), s.deployments.size(), s.sources.size(), s.start ? to_iso(*s.start) : "-",
                            s.end ? to_iso(*s.end) : "-");
        for (const Asset& asset : s.assets)
            text += fmt::format("  {} {}\n", asset.id, asset.name);
    }
    for (const int rows : {2, 9, 10, 11, 20, 21, 49, 50, 51, 100, 101}) {
        std::string positions = "asset,from,lon,lat,radius_km\n";
        for (int i = 0; i < rows; ++i)
            positions += "a,2024-05-01,x,10,5\n";
        const auto result = formats_test::read({{"positions.csv", positions}});
        text += fmt::format("{} equal errors: {} findings, last {}\n", rows, result.findings.size(),
                            result.findings.empty() ? "-" : formats_test::line_of(result.findings.back()));
    }
    support::check_golden_text("formats/recordings.txt", text);
}
