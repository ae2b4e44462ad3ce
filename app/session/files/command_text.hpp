#pragma once

#include "app/figure/export_request.hpp"

#include <string>
#include <vector>

namespace app {

/// The pages that the export dialog offers, in its order: those of `--preset`, in words.
struct ExportPreset {
    std::string name;  ///< of --preset
    std::string words; ///< "16:9, 1920 x 1080", "Column, 89 mm"
};
[[nodiscard]] const std::vector<ExportPreset>& export_presets();

/// The options of `theatrum export` that give this figure: resolve(options_for(figure, ...), scenario).figure is
/// `figure` again. What the scenario or the program takes by itself is left out.
[[nodiscard]] ExportOptions options_for(const render::Figure&, const assets::Scenario&, const std::string& scenario,
                                        const std::string& output);

/// `theatrum export ...` for a POSIX shell.
[[nodiscard]] std::string command_text(const ExportOptions&);

/// One word for a POSIX shell, quoted only where that is needed.
[[nodiscard]] std::string shell_quoted(const std::string&);

} // namespace app
