#include "render/map/rosters/label_lines.hpp"

#include "render/map/words/plans.hpp"
#include "render/map/words/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Flag;
using assets::How;
using assets::State;

/// How many of the assets that a symbol also stands for are named; the others are counted. One more name takes no more
/// room than "and 1 more".
std::size_t max_names(const Inputs& in, std::size_t count) {
    constexpr double column_mm = 120.0;
    const std::size_t most = in.figure.page_width_mm < column_mm ? 1 : 3;
    return count == most + 1 ? count : most;
}
constexpr std::size_t max_line_letters = 34; ///< longer lines below the name are broken

const assets::Asset& asset_of(const Inputs& in, std::size_t state) {
    return in.scenario.assets[in.snapshot.states[state].asset];
}

/// Which languages of names a text has: both, one behind the other, or that of the first or second line of a label.
enum class Part { Both, First, Second };

/// The name of the asset. An asset with a name in only one of the languages has it in both lines.
std::string name_of(const Inputs& in, std::size_t state, Part part) {
    const MapName names = asset_names(in, asset_of(in, state));
    if (part == Part::Both) return names.in_line();
    return (part == Part::First ? names.parts.front() : names.parts.back()).text;
}

std::string names_of(const Inputs& in, const std::vector<std::size_t>& states, Part part) {
    const std::size_t named = max_names(in, states.size());
    std::string names;
    for (std::size_t i = 0; i < std::min(states.size(), named); ++i) {
        if (i > 0) names += in.words("label.list_separator");
        names += name_of(in, states[i], part);
    }
    if (states.size() <= named) return names;
    return in.words("label.and_others", {{"names", names}, {"count", fmt::format("{}", states.size() - named)}});
}

/// The last instant for which the fix behind an old position speaks; empty if the position is of the map's instant. A
/// position is old when the asset was last reported there, or when research stopped before the map's instant.
std::optional<assets::Instant> old_since(const Inputs& in, const State& state, assets::PathRule path) {
    if (state.fix == nullptr) return std::nullopt;
    if (state.how == How::Stale) return state.fix->to;
    if (path == assets::PathRule::Hold) return std::nullopt; // a base is where it was
    if (state.how == How::Held) return state.fix->to;
    if (state.how == How::Reported && is_after_data(in)) return std::min(state.fix->to, *in.scenario.data_to_day);
    return std::nullopt;
}

/// Returns the name, with the date of an old report, which must not read as current: "Aurora, 17 Oct.".
std::string dated(const Inputs& in, std::size_t index, std::string name) {
    const State& state = in.snapshot.states[index];
    const auto since = old_since(in, state, asset_of(in, index).path);
    if (!since) return name;
    return in.words("label.dated", {{"name", name}, {"date", short_time(in, *state.fix, *since)}});
}

/// The companions that are embarked in the asset, or else those that are members of it.
std::vector<std::size_t> companions(const Inputs& in, const DrawnAsset& d, bool embarked) {
    std::vector<std::size_t> found;
    for (const std::size_t other : d.companions)
        if ((in.snapshot.states[other].carrier == in.snapshot.states[d.state].asset) == embarked)
            found.push_back(other);
    return found;
}

/// Returns the name, with what is embarked: "Montréal + CH-148".
std::string with_embarked(const Inputs& in, const DrawnAsset& d, std::string name, Part part) {
    const std::vector<std::size_t> embarked = companions(in, d, true);
    if (!embarked.empty()) {
        name += ' ';
        name += in.words("label.embarked", {{"names", names_of(in, embarked, part)}});
    }
    return name;
}

std::string first_line(const Inputs& in, const DrawnAsset& d, Part part) {
    return with_embarked(in, d, dated(in, d.state, name_of(in, d.state, part)), part);
}

std::string members_line(const Inputs& in, const DrawnAsset& d) {
    const std::vector<std::size_t> members = companions(in, d, false);
    return members.empty() ? std::string{} : in.words("label.members", {{"names", names_of(in, members, Part::Both)}});
}

/// The place of a state: "in the South China Sea", "Incheon". A base is its own place, so its name says where it is.
std::string where_words(const Inputs& in, const State& state) {
    const assets::AssetType type = in.scenario.assets[state.asset].type;
    if (!state.area() && assets::is_site(type) && type != assets::AssetType::Headquarters) return {};
    if (state.area())
        return in.words("label.in_area",
                        {{"area", area_name(in.words, in.scenario, *state.area(), assets::Article::With)}});
    return in.words.names().of_place(in.scenario, state.place(), state.where);
}

std::string dates_of(const Inputs& in, const assets::Fix& fix) {
    const std::string from = short_date(in, fix.from, fix.utc_offset_h()),
                      to = short_date(in, fix.to, fix.utc_offset_h());
    return from == to ? from : in.words("date.span", {{"from", from}, {"to", to}});
}

