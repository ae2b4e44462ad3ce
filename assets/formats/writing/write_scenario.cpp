#include "assets/formats/writing/write_scenario.hpp"

#include "assets/formats/writing/writers.hpp"
#include "assets/model/names.hpp"

#include <fmt/format.h>

namespace assets {
namespace {

/// `14d`, `36h`, `90min`, `45s`: the largest unit that it is a whole number of.
std::string duration(std::chrono::seconds length) {
    constexpr std::pair<int, const char*> units[] = {{86'400, "d"}, {3'600, "h"}, {60, "min"}};
    for (const auto& [seconds, name] : units)
        if (length.count() != 0 && length.count() % seconds == 0)
            return fmt::format("{}{}", length.count() / seconds, name);
    return fmt::format("{}s", length.count());
}

/// What differs from the default of the type; `none` for no limit.
template <class T, class Write>
std::string unless_usual(const std::optional<T>& value, const std::optional<T>& usual, Write write) {
    if (value == usual) return {};
    return value ? write(*value) : std::string{"none"};
}

std::string written_assets(const Scenario& scenario) {
    using Limit = std::optional<std::chrono::seconds>;
    const auto limit = [](Limit Asset::*value, Limit TypeDefaults::*usual) {
        return [=](const Asset& asset) {
            return unless_usual(asset.*value, defaults_for(asset.type).*usual, duration);
        };
    };
    return csv<Asset>(scenario.assets,
                      {
                          {"id", [](const Asset& asset) { return asset.id; }, true},
                          {"name", [](const Asset& asset) { return asset.name.empty() ? asset.id : asset.name; }, true},
                          {"short",
                           [](const Asset& asset) {
                               return asset.short_name == asset.name ? std::string{} : asset.short_name;
                           }},
                          {"hull",
                           [](const Asset& asset) {
                               return asset.hull;
                           }},
                          {"type", [](const Asset& asset) { return std::string{name_of(asset.type)}; }, true},
                          {"sidc",
                           [](const Asset& asset) {
                               return asset.sidc;
                           }},
                          {"side",
                           [](const Asset& asset) {
                               return asset.side == Side::None ? std::string{} : std::string{name_of(asset.side)};
                           }},
                          {"country",
                           [](const Asset& asset) {
                               return asset.country;
                           }},
                          {"operator",
                           [](const Asset& asset) {
                               return asset.operator_name;
                           }},
                          {"mmsi",
                           [](const Asset& asset) {
                               return asset.mmsi;
                           }},
                          {"icao",
                           [](const Asset& asset) {
                               return asset.icao;
                           }},
                          {"uid",
                           [](const Asset& asset) {
                               return asset.uid;
                           }},
                          {"max_speed_kn",
                           [](const Asset& asset) {
                               return unless_usual(asset.max_speed_kn, defaults_for(asset.type).max_speed_kn, number);
                           }},
                          {"path",
                           [](const Asset& asset) {
                               return asset.path == defaults_for(asset.type).path ? std::string{}
                                                                                  : std::string{name_of(asset.path)};
                           }},
                          {"max_gap", limit(&Asset::max_gap, &TypeDefaults::max_gap)},
                          {"stale_after", limit(&Asset::stale_after, &TypeDefaults::stale_after)},
                          {"lost_after", limit(&Asset::lost_after, &TypeDefaults::lost_after)},
                          {"rank",
                           [](const Asset& asset) {
                               return number_unless(defaults_for(asset.type).rank, asset.rank);
                           }},
                          {"aliases",
                           [](const Asset& asset) {
                               return joined(asset.aliases);
                           }},
                          {"note",
                           [](const Asset& asset) {
                               return asset.note;
                           }},
                      });
}

std::string written_deployments(const Scenario& scenario) {
    return csv<Deployment>(
        scenario.deployments,
        {
            {"asset", [&](const Deployment& d) { return scenario.assets[d.asset].id; }, true},
            {"from", [&](const Deployment& d) { return beginning(d.from, scenario.utc_offset_h); }, true},
            {"to",
             [&](const Deployment& d) {
                 return d.to ? ending(*d.to, scenario.utc_offset_h) : std::string{};
             }},
            {"operation",
             [](const Deployment& d) {
                 return joined(d.operations);
             }},
            {"from_error_h",
             [](const Deployment& d) {
                 return number_unless(0, d.from_error_h);
             }},
            {"to_error_h",
             [](const Deployment& d) {
                 return number_unless(0, d.to_error_h);
             }},
            {"sources",
             [&](const Deployment& d) {
                 return ids_of(scenario, d.sources);
             }},
            {"note",
             [](const Deployment& d) {
                 return d.note;
             }},
        });
}

std::string written_members(const Scenario& scenario) {
    return csv<Membership>(scenario.members,
                           {
                               {"group", [&](const Membership& m) { return scenario.assets[m.group].id; }, true},
                               {"asset", [&](const Membership& m) { return scenario.assets[m.asset].id; }, true},
                               {"role",
                                [](const Membership& m) {
                                    return m.role == Membership::Role::Member ? std::string{}
                                                                              : std::string{name_of(m.role)};
                                }},
                               {"from",
                                [&](const Membership& m) {
                                    return m.from ? beginning(*m.from, scenario.utc_offset_h) : std::string{};
                                }},
                               {"to",
                                [&](const Membership& m) {
                                    return m.to ? ending(*m.to, scenario.utc_offset_h) : std::string{};
                                }},
                           });
}

std::string written_sources(const Scenario& scenario) {
    return csv<Source>(scenario.sources, {
                                             {"id", [](const Source& source) { return source.id; }, true},
                                             {"title",
                                              [](const Source& source) {
                                                  return source.title;
                                              }},
                                             {"publisher",
                                              [](const Source& source) {
                                                  return source.publisher;
                                              }},
                                             {"published",
                                              [](const Source& source) {
                                                  return source.published;
                                              }},
                                             {"date",
                                              [](const Source& source) {
                                                  return source.date;
                                              }},
                                             {"kind",
                                              [](const Source& source) {
                                                  return source.kind;
                                              }},
                                             {"url",
                                              [](const Source& source) {
                                                  return source.url;
                                              }},
                                         });
}

std::string written_places(const Scenario& scenario) {
    return csv<geo::Place>(scenario.places,
                           {
                               {"id", [](const geo::Place& place) { return place.id; }, true},
                               {"name", [](const geo::Place& place) { return place.name; }, true},
                               {"lon", [](const geo::Place& place) { return number(place.position.lon()); }, true},
                               {"lat", [](const geo::Place& place) { return number(place.position.lat()); }, true},
                               {"kind",
                                [](const geo::Place& place) {
                                    return std::string{name_of(place.kind)};
                                }},
                               {"country",
                                [](const geo::Place& place) {
                                    return place.country;
                                }},
                               {"aliases",
                                [](const geo::Place& place) {
                                    return joined(place.aliases);
                                }},
                           });
}

} // namespace

std::map<std::string, std::string> write_scenario(const Scenario& scenario) {
    std::map<std::string, std::string> files{
        {"scenario.toml", written_settings(scenario)},      {"assets.csv", written_assets(scenario)},
        {"deployments.csv", written_deployments(scenario)}, {"positions.csv", written_positions(scenario)},
        {"events.csv", written_events(scenario)},           {"members.csv", written_members(scenario)},
        {"sources.csv", written_sources(scenario)},         {"places.csv", written_places(scenario)},
        {"zones.geojson", written_zones(scenario)}};
    std::erase_if(files, [](const auto& file) { return file.second.empty(); });
    return files;
}

} // namespace assets
