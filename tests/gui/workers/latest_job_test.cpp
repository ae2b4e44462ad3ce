#include "app/base/latest_job.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

using Job = app::LatestJob<int, std::string>;

std::string taken(Job& job, app::Signal& signal) {
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (std::chrono::steady_clock::now() < end) {
        if (auto result = job.take()) return *result;
        signal.wait(5ms);
    }
    return "no result";
}

} // namespace

TEST_CASE("only the newest of the waiting requests is worked on", "[workers]") {
    app::Signal signal;
    std::promise<void> begun, gate;
    std::vector<int> worked_on; // written by the other thread, read after that thread has ended
    {
        Job job{signal, [&, open = gate.get_future().share()](int request, const std::stop_token&) {
                    if (request == 1) begun.set_value();
                    open.wait();
                    worked_on.push_back(request);
                    return std::to_string(request);
                }};
        job.ask(1);
        begun.get_future().wait();
        job.ask(2);
        job.ask(3);
        CHECK_FALSE(job.take().has_value());
        gate.set_value();
        std::string last;
        while (last != "3") {
            last = taken(job, signal);
            REQUIRE((last == "1" || last == "3"));
        }
        CHECK_FALSE(job.busy());
    }
    CHECK(worked_on == std::vector{1, 3});
}

TEST_CASE("a job is busy until its result is taken, and the result can be taken once", "[workers]") {
    app::Signal signal;
    Job job{signal, [](int request, const std::stop_token&) {
                return std::to_string(request);
            }};
    CHECK_FALSE(job.busy());
    job.ask(7);
    CHECK(job.busy());
    CHECK(taken(job, signal) == "7");
    CHECK_FALSE(job.busy());
    CHECK_FALSE(job.take().has_value());
}

TEST_CASE("a result raises the owner's signal", "[workers]") {
    app::Signal signal;
    std::atomic<bool> done{false};
    Job job{signal, [&](int, const std::stop_token&) {
                done = true;
                return std::string{"done"};
            }};
    job.ask(1);
    const auto before = std::chrono::steady_clock::now();
    signal.wait(20s);
    CHECK(std::chrono::steady_clock::now() - before < 15s);
    CHECK(done);
    CHECK(job.take() == "done");
}

TEST_CASE("the stop token of cancelled work is set, and its result can still be taken", "[workers]") {
    app::Signal signal;
    std::promise<void> begun;
    Job job{signal, [&](int request, const std::stop_token& stop) {
                if (request == 1) begun.set_value();
                while (request == 1 && !stop.stop_requested())
                    std::this_thread::sleep_for(1ms);
                return std::string{stop.stop_requested() ? "stopped" : "finished"};
            }};
    job.ask(1);
    begun.get_future().wait();
    job.cancel();
    CHECK(taken(job, signal) == "stopped");
    job.ask(2); // a new request is not cancelled
    CHECK(taken(job, signal) == "finished");
}

TEST_CASE("the destructor of a job stops the current work and begins no other", "[workers]") {
    app::Signal signal;
    std::promise<void> begun;
    std::atomic<int> begun_count{0};
    {
        Job job{signal, [&](int, const std::stop_token& stop) {
                    if (++begun_count == 1) begun.set_value();
                    while (!stop.stop_requested())
                        std::this_thread::sleep_for(1ms);
                    return std::string{};
                }};
        job.ask(1);
        begun.get_future().wait();
        job.ask(2);
    }
    CHECK(begun_count == 1);
}

TEST_CASE("the start function runs on the job's own thread before any work", "[workers]") {
    app::Signal signal;
    std::thread::id started_on, worked_on;
    {
        Job job{signal,
                [&](int, const std::stop_token&) {
                    worked_on = std::this_thread::get_id();
                    return std::string{started_on == worked_on ? "prepared" : "not prepared"};
                },
                [&] {
                    started_on = std::this_thread::get_id();
                }};
        job.ask(1);
        CHECK(taken(job, signal) == "prepared");
    }
    CHECK(worked_on != std::this_thread::get_id());
}
