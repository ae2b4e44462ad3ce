#include "render/cairo/players.hpp"
#include "render/picture/inspect.hpp"
#include "render/svg/svg.hpp"
#include "tests/render/picture/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/golden_png.hpp"
#include "tests/support/golden_text.hpp"

#include <cstdlib>

namespace {

/// Fonts and languages are chosen once per process, so each environment needs its own process: this program again,
/// which runs the hidden test case below.
std::string everything_drawn_under(const std::string& environment) {
    const support::ScratchFile out;
    const auto self = std::filesystem::read_symlink("/proc/self/exe").string();
    const auto result = support::run_command("env " + environment + " THEATRUM_TEST_OUT='" + out.path().string() +
                                             "' '" + self + "' '[.draw-everything]'");
    INFO(result.output);
    REQUIRE(result.status == 0);
    return out.content();
}

} // namespace

TEST_CASE("draws the sample page for the case that compares environments", "[.draw-everything]") {
    const char* out = std::getenv("THEATRUM_TEST_OUT");
    REQUIRE(out != nullptr);
    const auto page = sample::page(render::Typesetter{});
    support::write_file(out, render::dump(page) + render::write_svg(page) +
                                 render::write_svg(page, render::SvgText::Outlines) +
                                 render::encode_png(render::rasterise(page, 600, 400), 96, page.title, "") +
                                 render::write_pdf(page, {}));
}

TEST_CASE("neither LANG nor the user's fonts change a byte of the output", "[text][players]") {
    const auto plain = everything_drawn_under("LANG=C LC_ALL=C LANGUAGE=");
    CHECK(plain.size() > 100'000);
    CHECK(everything_drawn_under("LANG=ko_KR.UTF-8 LC_ALL=ko_KR.UTF-8 LANGUAGE=ko FC_LANG=ko") == plain);
    CHECK(everything_drawn_under("LANG=zh_CN.UTF-8 LC_ALL=zh_CN.UTF-8 PANGO_LANGUAGE=zh-cn:ja LANGUAGE=zh") == plain);
    CHECK(everything_drawn_under("LANG=tr_TR.UTF-8 LANGUAGE=tr HOME=/nonexistent FONTCONFIG_FILE=/dev/null") == plain);
}
