#pragma once

#include "assets/model/fix_details.hpp"
#include "assets/model/values/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// One value of a record, given by a reader to the value's column. A function that cannot read the value as its type
/// adds a finding about the column and returns an empty value.
class Cell {
public:
    /// As written, without surrounding spaces. Numbers and dates of TOML are given as in a CSV cell.
    [[nodiscard]] virtual std::string text() = 0;
    [[nodiscard]] virtual std::optional<double> number() = 0;    ///< within the range of the column
    [[nodiscard]] virtual std::optional<int> whole_number() = 0; ///< within the range of the column
    [[nodiscard]] virtual bool flag() = 0;
    [[nodiscard]] virtual std::optional<std::size_t> word() = 0; ///< its index in the column's `allowed`
    [[nodiscard]] virtual std::vector<std::string> list() = 0;   ///< without empty items
    [[nodiscard]] virtual std::optional<TimeText> time(double utc_offset_h) = 0;
    [[nodiscard]] virtual std::vector<SourceIndex> sources() = 0; ///< a list of ids
    [[nodiscard]] virtual std::vector<AssetIndex> assets() = 0;   ///< a list of ids
    /// Adds the error `'TEXT' is not FORM` with the column's `form`, followed by `hint` ("; did you mean 'JP'?").
    virtual void report_wrong_form(std::string_view hint) = 0;

    Cell(const Cell&) = delete;
    Cell& operator=(const Cell&) = delete;

protected:
    Cell() = default;
    ~Cell() = default;
};

} // namespace assets