/// How the position is known, unless it is simply reported.
std::vector<std::string> doubts(const Inputs& in, const State& state, std::string plan) {
    std::vector<std::string> words;
    if (state.how == How::Interpolated) words.push_back(in.words("label.interpolated"));
    if (state.flags.has(Flag::Sometime) && state.fix != nullptr) {
        words.push_back(in.words("label.sometime", {{"dates", dates_of(in, *state.fix)}}));
    }
    if (!plan.empty()) words.push_back(std::move(plan));
    if (state.flags.has(Flag::MayHaveLeft)) words.push_back(in.words("label.may_have_left"));
    if (state.flags.has(Flag::MayNotHaveArrived)) words.push_back(in.words("label.may_not_have_arrived"));
    if (state.flags.has(Flag::Estimated)) words.push_back(in.words("label.estimated"));
    return words;
}

std::size_t letters(const std::string& utf8) {
    std::size_t count = 0;
    for (const char c : utf8)
        count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1U : 0U;
    return count;
}

/// The width of a text in letters, of which a Chinese, Japanese or Korean character takes two.
std::size_t width_in_letters(const std::string& utf8) {
    constexpr unsigned char first_wide = 0xE3; // first byte of U+3000 and above in UTF-8
    const auto wide = std::ranges::count_if(utf8, [](char c) { return static_cast<unsigned char>(c) >= first_wide; });
    return letters(utf8) + static_cast<std::size_t>(wide);
}

/// The parts between which a line may be broken: words, and what ends in a comma of Chinese or Japanese, which has no
/// blank behind it. A word keeps its blank.
std::vector<std::string> breakable_parts(const std::string& line) {
    std::vector<std::string> parts(1);
    for (const char c : line) {
        parts.back() += c;
        if (c == ' ' || parts.back().ends_with("、") || parts.back().ends_with("，")) parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

/// Breaks a long line below a name into rows. Empty for an empty line.
std::vector<std::string> rows_of(const std::string& line) {
    const auto without_blank = [](std::string text) {
        if (text.ends_with(' ')) text.pop_back();
        return text;
    };
    std::vector<std::string> rows;
    std::string row;
    for (const std::string& part : breakable_parts(line)) {
        if (!row.empty() && width_in_letters(without_blank(row + part)) > max_line_letters) {
            rows.push_back(without_blank(std::move(row)));
            row.clear();
        }
        row += part;
    }
    if (!row.empty()) rows.push_back(without_blank(std::move(row)));
    return rows;
}

} // namespace

std::vector<std::string> label_lines(const Inputs& in, const DrawnAsset& d) {
    const State& state = in.snapshot.states[d.state];
    std::vector<std::string> lines{first_line(in, d, Part::First)};
    if (asset_names(in, asset_of(in, d.state)).parts.size() > 1)
        lines.push_back(with_embarked(in, d, name_of(in, d.state, Part::Second), Part::Second));
    std::vector<std::string> parts;
    if (std::string members = members_line(in, d); !members.empty()) lines.push_back(std::move(members));
    if (std::string where = where_words(in, state); !where.empty()) parts.push_back(std::move(where));
    for (std::string& doubt : doubts(in, state, plan_words(in, state)))
        parts.push_back(std::move(doubt));
    const std::string separator = in.words("label.list_separator");
    std::string line;
    for (const std::string& part : parts) {
        if (!line.empty() && letters(line) + letters(part) > max_line_letters) {
            lines.push_back(std::move(line));
            line.clear();
        }
        if (!line.empty()) line += separator;
        line += part;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    std::vector<std::string> rows{std::move(lines.front())};
    for (std::size_t i = 1; i < lines.size(); ++i)
        for (std::string& row : rows_of(lines[i]))
            rows.push_back(std::move(row));
    return rows;
}

std::string roster_text(const Inputs& in, const DrawnAsset& d, bool place_is_head) {
    const State& state = in.snapshot.states[d.state];
    const std::string separator = in.words("label.list_separator");
    std::string text = first_line(in, d, Part::Both);
    if (const std::string members = members_line(in, d); !members.empty()) text += separator + members;
    if (!place_is_head)
        if (const std::string where = where_words(in, state); !where.empty()) text += separator + where;
    for (const std::string& doubt : doubts(in, state, short_plan_words(in, state)))
        text += separator + doubt;
    return text;
}

std::vector<std::size_t> unnamed_companions(const Inputs& in, const DrawnAsset& d) {
    std::vector<std::size_t> unnamed;
    for (const bool embarked : {true, false}) {
        const std::vector<std::size_t> states = companions(in, d, embarked);
        for (std::size_t i = max_names(in, states.size()); i < states.size(); ++i)
            unnamed.push_back(states[i]);
    }
    return unnamed;
}

} // namespace render
