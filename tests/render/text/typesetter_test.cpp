#include "render/text/glyph_path.hpp"
#include "render/text/languages.hpp"
#include "render/text/typesetter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace render;

namespace {

const Typesetter& typesetter() {
    static const Typesetter shared;
    return shared;
}

std::string words(const TypesetLine& set) {
    std::string all;
    for (const auto& run : set.text.runs)
        all += run.utf8;
    return all;
}

std::vector<std::string> families(std::string_view text, std::string_view lang) {
    std::vector<std::string> names;
    for (const auto& run : typesetter().set(text, {}, lang).text.runs)
        names.push_back(run.font.family);
    return names;
}
using Names = std::vector<std::string>;

bool complete(const TypesetLine& set) {
    return std::ranges::all_of(set.text.runs, [](const Run& run) {
        return std::ranges::none_of(run.glyphs, [](const Glyph& glyph) { return glyph.id == 0; });
    });
}

} // namespace

TEST_CASE("our fonts have all letters of the names on our maps", "[text]") {
    for (const auto* name : {"한국", "日本", "Đà Nẵng", "Ch'ŏrwŏn", "Montréal", "Tōkyō", "臺灣 / 台湾", "Yŏnp'yŏngdo",
                             "Мирный", "38°N – 124°E · “held” ≤ 2 km ×3 ↔ →"}) {
        for (const TextStyle& style : {TextStyle{.weight = 400}, TextStyle{.weight = 500}, TextStyle{.weight = 600},
                                       TextStyle{.weight = 700}, TextStyle{.weight = 400, .italic = true}}) {
            CAPTURE(name, style.italic, style.weight);
            const auto set = typesetter().set(name, style);
            CHECK(words(set) == name);
            CHECK(complete(set));
            CHECK(set.ink.w > 0);
        }
    }
}

TEST_CASE("a label's language selects the face of its Chinese characters", "[text]") {
    CHECK(families("海", "ja") == Names{"Noto Sans CJK JP"});
    CHECK(families("海", "ko") == Names{"Noto Sans CJK KR"});
    CHECK(families("海", "zh-Hans") == Names{"Noto Sans CJK SC"});
    CHECK(families("海", "zh-Hant") == Names{"Noto Sans CJK TC"});
    CHECK(families("海", "zh-TW") == Names{"Noto Sans CJK TC"});
    CHECK(families("海", "en") == Names{"Noto Sans CJK JP"});
}

TEST_CASE("foreign scripts in an English label have the face of their language", "[text]") {
    CHECK(families("Seoul 서울", "en") == Names{"Inter", "Noto Sans CJK KR"});
    CHECK(families("東海 동해", "en") == Names{"Noto Sans CJK KR"});
    CHECK(families("日本 にほん", "en") == Names{"Noto Sans CJK JP"});
    CHECK(families("Đà Nẵng", "vi") == Names{"Inter"});
}

TEST_CASE("letters of a script that the label's language does not use have a language of that script", "[text]") {
    using Languages = std::vector<std::string>;
    const auto languages = [](const std::string& text, std::string_view lang) {
        Languages found;
        for (const LanguageStretch& stretch : split_by_language(text, lang))
            found.push_back(stretch.language);
        return found;
    };
    CHECK(languages("Vladivostok Владивосток", "en") == Languages{"en", "ru"});
    CHECK(languages("Σούδα", "en") == Languages{"el"});
    CHECK(languages("Владивосток", "uk") == Languages{"uk"});
    CHECK(languages("Seoul", "ko") == Languages{"en"});
}

TEST_CASE("a run ends where the face changes, not at brackets", "[text]") {
    CHECK(families("East Sea (Sea of Japan), 38°N", "en") == Names{"Inter"});
    CHECK(families("Pratas (東沙) reef", "zh-Hant") == Names{"Inter", "Noto Sans CJK TC", "Inter"});
}

TEST_CASE("Latin letters stay in Inter in a Korean label", "[text]") {
    const auto set = typesetter().set("한국 Korea 2024", {}, "ko");
    REQUIRE(set.text.runs.size() >= 2);
    CHECK(set.text.runs.front().font.family == "Noto Sans CJK KR");
    CHECK(set.text.runs.back().font.family == "Inter");
}

