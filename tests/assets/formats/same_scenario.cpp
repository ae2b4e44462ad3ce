#include "tests/assets/formats/same_scenario.hpp"

#include "assets/model/names.hpp"
#include "tests/support/catch.hpp"

#include <variant>

namespace formats_test {

using namespace assets;

namespace {

void check_same(const Asset& a, const Asset& b) {
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.name == b.name);
    CHECK(a.short_name == b.short_name);
    CHECK(a.hull == b.hull);
    CHECK(a.type == b.type);
    CHECK(a.sidc == b.sidc);
    CHECK(a.side == b.side);
    CHECK(a.country == b.country);
    CHECK(a.operator_name == b.operator_name);
    CHECK(a.mmsi == b.mmsi);
    CHECK(a.icao == b.icao);
    CHECK(a.uid == b.uid);
    CHECK(a.max_speed_kn == b.max_speed_kn);
    CHECK(a.path == b.path);
    CHECK(a.max_gap == b.max_gap);
    CHECK(a.stale_after == b.stale_after);
    CHECK(a.lost_after == b.lost_after);
    CHECK(a.rank == b.rank);
    CHECK(a.aliases == b.aliases);
    CHECK(a.note == b.note);
}

void check_same(const Deployment& a, const Deployment& b) {
    INFO("deployment in line " << a.line);
    CHECK(a.asset == b.asset);
    CHECK(a.from == b.from);
    CHECK(a.to == b.to);
    CHECK(a.operations == b.operations);
    CHECK(a.from_error_h == b.from_error_h);
    CHECK(a.to_error_h == b.to_error_h);
    CHECK(a.sources == b.sources);
    CHECK(a.note == b.note);
}

void check_same(const Fix& a, const Fix& b) {
    INFO("fix in line " << a.line << " from " << to_iso(a.from));
    CHECK(a.asset == b.asset);
    CHECK(a.from == b.from);
    CHECK(a.to == b.to);
    CHECK(a.open_end() == b.open_end());
    CHECK(a.during() == b.during());
    CHECK(a.precision() == b.precision());
    CHECK(a.position == b.position);
    CHECK(a.radius_km == b.radius_km);
    CHECK(a.area() == b.area());
    CHECK(a.circle_given() == b.circle_given());
    CHECK(a.at_asset() == b.at_asset());
    CHECK(a.place() == b.place());
    CHECK(a.via() == b.via());
    CHECK(a.count() == b.count());
    CHECK(a.strength() == b.strength());
    CHECK(a.course_deg == b.course_deg);
    CHECK(a.speed_kn == b.speed_kn);
    CHECK(a.kind() == b.kind());
    CHECK(a.confidence() == b.confidence());
    CHECK(a.confidence_date() == b.confidence_date());
    CHECK(a.grade() == b.grade());
    CHECK(a.sources() == b.sources());
    CHECK(a.activity() == b.activity());
    CHECK(a.note() == b.note());
    CHECK(a.time_error_h() == b.time_error_h());
    CHECK(a.utc_offset_h() == b.utc_offset_h());
}

void check_same(const Event& a, const Event& b) {
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.from == b.from);
    CHECK(a.to == b.to);
    CHECK(a.title == b.title);
    CHECK(a.caption == b.caption);
    CHECK(a.kind == b.kind);
    CHECK(a.place == b.place);
    CHECK(a.area == b.area);
    CHECK(a.position == b.position);
    CHECK(a.radius_km == b.radius_km);
    CHECK(a.assets == b.assets);
    CHECK(a.others == b.others);
    CHECK(a.operations == b.operations);
    CHECK(a.sources == b.sources);
    CHECK(a.confidence == b.confidence);
    CHECK(a.confidence_date == b.confidence_date);
    CHECK(a.time_error_h == b.time_error_h);
    CHECK(a.utc_offset_h == b.utc_offset_h);
    CHECK(a.note == b.note);
}

