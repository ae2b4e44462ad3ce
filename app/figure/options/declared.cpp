#include "app/figure/options/declared.hpp"

#include "app/base/errors.hpp"
#include "app/base/nearest.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

namespace {

using assets::FigureDeclaration;

constexpr std::array page_size_options{"--preset", "--size",      "--width-mm", "--height-mm",
                                       "--dpi",    "--css-width", "--scale"};
constexpr std::array frame_options{"--center", "--width-km", "--bbox", "--fit", "--frame"};
constexpr std::array time_options{"--at", "--from", "--to", "--compare"};
constexpr std::array file_options{"--output", "--alt", "--caption", "--factcheck", "--layout"};

/// Collects what the figure gives and leaves out what is empty.
class Options {
public:
    void add(const char* option, const std::string& text) {
        if (!text.empty()) m_values[option] = text;
    }
    void add(const char* option, std::optional<double> number) {
        if (number) m_values[option] = fmt::format("{}", *number);
    }
    void add(const char* option, const std::vector<std::string>& list) {
        if (!list.empty()) m_values[option] = fmt::format("{}", fmt::join(list, ","));
    }
    /// Removes the options of a group when one of the group was given.
    void give_way(std::span<const char* const> group, const OptionValues& given) {
        const bool is_given =
            std::any_of(group.begin(), group.end(), [&](const char* option) { return given.contains(option); });
        for (const char* option : group)
            if (is_given) m_values.erase(option);
    }
    void erase(const char* option) { m_values.erase(option); }
    [[nodiscard]] OptionValues take() { return std::move(m_values); }

private:
    OptionValues m_values;
};

/// What the figure has that no map shows yet; empty when there is nothing.
std::string not_drawable(const FigureDeclaration& figure) {
    if (!figure.insets.empty()) return "[[figure.inset]]";
    if (!figure.notes.empty()) return "[[figure.note]]";
    if (!figure.labels.empty()) return "[[figure.label]]";
    return figure.emphasise.empty() ? "" : "emphasise";
}

} // namespace

std::vector<const FigureDeclaration*> named_figures(const std::string& name, const assets::Scenario& scenario) {
    std::vector<const FigureDeclaration*> found;
    std::vector<std::string> known;
    for (const FigureDeclaration& figure : scenario.figures) {
        known.push_back(figure.id);
        if (name == figure.id || name == assets::every_figure) found.push_back(&figure);
    }
    if (known.empty()) throw UsageError{"--figure: the scenario has no [[figure]]"};
    if (found.empty())
        throw UsageError{"--figure: the scenario has no figure '" + name + "'" + did_you_mean_or_list(name, known)};
    return found;
}

OptionValues options_of(const FigureDeclaration& figure, const OptionValues& given) {
    if (const std::string part = not_drawable(figure); !part.empty())
        throw UsageError{fmt::format("{} cannot be drawn yet", part)};
    Options options;
    options.add("--preset", figure.preset);
    options.add("--size", figure.size);
    options.add("--width-mm", figure.width_mm);
    options.add("--height-mm", figure.height_mm);
    options.add("--dpi", figure.dpi);
    options.give_way(page_size_options, given);
    options.add("--at", figure.at);
    options.add("--from", figure.from);
    options.add("--to", figure.to);
    options.add("--compare", figure.compare);
    options.give_way(time_options, given);
    options.add("--fit", figure.fit);
    if (figure.centre) options.add("--center", fmt::format("{},{}", figure.centre->lon(), figure.centre->lat()));
    options.add("--width-km", figure.width_km);
    if (const auto& box = figure.bbox)
        options.add("--bbox", fmt::format("{},{},{},{}", box->west(), box->south(), box->east(), box->north()));
    options.add("--frame", figure.frame);
    options.give_way(frame_options, given);
    options.add("--projection", figure.projection);
    if (given.contains("--frame")) options.erase("--projection"); // a named frame brings its own
    options.add("--theme", figure.theme);
    options.add("--words", figure.words);
    options.add("--names", figure.names);
    options.add("--title", figure.title);
    options.add("--subtitle", figure.subtitle);
    options.add("--credit", figure.credit);
    options.add("--with", figure.show);
    options.add("--hide", figure.hide);
    options.add("--without", figure.without);
    OptionValues values = given;
    values.merge(options.take()); // an option that was given stays as it is
    values.erase("--figure");
    return values;
}

OptionValues with_id(OptionValues values, const std::string& id) {
    for (const char* option : file_options)
        if (const auto file = values.find(option); file != values.end()) {
            std::filesystem::path path{file->second};
            const std::string extension = path.extension().string();
            path.replace_filename(path.stem().string() + "-" + id + extension);
            file->second = path.string();
        }
    return values;
}

} // namespace app
