// What the program prints for many commands, right and wrong, with its exit codes, compared with an accepted file.
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include <fmt/format.h>

using cli::theatrum;

namespace {

const std::string fixtures = THEATRUM_SOURCE_DIR "/tests/fixtures/";

/// At most `most` lines of a text, and how many follow.
std::string first_lines(const std::string& text, int most) {
    std::string lines;
    std::size_t begin = 0;
    for (int i = 0; i < most && begin < text.size(); ++i) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        lines += "    " + text.substr(begin, end - begin);
        begin = end;
    }
    const auto rest = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '\n');
    if (!lines.empty() && lines.back() != '\n') lines += '\n';
    return rest > 0 ? lines + fmt::format("    ... {} more\n", rest) : lines;
}

std::string without(std::string text, const std::string& path, const std::string& name) {
    for (std::size_t at = 0; (at = text.find(path, at)) != std::string::npos;)
        text.replace(at, path.size(), name);
    return text;
}

/// Writes a log without times whose file was last written on 31 July 2024, the date that its positions take.
void write_dated_log(const std::filesystem::path& file) {
    std::filesystem::copy_file(fixtures + "feeds/lines.sbs", file);
    constexpr auto written = std::chrono::sys_days{std::chrono::year{2024} / 7 / 31} + std::chrono::hours{12};
    std::filesystem::last_write_time(file, std::chrono::file_clock::from_sys(std::chrono::sys_seconds{written}));
}

std::string outcomes(const std::vector<std::string>& commands, int most_lines) {
    const cli::Scratch folder;
    std::filesystem::create_directory_symlink(fixtures, folder / "fixtures");
    write_dated_log(folder / "lines.sbs");
    std::string text;
    for (const std::string& command : commands) {
        const auto result = theatrum(command, folder.path(), "env -u DISPLAY TZ=UTC");
        text += fmt::format("theatrum {}: {}\n", command, result.code) + first_lines(result.out, most_lines) +
                first_lines(result.err, 6);
    }
    return without(without(text, folder.path().string(), "FOLDER"), THEATRUM_SOURCE_DIR, "ROOT");
}

} // namespace

TEST_CASE("what the program prints for wrong commands is as accepted", "[approval]") {
    const std::string file = "cli/wrong.txt";
    support::check_golden_text(file,
                               outcomes({"nonsense",
                                         "exprot",
                                         "fixtures/no-such",
                                         "export",
                                         "export fixtures/atlas",
                                         "export fixtures/atlas -o x.png --presett square",
                                         "export fixtures/atlas -o no/such/folder/x.png",
                                         "export fixtures/atlas fixtures/clock -o x.png",
                                         "export fixtures/atlas -o x.png --theme drak",
                                         "export fixtures/atlas -o x.png --words xx",
                                         "export fixtures/atlas -o x.png --projection lea",
                                         "export fixtures/atlas -o x.png --center 10,3 --width-km 500 --projection lcc",
                                         "export fixtures/atlas -o x.png --size 120x100",
                                         "export builtin:canada -o x.png",
                                         "export fixtures/scenarios/broken-05-bad-numbers -o x.png",
                                         "state fixtures/atlas --format xml",
                                         "state fixtures/atlas --at 2024-06",
                                         "state",
                                         "check",
                                         "check fixtures/no-such",
                                         "check fixtures/atlas --format yaml",
                                         "check fixtures/geodesic_cases.txt",
                                         "new",
                                         "new fixtures/atlas",
                                         "listen",
                                         "listen http://x",
                                         "listen ais+file:/no/such",
                                         "listen ais+file:fixtures/feeds/ais.nmea --area 1,2,3",
                                         "listen ais+file:fixtures/feeds/ais.nmea --types boat",
                                         "listen ais+file:fixtures/feeds/ais.nmea --for -1",
                                         "listen cot+file:fixtures/feeds/ais.nmea",
                                         "help nonsense",
                                         "help exprot",
                                         "view --ui-scale 9",
                                         "view --measure x",
                                         "view fixtures/no-such"},
                                        8));
}

TEST_CASE("what the program prints for right commands is as accepted", "[approval]") {
    support::check_golden_text(
        "cli/right.txt",
        outcomes({"help",
                  "help types",
                  "help columns",
                  "help positions.csv",
                  "help layers",
                  "help zones",
                  "help projections",
                  "help presets",
                  "help findings",
                  "help time",
                  "--version",
                  "check fixtures/scenarios/counts-and-plans",
                  "check fixtures/scenarios/counts-and-plans --strict",
                  "check fixtures/doubts --strict",
                  "check fixtures/doubts --format json",
                  "check fixtures/scenarios/broken-05-bad-numbers --format json",
                  "state fixtures/scenarios/map-small --at 2024-06-11",
                  "state fixtures/scenarios/map-small",
                  "state fixtures/scenarios/counts-and-plans --known-by 2024-07-26",
                  "state fixtures/scenarios/valid-lone/positions.csv",
                  "state fixtures/feeds/ais.nmea --at 2024-07-31T12:05:00Z",
                  "state fixtures/feeds/events.xml --at 2024-07-31T12:03:00Z --format csv",
                  "check lines.sbs",
                  "listen ais+file:fixtures/feeds/ais.nmea",
                  "listen cot+file:fixtures/feeds/events.xml --area 5,0,40,40",
                  "listen sbs+file:fixtures/feeds/lines.sbs --types frigate",
                  "listen ais+file:fixtures/feeds/ais.nmea --types merchant --record out.nmea",
                  "new started",
                  "check started",
                  "export started -o x.svg --layout l.json --alt a.txt --caption c.txt --factcheck f.md",
                  "export fixtures/atlas -o y.png --size 400x300 --at 2024-06-15",
                  "export fixtures/scenarios/map-small --layout m.json --at 2024-06-11 --round-deg 1 --delay-h 12"},
                 14));
}
