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

void open(app::Session& session, const fs::path& path) {
    session.apply(app::OpenScenario{path.string()});
    INFO(session.message());
    REQUIRE(session.message().empty());
    REQUIRE(session.scenario() != nullptr);
}

} // namespace session_test
