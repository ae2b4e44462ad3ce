#include "geo/projection/transform.hpp"

#include "geo/error.hpp"

#include <cmath>

#include <fmt/format.h>

namespace geo {

namespace {

constexpr double degree = 3.14159265358979323846 / 180;

std::string reason(PJ_CONTEXT* context) {
    const int code = proj_context_errno(context);
    const char* text = code != 0 ? proj_context_errno_string(context, code) : nullptr;
    return text ? text : "it is not a coordinate system that PROJ knows";
}

void require_metres(PJ_CONTEXT* context, const PJ* crs, const std::string& name) {
    PJ_TYPE type = proj_get_type(crs);
    ProjPtr inner;
    if (type == PJ_TYPE_BOUND_CRS) {
        inner.reset(proj_get_source_crs(context, crs));
        crs = inner.get();
        type = proj_get_type(crs);
    }
    if (type != PJ_TYPE_PROJECTED_CRS)
        throw ProjectionError{
            fmt::format("\"{}\" is not a map projection: its coordinates are not metres on a plane", name)};
    const ProjPtr system{proj_crs_get_coordinate_system(context, crs)};
    double factor = 0;
    const char* unit = nullptr;
    if (!system ||
        !proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, &unit, nullptr, nullptr))
        throw ProjectionError{
            fmt::format("\"{}\": PROJ does not name the unit of its coordinates; choose a projection in metres", name)};
    if (std::abs(factor - 1) > 1e-12)
        throw ProjectionError{fmt::format("\"{}\" is in {}, not metres; choose a projection in metres", name,
                                          unit ? unit : "another unit")};
}

} // namespace

Transform::Transform(const Definition& definition) : m_context{proj_context_create()} {
    PJ_CONTEXT* context = m_context.get();
    proj_context_set_enable_network(context, 0); // never download grids
    proj_log_level(context, PJ_LOG_NONE);        // errors are reported by exceptions
    if (definition.preset) {
        m_parameters = definition.proj_string;
        m_operation.reset(proj_create(context, definition.proj_string.c_str()));
        if (!m_operation)
            throw ProjectionError{fmt::format("PROJ refuses \"{}\": {}", definition.proj_string, reason(context))};
    } else {
        const bool is_proj_string = definition.proj_string.find("proj=") != std::string::npos;
        const std::string text = definition.proj_string + (is_proj_string ? " +type=crs" : "");
        ProjPtr crs{proj_create(context, text.c_str())};
        if (!crs) throw ProjectionError{fmt::format("PROJ refuses \"{}\": {}", definition.name, reason(context))};
        require_metres(context, crs.get(), definition.name);
        const ProjPtr wgs84{proj_create(context, "EPSG:4326")};
        const ProjPtr raw{wgs84 ? proj_create_crs_to_crs_from_pj(context, wgs84.get(), crs.get(), nullptr, nullptr)
                                : nullptr};
        if (raw) m_operation.reset(proj_normalize_for_visualization(context, raw.get()));
        if (!m_operation)
            throw ProjectionError{
                fmt::format("PROJ cannot transform WGS 84 to \"{}\": {}", definition.name, reason(context))};
        const char* parameters = proj_as_proj_string(context, crs.get(), PJ_PROJ_4, nullptr);
        m_parameters = parameters ? parameters : definition.proj_string;
        // proj_factors() would build a new operation at every point if it were given a coordinate system.
        std::string operation = m_parameters;
        if (const auto at = operation.find(" +type=crs"); at != std::string::npos) operation.erase(at, 10);
        if (ProjPtr plain{proj_create(context, operation.c_str())})
            m_factors = std::move(plain);
        else
            m_factors = std::move(crs);
    }
    m_radians = proj_angular_input(m_operation.get(), PJ_FWD) != 0;
}

void Transform::forward(Chain& chain) const {
    if (chain.empty()) return;
    if (m_radians)
        for (Vertex& v : chain) {
            v.x *= degree;
            v.y *= degree;
        }
    constexpr std::size_t stride = sizeof(Vertex);
    proj_errno_reset(m_operation.get());
    proj_trans_generic(m_operation.get(), PJ_FWD, &chain.front().x, stride, chain.size(), &chain.front().y, stride,
                       chain.size(), nullptr, 0, 0, nullptr, 0, 0);
}

Vertex Transform::forward(double lon, double lat) const {
    const double unit = m_radians ? degree : 1;
    const PJ_COORD c = proj_trans(m_operation.get(), PJ_FWD, proj_coord(lon * unit, lat * unit, 0, 0));
    return {c.xy.x, c.xy.y};
}

Vertex Transform::inverse(double x, double y) const {
    const PJ_COORD c = proj_trans(m_operation.get(), PJ_INV, proj_coord(x, y, 0, 0));
    const double unit = m_radians ? 1 / degree : 1;
    return {c.lp.lam * unit, c.lp.phi * unit};
}

std::optional<PJ_FACTORS> Transform::factors(LonLat point) const {
    PJ* projection = m_factors ? m_factors.get() : m_operation.get();
    proj_errno_reset(projection);
    const PJ_FACTORS f = proj_factors(projection, proj_coord(point.lon() * degree, point.lat() * degree, 0, 0));
    if (proj_errno(projection) != 0 || !std::isfinite(f.meridional_scale) || f.meridional_scale <= 0) {
        proj_errno_reset(projection);
        return std::nullopt;
    }
    return f;
}

} // namespace geo
