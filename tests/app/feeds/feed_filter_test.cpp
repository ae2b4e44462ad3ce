#include "app/feeds/feed_filter.hpp"
#include "tests/support/catch.hpp"

using assets::AssetType;

namespace {

assets::FeedMessage message(const std::string& key, std::optional<geo::LonLat> position,
                            std::optional<AssetType> type = std::nullopt) {
    assets::FeedMessage made;
    made.key = key;
    made.position = position;
    made.type = type;
    return made;
}

} // namespace

TEST_CASE("a filter without conditions wants everything", "[feeds]") {
    app::FeedFilter filter;
    CHECK(filter.wants(message("a", std::nullopt)));
    CHECK(filter.wants(message("a", geo::lonlat(0, 0))));
}

TEST_CASE(
    "a filter with an area across the antimeridian wants positions in it and statements of contacts last seen in it",
    "[feeds]") {
    app::FeedFilter filter{geo::Box::from_degrees(170, -10, -170, 10), {}};
    CHECK_FALSE(filter.wants(message("a", std::nullopt)));
    CHECK(filter.wants(message("a", geo::lonlat(179, 0))));
    CHECK(filter.wants(message("a", geo::lonlat(-179, 0))));
    CHECK(filter.wants(message("a", std::nullopt)));
    CHECK_FALSE(filter.wants(message("b", std::nullopt)));
    CHECK_FALSE(filter.wants(message("a", geo::lonlat(160, 0))));
    CHECK_FALSE(filter.wants(message("a", std::nullopt)));
}

TEST_CASE("a type that was sent once applies to later messages without a type", "[feeds]") {
    app::FeedFilter filter{std::nullopt, {AssetType::Frigate, AssetType::Fishing}};
    CHECK_FALSE(filter.wants(message("a", geo::lonlat(1, 1))));
    CHECK(filter.wants(message("a", std::nullopt, AssetType::Fishing)));
    CHECK(filter.wants(message("a", geo::lonlat(1, 1))));
    CHECK_FALSE(filter.wants(message("b", geo::lonlat(1, 1), AssetType::Merchant)));
    CHECK_FALSE(filter.wants(message("a", std::nullopt, AssetType::Merchant)));
    CHECK_FALSE(filter.wants(message("a", geo::lonlat(1, 1))));
}

TEST_CASE("a message must match both area and types", "[feeds]") {
    app::FeedFilter filter{geo::Box::from_degrees(0, 0, 10, 10), {AssetType::Frigate}};
    CHECK(filter.wants(message("a", geo::lonlat(1, 1), AssetType::Frigate)));
    CHECK_FALSE(filter.wants(message("a", geo::lonlat(11, 1))));
    CHECK_FALSE(filter.wants(message("b", geo::lonlat(1, 1), AssetType::Merchant)));
}
