#pragma once

#include "assets/formats/reading/reading.hpp"

#include <span>

#include <fmt/format.h>
#include <toml++/toml.h>

/// Tables of scenario.toml. Private to assets/formats.
namespace assets {

enum class Shape {
    Text,
    TextOrList,
    Number,
    Positive,
    Whole,
    Flag,
    Time,
    Point,
    Box,
    TextOrPoint,
    Word,
    Table,
    Tables
};

/// A key that may stand in a table, and what its value looks like.
struct Key {
    std::string_view name;
    Shape shape;
    std::span<const std::string_view> words = {}; ///< of Shape::Word, or of each text of a TextOrList
};

[[nodiscard]] int line_of(const toml::node&);
/// A scalar as a CSV cell would write it; empty when it is none.
[[nodiscard]] std::optional<std::string> cell(const toml::node&);
/// A text alone or the texts of a list.
[[nodiscard]] std::vector<std::string> texts_of(const toml::node&);

/// One table of scenario.toml with its path (`figure[1].inset[0].`): checks keys and shapes, gives typed values. What
/// has not the shape that check() found wrong is empty.
class Section {
public:
    Section(Reading& reading, std::uint16_t file, const toml::table& table, std::string path)
        : m_reading{reading}, m_file{file}, m_table{table}, m_path{std::move(path)} {}

    void check(std::span<const Key> keys);

    [[nodiscard]] const toml::node* node(std::string_view key) const { return m_table.get(key); }
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::string time_text(std::string_view key) const;
    [[nodiscard]] std::optional<TimeText> time(std::string_view key) const;
    [[nodiscard]] std::optional<geo::LonLat> point(std::string_view key) const;
    /// Exactly `count` numbers.
    [[nodiscard]] std::optional<std::vector<double>> numbers(std::string_view key, std::size_t count) const;
    [[nodiscard]] int line() const { return line_of(m_table); }
    [[nodiscard]] std::uint16_t file() const { return m_file; }
    [[nodiscard]] const toml::table& table() const { return m_table; }
    [[nodiscard]] std::string path() const { return m_path; }

    void error(std::string_view key, std::string_view code, std::string message);
    void require(std::string_view key);
    /// The tables of an array of tables.
    template <class Use>
    void each(std::string_view key, Use use) {
        const auto* value = node(key);
        const auto* array = value ? value->as_array() : nullptr;
        for (std::size_t i = 0; array && i < array->size(); ++i)
            if (const auto* table = (*array)[i].as_table()) {
                Section section{m_reading, m_file, *table, fmt::format("{}{}[{}].", m_path, key, i)};
                use(section);
            }
    }
    template <class Use>
    void with(std::string_view key, Use use) {
        const auto* value = node(key);
        if (const auto* table = value ? value->as_table() : nullptr) {
            Section section{m_reading, m_file, *table, fmt::format("{}{}.", m_path, key)};
            use(section);
        }
    }

private:
    void check_word(const Key&, const std::string& word);
    void check_time(const Key&, const toml::node&);
    void check_point(const Key&, const toml::node&);
    void check_shape(const Key&, const toml::node&);
    [[nodiscard]] int line_at(std::string_view key) const { return node(key) ? line_of(*node(key)) : line(); }

    Reading& m_reading;
    std::uint16_t m_file;
    const toml::table& m_table;
    std::string m_path;
};

/// A path as written in scenario.toml, which may not lead out of the folder, by links neither.
[[nodiscard]] std::optional<InputFile> file_inside(Section&, std::string_view key, const std::string& written,
                                                   const std::filesystem::path& folder);

} // namespace assets
