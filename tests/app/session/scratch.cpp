#include "scratch.hpp"

#include "tests/support/catch.hpp"

namespace session_test {

namespace fs = std::filesystem;

Scratch::Scratch(const std::string& fixture) : support::Scratch{fs::path{THEATRUM_FIXTURES} / fixture} {}

assets::Instant utc(const std::string& text) {
    const auto time = assets::parse_time_text(text, 0);
    REQUIRE(time);
    return time->first;
}

app::Session session() {
    return app::Session{app::DataFolders::find()};
}

void done(const app::Outcome& outcome) {
    INFO(outcome.sentence);
    CHECK(outcome.is_done());
}

void open(app::Session& session, const fs::path& path) {
    done(apply_and_wait(session, app::OpenScenario{path.string()}));
    REQUIRE(session.scenario() != nullptr);
}

} // namespace session_test
