#include "geo/error.hpp"
#include "geo/routes/water/water_file.hpp"
#include "tests/geo/routes/routing.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"

#include <cmath>

using namespace geo;

TEST_CASE("the water file has at most 8 MB", "[geo][routes]") {
    CHECK(std::filesystem::file_size(data_folder / "water.bin") <= 8'000'000);
}

TEST_CASE("a water file that is read and written again has the same bytes", "[geo][routes]") {
    const auto file = read_water(data_folder / "water.bin");
    CHECK(write_water(file.mesh, file.edges) == support::file_bytes(data_folder / "water.bin"));
}

TEST_CASE("the triangles of the water cover the sphere once", "[geo][routes]") {
    const auto mesh = read_water(data_folder / "water.bin").mesh;
    double area = 0;
    bool all_turn_left = true;
    for (const auto& triangle : mesh.triangles()) {
        const Vector3 &a = mesh.points()[triangle.corners[0]], &b = mesh.points()[triangle.corners[1]],
                      &c = mesh.points()[triangle.corners[2]];
        const double volume = orientation(a, b, c);
        all_turn_left = all_turn_left && volume > -1e-16;
        area += 2 * std::atan2(volume, 1 + dot(a, b) + dot(b, c) + dot(c, a));
    }
    CHECK(all_turn_left);
    CHECK(std::abs(area / (4 * 3.14159265358979323846) - 1) < 1e-9);
}

TEST_CASE("a damaged water file is refused", "[geo][routes]") {
    const std::string whole = support::file_bytes(data_folder / "water.bin");
    const support::Scratch folder;
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{5}, std::size_t{100}, whole.size() / 3, whole.size() - 1}) {
        folder.write("water.bin", whole.substr(0, size));
        CHECK_THROWS_AS(read_water(folder / "water.bin"), ReadError);
    }
    CHECK_THROWS_AS(read_water(folder / "none.bin"), ReadError);
}
