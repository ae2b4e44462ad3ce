#pragma once

#include "assets/formats/reading/record.hpp"
#include "assets/formats/table/header.hpp"

#include <memory>

namespace assets {

/// A table of positions whose publisher is known by its header: what its columns mean, and how its values are read.
class KnownTable {
public:
    /// The table with this header; null if no publisher is known for it.
    [[nodiscard]] static std::unique_ptr<KnownTable> recognise(const TableHeader&, std::span<const ColumnInfo>);

    /// The meaning of each header instead of the usual one.
    [[nodiscard]] const std::vector<HeaderMatch>& matches() const noexcept { return m_matches; }
    /// How its dates are to be read unless [read] dates says so.
    [[nodiscard]] DateOrder dates() const noexcept;
    /// A sentence for a note: what was derived, and which columns are not read.
    [[nodiscard]] const std::string& note() const noexcept { return m_note; }

    /// Completes a record from the values of its row. Returns why the row is left out; empty for a row that is read.
    [[nodiscard]] std::string_view complete(Record&, const std::vector<std::string>& row) const;

    struct Description; ///< of one publisher's tables

private:
    explicit KnownTable(const Description& description) : m_description{description} {}

    const Description& m_description;
    std::vector<HeaderMatch> m_matches;
    std::vector<std::size_t> m_inputs; ///< positions in a row of the columns that complete() reads; or npos
    std::string m_note;
};

} // namespace assets
