#include "scratch.hpp"

#include "tests/support/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace session_test {

namespace fs = std::filesystem;

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "theatrum-session-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    m_path = name;
}

Scratch::Scratch(const std::string& fixture) : Scratch{} {
    fs::copy(fs::path{THEATRUM_FIXTURES} / fixture, m_path, fs::copy_options::recursive);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string Scratch::read(const std::string& name) const {
    std::ifstream in{m_path / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void Scratch::write(const std::string& name, const std::string& text) const {
    std::ofstream out{m_path / name, std::ios::binary | std::ios::trunc};
    out << text;
}

std::size_t Scratch::files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{m_path}, {}));
}

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
