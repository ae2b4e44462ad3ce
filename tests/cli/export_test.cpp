#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <csignal>
#include <cstdint>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

using cli::theatrum;

namespace {

const std::string july = "export builtin:canada-2024 --at 2024-07-31 ";

/// Reads 32 bits in big-endian order, the order of PNG.
std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::pair<std::uint32_t, std::uint32_t> png_size(const std::string& bytes) {
    REQUIRE(bytes.size() > 24);
    REQUIRE(bytes.substr(1, 3) == "PNG");
    return {number_at(bytes, 16), number_at(bytes, 20)};
}

} // namespace

TEST_CASE("a PNG has exactly the requested pixels and gives its resolution", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum(july + "-o a.png --size 1601x903 --dpi 144", folder.path()).code == 0);
    const auto bytes = cli::file_bytes(folder / "a.png");
    CHECK(png_size(bytes) == std::pair<std::uint32_t, std::uint32_t>{1601, 903});
    const auto phys = bytes.find("pHYs");
    REQUIRE(phys != std::string::npos);
    CHECK(number_at(bytes, phys + 4) == 5669); // 144 / 0.0254
    CHECK(folder.files() == 1);
}

TEST_CASE("the preset column-89 is 89 mm wide at 300 dpi", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum(july + "-o a.png --preset column-89", folder.path()).code == 0);
    CHECK(png_size(cli::file_bytes(folder / "a.png")).first == 1051);
}

TEST_CASE("the same inputs give the same bytes under any locale", "[cli]") {
    const cli::Scratch folder;
    const auto format = GENERATE(as<std::string>{}, "png", "svg", "pdf");
    REQUIRE(theatrum(july + "-o a." + format, folder.path(), "env LC_ALL=C LANG=C").code == 0);
    REQUIRE(theatrum(july + "-o b." + format, folder.path(), "env LC_ALL=ko_KR.UTF-8 LANG=ko_KR.UTF-8").code == 0);
    REQUIRE(theatrum(july + "-o c." + format, folder.path(), "env LC_ALL=de_DE.UTF-8 LANG=zh_CN.UTF-8 TZ=Asia/Seoul")
                .code == 0);
    const auto first = cli::file_bytes(folder / ("a." + format));
    REQUIRE(first.size() > 10000);
    CHECK(cli::file_bytes(folder / ("b." + format)) == first);
    CHECK(cli::file_bytes(folder / ("c." + format)) == first);
}

TEST_CASE("the layout lists all items with their places, and needs no picture", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum(july + "--layout a.json --size 1920x1080", folder.path()).code == 0);
    CHECK(folder.files() == 1);
    const auto layout = nlohmann::json::parse(cli::file_bytes(folder / "a.json"));
    CHECK(layout["page_mm"][0].get<double>() == Approx(254.0));
    CHECK(layout["page_mm"][1].get<double>() == Approx(142.875));
    for (const char* key : {"map_mm", "projection", "center", "center_m", "m_per_mm", "items", "dropped", "unplaced"})
        CHECK(layout.contains(key));
    bool montreal = false;
    for (const auto& item : layout["items"])
        montreal = montreal || (item["kind"] == "symbol" && item["id"] == "hmcs-montreal");
    CHECK(montreal);
}

TEST_CASE("range rings are drawn with their radii, and may be given several times", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(
        theatrum(
            july + "-o a.svg --layout a.json --ring 121.5,25,300 --ring 140,15,700 --ring=-170,20,500 --size 1920x1080",
            folder.path())
            .code == 0);
    const auto svg = cli::file_bytes(folder / "a.svg");
    CHECK_THAT(svg, Catch::Contains("inkscape:label=\"rings\""));
    CHECK_THAT(svg, Catch::Contains("300 km"));
    const auto layout = nlohmann::json::parse(cli::file_bytes(folder / "a.json"));
    int radii = 0;
    for (const auto& item : layout["items"])
        radii += item["layer"] == "rings" ? 1 : 0;
    CHECK(radii == 2); // the third one is outside the frame
    // Without names the legend gives the radius.
    // One ring is outside the frame, where nobody sees it.
    const std::string rings = "--ring 121.5,25,300 --ring 121.5,25,700 --ring=-60,20,100 ";
    REQUIRE(theatrum(july + rings + "-o e.svg --alt alt.txt --caption caption.txt --factcheck facts.md", folder.path())
                .code == 0);
    const std::string sentence = "Range rings of 300 km, 700 km around 25.00 N, 121.50 E.";
    CHECK(cli::file_bytes(folder / "alt.txt").find(sentence) != std::string::npos);
    CHECK(cli::file_bytes(folder / "caption.txt").find(sentence) != std::string::npos);
    const auto facts = cli::file_bytes(folder / "facts.md");
    CHECK(facts.find("## Range rings\n\n- [ ] **300 km** around 25.0000 N, 121.5000 E\n") != std::string::npos);
    CHECK(facts.find("100 km") == std::string::npos);
    REQUIRE(theatrum(july + "-o b.svg --ring 121.5,25,300 --without labels", folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "b.svg"), Catch::Contains("Range ring (300 km)"));
    REQUIRE(theatrum(july + "-o c.svg --ring 121.5,25,300 --without rings", folder.path()).code == 0);
    REQUIRE(theatrum(july + "-o d.svg", folder.path()).code == 0);
    CHECK(cli::file_bytes(folder / "c.svg") == cli::file_bytes(folder / "d.svg"));
}

