#include "app/base/errors.hpp"
#include "app/scenario/starter/new_scenario.hpp"
#include "tests/assets/formats/scenario_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

/// Writes a new scenario in a process that can write no file of more than 500 bytes. Whether that failed as it should.
bool fails_on_full_disk(const fs::path& folder) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit most{500, 500};
        ::setrlimit(RLIMIT_FSIZE, &most);
        try {
            app::write_new_scenario(folder);
        } catch (const app::FileError&) {
            ::_exit(0);
        }
        ::_exit(1);
    }
    int status = 1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("when a source of a new scenario is deleted, the errors say where else it stands and what to do", "[app]") {
    const support::Scratch scratch;
    app::write_new_scenario(scratch / "new");
    const formats_test::Folder folder{{}};
    for (const auto& entry : fs::directory_iterator{scratch / "new"})
        folder.write(entry.path().filename().string(), support::file_bytes(entry.path()));
    REQUIRE(formats_test::errors(assets::read_scenario(folder.path(), formats_test::atlas())).empty());
    const auto without = [&](const std::string& file, const std::string& text, const std::string& instead) {
        std::string bytes = folder.read(file);
        for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at))
            bytes.replace(at, text.size(), instead);
        folder.write(file, bytes);
    };
    const std::string sources = folder.read("sources.csv");
    folder.write("sources.csv", sources.substr(0, sources.find("\nministry,") + 1));
    const std::string advice = "there is no source 'ministry'; add it to sources.csv, or take it out here";
    const auto errors = formats_test::errors(assets::read_scenario(folder.path(), formats_test::atlas()));
    CHECK(errors == std::vector<std::string>{"events.csv:2: sources: " + advice,
                                             "positions.csv:3: sources: " + advice + " (and 1 more row, in line 4)",
                                             "zones.geojson:4: features[0].properties.sources: " + advice});
    // Done as they say, the scenario can be read.
    without("events.csv", ",ministry", ",");
    without("positions.csv", ",ministry", ",");
    without("zones.geojson", "\"ministry\"", "\"\"");
    CHECK(formats_test::errors(assets::read_scenario(folder.path(), formats_test::atlas())).empty());
}

TEST_CASE("a new scenario that does not fit on the disk leaves nothing behind", "[app]") {
    const support::Scratch scratch;
    CHECK(fails_on_full_disk(scratch / "new"));
    CHECK_FALSE(fs::exists(scratch / "new"));
    fs::create_directory(scratch / "empty");
    CHECK(fails_on_full_disk(scratch / "empty"));
    CHECK(fs::is_empty(scratch / "empty"));
}
