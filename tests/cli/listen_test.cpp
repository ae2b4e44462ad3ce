#include "tests/app/feeds/samples.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <fstream>
#include <future>
#include <regex>
#include <set>
#include <sstream>
#include <thread>
#include <tuple>

#include <nlohmann/json.hpp>

using cli::theatrum;

namespace {

/// Parses every line; throws for an incomplete one.
std::vector<nlohmann::json> objects(const std::string& out) {
    std::vector<nlohmann::json> all;
    std::istringstream in{out};
    for (std::string line; std::getline(in, line);)
        all.push_back(nlohmann::json::parse(line));
    return all;
}

void write(const std::filesystem::path& path, const std::string& content) {
    std::ofstream{path, std::ios::binary} << content;
}

/// The number of messages sent: in all, and before the last second.
struct Sent {
    unsigned all = 0, before_last_second = 0;
};
/// Sends 1,000 messages a second until the client closes the connection.
Sent send_until_gone(servers::TcpServer& server) {
    server.accept();
    std::vector<std::chrono::steady_clock::time_point> times;
    try {
        while (true) {
            const auto number = static_cast<unsigned>(times.size());
            server.send(samples::ais_position(316'000'000 + number, number % 180, 1));
            times.push_back(std::chrono::steady_clock::now());
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
    } catch (const std::runtime_error&) {
        const auto limit = std::chrono::steady_clock::now() - std::chrono::seconds{1};
        const auto first = std::find_if(times.begin(), times.end(), [&](auto time) { return time > limit; });
        return {static_cast<unsigned>(times.size()), static_cast<unsigned>(first - times.begin())};
    }
}

/// The lines without where their times were read.
std::string without_time_from(const std::string& lines) {
    return std::regex_replace(lines, std::regex{R"("time_from":"[a-z]*",)"}, "");
}

} // namespace

TEST_CASE("listen prints the messages of a file as JSON lines with every key, and exits", "[cli]") {
    const cli::Scratch folder;
    write(folder / "a.nmea",
          samples::ais_position(316'000'001, 127.5, 37.5) + "rubbish\r\n" + samples::ais_position(316'000'002, -10, 5));
    const auto result = theatrum("listen ais+file:a.nmea", folder.path());
    CHECK(result.code == 0);
    const auto messages = objects(result.out);
    REQUIRE(messages.size() == 2);
    std::set<std::string> keys;
    for (const auto& [key, value] : messages[0].items())
        keys.insert(key);
    CHECK(keys == std::set<std::string>{"source", "time", "time_from", "mmsi", "icao", "uid", "type", "lon", "lat",
                                        "alt_m", "sog_kn", "cog_deg", "heading_deg", "name", "callsign", "how", "stale",
                                        "raw"});
    CHECK(messages[0]["source"] == "ais+file:a.nmea");
    CHECK(messages[0]["mmsi"] == "316000001");
    CHECK(messages[0]["lon"] == 127.5);
    CHECK(messages[0]["sog_kn"] == 12.3);
    CHECK(messages[0]["heading_deg"].is_null());
    CHECK(messages[0]["time_from"] == "file");
    CHECK_THAT(result.err, Catch::Contains("theatrum: ais+file:a.nmea: 2 messages; left out: 1 not AIS\n"));
    CHECK_THAT(result.err, Catch::Contains("no time in the log: 2 positions are dated by the file ("));
    CHECK(theatrum("listen a.nmea", folder.path()).out == result.out); // the path alone

    const auto near = theatrum("listen ais+file:a.nmea --area=-20,0,0,10", folder.path());
    REQUIRE(objects(near.out).size() == 1);
    CHECK(objects(near.out)[0]["mmsi"] == "316000002");
    CHECK_THAT(near.err, Catch::Contains("1 not asked for"));
    CHECK(theatrum("listen ais+file:a.nmea --types frigate", folder.path()).out.empty());
}

TEST_CASE("listen reads every kind of feed from standard input, and its recording gives the same messages", "[cli]") {
    const cli::Scratch folder;
    const auto content = GENERATE(as<std::string>{}, samples::ais_position(316'000'001, 127.5, 37.5),
                                  samples::sbs_position(0xC06B1A, 127.5, 37.5, "12:00:00.000"),
                                  samples::cot_event("UNIT", 127.5, 37.5) + "\n");
    write(folder / "log", content);
    const auto live = theatrum("listen - --record recording", folder.path(), "cat log |");
    CHECK(live.code == 0);
    REQUIRE(objects(live.out).size() == 1);
    CHECK(objects(live.out)[0]["lat"] == 37.5);
    CHECK(cli::file_bytes(folder / "recording").find(content.substr(0, content.size() - 2)) != std::string::npos);
    const auto again = theatrum("listen -", folder.path(), "cat recording |");
    CHECK(without_time_from(again.out) == without_time_from(live.out)); // the clock, later the recording's tag
    CHECK(again.err.empty());
}

TEST_CASE("Ctrl-C stops listen between two lines, with exit code 130", "[cli]") {
    const cli::Scratch folder;
    servers::TcpServer server;
    auto sender = std::async(std::launch::async, [&] { return send_until_gone(server); });
    const auto result = theatrum("listen ais+tcp://127.0.0.1:" + std::to_string(server.port()), folder.path(),
                                 "timeout --preserve-status -s INT 1.5");
    CHECK(result.code == 130);
    REQUIRE_FALSE(result.out.empty());
    CHECK(result.out.back() == '\n');
    const auto messages = objects(result.out);
    CHECK(messages.size() > 10);
    CHECK(messages.size() <= sender.get().all);
}

TEST_CASE("kill -9 leaves a recording of whole lines that lacks at most the last second", "[cli]") {
    const cli::Scratch folder;
    servers::TcpServer server;
    auto sender = std::async(std::launch::async, [&] { return send_until_gone(server); });
    const auto killed = theatrum("listen ais+tcp://127.0.0.1:" + std::to_string(server.port()) + " --record r.nmea",
                                 folder.path(), "timeout -s KILL 2.5");
    CHECK(killed.code == 137);
    const auto sent = sender.get();
    REQUIRE(sent.before_last_second > 10);
    const auto played = theatrum("listen ais+file:r.nmea", folder.path());
    CHECK(played.code == 0);
    CHECK(played.err.empty()); // no line was rejected
    const auto messages = objects(played.out);
    CHECK(messages.size() >= sent.before_last_second);
    CHECK(messages.size() <= sent.all);
    CHECK(messages.back()["mmsi"] == std::to_string(316'000'000 + messages.size() - 1));
}

TEST_CASE("listen stops after the time of --for, and fails if it never had a connection", "[cli]") {
    const auto port = servers::free_udp_port();
    const auto heard = theatrum("listen ais+udp://:" + std::to_string(port) + " --for 0.5");
    CHECK(heard.code == 0);
    CHECK(heard.err.empty());
    std::uint16_t gone = 0;
    {
        const servers::TcpServer server;
        gone = server.port();
    }
    const auto url = "ais+tcp://127.0.0.1:" + std::to_string(gone);
    const auto refused = theatrum("listen " + url + " --for 0.5");
    CHECK(refused.code == 3);
    CHECK_THAT(refused.err, Catch::StartsWith("theatrum: " + url + ": retrying in "));
    CHECK_THAT(refused.err, Catch::EndsWith(" s: Connection refused\n"));
}

TEST_CASE("every error in the arguments of listen gives one sentence", "[cli]") {
    using Row = std::tuple<std::string, int, std::string>;
    const auto [arguments, code, message] = GENERATE(table<std::string, int, std::string>({
        Row{"ais+tcp://localhost", 2,
            "feed 'ais+tcp://localhost': the port is missing, as in ais+tcp://localhost:10110"},
        Row{"- -", 2, "listen: standard input (-) can be given once"},
        Row{"- --format csv", 2, "--format: 'csv' is not one of jsonl"},
        Row{"- --types fregate", 2, "--types: there is no type 'fregate'; did you mean 'frigate'?"},
        Row{"- --types ,", 2, "--types: no type is given"},
        Row{"ais+udp://:1 cot+udp://:2 --record r", 2,
            "--record: a recording holds one kind of feed; run theatrum listen once for each kind of feed"},
        Row{"ais+file:nowhere.nmea", 3, "nowhere.nmea: cannot read: No such file or directory"},
        Row{"ais+file:log --record log", 3, "log: cannot record: it exists and is not a recording; name another file"},
        Row{"ais+file:planes", 2, "planes: is not ais but a recording of BaseStation lines"},
        Row{"sbs+file:table", 2, "table: is not sbs but a positions file"},
        Row{"- <log", 2, "standard input is neither AIS nor CoT nor BaseStation lines"},
        Row{"ais+file:ais >/dev/full", 3, "cannot write to standard output"},
    }));
    INFO(arguments);
    const cli::Scratch folder;
    write(folder / "log", "asset,from,to\n");
    write(folder / "planes", samples::sbs_position(0xC0FFEE, 1, 2, "12:00:00.000"));
    write(folder / "table", "asset,from,lon,lat\na,2024-06-01,1,2\n");
    write(folder / "ais", samples::ais_position(316'000'001, 1, 2));
    const auto result = theatrum("listen " + arguments, folder.path());
    CHECK(result.code == code);
    CHECK(result.out.empty());
    CHECK(result.err == "theatrum: " + message + "\n");
    CHECK(cli::file_bytes(folder / "log") == "asset,from,to\n");
}

TEST_CASE("view refuses a bad feed URL, and without a display it refers to theatrum listen", "[cli]") {
    const auto wrong = theatrum("view --feed ais+tcp:host");
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err, Catch::Contains("ais+tcp:host") && Catch::Contains("two slashes"));
    const auto blind = theatrum("view --feed ais+tcp://127.0.0.1:1", ".", "env -u DISPLAY");
    CHECK(blind.code == 3);
    CHECK_THAT(blind.err, Catch::Contains("theatrum listen URL --record FILE"));
}
