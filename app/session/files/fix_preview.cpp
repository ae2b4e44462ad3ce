#include "app/session/files/fix_preview.hpp"

#include "app/session/playhead/noon.hpp"
#include "app/state/state_words.hpp"
#include "assets/model/values/codes.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

namespace app {

namespace {

using assets::Finding;
using assets::Fix;
using assets::Scenario;
using assets::State;

/// The codes that say most about a report, most serious first; others follow.
constexpr std::array gravest{assets::code::too_fast,         assets::code::two_places,
                             assets::code::reports_conflict, assets::code::duplicate_report,
                             assets::code::ship_on_land,     assets::code::outside_deployment,
                             assets::code::outside_time,     assets::code::no_source};

/// The state of an asset at an instant. The snapshot must outlive it.
const State& state_of(const assets::Snapshot& snapshot, assets::AssetIndex asset) {
    return snapshot.states.at(asset);
}

bool uses(const State& state, const Fix& fix) {
    const auto is_it = [&](const Fix* other) {
        return other == &fix;
    };
    return is_it(state.fix) || std::ranges::any_of(state.used, is_it) ||
           std::ranges::any_of(state.at_asset_fixes, is_it);
}

auto identity(const Finding& f) {
    return std::tie(f.code, f.file, f.line, f.field, f.message);
}

std::vector<Finding> new_warnings(const std::vector<Finding>& before, const std::vector<Finding>& after) {
    std::vector<Finding> found;
    for (const auto& finding : after) {
        if (finding.severity == assets::Severity::Note || finding.accepted) continue;
        const bool known =
            std::ranges::any_of(before, [&](const Finding& f) { return identity(f) == identity(finding); });
        if (!known) found.push_back(finding);
    }
    std::ranges::stable_sort(found, {}, [](const Finding& f) { return std::ranges::find(gravest, f.code); });
    return found;
}

bool is_drawn(const State& state) {
    return state.how != assets::How::Lost && state.how != assets::How::Absent;
}

/// Whether a map shows the same for two states of one asset.
bool look_alike(const Scenario& before, const State& a, const Scenario& after, const State& b) {
    const auto same_row = [&](const Fix* x, const Fix* y) {
        if (x == nullptr || y == nullptr) return x == y;
        return x->line == y->line && before.files[x->file()] == after.files[y->file()];
    };
    // The flags differ when only the next report does, which the map does not show.
    return a.how == b.how && a.where == b.where && a.radius_km == b.radius_km && a.carrier == b.carrier &&
           same_row(a.fix, b.fix) && same_row(a.used[0], b.used[0]) && same_row(a.used[1], b.used[1]);
}

} // namespace

FixPreview preview_of(const AddFix& row, std::shared_ptr<const Scenario> before, const assets::CheckResult& checked,
                      std::shared_ptr<const Scenario> after, const assets::CheckResult& after_checked, std::size_t fix,
                      const render::Words& words) {
    FixPreview preview;
    preview.row = row;
    const Fix& added = after->fixes.at(fix);
    preview.show = instant_to_show(added, after->utc_offset_h);
    const auto was = assets::snapshot_at(*before, preview.show), is = assets::snapshot_at(*after, preview.show);
    const State& then = state_of(is, added.asset);
    const auto* asset = before->asset(after->assets[added.asset].id);
    const std::string day = words.day_month_year(preview.show, added.utc_offset_h());
    if (asset != nullptr) {
        const auto index = static_cast<assets::AssetIndex>(asset - before->assets.data());
        preview.was = fmt::format("Was on {}: {}.", day, describe_state(words, *before, state_of(was, index)));
    }
    preview.decides = uses(then, added);
    preview.deployed = then.how != assets::How::Absent;
    preview.becomes =
        fmt::format("{}: {}.",
                    preview.decides    ? "Becomes"
                    : preview.deployed ? "Stays, because another report of that time decides"
                                       : "Stays, because a report counts only during a deployment (deployments.csv)",
                    describe_state(words, *after, then));
    preview.doubts = new_warnings(checked.findings, after_checked.findings);
    const bool says_source =
        std::ranges::any_of(preview.doubts, [](const Finding& f) { return f.code == assets::code::no_source; });
    if (added.sources().empty() && !says_source) // check says it once for all rows of a scenario without sources
        preview.doubts.push_back({assets::Severity::Warning, std::string{assets::code::no_source},
                                  after->files[added.file()], added.line, "sources", "no source is given",
                                  after->assets[added.asset].id, row.from});
    preview.before = std::move(before);
    preview.after = std::move(after);
    preview.fix = fix;
    return preview;
}

std::string unseen_words(const FixPreview& preview, assets::Instant at) {
    if (preview.after == nullptr) return {};
    const Fix& added = preview.after->fixes.at(preview.fix);
    if (!preview.deployed)
        return fmt::format("The map does not show it: {} is not deployed then; see deployments.csv.",
                           preview.after->assets[added.asset].name);
    if (!preview.decides) return "The map does not show it: another report of that time decides.";
    const auto was = assets::snapshot_at(*preview.before, at), is = assets::snapshot_at(*preview.after, at);
    const auto* asset = preview.before->asset(preview.after->assets[added.asset].id);
    if (asset == nullptr) return {};
    const auto index = static_cast<assets::AssetIndex>(asset - preview.before->assets.data());
    const State &then = state_of(is, added.asset), &before = state_of(was, index);
    const bool on_map = is_drawn(then) || is_drawn(before);
    if (on_map && (uses(then, added) || !look_alike(*preview.before, before, *preview.after, then))) return {};
    return fmt::format("It is not on the map of {}; it is on that of {}.",
                       assets::to_long_date(at, preview.after->utc_offset_h),
                       assets::to_long_date(preview.show, added.utc_offset_h()));
}

} // namespace app
