// What the panels of the window say about varied scenarios, as text, compared with accepted files.
#include "app/session/document/problems.hpp"
#include "app/session/models/asset_list_model.hpp"
#include "app/session/models/inspector_model.hpp"
#include "app/session/models/search_model.hpp"
#include "app/session/models/timeline_model.hpp"
#include "app/session/playhead/noon.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <fmt/format.h>

using namespace session_test;
using std::chrono::hours;

namespace {

const std::string fixtures = THEATRUM_SOURCE_DIR "/tests/fixtures/";

app::Session opened(const std::string& name, const std::string& at) {
    auto made = session();
    open(made, name);
    made.apply(app::GoToTime{utc(at)});
    return made;
}

std::string place(const std::optional<geo::LonLat>& at) {
    return at ? fmt::format("{:.2f},{:.2f}", at->lon(), at->lat()) : "-";
}

std::string inspection_text(const app::Inspection& i) {
    std::string text = fmt::format("{} {} '{}' '{}' '{}' at {} {:.0f} km\n", i.kind, i.id, i.title, i.subtitle, i.state,
                                   place(i.at), i.width_km);
    for (const auto& [name, value] : i.facts)
        text += fmt::format("  {}: {}\n", name, value);
    for (const auto* neighbour : {&i.before, &i.after})
        if (*neighbour)
            text += fmt::format("  near: {} | {} | {} | {:.1f} h | to {}\n", (*neighbour)->words, (*neighbour)->where,
                                (*neighbour)->when, (*neighbour)->hours, assets::to_iso((*neighbour)->at));
    for (const app::FixWords& f : i.fixes)
        text += fmt::format("  {}{} | {} | {} | {} | {}:{} | {} {} sources\n", f.in_force ? "* " : "", f.when, f.where,
                            f.how, f.confidence, f.file, f.line, assets::to_iso(f.from), f.sources.size());
    for (const app::SourceWords& s : i.sources)
        text += fmt::format("  source {} '{}' {} {} {}\n", s.id, s.title, s.publisher, s.published, s.url);
    if (!i.note.empty()) text += "  note " + i.note + "\n";
    return text;
}

} // namespace

TEST_CASE("what the inspector says about each thing is as accepted", "[approval]") {
    std::string text;
    auto atlas = opened(fixtures + "atlas", "2024-06-15T12:00Z");
    const auto add = [&](const app::Session& s, const std::string& kind, const std::string& id) {
        const auto found = app::inspect(s.document().words(), *s.scenario(), s.snapshot(), {kind, id});
        text += found ? inspection_text(*found) : kind + " " + id + ": nothing\n";
    };
    for (std::size_t i = 0; i < 44; ++i)
        add(atlas, "asset", atlas.scenario()->assets[i].id);
    for (const auto& zone : atlas.scenario()->zones)
        add(atlas, "zone", zone.id);
    for (std::size_t i = 0; i < atlas.scenario()->events.size(); i += 2)
        add(atlas, "event", atlas.scenario()->events[i].id);
    for (const auto& [kind, id] : std::vector<std::pair<std::string, std::string>>{
             {"place", "busan"}, {"place", "quay"}, {"sea", "coral-sea"}, {"sea", "no-sea"}, {"asset", "nobody"}})
        add(atlas, kind, id);
    auto clock = opened(fixtures + "clock", "2024-03-04T07:00Z");
    for (std::size_t i = 0; i < clock.scenario()->assets.size(); i += 5)
        add(clock, "asset", clock.scenario()->assets[i].id);
    support::check_golden_text("session/inspector.txt", text);
}

TEST_CASE("the list of assets is as accepted", "[approval]") {
    std::string text;
    auto s = opened(fixtures + "atlas", "2024-06-15T12:00Z");
    s.apply(app::ShowAsset{"cruiser", false});
    s.apply(app::Select{"asset", "carrier"});
    for (const std::string filter : {"", "frig", "CANADA", "yoko", "ss-5", "zzz", "escort"}) {
        text += "filter '" + filter + "'\n";
        for (const app::AssetCountry& country : app::asset_list(s, filter)) {
            text +=
                fmt::format("  {} {}: {} shown, {} known\n", country.code, country.name, country.shown, country.known);
            for (const app::AssetRow& row : country.rows)
                text +=
                    fmt::format("    {}{} '{}' '{}' '{}'{}{} {} {:.0f} km\n", std::string(std::size_t(row.depth), '>'),
                                row.id, row.name, row.detail, row.words, row.shown ? "" : " hidden",
                                row.selected ? " selected" : "", place(row.at), row.width_km);
        }
    }
    support::check_golden_text("session/asset_list.txt", text);
}

