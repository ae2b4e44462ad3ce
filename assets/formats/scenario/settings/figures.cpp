#include "assets/formats/reading/section.hpp"
#include "assets/formats/scenario/readers.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assets {
namespace {

std::optional<OffsetMm> offset_of(const Section& section) {
    const auto numbers = section.numbers("offset_mm", 2);
    return numbers ? std::optional{OffsetMm{(*numbers)[0], (*numbers)[1]}} : std::nullopt;
}

FigureSpot text_or_point(const Section& section, std::string_view key) {
    if (const auto point = section.point(key)) return *point;
    return section.text(key);
}

void read_inset(const Schema& schema, Section& section, FigureDeclaration& figure) {
    FigureInset inset;
    read_keys(inset, section, schema.inset);
    inset.centre = section.point("center");
    figure.insets.push_back(std::move(inset));
}

void read_note(const Schema& schema, Section& section, FigureDeclaration& figure) {
    FigureNote note;
    read_keys(note, section, schema.note);
    note.at = text_or_point(section, "at");
    note.to = text_or_point(section, "to");
    note.offset_mm = offset_of(section);
    figure.notes.push_back(std::move(note));
}

void read_label(const Schema& schema, Section& section, FigureDeclaration& figure) {
    FigureLabel label;
    read_keys(label, section, schema.label);
    label.offset_mm = offset_of(section);
    figure.labels.push_back(std::move(label));
}

/// Reports keys that exclude each other, and keys that need another one.
void check_together(Section& section) {
    const auto exclude = [&](std::string_view key, std::initializer_list<std::string_view> others) {
        for (const std::string_view other : others)
            if (section.node(key) && section.node(other))
                section.error(key, code::conflicting_values, fmt::format("cannot be given together with {}", other));
    };
    const auto need = [&](std::string_view key, std::string_view other) {
        if (section.node(key) && !section.node(other))
            section.error(key, code::missing_value, fmt::format("needs {}", other));
    };
    if (section.node("bbox") && (section.node("center") || section.node("width_km")))
        section.error("bbox", code::conflicting_values, "cannot be given together with center or width_km");
    exclude("fit", {"bbox", "center", "width_km"});
    exclude("frame", {"bbox", "center", "width_km", "fit", "projection"});
    exclude("preset", {"size", "width_mm"});
    exclude("size", {"width_mm"});
    exclude("at", {"from", "to"});
    exclude("compare", {"from", "to"});
    need("from", "to");
    need("to", "from");
    need("compare", "at");
    need("height_mm", "width_mm");
}

/// Reports times that are dates of [read] dates but not of the command line, whose forms a figure takes.
void check_times(Section& section) {
    for (const std::string_view key : {"at", "from", "to", "compare"}) {
        const std::string text = section.time_text(key);
        std::string error;
        if (!text.empty() && section.time(key) && !parse_instant_argument(text, error))
            section.error(key, code::bad_time, error);
    }
}

} // namespace

void read_figure(Reading& reading, Section& section) {
    FigureDeclaration figure;
    read_keys(figure, section, reading.schema.figure);
    const auto& others = reading.scenario.figures;
    if (section.node("id") && !is_id(figure.id))
        section.error(
            "id", code::bad_id,
            fmt::format("{} is not an id; use small letters, digits, '.', '_' and '-'; begin with a letter or digit",
                        in_quotes(figure.id)));
    else if (figure.id == every_figure)
        section.error("id", code::bad_id, "'all' means every figure on the command line; choose another id");
    else if (std::any_of(others.begin(), others.end(), [&](const auto& other) { return other.id == figure.id; }))
        section.error("id", code::duplicate, fmt::format("{} appears twice", in_quotes(figure.id)));
    check_together(section);
    check_times(section);
    figure.centre = section.point("center");
    figure.bbox = read_box(section, "bbox");
    section.for_each_table("inset", [&](Section& table) { read_inset(reading.schema, table, figure); });
    section.for_each_table("note", [&](Section& table) { read_note(reading.schema, table, figure); });
    section.for_each_table("label", [&](Section& table) { read_label(reading.schema, table, figure); });
    figure.line = section.line();
    figure.file = section.file();
    reading.scenario.figures.push_back(std::move(figure));
}

void report_unknown_figure_ids(Reading& reading) {
    const auto& scenario = reading.scenario;
    std::vector<std::string_view> assets, both;
    for (const Asset& asset : scenario.assets)
        assets.emplace_back(asset.id);
    both = assets;
    for (const Zone& zone : scenario.zones)
        both.emplace_back(zone.id);
    for (std::size_t i = 0; i < scenario.figures.size(); ++i) {
        const FigureDeclaration& figure = scenario.figures[i];
        const auto check = [&](std::string_view key, const std::vector<std::string>& ids,
                               const std::vector<std::string_view>& known, std::string_view what) {
            for (const std::string& id : ids)
                if (std::find(known.begin(), known.end(), id) == known.end() && !(key == "fit" && id == "all"))
                    reading.findings.error(
                        code::unknown_id, {figure.file, figure.line, fmt::format("figure[{}].{}", i, key), {}, {}},
                        fmt::format("there is no {} {}{}", what, in_quotes(id), did_you_mean(id, known)));
        };
        check("fit", figure.fit, both, "asset or zone");
        check("hide", figure.hide, both, "asset or zone");
        check("emphasise", figure.emphasise, assets, "asset");
    }
}

} // namespace assets
