#include "app/scenario/starter/spreadsheet.hpp"

#include "app/base/errors.hpp"
#include "app/scenario/starter/example.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <map>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace app {
namespace {

using Name = std::string_view;
using assets::ColumnInfo, assets::Shape, assets::TableId;

/// A setting of the example, as a row of the sheet `scenario`.
struct Setting {
    const char* key;
    Name value;
    const char* meaning;
};
constexpr std::array settings{
    Setting{"title", "Patrol ship in the East China Sea", "title of maps"},
    Setting{"subtitle", "An example to change", "line below the title"},
    Setting{"credit", "Example data", "sources or author named in the credit line"},
    Setting{"time.start", "2024-05-01", "start of the timeline"},
    Setting{"time.end", "2024-05-20", "end of the timeline, inclusive"},
    Setting{"time.utc_offset_h", "9", "dates without a clock are days at this offset from UTC, in hours"},
    Setting{"time.data_to", "2024-05-25", "the last day of your research"},
    Setting{"view.projection", "laea", "laea ortho aeqd lcc merc eqearth robin eqc, a PROJ string or EPSG:n"},
    Setting{"view.center", "128, 31", "centre of the map: longitude, latitude"},
    Setting{"view.width_km", "2600", "width of the map in km"}};

/// Scratch for a library that writes to a file only. It has no name in a folder.
class MemoryFile {
public:
    MemoryFile() : m_file{::memfd_create("theatrum", MFD_CLOEXEC)} {
        if (m_file < 0) throw FileError{fmt::format("scratch memory: {}", std::strerror(errno))};
    }
    ~MemoryFile() { ::close(m_file); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", m_file); }
    [[nodiscard]] std::string bytes() const {
        const auto size = ::lseek(m_file, 0, SEEK_END);
        std::string all(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        if (::pread(m_file, all.data(), all.size(), 0) != static_cast<ssize_t>(all.size()))
            throw FileError{"scratch memory cannot be read"};
        return all;
    }

private:
    int m_file;
};

bool is_number(const ColumnInfo& column) {
    return column.shape == Shape::Number || column.shape == Shape::Positive || column.shape == Shape::Whole;
}

/// The columns of a table with words to choose from: type, kind and their like.
bool has_words(const ColumnInfo& column) {
    return !column.allowed.empty() && column.shape == Shape::Word;
}

/// The columns of a sheet: those of a new file, and for positions `kind`, which a list makes easy to fill in.
std::vector<ColumnInfo> sheet_columns(TableId table) {
    auto columns = starter_columns(table);
    if (table != TableId::Positions) return columns;
    const auto all = assets::schema().table_columns_of(table);
    const auto kind = std::ranges::find(all, Name{"kind"}, &ColumnInfo::name);
    const auto before = std::ranges::find(columns, Name{"activity"}, &ColumnInfo::name);
    if (kind != all.end()) columns.insert(before, *kind);
    return columns;
}

class Spreadsheet {
public:
    explicit Spreadsheet(lxw_workbook* workbook) : m_workbook{workbook} {
        m_heading = workbook_add_format(workbook);
        format_set_bold(m_heading);
        format_set_bg_color(m_heading, heading_colour);
        format_set_align(m_heading, LXW_ALIGN_VERTICAL_TOP);
        m_date = workbook_add_format(workbook);
        format_set_num_format(m_date, "yyyy-mm-dd");
        m_text = workbook_add_format(workbook);
        format_set_num_format(m_text, "@"); // an id such as 0012 keeps its zeros
        m_wrapped = workbook_add_format(workbook);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
    }

    void write() {
        collect_words();
        for (const TableId table : {TableId::Positions, TableId::Assets, TableId::Deployments, TableId::Events,
                                    TableId::Zones, TableId::Sources})
            add_table(table);
        add_settings();
        add_explanation();
        add_words();
    }

private:
    static constexpr lxw_color_t heading_colour = 0xDCE6F1;
    static constexpr lxw_row_t last_row = 1'048'575;

    lxw_worksheet* add_sheet(Name name) {
        auto* sheet = workbook_add_worksheet(m_workbook, std::string{name}.c_str());
        worksheet_freeze_panes(sheet, 1, 0);
        return sheet;
    }
    void add_text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, Name text, lxw_format* format = nullptr) {
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), std::string{text}.c_str(), format);
    }
    void set_width(lxw_worksheet* sheet, std::size_t column, double width, lxw_format* format = nullptr) {
        const auto at = static_cast<lxw_col_t>(column);
        worksheet_set_column(sheet, at, at, width, format);
    }
    void add_headings(lxw_worksheet* sheet, const std::vector<Name>& headings) {
        for (std::size_t i = 0; i < headings.size(); ++i)
            add_text(sheet, 0, i, headings[i], m_heading);
    }

    /// A value of an example: dates and numbers are what spreadsheets take for them.
    void add_value(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, Name value, Shape shape) {
        const auto at = static_cast<lxw_col_t>(column);
        lxw_datetime date{};
        double number = 0;
        const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
        const bool is_whole_text = failed == std::errc{} && end == value.data() + value.size();
        if (shape == Shape::Time &&
            std::sscanf(std::string{value}.c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day) == 3)
            worksheet_write_datetime(sheet, row, at, &date, m_date);
        else if (is_whole_text && shape != Shape::Text && shape != Shape::Id)
            worksheet_write_number(sheet, row, at, number, nullptr);
        else
            add_text(sheet, row, column, value, m_text);
    }