TEST_CASE("italic and weight select the font file, and CJK text is always upright", "[text]") {
    const auto face = [](std::string_view text, int weight, bool italic) {
        return typesetter().set(text, {.weight = weight, .italic = italic}).text.runs.at(0).font;
    };
    CHECK(face("sea", 400, false).file.ends_with("Inter-Regular.otf"));
    CHECK(face("sea", 400, true).file.ends_with("Inter-Italic.otf"));
    CHECK(face("sea", 500, false).file.ends_with("Inter-Medium.otf"));
    CHECK(face("sea", 600, false).file.ends_with("Inter-SemiBold.otf"));
    CHECK(face("sea", 700, false).file.ends_with("Inter-Bold.otf"));
    CHECK(face("sea", 600, false).weight == 600);
    CHECK(face("sea", 400, true).italic);
    const auto hangul = face("동해", 400, true);
    CHECK_FALSE(hangul.italic);
    CHECK(hangul.file.ends_with("NotoSansCJK-Regular.ttc"));
    CHECK(face("동해", 700, false).file.ends_with("NotoSansCJK-Bold.ttc"));
}

TEST_CASE("every shipped face of Inter is listed in SOURCES.md and used by a style", "[text]") {
    const auto folder = std::filesystem::path{THEATRUM_SOURCE_DIR} / "render/text/fonts";
    const auto sources = support::file_bytes(folder / "SOURCES.md");
    std::set<std::string> shipped, picked;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".otf") continue;
        shipped.insert(entry.path().string());
        CHECK(sources.find("`" + entry.path().filename().string() + "`") != std::string::npos);
    }
    for (const TextStyle& style : {TextStyle{.weight = 400}, TextStyle{.weight = 500}, TextStyle{.weight = 600},
                                   TextStyle{.weight = 700}, TextStyle{.weight = 400, .italic = true}})
        picked.insert(typesetter().set("sea", style).text.runs.at(0).font.file);
    CHECK(picked == shipped);
}

TEST_CASE("the width of a text is proportional to its size", "[text]") {
    const double narrow = typesetter().set("Positions as reported, 한국", {.size_mm = 2}).width_mm;
    for (const double size : {2.47, 4.0, 7.31, 35.0}) {
        CHECK(typesetter().set("Positions as reported, 한국", {.size_mm = size}).width_mm ==
              Approx(narrow * size / 2).epsilon(1e-9));
    }
}

TEST_CASE("runs follow one another and clusters cover every byte and glyph", "[text]") {
    const auto set = typesetter().set("HMCS Montréal 몬트리올 e\u0301 日本", {}, "ko");
    double pen = 0;
    for (const auto& run : set.text.runs) {
        CHECK(run.x_mm == Approx(pen));
        pen += run.advance_mm;
        int bytes = 0, glyphs = 0;
        for (const auto& cluster : run.clusters)
            bytes += cluster.bytes, glyphs += cluster.glyphs;
        CHECK(bytes == static_cast<int>(run.utf8.size()));
        CHECK(glyphs == static_cast<int>(run.glyphs.size()));
    }
    CHECK(set.width_mm == Approx(pen));
}

TEST_CASE("letter spacing is added between letters, not after the last one", "[text]") {
    const double plain = typesetter().set("SEA", {.size_mm = 3}).width_mm;
    const auto spaced = typesetter().set("SEA", {.size_mm = 3, .letter_spacing_mm = 0.5});
    CHECK(spaced.width_mm == Approx(plain + 1));
    CHECK(spaced.text.runs.at(0).advance_mm == Approx(spaced.width_mm));
    const auto mixed = typesetter().set("A한", {.size_mm = 3, .letter_spacing_mm = 0.5});
    CHECK(mixed.width_mm == Approx(typesetter().set("A한", {.size_mm = 3}).width_mm + 0.5));
}

TEST_CASE("the ink of a text is the box of its glyphs' outlines", "[text]") {
    const auto set = typesetter().set("Ågy 한", {.size_mm = 10});
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (const auto& run : set.text.runs) {
        for (const auto& outline : glyph_outlines(run, 0.001)) {
            for (const auto& p : outline.points) {
                left = std::min(left, p.x), right = std::max(right, p.x);
                top = std::min(top, p.y), bottom = std::max(bottom, p.y);
            }
        }
    }
    CHECK(set.ink.x == Approx(left).margin(0.1));
    CHECK(set.ink.y == Approx(top).margin(0.1));
    CHECK(set.ink.right() == Approx(right).margin(0.1));
    CHECK(set.ink.bottom() == Approx(bottom).margin(0.1));
    CHECK(set.ascent_mm == Approx(9.6875).margin(0.01)); // Inter's own
    CHECK(set.descent_mm == Approx(2.41).margin(0.02));
}

