#pragma once

#include "app/figure/export_request.hpp"

#include <string>
#include <vector>

/// The figures that a scenario declares in [[figure]], as options of `export`.
namespace app {

/// The figures that `--figure` names: the one with this id, or all of them in file order. Throws UsageError that lists
/// the known ids when there is none.
[[nodiscard]] std::vector<const assets::FigureDeclaration*> named_figures(const std::string& name,
                                                                          const assets::Scenario&);

/// The options that a figure stands for, and those in `given`. A given option replaces the figure's option of that
/// name, and also those that it excludes: `--size` replaces a preset, `--at` a period. Throws UsageError when the
/// figure has something that cannot be drawn yet.
[[nodiscard]] OptionValues options_of(const assets::FigureDeclaration&, const OptionValues& given);

/// The options for one of several figures: the names of all files get the figure's id before the extension.
[[nodiscard]] OptionValues with_id(OptionValues, const std::string& id);

} // namespace app
