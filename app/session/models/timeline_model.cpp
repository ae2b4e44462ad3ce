#include "app/session/models/timeline_model.hpp"

#include "app/session/playhead/noon.hpp"
#include "assets/model/area.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app {

namespace {

TimelineLane timeline_lane(const assets::Scenario& scenario, assets::AssetIndex index, assets::Instant end) {
    const auto& asset = scenario.assets[index];
    assets::Lane lane = assets::lane_of(scenario, index, end);
    return {index,
            asset.id,
            render::plain_name(scenario, asset),
            asset.country,
            std::move(lane.bars),
            std::move(lane.pieces)};
}

/// Sorts countries in the order in which the file first names them: the index of the country's first asset.
std::size_t country_rank(const assets::Scenario& scenario, const std::string& country) {
    const auto first = std::find_if(scenario.assets.begin(), scenario.assets.end(),
                                    [&](const assets::Asset& a) { return a.country == country; });
    return static_cast<std::size_t>(first - scenario.assets.begin());
}

std::string day_span(assets::Instant from, assets::Instant to, double offset_h) {
    const auto first = assets::to_long_date(from, offset_h), last = assets::to_long_date(to, offset_h);
    return first == last ? first : first + " to " + last;
}

std::string fix_place(const assets::Scenario& scenario, const assets::Fix& fix) {
    if (!fix.place().empty()) return fix.place();
    if (fix.area()) return assets::area_name(scenario, *fix.area(), assets::Article::Without);
    if (fix.at_asset() < scenario.assets.size()) return "aboard " + scenario.assets[fix.at_asset()].name;
    if (fix.position) return fmt::format("{:.2f}, {:.2f}", fix.position->lon(), fix.position->lat());
    return "somewhere";
}

/// Whether a click can mean an hour: a day is wide.
bool shows_hours(const TimeAxis& axis) {
    constexpr double wide_day_px = 150;
    return 86'400 / axis.seconds_per_px() >= wide_day_px;
}

TimelineHit nearest(std::size_t count, const TimeAxis& axis, double x, double near_px, TimelineHit::On on,
                    const auto& span_of) {
    TimelineHit hit;
    double least = near_px;
    for (std::size_t i = 0; i < count; ++i) {
        const auto [from, to] = span_of(i);
        const double left = axis.x_of(from), right = axis.x_of(to);
        const double away = x < left ? left - x : x > right ? x - right : 0;
        if (away > least) continue;
        least = away; // at equal distances the later one wins, because it is drawn on top
        hit = {on, i};
    }
    return hit;
}

} // namespace

TimelineModel timeline_model(const assets::Scenario& scenario, assets::Instant start, assets::Instant end,
                             const std::set<std::string>& contacts, const std::set<assets::AssetIndex>* only) {
    TimelineModel model{start, end, scenario.utc_offset_h, {}, {}};
    const std::size_t declared = std::min<std::size_t>(scenario.first_feed_asset, scenario.assets.size());
    for (std::size_t i = 0; i < declared; ++i)
        if (only == nullptr || only->contains(static_cast<assets::AssetIndex>(i)))
            model.lanes.push_back(timeline_lane(scenario, static_cast<assets::AssetIndex>(i), end));
    const auto is_empty = [](const TimelineLane& lane) {
        return lane.bars.empty() && lane.pieces.empty();
    };
    std::stable_sort(model.lanes.begin(), model.lanes.end(), [&](const TimelineLane& a, const TimelineLane& b) {
        if (is_empty(a) != is_empty(b)) return is_empty(b);
        return country_rank(scenario, a.country) < country_rank(scenario, b.country);
    });
    std::vector<TimelineLane> first;
    for (std::size_t i = declared; i < scenario.assets.size() && !contacts.empty(); ++i)
        if (contacts.contains(scenario.assets[i].id))
            first.push_back(timeline_lane(scenario, static_cast<assets::AssetIndex>(i), end));
    model.lanes.insert(model.lanes.begin(), std::make_move_iterator(first.begin()),
                       std::make_move_iterator(first.end()));
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        const auto& event = scenario.events[i];
        model.events.push_back(
            {event.from, event.to, event.title, event.id, instant_to_show(event, scenario.utc_offset_h), i});
    }
    return model;
}

