#include "app/base/errors.hpp"
#include "app/scenario/starter/new_scenario.hpp"
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

TEST_CASE("a new scenario that does not fit on the disk leaves nothing behind", "[app]") {
    const support::Scratch scratch;
    CHECK(fails_on_full_disk(scratch / "new"));
    CHECK_FALSE(fs::exists(scratch / "new"));
    fs::create_directory(scratch / "empty");
    CHECK(fails_on_full_disk(scratch / "empty"));
    CHECK(fs::is_empty(scratch / "empty"));
}