TEST_CASE("an empty text has no width and no runs", "[text]") {
    const auto set = typesetter().set("", {});
    CHECK(set.text.runs.empty());
    CHECK(set.width_mm == 0);
    CHECK(typesetter().set_paragraph("", {}, 50).empty());
    CHECK(typesetter().set_paragraph("  ", {}, 50).empty());
}

TEST_CASE("broken UTF-8 becomes a replacement character and control characters become spaces", "[text]") {
    CHECK(words(typesetter().set("a\xff"
                                 "b",
                                 {})) == "a\uFFFDb");
    CHECK(words(typesetter().set("a\nb\tc\x01", {})) == "a b c ");
    CHECK(words(typesetter().set("a\u2028b\u2029c\u0085d", {})) == "a b c d");
}

TEST_CASE("a letter that none of our fonts has becomes the font's empty box", "[text]") {
    const auto set = typesetter().set("ሀ", {});
    REQUIRE(set.text.runs.size() == 1);
    CHECK_FALSE(complete(set));
    CHECK(set.width_mm > 0);
}

TEST_CASE("right-to-left text keeps its bytes in order", "[text]") {
    const auto set = typesetter().set("port אבג end", {});
    CHECK(words(set) == "port אבג end");
}

TEST_CASE("a paragraph breaks at spaces, stays within its width and keeps every word", "[text]") {
    const std::string text =
        "Positions as reported for 20 October 2024 (local dates). Compiled 24 October 2024 from public "
        "sources.";
    const TextStyle style{.size_mm = 3};
    const auto lines = typesetter().set_paragraph(text, style, 40);
    REQUIRE(lines.size() > 2);
    std::string joined;
    for (const auto& line : lines) {
        CHECK(line.width_mm <= 40);
        if (!joined.empty()) joined += ' ';
        joined += words(line);
    }
    CHECK(joined == text);
    CHECK(typesetter().set_paragraph(text, style, 1000).size() == 1);
}

TEST_CASE("a word wider than its paragraph has a line of its own", "[text]") {
    const auto lines = typesetter().set_paragraph("an Archipelagoes end", {.size_mm = 3}, 8);
    REQUIRE(lines.size() == 3);
    CHECK(words(lines[1]) == "Archipelagoes");
    CHECK(lines[1].width_mm > 8);
}

TEST_CASE("a paragraph breaks after a hyphen only where a line would else be too wide", "[text]") {
    const auto lines_of = [](const char* text, double width_mm) {
        std::vector<std::string> lines;
        for (const auto& line : typesetter().set_paragraph(text, {.size_mm = 3}, width_mm))
            lines.push_back(words(line));
        return lines;
    };
    using Lines = std::vector<std::string>;
    CHECK(lines_of("Canada in the Indo-Pacific, 2024", 27) == Lines{"Canada in the", "Indo-Pacific, 2024"});
    for (double width_mm = 27; width_mm < 45; width_mm += 1) // also where "Canada in the Indo-" has room
        for (const std::string& line : lines_of("Canada in the Indo-Pacific, 2024", width_mm))
            CHECK_FALSE(line.ends_with('-'));
    CHECK(lines_of("Indo-Pacific", 10) == Lines{"Indo-", "Pacific"});
    CHECK(lines_of("a-", 100) == Lines{"a-"});
}

TEST_CASE("Japanese text breaks between characters", "[text]") {
    const auto lines = typesetter().set_paragraph("日本海及び東海における船舶の位置", {.size_mm = 3}, 20, "ja");
    REQUIRE(lines.size() >= 3);
    for (const auto& line : lines)
        CHECK(line.width_mm <= 20);
}

TEST_CASE("line breaks take letter spacing into account", "[text]") {
    const TextStyle style{.size_mm = 3, .letter_spacing_mm = 1};
    const auto lines = typesetter().set_paragraph("South China Sea and the Taiwan Strait", style, 40);
    for (const auto& line : lines)
        CHECK(line.width_mm <= 40);
    CHECK(lines.size() >
          typesetter().set_paragraph("South China Sea and the Taiwan Strait", {.size_mm = 3}, 40).size());
}

TEST_CASE("placing a text sets its origin and angle", "[text]") {
    const auto text = placed(typesetter().set("Busan", {}), {12, 34}, 45);
    CHECK(text.origin_mm == Point{12, 34});
    CHECK(text.angle_deg == 45);
}