    void add_table(TableId table) {
        const auto columns = sheet_columns(table);
        auto* sheet = add_sheet(assets::table_files[static_cast<std::size_t>(table)].key);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            constexpr double narrow = 12, wide = 24;
            const ColumnInfo& column = columns[i];
            add_text(sheet, 0, i, column.name, m_heading);
            const bool is_long =
                column.name == "note" || column.name == "title" || column.name == "url" || column.name == "outline";
            set_width(sheet, i, is_long ? wide : narrow,
                      column.shape == Shape::Time ? m_date
                      : is_number(column)         ? nullptr
                                                  : m_text);
            if (has_words(column)) add_list(sheet, i, column);
        }
        lxw_row_t row = 1;
        for (const auto& example : example_rows(table)) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (const auto value = example.find(columns[i].name); value != example.end())
                    add_value(sheet, row, i, value->second, columns[i].shape);
            ++row;
        }
    }

    // --- words ---

    void collect_words() {
        for (const auto& file : assets::table_files)
            for (const auto& column : sheet_columns(file.table)) {
                if (!has_words(column)) continue;
                std::vector<Name> words;
                std::ranges::copy_if(column.allowed, std::back_inserter(words),
                                     [](Name word) { return !word.empty(); });
                m_words.emplace_back(fmt::format("{}: {}", file.key, column.name), words, column.allowed.data());
            }
    }
    /// A list to choose from; other words are refused by the spreadsheet, with a hint.
    void add_list(lxw_worksheet* sheet, std::size_t column, const ColumnInfo& info) {
        const auto found = std::ranges::find(m_words, info.allowed.data(), &WordList::id);
        const auto index = static_cast<lxw_col_t>(found - m_words.begin());
        const auto words = static_cast<lxw_row_t>(found->words.size());
        std::array<char, LXW_MAX_FORMULA_RANGE_LENGTH> range{};
        lxw_rowcol_to_range_abs(range.data(), 1, index, words, index);
        std::string formula = fmt::format("=words!{}", range.data());
        std::string title{info.name}, message = "Choose a word of the list; the sheet 'words' shows all.";
        lxw_data_validation list{};
        list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        list.value_formula = formula.data();
        list.error_title = title.data();
        list.error_message = message.data();
        const auto at = static_cast<lxw_col_t>(column);
        worksheet_data_validation_range(sheet, 1, at, last_row, at, &list);
    }
    void add_words() {
        auto* sheet = add_sheet("words");
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            constexpr double width = 26;
            set_width(sheet, i, width);
            add_text(sheet, 0, i, m_words[i].heading, m_heading);
            for (std::size_t row = 0; row < m_words[i].words.size(); ++row)
                add_text(sheet, static_cast<lxw_row_t>(row + 1), i, m_words[i].words[row]);
        }
    }

    // --- settings and explanations ---

    void add_settings() {
        auto* sheet = add_sheet("scenario");
        constexpr double narrow = 18, wide = 60;
        set_width(sheet, 0, narrow);
        set_width(sheet, 1, wide / 2);
        set_width(sheet, 2, wide, m_wrapped);
        add_headings(sheet, {"key", "value", "meaning"});
        lxw_row_t row = 1;
        for (const Setting& setting : settings) {
            add_text(sheet, row, 0, setting.key);
            const Name key{setting.key};
            const bool is_day = key.starts_with("time.") && key != "time.utc_offset_h";
            add_value(sheet, row, 1, setting.value, is_day ? Shape::Time : Shape::Number);
            add_text(sheet, row, 2, setting.meaning, m_wrapped);
            ++row;
        }
    }
    void add_explanation() {
        auto* sheet = add_sheet("columns");
        constexpr double narrow = 16, wide = 80;
        set_width(sheet, 0, narrow);
        set_width(sheet, 1, narrow);
        set_width(sheet, 2, narrow);
        set_width(sheet, 3, wide, m_wrapped);
        add_headings(sheet, {"sheet", "column", "must be given", "meaning"});
        lxw_row_t row = 1;
        for (const auto& file : assets::table_files) {
            for (const auto& column : assets::schema().table_columns_of(file.table)) {
                add_text(sheet, row, 0, file.key);
                add_text(sheet, row, 1, column.name);
                if (column.required) add_text(sheet, row, 2, "yes");
                std::string meaning{column.help};
                if (has_words(column)) meaning += "; one of the words in the sheet 'words'";
                if (!column.default_text.empty()) meaning += fmt::format("; if empty: {}", column.default_text);
                add_text(sheet, row, 3, meaning, m_wrapped);
                ++row;
            }
        }
    }

    struct WordList {
        std::string heading;
        std::vector<Name> words;
        const Name* id; ///< the beginning of the words in the schema
        WordList(std::string title, std::vector<Name> all, const Name* first)
            : heading{std::move(title)}, words{std::move(all)}, id{first} {}
    };

    lxw_workbook* m_workbook;
    lxw_format *m_heading = nullptr, *m_date = nullptr, *m_text = nullptr, *m_wrapped = nullptr;
    std::vector<WordList> m_words;
};

} // namespace

std::string starter_spreadsheet() {
    const MemoryFile file;
    lxw_workbook* workbook = workbook_new(file.path().c_str());
    if (workbook == nullptr) throw FileError{"the spreadsheet cannot be made: out of memory"};
    std::string title{"A scenario of Theatrum"};
    lxw_doc_properties properties{};
    properties.title = title.data();
    constexpr std::time_t first_of_2024 = 1'704'067'200;
    properties.created = first_of_2024; // without it the library reads the clock
    workbook_set_properties(workbook, &properties);
    Spreadsheet{workbook}.write();
    if (const auto error = workbook_close(workbook); error != LXW_NO_ERROR)
        throw FileError{fmt::format("the spreadsheet cannot be made: {}", lxw_strerror(error))};
    return file.bytes();
}

} // namespace app
