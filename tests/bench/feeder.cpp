// An AIS server on loopback that sends the ships of tests/render/map/crowd to each client that connects.
// usage: theatrum_feeder PORT SHIPS MESSAGES_A_SECOND
// The server first sends the name and position of every ship at once, then positions at the given rate. Each ship moves
// forward for twelve messages and back again, so that no position jumps.
#include "geo/earth/geodesic.hpp"
#include "tests/app/feeds/servers.hpp"
#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/render/map/crowd/crowd.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t rounds = 12; ///< positions of each ship, before it turns back
constexpr double step_m = 60;      ///< between two positions

std::string position(const assets::Asset& ship, const assets::Fix& fix, std::size_t round) {
    ais_test::ClassA message;
    const double course = fix.course_deg.value_or(90);
    const auto at = geo::point_along(*fix.position, course, step_m * static_cast<double>(round));
    std::from_chars(ship.mmsi.data(), ship.mmsi.data() + ship.mmsi.size(), message.mmsi);
    message.lon = ais_test::degrees(at.lon());
    message.lat = ais_test::degrees(at.lat());
    message.course = static_cast<int>(std::lround(course * 10));
    message.heading = 511;
    message.speed = static_cast<int>(std::lround(fix.speed_kn.value_or(10) * 10));
    return ais_test::lines(message.bits());
}

std::string name_of(const assets::Asset& ship) {
    ais_test::NameB name;
    std::from_chars(ship.mmsi.data(), ship.mmsi.data() + ship.mmsi.size(), name.mmsi);
    name.name = ship.name.substr(0, 20);
    const auto line = ais_test::lines(name.bits());
    return line + line; // the decoder accepts a name only when it is received twice
}

int feed(std::uint16_t port, std::size_t count, double messages_per_s) {
    support::CrowdOptions options;
    options.ships = count;
    options.fixes_each = 1;
    options.silent_share = 0;
    const auto crowd = support::crowd(geo::Atlas::open(std::string{THEATRUM_SOURCE_DIR} + "/geo/data"), options);
    std::vector<std::string> names, positions;
    for (const auto& ship : crowd->assets)
        names.push_back(name_of(ship));
    for (std::size_t round = 0; round < rounds; ++round)
        for (const auto& fix : crowd->fixes)
            positions.push_back(position(crowd->assets[fix.asset], fix, round));
    std::printf("ready\n");
    std::fflush(stdout);
    servers::TcpServer server{port};
    while (true) {
        server.accept();
        try {
            for (std::size_t ship = 0; ship < count; ++ship)
                server.send(names[ship] + positions[ship]);
            const auto begin = std::chrono::steady_clock::now();
            constexpr std::size_t at_once = 50;
            std::string bytes;
            for (std::size_t sent = 0;; sent += at_once) {
                bytes.clear();
                for (std::size_t i = sent; i < sent + at_once; ++i) {
                    const std::size_t turn = i / count % (2 * rounds), ship = i % count;
                    bytes += positions[(turn < rounds ? turn : 2 * rounds - 1 - turn) * count + ship];
                }
                server.send(bytes);
                std::this_thread::sleep_until(
                    begin + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                std::chrono::duration<double>{static_cast<double>(sent + at_once) / messages_per_s}));
            }
        } catch (const std::runtime_error&) {
            // The client has disconnected; wait for the next one.
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: theatrum_feeder PORT SHIPS MESSAGES_A_SECOND\n");
        return 2;
    }
    return feed(static_cast<std::uint16_t>(std::stoul(argv[1])), std::stoul(argv[2]), std::stod(argv[3]));
}
