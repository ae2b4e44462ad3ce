#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>
#include <tuple>

using cli::theatrum;

TEST_CASE("the version is one line", "[cli]") {
    const auto result = theatrum("--version");
    CHECK(result.code == 0);
    CHECK(result.out == "theatrum " THEATRUM_VERSION "\n");
    CHECK(result.err.empty());
}

TEST_CASE("a command fails when standard output takes nothing", "[cli]") {
    for (const std::string arguments : {"--version", "help", "export --help", "help files", "state builtin:canada-2024",
                                        "state builtin:canada-2024 --format geojson", "check builtin:canada-2024"}) {
        INFO(arguments);
        const auto result = theatrum(arguments + " >/dev/full");
        CHECK(result.code == 3);
        CHECK(result.err == "theatrum: cannot write to standard output\n");
    }
}

TEST_CASE("help names every command, and each command has its own help", "[cli]") {
    const auto overview = theatrum("help");
    CHECK(overview.code == 0);
    for (const std::string command : {"export", "state", "compare", "report", "check", "new", "route"}) {
        CHECK_THAT(overview.out, Catch::Contains(command));
        const auto own = theatrum("help " + command);
        CHECK(own.code == 0);
        CHECK_THAT(own.out, Catch::Contains("theatrum " + command));
        CHECK(theatrum(command + " --help").out == own.out);
    }
}

TEST_CASE("every command that reads a scenario says the same of what a scenario can be", "[cli]") {
    for (const std::string command : {"export", "state", "check", "compare", "report"})
        CHECK_THAT(theatrum("help " + command).out,
                   Catch::Contains("folder, scenario.toml, positions file, spreadsheet, recording or builtin:NAME"));
}

TEST_CASE("help explains the files of a scenario and their columns", "[cli]") {
    const auto says = [](const std::string& topic, const std::string& text) {
        INFO(topic << ": " << text);
        const auto help = theatrum("help " + topic);
        CHECK(help.code == 0);
        CHECK(help.out.find(text) != std::string::npos);
    };
    says("", "  columns ");
    says("", "  files ");
    says("columns", "\npositions.csv\n");
    says("columns", "\n  confidence_date ");
    says("columns", "one of observed reported estimated planned; default: reported");
    says("files", "\n  zones.geojson ");
    says("files", "\n`[[feed]]` declares a live feed");
    says("files", "\n  url * ");
    says("positions.csv", "\n  radius_km ");
    says("types", "  frigate ");
    says("zones", "\n  adiz ");
    says("findings", "\n  too_fast ");
    says("layers", "\n  relief ");
    says("projections", "  laea ");
    says("presets", "\n  column-89 ");
}

