// The contacts, fixes and live assets that many messages give, compared with accepted files.
#include "assets/feeds/decoder.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/feeds/track/live_scenario.hpp"
#include "assets/timeline/snapshot.hpp"
#include "tests/assets/timeline/scenario_builder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_text.hpp"

#include <cmath>

#include <fmt/format.h>

using namespace assets;
using timeline_test::instant;

namespace {

/// The store after the three files of tests/fixtures/feeds, whose lines are received 2 s apart.
TrackStore store() {
    TrackStore::Limits limits;
    limits.points_per_track = 12;
    TrackStore tracks{limits};
    std::uint8_t feed = 0;
    for (const auto& [file, decoder] : {std::pair{"ais.nmea", std::shared_ptr<FeedDecoder>{make_ais_decoder()}},
                                        {"events.xml", std::shared_ptr<FeedDecoder>{make_cot_decoder()}},
                                        {"lines.sbs", std::shared_ptr<FeedDecoder>{make_sbs_decoder(0.0)}}}) {
        const std::string bytes = support::file_bytes(std::string{THEATRUM_SOURCE_DIR "/tests/fixtures/feeds/"} + file);
        Instant received = instant("2024-07-31T12:00Z");
        std::vector<FeedMessage> messages;
        for (std::size_t begin = 0; begin < bytes.size();) {
            const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
            decoder->take(std::string_view{bytes}.substr(begin, end - begin), received, messages);
            received += std::chrono::seconds{2};
            begin = end;
        }
        decoder->end(received, messages);
        for (const FeedMessage& message : messages)
            tracks.take(message, feed);
        ++feed;
    }
    return tracks;
}

std::string clock_of(Instant t) {
    return to_iso(t).substr(11);
}

std::vector<Source> three_sources() {
    std::vector<Source> sources(3);
    for (std::size_t i = 0; i < sources.size(); ++i)
        sources[i].id = sources[i].kind = std::array{"ais", "cot", "sbs"}[i];
    return sources;
}

std::string assets_text(const Scenario& scenario) {
    std::string text;
    for (AssetIndex a = 0; a < scenario.assets.size(); ++a) {
        const Asset& asset = scenario.assets[a];
        text += fmt::format("{} '{}' {} {} side {} {}{}{} sidc {}", asset.id, asset.name, to_string(asset.type),
                            asset.country, static_cast<int>(asset.side), asset.mmsi, asset.icao, asset.uid, asset.sidc);
        for (const auto& limit : {asset.max_gap, asset.stale_after, asset.lost_after})
            text += limit ? fmt::format(" {}", limit->count()) : " -";
        text += fmt::format(" rank {}\n", asset.rank);
        for (const Deployment& d : scenario.deployments_of(a))
            text += fmt::format("  deployed {} to {}\n", clock_of(d.from), d.to ? clock_of(*d.to) : "-");
        for (const Fix& f : scenario.fixes_of(a)) {
            text +=
                fmt::format("  row {} {} to {} {:.3f},{:.3f} r {:.3f} {} {} source {}", f.line, clock_of(f.from),
                            clock_of(f.to), f.position->lon(), f.position->lat(), f.radius_km, to_string(f.activity()),
                            to_string(f.confidence()), f.sources().empty() ? 99 : f.sources().front());
            if (f.speed_kn) text += fmt::format(" speed {:.1f}", *f.speed_kn);
            if (f.course_deg) text += fmt::format(" course {:.1f}", *f.course_deg);
            text += '\n';
        }
    }
    return text;
}

} // namespace

TEST_CASE("the tracks of many messages are as accepted", "[approval]") {
    const TrackStore tracks = store();
    std::string text;
    for (const FeedTrack& track : tracks.tracks()) {
        const Contact& c = track.contact;
        text += fmt::format("{} {} '{}' shown '{}'{}{}{}{}{}, {} points", c.key, to_string(c.kind()), c.callsign,
                            c.shown_name(), c.official() ? " official" : "", c.military ? " military" : "",
                            c.distress ? " distress" : "", c.pleasure ? " pleasure" : "", track.ended ? " ended" : "",
                            track.points.size());
        for (const TrackPoint& p : track.points)
            if (p.doubted || p.ends || p.until != p.time)
                text += fmt::format(" {}{}{} until {}", clock_of(p.time), p.doubted ? " doubted" : "",
                                    p.ends ? " ends" : "", clock_of(p.until));
        text += '\n';
    }
    const auto& counts = tracks.counts();
    text += fmt::format("{} messages {} points {} aids {} repeated {} thinned {} refused\n", counts.messages,
                        counts.points, counts.aids, counts.repeated, counts.thinned, counts.refused);
    support::check_golden_text("feeds/tracks.txt", text);
}

TEST_CASE("the scenario of many messages is as accepted", "[approval]") {
    FeedScenarioOptions options{.title = "Feeds", .sources = three_sources()};
    options.for_print = true;
    options.confirmed = {"mmsi-366000001"};
    const FeedScenario made = feed_scenario(store(), options, nullptr);
    support::check_golden_text("feeds/scenario.txt",
                               assets_text(made.scenario) + fmt::format("{} pleasure, {} beacons left out\n",
                                                                        made.pleasure_left_out, made.beacons_left_out));
}

TEST_CASE("the live scenario at three instants is as accepted", "[approval]") {
    const Scenario base = timeline_test::ScenarioBuilder{}.asset("own").build();
    const ContactMatcher matcher{base};
    LiveOptions options{.sources = three_sources()};
    options.marked = {"mmsi-366000001"};
    options.trail = std::chrono::minutes{20};
    const TrackStore tracks = store();
    std::string text;
    for (const std::string when : {"2024-07-31T12:03:00Z", "2024-07-31T12:12:00Z", "2024-07-31T13:10:00Z"}) {
        const Instant t = instant(when);
        const LiveScenario live = live_scenario(tracks, base, matcher, t, options);
        text += fmt::format("{}: {} assets, {} silent, {} trails\n", when, live.scenario.assets.size(),
                            live.silent_count, live.trails.size());
        const Snapshot snapshot = snapshot_at(live.scenario, t);
        for (const State& state : snapshot.states.compute_all()) {
            text += fmt::format("  {} {}", live.scenario.assets[state.asset].id, to_string(state.how));
            if (state.age_h) text += fmt::format(" age {:.3f}", *state.age_h);
            if (state.radius_km) text += fmt::format(" r {:.2f}", *state.radius_km);
            if (state.asset >= live.scenario.first_feed_asset) {
                const ContactMarks& marks = live.marks[state.asset - live.scenario.first_feed_asset];
                text += fmt::format("{}{}{}{}", marks.official ? " official" : "", marks.pleasure ? " pleasure" : "",
                                    marks.distress ? " distress" : "", marks.doubted ? " doubted" : "");
            }
            text += '\n';
        }
        for (const Trail& trail : live.trails) {
            text += "  trail of " + live.scenario.assets[trail.asset].id;
            for (const auto& line : trail.lines)
                text += fmt::format(" {} points {} to {}", line.size(), clock_of(line.front().time),
                                    clock_of(line.back().time));
            text += '\n';
        }
    }
    support::check_golden_text("feeds/live.txt", text);
}
