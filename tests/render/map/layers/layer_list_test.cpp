#include "render/map/layer_list.hpp"
#include "tests/render/map/map_support.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace render;

namespace {

/// The layer groups of a picture, "zones" or "zones/tints", from the bottom up.
std::vector<std::string> groups_of(const std::vector<Command>& commands) {
    std::vector<std::string> groups;
    for (const Command& command : commands) {
        const auto* group = std::get_if<Group>(&command.value);
        if (group == nullptr || group->tag.kind != "layer") continue;
        groups.push_back(group->tag.id.empty() ? group->tag.layer : group->tag.layer + "/" + group->tag.id);
    }
    return groups;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

TEST_CASE("a layer that is drawn in two parts has one name", "[render][layers]") {
    for (const std::string name : {"zones", "areas", "places"}) {
        INFO(name);
        CHECK(std::count_if(layers().begin(), layers().end(), [&](const Layer& l) { return l.name == name; }) == 2);
        CHECK(std::count(layer_names().begin(), layer_names().end(), name) == 1);
    }
    CHECK(layer_names().size() == 18);
    CHECK(furniture_names().size() == 11);
}

TEST_CASE("the ground is sea and land, with their lines and the relief", "[render][layers]") {
    std::vector<std::string> ground;
    std::copy_if(layer_names().begin(), layer_names().end(), std::back_inserter(ground), is_ground_layer);
    CHECK(ground == std::vector<std::string>{"sea", "graticule", "land", "relief", "borders", "coast"});
}

TEST_CASE("a layer that is off by default is shown on request", "[render][layers]") {
    CHECK(names_off_by_default() ==
          std::vector<std::string>{"graticule", "relief", "coverage", "events", "north", "strip"});
    Figure figure;
    CHECK_FALSE(figure.shows("events"));
    CHECK_FALSE(shown_names(figure).contains("events"));
    CHECK(figure.shows("assets"));
    figure.with = {"events"};
    CHECK(figure.shows("events"));
    CHECK(shown_names(figure).contains("events"));
    figure.without = {"events"}; // `without` takes precedence over `with`
    CHECK_FALSE(figure.shows("events"));
}

TEST_CASE("the grid of degrees is off in theme article and on in theme dark", "[render][layers]") {
    Figure figure;
    figure.theme = "article";
    CHECK_FALSE(shown_names(figure).contains("graticule"));
    figure.with = {"graticule"};
    CHECK(shown_names(figure).contains("graticule"));
    figure.with.clear();
    figure.theme = "dark";
    CHECK(shown_names(figure).contains("graticule"));
    // A layer that is off in a theme is one that exists, and the theme too.
    for (const Layer& layer : layers())
        CHECK((layer.off_in_theme.empty() || layer.off_in_theme == "article" || layer.off_in_theme == "dark"));
}

TEST_CASE("without all furniture, a piece that is requested by name is still shown", "[render][layers]") {
    Figure figure;
    figure.without = {"all"};
    figure.with = {"scalebar"};
    CHECK(figure.shows("scalebar"));
    CHECK_FALSE(figure.shows("legend"));
    CHECK(figure.shows("land"));
}

TEST_CASE("names of seas and places are shown with the layer of names only", "[render][layers]") {
    Figure figure;
    for (const char* name : {"seas", "places", "labels"})
        CHECK(shown_names(figure).contains(name));
    figure.without = {"seas"};
    CHECK_FALSE(shown_names(figure).contains("seas"));
    CHECK(shown_names(figure).contains("labels"));
    figure.without = {"labels"};
    for (const char* name : {"seas", "places", "labels"})
        CHECK_FALSE(shown_names(figure).contains(name));
    CHECK(shown_names(figure).contains("assets"));
}

TEST_CASE("a name can be known although nothing draws it yet", "[render][layers]") {
    for (const std::string name : {"notes", "inset"}) {
        INFO(name);
        CHECK_FALSE(is_drawable(name));
        const auto& names = name == "notes" ? layer_names() : furniture_names();
        CHECK(std::find(names.begin(), names.end(), name) != names.end());
    }
    for (const std::string name : {"north", "relief", "labels", "legend", "strip"})
        CHECK(is_drawable(name));
    CHECK_FALSE(is_drawable("legnd"));
}

TEST_CASE("the groups of a picture are in the order of the layer list", "[render][layers]") {
    Figure figure = support::page(1280, 720, 96, "2024-10-15");
    figure.with = {"events", "relief"};
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    const auto found = groups_of(support::compose(*scenario, figure).picture.commands);
    std::vector<std::string> wanted;
    for (const Layer& layer : layers()) {
        std::string name{layer.name};
        if (!layer.part.empty()) name.append("/").append(layer.part);
        if (std::find(found.begin(), found.end(), name) != found.end()) wanted.push_back(std::move(name));
    }
    CHECK(found == wanted);
    CHECK(found.size() >= 10);
}

TEST_CASE("ground and overlay together have every layer of the whole map once", "[render][layers]") {
    Figure figure = support::page(1280, 720, 96, "2024-10-15");
    figure.without = {"all"};
    const auto scenario = support::scenario("assets/scenarios/canada-2024");
    const auto snapshot = assets::snapshot_at(*scenario, figure.at);
    const auto whole = groups_of(support::compose(*scenario, figure).picture.commands);
    const MapHalf ground = support::composer().ground(*scenario, snapshot, figure);
    const MapHalf overlay = support::composer().overlay(*scenario, snapshot, figure);
    const auto below = joined(groups_of(ground.below_land.commands), groups_of(overlay.below_land.commands));
    const auto above = joined(groups_of(ground.above_land.commands), groups_of(overlay.above_land.commands));
    CHECK(joined(below, above) == whole);
    CHECK(ground.layout.m_per_mm == overlay.layout.m_per_mm);
}
