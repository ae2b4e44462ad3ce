#pragma once

#include "app/figure/export_request.hpp"

#include <optional>
#include <span>
#include <string>

namespace app {

/// What an option is read with: the other options too, since some complete or exclude each other.
struct OptionReading {
    const OptionValues& values;
    const assets::Scenario& scenario;
    ExportRequest& request;
};

/// One option of `theatrum export`. The command line, its help, the copied command and the export dialog share it.
struct ExportOption {
    std::string name;       ///< "--width-km"
    std::string short_name; ///< "-o"; most have none
    std::string type;       ///< of the value, for help: "N"
    std::string help;
    /// Sets what the option sets, to the default where `value` is null. Throws UsageError.
    void (*read)(const OptionReading&, const std::string* value);
    /// The value that reads as what the request has; none where that is the default.
    std::optional<std::string> (*print)(const ExportRequest&, const assets::Scenario&);
};

/// In the order of help and of copied commands; read in this order.
[[nodiscard]] std::span<const ExportOption> export_options();

} // namespace app
