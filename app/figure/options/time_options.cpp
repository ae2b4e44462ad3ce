#include "app/figure/options/time_options.hpp"

#include "app/base/errors.hpp"
#include "app/figure/option_values.hpp"

#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

using Printed = std::optional<std::string>;

std::chrono::seconds delay_of(const render::Figure& figure) {
    return std::chrono::seconds{std::llround(figure.delay_h.value_or(0) * 3600)};
}

const std::string* given(const OptionReading& in, std::string_view option) {
    const auto found = in.values.find(option);
    return found == in.values.end() ? nullptr : &found->second;
}

/// The beginning, or else the end, of a day; an instant as it is.
assets::Instant bound_value(const std::string& option, const std::string& text, bool at_end) {
    if (const auto day = assets::parse_time_text(text, 0); day && day->precision == assets::Precision::Day)
        return at_end ? day->last + assets::tick : day->first;
    std::string error;
    const auto instant = assets::parse_instant_argument(text, error);
    if (!instant) throw UsageError{option + ": " + error};
    return *instant;
}

/// The bound as it was typed: a day where it stands at midnight.
std::string bound_text(assets::Instant bound, std::chrono::days later) {
    const auto midnight = std::chrono::floor<std::chrono::days>(bound);
    return bound == midnight ? assets::to_iso(midnight - later).substr(0, 10) : assets::to_iso(bound);
}

assets::Instant instant_value(const std::string& option, const std::string& text) {
    std::string error;
    const auto instant = assets::parse_instant_argument(text, error);
    if (!instant) throw UsageError{option + ": " + error};
    return *instant;
}

/// The instants of `--at T1,T2,...`.
Instants instants_of(const std::string& list) {
    constexpr std::size_t most = 12;
    const std::vector<std::string> texts = split_list(list);
    if (texts.size() < 2) throw UsageError{fmt::format("--at: '{}' is not a list of two instants or more", list)};
    if (texts.size() > most)
        throw UsageError{fmt::format("--at: {} maps are too many for one page; {} at most", texts.size(), most)};
    Instants instants;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        instants.at.push_back(instant_value("--at", texts[i]));
        if (i > 0 && instants.at[i] <= instants.at[i - 1])
            throw UsageError{
                fmt::format("--at: {} is not after {}; give the instants in order", texts[i], texts[i - 1])};
    }
    return instants;
}

/// The instants of `--at T --compare T2`.
Instants compared_instants(const OptionReading& in, const std::string& at, const std::string& compare) {
    const assets::Instant from = resolve_instant(at, in.scenario), to = instant_value("--compare", compare);
    if (to <= from) throw UsageError{fmt::format("--compare: {} is not after --at {}", compare, at)};
    return {{from, to}, true, Instants::As::Panels};
}

} // namespace

void read_at(const OptionReading& in, const std::string* value) {
    // A period gives the instant, which the scenario need not have then.
    if (value == nullptr && given(in, "--from") != nullptr) return;
    const std::string* compare = given(in, "--compare");
    if (compare == nullptr && (value == nullptr || value->find(',') == std::string::npos)) {
        in.request.figure.at = resolve_instant(value == nullptr ? std::nullopt : std::optional{*value}, in.scenario);
        return;
    }
    if (value == nullptr) throw UsageError{"--compare needs --at, the earlier instant"};
    in.request.several = compare == nullptr ? instants_of(*value) : compared_instants(in, *value, *compare);
    in.request.figure.at = in.request.several->at.back();
}

Printed print_at(const ExportRequest& request, const assets::Scenario&) {
    if (request.figure.period) return std::nullopt;
    const auto delay = delay_of(request.figure);
    if (!request.several) return assets::to_iso(request.figure.at + delay);
    if (request.several->is_comparison) return assets::to_iso(request.several->at.front() + delay);
    std::string text;
    for (const assets::Instant at : request.several->at)
        text += (text.empty() ? "" : ",") + assets::to_iso(at + delay);
    return text;
}

Printed print_compare(const ExportRequest& request, const assets::Scenario&) {
    if (!request.several || !request.several->is_comparison) return std::nullopt;
    return assets::to_iso(request.figure.at + delay_of(request.figure));
}

void read_compare_as(const OptionReading& in, const std::string* value) {
    if (value == nullptr) return;
    const std::string as = one_of("--compare-as", *value, {"panels", "arrows"});
    if (!in.request.several || !in.request.several->is_comparison)
        throw UsageError{"--compare-as needs --compare, the later instant"};
    in.request.several->as = as == "arrows" ? Instants::As::Arrows : Instants::As::Panels;
}

Printed print_compare_as(const ExportRequest& request, const assets::Scenario&) {
    const bool arrows = request.several && request.several->as == Instants::As::Arrows;
    return arrows ? Printed{"arrows"} : Printed{};
}

void read_period(const OptionReading& in, const std::string* from) {
    const std::string* to = given(in, "--to");
    if (from == nullptr && to == nullptr) return;
    if (from == nullptr || to == nullptr)
        throw UsageError{from == nullptr ? "--to needs --from: a period has two ends"
                                         : "--from needs --to: a period has two ends"};
    for (const char* other : {"--at", "--compare", "--compare-as", "--trail", "--delay-h"})
        if (given(in, other) != nullptr)
            throw UsageError{fmt::format("--from and --to make a map of a period; leave out {}", other)};
    const assets::Instant begin = bound_value("--from", *from, false), end = bound_value("--to", *to, true);
    if (end <= begin) throw UsageError{fmt::format("--to: '{}' is not after --from '{}'", *to, *from)};
    in.request.figure.period = render::Period{begin, end};
    in.request.figure.at = end - assets::tick;
}

Printed print_from(const ExportRequest& request, const assets::Scenario&) {
    const auto& period = request.figure.period;
    return period ? Printed{bound_text(period->from, std::chrono::days{0})} : Printed{};
}

Printed print_to(const ExportRequest& request, const assets::Scenario&) {
    const auto& period = request.figure.period;
    return period ? Printed{bound_text(period->to, std::chrono::days{1})} : Printed{};
}

void read_known_by(const OptionReading& in, const std::string* value) {
    if (value != nullptr) in.request.figure.known_by = end_of_day("--known-by", *value);
}

Printed print_known_by(const ExportRequest& request, const assets::Scenario&) {
    const auto day = request.figure.known_by;
    return day ? Printed{assets::to_iso(*day).substr(0, 10)} : Printed{};
}

void read_delay(const OptionReading& in, const std::string* value) {
    if (value == nullptr) return;
    in.request.figure.delay_h = number_in("--delay-h", *value, 0, 24.0 * 366);
    in.request.figure.at -= delay_of(in.request.figure);
    if (in.request.several)
        for (assets::Instant& at : in.request.several->at)
            at -= delay_of(in.request.figure);
}

Printed print_delay(const ExportRequest& request, const assets::Scenario&) {
    const auto delay = request.figure.delay_h;
    return delay ? Printed{fmt::format("{}", *delay)} : Printed{};
}

} // namespace app
