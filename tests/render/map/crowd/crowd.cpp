#include "tests/render/map/crowd/crowd.hpp"

#include "geo/earth/geodesic.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

#include <fmt/format.h>

namespace support {
namespace {

using assets::AssetType;
using std::chrono::minutes;
using std::chrono::seconds;

struct Port {
    double lon, lat, weight;
};
constexpr Port ports[] = {{103.8, 1.2, 9},  {101.3, 2.9, 4},   {114.2, 22.2, 8},  {113.6, 22.0, 5},  {121.9, 31.0, 10},
                          {122.3, 29.8, 8}, {120.4, 36.0, 5},  {117.9, 38.9, 5},  {129.1, 35.0, 6},  {126.5, 37.3, 4},
                          {139.8, 35.2, 6}, {135.3, 34.5, 5},  {136.8, 34.8, 3},  {130.8, 33.95, 4}, {120.3, 22.5, 4},
                          {121.3, 25.2, 3}, {120.9, 14.5, 4},  {106.9, 10.2, 3},  {100.8, 13.2, 3},  {106.9, -6.0, 4},
                          {112.8, -7.1, 3}, {115.7, -32.1, 1}, {151.3, -33.9, 1}, {153.3, -27.2, 1}, {147.2, -9.5, 1},
                          {144.7, 13.4, 1}, {-157.9, 21.2, 1}, {80.2, 13.1, 2},   {79.8, 6.9, 3},    {91.8, 22.2, 3},
                          {96.3, 16.5, 1},  {108.3, 16.1, 2},  {106.8, 20.7, 3},  {110.0, 19.9, 2},  {118.1, 24.4, 4},
                          {119.6, 26.0, 3}, {121.6, 38.9, 4},  {127.7, 26.2, 1},  {141.0, 42.5, 2},  {132.0, 43.1, 2}};

struct Lane {
    double lon1, lat1, lon2, lat2, weight;
};
constexpr Lane lanes[] = {{95.0, 5.9, 80.2, 5.7, 4},      {104.6, 1.4, 109.5, 10.5, 5},  {109.5, 10.5, 114.0, 21.0, 5},
                          {114.5, 21.8, 120.0, 24.5, 5},  {120.0, 24.5, 123.0, 30.5, 5}, {123.0, 31.0, 128.6, 34.2, 4},
                          {123.0, 30.0, 131.0, 30.5, 3},  {131.0, 30.8, 140.0, 34.6, 4}, {141.0, 35.2, 175.0, 47.0, 3},
                          {140.5, 34.0, -158.5, 21.5, 2}, {121.0, 20.8, 146.0, 14.0, 1}, {105.5, -6.6, 96.0, 3.0, 1},
                          {115.8, -8.8, 117.5, -31.0, 1}, {127.5, 3.0, 150.8, -12.0, 1}, {122.5, 33.0, 121.0, 38.0, 3},
                          {129.6, 35.3, 139.5, 41.5, 2}};

constexpr std::array<const char*, 40> countries{"PA", "LR", "MH", "HK", "SG", "CN", "CN", "CN", "JP", "JP",
                                                "KR", "MT", "BS", "GR", "CY", "ID", "ID", "VN", "PH", "MY",
                                                "TH", "TW", "NO", "DK", "GB", "US", "RU", "IN", "DE", "IT",
                                                "FR", "AU", "PT", "TR", "NL", "BE", "KY", "BM", "AG", "NZ"};

class ShipMaker {
public:
    explicit ShipMaker(const geo::Atlas& atlas, unsigned seed) : m_atlas{atlas}, m_random{seed} {}

    double between(double low, double high) { // the distributions of standard libraries differ
        return low + (high - low) * static_cast<double>(m_random() % 1'000'000) / 1e6;
    }
    /// A roughly normal deviation from 0.
    double deviation(double spread) { return spread * (between(-1, 1) + between(-1, 1) + between(-1, 1)); }

