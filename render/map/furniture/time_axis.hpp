#pragma once

#include "render/map/scene.hpp"

#include <string>
#include <vector>

namespace render {

/// The axis of a strip: a period along a stretch of the page.
class TimeAxis {
public:
    /// A mark at the beginning of a year, month, day or hour in local time.
    struct Tick {
        assets::Instant at;
        std::string label; ///< "2024", "May", "14 May", "6:00"; empty for a mark between labels
        double room_to;    ///< the label must end before this x, page mm
    };

    /// The period lasts longer than no time, and `left` is less than `right`; page mm.
    TimeAxis(const Period& period, double left, double right) : m_period{period}, m_left{left}, m_right{right} {}

    [[nodiscard]] const Period& period() const noexcept { return m_period; }
    [[nodiscard]] double left() const noexcept { return m_left; }
    [[nodiscard]] double right() const noexcept { return m_right; }
    /// The place of an instant; of one outside the period, the nearer end.
    [[nodiscard]] double x_of(assets::Instant) const noexcept;
    /// In order of time, in steps that leave room for labels in type of this em, mm. The first tick may be the
    /// beginning of the period, which is labelled where there is room before the next one.
    [[nodiscard]] std::vector<Tick> ticks(const Words&, double utc_offset_h, double em_mm) const;

private:
    Period m_period;
    double m_left, m_right;
};

} // namespace render