TEST_CASE("what a search finds is as accepted", "[approval]") {
    auto s = opened(fixtures + "atlas", "2024-06-15T12:00Z");
    const app::SearchIndex index{s.scenario()};
    std::string text;
    for (const std::string query : {"frigate",
                                    "frigat",
                                    "frgate",
                                    "Yoko",
                                    "busan",
                                    "Pusan",
                                    "coral",
                                    "box",
                                    "Box east",
                                    "visit",
                                    "sea",
                                    "quay",
                                    "부두",
                                    "DE-2",
                                    "x",
                                    "",
                                    "   ",
                                    "35.1 N 129.0 E",
                                    "129.0, 35.1",
                                    "35.1N 129W",
                                    "91, 10",
                                    "10, 91",
                                    "35 30 N 129 15 E",
                                    "35.1 S, 129.5 W",
                                    "12",
                                    "180, -90",
                                    "port",
                                    "south",
                                    "hospital ship",
                                    "hosp sh",
                                    "twin 1",
                                    "dateline"}) {
        text += "'" + query + "'\n";
        for (const app::SearchHit& hit : index.find(query, s.snapshot(), 5))
            text += fmt::format("  {} {} '{}' '{}' {} {:.0f} km\n", hit.kind, hit.id, hit.name, hit.detail,
                                place(hit.at), hit.width_km);
        for (const bool area : {false, true})
            for (const app::PlaceSuggestion& place :
                 app::suggest_places(index, *s.scenario(), s.snapshot(), query, area, 3))
                text +=
                    fmt::format("  {} {} '{}' '{}'\n", area ? "area" : "place", place.value, place.name, place.detail);
    }
    support::check_golden_text("session/search.txt", text);
}

TEST_CASE("the lanes, ticks and words of the timeline are as accepted", "[approval]") {
    using assets::to_iso;
    std::string text;
    for (const std::string folder : {"clock", "atlas"}) {
        auto s = opened(fixtures + folder, "2024-06-15T12:00Z");
        const auto& scenario = *s.scenario();
        const app::TimelineModel model = app::timeline_model(scenario, *scenario.start, *scenario.end);
        const app::TimeAxis axis{model.start, model.end, 100, 1000};
        text += fmt::format("{} {} {} {}\n", folder, to_iso(model.start), to_iso(model.end), model.utc_offset_h);
        std::size_t number = 0;
        for (const app::TimelineLane& lane : model.lanes) {
            if (++number % 5 != 1) continue;
            text += fmt::format("  {} '{}' {}\n", lane.id, lane.label, lane.country);
            for (const app::TimelineBar& bar : lane.bars)
                text += fmt::format("    bar {} {}{} {} {} '{}'\n", to_iso(bar.from), to_iso(bar.to),
                                    bar.open_end ? " open" : "", bar.from_error_h, bar.to_error_h,
                                    app::bar_words(scenario, bar));
            for (const app::TimelinePiece& piece : lane.pieces)
                text += fmt::format("    {} {} {}{}{} '{}'\n", to_iso(piece.from), to_iso(piece.to), piece.error_h,
                                    piece.wide ? " wide" : "", piece.sometime ? " sometime" : "",
                                    app::piece_words(scenario, piece));
            text += "    hits";
            for (double x = 100; x < 600; x += 23) {
                const auto hit = app::hit_lane(lane, axis, x);
                text += fmt::format(" {}{}", static_cast<int>(hit.on), hit.index);
            }
            text += "\n    clicks";
            for (double x = 110; x < 400; x += 71)
                text += " " + to_iso(app::clicked_instant(scenario, lane, axis, x));
            text += '\n';
        }
        for (const app::TimelineEvent& event : model.events)
            text += fmt::format("  event {} {} {} {} '{}'\n", event.id, to_iso(event.from), to_iso(event.to),
                                to_iso(event.show), app::event_words(scenario, event));
        text += "  event hits";
        for (double x = 100; x < 1100; x += 11)
            if (const auto hit = app::hit_event(model, axis, x); hit.on == app::TimelineHit::On::Event)
                text += fmt::format(" {}:{}", x, hit.index);
        text += '\n';
        for (const double factor : {0.5, 4.0, 1e6}) {
            const app::TimeAxis zoomed = axis.zoomed(400, factor, model), panned = zoomed.panned(150, model),
                                shown = zoomed.showing(model.start, model), resized = axis.resized(5, 333);
            text +=
                fmt::format("  zoomed {}: {} {} panned {} shows {} resized {:.1f}\n", factor, to_iso(zoomed.from()),
                            to_iso(zoomed.to()), to_iso(panned.from()), to_iso(shown.from()), resized.seconds_per_px());
        }
    }
    const auto start = utc("2024-02-27T00:00Z");
    for (const auto& [length_h, offset] : std::vector<std::pair<double, double>>{{0.1, 0},
                                                                                 {1, 5.5},
                                                                                 {6, 0},
                                                                                 {30, -3.5},
                                                                                 {100, 9},
                                                                                 {400, 0},
                                                                                 {1500, 0},
                                                                                 {6000, 8},
                                                                                 {30000, 0},
                                                                                 {200000, 0}}) {
        const app::TimeAxis axis{start, start + std::chrono::seconds{static_cast<int>(length_h * 3600)}, 0, 900};
        text += fmt::format("ticks of {} h at {}:", length_h, offset);
        for (const app::AxisTick& tick : app::axis_ticks(axis, offset, 90))
            text += fmt::format(" {:.0f}{}'{}'", tick.x, tick.major ? "!" : "", tick.label);
        text += fmt::format("\n  rounded {} {} clicked {} {}\n", to_iso(app::rounded_instant(axis, 123.4)),
                            to_iso(app::rounded_instant(axis, 777)), to_iso(app::clicked_instant(axis, 123.4, offset)),
                            to_iso(app::clicked_instant(axis, 880, offset)));
    }
    support::check_golden_text("session/timeline.txt", text);
}

