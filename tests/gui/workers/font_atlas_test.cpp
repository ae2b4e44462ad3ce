// The fonts of the panels: characters are added when a text needs them.
#include "app/gui/host/font_atlas.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <thread>

namespace {

std::shared_ptr<const app::FontBytes> read(const app::FontReader::Wish& wish) {
    app::Signal signal;
    app::FontReader reader{signal};
    reader.ask(wish);
    for (int i = 0; i < 5000; ++i) {
        if (auto bytes = reader.take()) return bytes;
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return nullptr;
}

bool has(const ImFontAtlas& atlas, const std::set<ImWchar>& characters) {
    for (const ImFont* font : atlas.Fonts)
        for (const ImWchar c : characters)
            if (font->FindGlyphNoFallback(c) == nullptr) return false;
    return true;
}

} // namespace

TEST_CASE("Hangul, kana, Han, Thai, Greek and Cyrillic are drawn once a text has them", "[workers][fonts]") {
    const std::string text = "부산 ふね フネ 艦 船舶 กรุงเทพ Αθήνα Владивосток「、」";
    const auto characters = app::further_characters(text);
    CHECK(characters.size() > 30);
    CHECK(app::fonts_for(characters) == app::FontReader::Wish{.cjk = true, .thai = true});
    const auto fonts = read(app::fonts_for(characters));
    REQUIRE(fonts != nullptr);
    CHECK(fonts->problem == "");
    ImFontAtlas atlas;
    REQUIRE(app::build_atlas(atlas, *fonts, characters, 15));
    REQUIRE(atlas.Fonts.Size == 2); // regular and bold
    CHECK(has(atlas, characters));
    CHECK(atlas.TexWidth * atlas.TexHeight <= 1024 * 1024); // a text does not bring in its whole script
}

TEST_CASE("without such a text only the faces of Inter are read", "[workers][fonts]") {
    const auto characters = app::further_characters("HMCS Montréal, Đà Nẵng – 31° N");
    CHECK(characters.empty());
    CHECK(app::fonts_for(characters) == app::FontReader::Wish{});
    const auto fonts = read({});
    REQUIRE(fonts != nullptr);
    CHECK(fonts->cjk.empty());
    CHECK(fonts->thai.empty());
    ImFontAtlas atlas;
    REQUIRE(app::build_atlas(atlas, *fonts, characters, 15));
    CHECK(has(atlas, {'A', 0xe9, 0x1ea0}));
    CHECK_FALSE(has(atlas, {0xd55c}));
}

TEST_CASE("broken text and characters that Dear ImGui lacks give no characters", "[workers][fonts]") {
    CHECK(app::further_characters("\xff\xfe \xed").empty());
    CHECK(app::further_characters("\U0001F600").empty());
    CHECK(app::further_characters("").empty());
    ImFontAtlas atlas;
    CHECK_FALSE(app::build_atlas(atlas, app::FontBytes{}, {}, 15));
}
