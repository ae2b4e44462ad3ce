#include "geo/text/country_codes.hpp"
#include "render/map/style/theme.hpp"
#include "render/map/words/words.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <regex>
#include <set>

namespace {

using render::Theme;
using render::Words;

const std::filesystem::path root{THEATRUM_SOURCE_DIR};

/// A changed copy of a shipped file, deleted at the end of the scope.
class ChangedCopy {
public:
    ChangedCopy(const std::filesystem::path& original, const std::string& from, const std::string& to) {
        std::string text = support::file_bytes(original);
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        support::write_file(path(), text);
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "changed.toml"; }

private:
    support::Scratch m_folder;
};

std::string error_message(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

/// WCAG 2.1, relative luminance of sRGB.
double luminance(render::Colour c) {
    const auto linear = [](std::uint8_t byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(render::Colour a, render::Colour b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

render::Colour over(render::Colour top, render::Colour ground) {
    const auto mixed = [&](std::uint8_t t, std::uint8_t g) {
        return static_cast<std::uint8_t>(std::lround((t * top.a + g * (255 - top.a)) / 255.0));
    };
    return {mixed(top.r, ground.r), mixed(top.g, ground.g), mixed(top.b, ground.b), 255};
}

} // namespace

TEST_CASE("every shipped theme is complete and named like its file", "[render][style]") {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{root / "render/themes"}) {
        const Theme theme = Theme::read(entry.path());
        CHECK(theme.name == entry.path().stem().string());
        CHECK(theme.country.contains("CA"));
        names.insert(theme.name);
    }
    CHECK(names == std::set<std::string>{"article", "dark"});
}

TEST_CASE("a theme with an unknown, missing or wrong key is refused, and the message names the key",
          "[render][style]") {
    const auto article = root / "render/themes/article.toml";
    const auto refused = [&](const std::string& from, const std::string& to) {
        const ChangedCopy copy{article, from, to};
        return error_message([&] { (void)Theme::read(copy.path()); });
    };
    CHECK(refused("sea = ", "see = ").find("colours.sea: missing") != std::string::npos);
    CHECK(refused("[opacity]\n", "[opacity]\nglow = 1\n").find("opacity.glow: unknown key") != std::string::npos);
    CHECK(refused("accent = \"#c8102e\"", "accent = \"red\"").find("colours.accent: must be a colour") !=
          std::string::npos);
    CHECK(refused("held = 0.80", "held = 8").find("opacity.held: must be a number from 0 to 1") != std::string::npos);
    CHECK(refused("name = ", "name : ").find(":4: ") != std::string::npos);
}

TEST_CASE("body type is never below 6 points, and pages of 180 mm and more are not scaled", "[render][style]") {
    const Theme full = Theme::read(root / "render/themes/article.toml");
    const double six_points = 6.0 * 25.4 / 72.0;
    for (const double width : {40.0, 89.0, 120.0}) {
        const Theme scaled = full.scaled_for(width);
        CHECK(scaled.small_mm >= six_points - 1e-9);
        CHECK(scaled.place_label_mm >= six_points - 1e-9);
        CHECK(scaled.title_mm < full.title_mm);
        CHECK(scaled.coast_mm >= 0.8 * full.coast_mm - 1e-9);
    }
    CHECK(full.scaled_for(180.0).title_mm == full.title_mm);
    CHECK(full.scaled_for(400.0).symbol_mm == full.symbol_mm);
}

TEST_CASE("text on the page and in the legend has a contrast of at least 4.5 to 1", "[render][style]") {
    for (const char* name : {"article", "dark"}) {
        const Theme theme = Theme::read(root / "render/themes" / (std::string{name} + ".toml"));
        for (const render::Colour text : {theme.text, theme.text_muted}) {
            CHECK(contrast(text, theme.page) >= 4.5);
            CHECK(contrast(text, over(theme.panel, theme.sea)) >= 4.5);
            CHECK(contrast(text, over(theme.panel, theme.land)) >= 4.5);
        }
        CHECK(contrast(theme.event_text, theme.event_mark) >= 4.5);
    }
}

TEST_CASE("a country without a colour of its own gets the common one", "[render][style]") {
    const Theme theme = Theme::read(root / "render/themes/article.toml");
    CHECK(theme.country_colour("CA") != theme.other_country);
    CHECK(theme.country_colour("XX") == theme.other_country);
}

TEST_CASE("placeholders in words are filled, and a scenario may override words", "[render][style]") {
    const auto file = root / "render/words/en.toml";
    const Words words = Words::read(file);
    CHECK(words.language() == "en");
    CHECK(words("label.in_area", {{"area", "the Sulu Sea"}}) == "in the Sulu Sea");
    const Words own = Words::read(file, {{"label.in_area", "{area}: somewhere"}});
    CHECK(own("label.in_area", {{"area", "Sulu Sea"}}) == "Sulu Sea: somewhere");
    CHECK(error_message([&] {
              (void)Words::read(file, {{"label.inarea", "x"}});
          }).find("label.inarea") != std::string::npos);
    CHECK(error_message([&] {
              (void)Words::read(file, {{"label.in_area", "{sea}"}});
          }).find("{sea}") != std::string::npos);
}

TEST_CASE("every country code has a name in the words file", "[render][style]") {
    const Words words = Words::read(root / "render/words/en.toml");
    CHECK(geo::country_codes().size() == geo::iso_country_count + 3);
    for (const geo::CountryCode& country : geo::country_codes()) {
        INFO(country.code);
        REQUIRE(words.has("country." + std::string{country.code}));
        CHECK(words("country." + std::string{country.code}) == country.name);
    }
    CHECK(words("country.TW") == "Taiwan");
    CHECK(words("country.HK") == "Hong Kong");
    CHECK(words("country.KP") == "North Korea");
    CHECK(words("country.KR") == "South Korea");
    CHECK(words("country.UN") == "United Nations");
}

TEST_CASE("a date is the civil day at its UTC offset", "[render][style]") {
    const Words words = Words::read(root / "render/words/en.toml");
    const auto late = support::instant("2024-12-31T20:00:00Z");
    CHECK(words.day_month(late, 0) == "31 December");
    CHECK(words.day_month_year(late, 9) == "1 January 2025");
    CHECK(words.day_month(late, -3.5) == "31 December");
}

TEST_CASE("every key that the map code uses is in the words file", "[render][style]") {
    const Words words = Words::read(root / "render/words/en.toml");
    const std::regex key_use{R"re(words\(\s*"([a-z_0-9.]+)")re"};
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root / "render/map"}) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = support::file_bytes(entry.path());
        for (std::sregex_iterator match{text.begin(), text.end(), key_use}, end; match != end; ++match) {
            const std::string key = (*match)[1].str();
            if (key.back() == '.' || key.back() == '_') continue; // the first part of a longer key
            ++found;
            INFO(entry.path().filename().string() << " uses " << key);
            CHECK(words.has(key));
        }
    }
    CHECK(found > 20);
}

