#include "assets/formats/table/preview.hpp"

#include "assets/formats/table/known_tables.hpp"
#include "assets/model/values/time_forms.hpp"
#include "geo/earth/coordinates.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assets {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t most_shown = 6, most_judged = 1'000;

bool is_digits(std::string_view text, std::size_t length) {
    return text.size() == length && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The form of a date or time in a few words.
std::string time_form(const std::string& text, DateOrder order) {
    constexpr std::size_t seconds = 10, milliseconds = 13;
    if (is_digits(text, seconds)) return "Unix seconds";
    if (is_digits(text, milliseconds)) return "Unix milliseconds";
    const std::string serial_day = spreadsheet_date(text);
    if (!serial_day.empty())
        return order == DateOrder::Serial || order == DateOrder::Serial1904
                   ? "days of a spreadsheet"
                   : fmt::format("days of a spreadsheet ({} is {}), which [read] dates must allow", text, serial_day);
    const WrittenTime read = read_written_time(text, 0, order);
    if (!read.time) {
        const bool day_first = parse_time_text(text, 0, DateOrder::DayMonthYear).has_value(),
                   month_first = parse_time_text(text, 0, DateOrder::MonthDayYear).has_value();
        if (day_first && month_first) return "day/month or month/day, which [read] dates must say";
        if (day_first || month_first)
            return fmt::format("{}, which [read] dates must say", day_first ? "day/month" : "month/day");
        return "texts that are no dates";
    }
    constexpr std::size_t year = 4; // digits
    const bool is_iso = text.size() > year + 1 && is_digits(text.substr(0, year), year) && text[year] == '-' &&
                        is_digits(text.substr(year + 1, 1), 1);
    if (read.time->precision != Precision::Time) return is_iso ? "dates 2024-07-31" : "dates in another form";
    const std::string zone = read.has_zone ? "" : ", taken as UTC";
    return (is_iso ? "dates with a clock" : "dates with a clock, in another form") + zone;
}

std::string number_form(const std::string& text, const ColumnInfo& info, const NumberReader& numbers) {
    const NumberText read = numbers.read(text, info.range.least, info.range.most);
    if (read.ambiguous) return "decimals or thousands";
    if (read.value) {
        if (text.find(',') == std::string::npos) return text.find('.') == std::string::npos ? "" : "decimal points";
        return "decimal commas";
    }
    const bool is_lat = info.name == "lat";
    if ((is_lat || info.name == "lon") &&
        geo::read_angle(text, is_lat ? geo::Axis::Latitude : geo::Axis::Longitude).degrees)
        return "degrees and minutes";
    return "texts that are no numbers";
}

std::string form_of(const std::string& text, const ColumnInfo& info, const NumberReader& numbers, DateOrder dates) {
    switch (info.shape) {
    case Shape::Time:
        return text == "*" ? std::string{} : time_form(text, dates);
    case Shape::Number:
    case Shape::Positive:
    case Shape::Whole:
        return number_form(text, info, numbers);
    default:
        return {};
    }
}

/// The forms of a column's values, the most frequent one first.
class Forms {
public:
    void add(const std::string& form) {
        if (form.empty()) return;
        const auto known = std::ranges::find(m_forms, form, &Form::words);
        if (known != m_forms.end())
            ++known->count;
        else
            m_forms.push_back({form});
    }
    [[nodiscard]] std::string words() {
        constexpr std::size_t most_told = 3;
        std::ranges::stable_sort(m_forms, std::ranges::greater{}, &Form::count);
        if (m_forms.size() > most_told) m_forms.resize(most_told);
        std::vector<std::string_view> all;
        for (const Form& form : m_forms)
            all.push_back(form.words);
        return fmt::format("{}", fmt::join(all, "; "));
    }

private:
    struct Form {
        std::string words;
        int count = 1;
    };
    std::vector<Form> m_forms;
};

} // namespace

TablePreview preview_table(const Table& table, std::span<const ColumnInfo> positions, DateOrder dates) {
    TableHeader header = find_header(table, positions);
    TablePreview preview{.columns = {},
                         .first = {},
                         .header_line = header.line,
                         .rows_above = header.rows_above,
                         .separator = header.separator};
    if (const auto known = KnownTable::recognise(header, positions)) {
        header.matches = known->matches();
        preview.note = known->note();
        if (dates == DateOrder::IsoOnly) dates = known->dates();
    }
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        const HeaderMatch& match = header.matches[i];
        preview.columns.push_back({.heading = header.names[i],
                                   .field = match.column ? positions[*match.column].name : std::string_view{},
                                   .is_clock = match.is_clock,
                                   .is_twice = match.is_twice});
    }
    const auto rows = table.rows(header.separator);
    const NumberReader numbers{table, rows->separator()};
    std::vector<Forms> forms(preview.columns.size());
    Row row;
    for (int i = 0; i <= header.rows_above; ++i)
        (void)rows->next(row);
    while (rows->next(row)) {
        if (preview.rows < most_judged)
            for (std::size_t i = 0; i < std::min(row.size(), forms.size()); ++i)
                if (const auto& match = header.matches[i]; match.column && !match.is_clock && !row[i].empty())
                    forms[i].add(form_of(row[i], positions[*match.column], numbers, dates));
        if (preview.rows++ < most_shown) preview.first.push_back(row);
    }
    for (std::size_t i = 0; i < forms.size(); ++i)
        preview.columns[i].values = forms[i].words();
    return preview;
}

} // namespace assets
