// What the helper process can do, and how it ends.
#include "geo/error.hpp"
#include "geo/helper/helper_process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <chrono>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;
const geo::HelperProgram program{THEATRUM_PROGRAM};

struct Ran {
    geo::HelperOutcome outcome;
    std::vector<std::string> records;
    double seconds = 0;
};

Ran run(const std::string& reader, geo::HelperLimits limits = {}, geo::ReadControl* control = nullptr,
        const std::filesystem::path& file = "/dev/null") {
    Ran ran;
    const auto begin = Clock::now();
    ran.outcome = geo::run_in_helper(
        program, {reader, file, limits}, [&](std::string_view record) { ran.records.emplace_back(record); }, control);
    ran.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return ran;
}

geo::HelperLimits limits_of(int cpu_s, int wall_s) {
    geo::HelperLimits limits;
    limits.cpu = std::chrono::seconds{cpu_s};
    limits.wall = std::chrono::seconds{wall_s};
    return limits;
}

} // namespace

TEST_CASE("the helper process has no sockets, programs, processes, and opens no file for writing", "[helper]") {
    const auto ran = run("probe-calls");
    CHECK(ran.outcome.end == geo::HelperEnd::Done);
    CHECK(ran.records == std::vector<std::string>{
                             "socket: Operation not permitted", "fork: Operation not permitted",
                             "clone: Operation not permitted", "exec: Operation not permitted",
                             "openat2: Operation not permitted", "open for writing: Operation not permitted",
                             "open a new file: Operation not permitted", "unlink: Operation not permitted",
                             "ptrace: Operation not permitted", "kill: Operation not permitted", "memfd_create: done"});
}

TEST_CASE("a helper process that crashes is one sentence", "[helper]") {
    const auto ran = run("probe-crash");
    CHECK(ran.outcome.end == geo::HelperEnd::Died);
    CHECK(ran.outcome.sentence == "the process that read it has crashed; the file is damaged or hostile");
}

TEST_CASE("a helper process ends at its limits of time", "[helper]") {
    const auto spun = run("probe-spin", limits_of(1, 60));
    CHECK(spun.outcome.end == geo::HelperEnd::Died);
    CHECK(spun.outcome.sentence == "reading it takes more than 1 s of processor time");
    const auto slept = run("probe-sleep", limits_of(20, 1));
    CHECK(slept.outcome.sentence == "reading it takes more than 1 s");
    CHECK(slept.seconds < 3);
}

TEST_CASE("a helper process ends at its limit of memory", "[helper]") {
    geo::HelperLimits limits;
    limits.memory_bytes = std::size_t{1} << 30U;
    const auto ran = run("probe-grow", limits);
    CHECK(ran.outcome.code == "too_large");
    CHECK(ran.outcome.sentence == "reading it takes more than 1024 MB of memory");
}

TEST_CASE("a helper process is stopped within a second", "[helper]") {
    geo::ReadControl control;
    std::thread stopper{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        control.stop = true;
    }};
    const auto ran = run("probe-sleep", {}, &control);
    stopper.join();
    CHECK(ran.outcome.end == geo::HelperEnd::Stopped);
    CHECK(ran.outcome.sentence == "opening it was stopped");
    CHECK(ran.seconds < 1.2);
}

TEST_CASE("a helper process that does not exist, and one without a reader, are errors", "[helper]") {
    const auto nothing = [](std::string_view) {
    };
    CHECK_THROWS_WITH(geo::run_in_helper({"/nowhere/theatrum"}, {"sheets", "x.xlsx", {}}, nothing, nullptr),
                      Catch::Contains("x.xlsx: the process that reads such files cannot be started"));
    CHECK_THROWS_AS(geo::run_in_helper({}, {"sheets", "x.xlsx", {}}, nothing, nullptr), geo::ReadError);
    CHECK(run("no-such-reader").outcome.sentence == "there is no reader of this name");
    CHECK_THAT(run("sheets", {}, nullptr, "/nowhere/x.xlsx").outcome.sentence, Catch::StartsWith("cannot be opened"));
    CHECK(run("sheets", {}, nullptr, "/tmp").outcome.end == geo::HelperEnd::Refused); // Landlock refuses folders first
}
