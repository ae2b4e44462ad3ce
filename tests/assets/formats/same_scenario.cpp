#include "tests/assets/formats/same_scenario.hpp"

#include "assets/schema/write_context.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

#include <fmt/format.h>

namespace formats_test {

using namespace assets;

namespace {

// One function for each struct. It names every member, so that adding a member stops it from compiling, and returns the
// members to compare: all but those that give the place of a record in the files.

auto members_of(const Asset& a) {
    const auto& [id, name, prefix, short_name, hull, type, sidc, side, country, operator_name, mmsi, icao, uid,
                 max_speed_kn, path, max_gap, stale_after, lost_after, rank, aliases, names, note, line, file] = a;
    return std::tie(id, name, prefix, short_name, hull, type, sidc, side, country, operator_name, mmsi, icao, uid,
                    max_speed_kn, path, max_gap, stale_after, lost_after, rank, aliases, names, note);
}

auto members_of(const Deployment& d) {
    const auto& [asset, from, to, utc_offset_h, operations, from_error_h, to_error_h, sources, note, line, file] = d;
    return std::tie(asset, from, to, utc_offset_h, operations, from_error_h, to_error_h, sources, note);
}

auto members_of(const FixDetails& f) {
    const auto& [during, open_end, circle_given, precision, kind, confidence, confidence_date, activity, file, count,
                 at_asset, time_error_h, utc_offset_h, area, place, via, strength, grade, note, sources, via_points] =
        f;
    return std::tie(during, open_end, circle_given, precision, kind, confidence, confidence_date, activity, count,
                    at_asset, time_error_h, utc_offset_h, area, place, via, strength, grade, note, sources, via_points);
}

auto members_of(const Fix& f) {
    const auto& [asset, line, from, to, position, radius_km, course_deg, speed_kn, details] = f;
    return std::tuple_cat(std::tie(asset, from, to, position, radius_km, course_deg, speed_kn), members_of(*details));
}

auto members_of(const Event& e) {
    const auto& [id, from, to, title, caption, kind, place, area, position, radius_km, assets, others, operations,
                 sources, confidence, confidence_date, time_error_h, utc_offset_h, note, line, file] = e;
    return std::tie(id, from, to, title, caption, kind, place, area, position, radius_km, assets, others, operations,
                    sources, confidence, confidence_date, time_error_h, utc_offset_h, note);
}

/// The values of a shape, for comparison.
struct ShapeValues {
    std::size_t index;
    std::vector<double> numbers;
    std::vector<geo::Polyline> lines;
    std::string sea;
    [[nodiscard]] friend bool operator==(const ShapeValues&, const ShapeValues&) = default;
};

ShapeValues values_of(const ZoneShape& shape) {
    ShapeValues s{shape.index(), {}, {}, {}};
    if (const auto* circle = std::get_if<CircleShape>(&shape)) {
        const auto& [centre, radius_km] = *circle;
        s.numbers = {centre.lon(), centre.lat(), radius_km};
    } else if (const auto* corridor = std::get_if<CorridorShape>(&shape)) {
        const auto& [lines, half_width_km] = *corridor;
        s.lines = lines;
        s.numbers = {half_width_km};
    } else if (const auto* line = std::get_if<LineShape>(&shape)) {
        const auto& [lines] = *line;
        s.lines = lines;
    } else if (const auto* area = std::get_if<AreaShape>(&shape)) {
        const auto& [polygons] = *area;
        for (const auto& polygon : polygons) {
            s.numbers.push_back(static_cast<double>(polygon.rings.size()));
            s.lines.insert(s.lines.end(), polygon.rings.begin(), polygon.rings.end());
        }
    } else {
        const auto& [sea_id] = std::get<SeaShape>(shape);
        s.sea = sea_id;
    }
    return s;
}

auto members_of(const Zone& z) {
    const auto& [id, name, names, kind, status, drawn, open_ends, country, colour, valid_from, valid_to, shape,
                 confidence, sources, note, line, file, builtin] = z;
    return std::tuple_cat(std::tie(id, name, names, kind, status, drawn, open_ends, country, colour, valid_from,
                                   valid_to, confidence, sources, note, builtin),
                          std::tuple{values_of(shape)});
}

auto members_of(const Membership& m) {
    const auto& [group, asset, role, from, to, line, file] = m;
    return std::tie(group, asset, role, from, to);
}

auto members_of(const Source& s) {
    const auto& [id, title, publisher, published, date, kind, url, line, file, builtin] = s;
    return std::tie(id, title, publisher, published, date, kind, url, builtin);
}

auto members_of(const geo::Place& p) {
    const auto& [id, name, position, kind, country, aliases, names, rank] = p;
    return std::tie(id, name, position, kind, country, aliases, names, rank);
}

auto members_of(const Accept& a) {
    const auto& [code, subject, from, why, line, kind] = a;
    return std::tie(code, subject, from, why, kind);
}

auto members_of(const FeedDeclaration& f) {
    const auto& [url, kind, name, area, types, credit, terms, line, file] = f;
    return std::tie(url, kind, name, area, types, credit, terms);
}

auto members_of(const AlertRule& a) {
    const auto& [id, when, zone, who, minutes, line, file] = a;
    return std::tie(id, when, zone, who, minutes);
}

auto members_of(const FigureDeclaration& f) {
    const auto& [id, preset, size, width_mm, height_mm, dpi, at, from, to, compare, fit, centre, width_km, bbox, frame,
                 projection, theme, words, names, title, subtitle, credit, show, without, hide, emphasise, insets,
                 notes, labels, line, file] = f;
    return std::tie(id, preset, size, width_mm, height_mm, dpi, at, from, to, compare, fit, centre, width_km, bbox,
                    frame, projection, theme, words, names, title, subtitle, credit, show, without, hide, emphasise,
                    insets, notes, labels);
}

auto members_of(const ViewDefaults& v) {
    const auto& [projection, centre, width_km, frame, shape, at, theme, symbols, names, policy, label_style, units] = v;
    return std::tie(projection, centre, width_km, frame, shape, at, theme, symbols, names, policy, label_style, units);
}

auto members_of(const Scenario& s) {
    const auto& [folder, title, subtitle, credit, start, end, utc_offset_h, dates, recording, dated_by_file, data_to,
                 data_to_day, view, routes, words, assets, first_feed_asset, deployments, fixes, events, zones,
                 builtin_zones, members, sources, places, accepts, feeds, alerts, figures, place_files, place_lines,
                 files, atlas, first_fix, first_deployment] = s;
    return std::tuple_cat(std::tie(title, subtitle, credit, start, end, utc_offset_h, dates, data_to, data_to_day,
                                   words, builtin_zones, routes.avoid, routes.allow, first_fix, first_deployment),
                          members_of(view));
}

/// Compares record by record and collects the differences.
class Comparison {
public:
    Comparison(const Scenario& one, const Scenario& other) : m_one{one}, m_other{other} {}

