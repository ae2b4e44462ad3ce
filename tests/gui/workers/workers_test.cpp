#include "app/base/latest_job.hpp"
#include "app/gui/dialogs/export_worker.hpp"
#include "app/gui/map/worker.hpp"
#include "app/session/document/file_watch.hpp"
#include "app/session/session.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

app::Session built_in() {
    app::Session session{app::DataFolders::find()};
    apply_and_wait(session, app::OpenScenario{"builtin:canada-2024"});
    REQUIRE(session.scenario() != nullptr);
    return session;
}

bool within(std::chrono::seconds longest, const std::function<bool()>& done) {
    const auto end = std::chrono::steady_clock::now() + longest;
    while (!done()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(2ms);
    }
    return true;
}

app::MapJob map_job(const app::Session& session, app::MapPart part, unsigned long number) {
    app::MapJob job;
    job.part = part;
    job.scenario = session.scenario();
    job.snapshot = session.shared_snapshot();
    job.figure = render::Figure{};
    job.figure.page_width_mm = 120;
    job.figure.page_height_mm = 80;
    job.composer = std::make_shared<const render::Composer>(session.data().style());
    job.px_per_mm = 3;
    job.number = number;
    return job;
}

app::ExportJob export_job(const app::Session& session, std::string key) {
    app::ExportJob job;
    job.figures = {{session.scenario(), session.shared_snapshot(),
                    app::resolve({{"--output", "map.png"}}, *session.scenario()),
                    std::make_shared<const render::Composer>(session.data().style())}};
    job.preview_w = job.preview_h = 300;
    job.key = std::move(key);
    return job;
}

} // namespace

TEST_CASE("two workers compose the newest of many requests for ground and overlay", "[workers]") {
    auto session = built_in();
    app::Signal signal;
    app::MapWorker ground{signal}, overlay{signal};
    constexpr unsigned long last = 20;
    for (unsigned long number = 1; number <= last; ++number) {
        session.apply(app::StepTime{24h});
        ground.ask(map_job(session, app::MapPart::Ground, number));
        overlay.ask(map_job(session, app::MapPart::Overlay, number));
    }
    int taken = 0;
    for (auto* worker : {&ground, &overlay}) {
        std::optional<app::MapResult> newest;
        REQUIRE(within(60s, [&] {
            if (auto result = worker->take()) {
                CHECK((!newest || result->number > newest->number));
                newest = std::move(result);
                ++taken;
            }
            return newest && newest->number == last;
        }));
        CHECK(newest->error == "");
        CHECK_FALSE(newest->above.batches.empty());
    }
    CHECK(taken < 2 * static_cast<int>(last));
}

TEST_CASE("the overlay comes with the theme it was drawn with, for the colours of the panels", "[workers]") {
    auto session = built_in();
    for (const std::string name : {"article", "dark"}) {
        INFO(name);
        auto job = map_job(session, app::MapPart::Overlay, 1);
        job.figure.theme = name;
        const auto result = app::compose_part(job);
        const auto theme = render::Theme::read(session.data().style().themes / (name + ".toml"));
        REQUIRE(result.theme != nullptr);
        CHECK(result.theme->country_colour("CA") == theme.country_colour("CA"));
    }
    auto unknown = map_job(session, app::MapPart::Overlay, 1);
    unknown.figure.theme = "nowhere";
    CHECK(app::compose_part(unknown).theme == nullptr);
}

TEST_CASE("a busy worker can be destroyed", "[workers]") {
    const auto session = built_in();
    app::Signal signal;
    auto worker = std::make_unique<app::MapWorker>(signal);
    worker->ask(map_job(session, app::MapPart::Ground, 1));
    REQUIRE(worker->busy());
    const auto ended = std::async(std::launch::async, [&] { worker.reset(); });
    CHECK(ended.wait_for(60s) == std::future_status::ready);
}

TEST_CASE("an export writes the picture of the preview without composing it again", "[workers]") {
    const support::Scratch folder;
    const auto session = built_in();
    app::Signal signal;
    app::ExportWorker worker{signal};
    worker.preview(export_job(session, "same"));
    REQUIRE(within(60s, [&] { return worker.take_preview().has_value(); }));
    auto write = export_job(session, "same");
    write.figures[0].request.output = (folder.path() / "map.svg").string();
    write.figures[0].request.format = app::PictureFormat::Svg;
    // A picture that is composed again would have this title.
    write.figures[0].request.figure.title = "Composed anew";
    worker.write(write);
    std::optional<app::ExportOutcome> outcome;
    REQUIRE(within(60s, [&] { return (outcome = worker.take_outcome()).has_value(); }));
    CHECK(outcome->sentence.find("Saved") == 0);
    std::ifstream in{write.figures[0].request.output};
    const std::string svg{std::istreambuf_iterator<char>{in}, {}};
    CHECK(svg.find("Composed anew") == std::string::npos);
    CHECK(svg.find("Canada in the Indo-Pacific, 2024") != std::string::npos);
}

