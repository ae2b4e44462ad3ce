#pragma once

#include "assets/timeline/past/lanes.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// The contents of the timeline panel, as data.
namespace app {

using TimelineBar = assets::LaneBar;     ///< its ends fade over their errors
using TimelinePiece = assets::LanePiece; ///< both ends fade over the error; a wide one is paler

struct TimelineLane {
    assets::AssetIndex asset;
    std::string id, label, country;
    std::vector<TimelineBar> bars;     ///< in order of time
    std::vector<TimelinePiece> pieces; ///< wide ones first, so that precise ones are drawn on top
};

struct TimelineEvent {
    assets::Instant from, to;
    std::string title;
    std::string id;
    assets::Instant show; ///< the instant to which a click goes: see noon.hpp
    std::size_t event;    ///< index into Scenario::events
};

struct TimelineModel {
    assets::Instant start{}, end{};
    double utc_offset_h = 0;         ///< of the local time in which days and months begin
    std::vector<TimelineLane> lanes; ///< by country, then in the order of the file; empty lanes last
    std::vector<TimelineEvent> events;
};
/// `contacts`: ids of the contacts that have a lane. Their lanes come first. `only`: indices of the scenario's own
/// assets that have one; null: all.
[[nodiscard]] TimelineModel timeline_model(const assets::Scenario&, assets::Instant start, assets::Instant end,
                                           const std::set<std::string>& contacts = {},
                                           const std::set<assets::AssetIndex>* only = nullptr);

/// The visible part of the time axis. It counts seconds in doubles, so that zooming is smooth.
class TimeAxis {
public:
    TimeAxis() = default;
    /// Shows from..to, but at least ten minutes, in `width` pixels from `x` on.
    TimeAxis(assets::Instant from, assets::Instant to, double x, double width);

    [[nodiscard]] double x_of(assets::Instant) const noexcept;
    [[nodiscard]] assets::Instant at(double x) const noexcept; ///< to the nearest second
    [[nodiscard]] assets::Instant from() const noexcept;
    [[nodiscard]] assets::Instant to() const noexcept;
    [[nodiscard]] double left() const noexcept { return m_x; }
    [[nodiscard]] double width() const noexcept { return m_width; }
    [[nodiscard]] double seconds_per_px() const noexcept { return m_length_s / m_width; }

    /// Zooms around the instant at `x`; factor > 1 zooms in. Shows at least ten minutes and at most `limits` with a
    /// margin.
    [[nodiscard]] TimeAxis zoomed(double x, double factor, const TimelineModel& limits) const noexcept;
    [[nodiscard]] TimeAxis panned(double pixels, const TimelineModel& limits) const noexcept; ///< > 0: later
    /// Moves as little as needed to show the instant, with a margin of a twentieth of the axis.
    [[nodiscard]] TimeAxis showing(assets::Instant, const TimelineModel& limits) const noexcept;
    [[nodiscard]] TimeAxis resized(double x, double width) const noexcept;

private:
    [[nodiscard]] TimeAxis within(const TimelineModel& limits) const noexcept;
    double m_from_s = 0, m_length_s = 86400, m_x = 0, m_width = 1;
};

struct AxisTick {
    assets::Instant at;
    double x;
    std::string label; ///< "2024", "Mar", "14", "06:00"; empty: a mark without a label
    bool major;        ///< begins the next larger unit, which its label names: "Mar 2024" among days
};
/// Ticks in years, months, days, hours or minutes, whichever keeps labels about `label_px` apart; in local time.
[[nodiscard]] std::vector<AxisTick> axis_ticks(const TimeAxis&, double utc_offset_h, double label_px);

struct TimelineHit {
    enum class On { Nothing, Bar, Piece, Event } on = On::Nothing;
    std::size_t index = 0; ///< into the lane's bars or pieces, or the model's events
};
/// The piece at most near_px from x, otherwise the bar. Of several at the same distance, the one that is drawn last.
[[nodiscard]] TimelineHit hit_lane(const TimelineLane&, const TimeAxis&, double x, double near_px = 3);
/// The nearest event tick that is at most near_px from x.
[[nodiscard]] TimelineHit hit_event(const TimelineModel&, const TimeAxis&, double x, double near_px = 4);

/// The instant to which a click goes on the axis at `x`: noon of the local day, or the instant itself on an axis that
/// shows hours.
[[nodiscard]] assets::Instant clicked_instant(const TimeAxis&, double x, double utc_offset_h);
/// The same on a lane: over a report the day counts in the report's local time, and a report with a clock is gone to.
[[nodiscard]] assets::Instant clicked_instant(const assets::Scenario&, const TimelineLane&, const TimeAxis&, double x,
                                              double near_px = 3);
/// Rounds a scrubbed time to hours, minutes, 10 seconds or seconds, according to the time that a pixel covers.
[[nodiscard]] assets::Instant rounded_instant(const TimeAxis&, double x);

/// Texts for tooltips: "Halifax, 15 April 2024; reported, confidence high".
[[nodiscard]] std::string piece_words(const assets::Scenario&, const TimelinePiece&);
[[nodiscard]] std::string bar_words(const assets::Scenario&, const TimelineBar&);
[[nodiscard]] std::string event_words(const assets::Scenario&, const TimelineEvent&);

/// "Wed 14 Aug 2024, 20:00 UTC+8": always with the zone.
[[nodiscard]] std::string instant_words(assets::Instant, double utc_offset_h, bool with_seconds = false);
/// "UTC", "UTC+8", "UTC-3:30"
[[nodiscard]] std::string zone_words(double utc_offset_h);
/// Parses the date field: every form that the reader of files knows, and every form in which the program prints a date
/// or a time, such as "Wed 14 Aug 2024, 20:00 UTC+8", "14 August", "4 to 14 March 2024" (its first day) and "20:00". A
/// date or a month means 12:00 UTC of its (first) day, as on the command line; a time without a zone is local time at
/// the offset. A missing year or date is that of `shown`. Returns none and a sentence in `error` for other text.
[[nodiscard]] std::optional<assets::Instant> typed_instant(const std::string&, double utc_offset_h,
                                                           assets::Instant shown, std::string& error);
/// A date or time that a form takes, and the year that the text itself left out.
struct DatedText {
    std::string text;
    std::optional<int> year{}; ///< was added to the text
    bool next = false;         ///< it is the year after the one that was asked for
};
/// Completes a date without a year ("4 June", "Jun 4 14:30", "041200ZJUN") for the reader of files: with the year of
/// `shown`, in local time at the offset; with `not_before`, with that instant's year or the next one, so that the date
/// does not end before it. A text that has a year, or that no year makes a date, is returned unchanged.
[[nodiscard]] DatedText with_year(const std::string&, double utc_offset_h, assets::DateOrder, assets::Instant shown,
                                  std::optional<assets::Instant> not_before = std::nullopt);
/// "days a second", or "day a second" for a speed of exactly 1; with `in_minutes` "minutes a second".
[[nodiscard]] std::string speed_unit(double units_a_second, bool in_minutes);

} // namespace app
