#include "app/figure/export_options.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"
#include "app/figure/option_values.hpp"
#include "app/figure/options/time_options.hpp"
#include "app/figure/options/track_options.hpp"
#include "app/figure/page.hpp"
#include "assets/model/values/control_characters.hpp"
#include "assets/model/values/missing_characters.hpp"
#include "geo/projection/named_frames.hpp"
#include "render/map/layer_list.hpp"
#include "render/text/missing_characters.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

namespace {

using assets::Scenario;
using Printed = std::optional<std::string>;
using Value = const std::string*;

// --- shared by several options ---

bool given(const OptionReading& in, std::string_view name) {
    return in.values.find(name) != in.values.end();
}

std::optional<double> given_number(const OptionReading& in, const std::string& name, double least, double most) {
    const auto value = in.values.find(name);
    if (value == in.values.end()) return std::nullopt;
    return number_in(name, value->second, least, most);
}

/// Reads a text that is printed on the map. Throws UsageError if no font of maps has one of its characters or if
/// one is a control character.
template <auto Member>
void read_text(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    constexpr std::string_view option = Member == &render::Figure::title      ? "--title"
                                        : Member == &render::Figure::subtitle ? "--subtitle"
                                                                              : "--credit";
    if (const auto missing = render::missing_characters(*value); !missing.empty())
        throw UsageError{fmt::format("{}: {}", option, assets::no_glyph_words(missing))};
    if (const auto controls = assets::control_characters(*value); !controls.empty())
        throw UsageError{fmt::format("{}: {} cannot be printed", option, assets::code_points(controls))};
    in.request.figure.*Member = *value;
}

template <auto Member>
Printed print_text(const ExportRequest& request, const Scenario&) {
    return request.figure.*Member;
}

template <auto Member>
void read_file(const OptionReading& in, Value value) {
    if (value != nullptr) in.request.*Member = *value;
}

template <auto Member>
Printed print_file(const ExportRequest& request, const Scenario&) {
    const std::string& path = request.*Member;
    // "-o -map.png" could be read as another option.
    return path.empty() ? Printed{} : path.front() == '-' ? "./" + path : path;
}

Printed print_number(std::optional<double> value) {
    return value ? Printed{fmt::format("{}", *value)} : Printed{};
}

template <class Names>
Printed print_list(const Names& names) {
    return names.empty() ? Printed{} : fmt::format("{}", fmt::join(names, ","));
}

Printed unless_default(const std::string& value, const std::string& default_value) {
    return value == default_value ? Printed{} : value;
}

std::string given_or(const std::string& of_scenario, const std::string& otherwise) {
    return of_scenario.empty() ? otherwise : of_scenario;
}

/// For options that are read together with the first option of their group, and for `--figure`, which stands for
/// other options.
void read_with_group(const OptionReading&, Value) {}

Printed print_nothing(const ExportRequest&, const Scenario&) {
    return std::nullopt;
}

// --- what is shown ---

void read_output(const OptionReading& in, Value value) {
    if (value == nullptr) {
        if (!given(in, "--layout")) throw UsageError{"-o FILE is missing; give -o FILE or --layout FILE"};
        return;
    }
    in.request.output = *value;
    in.request.track = track_format(*value);
    if (in.request.track) return check_track_options(in.values);
    in.request.format = picture_format(*value);
}

void read_round(const OptionReading& in, Value value) {
    if (value != nullptr) in.request.figure.round_deg = number_in("--round-deg", *value, 0.01, 10);
}

// --- the page ---

void read_page(const OptionReading& in, Value preset) {
    if (const auto css_width = given_number(in, "--css-width", 100, 4000)) {
        for (const char* other : {"--preset", "--size", "--width-mm", "--height-mm", "--dpi"})
            if (given(in, other))
                throw UsageError{fmt::format("--css-width gives the whole page; leave out {}", other)};
        return set_page_css(in.request.figure, *css_width, given_number(in, "--scale", 0.5, 8).value_or(2));
    }
    if (given(in, "--scale")) throw UsageError{"--scale needs --css-width"};
    const auto size = in.values.find("--size");
    const bool has_size = size != in.values.end();
    if ((preset != nullptr ? 1 : 0) + (has_size ? 1 : 0) + (given(in, "--width-mm") ? 1 : 0) > 1)
        throw UsageError{"--preset, --size and --width-mm exclude each other; give one of them"};
    if (given(in, "--height-mm") && !given(in, "--width-mm")) throw UsageError{"--height-mm needs --width-mm"};
    auto& figure = in.request.figure;
    const auto dpi = given_number(in, "--dpi", 36, 2400);
    const auto height = given_number(in, "--height-mm", 30, 2000);
    if (const auto width = given_number(in, "--width-mm", 30, 2000)) {
        set_page_millimetres(figure, *width, height, dpi);
    } else if (has_size) {
        const auto [width_px, height_px] = pixel_size("--size", size->second);
        set_page_pixels(figure, width_px, height_px, dpi);
    } else
        set_preset(figure, preset != nullptr ? *preset : std::string{page_presets().front().name}, dpi);
}

template <auto Member>
Printed print_page(const ExportRequest& request, const Scenario&) {
    return page_options(request.figure).*Member;
}

std::string preset_help() {
    std::string text;
    for (const auto& preset : page_presets())
        text += text.empty() ? std::string{preset.name} + " (default)" : " " + std::string{preset.name};
    return text;
}

// --- the view ---

/// The projection of maps that are not fitted.
std::string projection_of(const assets::ViewDefaults& view) {
    return given_or(view.projection, "laea");
}

/// Whether the scenario gives a projection of its own. A named frame brings another one, which does not count.
bool gives_projection(const assets::ViewDefaults& view) {
    return view.frame.empty() && !view.projection.empty();
}

void read_projection(const OptionReading& in, Value value) {
    in.request.figure.projection = value != nullptr ? *value : projection_of(in.scenario.view);
}

bool is_projection_given(const OptionReading& in) {
    return given(in, "--projection") || gives_projection(in.scenario.view);
}

/// The ids of a list. Throws UsageError unless each is the id of an asset or, if `with_zones`, of a zone.
std::vector<std::string> known_ids(const std::string& option, const std::string& list, const Scenario& scenario,
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

/// Sets the frame to a named one.
void read_named_frame(const OptionReading& in, const std::string& name) {
    for (const char* other : {"--center", "--width-km", "--bbox", "--fit", "--projection"})
        if (given(in, other)) throw UsageError{fmt::format("--frame gives the whole frame; leave out {}", other)};
    const geo::NamedFrame* frame = geo::named_frame(name);
    if (frame == nullptr) {
        std::vector<std::string> names;
        for (const geo::NamedFrame& known : geo::named_frames())
            names.emplace_back(known.name);
        throw UsageError{"--frame: there is no frame '" + name + "'" + did_you_mean_or_list(name, names)};
    }
    auto& figure = in.request.figure;
    figure.projection = frame->projection;
    figure.centre = frame->centre();
    figure.width_km = frame->width_km;
    figure.shape = frame->shape;
}

/// The named frame that a figure has; null when it has another.
const geo::NamedFrame* frame_of(const render::Figure& figure) {
    for (const geo::NamedFrame& frame : geo::named_frames())
        if (figure.centre == frame.centre() && figure.width_km == frame.width_km && figure.shape == frame.shape &&
            figure.projection == frame.projection)
            return &frame;
    return nullptr;
}

/// Whether `--frame` says everything about the figure's frame.
bool is_named(const render::Figure& figure, const Scenario& scenario) {
    const geo::NamedFrame* frame = frame_of(figure);
    return frame != nullptr && frame->name != scenario.view.frame;
}

Printed print_named_frame(const ExportRequest& request, const Scenario& scenario) {
    return is_named(request.figure, scenario) ? Printed{frame_of(request.figure)->name} : Printed{};
}

void read_frame(const OptionReading& in, Value centre) {
    auto& figure = in.request.figure;
    if (const auto frame = in.values.find("--frame"); frame != in.values.end())
        return read_named_frame(in, frame->second);
    const auto bbox = in.values.find("--bbox"), fit = in.values.find("--fit");
    const bool by_box = bbox != in.values.end(), by_fit = fit != in.values.end();
    const auto width_km = given_number(in, "--width-km", 1, 45000);
    if (by_box && (centre != nullptr || width_km))
        throw UsageError{"--bbox gives centre and width; leave out --center and --width-km"};
    if (by_fit && (by_box || centre != nullptr || width_km))
        throw UsageError{"--fit gives centre and width; leave out --bbox, --center and --width-km"};
    if (by_box) {
        figure.bbox = box_value("--bbox", bbox->second);
    } else if (by_fit) {
        figure.fit_all = fit->second == "all";
        if (!figure.fit_all) figure.fit = known_ids("--fit", fit->second, in.scenario, true);
        figure.choose_projection = !is_projection_given(in);
    } else {
        figure.centre = centre != nullptr ? lonlat_value("--center", *centre) : in.scenario.view.centre;
        figure.width_km = width_km ? width_km : in.scenario.view.width_km;
        if (!width_km) figure.shape = in.scenario.view.shape;
        if (figure.centre && figure.width_km) return;
        // Without a view in the scenario the frame holds everything.
        if (centre == nullptr && !width_km) {
            figure.fit_all = true;
            figure.choose_projection = !is_projection_given(in);
        } else if (!figure.centre)
            throw UsageError{"--width-km needs --center: the scenario has no [view] center"};
        else
            throw UsageError{"--center needs --width-km: the scenario has no [view] width_km"};
    }
}

bool is_fitted(const render::Figure& figure) {
    return !figure.bbox && (figure.fit_all || !figure.fit.empty());
}

bool is_framed(const render::Figure& figure) {
    return figure.bbox || is_fitted(figure);
}

Printed print_projection(const ExportRequest& request, const Scenario& scenario) {
    const auto& figure = request.figure;
    if (is_named(figure, scenario) || (is_fitted(figure) && figure.choose_projection)) return std::nullopt;
    // Without the option, a fitted frame would choose a projection.
    if (is_fitted(figure) && !gives_projection(scenario.view)) return figure.projection;
    return unless_default(figure.projection, projection_of(scenario.view));
}

Printed print_centre(const ExportRequest& request, const Scenario& scenario) {
    const auto& figure = request.figure;
    if (is_framed(figure) || !figure.centre || figure.centre == scenario.view.centre) return std::nullopt;
    if (is_named(figure, scenario)) return std::nullopt;
    return fmt::format("{},{}", figure.centre->lon(), figure.centre->lat());
}

Printed print_width(const ExportRequest& request, const Scenario& scenario) {
    const auto& figure = request.figure;
    const bool is_told = is_framed(figure) || is_named(figure, scenario) || figure.width_km == scenario.view.width_km;
    return is_told ? Printed{} : print_number(figure.width_km);
}

Printed print_bbox(const ExportRequest& request, const Scenario&) {
    const auto& box = request.figure.bbox;
    if (!box) return std::nullopt;
    return fmt::format("{},{},{},{}", box->west(), box->south(), box->east(), box->north());
}

Printed print_fit(const ExportRequest& request, const Scenario& scenario) {
    const auto& figure = request.figure;
    if (figure.bbox) return std::nullopt;
    if (!figure.fit.empty()) return print_list(figure.fit);
    const bool by_default = !scenario.view.centre && !scenario.view.width_km;
    return figure.fit_all && !by_default ? Printed{"all"} : Printed{};
}

// --- style ---

void read_symbols(const OptionReading& in, Value value) {
    const auto& usual = in.scenario.view.symbols;
    const auto symbols =
        one_of("--symbols", value != nullptr ? *value : given_or(usual, "pictogram"), {"pictogram", "dot"});
    in.request.figure.symbols = symbols == "dot" ? render::SymbolSet::Dot : render::SymbolSet::Pictogram;
}

Printed print_symbols(const ExportRequest& request, const Scenario& scenario) {
    const std::string symbols = request.figure.symbols == render::SymbolSet::Dot ? "dot" : "pictogram";
    return unless_default(symbols, given_or(scenario.view.symbols, "pictogram"));
}

void read_label_style(const OptionReading& in, Value value) {
    const std::vector<std::string> known(render::label_styles.begin(), render::label_styles.end());
    const auto style =
        one_of("--label-style", value != nullptr ? *value : given_or(in.scenario.view.label_style, "name"), known);
    in.request.figure.label_style =
        static_cast<render::LabelStyle>(std::find(known.begin(), known.end(), style) - known.begin());
}

Printed print_label_style(const ExportRequest& request, const Scenario& scenario) {
    const auto index = static_cast<std::size_t>(request.figure.label_style);
    return unless_default(std::string{render::label_styles[index]}, given_or(scenario.view.label_style, "name"));
}

void read_theme(const OptionReading& in, Value value) {
    in.request.figure.theme = value != nullptr ? *value : given_or(in.scenario.view.theme, "article");
}

Printed print_theme(const ExportRequest& request, const Scenario& scenario) {
    return unless_default(request.figure.theme, given_or(scenario.view.theme, "article"));
}

void read_words(const OptionReading& in, Value value) {
    in.request.figure.words = value != nullptr ? *value : "en";
}

Printed print_words(const ExportRequest& request, const Scenario&) {
    return unless_default(request.figure.words, "en");
}

/// Names follow the words if the scenario does not say otherwise: a Korean map has Korean names.
std::string default_names(const std::string& words, const Scenario& scenario) {
    return given_or(scenario.view.names, geo::name_languages(words) ? words : "en");
}

void read_names(const OptionReading& in, Value value) {
    in.request.figure.names = value != nullptr ? *value : default_names(in.request.figure.words, in.scenario);
    if (!geo::name_languages(in.request.figure.names))
        throw UsageError{fmt::format("--names: '{}' is not one of {}, nor two of them such as en+ko",
                                     in.request.figure.names, fmt::join(geo::LocalNames::languages, ", "))};
}

Printed print_names(const ExportRequest& request, const Scenario& scenario) {
    return unless_default(request.figure.names, default_names(request.figure.words, scenario));
}

void read_footnotes(const OptionReading& in, Value value) {
    const std::vector<std::string> known(render::footnotes_names.begin(), render::footnotes_names.end());
    if (value == nullptr) return;
    const auto word = one_of("--footnotes", *value, known);
    in.request.figure.footnotes =
        static_cast<render::Footnotes>(std::find(known.begin(), known.end(), word) - known.begin());
}

Printed print_footnotes(const ExportRequest& request, const Scenario&) {
    const auto index = static_cast<std::size_t>(request.figure.footnotes);
    return unless_default(std::string{render::footnotes_names[index]}, "short");
}

void read_svg_text(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    in.request.svg_text = one_of("--svg-text", *value, {"live", "outlines"}) == "live" ? render::SvgText::Live
                                                                                       : render::SvgText::Outlines;
}

Printed print_svg_text(const ExportRequest& request, const Scenario&) {
    return request.svg_text == render::SvgText::Live ? Printed{} : "outlines";
}

// --- what is left out, and what is added ---

void read_only(const OptionReading& in, Value value) {
    if (value != nullptr) in.request.figure.only = known_ids("--only", *value, in.scenario, false);
}

Printed print_only(const ExportRequest& request, const Scenario&) {
    return print_list(request.figure.only);
}

void read_hide(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    const auto ids = known_ids("--hide", *value, in.scenario, true);
    in.request.figure.hidden = {ids.begin(), ids.end()};
}

Printed print_hide(const ExportRequest& request, const Scenario&) {
    return print_list(request.figure.hidden);
}

/// Runs on a scenario to which with_zones() has added the zones.
void read_zones(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    in.request.figure.zones = split_list(*value);
    if (in.request.figure.zones.empty()) throw UsageError{"--zones: the list is empty"};
    for (const auto& id : in.request.figure.zones)
        if (in.scenario.zone(id) == nullptr)
            throw UsageError{"--zones: there is no zone '" + id + "'; `theatrum help zones` lists the built-in ones"};
}

Printed print_zones(const ExportRequest& request, const Scenario&) {
    return print_list(request.figure.zones);
}

void read_rings(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    for (const auto& ring : split_list(*value, '\n')) {
        const auto comma = ring.rfind(',');
        if (comma == std::string::npos || ring.find(',') == comma)
            throw UsageError{"--ring: '" + ring + "' is not LON,LAT,KM, such as 127,37.5,300"};
        in.request.figure.rings.push_back({lonlat_value("--ring", ring.substr(0, comma)),
                                           number_in("--ring", ring.substr(comma + 1), least_ring_km, most_ring_km)});
    }
}

Printed print_rings(const ExportRequest& request, const Scenario&) {
    std::string text;
    for (const auto& [centre, km] : request.figure.rings)
        text += fmt::format("{}{},{},{}", text.empty() ? "" : "\n", centre.lon(), centre.lat(), km);
    return text.empty() ? Printed{} : text;
}

void read_trail(const OptionReading& in, Value value) {
    if (value != nullptr) in.request.figure.trail = duration_value("--trail", *value);
}

Printed print_trail(const ExportRequest& request, const Scenario&) {
    return request.figure.trail.count() == 0 ? Printed{} : duration_text(request.figure.trail);
}

std::set<std::string> known_names(const std::string& option, const std::string& list) {
    std::vector<std::string> known = render::layer_names();
    known.insert(known.end(), render::furniture_names().begin(), render::furniture_names().end());
    known.emplace_back("all");
    std::set<std::string> names;
    for (const auto& name : split_list(list)) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError{option + ": there is no layer or furniture '" + name + "'" +
                             did_you_mean(name, known, "; `theatrum help layers` lists them")};
        names.insert(name);
    }
    return names;
}

void read_with(const OptionReading& in, Value value) {
    if (value == nullptr) return;
    in.request.figure.with = known_names("--with", *value);
    for (const auto& name : in.request.figure.with)
        if (name != "all" && !render::is_drawable(name))
            throw UsageError{fmt::format("--with: '{}' cannot be drawn yet", name)};
}

Printed print_with(const ExportRequest& request, const Scenario&) {
    return print_list(request.figure.with);
}

void read_without(const OptionReading& in, Value value) {
    if (value != nullptr) in.request.figure.without = known_names("--without", *value);
}

Printed print_without(const ExportRequest& request, const Scenario&) {
    return print_list(request.figure.without);
}

Printed print_round(const ExportRequest& request, const Scenario&) {
    return print_number(request.figure.round_deg);
}

using render::Figure;

std::string frame_help() {
    std::string text = "frame of a theatre, in place of projection, centre and width:";
    for (const geo::NamedFrame& frame : geo::named_frames())
        text += fmt::format(" {}", frame.name);
    return text;
}

std::vector<ExportOption> make_table() {
    return {
        {"--output", "-o", "FILE",
         "what to write: FILE.png, FILE.svg or FILE.pdf; with --from and --to also the tracks as data, FILE.geojson or "
         "FILE.gpx",
         read_output, print_file<&ExportRequest::output>},
        {"--figure", "", "ID",
         "a [[figure]] of scenario.toml, whose keys other options replace; all: every figure, with its id before the "
         "extension",
         read_with_group, print_nothing},
        {"--at", "", "T",
         "the instant shown: 2024-07-31 (12:00Z) or 2024-07-31T06:00Z; default: [view] at, else the last day with a "
         "report; several, as T1,T2,...: a map of each on one page",
         read_at, print_at},
        {"--compare", "", "T2", "a later instant, to compare with that of --at", read_with_group, print_compare},
        {"--compare-as", "", "HOW",
         "panels (default): two maps; arrows: one map, with arrows from the earlier positions of assets that moved",
         read_compare_as, print_compare_as},
        {"--from", "", "T", "with --to: a map of a period, its voyages with numbered calls; a date means 00:00Z",
         read_period, print_from},
        {"--to", "", "T", "the end of the period; a date means 24:00Z", read_with_group, print_to},
        {"--known-by", "", "DATE", "only reports published by this day", read_known_by, print_known_by},
        {"--preset", "", "NAME", preset_help(), read_page, print_page<&PageOptions::preset>},
        {"--size", "", "WxH", "pixels", read_with_group, print_page<&PageOptions::size>},
        {"--width-mm", "", "N", "width in mm; without --height-mm the page is as high as needed", read_with_group,
         print_page<&PageOptions::width_mm>},
        {"--height-mm", "", "N", "height in mm", read_with_group, print_page<&PageOptions::height_mm>},
        {"--css-width", "", "N", "width in CSS pixels, as high as needed; no type is smaller than 11 CSS pixels",
         read_with_group, print_page<&PageOptions::css_width>},
        {"--scale", "", "N", "device pixels per CSS pixel; default: 2", read_with_group,
         print_page<&PageOptions::scale>},
        {"--dpi", "", "N", "default: 192 with pixels, 300 with mm", read_with_group, print_page<&PageOptions::dpi>},
        {"--projection", "", "DEF", "laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string, EPSG:n",
         read_projection, print_projection},
        {"--center", "", "LON,LAT", "centre of the page", read_frame, print_centre},
        {"--width-km", "", "N", "width of the map in projected km", read_with_group, print_width},
        {"--bbox", "", "W,S,E,N", "frame instead of centre and width; W > E crosses the antimeridian", read_with_group,
         print_bbox},
        {"--frame", "", "NAME", frame_help(), read_with_group, print_named_frame},
        {"--fit", "", "all|ID,...", "frame around all assets, or around these assets and zones", read_with_group,
         print_fit},
        {"--symbols", "", "KIND", "pictogram (default) or dot", read_symbols, print_symbols},
        {"--label-style", "", "STYLE",
         "how assets are named: name (default), prefix (USS Milius) or hull (USS Milius (DDG-69))", read_label_style,
         print_label_style},
        {"--theme", "", "NAME", "article (default) or dark", read_theme, print_theme},
        {"--words", "", "LANG", "language of the words on the map", read_words, print_words},
        {"--names", "", "LANG", "language of names: en ko ja zh fr, or two as en+ko; default: that of --words, else en",
         read_names, print_names},
        {"--title", "", "TEXT", "replaces the scenario's title", read_text<&Figure::title>, print_text<&Figure::title>},
        {"--subtitle", "", "TEXT", "replaces the scenario's subtitle", read_text<&Figure::subtitle>,
         print_text<&Figure::subtitle>},
        {"--credit", "", "TEXT", "replaces the scenario's credit", read_text<&Figure::credit>,
         print_text<&Figure::credit>},
        {"--footnotes", "", "HOW",
         "notes on disputed names and lines below the map: full, short (default) or none; the caption has them all",
         read_footnotes, print_footnotes},
        {"--only", "", "ID,...", "only these assets", read_only, print_only},
        {"--hide", "", "ID,...", "assets and zones to leave out", read_hide, print_hide},
        {"--zones", "", "ID,...", "built-in zones to add: `theatrum help zones` lists them", read_zones, print_zones},
        {"--ring", "", "LON,LAT,KM", "a range ring: all points KM kilometres from a place; may be given several times",
         read_rings, print_rings, true},
        {"--trail", "", "DURATION", "show where assets were before: 36h, 14d, 30min", read_trail, print_trail},
        {"--with", "", "NAME,...",
         fmt::format("layers and furniture that are off by default: {}",
                     fmt::join(render::names_off_by_default(), " ")),
         read_with, print_with},
        {"--without", "", "NAME,...", "layers and furniture to leave out; all: neither furniture nor frame",
         read_without, print_without},
        {"--svg-text", "", "HOW", "text of an SVG: live (default) or outlines", read_svg_text, print_svg_text},
        {"--round-deg", "", "D", "round positions to a grid of D degrees; the map says so", read_round, print_round},
        {"--delay-h", "", "H", "show the positions of H hours earlier; the map says so", read_delay, print_delay},
        {"--alt", "", "FILE", "alternative text for readers who cannot see the figure", read_file<&ExportRequest::alt>,
         print_file<&ExportRequest::alt>},
        {"--caption", "", "FILE",
         "title, as-of line, names that the map lacks, notes, credit, alternative text and long description",
         read_file<&ExportRequest::caption>, print_file<&ExportRequest::caption>},
        {"--factcheck", "", "FILE.md", "every claim on the figure with its record and sources",
         read_file<&ExportRequest::fact_check>, print_file<&ExportRequest::fact_check>},
        {"--layout", "", "FILE.json", "the place of every item on the page", read_file<&ExportRequest::layout>,
         print_file<&ExportRequest::layout>},
    };
}

} // namespace

std::span<const ExportOption> export_options() {
    static const std::vector<ExportOption> table = make_table();
    return table;
}

} // namespace app
