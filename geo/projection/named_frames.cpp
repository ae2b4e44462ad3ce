#include "geo/projection/named_frames.hpp"

#include <algorithm>
#include <array>

namespace geo {
namespace {

constexpr std::string_view korea_conic = "+proj=lcc +lat_1=33 +lat_2=43 +lat_0=38.1 +lon_0=127.4 +datum=WGS84";

constexpr std::array frames{
    NamedFrame{"japan-australia", "Japan to Australia", "laea", 135, 2, 8400, 0.8},
    NamedFrame{"east-asia", "East Asia", "laea", 120, 20, 7800, 1.5},
    NamedFrame{"pacific", "Pacific", "eqearth", 175, 8, 17500, 1.6},
    NamedFrame{"south-china-sea", "South China Sea", "laea", 114, 12.5, 2600, 0.85},
    NamedFrame{"korea", "Korea", korea_conic, 127.4, 38.1, 900, 0.8, "marado"},
    NamedFrame{"korea-border", "Korean border and islands", korea_conic, 126.5, 37.95, 400, 2.2},
    NamedFrame{"taiwan", "Taiwan", "laea", 121, 24, 700, 1},
    NamedFrame{"taiwan-region", "Taiwan in its region", "laea", 121, 23.8, 1500, 1.6},
};

} // namespace

std::span<const NamedFrame> named_frames() noexcept {
    return frames;
}

const NamedFrame* named_frame(std::string_view name) noexcept {
    const auto* found = std::find_if(frames.begin(), frames.end(), [&](const NamedFrame& f) { return f.name == name; });
    return found == frames.end() ? nullptr : found;
}

} // namespace geo
