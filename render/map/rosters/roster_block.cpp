#include "render/map/rosters/roster_block.hpp"

#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double least_type_mm = 2.12; // 6 pt

/// Sizes of a roster's type and symbols, in mm.
struct Sizes {
    double head, row, leading, symbol, gap;
};

Sizes sizes_of(const Theme& theme, double least_mm, Roster::Form form) {
    if (form == Roster::Form::Column)
        return {theme.small_mm, theme.asset_label_mm, 1.25 * theme.asset_label_mm, theme.symbol_mm, 0.9};
    const double row = list_row_mm(theme, least_mm);
    return {1.08 * row, row, 1.25 * row, 1.85 * row, 0.7};
}

/// "and 4 destroyers", "and 2 destroyers, 1 frigate", "and 9 others".
std::string rest_text(const Inputs& in, const Roster& roster, std::size_t named) {
    std::vector<std::pair<assets::AssetType, std::size_t>> types;
    for (std::size_t i = named; i < roster.rows.size(); ++i) {
        const assets::AssetType type = roster.rows[i].asset.type;
        const auto known = std::find_if(types.begin(), types.end(), [&](const auto& t) { return t.first == type; });
        if (known == types.end())
            types.emplace_back(type, 1);
        else
            ++known->second;
    }
    const auto counted = [&](std::string_view key, std::size_t count) {
        return in.words(key, {{"count", fmt::format("{}", count)}});
    };
    std::string list;
    if (types.size() > 2) {
        list = counted("roster.others", roster.rows.size() - named);
    } else {
        for (const auto& [type, count] : types) {
            const std::string name{assets::to_string(type)};
            list += (list.empty() ? "" : in.words("label.list_separator")) +
                    (count == 1 ? in.words("one." + name) : counted("several." + name, count));
        }
    }
    return in.words("roster.rest", {{"list", list}});
}

TextStyle style_of(const Theme& theme, const Roster& roster, Roster::Form form, bool is_head, const Sizes& sizes) {
    TextStyle style{.size_mm = is_head ? sizes.head : sizes.row,
                    .colour = theme.text,
                    .halo = Halo{faded(theme.halo, 0.9), theme.text_halo_mm}};
    const bool bold = is_head != (form == Roster::Form::Column); // the heads of lists and the names of columns
    style.weight = bold ? 600 : 400;
    if (is_head && form == Roster::Form::Column) style.colour = theme.text_muted;
    if (is_head && !roster.sea.empty() && roster.in_water) {
        style.weight = 400;
        style.italic = true;
        style.colour = theme.sea_label;
        style.size_mm *= 1.1;
    }
    return style;
}

/// The symbol of a row, so small that it does not touch those of the rows above and below.
SymbolStyle symbol_style(const Roster& roster, std::size_t row, const Sizes& sizes, Roster::Form form) {
    const DrawnAsset& asset = roster.rows[row].asset;
    SymbolStyle style = asset.style;
    if (form == Roster::Form::List) {
        if (!style.dot) style.size_mm = std::min(style.size_mm, sizes.symbol);
        style.halo_mm *= 0.6;
    }
    style.course_deg = 90; // rows show no heading
    const double height = symbol_box(asset.type, style).h;
    if (height > sizes.leading) style.size_mm *= sizes.leading / height;
    return style;
}

} // namespace

double list_row_mm(const Theme& theme, double least_mm) {
    return std::max({least_type_mm, least_mm, 0.76 * theme.asset_label_mm});
}

RosterBlock set_roster(const Inputs& in, const Roster& roster, Roster::Form form, std::size_t named, bool mirrored) {
    const Theme& theme = in.theme;
    const Sizes sizes = sizes_of(theme, in.figure.least_type_mm, form);
    RosterBlock block;
    double column_w = 0; // of the symbols
    for (std::size_t i = 0; i < named; ++i)
        column_w = std::max(column_w, symbol_box(roster.rows[i].asset.type, symbol_style(roster, i, sizes, form)).w);
    struct Item {
        std::string text;
        std::optional<std::size_t> row;
        bool is_head;
    };
    std::vector<Item> items;
    const bool is_name_of_sea = !roster.sea.empty() && roster.in_water;
    const bool counts = !is_name_of_sea && form == Roster::Form::List && roster.rows.size() > 1;
    const bool names = in.shows(names_layer); // without names a roster is a column of symbols
    if (names && !roster.head.empty()) {
        std::string head = !roster.sea.empty() && !roster.in_water ? roster.far_head : roster.printed_head;
        if (!roster.only_place && form == Roster::Form::List) head = in.words("roster.nearby", {{"place", head}});
        if (counts) head = in.words("roster.head", {{"place", head}, {"count", fmt::format("{}", roster.rows.size())}});
        items.push_back({head, std::nullopt, true});
    }
    for (std::size_t i = 0; i < named; ++i)
        items.push_back({names ? roster.rows[i].text : std::string{}, i, false});
    if (names && named < roster.rows.size()) items.push_back({rest_text(in, roster, named), std::nullopt, false});
    // A column has the name of its place below its rows, a list above them.
    if (form == Roster::Form::Column && !items.empty() && items.front().is_head)
        std::rotate(items.begin(), items.begin() + 1, items.end());

    double y = 0;
    const std::string language = in.words.line_language();
    for (const Item& item : items) {
        const TextStyle style = style_of(theme, roster, form, item.is_head, sizes);
        RosterBlock::Line line{item.text, in.typesetter.set(item.text, style, language), {}, {}, item.row};
        const double left = item.is_head && form == Roster::Form::List ? 0 : column_w + (names ? sizes.gap : 0);
        const double h = item.is_head ? 1.1 * style.size_mm : sizes.leading;
        line.at = {left, y + 0.5 * h + 0.36 * style.size_mm};
        line.box = {left, y, line.text.width_mm, h};
        if (item.row) {
            line.style = symbol_style(roster, *item.row, sizes, form);
            line.symbol = {column_w / 2, y + 0.5 * h};
            line.box = {0, y, left + line.text.width_mm, h};
        }
        block.w_mm = std::max(block.w_mm, left + line.text.width_mm);
        y += h;
        block.lines.push_back(std::move(line));
    }
    block.h_mm = y;
    block.join_y_mm = block.lines.empty() ? 0 : block.lines.front().box.y + block.lines.front().box.h / 2;
    if (mirrored) {
        for (RosterBlock::Line& line : block.lines) {
            const double text_left = line.at.x;
            line.at.x = block.w_mm - text_left - line.text.width_mm;
            line.box.x = block.w_mm - line.box.x - line.box.w;
            line.symbol.x = block.w_mm - line.symbol.x;
        }
    }
    return block;
}

} // namespace render
