#include "render/map/words/period/voyages.hpp"

#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"
#include "render/map/words/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace render {
namespace {

std::string coordinates_of(geo::LonLat at) {
    return fmt::format("{:.1f}°{} {:.1f}°{}", std::abs(at.lat()), at.lat() < 0 ? 'S' : 'N', std::abs(at.lon()),
                       at.lon() < 0 ? 'W' : 'E');
}

std::string heading_of(const Inputs& in, const assets::Voyage& voyage) {
    return asset_name(in, in.scenario.assets[voyage.asset]);
}

} // namespace

std::string call_number(std::size_t call) {
    return fmt::format("{}", call + 1);
}

std::string call_numbers(const std::vector<std::size_t>& calls, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < calls.size();) {
        std::size_t end = i + 1; // of calls in a row
        while (end < calls.size() && calls[end] == calls[end - 1] + 1)
            ++end;
        const bool is_span = end - i > 2;
        const std::size_t shown = is_span ? i + 1 : end;
        for (std::size_t k = i; k < shown; ++k)
            text += std::string{text.empty() ? std::string_view{} : separator} + call_number(calls[k]);
        if (is_span) text += "–" + call_number(calls[end - 1]);
        i = end;
    }
    return text;
}

std::string call_place(const Inputs& in, const assets::Call& call) {
    for (const assets::Fix* fix : call.fixes)
        if (auto place = place_words(in.words, in.scenario, *fix); !place.empty()) return capitalised(std::move(place));
    return {};
}

std::string call_dates(const Inputs& in, const assets::Call& call) {
    const assets::Fix& fix = *call.fixes.front();
    const double offset = fix.utc_offset_h();
    const std::string days = date_span(in, call.from, call.to, offset);
    const bool is_clock = fix.precision() == assets::Precision::Time && fix.time_error_h() == 0 &&
                          call.to - call.from < std::chrono::hours{1};
    if (!is_clock) return days;
    const std::string clock = in.words.clock(call.from, offset);
    const bool is_one_day = civil_day(in.figure.period->from, offset) == civil_day(in.snapshot.at, offset);
    return is_one_day ? clock : in.words("date.day_clock", {{"date", days}, {"time", clock}});
}

std::vector<CallRow> call_rows(const Inputs& in, const Visible& visible) {
    const auto& voyages = in.snapshot.voyages;
    std::vector<CallRow> rows;
    for (std::size_t v = 0; v < voyages.size(); ++v) {
        const assets::Voyage& voyage = voyages[v];
        if (voyages.size() > 1) rows.push_back({v, {}, true, {}, heading_of(in, voyage)});
        const bool is_divided = voyages.size() == 1 && voyage.farthest;
        if (is_divided) rows.push_back({v, {}, true, {}, in.words("period.outbound")});
        for (std::size_t i = 0; i < voyage.calls.size(); ++i) {
            if (is_divided && i == *voyage.farthest + 1) rows.push_back({v, {}, true, {}, in.words("period.homeward")});
            const assets::Call& call = voyage.calls[i];
            std::string place = call_place(in, call);
            if (place.empty()) place = coordinates_of(call.at);
            rows.push_back({v, i, false, call_number(i),
                            in.words("period.call", {{"place", place}, {"date", call_dates(in, call)}})});
        }
        if (const auto outside = visible.calls_outside.find(v); outside != visible.calls_outside.end())
            rows.push_back(
                {v,
                 {},
                 false,
                 {},
                 in.words("period.outside",
                          {{"numbers", call_numbers({outside->second.begin(), outside->second.end()}, ", ")}})});
    }
    return rows;
}

std::string period_words(const Words& words, const Period& period) {
    const assets::Instant last = period.to - assets::tick;
    const auto first_day = civil_day(period.from, 0), last_day = civil_day(last, 0);
    if (first_day == last_day) return words.day_month_year(last, 0);
    const std::string from = words.day_month_year(period.from, 0), to = words.day_month_year(last, 0);
    if (first_day.year() != last_day.year()) return words("date.span", {{"from", from}, {"to", to}});
    // The year stands once: where the whole span begins in languages that begin dates with the year, else at its end.
    const std::string short_from = words.day_month(period.from, 0);
    if (from.starts_with(short_from)) return words("date.span", {{"from", short_from}, {"to", to}});
    return words("date.span", {{"from", from}, {"to", words.day_month(last, 0)}});
}

std::string period_text(const Inputs& in, Detail detail) {
    const bool any = !in.snapshot.voyages.empty();
    std::string text =
        in.words(any ? "period.reported" : "period.no_voyage", {{"period", period_words(in.words, *in.figure.period)}});
    if (in.scenario.data_to_day)
        append_sentence(text,
                        in.words("asof.updated", {{"date", in.words.day_month_year(*in.scenario.data_to_day, 0)}}));
    if (in.figure.known_by)
        append_sentence(text, in.words("asof.known_by", {{"date", in.words.day_month_year(*in.figure.known_by, 0)}}));
    if (in.figure.round_deg)
        append_sentence(text, in.words("asof.rounded", {{"degrees", fmt::format("{}", *in.figure.round_deg)}}));
    if (detail != Detail::Full) return text;
    const auto any_leg = [&](assets::Continuity how) {
        return std::any_of(in.snapshot.voyages.begin(), in.snapshot.voyages.end(), [&](const assets::Voyage& voyage) {
            return std::any_of(voyage.legs.begin(), voyage.legs.end(),
                               [&](const assets::VoyageLeg& leg) { return leg.how == how && leg.path; });
        });
    };
    if (any_leg(assets::Continuity::Unknown)) append_sentence(text, in.words("period.unknown"));
    if (any_leg(assets::Continuity::Estimated)) append_sentence(text, in.words("period.estimated"));
    return text;
}

} // namespace render
