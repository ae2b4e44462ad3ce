#include "render/cairo/players.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_png.hpp"
#include "tests/support/golden_text.hpp"

using namespace render;

namespace {

constexpr std::chrono::sys_seconds noon =
    std::chrono::sys_days{std::chrono::year{2024} / 10 / 20} + std::chrono::hours{12};

std::string output_of(const std::string& command) {
    const auto result = support::run_command(command);
    INFO(command << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
}

} // namespace

TEST_CASE("a PDF has one page of the picture's size, the title and the date", "[cairo]") {
    const support::Scratch folder;
    const auto file = folder / "a.pdf";
    support::write_file(file, write_pdf(sample::page(Typesetter{}), noon));
    const auto info = output_of("env TZ=UTC pdfinfo '" + file.string() + "'");
    CHECK_THAT(info, Catch::Contains("Ships & places <test>"));
    CHECK_THAT(info, Catch::Contains("340.157 x 226.772 pts")); // 120 x 80 mm
    CHECK_THAT(info, Catch::Contains("Sun Oct 20 12:00:00 2024"));
    CHECK_THAT(info, Catch::Matches("[^]*Pages: +1\n[^]*"));
}

TEST_CASE("the text of a PDF can be extracted letter for letter", "[cairo]") {
    const support::Scratch folder;
    const auto file = folder / "a.pdf";
    support::write_file(file, write_pdf(sample::page(Typesetter{}), noon));
    const auto text = output_of("pdftotext -enc UTF-8 '" + file.string() + "' -");
    for (const auto* words : {"Where the ships were, 20 October 2024", "“held” ones are faded", "HMCS Montréal",
                              "한국 Seoul 서울", "Ch'ŏrwŏn, Đà Nẵng", "日本 Tōkyō 東京", "台灣海峽"}) {
        CHECK_THAT(text, Catch::Contains(words));
    }
}

TEST_CASE("every font of a PDF is embedded", "[cairo]") {
    const support::Scratch folder;
    const auto file = folder / "a.pdf";
    support::write_file(file, write_pdf(sample::page(Typesetter{}), noon));
    std::istringstream fonts{output_of("pdffonts '" + file.string() + "'")};
    std::string line;
    std::getline(fonts, line);
    const auto column = line.find("emb");
    std::getline(fonts, line);
    int count = 0;
    for (; std::getline(fonts, line); ++count)
        CHECK(line.substr(column, 3) == "yes");
    CHECK(count >= 7);
}

TEST_CASE("the same picture and date give the same PDF, byte for byte", "[cairo]") {
    const Typesetter type;
    const auto file = write_pdf(sample::page(type), noon);
    CHECK(write_pdf(sample::page(type), noon) == file);
    CHECK(write_pdf(sample::page(type), noon + std::chrono::seconds{1}) != file);
}

TEST_CASE("a PDF looks like the PNG", "[cairo]") {
    const support::Scratch folder;
    const auto page = sample::page(Typesetter{});
    const auto file = folder / "a.pdf";
    support::write_file(file, write_pdf(page, noon));
    output_of("pdftocairo -png -singlefile -scale-to-x 960 -scale-to-y 640 '" + file.string() + "' '" +
              (folder / "a").string() + "'");
    const auto printed = support::decode_png(support::file_bytes(folder / "a.png"));
    CHECK(support::rmse(printed, rasterise(page, 960, 640)) < 0.06);
}
