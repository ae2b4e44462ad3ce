#pragma once

#include "app/figure/export_request.hpp"

#include <optional>
#include <span>
#include <string>

namespace app {

/// The input and output of reading an option. `values` holds all options, because some complete or exclude each other.
struct OptionReading {
    const OptionValues& values;
    const assets::Scenario& scenario;
    ExportRequest& request;
};

/// One option of `theatrum export`. The command line, its help, the copied command and the export dialog share it.
struct ExportOption {
    std::string name;       ///< "--width-km"
    std::string short_name; ///< "-o"; most have none
    std::string type;       ///< stands for the value in the help: "N"
    std::string help;
    /// Applies the option to the request; without a `value` it sets the default. Throws UsageError.
    void (*read)(const OptionReading&, const std::string* value);
    /// The value from which read() would set the request again; empty for the default.
    std::optional<std::string> (*print)(const ExportRequest&, const assets::Scenario&);
    bool repeats = false; ///< may be given several times; read() and print() join the values with line feeds
};

/// All options, in the order in which they are read and in which the help and copied commands list them.
[[nodiscard]] std::span<const ExportOption> export_options();

} // namespace app