struct SameShape {
    bool operator()(const CircleShape& a, const CircleShape& b) const {
        return a.centre == b.centre && a.radius_km == b.radius_km;
    }
    bool operator()(const CorridorShape& a, const CorridorShape& b) const {
        return a.lines == b.lines && a.half_width_km == b.half_width_km;
    }
    bool operator()(const LineShape& a, const LineShape& b) const { return a.lines == b.lines; }
    bool operator()(const AreaShape& a, const AreaShape& b) const {
        return std::equal(a.polygons.begin(), a.polygons.end(), b.polygons.begin(), b.polygons.end(),
                          [](const geo::Polygon& x, const geo::Polygon& y) { return x.rings == y.rings; });
    }
    bool operator()(const SeaShape& a, const SeaShape& b) const { return a.sea_id == b.sea_id; }
    template <class A, class B>
    bool operator()(const A&, const B&) const {
        return false;
    }
};

void check_same(const Zone& a, const Zone& b) {
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.name == b.name);
    CHECK(a.kind == b.kind);
    CHECK(a.status == b.status);
    CHECK(a.drawn == b.drawn);
    CHECK(a.open_ends == b.open_ends);
    CHECK(a.valid_from == b.valid_from);
    CHECK(a.valid_to == b.valid_to);
    CHECK(std::visit(SameShape{}, a.shape, b.shape));
    CHECK(a.confidence == b.confidence);
    CHECK(a.sources == b.sources);
    CHECK(a.note == b.note);
}

void check_same(const Membership& a, const Membership& b) {
    INFO("member in line " << a.line);
    CHECK(a.group == b.group);
    CHECK(a.asset == b.asset);
    CHECK(a.role == b.role);
    CHECK(a.from == b.from);
    CHECK(a.to == b.to);
}

void check_same(const Source& a, const Source& b) {
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.title == b.title);
    CHECK(a.publisher == b.publisher);
    CHECK(a.published == b.published);
    CHECK(a.date == b.date);
    CHECK(a.kind == b.kind);
    CHECK(a.url == b.url);
}

void check_same(const geo::Place& a, const geo::Place& b) {
    INFO(a.id);
    CHECK(a.id == b.id);
    CHECK(a.name == b.name);
    CHECK(a.position == b.position);
    CHECK(a.kind == b.kind);
    CHECK(a.country == b.country);
    CHECK(a.aliases == b.aliases);
    CHECK(a.rank == b.rank);
}

void check_same(const Accept& a, const Accept& b) {
    CHECK(a.code == b.code);
    CHECK(a.subject == b.subject);
    CHECK(a.from == b.from);
    CHECK(a.why == b.why);
    CHECK(a.kind == b.kind);
}

void check_same(const FeedDeclaration& a, const FeedDeclaration& b) {
    INFO(a.url);
    CHECK(a.url == b.url);
    CHECK(a.kind == b.kind);
    CHECK(a.name == b.name);
    CHECK(a.area == b.area);
    CHECK(a.types == b.types);
    CHECK(a.credit == b.credit);
    CHECK(a.terms == b.terms);
}

template <class T>
void check_all_same(const std::vector<T>& one, const std::vector<T>& other) {
    REQUIRE(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i)
        check_same(one[i], other[i]);
}

} // namespace

void check_same(const Scenario& one, const Scenario& other) {
    CHECK(one.title == other.title);
    CHECK(one.subtitle == other.subtitle);
    CHECK(one.credit == other.credit);
    CHECK(one.start == other.start);
    CHECK(one.end == other.end);
    CHECK(one.utc_offset_h == other.utc_offset_h);
    CHECK(one.dates == other.dates);
    CHECK(one.data_to == other.data_to);
    CHECK(one.data_to_day == other.data_to_day);
    CHECK(one.view.projection == other.view.projection);
    CHECK(one.view.centre == other.view.centre);
    CHECK(one.view.width_km == other.view.width_km);
    CHECK(one.view.theme == other.view.theme);
    CHECK(one.view.symbols == other.view.symbols);
    CHECK(one.view.names == other.view.names);
    CHECK(one.view.policy == other.view.policy);
    CHECK(one.words == other.words);
    CHECK(one.first_fix == other.first_fix);
    CHECK(one.first_deployment == other.first_deployment);
    check_all_same(one.assets, other.assets);
    check_all_same(one.deployments, other.deployments);
    check_all_same(one.fixes, other.fixes);
    check_all_same(one.events, other.events);
    check_all_same(one.zones, other.zones);
    check_all_same(one.members, other.members);
    check_all_same(one.sources, other.sources);
    check_all_same(one.places, other.places);
    check_all_same(one.accepts, other.accepts);
    check_all_same(one.feeds, other.feeds);
}

} // namespace formats_test
