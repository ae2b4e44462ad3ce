#pragma once

#include "assets/model/scenario.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

/// What the timeline panel shows, as data: no drawing, no window.
namespace app {

/// A deployment: when the asset is away.
struct TimelineBar {
    assets::Instant from, to;
    bool open_end;                   ///< not ended: `to` is the span's end
    double from_error_h, to_error_h; ///< its ends fade over this
    std::string operations;          ///< "HORIZON, NEON"
    std::size_t deployment;          ///< index into Scenario::deployments
};

/// A report within its interval.
struct TimelinePiece {
    assets::Instant from, to;
    double error_h; ///< both ends fade over this
    bool wide;      ///< somewhere in an area: paler
    bool sometime;  ///< at some time in it, not throughout
    assets::FixKind kind;
    assets::Confidence confidence;
    std::size_t fix; ///< index into Scenario::fixes
};

struct TimelineLane {
    assets::AssetIndex asset;
    std::string id, label, country;
    std::vector<TimelineBar> bars;     ///< in order of time
    std::vector<TimelinePiece> pieces; ///< wide ones first, so that precise ones are drawn over them
};

struct TimelineEvent {
    assets::Instant from, to;
    std::string title;
    std::string id;
    std::size_t event; ///< index into Scenario::events
};

struct TimelineModel {
    assets::Instant start{}, end{};
    double utc_offset_h = 0;         ///< in which days and months are counted
    std::vector<TimelineLane> lanes; ///< by country, then as in the file; assets without report or deployment last
    std::vector<TimelineEvent> events;
};
/// `heard`: ids of those assets from Scenario::first_heard on that have a lane, before all others.
[[nodiscard]] TimelineModel timeline_model(const assets::Scenario&, assets::Instant start, assets::Instant end,
                                           const std::set<std::string>& heard = {});

/// The visible part of the time axis. Seconds as doubles, so that zooming is smooth.
class TimeAxis {
public:
    TimeAxis() = default;
    /// Shows from..to over `width` pixels beginning at `x`. Never less than ten minutes.
    TimeAxis(assets::Instant from, assets::Instant to, double x, double width);

    [[nodiscard]] double x_of(assets::Instant) const noexcept;
    [[nodiscard]] assets::Instant at(double x) const noexcept; ///< to the nearest second
    [[nodiscard]] assets::Instant from() const noexcept;
    [[nodiscard]] assets::Instant to() const noexcept;
    [[nodiscard]] double left() const noexcept { return m_x; }
    [[nodiscard]] double width() const noexcept { return m_width; }
    [[nodiscard]] double seconds_per_px() const noexcept { return m_length_s / m_width; }

    /// The instant under `x` stays there; factor > 1 shows less. At most `limits`, at least ten minutes.
    [[nodiscard]] TimeAxis zoomed(double x, double factor, const TimelineModel& limits) const noexcept;
    [[nodiscard]] TimeAxis panned(double pixels, const TimelineModel& limits) const noexcept; ///< > 0: later
    /// Moved as little as needed to have the instant in sight, with a margin of a twentieth.
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
    bool major; ///< begins a year (months), a month (days), a day (hours), an hour: its label says so ("Mar 2024")
};
/// Years, months, days, hours or minutes, whatever leaves labels at least `label_px` apart; civil, at the offset.
[[nodiscard]] std::vector<AxisTick> axis_ticks(const TimeAxis&, double utc_offset_h, double label_px);

struct TimelineHit {
    enum class On { Nothing, Bar, Piece, Event } on = On::Nothing;
    std::size_t index = 0; ///< into the lane's bars or pieces, or the model's events
};
/// What lies under x in a lane, a few pixels being near enough: the piece drawn last, else the bar.
[[nodiscard]] TimelineHit hit_lane(const TimelineLane&, const TimeAxis&, double x, double near_px = 3);
/// The nearest event tick.
[[nodiscard]] TimelineHit hit_event(const TimelineModel&, const TimeAxis&, double x, double near_px = 4);

/// In words, for tips: "Halifax, 15 April 2024; reported, confidence high".
[[nodiscard]] std::string piece_words(const assets::Scenario&, const TimelinePiece&);
[[nodiscard]] std::string bar_words(const assets::Scenario&, const TimelineBar&);
[[nodiscard]] std::string event_words(const assets::Scenario&, const TimelineEvent&);

/// "Wed 14 Aug 2024, 20:00 UTC+8": always with its zone.
[[nodiscard]] std::string instant_words(assets::Instant, double utc_offset_h);
/// "UTC", "UTC+8", "UTC-3:30"
[[nodiscard]] std::string zone_words(double utc_offset_h);
/// What a person typed into the date field: a date or month means 12:00 UTC of its (first) day, as on the command line;
/// a time without a zone is local at the offset. Empty, with a sentence in `error`, when it is none.
[[nodiscard]] std::optional<assets::Instant> typed_instant(const std::string&, double utc_offset_h, std::string& error);

} // namespace app
