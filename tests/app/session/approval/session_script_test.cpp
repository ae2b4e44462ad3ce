// A long list of commands, and after each the outcome and what changed in the session, compared with an accepted file.
#include "app/figure/command_text.hpp"
#include "app/session/models/export_model.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <regex>

#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace session_test;

namespace {

std::string figure_text(const app::Session& s) {
    if (!s.scenario()) return "";
    app::ExportRequest request;
    request.figure = app::figure_for_export(s, 200);
    request.output = "m.png";
    return app::command_text(request, *s.scenario(), "S");
}

/// The parts of the session's state, by name.
std::map<std::string, std::string> state_of(const app::Session& s) {
    std::map<std::string, std::string> parts;
    const app::ViewState& view = s.view().state();
    const auto middle = s.view().middle();
    const auto& time = s.playhead().time();
    parts["at"] = assets::to_iso(time.at());
    parts["span"] = assets::to_iso(time.start()) + " " + assets::to_iso(time.end());
    parts["play"] = fmt::format("{}{} {:.4f} days a second", time.playing() ? "playing" : "at rest",
                                time.looping() ? " looping" : "", time.days_per_second());
    parts["follows"] = s.playhead().follows_now() ? "now" : "no";
    parts["view"] = fmt::format("{} middle {:.2f} {:.2f} scale {:.1f} width {:.1f}", view.projection, middle.lon(),
                                middle.lat(), view.m_per_mm, view.width_km);
    parts["selection"] = s.view().selection().kind + ":" + s.view().selection().id;
    parts["hidden"] =
        fmt::format("{} | {} | {} | {}", fmt::join(s.view().visibility().hidden_assets(), ","),
                    fmt::join(s.view().visibility().hidden_zones(), ","), fmt::join(s.view().visibility().with(), ","),
                    fmt::join(s.view().visibility().without(), ","));
    parts["style"] = fmt::format("{} {}{} label style {}", s.view().theme(), s.view().names(),
                                 s.view().dots() ? " dots" : "", static_cast<int>(s.view().label_style()));
    std::string ruler;
    for (const app::RulerLeg& leg : s.view().instruments().ruler_legs())
        ruler +=
            fmt::format(" {:.1f} km {:.1f} total {:.1f}", leg.distance_m / 1000, leg.azimuth_deg, leg.total_m / 1000);
    parts["ruler"] = fmt::format("{} points{}", s.view().instruments().ruler().size(), ruler);
    std::string rings;
    for (const auto& ring : s.view().instruments().rings())
        rings += fmt::format(" {:.1f} {:.1f} {}", ring.centre.lon(), ring.centre.lat(), ring.km);
    parts["rings"] = rings.empty() ? "-" : rings;
    std::string feeds;
    for (const auto& feed : s.live().feeds())
        feeds += fmt::format(" {}{}{}", feed.url, feed.on ? " on" : " off", feed.declared ? " declared" : "");
    parts["feeds"] = feeds;
    parts["live"] =
        fmt::format("{} pinned {} confirmed {} trail {}", s.live().is_live() ? "live" : "not live",
                    fmt::join(s.live().pinned(), ","), fmt::join(s.live().confirmed(), ","), s.live().trail().count());
    parts["document"] = fmt::format("{} undo {} redo {} changeable {}{}", s.scenario() ? s.scenario()->title : "-",
                                    s.document().can_undo_fix(), s.document().can_redo_fix(),
                                    s.document().can_add_fix(), s.document().broken() ? " broken" : "");
    const auto& checked = s.document().check_result();
    parts["check"] =
        fmt::format("{} errors {} warnings {} notes {} accepted of {}, {}", checked.errors, checked.warnings,
                    checked.notes, checked.accepted, checked.findings.size(), s.document().complaint());
    if (s.scenario())
        parts["snapshot"] =
            fmt::format("{} states {} zones {} events {} trails", s.snapshot().states.size(), s.snapshot().zones.size(),
                        s.snapshot().events.size(), s.snapshot().trails.size());
    parts["command"] = figure_text(s);
    return parts;
}

class Script {
public:
    Script() : m_before{state_of(m_session)} {}

