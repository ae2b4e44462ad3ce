#pragma once

#include "geo/earth/lonlat.hpp"

#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

namespace geo {

/// An optional LonLat in the 16 bytes of a LonLat, for structures stored by the million. Used like std::optional.
class OptionalLonLat {
public:
    OptionalLonLat() noexcept : m_at{std::numeric_limits<double>::quiet_NaN(), 0.0} {}
    // NOLINTBEGIN(google-explicit-constructor): conversions as in std::optional
    OptionalLonLat(std::nullopt_t) noexcept : OptionalLonLat{} {}
    OptionalLonLat(LonLat at) noexcept : m_at{at} {}
    OptionalLonLat(const std::optional<LonLat>& at) noexcept : OptionalLonLat{} {
        if (at) m_at = *at;
    }
    operator std::optional<LonLat>() const noexcept { return has_value() ? std::optional{m_at} : std::nullopt; }
    // NOLINTEND(google-explicit-constructor)

    [[nodiscard]] bool has_value() const noexcept { return !std::isnan(m_at.lon()); }
    [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }
    [[nodiscard]] const LonLat& operator*() const noexcept {
        assert(has_value());
        return m_at;
    }
    [[nodiscard]] const LonLat* operator->() const noexcept { return &**this; }
    [[nodiscard]] const LonLat& value() const {
        if (!has_value()) throw std::bad_optional_access{};
        return m_at;
    }
    void reset() noexcept { *this = OptionalLonLat{}; }
    [[nodiscard]] friend bool operator==(const OptionalLonLat& a, const OptionalLonLat& b) noexcept {
        return a.has_value() == b.has_value() && (!a.has_value() || a.m_at == b.m_at);
    }

private:
    LonLat m_at;
};

} // namespace geo
