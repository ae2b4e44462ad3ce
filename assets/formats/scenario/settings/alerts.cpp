#include "assets/formats/reading/section.hpp"
#include "assets/formats/scenario/readers.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

namespace assets {

void read_alert(Reading& reading, Section& section) {
    AlertRule alert;
    read_keys(alert, section, reading.schema.alert);
    const auto& others = reading.scenario.alerts;
    if (section.node("id") && !is_id(alert.id))
        section.error(
            "id", code::bad_id,
            fmt::format("{} is not an id; use small letters, digits, '.', '_' and '-'; begin with a letter or digit",
                        in_quotes(alert.id)));
    else if (std::any_of(others.begin(), others.end(), [&](const AlertRule& other) { return other.id == alert.id; }))
        section.error("id", code::duplicate, fmt::format("{} appears twice", in_quotes(alert.id)));
    const bool has_when = from_name<AlertWhen>(section.text("when")).has_value(); // else read_keys() has reported it
    const std::string_view when = name_of(alert.when);
    if (has_when && needs_zone(alert.when) && alert.zone.empty())
        section.error("zone", code::missing_value, fmt::format("must be given with when = '{}'", when));
    if (has_when && !needs_zone(alert.when) && !alert.zone.empty())
        section.error("zone", code::conflicting_values, fmt::format("has no meaning with when = '{}'", when));
    if (has_when && alert.when == AlertWhen::Silent && !section.node("minutes"))
        section.error("minutes", code::missing_value, "must be given with when = 'silent'");
    if (has_when && alert.when != AlertWhen::Silent && section.node("minutes"))
        section.error("minutes", code::conflicting_values, fmt::format("has no meaning with when = '{}'", when));
    alert.line = section.line();
    alert.file = section.file();
    reading.scenario.alerts.push_back(std::move(alert));
}

void report_unknown_alert_ids(Reading& reading) {
    const auto& scenario = reading.scenario;
    std::vector<std::string_view> zones, assets;
    for (const Zone& zone : scenario.zones)
        zones.emplace_back(zone.id);
    for (const Asset& asset : scenario.assets)
        assets.emplace_back(asset.id);
    const auto is_in = [](const std::vector<std::string_view>& ids, std::string_view id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (std::size_t i = 0; i < scenario.alerts.size(); ++i) {
        const AlertRule& alert = scenario.alerts[i];
        const auto refuse = [&](std::string_view key, std::string_view code, std::string message) {
            reading.findings.error(code, {alert.file, alert.line, fmt::format("alert[{}].{}", i, key), {}, {}},
                                   std::move(message));
        };
        if (!alert.zone.empty()) {
            const Zone* zone = scenario.zone(alert.zone);
            if (zone == nullptr)
                refuse("zone", code::unknown_id,
                       fmt::format("there is no zone {}{}", in_quotes(alert.zone), did_you_mean(alert.zone, zones)));
            else if (std::holds_alternative<LineShape>(zone->shape) && alert.when != AlertWhen::Crosses)
                refuse("zone", code::conflicting_values,
                       fmt::format("{} is a line; write when = 'crosses'", in_quotes(alert.zone)));
        }
        // A contact's number is unknown until it is heard, so only what looks like a misspelt id is an error.
        for (const std::string& who : alert.who)
            if (!is_in(assets, who) && !did_you_mean(who, assets).empty() &&
                who.find_first_not_of("0123456789") != std::string::npos)
                refuse("who", code::unknown_id,
                       fmt::format("there is no asset {}{}", in_quotes(who), did_you_mean(who, assets)));
    }
}

} // namespace assets
