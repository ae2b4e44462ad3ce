#pragma once

#include "assets/formats/reading/reading.hpp"

#include <span>

#include <fmt/format.h>
#include <toml++/toml.h>

/// Reads tables of scenario.toml. Private to assets/formats.
namespace assets {

[[nodiscard]] int line_of(const toml::node&);
/// A scalar as the text of a CSV cell; empty if the node is not a scalar.
[[nodiscard]] std::optional<std::string> cell(const toml::node&);
/// The node's text, or the texts in its array. Empty for any other node; other items of an array are left out.
[[nodiscard]] std::vector<std::string> texts_of(const toml::node&);

/// One table of scenario.toml with its path (`figure[1].inset[0].`). Checks keys and shapes, and gives typed values: an
/// empty value for an entry that is missing or has another shape, which check() reports.
class Section {
public:
    Section(Reading& reading, std::uint16_t file, const toml::table& table, std::string path)
        : m_reading{reading}, m_file{file}, m_table{table}, m_path{std::move(path)} {}

    /// Reports unknown keys, values of the wrong shape, and missing required keys.
    void check(std::span<const ColumnInfo> keys);

    [[nodiscard]] const toml::node* node(std::string_view key) const { return m_table.get(key); }
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::string time_text(std::string_view key) const;
    [[nodiscard]] std::optional<TimeText> time(std::string_view key) const;
    [[nodiscard]] std::optional<geo::LonLat> point(std::string_view key) const;
    /// An array of exactly `count` numbers.
    [[nodiscard]] std::optional<std::vector<double>> numbers(std::string_view key, std::size_t count) const;
    [[nodiscard]] int line() const { return line_of(m_table); }
    [[nodiscard]] std::uint16_t file() const { return m_file; }
    [[nodiscard]] const toml::table& table() const { return m_table; }
    [[nodiscard]] std::string path() const { return m_path; }

    void error(std::string_view key, std::string_view code, std::string message);
    /// Adds an error if the text of the key has characters without a glyph.
    void check_characters(std::string_view key, std::string_view text);
    /// Calls `use` for each table of an array of tables.
    template <class Use>
    void for_each_table(std::string_view key, Use use) {
        const auto* value = node(key);
        const auto* array = value ? value->as_array() : nullptr;
        for (std::size_t i = 0; array && i < array->size(); ++i)
            if (const auto* table = (*array)[i].as_table()) {
                Section section{m_reading, m_file, *table, fmt::format("{}{}[{}].", m_path, key, i)};
                use(section);
            }
    }
    /// Calls `use` for the table under the key, if there is one.
    template <class Use>
    void with_table(std::string_view key, Use use) {
        const auto* value = node(key);
        if (const auto* table = value ? value->as_table() : nullptr) {
            Section section{m_reading, m_file, *table, fmt::format("{}{}.", m_path, key)};
            use(section);
        }
    }

private:
    void check_word(const ColumnInfo&, const std::string& word);
    void check_time(const ColumnInfo&, const toml::node&);
    void check_point(const ColumnInfo&, const toml::node&);
    void check_shape(const ColumnInfo&, const toml::node&);
    [[nodiscard]] int line_at(std::string_view key) const { return node(key) ? line_of(*node(key)) : line(); }

    Reading& m_reading;
    std::uint16_t m_file;
    const toml::table& m_table;
    std::string m_path;
};

/// The value of a key, for the key's column. Reports only errors that check() does not report.
class SectionCell final : public Cell {
public:
    SectionCell(Section& section, const ColumnInfo& key) : m_section{section}, m_key{key} {}

    [[nodiscard]] std::string text() override;
    [[nodiscard]] std::optional<double> number() override;
    [[nodiscard]] std::optional<int> whole_number() override;
    [[nodiscard]] bool flag() override;
    [[nodiscard]] std::optional<std::size_t> word() override;
    [[nodiscard]] std::vector<std::string> list() override { return m_section.texts(m_key.name); }
    [[nodiscard]] std::optional<TimeText> time(double) override { return m_section.time(m_key.name); }
    /// Always empty: scenario.toml is read before any source or asset is known.
    [[nodiscard]] std::vector<SourceIndex> sources() override { return {}; }
    [[nodiscard]] std::vector<AssetIndex> assets() override { return {}; }
    void report_wrong_form(std::string_view hint) override;

private:
    Section& m_section;
    const ColumnInfo& m_key;
};

/// The box [west, south, east, north] under the key. Adds an error if the numbers are no box; check() reports another
/// shape.
[[nodiscard]] std::optional<geo::Box> read_box(Section&, std::string_view key);

/// Checks the table and reads all keys whose column has a `read`. The caller reads the others.
template <class T>
void read_keys(T& result, Section& section, const std::vector<Column<T>>& keys) {
    section.check(infos_of(keys));
    for (const Column<T>& key : keys)
        if (key.read && section.node(key.name)) {
            SectionCell cell{section, key};
            key.read(result, cell);
        }
}

/// The file that a path in scenario.toml names. Adds an error and returns nothing if the path leads out of the folder,
/// also by a symbolic link.
[[nodiscard]] std::optional<InputFile> file_inside(Section&, std::string_view key, const std::string& written,
                                                   const std::filesystem::path& folder);

} // namespace assets
