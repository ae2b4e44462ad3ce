#pragma once

#include "assets/model/fix_details.hpp"
#include "assets/model/values/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

/// How numbers, lists and dates are written in the files of a scenario.
namespace assets {

[[nodiscard]] std::string number_text(double); ///< the shortest text that reads back as the same number
[[nodiscard]] std::string number_unless(double default_value, double value); ///< empty for the default
[[nodiscard]] std::string joined(const std::vector<std::string>&);           ///< separated by `;`

/// Whether t is the beginning of a local day.
[[nodiscard]] bool begins_day(Instant t, double utc_offset_h);
/// The local date of t: `2024-07-31`, or `2024-07` or `2024` if the precision is Month or Year.
[[nodiscard]] std::string local_date(Instant t, double utc_offset_h, Precision = Precision::Day);
/// Text for the first instant of an interval: a date if a local day begins then, else a time in UTC.
[[nodiscard]] std::string beginning(Instant, double utc_offset_h);
/// Text for the last instant of an interval: a date if a local day ends then, else a time in UTC.
[[nodiscard]] std::string ending(Instant, double utc_offset_h);

/// The interval that `from` and `to` of a row give.
struct Interval {
    Instant from, to;    ///< first and last instant in force; `to` = far_future for `*`
    Precision precision; ///< of `from`
    bool to_given = false;
    bool open_end = false; ///< `to` is `*`
};

/// The meaning of an interval if the column `during` is empty. An instant means Throughout, any other departure or
/// arrival Sometime. Otherwise an open end, or `from` and `to` on different local days, mean Throughout; a single day,
/// month or year means Sometime.
[[nodiscard]] During default_during(const Interval&, Activity, double utc_offset_h);

} // namespace assets
