#include "assets/formats/reading/record.hpp"

#include "assets/model/values/web_link.hpp"
#include "geo/text/country_codes.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

/// The end of a message about an unknown word: the known words, or the help topic that lists them.
std::string allowed_words(std::string_view column, const std::vector<std::string_view>& known) {
    constexpr std::size_t most_listed = 15;
    if (known.size() <= most_listed) return fmt::format("; use {}", fmt::join(known, ", "));
    return fmt::format("; `theatrum help {}` lists the words", column == "type" ? "types" : "columns");
}

} // namespace

std::size_t Record::column(std::string_view name) const noexcept {
    return static_cast<std::size_t>(std::find(m_names.begin(), m_names.end(), name) - m_names.begin());
}

std::string_view Record::text(std::string_view name) const {
    const auto i = column(name);
    return i < m_texts.size() ? std::string_view{m_texts[i]} : std::string_view{};
}

int Record::line_of(std::string_view name) const {
    const auto i = column(name);
    return i < m_lines.size() && !m_texts[i].empty() ? m_lines[i] : m_line;
}

void Reading::tally(const Record& record, std::string_view field, std::string_view code, std::string_view sentence,
                    std::string_view rest) {
    Tally& tally = tallies[{record.file(), field, code, std::string{sentence}.append(rest)}];
    if (tally.rows++ == 0) tally.first_line = record.line_of(field);
}

Spot Fields::spot(std::string_view name) const {
    return {m_record.file(), m_record.line_of(name), m_record.prefix + std::string{name}, m_subject,
            std::string{m_record.text("from")}};
}

void Fields::error(std::string_view name, std::string_view code, std::string message) {
    m_ok = false;
    m_reading.findings.error(code, spot(name), std::move(message));
}

void Fields::check_characters() {
    if (!m_reading.missing_characters) return;
    for (std::size_t i = 0; i < m_record.names().size(); ++i) {
        const ColumnInfo& column = m_record.info(i);
        if (!column.printed || m_record.text(i).empty()) continue;
        if (const auto missing = m_reading.missing_characters(m_record.text(i)); !missing.empty())
            m_reading.findings.error(code::missing_glyph, spot(column.name), no_glyph_words(missing));
    }
}

void Fields::report_wrong_form(std::string_view name, std::string_view hint) {
    error(
        name, code::bad_value,
        fmt::format("{} is not {}{}", in_quotes(m_record.text(name)), m_record.info(m_record.column(name)).form, hint));
}

void Fields::warning(std::string_view name, std::string_view code, std::string message) {
    m_reading.findings.warning(code, spot(name), std::move(message));
}

void Fields::note(std::string_view name, std::string_view code, std::string message) {
    m_reading.findings.note(code, spot(name), std::move(message));
}

std::string Fields::required(std::string_view name) {
    if (!has(name)) error(name, code::missing_value, "must be given");
    return text(name);
}

std::string Fields::id(std::string_view name) {
    std::string value = required(name);
    if (is_spreadsheet_number(value))
        error(name, code::bad_id,
              fmt::format("{} was written by a spreadsheet, which has dropped digits; format the column as text and "
                          "enter the id again",
                          in_quotes(value)));
    else if (!value.empty() && !is_id(value))
        error(name, code::bad_id,
              fmt::format("{} is not an id; use small letters, digits, '.', '_' and '-'; begin with a letter or digit",
                          in_quotes(value)));
    return value;
}

bool Fields::flag(std::size_t column) {
    const std::string& value = m_record.text(column);
    if (value == "true" || value == "yes" || value == "1") return true;
    if (!value.empty() && value != "false" && value != "no" && value != "0")
        error(m_record.info(column).name, code::bad_value,
              fmt::format("{} is neither true nor false", in_quotes(value)));
    return false;
}

std::vector<std::string> Fields::list(std::size_t column) const {
    std::vector<std::string> items;
    std::string_view rest = m_record.text(column);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        std::string_view item = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (item.starts_with(' '))
            item.remove_prefix(1);
        while (item.ends_with(' '))
            item.remove_suffix(1);
        if (!item.empty()) items.emplace_back(item);
    }
    return items;
}

