#pragma once

#include "assets/model/fix_details.hpp"
#include "assets/model/values/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assets {

/// One value of a record, as a reader hands it to the column that the value stands under. A typed reading reports what
/// is wrong as an finding of that column and then returns an empty value.
class Cell {
public:
    /// As written, trimmed. A number or a date of TOML is given as a CSV cell would hold it.
    [[nodiscard]] virtual std::string text() = 0;
    [[nodiscard]] virtual std::optional<double> number() = 0;    ///< within the range of the column
    [[nodiscard]] virtual std::optional<int> whole_number() = 0; ///< the same
    [[nodiscard]] virtual bool flag() = 0;
    [[nodiscard]] virtual std::optional<std::size_t> word() = 0; ///< its index in `allowed` of the column
    [[nodiscard]] virtual std::vector<std::string> list() = 0;   ///< without empty items
    [[nodiscard]] virtual std::optional<TimeText> time(double utc_offset_h) = 0;
    [[nodiscard]] virtual std::vector<SourceIndex> sources() = 0; ///< a list of ids
    [[nodiscard]] virtual std::vector<AssetIndex> assets() = 0;   ///< a list of ids
    /// Reports `'TEXT' is not FORM`, where the column names the form.
    virtual void has_another_form() = 0;

    Cell(const Cell&) = delete;
    Cell& operator=(const Cell&) = delete;

protected:
    Cell() = default;
    ~Cell() = default;
};

} // namespace assets
