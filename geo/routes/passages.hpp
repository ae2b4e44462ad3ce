#pragma once

#include "geo/earth/lonlat.hpp"
#include "geo/routes/water/vector3.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A strait or canal that routes can use or avoid.
struct Passage {
    std::string_view id;    ///< such as taiwan-strait
    std::string_view title; ///< such as "Taiwan Strait"
    enum class Rule {
        Open,     ///< used wherever it is shorter
        Politics, ///< legs that the program works out do not use it
        Ice       ///< no route uses it unless it is allowed, or an end lies in it
    } rule;
    Vector3 gate_a, gate_b; ///< a route that crosses the great circle between them passes through; both lie on land

    /// Whether the great circle from a to b crosses the gate.
    [[nodiscard]] bool is_crossed_by(const Vector3& a, const Vector3& b) const noexcept;
};

/// The straits, then the canals, then the ways through the ice.
[[nodiscard]] const std::vector<Passage>& passages();
/// By id, or by its words without "strait" and "of": "malacca" and "malacca-strait" name strait-of-malacca. Null when
/// there is none.
[[nodiscard]] const Passage* find_passage(std::string_view name);

} // namespace geo
