#include "app/live/freeze.hpp"

#include "app/base/errors.hpp"
#include "app/base/save_file.hpp"
#include "assets/feeds/track/feed_scenario.hpp"
#include "assets/formats/writing/write_scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace app {

namespace {

std::vector<assets::Source> sources_for(const FreezeRequest& request, std::vector<assets::Source> sources) {
    if (!request.credit.empty())
        for (assets::Source& source : sources)
            source.publisher = request.credit;
    return sources;
}

std::string title_for(const FreezeRequest& request, const std::vector<assets::Source>& sources) {
    if (!request.title.empty()) return request.title;
    const auto all = [&](std::string_view kind) {
        return std::all_of(sources.begin(), sources.end(), [&](const assets::Source& s) { return s.kind == kind; });
    };
    if (all("ais")) return "Ships broadcasting AIS";
    if (all("sbs")) return "Aircraft broadcasting ADS-B";
    return "Heard on live feeds";
}

void copy_from_base(assets::Scenario& s, const FreezeRequest& request) {
    if (!request.base) return;
    const assets::Scenario& base = *request.base;
    s.view = base.view;
    s.words = base.words;
    const auto drawings = std::exchange(s.zones, base.zones);
    std::erase_if(s.zones, [&](const assets::Zone& z) { return request.hidden_zones.contains(z.id); });
    for (const assets::Zone& zone : s.zones)
        if (zone.builtin) s.builtin_zones.push_back(zone.id);
    s.places = base.places;
    if (request.shown) {
        s.view.centre = request.shown->centre;
        s.view.width_km = request.shown->width_km;
        s.view.frame.clear(); // it would win over the centre and the width
        s.view.shape.reset();
    }
    // The sources of the zones are copied too.
    for (auto& zone : s.zones)
        for (auto& source : zone.sources) {
            s.sources.push_back(base.sources[source]);
            source = static_cast<assets::SourceIndex>(s.sources.size() - 1);
        }
    for (assets::Zone drawing : drawings) {
        while (s.zone(drawing.id) != nullptr)
            drawing.id += "-feed";
        s.zones.push_back(std::move(drawing));
    }
}

/// The alerts of the minutes that are frozen, without those of pleasure craft and beacons.
std::deque<Alert> alerts_to_keep(std::deque<Alert> alerts, const assets::TrackStore& store,
                                 const assets::FeedScenarioOptions& options) {
    std::erase_if(alerts, [&](const Alert& alert) {
        const assets::FeedTrack* track = store.by_id(alert.contact);
        const bool left_out = track != nullptr && (track->contact.pleasure || track->contact.distress);
        return left_out || alert.at < *options.from || alert.at > *options.to;
    });
    for (Alert& alert : alerts)
        alert.asset = alert.contact; // a frozen scenario has the contacts, not the assets of its base
    return alerts;
}

/// An event without a place that stands for alerts which were not kept.
assets::Event event_of_missing(const ForgottenAlerts& missing, assets::Instant from, const assets::Scenario& s) {
    assets::Event event{};
    event.id = "alerts-not-kept";
    event.from = from;
    event.to = missing.until;
    event.title = fmt::format("{} alert{} until {} {} not kept", missing.count, missing.count == 1 ? "" : "s",
                              assets::to_iso(missing.until), missing.count == 1 ? "was" : "were");
    event.kind = assets::EventKind::Other;
    if (!s.sources.empty()) event.sources = {0};
    event.utc_offset_h = s.utc_offset_h;
    event.note = "too many alerts on live feeds; the count begins when the first feed was switched on";
    return event;
}

/// Keeps each source once, and drops sources that no fix, event or zone names.
void tidy_sources(assets::Scenario& s) {
    std::vector<assets::Source> kept;
    std::vector<assets::SourceIndex> new_index(s.sources.size(), assets::no_index);
    const auto keep = [&](std::vector<assets::SourceIndex>& used) {
        for (auto& source : used) {
            if (new_index[source] == assets::no_index) {
                const auto same = std::find_if(kept.begin(), kept.end(), [&](const assets::Source& k) {
                    return k.id == s.sources[source].id && k.url == s.sources[source].url;
                });
                new_index[source] = static_cast<assets::SourceIndex>(same - kept.begin());
                if (same == kept.end()) kept.push_back(s.sources[source]);
            }
            source = new_index[source];
        }
    };
    assets::DetailsPool details; // equal details stay shared
    for (auto& fix : s.fixes) {
        keep(fix.edit().sources);
        fix.details = details.share(fix.details);
    }
    for (auto& zone : s.zones)
        keep(zone.sources);
    for (auto& event : s.events)
        keep(event.sources);
    std::set<std::string> ids;
    for (auto& source : kept)
        while (!ids.insert(source.id).second)
            source.id += "-feed";
    s.sources = std::move(kept);
}

} // namespace

FreezeResult freeze(const assets::TrackStore& store, const std::vector<assets::Source>& sources,
                    const FreezeRequest& request, const std::deque<Alert>& alerts, const ForgottenAlerts& forgotten) {
    FreezeResult result;
    result.folder = request.folder;
    try {
        const std::filesystem::path folder{request.folder};
        if (request.folder.empty()) throw UsageError{"name a folder to write to"};
        if (std::filesystem::exists(folder) &&
            !(std::filesystem::is_directory(folder) && std::filesystem::is_empty(folder)))
            throw UsageError{request.folder + " exists and is not empty; name a new folder"};
        assets::FeedScenarioOptions options;
        options.title = title_for(request, sources);
        options.sources = sources_for(request, sources);
        options.utc_offset_h = request.base ? request.base->utc_offset_h : 0;
        options.limits = request.limits;
        options.from = request.at - request.before;
        options.to = request.at;
        options.for_print = true;
        options.confirmed = request.confirmed;
        auto made = assets::feed_scenario(store, options, request.base ? request.base->atlas : nullptr);
        assets::Scenario& s = made.scenario;
        if (s.fixes.empty())
            throw UsageError{"nothing to write: no contact that may be printed was heard in those minutes"};
        s.start = options.from;
        s.end = request.at;
        s.data_to = assets::to_iso(request.at).substr(0, 10);
        auto raised = events_of(alerts_to_keep(alerts, store, options), s, 0, options.sources.size());
        result.alerts = raised.size();
        if (forgotten.count > 0 && forgotten.until >= *options.from) {
            result.alerts_missing = {forgotten.count, std::min(forgotten.until, *options.to)};
            raised.push_back(event_of_missing(result.alerts_missing, *options.from, s));
        }
        s.events.insert(s.events.end(), std::make_move_iterator(raised.begin()), std::make_move_iterator(raised.end()));
        std::ranges::stable_sort(s.events, {}, &assets::Event::from);
        copy_from_base(s, request);
        s.view.at = request.at; // not the base's, which can be years away
        tidy_sources(s);
        result.assets = s.assets.size();
        result.positions = s.fixes.size();
        result.pleasure_left_out = made.pleasure_left_out;
        result.beacons_left_out = made.beacons_left_out;
        std::filesystem::create_directories(folder);
        for (const auto& [name, text] : assets::write_scenario(s))
            save_file(folder / name, text);
    } catch (const std::runtime_error& error) {
        // The worker's outermost handler: the window shows the error, and the feeds go on.
        result.error = error.what();
    }
    return result;
}

} // namespace app
