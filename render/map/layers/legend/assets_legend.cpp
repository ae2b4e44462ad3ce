#include "render/map/layers/legend/rows.hpp"
#include "render/map/words/plans.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace render {
namespace {

using assets::AssetType;
using assets::How;

bool draws_dots(const LegendRows& legend) {
    return legend.in.figure.symbols == SymbolSet::Dot || legend.visible.crowd;
}

SymbolStyle symbol_style(const LegendRows& legend, Colour colour) {
    const Theme& theme = legend.in.theme;
    SymbolStyle s;
    s.size_mm = std::min(theme.symbol_mm, 2.4 * theme.legend_mm);
    s.colour = colour;
    s.halo = theme.halo;
    s.halo_mm = 0; // a sample on the panel needs no halo
    s.course_deg = 90;
    s.dot = draws_dots(legend);
    return s;
}

/// The symbol, scaled to fit a row of one line, which is 1.45 times the type high, and centred in its sample.
std::vector<Command> symbol_sample(const Theme& theme, AssetType type, SymbolStyle style) {
    Rect box = symbol_box(type, style);
    const double fits = std::min(theme.legend_sample_mm() / box.w, 1.3 * theme.legend_mm / box.h);
    if (fits < 1) {
        style.size_mm *= fits;
        box = symbol_box(type, style);
    }
    Group group;
    group.affine = {1, 0, 0, 1, -(box.x + box.w / 2), -(box.y + box.h / 2)};
    group.commands = draw_symbol(type, style);
    std::vector<Command> out;
    out.push_back({std::move(group)});
    return out;
}

/// The number of drawn assets of each country.
std::map<std::string, int> drawn_by_country(const LegendRows& legend) {
    std::map<std::string, int> count;
    for (const std::string& iso : legend.visible.countries)
        count[iso] = 0;
    for (const assets::State& s : legend.in.snapshot.states.compute_all()) {
        const assets::Asset& asset = legend.in.scenario.assets[s.asset];
        const auto entry = count.find(asset.country);
        if (entry != count.end() && legend.visible.drawn_assets.contains(asset.id)) ++entry->second;
    }
    return count;
}

/// The countries that share one row. When there are many, only those with the most assets and a colour of their own
/// have separate rows.
std::set<std::string> other_countries(const LegendRows& legend) {
    constexpr std::size_t max_rows = 10; // nobody reads more rows
    if (legend.visible.countries.size() <= max_rows) return {};
    std::vector<std::pair<int, std::string>> by_count;
    for (const auto& [iso, count] : drawn_by_country(legend))
        by_count.emplace_back(legend.in.theme.country.contains(iso) ? -count : 1, iso);
    std::sort(by_count.begin(), by_count.end());
    std::set<std::string> others;
    for (std::size_t i = 0; i < by_count.size(); ++i)
        if (i + 1 >= max_rows || by_count[i].first > 0) others.insert(by_count[i].second);
    return others;
}

/// The only drawn asset of a type; empty when there are several.
std::string only_asset_of(const LegendRows& legend, AssetType type) {
    std::string found;
    for (const assets::State& s : legend.in.snapshot.states.compute_all()) {
        const assets::Asset& asset = legend.in.scenario.assets[s.asset];
        if (asset.type != type || !legend.visible.drawn_assets.contains(asset.id)) continue;
        if (!found.empty()) return {};
        found = asset.id;
    }
    return found;
}

void country_rows(LegendRows& legend, bool as_heading) {
    const Theme& theme = legend.in.theme;
    const auto disc_of = [&](const std::string& iso, double x) {
        Outline o = sample_disc(0.42 * theme.legend_mm);
        for (Point& p : o.points)
            p.x += x;
        return Command{FillPath{{std::move(o)}, theme.country_colour(iso)}};
    };
    const std::set<std::string> others = other_countries(legend);
    for (const std::string& iso : legend.visible.countries) {
        if (others.contains(iso)) continue;
        LegendRow& row = legend.add(LegendPlace::Forces, "country:" + iso, country_name(legend.in.words, iso), 1);
        row.heading = as_heading;
        if (!as_heading) row.sample = {disc_of(iso, 0)};
    }
    if (others.empty()) return;
    LegendRow& row =
        legend.add(LegendPlace::Forces, "country:other",
                   legend.in.words("legend.other_countries", {{"count", fmt::format("{}", others.size())}}), 1);
    constexpr std::size_t samples = 3;
    std::vector<std::string> colour_samples; // one country of each colour
    for (const std::string& iso : others) {
        const bool has_sample =
            std::any_of(colour_samples.begin(), colour_samples.end(), [&](const std::string& other) {
                return theme.country_colour(other) == theme.country_colour(iso);
            });
        if (!has_sample && colour_samples.size() < samples) colour_samples.push_back(iso);
    }
    for (std::size_t i = 0; i < colour_samples.size(); ++i)
        row.sample.push_back(disc_of(
            colour_samples[i],
            0.9 * theme.legend_mm * (static_cast<double>(i) - (static_cast<double>(colour_samples.size()) - 1) / 2)));
}

/// Rows for countries and kinds of symbol. With one country, the symbols have its colour. With several, each country
/// has a row for its colour, and the symbols are grey.
void force_rows(LegendRows& legend) {
    const Theme& theme = legend.in.theme;
    const bool dots = draws_dots(legend); // dots tell countries apart, not kinds
    const bool one_country = legend.visible.countries.size() == 1 && !dots;
    country_rows(legend, one_country);
    const Colour colour = one_country ? theme.country_colour(*legend.visible.countries.begin()) : theme.text_muted;
    std::set<std::string> named; // types of one name share a row
    for (const AssetType type : legend.visible.types) {
        const std::string name{assets::to_string(type)}, text = legend.in.words("type." + name);
        if (!named.insert(text).second) continue;
        LegendRow& row = legend.add(LegendPlace::Forces, "type:" + name, text, 3);
        row.labelled = only_asset_of(legend, type);
        SymbolStyle style = symbol_style(legend, colour);
        style.dot = false;
        row.sample = symbol_sample(legend.in.theme, type, style);
    }
    if (legend.visible.crowd && !legend.visible.types.empty()) {
        LegendRow& row = legend.add(LegendPlace::Forces, "how:crowd", legend.in.words("legend.crowd"), 3);
        row.sample = symbol_sample(legend.in.theme, AssetType::Other, symbol_style(legend, theme.text_muted));
    }
}

/// The assets that one certainty concerns.
struct Concerned {
    int count = 0;
    std::string first; ///< id of the first asset
    void add(const std::string& id) {
        if (count++ == 0) first = id;
    }
    explicit operator bool() const noexcept { return count > 0; }
};

/// A way of knowing a position, and how symbols show it.
struct Certainty {
    std::string_view id, words_key;
    SymbolFill fill = SymbolFill::Solid;
    double opacity = 1;
    bool question = false;
};

LegendRow& add(LegendRows& legend, LegendPlace place, const Concerned& concerned, const Certainty& certainty) {
    LegendRow& row = legend.add(place, fmt::format("how:{}", certainty.id), legend.in.words(certainty.words_key), 2);
    if (concerned.count == 1) row.labelled = concerned.first;
    SymbolStyle style = symbol_style(legend, legend.sample_colour());
    style.fill = certainty.fill;
    style.question_mark = certainty.question;
    const auto& types = legend.visible.types;
    row.sample = symbol_sample(legend.in.theme, types.empty() ? AssetType::Frigate : *types.begin(), style);
    row.opacity = certainty.opacity;
    return row;
}

/// The ways of knowing that the symbols on the map show. Each symbol counts once, by its strongest doubt.
struct ShownCertainties {
    Concerned solid, interpolated, held, sometime, may_have_left, may_not_have_arrived, planned, proposed;
    std::set<std::string> plans, proposals; ///< the plan_words() of the states, each once
    bool stale = false;                     ///< one of the held positions is stale
};

void add_plan(const LegendRows& legend, ShownCertainties& seen, const assets::State& state) {
    const std::string& id = legend.in.scenario.assets[state.asset].id;
    const bool proposed = is_proposed(legend.in.scenario, state);
    (proposed ? seen.proposed : seen.planned).add(id);
    (proposed ? seen.proposals : seen.plans).insert(plan_words(legend.in, state));
}

ShownCertainties shown_certainties(const LegendRows& legend) {
    using assets::Flag;
    ShownCertainties seen;
    for (const assets::State& s : legend.in.snapshot.states.compute_all()) {
        const assets::Asset& asset = legend.in.scenario.assets[s.asset];
        if (!legend.visible.drawn_assets.contains(asset.id) || s.carrier != assets::no_index) continue;
        const bool holds = asset.path == assets::PathRule::Hold;
        if (s.flags.has(Flag::MayHaveLeft))
            seen.may_have_left.add(asset.id);
        else if (s.flags.has(Flag::MayNotHaveArrived))
            seen.may_not_have_arrived.add(asset.id);
        else if (s.flags.has(Flag::Planned))
            add_plan(legend, seen, s);
        else if (s.flags.has(Flag::Sometime))
            seen.sometime.add(asset.id);
        else if (s.how == How::Interpolated)
            seen.interpolated.add(asset.id);
        else if (s.how == How::Stale || (s.how == How::Held && !holds))
            seen.held.add(asset.id);
        else
            seen.solid.add(asset.id);
        seen.stale = seen.stale || s.how == How::Stale;
    }
    return seen;
}

/// "Planned, 2030s" where the words hold for all plans on the map, else "Planned".
void plan_row(LegendRows& legend, const Concerned& concerned, const std::set<std::string>& words,
              const Certainty& certainty) {
    if (!concerned) return;
    LegendRow& row = add(legend, LegendPlace::Older, concerned, certainty);
    row.labelled.clear(); // the legend explains even a single plan, because a row of a list has only the short words
    if (words.size() == 1 && !words.begin()->empty()) row.text = capitalised(*words.begin());
}

void certainty_rows(LegendRows& legend) {
    const Theme& theme = legend.in.theme;
    const ShownCertainties seen = shown_certainties(legend);
    const auto row = [&](LegendPlace place, const Concerned& concerned, const Certainty& certainty) {
        if (concerned) (void)add(legend, place, concerned, certainty);
    };
    if (seen.solid.count > 0) (void)add(legend, LegendPlace::Reported, {}, {"reported", "legend.reported"});
    row(LegendPlace::Reported, seen.interpolated, {"interpolated", "legend.interpolated", SymbolFill::Hollow});
    row(LegendPlace::Older, seen.held,
        {"held", "legend.held", SymbolFill::Solid, seen.stale ? theme.stale_opacity : theme.held_opacity});
    row(LegendPlace::Older, seen.sometime, {"sometime", "legend.sometime", SymbolFill::Hollow});
    row(LegendPlace::Older, seen.may_have_left, {"may_have_left", "legend.may_have_left", SymbolFill::Hollow, 1, true});
    row(LegendPlace::Older, seen.may_not_have_arrived,
        {"may_not_have_arrived", "legend.may_not_have_arrived", SymbolFill::Hollow, 1, true});
    plan_row(legend, seen.planned, seen.plans, {"planned", "legend.planned", SymbolFill::Dotted});
    plan_row(legend, seen.proposed, seen.proposals, {"proposed", "legend.proposed", SymbolFill::Dotted});
}

/// Says what the direction of a symbol means where a reader could be misled: a ship or aircraft that may be on the move
/// points to the right only because its course is not reported.
void heading_row(LegendRows& legend) {
    if (!legend.visible.without_heading) return;
    (void)legend.add(LegendPlace::Remarks, "heading",
                     legend.in.words(legend.visible.headings ? "legend.some_headings" : "legend.no_headings"), 2);
}

} // namespace

bool is_doubt(const LegendRow& row) {
    static const std::set<std::string> doubts{
        "how:interpolated",         "how:held",    "how:sometime", "how:may_have_left",
        "how:may_not_have_arrived", "how:planned", "how:proposed"};
    return doubts.contains(row.id);
}

void assets_legend(LegendRows& legend) {
    force_rows(legend);
    certainty_rows(legend);
    heading_row(legend);
}

} // namespace render
