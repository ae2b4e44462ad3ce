#include "render/map/words/plans.hpp"

#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace render {
namespace {

using assets::Fix;
using assets::Source;
using std::chrono::year_month_day;

bool is_opinion(const Source& source) {
    return source.kind.starts_with("opinion") || source.kind.starts_with("op-ed");
}

const Fix* plan_of(const assets::State& state) {
    for (const Fix* fix : state.used)
        if (fix != nullptr && fix->kind() == assets::FixKind::Planned) return fix;
    for (const Fix* fix : state.at_asset_fixes)
        if (fix->kind() == assets::FixKind::Planned) return fix;
    return nullptr;
}

/// The source that proposes the fix; null if the fix is not a proposal.
const Source* proposer(const assets::Scenario& scenario, const Fix& fix) {
    if (fix.kind() != assets::FixKind::Planned) return nullptr;
    const auto found =
        std::ranges::find_if(fix.sources(), [&](auto source) { return is_opinion(scenario.sources[source]); });
    return found == fix.sources().end() ? nullptr : &scenario.sources[*found];
}

/// A day of a plan, no finer than it was written: "2030", "July 2027", "3 July".
std::string day_text(const Inputs& in, const Fix& fix, assets::Instant t) {
    const year_month_day day = civil_day(t, fix.utc_offset_h());
    const std::string year = fmt::format("{}", static_cast<int>(day.year()));
    switch (fix.precision()) {
    case assets::Precision::Year:
        return in.words("date.year", {{"year", year}});
    case assets::Precision::Month:
        return in.words(
            "date.month_year",
            {{"month", in.words(fmt::format("month.{}", static_cast<unsigned>(day.month())))}, {"year", year}});
    case assets::Precision::Day:
    case assets::Precision::Time:
        break;
    }
    return short_date(in, t, fix.utc_offset_h());
}

bool is_decade(const Fix& fix) {
    const auto first = civil_day(fix.from, fix.utc_offset_h()).year(),
               last = civil_day(fix.to, fix.utc_offset_h()).year();
    return fix.precision() == assets::Precision::Year && static_cast<int>(first) % 10 == 0 &&
           last - first == std::chrono::years{9};
}

std::string planned_words(const Inputs& in, const Fix& fix) {
    const std::string from = day_text(in, fix, fix.from);
    // Nobody gave the date of an open end.
    if (fix.open_end()) return in.words("label.planned_since", {{"date", from}});
    if (is_decade(fix)) {
        const int year = static_cast<int>(civil_day(fix.from, fix.utc_offset_h()).year());
        return in.words("label.planned", {{"date", in.words("date.decade", {{"year", fmt::format("{}", year)}})}});
    }
    if (fix.precision() >= assets::Precision::Day)
        return in.words("label.planned", {{"date", date_span(in, fix.from, fix.to, fix.utc_offset_h())}});
    const std::string to = day_text(in, fix, fix.to);
    return in.words("label.planned",
                    {{"date", from == to ? from : in.words("date.span", {{"from", from}, {"to", to}})}});
}

} // namespace

bool is_proposal(const assets::Scenario& scenario, const Fix& fix) {
    return proposer(scenario, fix) != nullptr;
}

bool is_proposed(const assets::Scenario& scenario, const assets::State& state) {
    const Fix* plan = plan_of(state);
    return plan != nullptr && is_proposal(scenario, *plan);
}

std::string plan_words(const Inputs& in, const assets::State& state) {
    const Fix* plan = plan_of(state);
    if (plan == nullptr) return {};
    if (const Source* source = proposer(in.scenario, *plan))
        return in.words("label.proposed", {{"source", source->publisher.empty()
                                                          ? source->title
                                                          : in.words("label.op_ed", {{"source", source->publisher}})}});
    return planned_words(in, *plan);
}

std::string short_plan_words(const Inputs& in, const assets::State& state) {
    const Fix* plan = plan_of(state);
    if (plan == nullptr) return {};
    return is_proposal(in.scenario, *plan) ? in.words("label.proposed_short") : planned_words(in, *plan);
}

} // namespace render
