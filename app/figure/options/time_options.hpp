#pragma once

#include "app/figure/export_options.hpp"

/// The options of `export` that say which instant or period a figure shows.
namespace app {

/// One instant; a list of them, for several maps; or with `--compare` the earlier one of two.
void read_at(const OptionReading&, const std::string* value);
[[nodiscard]] std::optional<std::string> print_at(const ExportRequest&, const assets::Scenario&);

/// `--compare` is read with `--at`.
[[nodiscard]] std::optional<std::string> print_compare(const ExportRequest&, const assets::Scenario&);
/// Runs after read_at().
void read_compare_as(const OptionReading&, const std::string* value);
[[nodiscard]] std::optional<std::string> print_compare_as(const ExportRequest&, const assets::Scenario&);

/// `--from` and `--to`, which are read together. The period begins at 00:00Z of a `--from` without a clock and ends at
/// 24:00Z of such a `--to`. Runs after read_at(); the figure's instant becomes the last one of the period.
void read_period(const OptionReading&, const std::string* from);
[[nodiscard]] std::optional<std::string> print_from(const ExportRequest&, const assets::Scenario&);
[[nodiscard]] std::optional<std::string> print_to(const ExportRequest&, const assets::Scenario&);

void read_known_by(const OptionReading&, const std::string* value);
[[nodiscard]] std::optional<std::string> print_known_by(const ExportRequest&, const assets::Scenario&);

/// Runs after read_at(), because it moves the instant back.
void read_delay(const OptionReading&, const std::string* value);
[[nodiscard]] std::optional<std::string> print_delay(const ExportRequest&, const assets::Scenario&);

} // namespace app
