#include "app/session/models/export_model.hpp"

#include "app/base/errors.hpp"
#include "app/session/models/timeline_model.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <set>

#include <fmt/format.h>

namespace app {

namespace {

namespace chr = std::chrono;

std::string day_of(assets::Instant t, double utc_offset_h) {
    const chr::seconds offset{std::llround(utc_offset_h * 3600)};
    const chr::year_month_day day{chr::floor<chr::days>(t + offset)};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

/// The name of a file without a date at its end.
std::string without_date(std::string stem) {
    constexpr std::string_view form = "-0000-00-00";
    if (stem.size() <= form.size()) return stem;
    const std::string_view end = std::string_view{stem}.substr(stem.size() - form.size());
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? end[i] != '-' : (end[i] < '0' || end[i] > '9')) return stem;
    stem.resize(stem.size() - form.size());
    return stem;
}

/// The file for each date: the path itself for one, else the path with the local day in its name, and with the time
/// where two dates are on one day.
std::vector<std::string> dated_files(const std::string& output, const std::vector<assets::Instant>& dates,
                                     double utc_offset_h) {
    if (dates.size() == 1) return {output};
    const std::filesystem::path path{output};
    std::set<std::string> days;
    for (const auto at : dates)
        days.insert(day_of(at, utc_offset_h));
    std::vector<std::string> files;
    for (const auto at : dates) {
        std::string date = days.size() == dates.size() ? day_of(at, utc_offset_h) : assets::to_iso(at);
        std::erase(date, ':');
        files.push_back((path.parent_path() / (without_date(path.stem().string()) + "-" + date)).string() +
                        path.extension().string());
    }
    return files;
}

ExportRequest request_for(const Session& session, const ExportChoices& choices, assets::Instant at) {
    const auto& scenario = *session.scenario();
    // Page and texts come from the options, as on the command line; the rest of the figure comes from the session.
    OptionValues values{{"--output", choices.output}};
    if (!choices.preset.empty())
        values["--preset"] = choices.preset;
    else if (!choices.css_width.empty())
        values["--css-width"] = choices.css_width;
    else
        values["--width-mm"] = choices.width_mm;
    // The session always has an instant; without --at, resolve() would throw for a scenario without a default one.
    values["--at"] = assets::to_iso(at);
    if (choices.title) values["--title"] = *choices.title;
    if (choices.subtitle) values["--subtitle"] = *choices.subtitle;
    if (choices.credit) values["--credit"] = *choices.credit;
    if (!choices.footnotes.empty()) values["--footnotes"] = choices.footnotes;
    if (!choices.names.empty()) values["--names"] = choices.names;
    auto request = resolve(values, scenario);
    const auto& page = request.figure;
    auto figure = session.figure();
    figure.page_width_mm = page.page_width_mm;
    figure.page_height_mm = page.page_height_mm;
    figure.dpi = page.dpi;
    figure.least_type_mm = page.least_type_mm;
    figure.at = at;
    figure.title = page.title;
    figure.subtitle = page.subtitle;
    figure.credit = page.credit;
    figure.footnotes = page.footnotes;
    if (!choices.names.empty()) figure.names = page.names;
    if (!choices.theme.empty()) figure.theme = choices.theme;
    if (!choices.legend) figure.without.insert("legend");
    if (has_equivalent_command(session)) figure.marked.clear(); // no option marks assets
    constexpr double usual_shape = 4.0 / 3.0;                   // of a page without a fixed height
    const double shape = figure.page_height_mm ? figure.page_width_mm / *figure.page_height_mm : usual_shape;
    figure.width_km = std::clamp(std::max(choices.shown_w_km, choices.shown_h_km * shape), 1.0, 45'000.0);
    request.figure = std::move(figure);
    return request;
}

} // namespace

std::vector<assets::Instant> typed_instants(const std::string& text, double utc_offset_h, assets::Instant shown) {
    std::string error;
    const auto read = [&](const std::string& part) {
        return typed_instant(part, utc_offset_h, shown, error);
    };
    // "20:00" says no day: its instant moves with the day shown. Midsummer keeps both days in one year.
    const chr::year_month_day today{chr::floor<chr::days>(shown)};
    const assets::Instant midsummer{chr::sys_days{today.year() / chr::June / 15}};
    const auto says_day = [&](const std::string& part) {
        const auto one = typed_instant(part, utc_offset_h, midsummer, error);
        return one && one == typed_instant(part, utc_offset_h, midsummer + chr::days{1}, error);
    };
    std::vector<std::string> parts(1);
    std::string piece;
    const auto end_piece = [&](bool always) {
        if (always || (!parts.back().empty() && read(parts.back()) && says_day(piece)))
            parts.push_back(piece);
        else
            parts.back() += (parts.back().empty() ? "" : ",") + piece;
        piece.clear();
    };
    bool after_semicolon = false;
    for (const char c : text + ";") {
        if (c != ';' && c != ',') {
            piece += c;
            continue;
        }
        end_piece(after_semicolon);
        after_semicolon = c == ';';
    }
    std::vector<assets::Instant> out;
    for (const auto& part : parts) {
        if (part.find_first_not_of(" \t") == std::string::npos) continue;
        const auto at = read(part);
        if (!at) throw UsageError{"Date: " + error};
        if (std::find(out.begin(), out.end(), *at) == out.end()) out.push_back(*at);
    }
    constexpr std::size_t most = 100;
    if (out.size() > most) throw UsageError{fmt::format("Date: {} dates are too many; {} at most", out.size(), most)};
    if (out.empty()) out.push_back(shown);
    return out;
}

std::string date_text(assets::Instant at, double utc_offset_h) {
    const auto midnight = chr::floor<chr::days>(at);
    if (at - midnight == chr::hours{12}) return assets::to_iso(at).substr(0, 10);
    const auto local = at + chr::seconds{std::llround(utc_offset_h * 3600)};
    const auto of_day = local - chr::floor<chr::days>(local);
    const auto minutes = chr::floor<chr::minutes>(of_day);
    if (minutes != of_day) return assets::to_iso(at);
    return fmt::format("{} {:02}:{:02}", day_of(at, utc_offset_h), minutes.count() / 60, minutes.count() % 60);
}

std::vector<ExportRequest> export_requests(const Session& session, const ExportChoices& choices) {
    const double offset = session.scenario()->utc_offset_h;
    std::vector<assets::Instant> dates{session.shown_at()};
    // A live map is the map of the instant shown: no other instant is known.
    if (has_equivalent_command(session)) dates = typed_instants(choices.dates, offset, session.shown_at());
    const auto files = dated_files(choices.output, dates, offset);
    std::vector<ExportRequest> requests;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        requests.push_back(request_for(session, choices, dates[i]));
        requests.back().output = files[i];
    }
    return requests;
}

bool has_equivalent_command(const Session& session) {
    return !session.live().is_live();
}

} // namespace app
