#include "geo/projection/projection.hpp"

#include "geo/projection/impl.hpp"

#include <algorithm>
#include <cmath>

namespace geo {

namespace {

constexpr double rim_step_deg = 0.5;

} // namespace

Projection::Impl::Impl(Definition d)
    : definition{std::move(d)}, transform{definition}, domain{domain_of(transform.parameters())}, domain_extent{} {
    if (domain.shape == Domain::Shape::Cap) cap.emplace(domain.lon, domain.lat, domain.cap_deg, rim_step_deg);
    Chain rim = outline(1);
    transform.forward(rim);
    std::erase_if(rim, [](const Vertex& v) { return !std::isfinite(v.x) || !std::isfinite(v.y); });
    if (!rim.empty()) domain_extent = extent(rim);
}

bool Projection::Impl::in_domain(double lon, double lat) const noexcept {
    if (cap) return cap->contains(lon, lat);
    const double x = domain.strip.west + std::remainder(lon - domain.strip.west, 360.0);
    return domain.strip.contains(x, lat) || domain.strip.contains(x + 360, lat);
}

Chain Projection::Impl::outline(double step) const {
    if (cap) return cap->rim();
    const Rect& s = domain.strip;
    return split({{s.west, s.south}, {s.east, s.south}, {s.east, s.north}, {s.west, s.north}, {s.west, s.south}}, step,
                 &s);
}

Projection Projection::make(std::string_view definition, LonLat centre) {
    return Projection{std::make_unique<Impl>(read_definition(definition, centre))};
}

Projection::Projection(std::unique_ptr<Impl> impl) : m_impl{std::move(impl)} {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

const std::string& Projection::proj_string() const {
    return m_impl->definition.preset ? m_impl->definition.proj_string : m_impl->transform.parameters();
}

const std::string& Projection::name() const {
    return m_impl->definition.name;
}

std::optional<Metres> Projection::forward(LonLat point) const {
    if (!m_impl->in_domain(point.lon(), point.lat())) return std::nullopt;
    const Vertex v = m_impl->transform.forward(point.lon(), point.lat());
    if (!std::isfinite(v.x) || !std::isfinite(v.y)) return std::nullopt;
    return Metres{v.x, v.y};
}

std::optional<LonLat> Projection::inverse(Metres point) const {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return std::nullopt;
    const Vertex v = m_impl->transform.inverse(point.x, point.y);
    if (!std::isfinite(v.x)) return std::nullopt;
    const auto place = LonLat::from_degrees(v.x, std::abs(v.y) < 90 + 1e-9 ? std::clamp(v.y, -90.0, 90.0) : v.y);
    if (!place) return std::nullopt;
    // Many inverses also give a result for points off the map, so the result must project back to the point.
    const auto back = forward(*place);
    if (!back || std::hypot(back->x - point.x, back->y - point.y) > 1) return std::nullopt;
    return place;
}

std::optional<Projection::Scale> Projection::scale_at(LonLat point) const {
    if (!m_impl->in_domain(point.lon(), point.lat())) return std::nullopt;
    const auto f = m_impl->transform.factors(point);
    if (!f) return std::nullopt;
    return Scale{f->meridional_scale, f->parallel_scale, f->areal_scale};
}

Box Projection::bounds(const Frame& frame) const {
    return m_impl->region_of(frame).bounds;
}

} // namespace geo
