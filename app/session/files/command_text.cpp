#include "app/session/files/command_text.hpp"

#include "app/base/errors.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

namespace {

constexpr double mm_per_inch = 25.4, screen_dpi = 192, print_dpi = 300;

std::string in_words(const PagePreset& preset) {
    if (preset.width_px == 0) return fmt::format("Column, {} mm wide, 300 dpi", preset.width_mm);
    const std::string name = preset.name == "web-16x9"  ? "16:9"
                             : preset.name == "web-4x3" ? "4:3"
                             : preset.name == "square"  ? "Square"
                             : preset.name == "story"   ? "Story, 9:16"
                                                        : std::string{preset.name};
    return fmt::format("{}, {} x {}", name, preset.width_px, preset.height_px);
}

/// A length that is whole pixels, as `--size` makes it; none otherwise. The same arithmetic as there, so that the page
/// comes out the same to the last bit.
std::optional<int> whole_pixels(double mm, double dpi) {
    const double pixels = std::round(mm * dpi / mm_per_inch);
    if (!(pixels >= 100 && pixels <= 20'000)) return std::nullopt;
    const int whole = static_cast<int>(pixels);
    return whole * mm_per_inch / dpi == mm ? std::optional{whole} : std::nullopt;
}

bool is_page(const render::Figure& figure, const PagePreset& preset) {
    render::Figure page;
    set_preset(page, std::string{preset.name});
    return page.page_width_mm == figure.page_width_mm && page.page_height_mm == figure.page_height_mm &&
           page.dpi == figure.dpi;
}

void set_page(ExportOptions& options, const render::Figure& figure) {
    const auto presets = page_presets();
    const auto preset =
        std::find_if(presets.begin(), presets.end(), [&](const PagePreset& p) { return is_page(figure, p); });
    if (preset != presets.end()) {
        if (preset != presets.begin()) options.preset = std::string{preset->name}; // the first is the default
        return;
    }
    const auto width = whole_pixels(figure.page_width_mm, figure.dpi);
    const auto height = figure.page_height_mm ? whole_pixels(*figure.page_height_mm, figure.dpi) : std::optional<int>{};
    if (width && height) {
        options.size = fmt::format("{}x{}", *width, *height);
        if (figure.dpi != screen_dpi) options.dpi = fmt::format("{}", figure.dpi);
        return;
    }
    options.width_mm = fmt::format("{}", figure.page_width_mm);
    if (figure.page_height_mm) options.height_mm = fmt::format("{}", *figure.page_height_mm);
    if (figure.dpi != print_dpi) options.dpi = fmt::format("{}", figure.dpi);
}

void set_view(ExportOptions& options, const render::Figure& figure, const assets::Scenario& scenario) {
    const auto& usual = scenario.view;
    if (figure.projection != usual.projection) options.projection = figure.projection;
    if (figure.bbox) {
        options.bbox =
            fmt::format("{},{},{},{}", figure.bbox->west(), figure.bbox->south(), figure.bbox->east(), figure.bbox->north());
    } else if (!figure.fit.empty()) {
        options.fit = fmt::format("{}", fmt::join(figure.fit, ","));
    } else if (figure.fit_all) {
        if (usual.centre || usual.width_km) options.fit = "all"; // else that is what it does by itself
    } else {
        if (figure.centre && figure.centre != usual.centre)
            options.centre = fmt::format("{},{}", figure.centre->lon(), figure.centre->lat());
        if (figure.width_km && figure.width_km != usual.width_km) options.width_km = fmt::format("{}", *figure.width_km);
    }
}

void set_style(ExportOptions& options, const render::Figure& figure, const assets::Scenario& scenario) {
    const auto given = [](const std::string& value, const std::string& of_scenario, const std::string& otherwise) {
        const std::string& usual = of_scenario.empty() ? otherwise : of_scenario;
        return value == usual ? std::optional<std::string>{} : std::optional{value};
    };
    const std::string symbols = figure.symbols == render::SymbolSet::Dot ? "dot" : "pictogram";
    options.theme = given(figure.theme, scenario.view.theme, "article");
    options.words = given(figure.words, "", "en");
    options.names = given(figure.names, scenario.view.names, "en");
    options.symbols = given(symbols, scenario.view.symbols, "pictogram");
    options.title = figure.title;
    options.subtitle = figure.subtitle;
    options.credit = figure.credit;
    const auto list = [](const auto& names) {
        return names.empty() ? std::optional<std::string>{} : std::optional{fmt::format("{}", fmt::join(names, ","))};
    };
    options.only = list(figure.only);
    options.with = list(figure.with);
    options.without = list(figure.without);
}

std::string option(const std::string& name, const std::string& value) {
    // "--center -120,30" could be read as another option.
    const bool apart = value.empty() || value.front() != '-';
    return apart ? name + " " + shell_quoted(value) : name + "=" + shell_quoted(value);
}

} // namespace

const std::vector<ExportPreset>& export_presets() {
    static const std::vector<ExportPreset> presets = [] {
        std::vector<ExportPreset> made;
        for (const auto& preset : page_presets())
            made.push_back({std::string{preset.name}, in_words(preset)});
        return made;
    }();
    return presets;
}

ExportOptions options_for(const render::Figure& figure, const assets::Scenario& scenario, const std::string& name,
                          const std::string& output) {
    ExportOptions options;
    options.scenario = name;
    options.output = output;
    auto at = figure.at;
    if (figure.round_deg) options.round_deg = fmt::format("{}", *figure.round_deg);
    if (figure.delay_h) {
        options.delay_h = fmt::format("{}", *figure.delay_h);
        at += std::chrono::seconds{std::llround(*figure.delay_h * 3600)};
    }
    options.at = assets::to_iso(at);
    set_page(options, figure);
    set_view(options, figure, scenario);
    set_style(options, figure, scenario);
    return options;
}

std::string shell_quoted(const std::string& word) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:,=+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

std::string command_text(const ExportOptions& o) {
    const bool is_option = !o.scenario.empty() && o.scenario.front() == '-';
    std::string text = "theatrum export " + shell_quoted((is_option ? "./" : "") + o.scenario);
    const auto add = [&](const char* name, const std::optional<std::string>& value) {
        if (value) text += " " + option(name, *value);
    };
    if (!o.output.empty()) add("-o", (o.output.front() == '-' ? "./" : "") + o.output);
    if (!o.layout.empty()) add("--layout", o.layout);
    add("--at", o.at);
    add("--known-by", o.known_by);
    add("--preset", o.preset);
    add("--size", o.size);
    add("--width-mm", o.width_mm);
    add("--height-mm", o.height_mm);
    add("--dpi", o.dpi);
    add("--projection", o.projection);
    add("--center", o.centre);
    add("--width-km", o.width_km);
    add("--bbox", o.bbox);
    add("--fit", o.fit);
    add("--symbols", o.symbols);
    add("--theme", o.theme);
    add("--words", o.words);
    add("--names", o.names);
    add("--title", o.title);
    add("--subtitle", o.subtitle);
    add("--credit", o.credit);
    add("--only", o.only);
    add("--with", o.with);
    add("--without", o.without);
    add("--svg-text", o.svg_text);
    add("--round-deg", o.round_deg);
    add("--delay-h", o.delay_h);
    add("--alt", o.alt);
    add("--caption", o.caption);
    add("--factcheck", o.fact_check);
    return text;
}

} // namespace app
