#include "render/text/fonts.hpp"
#include "render/text/missing_characters.hpp"
#include "render/text/typesetter.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace render;

namespace {

const Typesetter& typesetter() {
    static const Typesetter shared;
    return shared;
}

struct Sample {
    std::string_view word, family;
};
constexpr std::array samples{
    Sample{"กรุงเทพฯ", "Noto Sans Thai"},
    Sample{"ວຽງຈັນ", "Noto Sans Lao"},
    Sample{"ភ្នំពេញ", "Noto Sans Khmer"},
    Sample{"ရန်ကုန်", "Noto Sans Myanmar"},
    Sample{"विशाखापत्तनम", "Noto Sans Devanagari"},
    Sample{"சென்னை", "Noto Sans Tamil"},
    Sample{"চট্টগ্রাম", "Noto Sans Bengali"},
    Sample{"البصرة", "Noto Sans Arabic"},
    Sample{"חיפה", "Noto Sans Hebrew"},
};

std::vector<std::uint32_t> glyphs(std::string_view text, std::string_view lang = "en") {
    std::vector<std::uint32_t> ids;
    for (const Run& run : typesetter().set(text, {}, lang).text.runs)
        for (const Glyph& glyph : run.glyphs)
            ids.push_back(glyph.id);
    return ids;
}

bool misses_a_glyph(std::string_view text) {
    return std::ranges::count(glyphs(text), 0U) > 0;
}

} // namespace

TEST_CASE("a word of each script is set in its own face without a missing glyph", "[text]") {
    REQUIRE(samples.size() == script_fonts.size());
    for (const Sample& sample : samples) {
        for (const std::string_view lang : {"en", "ko", "zh-Hans"}) {
            for (const TextStyle& style :
                 {TextStyle{.weight = 400}, TextStyle{.weight = 600}, TextStyle{.weight = 400, .italic = true},
                  TextStyle{.weight = 500, .letter_spacing_mm = 0.4}}) {
                CAPTURE(sample.word, lang, style.weight, style.italic);
                const TypesetLine set = typesetter().set(sample.word, style, lang);
                REQUIRE(set.text.runs.size() == 1);
                const Run& run = set.text.runs.front();
                CHECK(run.utf8 == sample.word);
                CHECK(run.font.family == sample.family);
                CHECK_FALSE(run.font.italic);
                CHECK(std::ranges::none_of(run.glyphs, [](const Glyph& glyph) { return glyph.id == 0; }));
                CHECK(set.ink.w > 0);
            }
        }
    }
}

TEST_CASE("Arabic letters are joined and run from right to left", "[text]") {
    // The three letters of the word stand at its beginning, in its middle and at its end, each with another shape than
    // alone.
    const std::string word = "بيت";
    const auto joined = glyphs(word);
    std::set<std::uint32_t> alone;
    for (const auto* letter : {"ب", "ي", "ت"})
        for (const std::uint32_t id : glyphs(letter))
            alone.insert(id);
    REQUIRE(joined.size() >= 3);
    for (const std::uint32_t id : joined)
        CHECK(!alone.contains(id));

    const TypesetLine set = typesetter().set(word, {});
    const Run& run = set.text.runs.at(0);
    REQUIRE(run.clusters.size() == 3);
    std::size_t first_glyph = 0;
    double right = 1e9;
    for (const Cluster& cluster : run.clusters) { // in reading order
        CHECK(run.glyphs.at(first_glyph).x < right);
        right = run.glyphs.at(first_glyph).x;
        first_glyph += static_cast<std::size_t>(cluster.glyphs);
    }
}

TEST_CASE("space between letters would break joined scripts, so they get none", "[text]") {
    const TextStyle spaced{.size_mm = 3, .letter_spacing_mm = 0.5}, plain{.size_mm = 3};
    for (const auto* word : {"البصرة", "विशाखापत्तनम", "চট্টগ্রাম"})
        CHECK(typesetter().set(word, spaced).width_mm == Approx(typesetter().set(word, plain).width_mm));
    CHECK(typesetter().set("חיפה", spaced).width_mm > typesetter().set("חיפה", plain).width_mm + 1);
}

TEST_CASE("marks of Indian and South-East Asian scripts are combined with their letters", "[text]") {
    CHECK(glyphs("क्ष").size() == 1); // a conjunct of three characters
    const TypesetLine thai = typesetter().set("กี่", {.size_mm = 10});
    CHECK(thai.width_mm ==
          Approx(typesetter().set("ก", {.size_mm = 10}).width_mm)); // both marks stand above the letter
    CHECK(typesetter().set("ကု", {.size_mm = 10}).width_mm ==
          Approx(typesetter().set("က", {.size_mm = 10}).width_mm).epsilon(0.2));
}

TEST_CASE("Arabic and Latin words in one line have runs of their own from left to right", "[text]") {
    const TypesetLine set = typesetter().set("Basra البصرة 5", {});
    std::vector<std::string> families;
    double pen = 0;
    for (const Run& run : set.text.runs) {
        families.push_back(run.font.family);
        CHECK(run.x_mm == Approx(pen));
        pen += run.advance_mm;
        int bytes = 0, drawn = 0;
        for (const Cluster& cluster : run.clusters)
            bytes += cluster.bytes, drawn += cluster.glyphs;
        CHECK(bytes == static_cast<int>(run.utf8.size()));
        CHECK(drawn == static_cast<int>(run.glyphs.size()));
    }
    CHECK(families.front() == "Inter");
    CHECK(std::ranges::count(families, "Noto Sans Arabic") >= 1);
}

TEST_CASE("the text of a run is in reading order, also from right to left", "[text]") {
    const TypesetLine set = typesetter().set("ميناء خليفة", {}, "ar");
    std::string arabic;
    for (const Run& run : set.text.runs)
        if (run.font.family == "Noto Sans Arabic") arabic.insert(0, run.utf8);
    CHECK_THAT(arabic, Catch::StartsWith("ميناء") && Catch::EndsWith("خليفة"));
}

TEST_CASE("characters without a glyph are found, each once", "[text]") {
    CHECK(missing_characters("HMCS Montréal, Đà Nẵng, 서울, 日本, Мирный").empty());
    for (const Sample& sample : samples)
        CHECK(missing_characters(sample.word).empty());
    CHECK(missing_characters("A 🚢 B 🚢 C 𐎀") == std::vector<char32_t>{U'🚢', U'\U00010380'});
    CHECK(missing_characters("a\nb\tc\u200d\u200e\ufeff\u2028").empty()); // never drawn
    CHECK(missing_characters("").empty());
}

TEST_CASE("a character is missing exactly if it is set without a glyph", "[text]") {
    for (const auto* text :
         {"🚢", "𐎀", "ᚠ", "ꦗ", "ა", "ა", "ⴰ", "ሀ", "서", "é", "Я", "→", "α", "‰", "ก", "ש", "☃", "♂", "①"}) {
        CAPTURE(text);
        CHECK(missing_characters(text).empty() != misses_a_glyph(text));
    }
}