    /// Compares column by column, so that a difference has the name of its column.
    template <class T>
    void compare(const std::string& where, const T& one, const T& other, const std::vector<Column<T>>& columns) {
        for (const Column<T>& column : columns) {
            if (!column.write) continue;
            const std::string a = column.write(one, m_one), b = column.write(other, m_other);
            if (a != b) m_found.push_back(fmt::format("{}{}: '{}' and '{}'", where, column.name, a, b));
        }
    }
    template <class T>
    void compare_whole(const std::string& where, const T& one, const T& other, const std::vector<Column<T>>& columns) {
        const std::size_t before = m_found.size();
        compare(where, one, other, columns);
        if (m_found.size() == before && members_of(one) != members_of(other))
            m_found.push_back(where + "a member that no column shows");
    }
    template <class T>
    void compare_all(std::string_view what, const std::vector<T>& one, const std::vector<T>& other,
                     const std::vector<Column<T>>& columns) {
        if (one.size() != other.size()) m_found.push_back(fmt::format("{} {} and {}", one.size(), what, other.size()));
        for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
            compare_whole(fmt::format("{}[{}].", what, i), one[i], other[i], columns);
    }
    [[nodiscard]] std::vector<std::string> found() && { return std::move(m_found); }

private:
    WriteContext m_one, m_other;
    std::vector<std::string> m_found;
};

} // namespace

std::vector<std::string> differences(const Scenario& one, const Scenario& other, const Schema& columns) {
    Comparison comparison{one, other};
    comparison.compare("", one, other, columns.root);
    comparison.compare("time.", one, other, columns.time);
    comparison.compare("read.", one, other, columns.read);
    comparison.compare("zones.", one, other, columns.zones_table);
    comparison.compare("style.", one.view, other.view, columns.style);
    comparison.compare_whole("view.", one.view, other.view, columns.view);
    comparison.compare_all("assets", one.assets, other.assets, columns.assets);
    comparison.compare_all("deployments", one.deployments, other.deployments, columns.deployments);
    comparison.compare_all("positions", one.fixes, other.fixes, columns.positions);
    comparison.compare_all("events", one.events, other.events, columns.events);
    comparison.compare_all("zones", one.zones, other.zones, columns.zones);
    comparison.compare_all("members", one.members, other.members, columns.members);
    comparison.compare_all("sources", one.sources, other.sources, columns.sources);
    comparison.compare_all("places", one.places, other.places, columns.places);
    comparison.compare_all("accept", one.accepts, other.accepts, columns.accept);
    comparison.compare_all("feed", one.feeds, other.feeds, columns.feed);
    comparison.compare_all("alert", one.alerts, other.alerts, columns.alert);
    comparison.compare_all("figure", one.figures, other.figures, columns.figure);
    auto found = std::move(comparison).found();
    if (found.empty() && members_of(one) != members_of(other)) found.push_back("a member of the scenario itself");
    return found;
}

void check_same(const Scenario& one, const Scenario& other, const Schema& columns) {
    CHECK(differences(one, other, columns) == std::vector<std::string>{});
}

} // namespace formats_test