    void run(const std::string& name, const app::Command& command) {
        const unsigned ground = m_session.ground_version(), overlay = m_session.overlay_version();
        const app::Outcome outcome = app::apply_and_wait(m_session, command);
        note(name, outcome, ground, overlay);
    }
    void play(double seconds) {
        const unsigned ground = m_session.ground_version(), overlay = m_session.overlay_version();
        const bool changed = m_session.advance(std::chrono::duration<double>{seconds});
        note(fmt::format("play {} s: {}", seconds, changed ? "changed" : "the same"), {}, ground, overlay);
    }
    [[nodiscard]] app::Session& session() { return m_session; }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void note(const std::string& name, const app::Outcome& outcome, unsigned ground, unsigned overlay) {
        std::string sentence = outcome.sentence;
        if (const auto at = sentence.find(THEATRUM_SOURCE_DIR); at != std::string::npos)
            sentence.replace(at, std::string{THEATRUM_SOURCE_DIR}.size(), "ROOT");
        m_text += fmt::format("{}{}{}{}{}\n", name, outcome.is_refused() ? " REFUSED" : "",
                              sentence.empty() ? "" : " '" + sentence + "'",
                              m_session.ground_version() != ground ? " new ground" : "",
                              m_session.overlay_version() != overlay ? " new overlay" : "");
        auto now = state_of(m_session);
        for (const auto& [part, value] : now)
            if (m_before[part] != value) m_text += fmt::format("    {}: {}\n", part, value);
        m_before = std::move(now);
    }

    app::Session m_session = session_test::session();
    std::map<std::string, std::string> m_before;
    std::string m_text;
};

const std::string root = THEATRUM_SOURCE_DIR;

/// A row of the form, with the fields by name.
app::AddFix row_of(const std::map<std::string, std::string>& fields) {
    app::AddFix row{};
    const std::map<std::string, std::string app::AddFix::*> members{
        {"asset", &app::AddFix::asset},
        {"from", &app::AddFix::from},
        {"to", &app::AddFix::to},
        {"place", &app::AddFix::place},
        {"area", &app::AddFix::area},
        {"lon", &app::AddFix::lon},
        {"lat", &app::AddFix::lat},
        {"radius_km", &app::AddFix::radius_km},
        {"activity", &app::AddFix::activity},
        {"kind", &app::AddFix::kind},
        {"confidence", &app::AddFix::confidence},
        {"sources", &app::AddFix::sources},
        {"note", &app::AddFix::note},
    };
    for (const auto& [name, value] : fields)
        row.*members.at(name) = value;
    return row;
}

} // namespace

