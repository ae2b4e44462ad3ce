#pragma once

#include "assets/model/fix_details.hpp"
#include "assets/model/values/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

/// How numbers, lists and dates are written in the files of a scenario.
namespace assets {

[[nodiscard]] std::string number_text(double); ///< the shortest that reads back exactly
[[nodiscard]] std::string number_unless(double usual, double value);
[[nodiscard]] std::string joined(const std::vector<std::string>&); ///< by `;`

/// Whether a local day begins at t.
[[nodiscard]] bool begins_day(Instant t, double utc_offset_h);
/// `2024-07-31`, or `2024` or `2024-07`, of the day at this offset.
[[nodiscard]] std::string local_date(Instant t, double utc_offset_h, Precision = Precision::Day);
/// The first instant of something: a day where one begins then, else a time.
[[nodiscard]] std::string beginning(Instant, double utc_offset_h);
/// The last instant of something: a day where one ends then, else a time.
[[nodiscard]] std::string ending(Instant, double utc_offset_h);

/// The period of a report, as its dates say it.
struct Interval {
    Instant from, to;    ///< first and last instant in force; `to` = far_future for `*`
    Precision precision; ///< of `from`
    bool to_given = false, open_end = false;
};

/// What a report means by its dates when the column `during` is empty. A month or a year alone is a report "in May":
/// sometime.
[[nodiscard]] During default_during(const Interval&, Activity, double utc_offset_h);

} // namespace assets