std::optional<std::size_t> Fields::word(std::size_t column) {
    const std::string& value = m_record.text(column);
    if (value.empty()) return std::nullopt;
    const ColumnInfo& info = m_record.info(column);
    const auto found = std::find(info.allowed.begin(), info.allowed.end(), value);
    if (found != info.allowed.end()) return static_cast<std::size_t>(found - info.allowed.begin());
    const std::string key = column_key(value);
    // "Command ship" is the known word command_ship as people write it; the schema knows other words for some.
    const auto same = std::ranges::find_if(info.allowed, [&](auto w) { return !w.empty() && column_key(w) == key; });
    const auto other = std::ranges::find(info.other_words, key, &OtherWord::written);
    if (same != info.allowed.end() || other != info.other_words.end()) {
        const std::string_view meant = same != info.allowed.end() ? *same : other->meant;
        note(info.name, code::other_word, fmt::format("{} is read as '{}'", in_quotes(value), meant));
        return static_cast<std::size_t>(std::ranges::find(info.allowed, meant) - info.allowed.begin());
    }
    std::vector<std::string_view> known;
    std::copy_if(info.allowed.begin(), info.allowed.end(), std::back_inserter(known),
                 [](auto word) { return !word.empty(); });
    std::string hint = did_you_mean(value, known);
    if (hint.empty()) hint = allowed_words(info.name, known);
    error(info.name, code::bad_value, fmt::format("{} is not a known value{}", in_quotes(value), hint));
    return std::nullopt;
}

namespace {
constexpr std::size_t most_errors_with_hint = 1000; // finding the nearest name takes long
} // namespace

namespace {

/// The file or sheet to which a row of the table is added: where the rows so far are from, else the usual one beside
/// the file that is being read.
std::string file_to_add_to(const Scenario& scenario, TableId table, std::uint16_t reading) {
    const auto& files = scenario.files;
    const auto last_file = [&](const auto& rows, const auto& is_declared) -> std::string {
        const auto last = std::find_if(rows.rbegin(), rows.rend(), is_declared);
        return last == rows.rend() || last->file >= files.size() ? std::string{} : files[last->file];
    };
    const std::string declared = table == TableId::Sources
                                     ? last_file(scenario.sources, [](const Source& s) { return !s.builtin; })
                                     : last_file(scenario.assets, [](const Asset& a) { return a.line > 0; });
    if (!declared.empty()) return declared;
    const std::filesystem::path read_now{reading < files.size() ? files[reading] : std::string{}};
    const std::string extension = read_now.parent_path().extension().string(); // fleet.xlsx/positions
    if (extension == ".xlsx" || extension == ".ods")
        return (read_now.parent_path() / std::filesystem::path{file_of(table)}.stem()).string();
    return std::string{file_of(table)};
}

} // namespace

template <class Index>
void Fields::unknown_id(std::string_view field, TableId table, const char* thing, std::string_view id,
                        const std::map<std::string, Index, std::less<>>& known) {
    if (m_reading.incomplete.contains(table)) {
        m_ok = false;
        m_reading.findings.count_error();
        return;
    }
    std::vector<std::string_view> names;
    if (m_reading.findings.errors() < most_errors_with_hint)
        for (const auto& [name, index] : known)
            names.push_back(name);
    std::string hint = did_you_mean(id, names);
    if (hint.empty())
        hint = fmt::format("; add it to {}, or take it out here",
                           file_to_add_to(m_reading.scenario, table, m_record.file()));
    error(field, code::unknown_id, fmt::format("there is no {} {}{}", thing, in_quotes(id), hint));
}

SourceIndex Fields::made_source(std::string_view field, const std::string& written) {
    Source source{};
    const bool is_link = !web_link(written).empty();
    (is_link ? source.url : source.title) = written;
    source.line = m_record.line();
    source.file = m_record.file();
    std::string id = id_from_name(written);
    if (id.empty()) id = "source";
    source.id = id;
    // Counting on from the number of sources finds a free id at once, however many texts begin alike.
    for (auto number = m_reading.scenario.sources.size() + 1; m_reading.source_ids.contains(source.id); ++number)
        source.id = fmt::format("{}-{}", id, number);
    const auto index = static_cast<SourceIndex>(m_reading.scenario.sources.size());
    note(field, code::read_as,
         fmt::format("{} is read as the {} of a source", in_quotes(written), is_link ? "address" : "title"));
    m_reading.source_ids.emplace(written, index);
    m_reading.source_ids.emplace(source.id, index);
    m_reading.scenario.sources.push_back(std::move(source));
    return index;
}

