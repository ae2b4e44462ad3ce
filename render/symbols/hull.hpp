#pragma once

#include "render/symbols/silhouette.hpp"

/// Parts of ships, seen from above, in the units of Silhouette.
namespace render {

/// A hull, drawn about twice as broad as a real one: a true hull 6 mm long would be 0.7 mm wide.
struct Hull {
    double length, beam;
    double entry;     ///< distance from the bow to the straight sides
    double fullness;  ///< of the bow: 0 a straight wedge, 1 round
    double transom;   ///< width of the stern as a fraction of the beam
    double run = 0.2; ///< fraction of the length over which the sides narrow towards the stern
};
[[nodiscard]] Outline draw(const Hull&);

/// A deckhouse with bevelled front corners, from y down to y + height.
[[nodiscard]] Outline deckhouse(double y, double width, double height);
/// A gun turret.
[[nodiscard]] Outline gun(double y);
/// A ring; the middle is left out by the even-odd rule.
[[nodiscard]] Outline ring(Point centre, double radius, double thickness);
/// The marking of a helicopter deck, a thin ring.
[[nodiscard]] Outline landing_circle(double y, double radius);
/// The part of an outline below (`sign` +1) or above (`sign` -1) the line y = at + slope * x.
[[nodiscard]] Outline cut(const Outline& whole, double at, double slope, double sign);

} // namespace render
