#include "assets/formats/scenario/read_scenario.hpp"
#include "geo/error.hpp"
#include "render/map/composer.hpp"
#include "render/picture/inspect.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <unistd.h>

namespace fs = std::filesystem;
using namespace render;

namespace {

const fs::path root{THEATRUM_SOURCE_DIR};

StyleFolders shipped() {
    return {root / "render/themes", root / "render/words", root / "geo/data/policy"};
}

/// A copy of the built-in geography made of links, from which files can be removed.
class Geography {
public:
    Geography() : m_folder{fs::temp_directory_path() / ("theatrum-composer-" + std::to_string(::getpid()))} {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
        for (const auto& entry : fs::directory_iterator{root / "geo/data"})
            fs::create_symlink(entry.path(), m_folder / entry.path().filename());
    }
    ~Geography() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }
    /// Removes the files of the level that map_only() shows. The land test of sea legs reads another level.
    void remove_basemap() const {
        fs::remove(m_folder / "land_50m.fgb");
        fs::remove(m_folder / "borders_50m.fgb");
    }

private:
    fs::path m_folder;
};

Figure map_only(const std::string& day) {
    Figure figure = support::page(1280, 720, 96, day);
    figure.without = {"all"};
    figure.centre = geo::lonlat(126, 30);
    figure.width_km = 6000;
    return figure;
}

} // namespace

TEST_CASE("a map on a cached ground equals the map on a new one", "[render][composer]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    const Composer kept{shipped()};
    for (const std::string day : {"2024-07-31", "2024-10-15", "2024-10-20"}) {
        const Figure figure = map_only(day);
        const auto snapshot = assets::snapshot_at(*scenario, figure.at);
        INFO(day);
        CHECK(dump(kept.compose(*scenario, snapshot, figure).picture) ==
              dump(Composer{shipped()}.compose(*scenario, snapshot, figure).picture));
    }
}

TEST_CASE("a cached ground is not used for another theme, other layers or another view", "[render][composer]") {
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    const Composer kept{shipped()};
    const Figure first = map_only("2024-07-31");
    const auto snapshot = assets::snapshot_at(*scenario, first.at);
    const std::string before = dump(kept.compose(*scenario, snapshot, first).picture);
    Figure theme = first, layers = first, view = first, zones = first;
    theme.theme = "dark";
    layers.without.insert("borders");
    view.width_km = 5000;
    zones.without.insert("zones"); // without them the basemap's line is drawn
    for (const Figure& other : {theme, layers, view, zones}) {
        const std::string now = dump(kept.compose(*scenario, snapshot, other).picture);
        CHECK(now != before);
        CHECK(now == dump(Composer{shipped()}.compose(*scenario, snapshot, other).picture));
    }
}

TEST_CASE("maps that differ only in time read the basemap once", "[render][composer]") {
    const Geography geography;
    const auto atlas = geo::Atlas::open(geography.folder());
    const auto scenario = assets::read_scenario(root / "assets/scenarios/canada-2024", atlas).scenario;
    REQUIRE(scenario != nullptr);
    const Composer composer{shipped()};
    const auto composed = [&](const Figure& figure) {
        return composer.compose(*scenario, assets::snapshot_at(*scenario, figure.at), figure).picture.commands.size();
    };
    const auto commands = composed(map_only("2024-10-15"));
    geography.remove_basemap();
    CHECK(composed(map_only("2024-10-20")) >= commands / 2);
    Figure elsewhere = map_only("2024-10-20");
    elsewhere.width_km = 3000;
    CHECK_THROWS_AS(composed(elsewhere), geo::ReadError);
}
