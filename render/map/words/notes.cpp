#include "render/map/words/feeds/feed_wording.hpp"
#include "render/map/words/sentences.hpp"
#include "render/map/words/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace render {
namespace {

constexpr double large_scale = 2e6; // 1:2M; from this scale on, a policy's note_large_scale is used

/// What a note of the policy is about, in order of importance.
enum class Subject { Zone, Line, Place };

/// Empty when the feature lies in the frame but is not drawn, because a note on it would puzzle the reader.
std::optional<Subject> subject_drawn(const Inputs& in, const Visible& visible, const geo::PolicyFeature& feature,
                                     double scale_denominator) {
    if (!feature.zone_kind.empty()) {
        const bool drawn = visible.policy_lines.contains(feature.id) ||
                           std::any_of(visible.zones.begin(), visible.zones.end(), [&](assets::ZoneIndex z) {
                               return policy_feature_of(in, in.scenario.zones[z]) == &feature;
                           });
        return drawn ? std::optional{Subject::Zone} : std::nullopt;
    }
    if (feature.line == "none") return std::nullopt;
    if (visible.disputed_borders.contains(feature.id)) return Subject::Line;
    const bool named = feature.max_scale == 0 || scale_denominator <= feature.max_scale;
    const std::string label = feature.named_by == "countries" ? "country-TW" : feature.id;
    const bool placed = !visible.labels || visible.labels->contains(label);
    return named && placed ? std::optional{Subject::Place} : std::nullopt;
}

/// The names of the zones on the map that the feature describes, else its label in one line.
std::string name_of(const Inputs& in, const Visible& visible, const geo::PolicyFeature& feature) {
    std::vector<std::string> names;
    for (const assets::ZoneIndex z : visible.zones)
        if (policy_feature_of(in, in.scenario.zones[z]) == &feature) names.push_back(in.scenario.zones[z].name);
    if (!names.empty()) return joined(names, in.words("label.list_separator"));
    std::string label = feature.label;
    std::replace(label.begin(), label.end(), '\n', ' ');
    return label;
}

/// The publishers of the official sources of the illustrative zones on the map; empty when no zone has one.
std::string illustrative_note(const Inputs& in, const Visible& visible) {
    std::vector<std::string> publishers;
    for (const assets::ZoneIndex z : visible.zones) {
        const assets::Zone& zone = in.scenario.zones[z];
        if (zone.status != assets::ZoneStatus::Illustrative) continue;
        for (const assets::SourceIndex source : zone.sources) {
            const assets::Source& s = in.scenario.sources[source];
            const bool is_new = std::find(publishers.begin(), publishers.end(), s.publisher) == publishers.end();
            if (s.kind.starts_with("official") && !s.publisher.empty() && is_new) publishers.push_back(s.publisher);
        }
    }
    if (publishers.empty()) return {};
    return in.words("zone_note.illustrative", {{"publishers", joined(publishers, in.words("label.list_separator"))}});
}

} // namespace

std::vector<DisputedThing> disputed_things(const Inputs& in, const Visible& visible, double scale_denominator) {
    std::vector<DisputedThing> things;
    for (const std::string& id : visible.policy)
        if (const geo::PolicyFeature* feature = in.policy.find(id);
            feature && subject_drawn(in, visible, *feature, scale_denominator))
            things.push_back({id, name_of(in, visible, *feature)});
    return things;
}

namespace {

/// Whether the feature is a line between two sides, which is a few mm long on a map of a small scale.
bool is_line_of_demarcation(const geo::PolicyFeature& feature) {
    return feature.zone_kind == "demarcation" || feature.zone_kind == "dmz" || feature.zone_kind == "limit_line";
}

} // namespace

