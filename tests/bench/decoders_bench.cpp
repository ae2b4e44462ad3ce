// Messages per second that each decoder takes on one thread.
#include "assets/feeds/decoder.hpp"
#include "tests/assets/feeds/ais/ais_encoder.hpp"
#include "tests/assets/feeds/cot/cot_events.hpp"
#include "tests/assets/feeds/sbs/sbs_lines.hpp"

#include <benchmark/benchmark.h>

namespace {

/// Positions of many senders in turn, with static data from every tenth.
std::string ais_log(std::uint32_t ships) {
    std::string log;
    for (std::uint32_t i = 0; i < ships; ++i) {
        ais_test::ClassA position;
        position.mmsi = 316'000'000 + i;
        position.lon = ais_test::degrees(120 + i * 1e-4);
        log += ais_test::lines(position.bits());
        if (i % 10 == 0) {
            ais_test::Static details;
            details.mmsi = position.mmsi;
            log += ais_test::lines(details.bits());
        }
    }
    return log;
}

void decode(benchmark::State& state, const std::string& log, const std::unique_ptr<assets::FeedDecoder>& decoder) {
    std::vector<assets::FeedMessage> messages;
    assets::Instant now{std::chrono::seconds{1'722'427'200}};
    const auto before = decoder->counts().messages;
    for (auto _ : state) {
        constexpr std::size_t piece = 16'384; // bytes, as a socket delivers them
        for (std::size_t at = 0; at < log.size(); at += piece) {
            decoder->take(std::string_view{log}.substr(at, piece), now, messages);
            messages.clear();
        }
        now += std::chrono::seconds{10};
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(decoder->counts().messages - before));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(log.size()));
}

void decode_ais(benchmark::State& state) {
    decode(state, ais_log(20'000), assets::make_ais_decoder());
}
BENCHMARK(decode_ais)->Unit(benchmark::kMillisecond);

void decode_cot(benchmark::State& state) {
    std::string log;
    for (int i = 0; i < 1'000; ++i)
        for (const auto& event : feeds_test::cot_events)
            log += event;
    decode(state, log, assets::make_cot_decoder());
}
BENCHMARK(decode_cot)->Unit(benchmark::kMillisecond);

void decode_sbs(benchmark::State& state) {
    std::string log;
    for (int i = 0; i < 2'000; ++i)
        log += feeds_test::sbs_stream("\r\n");
    decode(state, log, assets::make_sbs_decoder());
}
BENCHMARK(decode_sbs)->Unit(benchmark::kMillisecond);

} // namespace
