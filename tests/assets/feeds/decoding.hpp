#pragma once

#include "assets/feeds/decoder.hpp"
#include "assets/model/values/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

// Helpers for the tests of all decoders: they pass bytes in pieces and compare what was decoded.

namespace feeds_test {

inline assets::Instant at(std::string_view iso) {
    return assets::parse_time_text(iso, 0).value().first;
}

inline const assets::Instant noon = at("2024-07-31T12:00:00Z"); ///< the time of receipt in all tests

struct DecodeResult {
    std::vector<assets::FeedMessage> messages;
    assets::FeedCounts counts;

    [[nodiscard]] std::uint64_t rejected(std::string_view reason) const {
        const auto found = counts.rejected.find(reason);
        return found == counts.rejected.end() ? 0 : found->second;
    }
    [[nodiscard]] std::uint64_t rejected() const {
        std::uint64_t sum = 0;
        for (const auto& [reason, n] : counts.rejected)
            sum += n;
        return sum;
    }
};

/// All messages and counts as text, to compare two results and to print their differences.
inline std::string as_text(const DecodeResult& result) {
    const auto number = [](const auto& value) {
        return value ? fmt::format("{}", *value) : std::string{"-"};
    };
    const auto time = [](const std::optional<assets::Instant>& value) {
        return value ? assets::to_iso(*value) : std::string{"-"};
    };
    std::string out;
    for (const auto& r : result.messages) {
        out += fmt::format("{} {} {} source={} type={} how={}\n  ", r.key, assets::to_iso(r.time),
                           r.time_source == assets::TimeSource::Sender ? "sender" : "receiver", r.source,
                           r.message_type, r.how);
        if (r.position) out += fmt::format("{:.7f} {:.7f} ", r.position->lon(), r.position->lat());
        out += fmt::format("radius={} alt={} speed={} course={} heading={} name={} callsign={} remarks={}\n  ",
                           number(r.radius_m), number(r.altitude_m), number(r.speed_kn), number(r.course_deg),
                           number(r.heading_deg), number(r.name), number(r.callsign), number(r.remarks));
        if (r.outline) {
            out += fmt::format("outline={} {} ", static_cast<int>(r.outline->form), r.outline->radius_m);
            for (const geo::Degrees& point : r.outline->points)
                out += fmt::format("{},{} ", point.lon, point.lat);
        }
        if (r.alert) out += fmt::format("alert={}{} ", r.alert->title, r.alert->cancelled ? " over" : "");
        out += fmt::format("class={} sidc={} side={} country={} ground={} stale={} flags={}{}{}{} doubts={}\n  {}\n",
                           r.type ? assets::to_string(*r.type) : "-", number(r.sidc),
                           r.side ? static_cast<int>(*r.side) : -1, number(r.country), number(r.on_ground),
                           time(r.stale), r.aid ? "aid " : "", r.distress ? "distress " : "",
                           r.pleasure ? "pleasure " : "", r.military ? "military" : "", r.doubts.size(), r.raw);
    }
    out += fmt::format("{} messages, {} decoded\n", result.counts.messages, result.counts.decoded);
    for (const auto& [reason, n] : result.counts.rejected)
        out += fmt::format("{}: {}\n", reason, n);
    for (const auto& [name, n] : result.counts.others)
        out += fmt::format("{}: {}\n", name, n);
    return out;
}

/// Passes `piece` bytes at a time; 0: all at once.
inline DecodeResult decode(assets::FeedDecoder& decoder, std::string_view bytes, std::size_t piece = 0) {
    DecodeResult result;
    if (piece == 0) piece = std::max<std::size_t>(bytes.size(), 1);
    for (std::size_t from = 0; from < bytes.size(); from += piece)
        decoder.take(bytes.substr(from, piece), noon, result.messages);
    decoder.end(noon, result.messages);
    result.counts = decoder.counts();
    return result;
}

/// Passes the bytes in two pieces.
inline DecodeResult decode_in_two(assets::FeedDecoder& decoder, std::string_view bytes, std::size_t cut) {
    DecodeResult result;
    decoder.take(bytes.substr(0, cut), noon, result.messages);
    decoder.take(bytes.substr(cut), noon, result.messages);
    decoder.end(noon, result.messages);
    result.counts = decoder.counts();
    return result;
}

/// Checks what every decoder promises about its messages. Returns the broken promise; empty when all are kept.
inline std::string broken_promise(const assets::FeedMessage& r) {
    const auto angle = [](const std::optional<double>& a) {
        return !a || (*a >= 0 && *a < 360);
    };
    const auto finite = [](const std::optional<double>& v) {
        return !v || std::isfinite(*v);
    };
    if (const auto colon = r.key.find(':'); colon == std::string::npos || colon + 1 == r.key.size())
        return "a message without a contact";
    if (!angle(r.course_deg) || !angle(r.heading_deg)) return "an angle out of range";
    if (!finite(r.speed_kn) || !finite(r.altitude_m) || !finite(r.radius_m)) return "a number that is not finite";
    if (r.speed_kn && *r.speed_kn < 0) return "a negative speed";
    if (r.radius_m && *r.radius_m <= 0) return "a radius that is not positive";
    if (r.outline) {
        const bool is_circle = r.outline->form == assets::FeedOutline::Form::Circle;
        if (is_circle ? !(r.outline->radius_m > 0) : r.outline->points.size() < 2)
            return "an outline without an extent";
        for (const geo::Degrees& point : r.outline->points)
            if (!std::isfinite(point.lon) || !(std::abs(point.lat) <= 90)) return "a point of an outline out of range";
        if (r.outline->form == assets::FeedOutline::Form::Area &&
            (r.outline->points.size() < 4 || r.outline->points.front() != r.outline->points.back()))
            return "an area that is not closed";
    }
    if (r.alert && !assets::is_valid_utf8(r.alert->title)) return "text that is not UTF-8";
    if (r.position && r.position->lon() == 0 && r.position->lat() == 0) return "0, 0 as a place";
    if (r.sidc && r.sidc->size() != 30) return "a symbol code without 30 digits";
    for (const std::string* text : {&r.key, &r.source, &r.message_type, &r.how, &r.raw})
        if (!assets::is_valid_utf8(*text)) return "text that is not UTF-8";
    for (const auto* text : {&r.name, &r.callsign, &r.destination, &r.remarks})
        if (*text && (text->value().empty() || !assets::is_valid_utf8(**text))) return "empty text, or not UTF-8";
    return {};
}

/// 20,000, or a million when THEATRUM_LONG is set.
inline int mutation_rounds() {
    return std::getenv("THEATRUM_LONG") ? 1'000'000 : 20'000;
}

/// Resident memory of this process in MB. 0 under AddressSanitizer, which keeps freed memory.
inline double resident_memory_mb() {
#if defined(__SANITIZE_ADDRESS__)
    return 0;
#else
    std::ifstream in{"/proc/self/statm"};
    double size = 0, resident = 0;
    in >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
#endif
}

/// Seeded, so that a failure can be repeated. Uses no std distribution, because their numbers differ between libraries.
class Mutator {
public:
    Mutator(unsigned seed, std::vector<std::string> pieces) : m_random{seed}, m_pieces{std::move(pieces)} {}

    [[nodiscard]] std::size_t pick(std::size_t n) { return static_cast<std::size_t>(m_random()) % n; }

    [[nodiscard]] std::string mutated(std::string text) {
        for (std::size_t k = 1 + pick(4); k > 0; --k) {
            const std::size_t where = pick(text.size() + 1);
            switch (pick(8)) {
            case 0:
                text.insert(where, m_pieces[pick(m_pieces.size())]);
                break;
            case 1:
                text.replace(where, std::min<std::size_t>(text.size() - where, 1 + pick(6)),
                             m_pieces[pick(m_pieces.size())]);
                break;
            case 2:
                text.erase(where, 1 + pick(8));
                break;
            case 3:
            case 4:
                if (where < text.size()) text[where] = static_cast<char>(pick(256));
                break;
            case 5:
                if (where < text.size()) text[where] = static_cast<char>(text[where] ^ (1 << pick(8)));
                break;
            case 6:
                text.insert(where, text.substr(pick(text.size() + 1), 1 + pick(40)));
                break;
            default:
                text.resize(where);
                break;
            }
        }
        return text;
    }

private:
    std::mt19937 m_random;
    std::vector<std::string> m_pieces;
};

} // namespace feeds_test