TEST_CASE("what commands do to a session is as accepted", "[approval]") {
    using namespace app;
    using std::chrono::hours, std::chrono::seconds;
    Script script;
    script.run("step event in nothing", StepEvent{1});
    script.run("open atlas", OpenScenario{root + "/tests/fixtures/atlas"});
    for (const std::string when : {"2024-06-14T12:00Z", "2024-04-01", "2025-01-01", "2024-06-16T00:00Z"})
        script.run("go to " + when, GoToTime{utc(when)});
    for (const int direction : {1, 1, -1, -1, -1})
        script.run(fmt::format("step event {}", direction), StepEvent{direction});
    for (const int step : {3600, -86400, 86400 * 200, -86400 * 400, 1})
        script.run(fmt::format("step {} s", step), StepTime{seconds{step}});
    for (const double speed : {2.0, 0.0, 1000.0, 1.0 / 86400})
        script.run(fmt::format("speed {}", speed), SetSpeed{speed});
    script.run("speed 10", SetSpeed{10});
    script.run("play", SetPlaying{true});
    script.play(0.5);
    script.play(0.04);
    script.play(30);
    script.run("loop", SetLooping{true});
    script.run("play", SetPlaying{true});
    script.play(12.0);
    script.play(1.0);
    script.run("stop", SetPlaying{false});
    script.play(1.0);
    script.run("go to June", GoToTime{utc("2024-06-15T12:00Z")});
    for (const auto& [kind, id] : std::vector<std::pair<std::string, std::string>>{{"asset", "frigate"},
                                                                                   {"zone", "box-east"},
                                                                                   {"event", "incident"},
                                                                                   {"place", "busan"},
                                                                                   {"place", "quay"},
                                                                                   {"sea", "coral-sea"},
                                                                                   {"asset", "nobody"},
                                                                                   {"thing", "frigate"},
                                                                                   {"asset", ""}})
        script.run("select " + kind + " " + id, Select{kind, id});
    script.run("select oiler", Select{"asset", "oiler"});
    script.run("hide oiler", ShowAsset{"oiler", false});
    script.run("hide nobody", ShowAsset{"nobody", false});
    script.run("hide Canada", ShowCountry{"CA", false});
    script.run("hide nowhere", ShowCountry{"XX", false});
    script.run("show Canada", ShowCountry{"CA", true});
    script.run("hide zone", ShowZone{"box-east", false});
    script.run("hide no zone", ShowZone{"no-box", false});
    for (const std::string layer : {"events", "seas", "relief", "legend", "notes", "inset", "nothing"}) {
        script.run("show " + layer, ShowLayer{layer, true});
        script.run("hide " + layer, ShowLayer{layer, false});
    }
    script.run("show coverage", ShowLayer{"coverage", true});
    for (const std::string theme : {"dark", "article", "purple"})
        script.run("theme " + theme, SetTheme{theme});
    for (const std::string names : {"ko", "en+ja", "de", "en"})
        script.run("names " + names, SetNames{names});
    script.run("dots", SetSymbols{true});
    for (const std::string projection : {"merc", "lcc", "ortho", "EPSG:3857", "nonsense", "laea"})
        script.run("projection " + projection, SetProjection{projection});
    script.run("centre here", CentreProjection{geo::lonlat(10, 50)});
    script.run("lcc", SetProjection{"lcc"});
    script.run("centre at the equator", CentreProjection{geo::lonlat(10, 3)});
    script.run("ortho", SetProjection{"ortho"});
    script.run("look at", LookAt{{1e6, 2e6}, 5000});
    script.run("look beyond the Earth", LookAt{{1e8, 2e8}, 5000});
    script.run("look too near", LookAt{{0, 0}, 0.001});
    script.run("look too far", LookAt{{0, 0}, 1e9});
    script.run("go to Japan", GoTo{geo::lonlat(139, 35), 300});
    script.run("go behind the horizon", GoTo{geo::lonlat(-60, -40), 1000});
    script.run("fit all", FitAll{});
    script.run("reset view", ResetView{});
    for (const auto& [lon, lat] : {std::pair{139.0, 35.0}, {-170.0, 20.0}, {-170.0, 20.0}})
        script.run("ruler", RulerAdd{geo::lonlat(lon, lat)});
    script.run("no ruler", RulerClear{});
    script.run("rings", AddRings{geo::lonlat(130, 30), {500, 100, 20000}});
    script.run("rings too large", AddRings{geo::lonlat(130, 30), {20001}});
    script.run("rings of nothing", AddRings{geo::lonlat(130, 30), {0}});
    script.run("the same ring", AddRings{geo::lonlat(130, 30), {100}});
    script.run("one ring less", RemoveRing{1});
    script.run("a ring that is not there", RemoveRing{9});
    script.run("no rings", RemoveRings{});
    script.run("trail", SetTrail{hours{48}});
    script.run("trail too long", SetTrail{hours{24 * 4000}});
    script.run("trail backwards", SetTrail{seconds{-1}});
    script.run("pin", Pin{"frigate", true});
    script.run("pin nobody", Pin{"nobody", true});
    script.run("confirm", Confirm{"frigate", true});
    script.run("follow now", FollowNow{});
    script.run("freeze", Freeze{"/tmp/x", std::chrono::minutes{5}});
    script.run("remove no feed", RemoveFeed{"ais+tcp://localhost:1"});
    script.run("switch no feed", SwitchFeed{"ais+tcp://localhost:1", true});
    assets::AgeLimitsByKind limits;
    limits.by_kind[0].stale_after = hours{5};
    script.run("age limits", SetAgeLimits{limits});
    limits.by_kind[0].lost_after = hours{1};
    script.run("age limits in the wrong order", SetAgeLimits{limits});
    script.run("add to atlas", row_of({{"asset", "nobody"}, {"from", "2024-06-15"}}));
    script.run("open missing", OpenScenario{"/no/such"});
    script.run("open broken", OpenScenario{root + "/tests/fixtures/scenarios/broken-01-misspelt-place"});
    script.run("open canada", OpenScenario{"builtin:canada-2024"});
    script.run("add to built-in", row_of({{"asset", "hmcs-ottawa"}, {"from", "2024-06-15"}, {"place", "Busan"}}));
    script.run("reload", ReloadScenario{});
    {
        const Scratch gone{"map-small"};
        script.run("open a copy", OpenScenario{gone.path().string()});
        std::filesystem::remove_all(gone.path());
        script.run("reload what is gone", ReloadScenario{});
    }
    std::string frozen_text;
    for (const app::FreezeResult& frozen : std::vector<app::FreezeResult>{{"there", "no room", 0, 0, 0, 0},
                                                                          {"there", "", 2, 9, 0, 0},
                                                                          {"there", "", 1, 1, 1, 2},
                                                                          {"there", "", 3, 5, 2, 1}}) {
        const auto outcome = script.session().adopt(frozen);
        frozen_text += fmt::format("frozen: {} '{}'\n", outcome.is_refused() ? "refused" : "done", outcome.sentence);
    }
    static const std::regex scratch{R"(\S*/theatrum-\w{6})"};
    support::check_golden_text("session/script.txt",
                               std::regex_replace(script.text(), scratch, "SCRATCH") + frozen_text);
}

