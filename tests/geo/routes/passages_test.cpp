#include "geo/routes/water/water_file.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

using namespace geo;

namespace {

struct Through {
    const char* passage;
    LonLat from, to;
};

const std::vector<Through>& through() {
    static const std::vector<Through> all{
        {"strait-of-malacca", lonlat(95, 6.5), lonlat(103.85, 1.2)},
        {"singapore-strait", lonlat(100, 4), lonlat(106, 3)},
        {"sunda-strait", lonlat(107, -5), lonlat(103, -8)},
        {"lombok-strait", lonlat(115.7, -11), lonlat(116, -6)},
        {"makassar-strait", lonlat(118, -6), lonlat(119.5, 2.5)},
        {"luzon-strait", lonlat(118, 20), lonlat(126, 20)},
        {"taiwan-strait", lonlat(118, 22), lonlat(122.5, 27)},
        {"korea-strait", lonlat(127, 33.5), lonlat(131, 36)},
        {"tsugaru-strait", lonlat(139, 41), lonlat(143, 41)},
        {"la-perouse-strait", lonlat(140.5, 45.7), lonlat(145, 46)},
        {"san-bernardino-strait", lonlat(123.3, 12.9), lonlat(126, 13)},
        {"surigao-strait", lonlat(125, 9.6), lonlat(125.6, 10.8)},
        {"torres-strait", lonlat(140, -11), lonlat(146, -10)},
        {"bab-el-mandeb", lonlat(41, 15.5), lonlat(46, 12)},
        {"strait-of-gibraltar", lonlat(-8, 36), lonlat(-2, 36)},
        {"strait-of-hormuz", lonlat(54, 25.8), lonlat(58, 25)},
        {"strait-of-dover", lonlat(-1, 50.2), lonlat(3, 52)},
        {"danish-straits", lonlat(9, 58), lonlat(15, 55)},
        {"turkish-straits", lonlat(25, 39.5), lonlat(31, 42)},
        {"kerch-strait", lonlat(36, 44.5), lonlat(36.8, 46)},
        {"suez-canal", lonlat(32, 33), lonlat(36, 25)},
        {"panama-canal", lonlat(-79.5, 11), lonlat(-79.5, 7.5)},
    };
    return all;
}

bool passes(const Route& route, std::string_view id) {
    return std::any_of(route.passages.begin(), route.passages.end(), [&](const auto* p) { return p->id == id; });
}

} // namespace

TEST_CASE("routes lead through the straits and canals that ships use", "[geo][routes]") {
    for (const auto& [passage, from, to] : through()) {
        INFO(passage);
        const auto found = router().route(from, to);
        REQUIRE(found.route);
        CHECK(passes(*found.route, passage));
    }
}

TEST_CASE("a route avoids a strait or canal on request", "[geo][routes]") {
    for (const auto& [passage, from, to] : through()) {
        INFO(passage);
        const auto free = router().route(from, to), bound = router().route(from, to, {.avoid = {passage}});
        if (!bound.route) continue; // an end lies in a sea without another outlet
        CHECK_FALSE(passes(*bound.route, passage));
        REQUIRE(free.route);
        CHECK(bound.route->path.length_m() > free.route->path.length_m());
    }
    CHECK_FALSE(router().route(lonlat(25, 39.5), lonlat(31, 42), {.avoid = {"turkish-straits"}}).route);
    CHECK(router().route(lonlat(32, 33), lonlat(36, 25), {.avoid = {"suez-canal"}}).route->path.length_m() > 20e6);
}

TEST_CASE("a route begins and ends in a strait that it avoids, and does not pass through", "[geo][routes]") {
    const LonLat kaohsiung = lonlat(120.2, 22.6), okinawa = lonlat(127.5, 26.2);
    const auto found = router().route(kaohsiung, okinawa, {.avoid = {"taiwan-strait"}});
    REQUIRE(found.route);
    CHECK_FALSE(passes(*found.route, "taiwan-strait"));
}

TEST_CASE("no route uses the ways through the ice unless it is allowed", "[geo][routes]") {
    const LonLat rotterdam = lonlat(3.5, 52), yokohama = lonlat(139.8, 35);
    const auto south = router().route(rotterdam, yokohama);
    const auto north = router().route(rotterdam, yokohama, {.allow = {"northern-sea-route"}});
    REQUIRE(south.route);
    REQUIRE(north.route);
    CHECK(passes(*south.route, "suez-canal"));
    CHECK(passes(*north.route, "northern-sea-route"));
    CHECK(north.route->path.length_m() < 0.7 * south.route->path.length_m());
}

TEST_CASE("a leg that the program works out does not use straits that are a political statement", "[geo][routes]") {
    for (const auto& [passage, from, to] : through()) {
        if (find_passage(passage)->rule != Passage::Rule::Politics) continue;
        INFO(passage);
        const auto bound = router().route(from, to, {.keeps_off_coasts = true});
        if (bound.route) CHECK_FALSE(passes(*bound.route, passage));
        const auto allowed = router().route(from, to, {.allow = {passage}, .keeps_off_coasts = true});
        if (allowed.route) CHECK(passes(*allowed.route, passage));
    }
}

TEST_CASE("a passage is found by its id and by the ways to write it", "[geo][routes]") {
    for (const auto& passage : passages())
        CHECK(find_passage(passage.id) == &passage);
    CHECK(find_passage("malacca-strait")->id == "strait-of-malacca");
    CHECK(find_passage("hormuz")->id == "strait-of-hormuz");
    CHECK(find_passage("Taiwan Strait")->id == "taiwan-strait");
    CHECK(find_passage("tsushima-strait")->id == "korea-strait");
    CHECK(find_passage("bosporus")->id == "turkish-straits");
    CHECK(find_passage("strait") == nullptr);
    CHECK(find_passage("") == nullptr);
    CHECK(find_passage("drake-passage") == nullptr);
}

TEST_CASE("the water file and the program know the same passages", "[geo][routes]") {
    std::set<std::string> in_file, in_program;
    const WaterFile file = read_water(data_folder / "water.bin");
    for (const auto& name : file.mesh.names())
        if (!name.starts_with("12nm:")) in_file.insert(name);
    for (const auto& passage : passages())
        in_program.emplace(passage.id);
    CHECK(in_file == in_program);
}