TEST_CASE("typed dates, and dates and ages in words, are as accepted", "[approval]") {
    std::string text;
    const auto shown = utc("2024-08-14T12:00Z");
    for (const std::string typed : {"2024-07-31",
                                    "2024-07",
                                    "2024",
                                    "2024-07-31T06:00Z",
                                    "2024-07-31 06:00",
                                    "31 July 2024",
                                    "31 July",
                                    "July 2024",
                                    "July",
                                    "31",
                                    "Wed 14 Aug 2024, 20:00 UTC+8",
                                    "14 Aug 2024, 20:00 UTC-3:30",
                                    "4 to 14 March 2024",
                                    "30 April to 18 May 2024",
                                    "20:00",
                                    "20:00:30",
                                    "24:00",
                                    "8:5",
                                    "14 August, 20:00",
                                    "Sept 3",
                                    "3 Sept. 2024",
                                    "31/07/2024",
                                    "30 February 2024",
                                    "Fri 14 Aug 2024",
                                    "yesterday",
                                    "",
                                    "  31 July  2024 ",
                                    "4–14 March 2024",
                                    "2024-07-31T06:00+09:00",
                                    "14 Aug",
                                    "1 Jan 0001",
                                    "31 December 9999"}) {
        for (const double offset : {0.0, 9.0}) {
            std::string error;
            const auto at = app::typed_instant(typed, offset, shown, error);
            text += fmt::format("'{}' at {}: {}\n", typed, offset, at ? assets::to_iso(*at) : error);
        }
    }
    for (const double offset : {0.0, 8.0, -3.5, 5.75, -12.0, 14.0}) {
        text += fmt::format("{}: {} | {}\n", offset, app::zone_words(offset), app::instant_words(shown, offset));
        for (const std::string when : {"2024-01-01T00:00Z", "2024-12-31T23:59:59Z", "2024-02-29T10:30Z"})
            text += fmt::format("  {} noon {} in 0, {} in 9\n", app::instant_words(utc(when), offset),
                                assets::to_iso(app::local_noon(utc(when), offset, 0)),
                                assets::to_iso(app::local_noon(utc(when), offset, 9)));
    }
    for (const double speed : {0.5, 1.0, 7.0})
        text += app::speed_unit(speed, false) + " " + app::speed_unit(speed, true) + "\n";
    for (const double km : {0.0, 1.0, 30.0, 400.0, 9000.0})
        text += fmt::format("{} km is seen in {} km\n", km, app::view_width_km(km));
    support::check_golden_text("session/dates.txt", text);
}

TEST_CASE("the list of problems is as accepted", "[approval]") {
    const auto s = opened(fixtures + "doubts", "2024-03-05T12:00Z");
    std::string text;
    for (const auto& filter : {app::ProblemFilter{}, app::ProblemFilter{.notes = true, .accepted = true, .code = {}},
                               app::ProblemFilter{.errors = false, .warnings = false, .notes = true, .code = {}},
                               app::ProblemFilter{.accepted = true, .code = "too_fast"}}) {
        for (const app::ProblemKind& kind : app::problem_kinds(s.document().check_result(), filter))
            text += fmt::format("{} '{}' {}\n", kind.code, kind.meaning, kind.count);
        for (const std::size_t i : app::shown_problems(s.document().check_result(), filter))
            text += fmt::format(" {}", app::file_and_line(s.document().check_result().findings[i]));
        text += '\n';
    }
    support::check_golden_text("session/problems.txt", text);
}