TEST_CASE("an error in a command line gives one sentence, with a suggestion if there is one", "[cli]") {
    using Row = std::tuple<std::string, std::string>;
    const auto [arguments, message] = GENERATE(table<std::string, std::string>({
        Row{"exprot builtin:canada-2024", "'exprot' is neither a command nor a scenario; did you mean 'export'?"},
        Row{"animate builtin:canada-2024", "'animate' is neither a command nor a scenario"},
        Row{"help zzz", "help: there is no command or topic 'zzz'; `theatrum help` lists both"},
        Row{"export builtin:canada-2024 -o x.png --preset zzz",
            "--preset: there is no preset 'zzz'; use web-16x9, web-4x3, square, story, column-89 or column-183"},
        Row{"export builtin:canada-2024 -o x.png --theme zzz", "there is no theme 'zzz'; use article or dark"},
        Row{"export builtin:canada-2024 -o x.png --with zzz",
            "--with: there is no layer or furniture 'zzz'; `theatrum help layers` lists them"},
        Row{"export builtin:canada-2024 -o x.png --ring 127,37.5",
            "--ring: '127,37.5' is not LON,LAT,KM, such as 127,37.5,300"},
        Row{"export builtin:canada-2024 -o x.png --ring 127,37.5,0", "--ring: '0' is not a number from 0.01 to 20000"},
        Row{"listen ais+udp://:1 --types zzz",
            "--types: there is no type 'zzz'; `theatrum help types` lists the types"},
        Row{"help exprot", "help: there is no command or topic 'exprot'; did you mean 'export'?"},
        Row{"export builtin:canada-2023 -o a.png",
            "there is no built-in scenario 'canada-2023'; did you mean 'canada-2024'?"},
        Row{"export builtin:canada-2024 -o a.png --widht-km 3",
            "export: there is no option '--widht-km'; did you mean '--width-km'?"},
        Row{"export builtin:canada-2024 -o a.png extra", "export: unexpected argument 'extra'"},
        Row{"export builtin:canada-2024", "-o FILE is missing; give -o FILE or --layout FILE"},
        Row{"export builtin:canada-2024 -o a.gif", "-o: 'a.gif' does not end in .png, .svg or .pdf"},
        Row{"export builtin:canada-2024 -o a.png --at 2024-05",
            "--at: '2024-05' is a month; give a day, for example 2024-05-15"},
        Row{"export builtin:canada-2024 -o a.png --size 1920",
            "--size: '1920' is not a size in pixels such as 1920x1080"},
        Row{"export builtin:canada-2024 -o a.png --size 1920x10",
            "--size: each side must be from 100 to 20000 pixels, and the page at most 200 megapixels"},
        Row{"export builtin:canada-2024 -o a.png --size 900x900 --preset square",
            "--preset, --size and --width-mm exclude each other; give one of them"},
        Row{"export builtin:canada-2024 -o a.png --preset sqare",
            "--preset: there is no preset 'sqare'; did you mean 'square'?"},
        Row{"export builtin:canada-2024 -o a.png --height-mm 80", "--height-mm needs --width-mm"},
        Row{"export builtin:canada-2024 -o a.png --center 37.5,127",
            "--center: '37.5,127': latitude is beyond 90; longitude comes first"},
        Row{"export builtin:canada-2024 -o a.png --bbox 120,30,135,42 --width-km 900",
            "--bbox gives centre and width; leave out --center and --width-km"},
        Row{"export builtin:canada-2024 -o a.png --only hmcs-montral",
            "--only: the scenario has no 'hmcs-montral'; did you mean 'hmcs-montreal'?"},
        Row{"export builtin:canada-2024 -o a.png --without legnd",
            "--without: there is no layer or furniture 'legnd'; did you mean 'legend'?"},
        Row{"export builtin:canada-2024 -o a.png --with relief,inset", "--with: 'inset' cannot be drawn yet"},
        Row{"export builtin:canada-2024 -o a.png --trail 36",
            "--trail: '36' is not a duration such as 36h, 14d or 30min"},
        Row{"export builtin:canada-2024 -o a.png --hide dmx", "--hide: the scenario has no 'dmx'; did you mean 'dmz'?"},
        Row{"export builtin:canada-2024 -o a.png --label-style full",
            "--label-style: 'full' is not one of name, prefix, hull; did you mean 'hull'?"},
        Row{"export builtin:canada-2024 -o a.png --symbols nato", "--symbols: 'nato' is not one of pictogram, dot"},
        Row{"export builtin:canada-2024 -o a.png --theme artcle",
            "there is no theme 'artcle'; did you mean 'article'?"},
        Row{"export builtin:canada-2024 -o a.png --known-by 2024-07",
            "--known-by: '2024-07' is not a day such as 2024-07-31"},
        Row{"state builtin:canada-2024 --format jsn",
            "--format: 'jsn' is not one of table, json, geojson, csv; did you mean 'json'?"},
    }));
    INFO(arguments);
    const cli::Scratch folder;
    const auto result = theatrum(arguments, folder.path());
    CHECK(result.code == 2);
    CHECK(result.out.empty());
    CHECK(result.err == "theatrum: " + message + "\n");
    CHECK(folder.files() == 0);
}

TEST_CASE("a missing scenario gives exit code 3", "[cli]") {
    const auto result = theatrum("state no-such-folder/scenario.toml");
    CHECK(result.code == 3);
    CHECK_THAT(result.err, Catch::StartsWith("theatrum: no-such-folder/scenario.toml"));
}

TEST_CASE("an invalid projection gives exit code 2 and a suggestion", "[cli]") {
    const cli::Scratch folder;
    const auto flat =
        theatrum("export builtin:canada-2024 -o a.png --projection lcc --center 127,5 --width-km 3000", folder.path());
    CHECK(flat.code == 2);
    CHECK_THAT(flat.err, Catch::Contains("merc"));
    const auto unknown = theatrum("export builtin:canada-2024 -o a.png --projection laae", folder.path());
    CHECK(unknown.code == 2);
    CHECK_THAT(unknown.err, Catch::Contains("laea"));
    CHECK(folder.files() == 0);
}

TEST_CASE("a broken theme gives exit code 3 and is named, an unknown words file gives exit code 2", "[cli]") {
    namespace fs = std::filesystem;
    const cli::Scratch data, out;
    const fs::path source{THEATRUM_SOURCE_DIR};
    for (const char* folder : {"geo", "assets"})
        fs::create_directory_symlink(source / folder, data / folder);
    fs::create_directories(data / "render");
    fs::create_directory_symlink(source / "render/text", data / "render/text");
    for (const char* folder : {"render/themes", "render/words"})
        fs::copy(source / folder, data / folder, fs::copy_options::recursive);
    std::ofstream{data / "render/themes/dark.toml"} << "page = ";
    const auto export_in = [&](const std::string& options) {
        return theatrum("export builtin:canada-2024 -o a.png " + options, out.path(),
                        "THEATRUM_DATA=" + data.path().string());
    };
    const auto broken = export_in("--theme dark");
    CHECK(broken.code == 3);
    CHECK_THAT(broken.err, Catch::Contains("render/themes/dark.toml:1"));
    const auto missing = export_in("--words xx");
    CHECK(missing.code == 2);
    CHECK_THAT(missing.err, Catch::Contains("there is no words file 'xx'"));
    CHECK(out.files() == 0);
}
