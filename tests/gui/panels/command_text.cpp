#include "tests/gui/panels/command_text.hpp"

#include <fmt/format.h>

namespace panels_test {

/// The command with the members that most commands have.
std::string text_of(const app::Command& command) {
    return fmt::format("command {}", command.index()) +
           std::visit(
               [](const auto& c) {
                   std::string text;
                   if constexpr (requires {
                                     c.kind;
                                     c.id;
                                 })
                       text += " " + c.kind;
                   if constexpr (requires { std::string{c.id}; }) text += " " + c.id;
                   if constexpr (requires { std::string{c.name}; }) text += " " + c.name;
                   if constexpr (requires { std::string{c.country}; }) text += " " + c.country;
                   if constexpr (requires { std::string{c.url}; }) text += " " + c.url;
                   if constexpr (requires { std::string{c.language}; }) text += " " + c.language;
                   if constexpr (requires { std::string{c.definition}; }) text += " " + c.definition;
                   if constexpr (requires { bool{c.on}; }) text += c.on ? " on" : " off";
                   if constexpr (requires { bool{c.dots}; }) text += c.dots ? " dots" : " pictograms";
                   if constexpr (requires { int{c.direction}; }) text += fmt::format(" {}", c.direction);
                   if constexpr (requires {
                                     c.centre.x;
                                     c.m_per_mm;
                                 })
                       text += fmt::format(" {:.0f},{:.0f} m at {:.1f}", c.centre.x, c.centre.y, c.m_per_mm);
                   if constexpr (requires { c.radii_km.size(); })
                       for (const double km : c.radii_km)
                           text += fmt::format(" {} km", km);
                   if constexpr (requires { double{c.width_km}; }) text += fmt::format(" {:.0f} km", c.width_km);
                   if constexpr (requires { c.by.count(); }) text += fmt::format(" {} s", c.by.count());
                   if constexpr (requires { c.at.lon(); })
                       text += fmt::format(" {:.1f},{:.1f}", c.at.lon(), c.at.lat());
                   if constexpr (requires { assets::to_iso(c.at); }) text += " " + assets::to_iso(c.at);
                   if constexpr (requires { c.days_per_second; }) text += fmt::format(" {:.3f}", c.days_per_second);
                   if constexpr (requires { c.length.count(); }) text += fmt::format(" {} s", c.length.count());
                   return text;
               },
               command);
}

} // namespace panels_test
