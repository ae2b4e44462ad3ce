#include "assets/model/area.hpp"
#include "geo/projection/named_frames.hpp"
#include "render/map/drawing/shapes.hpp"
#include "render/map/ground/ground.hpp"
#include "render/map/ground/policy_frame.hpp"
#include "render/map/words/words.hpp"
#include "render/picture/colour.hpp"
#include "render/picture/outlines.hpp"
#include "render/picture/rect.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace render {
namespace {

/// Which places are named at a scale. Small scales name only the most important cities.
struct Density {
    int lowest_rank;  ///< the largest rank number that is named
    bool cities_only; ///< no bases and ports: the labels of assets there name them
    double spacing_mm;
};

Density density(double scale_denominator) {
    if (scale_denominator > 40e6) return {1, true, 17.0};
    if (scale_denominator > 20e6) return {2, true, 15.0};
    if (scale_denominator > 8e6) return {3, true, 13.0};
    if (scale_denominator > 3e6) return {4, false, 11.0};
    if (scale_denominator > 1e6) return {5, false, 9.0};
    return {6, false, 7.0};
}

bool is_settlement(geo::PlaceKind kind) {
    return kind == geo::PlaceKind::City || kind == geo::PlaceKind::Capital || kind == geo::PlaceKind::Town;
}

bool has_dot(geo::PlaceKind kind) {
    return kind != geo::PlaceKind::Island && kind != geo::PlaceKind::Shoal && kind != geo::PlaceKind::Landmark;
}

constexpr double dot_radius_mm = 0.45;
constexpr double least_island_mm = 0.6; ///< half the width of the square in which an island must have land

/// Whether the map shows land at an island's point. An island that is too small to be seen gets a dot.
bool is_seen(const MapDrawing& drawing, Point at) {
    return drawing.land.grid.share(grown({at.x, at.y, 0, 0}, least_island_mm)) > 0;
}

Rect dot_box(Point at) {
    return {at.x - dot_radius_mm, at.y - dot_radius_mm, 2 * dot_radius_mm, 2 * dot_radius_mm};
}

TextStyle place_style(const Theme& theme, const geo::Place& place, Halo halo) {
    const bool capital = place.kind == geo::PlaceKind::Capital;
    return {.size_mm = theme.place_label_mm, .weight = capital ? 500 : 400, .colour = theme.place_label, .halo = halo};
}

/// Whether a policy feature needs a label of its own. Lines and zones are named where they are drawn, and seas by the
/// layer of seas.
bool needs_own_label(const MapDrawing& drawing, const geo::PolicyFeature& feature) {
    if (!feature.named_by.empty()) return false;
    if (const geo::PolicyFeature* other = drawing.in.policy.find(feature.named_with))
        return !drawing.shows("zones") || !snapshot_has_zone(drawing.in, *other);
    return drawing.in.scenario.atlas->seas.by_id(feature.id) == nullptr;
}

/// A halo in the colour of the land or sea at the name's point, which is less conspicuous than a white one.
Halo rim(const MapDrawing& drawing, Point at) {
    const Theme& theme = drawing.theme();
    return {faded(drawing.land.grid.covers(at) ? theme.land : theme.sea, 0.85), theme.text_halo_mm};
}

/// Adds the rows of a policy's label in the languages of the map.
void add_lines_of_label(const geo::NameLanguages& languages, const geo::PolicyFeature& feature, LabelRequest& request) {
    std::string first;
    for (const std::string* language : {&languages.first, &languages.second}) {
        if (language->empty()) continue;
        const std::string& label = geo::in_language(feature.label, feature.label_in, *language);
        if (label == first) continue;
        first = label;
        for (std::size_t start = 0; start <= label.size();) {
            const std::size_t end = std::min(label.find('\n', start), label.size());
            request.lines.push_back(label.substr(start, end - start));
            request.line_langs.push_back(*language == "zh" ? "zh-Hans" : *language);
            start = end + 1;
        }
    }
}

/// Requests the labels of the policy file. Returns the ids of the places whose names they replace.
std::set<std::string> request_policy_labels(MapDrawing& drawing) {
    std::set<std::string> replaced;
    const Theme& theme = drawing.theme();
    for (const geo::PolicyFeature& feature : drawing.in.policy.features) {
        for (const std::string& id : feature.gazetteer_ids)
            replaced.insert(id);
        const auto at = feature.position ? drawing.view.to_page(*feature.position) : std::nullopt;
        if (feature.label.empty() || !at || !contains(drawing.view.frame_mm, *at)) continue;
        if (!needs_own_label(drawing, feature)) continue;
        if (feature.max_scale > 0 && drawing.view.scale_denominator() > feature.max_scale) continue;
        LabelRequest request{.kind = LabelRequest::Kind::Centred, .id = feature.id, .layer = "places"};
        add_lines_of_label(drawing.in.words.names().languages(), feature, request);
        request.style = {.size_mm = std::max(theme.place_label_mm * 0.94, drawing.in.figure.least_type_mm),
                         .weight = 400,
                         .colour = theme.place_label,
                         .halo = rim(drawing, *at)};
        request.second_style = request.style;
        request.at = *at;
        request.rank = 6;
        // A reader must see what is disputed: an island that is too small to be seen gets a dot.
        const bool is_point = !feature.box && !feature.gazetteer_ids.empty();
        if (is_point && !is_seen(drawing, *at)) {
            request.kind = LabelRequest::Kind::Beside;
            request.symbol_box = dot_box(*at);
            drawing.dots.push_back(request.symbol_box);
        }
        drawing.labels.push_back(std::move(request));
    }
    return replaced;
}

/// The place named in an asset's fix, and where it lies on the page.
struct AssetPlace {
    Point at;
    std::string_view words;
};

std::vector<AssetPlace> places_of_assets(const MapDrawing& drawing) {
    std::vector<AssetPlace> found;
    for (const Marker& marker : drawing.markers) {
        if (marker.layer != "assets") continue;
        const auto& state = drawing.in.snapshot.states[marker.state];
        const auto where = state.where && !state.place().empty() ? drawing.view.to_page(*state.where) : std::nullopt;
        if (where) found.push_back({*where, state.place()});
    }
    for (const Roster& roster : drawing.rosters)
        if (roster.area.empty()) found.push_back({roster.at, roster.head});
    return found;
}

/// Whether the label of an asset drawn there already names the place.
bool named_by_an_asset(const std::vector<AssetPlace>& assets, const geo::Place& place, Point at) {
    return std::any_of(assets.begin(), assets.end(), [&](const AssetPlace& asset) {
        return std::hypot(asset.at.x - at.x, asset.at.y - at.y) < 3.0 &&
               asset.words.find(place.name) != std::string_view::npos;
    });
}

/// Where the drawn assets are, also those in lists, and the middles of the areas in which something happens.
std::vector<Point> positions_of_subjects(const MapDrawing& drawing) {
    std::vector<Point> found;
    for (const DrawnAsset& d : drawing.drawn)
        found.push_back(d.position);
    for (const Roster& roster : drawing.rosters)
        found.push_back(roster.at);
    for (const assets::ZoneIndex index : drawing.in.snapshot.zones) {
        const assets::Zone& zone = drawing.in.scenario.zones[index];
        if (zone.kind != assets::ZoneKind::Exercise && zone.kind != assets::ZoneKind::Exclusion) continue;
        std::vector<Outline> lines;
        for (const geo::Polyline& line : assets::skeleton_of(zone.shape, &drawing.in.scenario.atlas->seas).lines) {
            auto part = page_lines(drawing.view, line);
            lines.insert(lines.end(), part.begin(), part.end());
        }
        if (lines.empty()) continue;
        const Rect box = box_of(lines);
        const Point middle{box.x + box.w / 2, box.y + box.h / 2};
        if (contains(drawing.view.frame_mm, middle)) found.push_back(middle);
    }
    return found;
}

/// The places by which readers find the disputed things in the frame, such as the islands beside a line.
std::set<std::string> landmarks_in_frame(const MapDrawing& drawing) {
    std::set<std::string> ids;
    for (const std::string& id : policy_in_frame(drawing.in.policy, drawing.view))
        if (const geo::PolicyFeature* feature = drawing.in.policy.find(id))
            ids.insert(feature->landmark_ids.begin(), feature->landmark_ids.end());
    return ids;
}

/// The place that every map with this named frame names; empty for other frames.
std::string_view landmark_of_frame(const Figure& figure) {
    constexpr double same_km = 1e-6;
    const auto is_shown = [&](const geo::NamedFrame& frame) {
        return figure.projection == frame.projection && figure.centre == frame.centre() && figure.width_km &&
               std::abs(*figure.width_km - frame.width_km) < same_km;
    };
    const auto frames = geo::named_frames();
    const auto found = std::ranges::find_if(frames, is_shown);
    return found == frames.end() ? std::string_view{} : found->landmark;
}

/// Whether a subject lies within a quarter of the frame's width: places farther off help nobody to find it.
bool is_near(const std::vector<Point>& subjects, Point at, const Rect& frame) {
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](Point p) { return std::hypot(p.x - at.x, p.y - at.y) <= 0.25 * frame.w; });
}

} // namespace