TimelineHit hit_lane(const TimelineLane& lane, const TimeAxis& axis, double x, double near_px) {
    const auto spans = [](const auto& things) {
        return [&things](std::size_t i) {
            return std::pair{things[i].from, things[i].to};
        };
    };
    const auto piece = nearest(lane.pieces.size(), axis, x, near_px, TimelineHit::On::Piece, spans(lane.pieces));
    if (piece.on != TimelineHit::On::Nothing) return piece;
    return nearest(lane.bars.size(), axis, x, near_px, TimelineHit::On::Bar, spans(lane.bars));
}

TimelineHit hit_event(const TimelineModel& model, const TimeAxis& axis, double x, double near_px) {
    return nearest(model.events.size(), axis, x, near_px, TimelineHit::On::Event, [&](std::size_t i) {
        return std::pair{model.events[i].from, model.events[i].from}; // the tick marks the beginning
    });
}

assets::Instant rounded_instant(const TimeAxis& axis, double x) {
    const double px = axis.seconds_per_px();
    const std::chrono::seconds step{px > 900 ? 3600 : px > 20 ? 60 : px > 2 ? 10 : 1};
    const auto passed = axis.at(x).time_since_epoch() + step / 2;
    return assets::Instant{passed - passed % step};
}

assets::Instant clicked_instant(const TimeAxis& axis, double x, double utc_offset_h) {
    if (shows_hours(axis)) return rounded_instant(axis, x);
    return local_noon(axis.at(x), utc_offset_h, utc_offset_h);
}

assets::Instant clicked_instant(const assets::Scenario& scenario, const TimelineLane& lane, const TimeAxis& axis,
                                double x, double near_px) {
    const auto hit = hit_lane(lane, axis, x, near_px);
    if (hit.on != TimelineHit::On::Piece) return clicked_instant(axis, x, scenario.utc_offset_h);
    const auto& piece = lane.pieces[hit.index];
    const auto& fix = scenario.fixes[piece.fix];
    const bool brief = fix.precision() == assets::Precision::Time && piece.to - piece.from < std::chrono::hours{1};
    if (brief) return piece.from;
    if (shows_hours(axis)) return std::clamp(rounded_instant(axis, x), piece.from, piece.to);
    return local_noon(std::clamp(axis.at(x), piece.from, piece.to), fix.utc_offset_h(), scenario.utc_offset_h);
}

std::string piece_words(const assets::Scenario& scenario, const TimelinePiece& piece) {
    const auto& fix = scenario.fixes[piece.fix];
    std::string words = fix_place(scenario, fix) + ", " + day_span(piece.from, piece.to, fix.utc_offset_h());
    if (piece.sometime && piece.to - piece.from > std::chrono::hours{24}) words += ", at some time";
    words += "; " + std::string{assets::to_string(piece.kind)};
    if (piece.confidence != assets::Confidence::None)
        words += ", confidence " + std::string{assets::to_string(piece.confidence)};
    if (piece.wide) words += fmt::format(", within {:.0f} km", std::ceil(fix.radius_km));
    if (piece.error_h > 0) words += fmt::format(", give or take {} h", piece.error_h);
    return words;
}

std::string bar_words(const assets::Scenario& scenario, const TimelineBar& bar) {
    std::string words = bar.operations.empty() ? "Deployed" : bar.operations;
    words += bar.open_end ? ", from " + assets::to_long_date(bar.from, bar.utc_offset_h)
                          : ", " + day_span(bar.from, bar.to, bar.utc_offset_h);
    const auto& note = scenario.deployments[bar.deployment].note;
    return note.empty() ? words : words + "; " + note;
}

std::string event_words(const assets::Scenario& scenario, const TimelineEvent& event) {
    const auto& record = scenario.events[event.event];
    return event.title + ", " + day_span(event.from, event.to, record.utc_offset_h);
}

} // namespace app