std::vector<Note> footnotes(const Inputs& in, const Visible& visible, double scale_denominator) {
    constexpr double narrow_page_mm = 120, small_scale = 25e6;
    if (in.figure.footnotes == Footnotes::None) return {};
    std::vector<Note> notes = note_texts(in, visible, scale_denominator);
    if (in.figure.footnotes == Footnotes::Full) return notes;
    bool any_line = false;
    std::erase_if(notes, [&](const Note& note) {
        const geo::PolicyFeature* feature = in.policy.find(note.id);
        if (feature == nullptr) return false;
        const bool is_demarcation = is_line_of_demarcation(*feature);
        if (!feature->zone_kind.empty() && !(is_demarcation && scale_denominator > small_scale))
            return false; // the notes on zones are on the subject
        const bool is_line = is_demarcation || visible.disputed_borders.contains(note.id);
        any_line = any_line || is_line;
        if (is_line && scale_denominator > small_scale) return true;
        return !visible.near_subjects.contains(note.id);
    });
    const std::size_t most = in.figure.page_width_mm <= narrow_page_mm ? 2 : 3;
    if (notes.size() > most) notes.resize(most);
    // One sentence for all lines, which would take more room than they do on the map.
    if (any_line && scale_denominator > small_scale && notes.size() < most)
        notes.push_back({"disputed_lines", in.words("zone_note.disputed_lines")});
    return notes;
}

std::vector<Note> note_texts(const Inputs& in, const Visible& visible, double scale_denominator) {
    std::vector<std::pair<Subject, Note>> found;
    const auto add = [&](Subject subject, const std::string& id, const std::string& text) {
        const bool said = std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.second.text == text; });
        if (!text.empty() && !said) found.push_back({subject, {id, text}});
    };
    bool notes_not_to_scale = false;
    for (const std::string& id : visible.policy) {
        const geo::PolicyFeature* feature = in.policy.find(id);
        if (!feature) continue;
        const auto subject = subject_drawn(in, visible, *feature, scale_denominator);
        if (!subject) continue;
        const std::string& usual = geo::in_language(feature->note, feature->note_in, in.words.language());
        const std::string& detailed =
            feature->note_large_scale.empty()
                ? usual
                : geo::in_language(feature->note_large_scale, feature->note_large_scale_in, in.words.language());
        const std::string& longer = detailed.size() > usual.size() ? detailed : usual;
        const std::string& text = scale_denominator == 0 ? longer : scale_denominator <= large_scale ? detailed : usual;
        notes_not_to_scale = notes_not_to_scale || (feature->note_covers == "not_to_scale" && !text.empty());
        add(*subject, id, text);
    }
    if (visible.not_to_scale && !notes_not_to_scale)
        add(Subject::Zone, "not_to_scale", in.words("zone_note.not_to_scale"));
    add(Subject::Zone, "illustrative", illustrative_note(in, visible));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Note> notes;
    for (auto& [subject, note] : found)
        notes.push_back(std::move(note));
    return notes;
}

std::string credit_text(const Inputs& in, const Visible& visible, Detail detail) {
    std::vector<std::string> data;
    const auto drawn = [&](std::string_view layer) {
        return in.shows(layer);
    };
    if (drawn("land") || drawn("coast") || drawn("borders") || visible.relief)
        data.push_back(in.words("credit.natural_earth"));
    if (visible.fine_coast) data.push_back(in.words("credit.gshhg"));
    for (const std::string& id : visible.policy_lines)
        if (const geo::PolicyFeature* feature = in.policy.find(id); feature && !feature->credit.empty())
            if (const std::string owner = in.words(feature->credit);
                std::find(data.begin(), data.end(), owner) == data.end())
                data.push_back(owner);
    if (visible.places) data.push_back(in.words("credit.geonames"));

    std::string text;
    const std::string own = in.figure.credit ? *in.figure.credit : in.scenario.credit;
    if (!own.empty()) append_sentence(text, in.words("credit.sources", {{"list", own}}));
    if (!in.shows("asof"))
        append_sentence(text, feeds_credit(in, drawn_states(in, visible))); // otherwise the as-of line names the feeds
    if (!data.empty())
        append_sentence(text, in.words("credit.map_data", {{"list", joined(data, in.words("credit.separator"))}}));
    if (detail == Detail::Least && !text.empty()) return text;
    append_sentence(text, geo::in_language(in.policy.disclaimer, in.policy.disclaimer_in, in.words.language()));
    return text;
}

} // namespace render
