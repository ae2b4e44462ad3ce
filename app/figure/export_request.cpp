#include "app/figure/export_request.hpp"

#include "app/base/errors.hpp"
#include "app/figure/option_values.hpp"
#include "app/base/nearest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace app {

namespace {

constexpr std::array presets{
    PagePreset{"web-16x9", 1920, 1080, 0}, PagePreset{"web-4x3", 1600, 1200, 0}, PagePreset{"square", 1080, 1080, 0},
    PagePreset{"story", 1080, 1920, 0},    PagePreset{"column-89", 0, 0, 89},    PagePreset{"column-183", 0, 0, 183},
};

constexpr double mm_per_inch = 25.4;
constexpr double screen_dpi = 192;
constexpr double print_dpi = 300;
constexpr int most_pixels_a_side = 20000;
constexpr double most_pixels = 2e8;

void set_pixels(ExportRequest& request, int width, int height, double dpi) {
    if (width < 100 || height < 100 || width > most_pixels_a_side || height > most_pixels_a_side ||
        static_cast<double>(width) * height > most_pixels)
        throw UsageError{
            "--size: each side must be from 100 to 20000 pixels, and both together 200 megapixels at most"};
    request.width_px = width;
    request.height_px = height;
    request.figure.dpi = dpi;
    request.figure.page_width_mm = width * mm_per_inch / dpi;
    request.figure.page_height_mm = height * mm_per_inch / dpi;
}

void set_millimetres(ExportRequest& request, double width, std::optional<double> height, double dpi) {
    request.figure.dpi = dpi;
    request.figure.page_width_mm = width;
    request.figure.page_height_mm = height;
    request.width_px.reset();
    request.height_px.reset();
    const double pixels = width / mm_per_inch * dpi;
    if (pixels > most_pixels_a_side) throw UsageError{"--width-mm: that width at this --dpi is more than 20000 pixels"};
}

void set_preset_page(ExportRequest& request, const std::string& name, std::optional<double> dpi) {
    const auto preset =
        std::find_if(presets.begin(), presets.end(), [&](const PagePreset& p) { return p.name == name; });
    if (preset == presets.end()) {
        std::vector<std::string> names;
        for (const auto& p : presets)
            names.emplace_back(p.name);
        throw UsageError{"--preset: there is no preset '" + name + "'" + did_you_mean(name, names)};
    }
    if (preset->width_px > 0)
        set_pixels(request, preset->width_px, preset->height_px, dpi.value_or(screen_dpi));
    else
        set_millimetres(request, preset->width_mm, std::nullopt, dpi.value_or(print_dpi));
}

void set_page(ExportRequest& request, const ExportOptions& options) {
    if ((options.preset ? 1 : 0) + (options.size ? 1 : 0) + (options.width_mm ? 1 : 0) > 1)
        throw UsageError{"--preset, --size and --width-mm exclude each other; give one of them"};
    if (options.height_mm && !options.width_mm) throw UsageError{"--height-mm needs --width-mm"};
    std::optional<double> dpi;
    if (options.dpi) dpi = number_in("--dpi", *options.dpi, 36, 2400);
    if (options.width_mm) {
        std::optional<double> height;
        if (options.height_mm) height = number_in("--height-mm", *options.height_mm, 30, 2000);
        set_millimetres(request, number_in("--width-mm", *options.width_mm, 30, 2000), height, dpi.value_or(print_dpi));
        return;
    }
    if (options.size) {
        const auto [width, height] = pixel_size("--size", *options.size);
        set_pixels(request, width, height, dpi.value_or(screen_dpi));
        return;
    }
    set_preset_page(request, options.preset.value_or("web-16x9"), dpi);
}

std::vector<std::string> known_ids(const std::string& option, const std::string& list, const assets::Scenario& scenario,
                                   bool with_zones) {
    std::vector<std::string> known;
    for (const auto& asset : scenario.assets)
        known.push_back(asset.id);
    if (with_zones)
        for (const auto& zone : scenario.zones)
            known.push_back(zone.id);
    auto ids = split_list(list);
    if (ids.empty()) throw UsageError{option + ": the list is empty"};
    for (const auto& id : ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
            throw UsageError{option + ": the scenario has no '" + id + "'" + did_you_mean(id, known)};
    return ids;
}

void set_view(ExportRequest& request, const ExportOptions& options, const assets::Scenario& scenario) {
    auto& figure = request.figure;
    figure.projection = options.projection.value_or(scenario.view.projection);
    figure.centre = scenario.view.centre;
    figure.width_km = scenario.view.width_km;
    if (options.bbox && (options.centre || options.width_km))
        throw UsageError{"--bbox gives centre and width: it cannot stand with --center or --width-km"};
    if (options.fit && (options.bbox || options.centre || options.width_km))
        throw UsageError{"--fit gives centre and width: it cannot stand with --bbox, --center or --width-km"};
    if (options.centre) figure.centre = lonlat_value("--center", *options.centre);
    if (options.width_km) figure.width_km = number_in("--width-km", *options.width_km, 1, 45000);
    if (options.bbox) figure.bbox = box_value("--bbox", *options.bbox);
    if (options.fit) {
        if (*options.fit == "all")
            figure.fit_all = true;
        else
            figure.fit = known_ids("--fit", *options.fit, scenario, true);
    }
    const bool framed = figure.bbox || figure.fit_all || !figure.fit.empty();
    if (framed) {
        figure.centre.reset();
        figure.width_km.reset();
    } else if (!figure.centre || !figure.width_km) {
        // A scenario that says nothing of its view shows everything it has.
        if (!options.centre && !options.width_km)
            figure.fit_all = true;
        else if (!figure.centre)
            throw UsageError{"--width-km needs --center: the scenario has no [view] center"};
        else
            throw UsageError{"--center needs --width-km: the scenario has no [view] width_km"};
    }
}

std::set<std::string> known_names(const std::string& option, const std::string& list) {
    std::vector<std::string> known = render::layer_names();
    known.insert(known.end(), render::furniture_names().begin(), render::furniture_names().end());
    known.emplace_back("all");
    std::set<std::string> names;
    for (const auto& name : split_list(list)) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError{option + ": there is no layer or furniture '" + name + "'" + did_you_mean(name, known)};
        names.insert(name);
    }
    return names;
}

void set_style(ExportRequest& request, const ExportOptions& options, const assets::Scenario& scenario) {
    auto& figure = request.figure;
    const auto given_or = [](const std::optional<std::string>& given, const std::string& scenario_value,
                             const std::string& otherwise) {
        return given ? *given : scenario_value.empty() ? otherwise : scenario_value;
    };
    figure.theme = given_or(options.theme, scenario.view.theme, "article");
    figure.words = options.words.value_or("en");
    figure.names = one_of("--names", given_or(options.names, scenario.view.names, "en"), {"en", "ko", "ja", "zh"});
    const auto symbols =
        one_of("--symbols", given_or(options.symbols, scenario.view.symbols, "pictogram"), {"pictogram", "dot"});
    figure.symbols = symbols == "dot" ? render::SymbolSet::Dot : render::SymbolSet::Pictogram;
    figure.title = options.title;
    figure.subtitle = options.subtitle;
    figure.credit = options.credit;
    if (options.only) figure.only = known_ids("--only", *options.only, scenario, false);
    if (options.with) figure.with = known_names("--with", *options.with);
    if (options.without) figure.without = known_names("--without", *options.without);
    if (options.svg_text)
        request.svg_text = one_of("--svg-text", *options.svg_text, {"live", "outlines"}) == "live"
                               ? render::SvgText::Live
                               : render::SvgText::Outlines;
}

PictureFormat format_of(const std::string& output) {
    auto extension = std::filesystem::path{output}.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (extension == ".png") return PictureFormat::Png;
    if (extension == ".svg") return PictureFormat::Svg;
    if (extension == ".pdf") return PictureFormat::Pdf;
    throw UsageError{"-o: '" + output + "' does not end in .png, .svg or .pdf"};
}

} // namespace

