#include "app/feeds/feed_state.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::chrono::seconds silent_after{30};

/// "1 message", "2 messages".
std::string counted(double count, std::string_view thing) {
    return fmt::format("{:.0f} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string describe_link(const FeedState& state) {
    switch (state.link) {
    case FeedLink::Connecting:
        return "connecting";
    case FeedLink::Connected:
        if (is_silent(state)) return fmt::format("silent for {} s", state.silent_for.count());
        return "connected, " + counted(std::round(state.messages_per_s), "message") + "/s";
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

bool is_silent(const FeedState& state) noexcept {
    return state.link == FeedLink::Connected && state.silent_for >= silent_after;
}

std::chrono::seconds common_silence(const std::vector<FeedState>& feeds) {
    std::optional<std::chrono::seconds> least;
    for (const FeedState& feed : feeds) {
        if (feed.link == FeedLink::Ended) continue;
        const auto silence = is_silent(feed) ? feed.silent_for : std::chrono::seconds{0};
        least = std::min(least.value_or(silence), silence);
    }
    return least.value_or(std::chrono::seconds{0});
}

std::string describe(const FeedState& state) {
    auto text = describe_link(state);
    if (state.dropped > 0) text += ", " + counted(static_cast<double>(state.dropped), "message") + " dropped";
    if (state.lost_datagrams > 0)
        text += ", " + counted(static_cast<double>(state.lost_datagrams), "datagram") + " lost";
    return text;
}

} // namespace app
