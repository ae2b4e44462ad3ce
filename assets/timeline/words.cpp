#include "assets/timeline/snapshot.hpp"
#include "assets/timeline/sorted.hpp"

#include <algorithm>

namespace assets {

std::string_view to_string(How how) noexcept {
    switch (how) {
    case How::Reported:
        return "reported";
    case How::Interpolated:
        return "interpolated";
    case How::Held:
        return "held";
    case How::Stale:
        return "stale";
    case How::Lost:
        return "lost";
    case How::Absent:
        return "absent";
    }
    return "";
}

std::string_view to_string(Flag flag) noexcept {
    switch (flag) {
    case Flag::BeyondMaxGap:
        return "beyond_max_gap";
    case Flag::Estimated:
        return "estimated";
    case Flag::MayHaveLeft:
        return "may_have_left";
    case Flag::MayNotHaveArrived:
        return "may_not_have_arrived";
    case Flag::PathOverLand:
        return "path_over_land";
    case Flag::Planned:
        return "planned";
    case Flag::Sometime:
        return "sometime";
    case Flag::TooFast:
        return "too_fast";
    case Flag::TwoPlaces:
        return "two_places";
    case Flag::Wide:
        return "wide";
    }
    return "";
}

std::vector<std::string> Flags::names() const {
    // The enumerators are in alphabetical order of their names.
    std::vector<std::string> names;
    for (auto bit = static_cast<unsigned>(Flag::BeyondMaxGap); bit <= static_cast<unsigned>(Flag::Wide); ++bit) {
        const auto flag = static_cast<Flag>(bit);
        if (has(flag)) names.emplace_back(to_string(flag));
    }
    return names;
}

namespace {

const FixDetails& details_of(const State& state) noexcept {
    static const FixDetails none{};
    return state.fix ? *state.fix->details : none;
}

template <class Function>
void for_each_used(const State& state, Function function) {
    for (const Fix* f : state.used)
        if (f) function(*f);
    for (const Fix* f : state.at_asset_fixes)
        function(*f);
}

} // namespace

const std::optional<AreaRef>& State::area() const noexcept {
    static const std::optional<AreaRef> none;
    return how < How::Lost ? details_of(*this).area : none;
}
const std::string& State::place() const noexcept {
    return details_of(*this).place;
}
const std::string& State::grade() const noexcept {
    return details_of(*this).grade;
}

std::vector<SourceIndex> State::sources() const {
    std::vector<SourceIndex> all;
    for_each_used(*this, [&](const Fix& f) { all.insert(all.end(), f.sources().begin(), f.sources().end()); });
    sort_unique(all);
    return all;
}

std::vector<int> State::rows() const {
    std::vector<int> all;
    for_each_used(*this, [&](const Fix& f) { all.push_back(f.line); });
    sort_unique(all);
    return all;
}

} // namespace assets
