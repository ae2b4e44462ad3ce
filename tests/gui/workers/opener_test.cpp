#include "app/gui/host/opener.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <chrono>
#include <cstdlib>
#include <thread>

namespace {

using Targets = std::vector<std::string>;

/// A search path with only the programs of a test.
class OnlyPath {
public:
    explicit OnlyPath(const std::string& folder) : m_before{std::getenv("PATH")} { // NOLINT(concurrency-mt-unsafe)
        ::setenv("PATH", folder.c_str(), 1);                                       // NOLINT(concurrency-mt-unsafe)
    }
    ~OnlyPath() { ::setenv("PATH", m_before.c_str(), 1); } // NOLINT(concurrency-mt-unsafe)
    OnlyPath(const OnlyPath&) = delete;
    OnlyPath& operator=(const OnlyPath&) = delete;

private:
    std::string m_before;
};

void write_xdg_open(const support::Scratch& folder, const std::string& script) {
    folder.write("xdg-open", "#!/bin/sh\n" + script);
    std::filesystem::permissions(folder / "xdg-open", std::filesystem::perms::owner_all);
}

Targets failures_within(app::Opener& opener, double seconds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>{seconds};
    while (std::chrono::steady_clock::now() < end) {
        if (auto failures = opener.take_failures(); !failures.empty()) return failures;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return {};
}

} // namespace

TEST_CASE("an address that no program opens is a failure, at once without xdg-open", "[workers]") {
    const support::Scratch folder;
    const OnlyPath path{folder.path().string()};
    app::Opener opener;
    opener.open_address("https://example.org/a");
    CHECK(opener.take_failures() == Targets{"https://example.org/a"});
    CHECK(opener.take_failures().empty());
}

TEST_CASE("an address is a failure when xdg-open finds no browser, and none when it opens one", "[workers]") {
    const support::Scratch folder;
    const OnlyPath path{folder.path().string()};
    app::Opener opener;
    write_xdg_open(folder, "exit 3\n");
    opener.open_address("http://example.org/b");
    CHECK(failures_within(opener, 20) == Targets{"http://example.org/b"});
    write_xdg_open(folder, "echo \"$1\" > '" + (folder / "opened").string() + "'\n");
    opener.open_folder(folder.path().string());
    for (int i = 0; i < 2000 && folder.read("opened").empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    CHECK(folder.read("opened") == folder.path().string() + "\n");
    CHECK(failures_within(opener, 0.3).empty());
}

TEST_CASE("only web addresses and absolute paths are opened", "[workers]") {
    const support::Scratch folder;
    const OnlyPath path{folder.path().string()};
    app::Opener opener;
    opener.open_address("file:///etc/passwd");
    opener.open_address("--help");
    opener.open_folder("--help");
    opener.open_folder("");
    CHECK(opener.take_failures().empty());
}
