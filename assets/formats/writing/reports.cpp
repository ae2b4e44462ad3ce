#include "assets/formats/reading/record.hpp"
#include "assets/formats/writing/writers.hpp"
#include "assets/model/area.hpp"

#include <utility>

namespace assets {
namespace {

/// The circles that areas stand for, each worked out once.
class Areas {
public:
    explicit Areas(const Scenario& scenario) : m_scenario{scenario} {}
    /// The area alone says where it is: its position and radius would be read back from it.
    [[nodiscard]] bool says_it_all(const AreaRef& area, std::optional<geo::LonLat> position, double radius_km) {
        const auto key = std::pair{area.of, area.id};
        auto known = m_circles.find(key);
        if (known == m_circles.end()) known = m_circles.emplace(key, enclosing_circle(m_scenario, area)).first;
        const auto& circle = known->second;
        return circle ? position && circle->centre == *position && circle->radius_km == radius_km : !position;
    }

private:
    const Scenario& m_scenario;
    std::map<std::pair<AreaRef::Of, std::string>, std::optional<CircleShape>> m_circles;
};

struct Dates {
    std::string from, to;
};

/// The dates of a report such that they mean the same again.
Dates dates_of(const Fix& fix) {
    Dates dates{to_iso(fix.from), {}};
    Instant last = fix.from;
    if (fix.precision() != Precision::Time) {
        std::string day = local_date(fix.from, fix.utc_offset_h(), fix.precision());
        const auto meant = parse_time_text(day, fix.utc_offset_h());
        if (meant && meant->first == fix.from) { // else it begins within a day, and only a time can say so
            dates.from = std::move(day);
            last = meant->last;
        }
    }
    if (fix.open_end())
        dates.to = "*";
    else if (fix.to != last)
        dates.to = ending(fix.to, fix.utc_offset_h());
    return dates;
}

std::string during_of(const Fix& fix, const Dates& dates) {
    const Interval interval{.from = fix.from,
                            .to = fix.to,
                            .precision = fix.precision(),
                            .to_given = !dates.to.empty() && !fix.open_end(),
                            .open_end = fix.open_end()};
    return fix.during() == default_during(interval, fix.activity(), fix.utc_offset_h())
               ? std::string{}
               : std::string{name_of(fix.during())};
}

/// An event keeps no precision: what covers whole days is written in days.
Dates dates_of(const Event& event) {
    const double offset_h = event.utc_offset_h;
    if (event.from == event.to) return {to_iso(event.from), {}};
    Dates dates{beginning(event.from, offset_h), ending(event.to, offset_h)};
    if (dates.from == dates.to) dates.to.clear();
    return dates;
}

std::string degrees(const std::optional<geo::LonLat>& position, double (geo::LonLat::*coordinate)() const noexcept) {
    return position ? number(((*position).*coordinate)()) : std::string{};
}

std::string number_or_none(const std::optional<double>& value) {
    return value ? number(*value) : std::string{};
}

template <class Enum>
std::string word(Enum value) {
    return std::string{name_of(value)};
}

} // namespace

std::string written_positions(const Scenario& scenario) {
    Areas areas{scenario};
    const auto has_point = [&](const Fix& fix) {
        if (fix.at_asset() != no_index) return false;
        return !fix.area() || fix.circle_given() || !areas.says_it_all(*fix.area(), fix.position, fix.radius_km);
    };
    const auto has_radius = [&](const Fix& fix) {
        return fix.at_asset() == no_index && fix.position && (!fix.area() || fix.circle_given());
    };
    const auto coordinate = [&](double (geo::LonLat::*which)() const noexcept) {
        return [has_point, which](const Fix& fix) {
            return has_point(fix) ? degrees(fix.position, which) : std::string{};
        };
    };
    // Worked out once for three columns, each of which is looked at twice.
    std::vector<Dates> all_dates;
    all_dates.reserve(scenario.fixes.size());
    for (const Fix& fix : scenario.fixes)
        all_dates.push_back(dates_of(fix));
    const auto dates = [&](const Fix& fix) -> const Dates& {
        return all_dates[static_cast<std::size_t>(&fix - scenario.fixes.data())];
    };
    return csv<Fix>(scenario.fixes, {
                                        {"asset", [&](const Fix& fix) { return scenario.assets[fix.asset].id; }, true},
                                        {"from", [&](const Fix& fix) { return dates(fix).from; }, true},
                                        {"to",
                                         [](const Fix& fix) {
                                             return dates_of(fix).to;
                                         }},
                                        {"during",
                                         [&](const Fix& fix) {
                                             return during_of(fix, dates(fix));
                                         }},
                                        {"lon", coordinate(&geo::LonLat::lon)},
                                        {"lat", coordinate(&geo::LonLat::lat)},
                                        {"place",
                                         [](const Fix& fix) {
                                             return fix.place();
                                         }},
                                        {"area",
                                         [](const Fix& fix) {
                                             return fix.area() ? fix.area()->id : std::string{};
                                         }},
                                        {"radius_km",
                                         [&](const Fix& fix) {
                                             return has_radius(fix) ? number(fix.radius_km) : std::string{};
                                         }},
                                        {"at_asset",
                                         [&](const Fix& fix) {
                                             return fix.at_asset() == no_index ? std::string{}
                                                                               : scenario.assets[fix.at_asset()].id;
                                         }},
                                        {"via",
                                         [](const Fix& fix) {
                                             return fix.via();
                                         }},
                                        {"count",
                                         [](const Fix& fix) {
                                             return number_unless(0, fix.count());
                                         }},
                                        {"strength",
                                         [](const Fix& fix) {
                                             return fix.strength();
                                         }},
                                        {"course_deg",
                                         [](const Fix& fix) {
                                             return number_or_none(fix.course_deg);
                                         }},
                                        {"speed_kn",
                                         [](const Fix& fix) {
                                             return number_or_none(fix.speed_kn);
                                         }},
                                        {"kind",
                                         [](const Fix& fix) {
                                             return fix.kind() == FixKind::Reported ? std::string{} : word(fix.kind());
                                         }},
                                        {"confidence",
                                         [](const Fix& fix) {
                                             return word(fix.confidence());
                                         }},
                                        {"confidence_date",
                                         [](const Fix& fix) {
                                             return word(fix.confidence_date());
                                         }},
                                        {"grade",
                                         [](const Fix& fix) {
                                             return fix.grade();
                                         }},
                                        {"sources",
                                         [&](const Fix& fix) {
                                             return ids_of(scenario, fix.sources());
                                         }},
                                        {"activity",
                                         [](const Fix& fix) {
                                             return word(fix.activity());
                                         }},
                                        {"note",
                                         [](const Fix& fix) {
                                             return fix.note();
                                         }},
                                        {"time_error_h",
                                         [](const Fix& fix) {
                                             return number_unless(0, fix.time_error_h());
                                         }},
                                        {"utc_offset_h",
                                         [&](const Fix& fix) {
                                             return number_unless(scenario.utc_offset_h, fix.utc_offset_h());
                                         }},
                                    });
}

std::string written_events(const Scenario& scenario) {
    Areas areas{scenario};
    const auto has_point = [&](const Event& event) {
        return event.position && (!event.area || !areas.says_it_all(*event.area, event.position, event.radius_km));
    };
    const auto coordinate = [&](double (geo::LonLat::*which)() const noexcept) {
        return [has_point, which](const Event& event) {
            return has_point(event) ? degrees(event.position, which) : std::string{};
        };
    };
    return csv<Event>(scenario.events, {
                                           {"id", [](const Event& event) { return event.id; }, true},
                                           {"from", [](const Event& event) { return dates_of(event).from; }, true},
                                           {"to",
                                            [](const Event& event) {
                                                return dates_of(event).to;
                                            }},
                                           {"title", [](const Event& event) { return event.title; }, true},
                                           {"caption",
                                            [](const Event& event) {
                                                return event.caption;
                                            }},
                                           {"kind",
                                            [](const Event& event) {
                                                return event.kind == EventKind::Other ? std::string{}
                                                                                      : word(event.kind);
                                            }},
                                           // A place without a position would be looked up, and put on the map.
                                           {"place",
                                            [](const Event& event) {
                                                return event.position || event.area ? event.place : std::string{};
                                            }},
                                           {"area",
                                            [](const Event& event) {
                                                return event.area ? event.area->id : std::string{};
                                            }},
                                           {"lon", coordinate(&geo::LonLat::lon)},
                                           {"lat", coordinate(&geo::LonLat::lat)},
                                           {"radius_km",
                                            [&](const Event& event) {
                                                return has_point(event) ? number(event.radius_km) : std::string{};
                                            }},
                                           {"assets",
                                            [&](const Event& event) {
                                                std::vector<std::string> ids;
                                                for (const AssetIndex asset : event.assets)
                                                    ids.push_back(scenario.assets[asset].id);
                                                return joined(ids);
                                            }},
                                           {"others",
                                            [](const Event& event) {
                                                return event.others;
                                            }},
                                           {"operation",
                                            [](const Event& event) {
                                                return joined(event.operations);
                                            }},
                                           {"sources",
                                            [&](const Event& event) {
                                                return ids_of(scenario, event.sources);
                                            }},
                                           {"confidence",
                                            [](const Event& event) {
                                                return word(event.confidence);
                                            }},
                                           {"confidence_date",
                                            [](const Event& event) {
                                                return word(event.confidence_date);
                                            }},
                                           {"time_error_h",
                                            [](const Event& event) {
                                                return number_unless(0, event.time_error_h);
                                            }},
                                           {"note",
                                            [](const Event& event) {
                                                return event.note;
                                            }},
                                           {"utc_offset_h",
                                            [&](const Event& event) {
                                                return number_unless(scenario.utc_offset_h, event.utc_offset_h);
                                            }},
                                       });
}

} // namespace assets
