#include "geo/earth/geodesic.hpp"
#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace render {
namespace {

constexpr std::size_t most_counted_by_place = 6, most_zones_named = 6;

std::vector<const UnplacedAsset*> of_reason(const std::vector<UnplacedAsset>& unplaced, std::string_view why) {
    std::vector<const UnplacedAsset*> out;
    for (const UnplacedAsset& u : unplaced)
        if (u.why == why && !u.name.empty() && u.kind != UnplacedAsset::Kind::Zone) out.push_back(&u);
    return out;
}

std::vector<std::string> zones_outside(const std::vector<UnplacedAsset>& unplaced) {
    std::vector<std::string> names;
    for (const UnplacedAsset& u : unplaced)
        if (u.kind == UnplacedAsset::Kind::Zone) names.push_back(u.name);
    return names;
}

/// Whether the circle of one report lies in that of another, which is no wider than an archipelago. A wider circle
/// says too little to stand for the place.
bool lies_in(const UnplacedAsset& asset, const UnplacedAsset& other) {
    constexpr double widest_km = 400;
    if (!asset.circle || !other.circle || other.circle->radius_km > widest_km) return false;
    const double apart_km = geo::distance_m(asset.circle->centre, other.circle->centre) / 1000;
    return apart_km + asset.circle->radius_km <= other.circle->radius_km;
}

/// The place under which an asset is counted: that of the widest report in which its own lies, so that a base, its
/// island and the islands around it are one place.
const std::string& place_of(const UnplacedAsset& asset, const std::vector<const UnplacedAsset*>& all) {
    const UnplacedAsset* widest = &asset;
    for (const UnplacedAsset* other : all)
        if (!other->place.empty() && lies_in(asset, *other) &&
            other->circle->radius_km > (widest->circle ? widest->circle->radius_km : 0))
            widest = other;
    return widest->place;
}

/// "A, B (left Esquimalt 16 Oct.); C (Guam)" from the first `limit` assets. Neighbours of which the same is known share
/// their brackets.
std::string named_list(const Words& words, const std::vector<const UnplacedAsset*>& assets, std::size_t limit) {
    std::vector<std::pair<std::string, std::string>> items; // names, what is known
    for (std::size_t i = 0; i < std::min(limit, assets.size()); ++i) {
        const UnplacedAsset& asset = *assets[i];
        const auto same =
            std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.second == asset.what; });
        if (same == items.end())
            items.emplace_back(asset.name, asset.what);
        else
            same->first += words("label.list_separator") + asset.name;
    }
    std::vector<std::string> texts;
    for (const auto& [names, what] : items)
        texts.push_back(what.empty() ? names : words("unplaced.item", {{"name", names}, {"what", what}}));
    if (assets.size() > limit)
        texts.push_back(words("unplaced.more", {{"count", std::to_string(assets.size() - limit)}}));
    return joined(texts, words("unplaced.separator"));
}

/// The places of the assets in their order, each with its assets.
using ByPlace = std::vector<std::pair<std::string, std::vector<const UnplacedAsset*>>>;
ByPlace by_place(const Words& words, const std::vector<const UnplacedAsset*>& assets) {
    ByPlace places;
    std::vector<const UnplacedAsset*> elsewhere;
    for (const UnplacedAsset* asset : assets) {
        const std::string& name = place_of(*asset, assets);
        if (name.empty()) {
            elsewhere.push_back(asset);
            continue;
        }
        const auto known =
            std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == name; });
        if (known == places.end())
            places.push_back({name, {asset}});
        else
            known->second.push_back(asset);
    }
    if (!elsewhere.empty()) places.emplace_back(words("unplaced.elsewhere"), std::move(elsewhere));
    return places;
}

/// "3 other ships are outside this map."
std::string counted_outside(const Words& words, const std::vector<const UnplacedAsset*>& assets) {
    const auto are = [&](UnplacedAsset::Kind kind) {
        return std::all_of(assets.begin(), assets.end(), [&](const UnplacedAsset* u) { return u->kind == kind; });
    };
    const std::string noun = are(UnplacedAsset::Kind::Ship)       ? "ships"
                             : are(UnplacedAsset::Kind::Aircraft) ? "aircraft"
                                                                  : "others";
    if (assets.size() == 1) return words("unplaced.one_outside_" + noun);
    return words("unplaced.outside_" + noun, {{"count", std::to_string(assets.size())}});
}