TEST_CASE("what added reports do is as accepted", "[approval]") {
    using namespace app;
    const Scratch copy{"../atlas"};
    Script script;
    script.run("open", OpenScenario{copy.path().string()});
    const std::vector<std::pair<std::string, AddFix>> rows{
        {"a place", row_of({{"asset", "merchant"},
                            {"from", "2024-06-14"},
                            {"place", "Busan"},
                            {"confidence", "high"},
                            {"sources", "navy"}})},
        {"an area",
         row_of({{"asset", "merchant"}, {"from", "2024-06-16"}, {"to", "2024-06-18"}, {"area", "east-china-sea"}})},
        {"a position", row_of({{"asset", "frigate"},
                               {"from", "2024-06-11T06:00Z"},
                               {"lon", "128,5"},
                               {"lat", "30"},
                               {"radius_km", "3"}})},
        {"a position of points", row_of({{"asset", "frigate"},
                                         {"from", "2024-06-11T06:00Z"},
                                         {"lon", "128.5"},
                                         {"lat", "30"},
                                         {"radius_km", "3"},
                                         {"note", "a \"note\""}})},
        {"no asset", row_of({{"asset", "nobody"}, {"from", "2024-06-11"}, {"place", "Busan"}})},
        {"no from", row_of({{"asset", "frigate"}, {"place", "Busan"}})},
        {"a bad date", row_of({{"asset", "frigate"}, {"from", "11 June"}, {"place", "Busan"}})},
        {"backwards", row_of({{"asset", "frigate"}, {"from", "2024-06-11"}, {"to", "2024-06-10"}, {"place", "Busan"}})},
        {"too fast",
         row_of({{"asset", "destroyer"}, {"from", "2024-06-10"}, {"place", "Esquimalt"}, {"radius_km", "5"}})},
        {"planned",
         row_of({{"asset", "headquarters"}, {"from", "2024-06-10"}, {"place", "Busan"}, {"kind", "planned"}})},
        {"an activity",
         row_of({{"asset", "yoko-1"}, {"from", "2024-06-11"}, {"place", "Sasebo"}, {"activity", "departure"}})},
        {"a new source", row_of({{"asset", "oiler"}, {"from", "2024-06-13"}, {"place", "Guam"}, {"sources", "navy"}})},
        {"before the deployment", row_of({{"asset", "yoko-2"}, {"from", "2023-01-01"}, {"place", "Guam"}})},
    };
    std::string text;
    for (auto [name, row] : rows) {
        if (name == "a new source")
            row.new_source = NewSource{"A new source", "Publisher", "2024-06-14", "https://example.org"};
        script.run("preview " + name, PreviewFix{row});
        if (const auto& preview = script.session().fix_preview()) {
            text += fmt::format("{}: {} | {} | {} | at {} {} | {}\n", name, preview->refusal, preview->was,
                                preview->becomes, assets::to_iso(preview->show),
                                preview->decides ? "decides" : "does not decide",
                                app::unseen_words(*preview, script.session().shown_at()));
            for (const assets::Finding& doubt : preview->doubts)
                text += fmt::format("  {} {}\n", doubt.code, doubt.message);
        }
        script.run("add " + name, row);
    }
    for (int i = 0; i < 3; ++i)
        script.run("undo", UndoFix{});
    script.run("redo", RedoFix{});
    script.run("add after undo", rows[0].second);
    script.run("redo", RedoFix{});
    const std::string positions = copy.read("positions.csv"),
                      old = support::file_bytes(root + "/tests/fixtures/atlas/positions.csv");
    REQUIRE(positions.starts_with(old));
    text += "--- new rows of positions.csv\n" + positions.substr(old.size()) + "--- sources.csv\n" +
            copy.read("sources.csv");
    std::string outcomes = script.text();
    for (std::size_t at = 0; (at = outcomes.find(copy.path().string(), at)) != std::string::npos;)
        outcomes.replace(at, copy.path().string().size(), "COPY");
    support::check_golden_text("session/added_reports.txt", outcomes + text);
}
