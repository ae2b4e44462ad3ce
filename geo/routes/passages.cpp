#include "geo/routes/passages.hpp"

#include <algorithm>

namespace geo {

namespace {

/// "malacca" for "strait-of-malacca", "malacca-strait" and "Malacca Strait".
std::string core_of(std::string_view name) {
    std::string core, word;
    const auto take = [&] {
        if (!word.empty() && word != "strait" && word != "straits" && word != "of" && word != "the")
            core += (core.empty() ? "" : "-") + word;
        word.clear();
    };
    for (const char c : name)
        if (c == '-' || c == ' ')
            take();
        else
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    take();
    return core;
}

Vector3 at(double lon, double lat) {
    return unit_vector(lonlat(lon, lat));
}

} // namespace

const std::vector<Passage>& passages() {
    using enum Passage::Rule;
    static const std::vector<Passage> all{
        {"bab-el-mandeb", "Bab el-Mandeb", Open, at(43.6, 12.9), at(42.9, 12.4)},
        {"danish-straits", "Danish straits", Open, at(9.5, 55.6), at(13.6, 55.6)},
        {"kanmon-strait", "Kanmon Strait", Open, at(130.97, 34.10), at(130.92, 33.85)},
        {"kerch-strait", "Kerch Strait", Politics, at(36.3, 45.3), at(37.0, 45.3)},
        {"korea-strait", "Korea Strait", Open, at(128.6, 35.3), at(130.2, 33.5)},
        {"la-perouse-strait", "La Pérouse Strait", Open, at(142.1, 46.2), at(142.0, 45.2)},
        {"lombok-strait", "Lombok Strait", Open, at(115.4, -8.5), at(116.2, -8.5)},
        {"luzon-strait", "Luzon Strait", Open, at(120.8, 22.2), at(121.3, 18.2)},
        {"makassar-strait", "Makassar Strait", Open, at(116.2, -1.5), at(119.6, -1.5)},
        {"san-bernardino-strait", "San Bernardino Strait", Open, at(124.05, 12.80), at(124.35, 12.40)},
        {"singapore-strait", "Singapore Strait", Open, at(103.85, 1.40), at(103.85, 0.90)},
        {"strait-of-dover", "Strait of Dover", Open, at(1.2, 51.2), at(1.9, 50.8)},
        {"strait-of-gibraltar", "Strait of Gibraltar", Open, at(-5.55, 36.2), at(-5.5, 35.7)},
        {"strait-of-hormuz", "Strait of Hormuz", Politics, at(56.3, 27.2), at(56.3, 25.8)},
        {"strait-of-malacca", "Strait of Malacca", Open, at(101.6, 3.2), at(100.6, 2.0)},
        {"sunda-strait", "Sunda Strait", Open, at(105.6, -5.6), at(106.1, -6.2)},
        {"surigao-strait", "Surigao Strait", Open, at(125.2, 10.05), at(125.62, 10.2)},
        {"taiwan-strait", "Taiwan Strait", Politics, at(121.0, 24.6), at(118.7, 25.2)},
        {"torres-strait", "Torres Strait", Open, at(142.5, -11.0), at(142.5, -9.0)},
        {"tsugaru-strait", "Tsugaru Strait", Politics, at(140.2, 41.5), at(140.5, 40.9)},
        {"turkish-straits", "Turkish straits", Politics, at(28.4, 41.15), at(28.4, 40.2)},
        {"panama-canal", "Panama Canal", Open, at(-79.95, 9.08), at(-79.55, 9.25)},
        {"suez-canal", "Suez Canal", Open, at(32.0, 30.8), at(32.7, 30.8)},
        {"northern-sea-route", "Northern Sea Route", Ice, at(102.0, 76.0), at(102.0, 84.0)},
        {"northwest-passage", "Northwest Passage", Ice, at(-113.0, 66.0), at(-113.0, 84.0)},
    };
    return all;
}

bool Passage::is_crossed_by(const Vector3& a, const Vector3& b) const noexcept {
    const Vector3 way = cross(a, b), gate = cross(gate_a, gate_b);
    if (dot(way, gate_a) * dot(way, gate_b) >= 0 || dot(gate, a) * dot(gate, b) >= 0) return false;
    // The whole circles meet in two opposite points; the arcs have to meet in one of them.
    Vector3 meeting = cross(way, gate);
    if (dot(meeting, gate_a) < 0) meeting = {-meeting.x, -meeting.y, -meeting.z};
    return dot(cross(a, meeting), way) > 0 && dot(cross(meeting, b), way) > 0;
}

const Passage* find_passage(std::string_view name) {
    std::string core = core_of(name);
    if (core == "tsushima") core = "korea";
    if (core == "bosporus" || core == "bosphorus" || core == "dardanelles") core = "turkish";
    const auto found = std::find_if(passages().begin(), passages().end(),
                                    [&](const Passage& passage) { return core_of(passage.id) == core; });
    return found == passages().end() ? nullptr : &*found;
}

} // namespace geo
