#include "app/feeds/feed_state.hpp"

#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::chrono::seconds silent_after{30};

std::string describe_link(const FeedState& state) {
    switch (state.link) {
    case FeedLink::Connecting:
        return "connecting";
    case FeedLink::Connected:
        if (state.silent_for >= silent_after) return fmt::format("silent for {} s", state.silent_for.count());
        return fmt::format("connected, {:.0f} messages/s", std::round(state.messages_per_s));
    case FeedLink::Waiting:
        return fmt::format("retrying in {} s: {}", state.retry_in.count(), state.trouble);
    case FeedLink::Ended:
        return "at its end";
    case FeedLink::Failed:
    case FeedLink::Unknown:
        return state.trouble;
    }
    return {};
}

} // namespace

std::string describe(const FeedState& state) {
    auto text = describe_link(state);
    if (state.dropped > 0) text += fmt::format(", {} messages dropped", state.dropped);
    if (state.lost_datagrams > 0) text += fmt::format(", {} datagrams lost", state.lost_datagrams);
    return text;
}

} // namespace app
