#include "assets/timeline/snapshot.hpp"

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
    case Flag::OutsideReport:
        return "outside_report";
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
    // The enumerators stand in the alphabetical order of their names.
    std::vector<std::string> names;
    for (auto bit = static_cast<unsigned>(Flag::BeyondMaxGap); bit <= static_cast<unsigned>(Flag::Wide); ++bit) {
        const auto flag = static_cast<Flag>(bit);
        if (has(flag)) names.emplace_back(to_string(flag));
    }
    return names;
}

} // namespace assets