TEST_CASE("options change the title, and leave out layers and furniture", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum(july + "-o a.svg --title 'One & only' --without legend,places", folder.path()).code == 0);
    const auto svg = cli::file_bytes(folder / "a.svg");
    CHECK_THAT(svg, Catch::Contains("One &amp; only"));
    CHECK_THAT(svg, !Catch::Contains("inkscape:label=\"legend\""));
    CHECK_THAT(svg, Catch::Contains("inkscape:label=\"land\""));
    REQUIRE(theatrum(july + "-o b.svg --without all", folder.path()).code == 0);
    CHECK_THAT(cli::file_bytes(folder / "b.svg"), !Catch::Contains("inkscape:label=\"title\""));
}

TEST_CASE("a full disk gives an error and leaves no file", "[cli]") {
    const cli::Scratch folder;
    const auto device = theatrum(july + "-o /dev/full --layout a.json", folder.path());
    CHECK(device.code == 2); // /dev/full has no extension for the format
    const auto full = theatrum(july + "-o a.png", folder.path(), "ulimit -f 8;");
    CHECK(full.code == 3);
    CHECK_THAT(full.err, Catch::Contains("a.png: cannot write"));
    CHECK(folder.files() == 0);
    const auto layout = theatrum(july + "--layout /dev/full", folder.path());
    CHECK(layout.code == 3);
    CHECK_THAT(layout.err, Catch::Contains("No space left on device"));
}

TEST_CASE("an interrupted export leaves no partial file and exits with 130", "[cli]") {
    const cli::Scratch folder;
    // The pipe has no reader, so the program waits for ever before it writes the picture.
    REQUIRE(::mkfifo((folder / "layout").c_str(), 0600) == 0);
    const auto result =
        theatrum(july + "-o a.png --layout layout & pid=$!; sleep 1.5; kill -TERM $pid; wait $pid", folder.path());
    CHECK(result.code == 130);
    CHECK_THAT(result.err, Catch::Contains("interrupted; no unfinished file is left"));
    CHECK(folder.files() == 1); // the pipe
}

TEST_CASE("without a command the map is written to the current folder", "[cli]") {
    const cli::Scratch folder;
    const auto result = theatrum("", folder.path());
    CHECK(result.code == 0);
    CHECK_THAT(result.out, Catch::Contains("canada-2024.png"));
    CHECK(png_size(cli::file_bytes(folder / "canada-2024.png")).first == 1920);
}

TEST_CASE("the map says that positions are deliberately rounded and delayed", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum("export builtin:canada-2024 --at 2024-08-04 --round-deg 0.5 --delay-h 48 -o a.svg", folder.path())
                .code == 0);
    const auto svg = cli::file_bytes(folder / "a.svg");
    CHECK_THAT(svg, Catch::Contains("Positions on 2 August 2024"));
    CHECK_THAT(svg, Catch::Contains("Deliberately rounded to 0.5 degrees and delayed 48 hours."));
    CHECK_THAT(svg, !Catch::Contains("Manila South Harbor"));
}

TEST_CASE("export also writes the alternative text, the caption and the fact check", "[cli]") {
    const cli::Scratch folder;
    REQUIRE(theatrum("export builtin:canada-2024 --at 2024-10-20 -o a.png --alt a.txt --caption c.txt --factcheck f.md",
                     folder.path())
                .code == 0);
    CHECK(folder.files() == 4);
    CHECK_THAT(cli::file_bytes(folder / "a.txt"), Catch::Contains("HMCS Vancouver, in the Taiwan Strait"));
    CHECK_THAT(cli::file_bytes(folder / "c.txt"), Catch::Contains("CREDIT"));
    CHECK_THAT(cli::file_bytes(folder / "f.md"), Catch::Contains("- [ ] **HMCS Vancouver**"));
}

TEST_CASE("export says when nobody is credited for positions that come from feeds", "[cli]") {
    const cli::Scratch folder;
    folder.write("scenario.toml", "theatrum = 1\ntitle = \"Heard\"\n");
    folder.write("assets.csv", "id,name,type\nship,Ship,merchant\n");
    folder.write("positions.csv", "asset,from,lon,lat,sources\nship,2024-07-31T12:00Z,121,23,feed\n");
    const std::string sources = "id,title,kind,publisher\nfeed,Harbour receiver,ais,", words = "nobody is credited";
    folder.write("sources.csv", sources + "\n");
    const auto without = theatrum("export . -o a.png", folder.path());
    CHECK(without.code == 0);
    CHECK_THAT(without.err, Catch::Contains(words));
    CHECK_THAT(theatrum("export . -o a.png --credit 'Harbour Board'", folder.path()).err, !Catch::Contains(words));
    folder.write("sources.csv", sources + "Harbour Board\n");
    CHECK_THAT(theatrum("export . -o a.png", folder.path()).err, !Catch::Contains(words));
}
