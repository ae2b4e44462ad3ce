// The command that the export dialog copies writes the same bytes as the dialog.
#include "app/export/exporter.hpp"
#include "app/export/render_figure.hpp"
#include "app/figure/command_text.hpp"
#include "app/figure/page.hpp"
#include "app/session/models/export_model.hpp"
#include "tests/app/figure/shell.hpp"
#include "tests/app/session/scratch.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <random>
#include <set>

using session_test::Scratch;

namespace {

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine{seed} {}
    /// 0 to sides - 1
    [[nodiscard]] std::size_t roll(std::size_t sides) { return m_engine() % sides; }
    [[nodiscard]] bool one_in(std::size_t sides) { return roll(sides) == 0; }
    [[nodiscard]] double between(double least, double most) {
        return least + (most - least) * static_cast<double>(m_engine()) / 4294967295.0;
    }
    template <class Choices>
    [[nodiscard]] const auto& any_of(const Choices& choices) {
        return choices[roll(choices.size())];
    }

private:
    std::mt19937 m_engine; ///< gives the same numbers on every platform, unlike the distributions of <random>
};

/// Makes random changes, as people make them in a window before an export.
void change(app::Session& session, Dice& dice) {
    static const std::array<std::string, 8> projections{"laea", "ortho",   "aeqd",  "lcc",
                                                        "merc", "eqearth", "robin", "EPSG:3857"};
    static const std::array<std::string, 12> layers{"borders", "coast",    "graticule", "zones",  "areas",  "relief",
                                                    "tracks",  "coverage", "assets",    "events", "places", "labels"};
    static const std::array<std::string, 5> languages{"en", "ko", "ja", "zh", "fr"};
    const auto scenario = session.scenario();
    const auto span = session.playhead().time().end() - session.playhead().time().start();
    session.apply(app::GoToTime{session.playhead().time().start() + span * static_cast<int>(dice.roll(1000)) / 1000});
    session.apply(app::SetProjection{dice.any_of(projections)});
    if (dice.one_in(2)) session.apply(app::CentreProjection{geo::lonlat(dice.between(90, 170), dice.between(16, 50))});
    if (dice.one_in(2))
        session.apply(app::GoTo{geo::lonlat(dice.between(100, 160), dice.between(0, 45)), dice.between(300, 6000)});
    else if (dice.one_in(2))
        session.apply(app::FitAll{});
    for (const auto& asset : scenario->assets)
        if (dice.one_in(4)) session.apply(app::ShowAsset{asset.id, false});
    for (const auto& zone : scenario->zones)
        if (dice.one_in(4)) session.apply(app::ShowZone{zone.id, false});
    for (const auto& layer : layers)
        if (dice.one_in(6)) session.apply(app::ShowLayer{layer, !session.view().layer_shown(layer)});
    if (dice.one_in(2)) session.apply(app::SetTrail{std::chrono::minutes{dice.roll(60 * 24 * 30)}});
    if (dice.one_in(2)) session.apply(app::SetTheme{"dark"});
    if (dice.one_in(3)) session.apply(app::SetSymbols{true});
    session.apply(app::SetNames{dice.any_of(languages)});
    if (dice.one_in(3)) session.apply(app::Pin{dice.any_of(scenario->assets).id, true});
    if (dice.one_in(3))
        session.apply(app::AddRings{geo::lonlat(dice.between(90, 170), dice.between(16, 50)),
                                    {dice.between(10, 500), dice.between(500, 9000)}});
    session.apply(app::Select{"asset", dice.any_of(scenario->assets).id});
}

app::ExportChoices choices(Dice& dice, const std::filesystem::path& folder) {
    static const std::array<std::string, 5> titles{"", "Two ships; \"one\" isn't", "--title=x $(true)", "한국, 日本",
                                                   " `a`\\ "};
    static const std::array<std::string, 5> endings{".svg", ".svg", ".png", ".pdf", ".SVG"};
    static const std::array<std::string, 3> themes{"", "article", "dark"};
    static const std::array<std::string, 4> languages{"en", "ko", "ja", "en+zh"};
    app::ExportChoices out;
    out.output = (folder / ("-a map's" + dice.any_of(endings))).string();
    const auto presets = app::page_presets();
    if (dice.one_in(4))
        out.css_width = std::to_string(dice.between(500, 900));
    else if (dice.one_in(3))
        out.width_mm = std::to_string(dice.between(80, 150));
    else
        out.preset = std::string{dice.any_of(presets).name};
    if (!dice.one_in(4)) out.title = dice.any_of(titles);
    if (!dice.one_in(4)) out.subtitle = dice.any_of(titles);
    if (dice.one_in(3)) out.credit = dice.any_of(titles);
    if (dice.one_in(3)) out.names = dice.any_of(languages);
    if (dice.one_in(3)) out.footnotes = dice.any_of(render::footnotes_names);
    out.theme = dice.any_of(themes);
    out.legend = !dice.one_in(3);
    out.shown_w_km = dice.between(200, 15'000);
    out.shown_h_km = out.shown_w_km * dice.between(0.4, 1.5);
    return out;
}

/// The bytes, or the message of the error.
template <class Make>
std::string bytes_or_reason(const Make& make) {
    try {
        return make();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("in 30 random sessions the copied command writes the same bytes as the dialog", "[figure]") {
    int written = 0, trails = 0;
    std::set<std::string> different;
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const Scratch scratch, input;
        Dice dice{seed};
        auto session = session_test::session();
        session_test::open(session, seed % 3 == 0 ? figure_test::moving_ships(input)
                                                  : std::filesystem::path{"builtin:canada-2024"});
        change(session, dice);
        app::FigureJob job;
        job.scenario = session.scenario();
        job.snapshot = session.shared_snapshot();
        job.request = app::export_requests(session, choices(dice, scratch.path())).front();
        job.composer = std::make_shared<const render::Composer>(session.data().style());
        const auto by_dialog = bytes_or_reason([&] { return app::render_figure(job); });

        const auto command = app::command_text(job.request, *job.scenario, session.document().name());
        const auto by_command = bytes_or_reason([&] {
            const auto values = figure_test::option_values(command);
            (void)app::export_map(session.document().name(), values, session.data(), [](const std::string&) {});
            return scratch.read(std::filesystem::path{values.at("--output")}.filename().string());
        });
        INFO("seed " << seed << ": " << command);
        CHECK(by_command == by_dialog);
        written += scratch.files() == 1 ? 1 : 0;
        different.insert(by_command);
        trails += job.snapshot->trails.empty() ? 0 : 1;
    }
    CHECK(trails >= 3);
    CHECK(written >= 25);
    CHECK(different.size() >= 25);
}