std::span<const PagePreset> page_presets() noexcept {
    return presets;
}

void set_preset(render::Figure& figure, const std::string& name) {
    ExportRequest request;
    request.figure = figure;
    set_preset_page(request, name, std::nullopt);
    figure = std::move(request.figure);
}

assets::Instant resolve_instant(const std::optional<std::string>& at, const assets::Scenario& scenario) {
    if (at) {
        std::string error;
        const auto instant = assets::parse_instant_argument(*at, error);
        if (!instant) throw UsageError{"--at: " + error};
        return *instant;
    }
    if (scenario.end) return *scenario.end;
    std::optional<assets::Instant> last;
    for (const auto& fix : scenario.fixes)
        last = std::max(last.value_or(fix.to), fix.to);
    if (!last) throw UsageError{"--at is needed: the scenario has neither a [time] end nor a position"};
    return *last;
}

ExportRequest resolve(const ExportOptions& options, const assets::Scenario& scenario) {
    ExportRequest request;
    if (options.output.empty() && options.layout.empty()) throw UsageError{"-o FILE is missing (or --layout FILE)"};
    if (!options.output.empty()) request.format = format_of(options.output);
    request.figure.at = resolve_instant(options.at, scenario);
    if (options.round_deg) request.figure.round_deg = number_in("--round-deg", *options.round_deg, 0.01, 10);
    if (options.delay_h) {
        request.figure.delay_h = number_in("--delay-h", *options.delay_h, 0, 24.0 * 366);
        request.figure.at -= std::chrono::seconds{std::llround(*request.figure.delay_h * 3600)};
    }
    set_page(request, options);
    set_view(request, options, scenario);
    set_style(request, options, scenario);
    return request;
}

} // namespace app