namespace {

/// L* of CIE 1976, 0..100.
double lightness(render::Colour c) {
    const double y = luminance(c);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

TEST_CASE("in every theme land, coast, names of seas and countries' colours stand out", "[style]") {
    for (const char* name : {"article", "dark"}) {
        INFO(name);
        const Theme theme =
            Theme::read(std::filesystem::path{THEATRUM_SOURCE_DIR} / "render/themes" / (std::string{name} + ".toml"));
        CHECK(std::abs(lightness(theme.land) - lightness(theme.sea)) >= 8);
        CHECK(contrast(theme.coast, theme.sea) >= 2.5);
        CHECK(contrast(theme.sea_label, theme.sea) >= 3);
        for (const auto& [iso, colour] : theme.country) {
            INFO(iso);
            CHECK(contrast(colour, theme.sea) >= 3);
            CHECK(contrast(colour, theme.land) >= 3);
        }
        // The states that most maps show side by side differ in a print without colour too.
        const std::vector<const char*> rivals{"US", "CN", "JP", "KP"};
        for (const char* one : rivals)
            for (const char* other : rivals)
                if (std::string{one} < other) {
                    INFO(one << " and " << other);
                    CHECK(std::abs(lightness(theme.country_colour(one)) - lightness(theme.country_colour(other))) >=
                          12);
                }
    }
}

TEST_CASE("the words files of all languages have the same texts with the same names in braces", "[style]") {
    const auto folder = std::filesystem::path{THEATRUM_SOURCE_DIR} / "render/words";
    const auto names = [](std::string_view text) {
        std::set<std::string> found;
        for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
            found.emplace(text.substr(at, text.find('}', at) - at));
        return found;
    };
    const Words english = Words::read(folder / "en.toml");
    for (const char* language : {"fr", "ja", "ko"}) {
        INFO(language);
        const Words words = Words::read(folder / (std::string{language} + ".toml"));
        CHECK(words.language() == language);
        for (const auto& [key, text] : english.all()) {
            INFO(key);
            REQUIRE(words.has(key));
            const std::string& other = words.all().find(key)->second;
            // Languages with a clock of 24 hours have no a.m. and p.m.
            if (other.empty())
                CHECK((key.starts_with("clock.") || key.starts_with("unplaced.") || text.empty()));
            else
                CHECK(names(other) == names(text));
        }
        CHECK(words.all().size() == english.all().size());
    }
}