    geo::LonLat place() {
        for (;;) {
            const geo::LonLat at = anywhere();
            if (!m_atlas.land.on_land(at)) return at;
        }
    }

private:
    template <class List>
    const auto& picked(const List& list) {
        double sum = 0;
        for (const auto& item : list)
            sum += item.weight;
        double at = between(0, sum);
        for (const auto& item : list)
            if ((at -= item.weight) <= 0) return item;
        return list[0];
    }
    geo::LonLat anywhere() {
        const double kind = between(0, 1);
        double lon = between(75, 205), lat = between(-40, 50);
        if (kind < 0.62) {
            const Port& port = picked(ports);
            const double spread = between(0, 1) < 0.5 ? 0.25 : 1.3; // at anchor off the port, or coming and going
            lon = port.lon + deviation(spread);
            lat = port.lat + deviation(spread);
        } else if (kind < 0.92) {
            const Lane& lane = picked(lanes);
            const double along = between(0, 1);
            const double east = geo::wrap_longitude(lane.lon2 - lane.lon1);
            lon = lane.lon1 + along * east + deviation(0.4);
            lat = lane.lat1 + along * (lane.lat2 - lane.lat1) + deviation(0.4);
        }
        return geo::lonlat(geo::wrap_longitude(lon), lat);
    }

    const geo::Atlas& m_atlas;
    std::mt19937 m_random;
};

AssetType type_of(double share) {
    if (share < 0.70) return AssetType::Merchant;
    if (share < 0.93) return AssetType::Fishing;
    if (share < 0.96) return AssetType::Auxiliary;
    return share < 0.985 ? AssetType::CoastGuard : AssetType::PatrolShip;
}

} // namespace

assets::Instant crowd_time() {
    return assets::Instant{seconds{1'726'056'000}}; // 2024-09-11 12:00 UTC
}

std::shared_ptr<const assets::Scenario> crowd(std::shared_ptr<const geo::Atlas> atlas, const CrowdOptions& options) {
    auto s = std::make_shared<assets::Scenario>();
    ShipMaker maker{*atlas, options.seed};
    s->title = "Ships heard in East Asia";
    s->view.centre = geo::lonlat(135, 15);
    s->view.width_km = 13'000;
    s->sources.push_back({.id = "feed",
                          .title = "AIS",
                          .publisher = "",
                          .published = "",
                          .date = "",
                          .kind = "ais",
                          .url = "",
                          .line = 0});
    s->files = {"feed"};
    s->first_fix = {0};
    constexpr minutes apart{3};
    for (std::size_t i = 0; i < options.ships; ++i) {
        assets::Asset asset{};
        asset.type = type_of(maker.between(0, 1));
        const assets::TypeDefaults& usual = assets::defaults_for(asset.type);
        asset.mmsi = fmt::format("{}", 200'000'000 + i * 13);
        asset.id = asset.mmsi;
        asset.name = fmt::format("{} {}", asset.type == AssetType::Fishing ? "LU YU" : "PACIFIC STAR", i);
        asset.country = countries[static_cast<std::size_t>(maker.between(0, countries.size()))];
        asset.max_speed_kn = usual.max_speed_kn;
        asset.path = usual.path;
        asset.max_gap = minutes{30};
        asset.stale_after = minutes{10};
        asset.lost_after = minutes{60};
        asset.rank = usual.rank;
        s->assets.push_back(std::move(asset));

        const geo::LonLat now = maker.place();
        const double course = maker.between(0, 360), speed_kn = maker.between(0, 20);
        const bool under_way = speed_kn > 4, silent = maker.between(0, 1) < options.silent_share;
        const auto last = crowd_time() - (silent ? seconds{minutes{15}} : seconds{60});
        for (std::size_t r = 0; r < options.fixes_each; ++r) {
            const auto back = options.fixes_each - 1 - r;
            assets::Fix fix{};
            fix.asset = static_cast<assets::AssetIndex>(i);
            fix.from = last - apart * static_cast<int>(back);
            fix.to = fix.from + apart - seconds{1};
            fix.edit().during = assets::During::Throughout;
            fix.edit().precision = assets::Precision::Time;
            const double sailed_m = speed_kn * 1852.0 / 20.0 * static_cast<double>(back);
            fix.position = under_way ? geo::point_along(now, course + 180, sailed_m) : now;
            fix.radius_km = 1;
            if (under_way) fix.course_deg = course;
            fix.speed_kn = speed_kn;
            fix.edit().kind = assets::FixKind::Observed;
            fix.edit().sources = {0};
            fix.line = static_cast<int>(s->fixes.size()) + 1;
            s->fixes.push_back(std::move(fix));
        }
        s->first_fix.push_back(s->fixes.size());
    }
    s->first_deployment.assign(s->assets.size() + 1, 0);
    s->atlas = std::move(atlas);
    return s;
}

} // namespace support