/// Whether the frame is neither the scenario's own nor one that holds given assets.
bool is_frame_set_by_hand(const Inputs& in) {
    const Figure& figure = in.figure;
    if (figure.fit_all || !figure.fit.empty()) return false;
    const assets::ViewDefaults& own = in.scenario.view;
    return figure.bbox || figure.centre != own.centre || figure.width_km != own.width_km;
}

/// "Outside map: San Diego 2, Guam 1, Zone 5." What is only counted has sentences of its own.
std::string outside_sentences(const Inputs& in, const std::vector<const UnplacedAsset*>& assets,
                              const std::vector<std::string>& zones) {
    const bool only_counts = is_frame_set_by_hand(in);
    std::vector<std::string> listed;
    std::string counted;
    if (!assets.empty() && (only_counts || assets.size() > most_counted_by_place)) {
        counted = counted_outside(in.words, assets);
    } else {
        for (const auto& [place, there] : by_place(in.words, assets))
            listed.push_back(in.words("unplaced.counted", {{"place", place}, {"count", std::to_string(there.size())}}));
    }
    if (zones.size() > (only_counts ? 0 : most_zones_named))
        append_sentence(counted, zones.size() == 1
                                     ? in.words("unplaced.one_outside_zones")
                                     : in.words("unplaced.outside_zones", {{"count", std::to_string(zones.size())}}));
    else
        listed.insert(listed.end(), zones.begin(), zones.end());
    std::string text;
    if (!listed.empty())
        text = in.words("unplaced.outside", {{"list", joined(listed, in.words("label.list_separator"))}});
    append_sentence(text, counted);
    return text;
}

/// The sentences that count contacts of feeds.
std::string counts_of_contacts(const std::vector<UnplacedAsset>& unplaced) {
    std::string text;
    for (const UnplacedAsset& u : unplaced)
        if (u.name.empty()) append_sentence(text, u.text);
    return text;
}

} // namespace

std::string not_shown_text(const Inputs& in, const std::vector<UnplacedAsset>& unplaced, std::size_t limit) {
    const auto not_known = of_reason(unplaced, why_lost), no_room = of_reason(unplaced, why_no_room);
    std::string text;
    std::size_t left = limit;
    const auto add = [&](std::string_view key, const std::vector<const UnplacedAsset*>& assets) {
        if (assets.empty()) return;
        append_sentence(text, in.words(key, {{"list", named_list(in.words, assets, left)}}));
        left -= std::min(left, assets.size());
    };
    add("unplaced.not_known", not_known);
    add("unplaced.no_room", no_room);
    append_sentence(text, outside_sentences(in, of_reason(unplaced, why_outside), zones_outside(unplaced)));
    append_sentence(text, counts_of_contacts(unplaced));
    if (not_known.size() + no_room.size() > limit) append_sentence(text, in.words("unplaced.full_list"));
    return text;
}

std::string not_shown_in_full(const Words& words, const std::vector<UnplacedAsset>& unplaced) {
    std::string text;
    const auto add = [&](std::string_view key, const std::vector<const UnplacedAsset*>& assets) {
        if (!assets.empty()) append_sentence(text, words(key, {{"list", named_list(words, assets, assets.size())}}));
    };
    add("unplaced.not_known", of_reason(unplaced, why_lost));
    add("unplaced.no_room", of_reason(unplaced, why_no_room));
    std::vector<std::string> places;
    for (const auto& [place, there] : by_place(words, of_reason(unplaced, why_outside))) {
        std::vector<std::string> names;
        for (const UnplacedAsset* asset : there)
            names.push_back(asset->place.empty() || asset->what == place ? asset->name : asset->text);
        places.push_back(
            words("unplaced.named", {{"place", place}, {"names", joined(names, words("label.list_separator"))}}));
    }
    if (const auto zones = zones_outside(unplaced); !zones.empty())
        places.push_back(joined(zones, words("label.list_separator")));
    if (!places.empty())
        append_sentence(text, words("unplaced.outside", {{"list", joined(places, words("unplaced.separator"))}}));
    append_sentence(text, counts_of_contacts(unplaced));
    return text;
}

} // namespace render