std::vector<SourceIndex> Fields::sources(std::size_t column) {
    std::vector<SourceIndex> indices;
    for (const auto& id : list(column)) {
        const auto found = m_reading.source_ids.find(id);
        if (found != m_reading.source_ids.end())
            indices.push_back(found->second);
        else if (m_reading.makes_sources)
            indices.push_back(made_source(m_record.info(column).name, id));
        else
            unknown_id(m_record.info(column).name, TableId::Sources, "source", id, m_reading.source_ids);
    }
    return indices;
}

std::vector<AssetIndex> Fields::assets(std::size_t column) {
    std::vector<AssetIndex> indices;
    for (const auto& id : list(column))
        if (const auto asset = asset_with_id(m_record.info(column).name, id)) indices.push_back(*asset);
    return indices;
}

std::optional<AssetIndex> Fields::asset(std::string_view name) {
    if (!has(name)) return std::nullopt;
    return asset_with_id(name, m_record.text(name));
}

std::optional<AssetIndex> Fields::asset_with_id(std::string_view field, std::string_view id) {
    const auto found = m_reading.asset_ids.find(id);
    if (found != m_reading.asset_ids.end()) return found->second;
    unknown_id(field, TableId::Assets, "asset", id, m_reading.asset_ids);
    return std::nullopt;
}

namespace {

std::string nearest_area(const Reading& reading, const std::string& written) {
    std::vector<std::string> names;
    for (const Zone& zone : reading.scenario.zones)
        for (const std::string& known : {zone.id, zone.name})
            names.push_back(known);
    if (const auto* atlas = reading.scenario.atlas.get())
        for (const auto& sea : atlas->seas.seas()) {
            names.push_back(sea.name);
            names.insert(names.end(), sea.aliases.begin(), sea.aliases.end());
            names.push_back(sea.id);
        }
    for (const geo::CountryCode& country : geo::country_codes().first(geo::iso_country_count))
        names.emplace_back(country.name);
    const auto close = geo::close_names(written, names, 1);
    return close.empty() ? std::string{} : close.front();
}

/// What a text means that is not the id of a zone.
AreaMeaning meaning_of_area(const Reading& reading, const std::string& written) {
    std::vector<std::string_view> named; // ids of the zones with this name
    const std::string folded = geo::fold_name(written);
    for (const Zone& zone : reading.scenario.zones)
        if (geo::fold_name(zone.name) == folded || geo::fold_name(zone.id) == folded) named.push_back(zone.id);
    if (named.size() == 1) return {.area = AreaRef{AreaRef::Of::Zone, std::string{named.front()}}};
    if (named.size() > 1)
        return {.code = code::ambiguous_place,
                .problem = fmt::format("{} can mean {}; write the id", in_quotes(written), fmt::join(named, " or "))};
    if (const auto* sea = reading.places.sea_named(written)) return {.area = AreaRef{AreaRef::Of::Sea, sea->id}};
    if (const auto country = reading.places.country_named(written); !country.empty())
        return {.area = AreaRef{AreaRef::Of::Country, std::string{country}}};
    const std::string close =
        reading.findings.errors() < most_errors_with_hint ? nearest_area(reading, written) : std::string{};
    return {.code = code::unknown_id,
            .problem = fmt::format("there is no zone, sea or country {}{}", in_quotes(written),
                                   close.empty() ? "; `theatrum help seas` lists the seas"
                                                 : fmt::format("; did you mean '{}'?", close))};
}

} // namespace

std::optional<AreaRef> Fields::area(std::string_view name) {
    if (!has(name)) return std::nullopt;
    const std::string written = text(name);
    if (m_reading.zone_ids.contains(written)) return AreaRef{AreaRef::Of::Zone, written};
    if (m_reading.zones_of_meanings != m_reading.scenario.zones.size()) m_reading.area_meanings.clear();
    m_reading.zones_of_meanings = m_reading.scenario.zones.size();
    auto known = m_reading.area_meanings.find(written);
    if (known == m_reading.area_meanings.end())
        known = m_reading.area_meanings.emplace(written, meaning_of_area(m_reading, written)).first;
    const AreaMeaning& meaning = known->second;
    if (meaning.area) return meaning.area;
    if (meaning.code == code::unknown_id && m_reading.incomplete.contains(TableId::Zones)) {
        m_ok = false;
        m_reading.findings.count_error();
        return std::nullopt;
    }
    error(name, meaning.code, meaning.problem);
    return std::nullopt;
}

} // namespace assets
