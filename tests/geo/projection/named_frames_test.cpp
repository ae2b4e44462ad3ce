#include "geo/projection/named_frames.hpp"
#include "geo/projection/projection.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <set>
#include <string>

TEST_CASE("every named frame can be projected and holds the places it is for", "[geo]") {
    const auto holds = [](const char* name, double lon, double lat) {
        const geo::NamedFrame* frame = geo::named_frame(name);
        REQUIRE(frame != nullptr);
        const auto projection = geo::Projection::make(frame->projection, frame->centre());
        const auto centre = projection.forward(frame->centre()), place = projection.forward(geo::lonlat(lon, lat));
        REQUIRE(centre);
        if (!place) return false;
        const double half_w = frame->width_km * 500, half_h = half_w / frame->shape;
        return std::abs(place->x - centre->x) <= half_w && std::abs(place->y - centre->y) <= half_h;
    };
    CHECK(holds("east-asia", 127, 37.5)); // Seoul
    CHECK(holds("east-asia", 104, 1.3));  // Singapore
    CHECK_FALSE(holds("east-asia", 151, -34));
    CHECK(holds("japan-australia", 140, 36));
    CHECK(holds("japan-australia", 151, -34));
    CHECK(holds("pacific", 121, 31));
    CHECK(holds("pacific", -118, 34));
    CHECK(holds("south-china-sea", 114, 22));
    CHECK(holds("south-china-sea", 109, 2));
    CHECK(holds("korea", 126.5, 33.5));
    CHECK(holds("korea", 130, 42.3));
    CHECK(holds("korea-border", 124.7, 37.97)); // Baengnyeong
    CHECK(holds("korea-border", 128.4, 38.6));
    CHECK(holds("taiwan", 121.5, 25));
    CHECK(holds("taiwan", 118.4, 24.4)); // Kinmen
    CHECK(holds("taiwan-region", 114.2, 22.3));
    CHECK(holds("taiwan-region", 127.7, 26.2));
    std::set<std::string> names;
    for (const geo::NamedFrame& frame : geo::named_frames())
        CHECK(names.insert(std::string{frame.name}).second);
    CHECK(names.size() == 8);
    CHECK(geo::named_frame("mars") == nullptr);
}