void request_place_names(MapDrawing& drawing) {
    const std::set<std::string> replaced = request_policy_labels(drawing);
    const Theme& theme = drawing.theme();
    const Density wanted = density(drawing.view.scale_denominator());

    std::set<std::string> landmarks = landmarks_in_frame(drawing);
    const std::string_view of_frame = landmark_of_frame(drawing.in.figure);
    if (!of_frame.empty()) landmarks.emplace(of_frame);
    std::vector<const geo::Place*> candidates;
    for (const geo::Place& place : drawing.in.scenario.atlas->gazetteer.places()) {
        if (replaced.contains(place.id)) continue;
        const bool is_unimportant = place.rank > wanted.lowest_rank ||
                                    (wanted.cities_only && !is_settlement(place.kind) && !landmarks.contains(place.id));
        if (is_unimportant && place.id != of_frame) continue;
        candidates.push_back(&place);
    }
    std::stable_sort(candidates.begin(), candidates.end(), [&](const geo::Place* a, const geo::Place* b) {
        const auto key = [&](const geo::Place* p) {
            const bool is_capital = p->kind == geo::PlaceKind::Capital;
            const bool is_landmark = landmarks.contains(p->id);
            const int level = is_landmark ? 1 : is_capital && !landmarks.empty() ? 0 : 2; // no landmark hides a capital
            return std::tuple{level, p->rank, is_capital ? 0 : is_settlement(p->kind) ? 1 : 2};
        };
        return key(a) < key(b);
    });

    const std::vector<AssetPlace> asset_places = places_of_assets(drawing);
    const std::vector<Point> subjects = positions_of_subjects(drawing);
    const bool is_selective = !subjects.empty() && !is_harbour_map(drawing.view);
    constexpr std::size_t most_places = 8;
    std::vector<Point> chosen;
    for (const geo::Place* place : candidates) {
        constexpr double inset_mm = 1.5;
        const bool is_of_frame = place->id == of_frame; // it may stand close to the edge and to a city
        const auto at = drawing.view.to_page(place->position);
        if (!at || !contains(grown(drawing.view.frame_mm, is_of_frame ? -dot_radius_mm : -inset_mm), *at)) continue;
        const bool crowded = !is_of_frame && std::any_of(chosen.begin(), chosen.end(), [&](Point p) {
            // Names run sideways: neighbours above and below may stand closer.
            return std::hypot((p.x - at->x) * 0.8, (p.y - at->y) * 1.6) < wanted.spacing_mm;
        });
        const bool under_symbol =
            std::any_of(drawing.markers.begin(), drawing.markers.end(),
                        [&](const Marker& marker) { return overlap(grown(marker.box, 0.3), dot_box(*at)); });
        if (crowded || under_symbol || named_by_an_asset(asset_places, *place, *at)) continue;
        if (is_selective && !is_of_frame && !is_near(subjects, *at, drawing.view.frame_mm)) continue;
        if (is_selective && chosen.size() == most_places) break;
        if (!is_of_frame) chosen.push_back(*at);

        const bool dotted = has_dot(place->kind) || (place->kind == geo::PlaceKind::Island && !is_seen(drawing, *at));
        LabelRequest request{.kind = dotted ? LabelRequest::Kind::Beside : LabelRequest::Kind::Centred,
                             .id = place->id,
                             .layer = "places",
                             .style = place_style(theme, *place, rim(drawing, *at)),
                             .at = *at,
                             .symbol_box = dot_box(*at),
                             .rank = landmarks.contains(place->id) ? 6 : 6 + place->rank};
        request.second_style = request.style;
        for (MapName::Part& name : drawing.in.words.names().of(place->name, place->names).parts) {
            request.lines.push_back(std::move(name.text));
            request.line_langs.push_back(std::move(name.lang));
        }
        if (dotted) drawing.dots.push_back(dot_box(*at));
        drawing.labels.push_back(std::move(request));
    }
}

void draw_place_dots(MapDrawing& drawing, const std::vector<PlacedLabel>& placed) {
    for (const PlacedLabel& label : placed) {
        if (label.layer != "places") continue;
        const auto request = std::find_if(drawing.labels.begin(), drawing.labels.end(), [&](const LabelRequest& r) {
            return r.layer == label.layer && r.id == label.id;
        });
        if (request == drawing.labels.end() || request->kind != LabelRequest::Kind::Beside) continue;
        const auto group = drawing.builder.group({.anchor = request->at, .tag = {"places", "place", label.id}});
        drawing.builder.fill({disc(dot_radius_mm)}, drawing.theme().place_dot);
        drawing.visible.places = true;
    }
}

} // namespace render