TEST_CASE("a cancelled export leaves no file", "[workers]") {
    const support::Scratch folder;
    const auto session = built_in();
    app::Signal signal;
    app::ExportWorker worker{signal};
    auto job = export_job(session, "cancelled");
    job.figures[0].request.output = (folder.path() / "map.png").string();
    worker.write(job);
    REQUIRE(within(60s, [&] { return worker.progress().share > 0; }));
    worker.cancel();
    std::optional<app::ExportOutcome> outcome;
    REQUIRE(within(60s, [&] { return (outcome = worker.take_outcome()).has_value(); }));
    CHECK(outcome->failed);
    CHECK(outcome->sentence == "Cancelled; nothing was written");
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("an existing file is replaced only when asked to, and several dates write several files", "[workers]") {
    const support::Scratch folder;
    const auto session = built_in();
    app::Signal signal;
    app::ExportWorker worker{signal};
    auto job = export_job(session, "several");
    job.figures.push_back(job.figures[0]);
    job.figures[1].snapshot = nullptr; // as for a date that is not on the screen
    job.figures[1].request.figure.at += 24h * 30;
    const std::vector<std::string> names{"a.svg", "b.svg"};
    for (std::size_t i = 0; i < 2; ++i) {
        job.figures[i].request.output = (folder.path() / names[i]).string();
        job.figures[i].request.format = app::PictureFormat::Svg;
    }
    folder.write("b.svg", "mine");
    const auto written = [&] {
        std::optional<app::ExportOutcome> outcome;
        worker.write(job);
        REQUIRE(within(60s, [&] { return (outcome = worker.take_outcome()).has_value(); }));
        return *outcome;
    };
    const auto asked = written();
    CHECK(asked.failed);
    CHECK(asked.existing == std::vector{job.figures[1].request.output});
    CHECK(folder.read("b.svg") == "mine");
    CHECK_FALSE(fs::exists(folder.path() / "a.svg"));
    job.replace = true;
    const auto done = written();
    CHECK_FALSE(done.failed);
    CHECK(done.sentence.find("Saved 2 files, ") == 0);
    CHECK(folder.read("a.svg").find("<svg") != std::string::npos);
    CHECK(folder.read("b.svg").find("<svg") != std::string::npos);
    CHECK(folder.read("a.svg") != folder.read("b.svg"));
    job.previewed = 1;
    worker.preview(job);
    std::optional<app::ExportPreview> preview;
    REQUIRE(within(60s, [&] { return (preview = worker.take_preview()).has_value(); }));
    CHECK(preview->figure == 1);
    CHECK(preview->error == "");
}

TEST_CASE("a scenario is reloaded on another thread while it is saved and the old one is composed", "[workers]") {
    const support::Scratch folder;
    const auto copy = folder.path() / "mine";
    auto session = built_in();
    fs::copy(session.scenario()->folder, copy, fs::copy_options::recursive);
    apply_and_wait(session, app::OpenScenario{copy.string()});
    app::FileWatch watch;
    watch.watch(session.document().watched_files());
    app::Signal signal;
    app::MapWorker worker{signal};

    std::atomic<bool> end{false};
    std::thread editor{[&] {
        for (int i = 0; i < 6 && !end; ++i) {
            std::ofstream{copy / "sources.csv", std::ios::app} << "extra-" << i << ",A source,Someone,,,press,\n";
            std::this_thread::sleep_for(400ms);
        }
    }};
    const auto before = session.scenario()->sources.size();
    app::LatestJob<app::FileJob, app::FileResult> files{signal, [](const app::FileJob& job, const std::stop_token&) {
                                                            return carry_out(job);
                                                        }};
    const bool all_read = within(60s, [&] {
        if (auto result = files.take()) CHECK(session.adopt(std::move(*result)).is_done());
        if (!session.files_busy() && watch.changed()) apply_and_wait(session, app::ReloadScenario{});
        if (auto job = session.take_file_job()) files.ask(std::move(*job));
        session.apply(app::StepTime{1h});
        worker.ask(map_job(session, app::MapPart::Overlay, 1));
        return session.scenario()->sources.size() == before + 6;
    });
    end = true;
    editor.join();
    CHECK(all_read);
    CHECK(session.document().complaint() == "");
}
